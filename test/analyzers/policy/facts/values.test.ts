import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../analyzers/policy/facts';
import { readPolicy } from '../../../../analyzers/policy/reading';
import { ZH } from '../../../../analyzers/policy/zh';
import { documentOf } from '../document';

function factsOf(...lines: string[]) {
  const document = documentOf(...lines);
  return { ...readFacts(document, readPolicy(document, ZH)), document };
}

const names = (...lines: string[]) => factsOf(...lines).recipients.map(({ name }) => name);

describe('recipients in running text', () => {
  it.each([
    ['我们将订单信息共享给支付机构（如微信支付、支付宝等），以便完成付款。', ['微信支付', '支付宝']],
    ['我们可能向合作伙伴（例如：穿山甲、青橙联投、快手等）共享设备信息。', ['穿山甲', '快手', '青橙联投']],
    ['我们接入了第三方SDK，使用小米、魅族、华为等品牌手机时由其推送消息。', ['小米', '魅族', '华为']],
    ['本网站托管于 GitHub Pages，并通过 Fastly 的内容分发网络提供访问。', ['GitHub Pages', 'Fastly']],
    ['（3）社保卡SDK：为了申请电子社保卡，需要收集您的姓名与身份证号码并共享给社保部门。', ['社保卡 SDK']],
    ['我们使用第三方统计服务，即百度统计（Baidu Analytics）。', ['百度统计']],
  ])('are named: %s', (line, expected) => {
    expect(names('# 共享', line).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['您通过微信与我们联系时，我们会与第三方核对您的姓名。'],
    ['我们不会接入任何第三方SDK，例如友盟。'],
    ['若第三方服务需要，您要提供银行或支付宝账户信息。'],
    ['本政策适用于青禾阅读的微信/支付宝小程序等第三方平台上的服务。'],
    ['社交类服务 SDK：'],
    ['我们共享信息给第三方支付机构、物流公司和短信服务商等。'],
  ])('are not made up: %s', (line) => {
    expect(names('# 共享', line)).toEqual([]);
  });

  it('leave out the operator under its other names', () => {
    expect(names('# 百度隐私政策', '本政策由北京百度网讯科技有限公司（以下简称“我们”）制定。', '我们通过百度统计SDK收集信息，并与第三方微博共享。')).toEqual(['微博']);
  });
});

describe('recipients in lists of labelled lines', () => {
  it('take each entry with its company, purpose, data and policy', () => {
    const { recipients } = factsOf(
      '# 第三方清单', '- SDK 名称：云雀推送', '- 服务提供方：北京云雀科技有限公司', '- 使用目的：推送消息', '- 收集的个人信息：设备标识', '- 隐私政策：https://lark.test/p',
      '- SDK 名称：海燕地图', '- 使用目的：显示地图',
    );
    expect(recipients).toEqual([
      { name: '云雀推送（北京云雀科技有限公司）', product: '云雀推送', company: '北京云雀科技有限公司', kind: 'sdk', from: 'list', purpose: '推送消息', data: '设备标识', contact: 'https://lark.test/p', policyUrl: 'https://lark.test/p' },
      { name: '海燕地图', product: '海燕地图', kind: 'sdk', from: 'list', purpose: '显示地图', data: '', contact: '' },
    ]);
  });

  it('read a whole entry in one line', () => {
    const [first] = factsOf('# 合作方', '第三方公司名称：上海白鹭数据服务有限公司 使用目的：发送短信 收集个人信息：手机号码').recipients;
    expect(first).toMatchObject({ company: '上海白鹭数据服务有限公司', purpose: '发送短信', data: '手机号码' });
  });

  it('read a table of names and values as one recipient', () => {
    const { recipients } = factsOf('# 第三方', '| SDK名称 | 云雀推送 |', '| 使用目的 | 推送消息 |', '| 收集信息 | 设备标识 |');
    expect(recipients).toHaveLength(1);
    expect(recipients[0]).toMatchObject({ name: '云雀推送', purpose: '推送消息', data: '设备标识' });
  });
});

describe('who handles the data', () => {
  it.each([
    ['本网站由杭州市西湖区教育局主办。', '杭州市西湖区教育局', 'public-body'],
    ['数据控制者名称：Lantern Oy', 'Lantern Oy', 'company'],
    ['旨在介绍青禾网络（北京）有限公司（「我们」或「青禾」）如何处理信息。', '青禾网络（北京）有限公司', 'company'],
    ['开发者：张三', '张三', 'individual'],
  ])('is named with its kind: %s', (line, name, kind) => {
    expect(factsOf('# 隐私政策', line).handlers?.[0]).toEqual({ name, kind });
  });

  it('is the company, not the group it belongs to', () => {
    expect(factsOf('# 隐私政策', '青禾集团（以下简称“青禾”）旗下的杭州青禾网络科技有限公司（以下简称“我们”）处理您的信息。').handler[0]).toBe('杭州青禾网络科技有限公司');
  });
});

describe('contacts', () => {
  it('find an address without a label by the addressee behind it', () => {
    const { contacts } = factsOf('# 联系我们', '浙江省杭州市西湖区文三路1号2幢301室 个人信息保护中心（收）', '邮编：310000');
    expect(contacts).toMatchObject([{ kind: 'address', value: '浙江省杭州市西湖区文三路1号2幢301室', officer: true }]);
  });

  it.each([['地址：330 E. Maple Road, Ste 200, Brea, CA 92821', '330 E. Maple Road, Ste 200, Brea, CA 92821'], ['我们的联系地址是：湖南省长沙市开福区，某某国际会展中心西附楼', '湖南省长沙市开福区，某某国际会展中心西附楼']])('read the whole of %s', (line, value) => {
    expect(factsOf('# 联系我们', line).contacts.map((contact) => contact.value)).toEqual([value]);
  });

  it('leave a telephone number of a partner to the partner', () => {
    const { contacts } = factsOf('# 隐私政策', '本应用由杭州青禾网络科技有限公司（以下简称“我们”）运营。', '# 与第三方共享', '合作的支付公司：上海白鹭支付服务有限公司，客服电话：95017', '# 联系我们', '客服电话：95123');
    expect(contacts.map(({ value }) => value)).toEqual(['95123']);
  });

  it('tell what each is offered for', () => {
    const [mail] = factsOf('# 联系我们', '如需查阅、更正或注销账号，请写信给个人信息保护负责人 dpo@qinghe.test。').contacts;
    expect(mail).toMatchObject({ kind: 'email', officer: true, uses: ['access', 'correction', 'account-closing'] });
  });

  it('take talks with the customer service that are recorded for data, not for a contact', () => {
    expect(factsOf('# 收集', '我们会收集您与在线客服的沟通记录。').contacts).toEqual([]);
  });
});

describe('retention', () => {
  it.each([
    ['用户提供的电子邮箱等信息，自最后一次登录之日起保存两年。', { amount: 2, unit: 'year' }, '电子邮箱'],
    ['按照规定留存相关的网络日志不少于六个月。', { amount: 6, unit: 'month' }, '网络日志'],
    ['录音在保存7天后将自动永久删除。', { amount: 7, unit: 'day' }, ''],
  ])('gives length and matter: %s', (line, length, what) => {
    const [period] = factsOf('# 存储', line).retentionPeriods ?? [];
    expect(period?.length).toEqual(length);
    expect(period?.what).toContain(what);
  });

  it('knows the end of the account as an end of keeping, and where the words stand', () => {
    const { retentionPeriods, document } = factsOf('# 存储', '在您主动注销账号之后，我们将停止服务，并及时删除您的个人信息，法律另有规定的除外。');
    const [period] = retentionPeriods ?? [];
    expect(period).toMatchObject({ until: 'account-closing', what: '个人信息' });
    expect(document.text.slice(period?.start, period?.end)).toBe(period?.text);
  });

  it.each([
    ['用户有权要求注销账号并删除其信息。'],
    ['若删除个人信息在技术上难以实现，我们将停止除存储之外的处理，直到可以删除。'],
    ['我们会在您使用期间请求访问您的位置、储存权限。'],
    ['我们将在15个工作日内答复您的删除请求。'],
    ['如您在注销账号或删除信息时愿意放弃权利，请告诉我们。'],
  ])('is not stated by %s', (line) => {
    expect(factsOf('# 存储', line).retention).toEqual([]);
  });
});

describe('terms for answering', () => {
  it('are read with their unit, shortest first', () => {
    const { responseTimes } = factsOf('# 权利', '我们将在三十天内答复您的请求。', '对于投诉，我们在15个工作日内回复。');
    expect(responseTimes?.map(({ within }) => within)).toEqual([{ amount: 15, unit: 'workday' }, { amount: 30, unit: 'day' }]);
  });

  it('are told from terms for deleting', () => {
    expect(factsOf('# 权利', '核对无误后，我们将在2日内予以删除。').responseTimes).toEqual([]);
  });
});

describe('dates', () => {
  it('are told apart by what they are of', () => {
    const { dates, date } = factsOf('# 隐私政策', '发布日期：2024年1月2日 更新日期：2024年3月5日', '本政策自2024年4月1日起生效。');
    expect(dates).toEqual(expect.arrayContaining([{ kind: 'published', date: '2024-01-02' }, { kind: 'updated', date: '2024-03-05' }, { kind: 'effective', date: '2024-04-01' }]));
    expect(date).toBe('2024-03-05');
  });
});

describe('what a person can do', () => {
  it('names each right with its menu path', () => {
    const { rights } = factsOf('# 您的权利', '您可以通过“我的-设置-账号与安全”注销账号。', '您有权查阅您的个人信息，请在【我的 > 资料】中查看。');
    expect(rights?.map(({ right, route }) => [right, route])).toEqual(expect.arrayContaining([['account-closing', '“我的-设置-账号与安全”'], ['access', '【我的 > 资料】']]));
  });

  it('gives the way to switch personalised content off', () => {
    const { personalisation } = factsOf('# 个性化', '我们会为您推荐您可能感兴趣的个性化内容。', '您可以在“设置-隐私”中关闭个性化推荐。');
    expect(personalisation).toMatchObject({ says: 'used', off: { text: expect.stringContaining('关闭个性化推荐') as string } });
  });

  it.each([
    ['我们不会将您的个人信息传输至境外。', 'none'],
    ['我们会将您的订单信息传输至境外的服务器。', 'transfers'],
  ])('says whether data go abroad: %s', (line, says) => {
    expect(factsOf('# 存储', line).abroad?.map((fact) => fact.says)).toEqual([says]);
  });

  it.each([['服务器位于中国。', ['中国境内']], ['来自欧盟的用户的信息保存在新加坡。', ['新加坡']]])('names the place of storage, not of the people: %s', (line, regions) => {
    expect(factsOf('# 存储', `您的信息存储在我们的服务器。${line}`).regions).toEqual(regions);
  });
});
