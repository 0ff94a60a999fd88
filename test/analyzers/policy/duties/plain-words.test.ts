import { describe, expect, it } from 'vitest';
import { analyzePolicy } from '../../../../analyzers/policy/analyze';
import { DUTIES } from '../../../../analyzers/policy/duties';
import { MEASURED } from '../../../../analyzers/policy/zh/confidence';
import { UNTRIED } from '../../../../analyzers/policy/language-reader';
import type { DutyLabel } from '../../../../analyzers/report';
import { documentOf } from '../document';
import { labelOf } from '../judge-lines';

type Case = [label: DutyLabel, why: string, ...lines: string[]];

/** Policies that use no legal vocabulary, tell several rights in one paragraph, or say things in passing. Invented. */
const CASES: Record<string, Case[]> = {
  'handler-identity': [
    ['met', 'a person who runs it alone', '本应用由沈知秋独立开发（以下简称“我们”）。'],
    ['partial', 'others who run it', '本功能由第三方开发。我们重视您的信息。'],
  ],
  'retention-period': [
    ['met', 'until the user asks', '您留下的评论保存到您要求删除为止。'],
    ['met', 'until the app is removed', '数据只保存在手机上，直到您卸载应用。'],
    ['met', 'bare periods below a heading on keeping', '# 存储', '订单记录三年，日志六个月。'],
    ['partial', 'a period called necessary by an agreement', '我们仅在本协议所述目的所必需期间保留您的信息。'],
    ['absent', 'bare periods below another heading', '# 促销', '订单记录三年，日志六个月。'],
  ],
  'disposal-after-retention': [
    ['met', 'one word at the end', '预约记录保存两年，到期销毁。'],
    ['met', 'on removal of the app', '您卸载应用后，所有本地数据将被清除。'],
    ['met', 'at dates listed below', '我们通常在以下日期删除各类个人数据：'],
    ['met', 'when the term has run out', '超期后将进行删除。'],
    ['partial', 'only when somebody asks', '我们会在收到请求后删除您的资料。'],
  ],
  'storage-location': [
    ['met', 'a city', '信息存放在兰州，不出境。'],
    ['partial', 'whoever\'s server', '上述数据保存在运营者委托的服务器中。'],
    ['partial', 'any country', '信息可能在我们运营的任何国家之间存储和处理。'],
    ['absent', 'where others sit', '我们与供应商分享您的信息（他们可能并非位于您所在的法域）。'],
  ],
  'overseas-transfer-detail': [
    ['partial', 'recipients that may sit elsewhere', '我们与供应商分享您的信息（他们可能并非位于您所在的法域）。'],
    ['partial', 'a list of countries', '您的信息可能会被迁移到以下国家：美国、日本。'],
    ['na', 'nothing leaves', '信息存放在兰州，不出境。'],
  ],
  'right-access-copy': [
    ['met', 'a list of verbs with one way', '想查看、修改、删除留言，请写信到 hi@qinghe.test。'],
    ['met', 'an entry of a list of rights', '# 您的权利', '查阅和复制：在本网站“我的报告”页面查看。'],
    ['met', 'the way told once, at the end of the paragraph', '您可以要求我们：（1）查阅您的信息；（2）更正；（3）删除；（4）撤回同意；（5）注销账号；（6）解释规则。办法都一样：写信到 hi@qinghe.test。'],
    ['absent', 'reading the policy itself', '您可以在设置页面随时查看本隐私政策的全部内容。'],
  ],
  'right-correction': [
    ['met', 'what stands in the account', '在“设置—资料”中，您可以查看、修改签名和号码。'],
    ['absent', 'the operator corrects its policy', '本公司保留随时修改本政策的权利。'],
  ],
  'right-deletion': [
    ['met', 'an entry of a list of rights', '# 您的权利', '删除：发邮件至 hi@qinghe.test。'],
    ['absent', 'deleting cookies in the browser', '您可以在浏览器的设置菜单中删除所有Cookie。'],
  ],
  'right-portability': [
    ['met', 'handed to somebody the user names', '您可以要求我们把档案转给您指定的医院。'],
    ['met', 'a copy of one\'s data', '您可以向客服提出复制个人信息的请求。'],
    ['absent', 'copies that others keep', '第三方可能缓存、复制您公开的信息。'],
  ],
  'right-explanation': [
    ['met', 'ask us to explain', '看不懂的地方，可以随时请我们解释。'],
    ['absent', 'the policy explains', '本政策将向您说明我们如何处理信息。'],
  ],
  'account-cancellation': [
    ['met', 'the way told before the list', '您可以在“我的→隐私中心”完成下列事项：查看资料；删除文件；注销账号。'],
    ['na', 'there is nothing to cancel', '本店不设账号，无需注销。'],
  ],
  'policy-date': [['met', 'a date without marks', '生效日期：20260304']],
  'flag-implied-consent': [
    ['present', 'through use', '通过使用我们的服务，您同意本隐私政策的条款。'],
    ['none', 'by a click', '您点击“同意”后，我们才处理您的信息。'],
  ],
  'response-time': [['met', 'a term for what was asked', '我们会在收到请求后的7天内删除您的资料。']],
  'complaint-channel': [
    ['met', 'an office that takes complaints', '读者服务部电话 027-8888-1234，受理意见、投诉和举报。'],
    ['absent', 'someone else\'s complaint', '应知识产权投诉人的要求，向被投诉人披露。'],
  ],
  'consent-withdrawal': [['partial', 'only marketing', '您可以随时要求我们不要将您的信息用于营销。']],
  'change-notice': [['met', 'a plain word for changes', '本政策有重要改动时，我们用短信通知您，并重新征求同意。']],
  'flag-unilateral-change': [
    ['present', 'at any time, without a word on telling', '我们保留在任何时间修改本政策的权利。'],
    ['none', 'at any time, but the user is told', '我们保留随时修改本政策的权利。重大变更会以弹窗通知您。'],
  ],
  'flag-exceptions-beyond-law': [
    ['none', 'sharing within the group', '以下情况我们会共享信息：', '为保护关联公司或其他用户的人身财产安全免遭侵害，您的信息可能会与我们的关联公司共享。'],
  ],
  'cookies-disclosed': [
    ['met', 'what cookies are good for', '我们用 Cookie 记住购物车。'],
    ['met', 'cookies not used for sharing are used', '我们使用 Cookie 保持登录。我们不会使用Cookie向他人透露您的信息。'],
  ],
  'sharing-separate-consent': [
    ['met', 'should it ever be needed', '我们不与任何公司共享您的信息；将来确有需要，会事先告知您，经您单独同意后进行。'],
    ['met', 'before giving to other handlers', '向其他处理者提供信息之前，我们会取得您的单独同意。'],
  ],
  'entrusted-processing': [
    ['met', 'bound by contract, in plain words', '以上都是我们委托的单位，受合同约束，不得转给别人。'],
    ['absent', 'the internet provider among the technical data', '我们自动记录浏览器和互联网服务提供商。'],
  ],
  'business-transfer': [['partial', 'a buyer of the business', '我们可能向业务或资产的买方提供个人信息。']],
  'public-disclosure': [
    ['met', 'a newspaper that prints names', '刊登您的姓名、照片，事先取得您的单独同意。'],
    ['absent', 'what safety keeps from happening', '我们使用安全技术，以防信息不当使用、未经授权阅览或披露。'],
  ],
  'sensitive-separate-consent': [
    ['met', 'in the next sentence of the paragraph', '退款需要您提供银行卡号，它是敏感个人信息。我们会另外弹窗，取得您的单独同意。'],
    ['na', 'words that only look like a kind', '我们自动记录软硬件特征信息和浏览器指纹。'],
  ],
  'sensitive-necessity-impact': [
    ['met', 'what a leak may do', '退款需要您提供银行卡号，它是敏感个人信息，退款必须用到，泄露可能造成财产损失。'],
    ['partial', 'a definition tells no effect', '退款时为了付款需要您提供银行卡号。', '敏感个人信息是一旦泄露容易导致财产受到危害的个人信息。'],
  ],
  'security-measures': [
    ['met', 'measures below a heading on safety', '# 安全', '措施包括：数据库加密、双因素登录。'],
    ['partial', 'one measure and a plan for stopping', '我们使用加密技术保护您的信息。', '停止运营后，我们将匿名化处理您的信息。'],
  ],
  'breach-notice': [
    ['met', 'told by telephone', '出了泄露事故，我们会打电话告诉您泄露了什么。'],
    ['met', 'each reader is told', '万一发生泄露，我们将逐一告知受影响的读者事情的原因。'],
  ],
  'collection-means': [['met', 'the logs write themselves', '姓名：您自己填写。', '自动产生的信息', 'IP 地址、访问时间由系统自动记录。']],
};

describe('duties in plain words', () => {
  for (const [id, cases] of Object.entries(CASES)) {
    const duty = DUTIES.find((other) => other.id === id)!;
    it.each(cases)(`${id} is %s: %s`, (label, _why, ...lines) => {
      expect(labelOf(duty, ...lines)).toBe(label);
    });
  }
});

describe('confidence', () => {
  it('is no higher than such answers deserved on labelled policies', () => {
    const document = { ...documentOf('我们用 Cookie 记住购物车。'), language: 'zh' as const };
    const { duties } = analyzePolicy(document, { id: 'short', lang: 'zh-CN' });
    for (const [duty, { label, confidence }] of Object.entries(duties)) expect([duty, label, confidence <= (MEASURED[duty]![label] ?? UNTRIED)]).toEqual([duty, label, true]);
  });
});
