import { describe, expect, it } from 'vitest';
import { DUTIES } from '../../../../analyzers/policy/duties';
import { readPolicy } from '../../../../analyzers/policy/reading';
import type { DutyLabel } from '../../../../analyzers/report';
import { ZH } from '../../../../analyzers/policy/zh';
import { documentOf } from '../document';

type Case = [label: DutyLabel, why: string, ...lines: string[]];

/** Invented wordings: what each duty takes for which label, and what must not mislead it. */
const CASES: Record<string, Case[]> = {
  'handler-identity': [
    ['met', 'a company named as "we"', '本政策由青禾网络科技有限公司（以下简称“我们”）制定。'],
    ['met', 'a foreign company that runs the service', 'This service is operated by us.', '本网站由 Bluefield Labs Co., Ltd. 运营。'],
    ['partial', 'only a brand', '我们深知个人信息对您的重要性。'],
    ['partial', 'only somebody else\'s company', '# 一', ...Array<string>(14).fill('我们重视您的权益。'), '我们会将订单提供给第三方快递公司迅达物流有限公司。', ...Array<string>(14).fill('我们重视您的权益。')],
  ],
  'handler-contact': [
    ['met', 'an e-mail address', '如有疑问，请发送邮件至 help@qinghe.cn。'],
    ['met', 'a phone number', '# 联系我们', '客服电话：400-123-4567'],
    ['met', 'a postal address', '联系地址：江苏省南京市玄武区长江路18号'],
    ['partial', 'an invitation without a way', '如您有任何疑问，请与我们联系。'],
    ['partial', 'contacts as a kind of data of the user', '我们会收集您的姓名、联系方式、联系地址。'],
    ['absent', 'nothing', '我们收集您的昵称。'],
  ],
  'officer-contact': [
    ['met', 'an officer and a mailbox', '您可以联系我们的个人信息保护负责人：dpo@qinghe.cn。'],
    ['partial', 'a team without a way', '我们设立了专门的个人信息保护团队。'],
    ['absent', 'an ordinary contact', '请致电客服电话 400-123-4567。'],
  ],
  purposes: [
    ['met', 'purposes per kind of data', '我们收集您的手机号，用于登录。', '我们收集您的收货地址，以便配送商品。'],
    ['partial', 'one general purpose', '我们收集个人信息是为了改善服务质量。'],
    ['absent', 'nothing', '本页为空。'],
  ],
  'data-categories': [
    ['met', 'kinds named', '我们收集您的手机号、设备型号和IP地址。'],
    ['met', 'nothing is collected, and that is said', '本应用不会收集您的任何个人信息。'],
    ['partial', 'only "necessary information"', '我们会收集您的必要信息。'],
  ],
  'collection-means': [
    ['met', 'given and automatic', '注册时您需要提供手机号。', '您使用服务时，我们会自动收集您的设备型号和日志信息。'],
    ['partial', 'given only', '注册时您需要提供姓名和手机号。'],
    ['absent', 'nothing', '本页为空。'],
  ],
  'retention-period': [
    ['met', 'a period', '我们会将您的订单信息保存三年。'],
    ['met', 'an event', '您注销账号后，我们会删除您的个人信息。'],
    ['met', 'a table of periods', '| 版本 | 数据保留期限 |', '| 免费版 | 30 天 |'],
    ['partial', 'only the necessary time', '我们仅在实现目的所必需的最短期限内保存您的信息。'],
    ['absent', 'only a heading', '# 我们如何保存您的信息', '我们重视安全。'],
  ],
  'disposal-after-retention': [
    ['met', 'deletes at the end', '超出保存期限后，我们会删除您的信息。'],
    ['met', 'anonymises when the service stops', '如我们停止运营，我们将对您的个人信息进行匿名化处理。'],
    ['partial', 'handles properly', '期限届满后，我们会妥善处理您的个人信息。'],
    ['absent', 'deletes on request only', '您可以要求我们删除您的头像。'],
    ['absent', 'denies deleting', '保存期限届满后，我们不会删除您的信息。'],
  ],
  'storage-location': [
    ['met', 'mainland China', '您的个人信息存储于中华人民共和国境内。'],
    ['met', 'a country', '信息保存在位于新加坡的服务器。'],
    ['partial', 'anywhere', '您的数据可能会传输到世界任何地方。'],
    ['absent', 'says how, not where', '我们加密存储您的信息。'],
  ],
  'policy-date': [
    ['met', 'a day', '更新日期：2024年3月1日'],
    ['met', 'a day with slashes', '生效日期：2024/03/01'],
    ['partial', 'a version only', '版本号：v2.1'],
    ['absent', 'a date of something else', ...Array<string>(10).fill('我们重视您的权益。'), '本公司成立于2015年5月，专注于教育。', ...Array<string>(10).fill('我们重视您的权益。')],
  ],
  'cookies-disclosed': [
    ['met', 'used and for what', '我们使用 Cookie 以便记住您的登录状态。'],
    ['na', 'none used', '本网站不使用 Cookie。'],
    ['absent', 'nothing', '我们收集您的昵称。'],
  ],
  'cookies-control': [
    ['met', 'in the browser', '我们使用 Cookie。您可以在浏览器设置中清除 Cookie。'],
    ['na', 'no cookies spoken of', '我们收集您的昵称。'],
    ['absent', 'cookies without control', '我们使用 Cookie 记录登录状态。'],
  ],
  'consent-withdrawal': [
    ['met', 'a menu', '您可以通过“设置-隐私-授权管理”撤回您的同意。'],
    ['met', 'by switching a permission off', '您可以在手机设置中关闭相机权限。'],
    ['partial', 'no way', '您可以随时撤回您的同意。'],
    ['absent', 'the operator changes its purpose and asks again', '我们如要改变处理目的，将再次征求您的授权同意。'],
    ['absent', 'who dislikes a change may stop', '如您不同意变更后的内容，您可以停止使用。'],
  ],
  'refusal-without-penalty': [
    ['met', 'other functions stay', '如您拒绝提供位置信息，不影响您使用其他功能。'],
    ['met', 'items marked optional', '您可以选填性别和生日等信息。'],
    ['partial', 'only impairs', '如您不提供手机号，您将无法完成注册。'],
    ['partial', 'earlier processing stays lawful, which is something else', '您撤回授权的决定，不影响此前基于授权的处理。', '拒绝授权可能影响您使用服务。'],
  ],
  'change-notice': [
    ['met', 'tells and asks again', '本政策变更时，我们会以弹窗通知您，并再次征得您的同意。'],
    ['met', 'tells and cuts no rights', '# 政策的更新', '未经您明确同意，我们不会削减您的权利。', '我们会通过公告提示您更新。'],
    ['partial', 'tells only', '本政策如有变更，我们会以弹窗方式通知您。'],
    ['partial', 'posts the new version', '如本政策变更，新版本将发布在本页面。'],
    ['absent', 'nothing', '我们收集您的昵称。'],
  ],
  'flag-implied-consent': [
    ['present', 'use is consent', '您使用本服务即视为您已同意本隐私政策。'],
    ['present', 'registering is consent', '注册成为用户即表示您接受本政策。'],
    ['none', 'a tick is an act', '您勾选同意本政策后使用服务，即表示您同意本政策。'],
    ['none', 'denied', '使用本服务并不代表您已同意我们共享信息。'],
    ['none', 'after a change only', '本政策更新后您继续使用服务的，即视为同意更新后的政策。'],
  ],
  'flag-unilateral-change': [
    ['present', 'going on using accepts', '本政策更新后您继续使用服务的，即视为同意更新后的政策。'],
    ['present', 'without notice', '我们有权随时修改本政策，且无需另行通知。'],
    ['none', 'tells and asks', '本政策变更时，我们会通知您并重新征得同意。'],
  ],
  'flag-all-or-nothing': [
    ['present', 'must stop', '如您不同意本政策的任何内容，您应立即停止使用我们的服务。'],
    ['present', 'may not use', '只有同意本政策，方可使用本产品。'],
    ['none', 'one function only', '如您不同意提供位置信息，您将无法使用附近的人功能。'],
    ['none', 'may leave after a change', '如您不同意变更后的本政策，您可以选择停止使用。'],
  ],
  'flag-open-ended-collection': [
    ['present', 'not limited to', '我们收集的信息包括但不限于姓名、手机号。'],
    ['present', 'other related information', '我们会收集设备型号、系统版本及其他相关信息。'],
    ['none', 'a closed list', '我们收集姓名、手机号等。'],
    ['none', 'ways of notice', '重大变更时，我们会通过包括但不限于短信的方式通知您。'],
    ['none', 'the user corrects other information', '您可以更正您的昵称和其他个人信息。'],
    ['none', 'denied', '我们不会收集包括但不限于通讯录的任何个人信息。'],
  ],
  'flag-exceptions-beyond-law': [
    ['present', 'safe running of the service', '以下情形无需征得您的同意：', '- 用于维护产品的安全稳定运行所必需的；'],
    ['present', 'research', '下列情况下我们可不经同意使用信息：', '- 学术研究机构开展统计或学术研究所必要；'],
    ['none', 'cases of the law', '以下情形无需征得您的同意：', '- 为履行法定职责所必需；'],
    ['none', 'a purpose, not an exception', '为了保障服务的安全运行，我们会收集设备型号。'],
  ],
  'flag-liability-disclaimer': [
    ['present', 'general words', '对于信息泄露造成的损失，我们不承担任何责任。'],
    ['none', 'force majeure', '因不可抗力造成的损失，我们不承担责任。'],
    ['none', 'no promise of perfect safety', '互联网并非绝对安全，我们会尽力保护您的信息。'],
    ['none', 'the operator answers', '我们将依法承担相应的责任。'],
  ],
};

describe.each(Object.entries(CASES))('%s', (id, cases) => {
  const duty = DUTIES.find((candidate) => candidate.id === id)!;
  it.each(cases)('%s: %s', (label, _why, ...lines) => {
    const reading = readPolicy(documentOf(...lines), ZH);
    const given = duty.judge(reading);
    expect(given.label).toBe(label);
    for (const { start, end } of given.quotes) expect(reading.document.text.slice(start, end).trim()).not.toBe('');
  });
});

it('has cases for every duty on notice and consent', () => {
  expect(Object.keys(CASES)).toHaveLength(21);
  for (const id of Object.keys(CASES)) expect(DUTIES.map((duty) => duty.id)).toContain(id);
});
