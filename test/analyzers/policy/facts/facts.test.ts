import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../analyzers/policy/facts';
import { readPolicy } from '../../../../analyzers/policy/reading';
import { ZH } from '../../../../analyzers/policy/zh';
import { documentOf } from '../document';

function factsOf(...lines: string[]) {
  const document = documentOf(...lines);
  return readFacts(document, readPolicy(document, ZH));
}

describe('the facts of a policy', () => {
  it('name the company that calls itself 我们, not the ones it works with', () => {
    const facts = factsOf('# 隐私政策', '本应用由杭州青禾网络科技有限公司（以下简称“我们”）运营。', '我们委托上海白鹭数据服务有限公司发送短信。');
    expect(facts.handler).toEqual(['杭州青禾网络科技有限公司']);
    expect(facts.recipients.map((recipient) => recipient.name)).toEqual(['上海白鹭数据服务有限公司']);
  });

  it.each([
    ['青禾网站及APP的经营者为青禾信息科技（杭州）有限公司及其关联公司。', ['青禾信息科技（杭州）有限公司']],
    ['本政策仅适用于杭州青禾网络科技有限公司及其关联公司的产品。', ['杭州青禾网络科技有限公司']],
    ['提供企业微信小程序的法律主体，为杭州青禾网络科技有限公司，以下简称“我们”。', ['杭州青禾网络科技有限公司']],
    ['我们的关联公司杭州青禾网络科技有限公司也会使用您的信息。', []],
    ['我们与上海白鹭支付服务有限公司（以下简称“合作机构”）共享您的订单信息。', []],
  ])('tell the operator from its affiliates and partners: %s', (line, names) => {
    expect(factsOf('# 隐私政策', line).handler).toEqual(names);
  });

  it('name nobody where only a brand stands', () => {
    expect(factsOf('# 隐私政策', '青禾阅读（以下简称“我们”）重视您的隐私。').handler).toEqual([]);
  });

  it('give contacts by kind with what they are offered for', () => {
    const { contacts } = factsOf('# 联系我们', '投诉、举报请发邮件至 kefu@qinghe.cn 或拨打0571-12349876。', '邮寄地址：浙江省杭州市西湖区文三路1号2幢301室');
    expect(contacts.map(({ kind, value }) => [kind, value])).toEqual([['email', 'kefu@qinghe.cn'], ['phone', '0571-12349876'], ['address', '浙江省杭州市西湖区文三路1号2幢301室']]);
    expect(contacts[0]?.purpose).toContain('投诉');
  });

  it('mark sensitive kinds and leave out what is denied or only defined', () => {
    const { dataKinds } = factsOf('# 收集', '我们会收集您的手机号码、身份证号码。', '我们不会收集您的通讯录。', '个人信息是指可以识别自然人的各种信息，包括宗教信仰等。');
    expect(dataKinds.map(({ kind, sensitive }) => [kind, sensitive])).toEqual([['phone', false], ['id-number', true]]);
  });

  it('read third parties from a table with their columns in any order', () => {
    const { recipients } = factsOf('# 第三方清单', '| 使用目的 | SDK名称 | 公司 | 收集信息 | 隐私政策链接 |', '| 消息推送 | 云雀推送 | 北京云雀科技有限公司 | 设备标识 | https://lark.test/p |');
    expect(recipients).toEqual([{
      name: '云雀推送（北京云雀科技有限公司）', product: '云雀推送', company: '北京云雀科技有限公司', kind: 'sdk', from: 'table',
      purpose: '消息推送', data: '设备标识', contact: 'https://lark.test/p', policyUrl: 'https://lark.test/p',
    }]);
  });

  it('do not take 部分第三方SDK for a name', () => {
    expect(factsOf('# 共享', '我们接入了部分第三方SDK，具体以推送类SDK为准。').recipients).toEqual([]);
  });

  it('give retention with what it applies to, and no time limit for answers', () => {
    const { retention } = factsOf('# 存储', '网络日志的保存期限为六个月。', '我们将在15个工作日内答复您的请求。');
    expect(retention).toEqual(['网络日志的保存期限为六个月']);
  });

  it('name the region of storage, not the one that is denied', () => {
    expect(factsOf('# 存储', '您的个人信息存储于中国境内，我们不会将其传输至美国。').regions).toEqual(['中国境内']);
  });

  it('take the date of update before the date of a law', () => {
    expect(factsOf('# 隐私政策', '更新日期：2024年3月5日', '我们依据2021年11月1日起施行的《个人信息保护法》处理信息。').date).toBe('2024-03-05');
  });
});
