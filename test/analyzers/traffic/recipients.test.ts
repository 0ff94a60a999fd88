import { describe, expect, it } from 'vitest';
import { OWNERS } from '../../../analyzers/data/recipients';
import { registrableDomain } from '../../../analyzers/traffic/domains';
import { namesRecipient } from '../../../analyzers/traffic/flows';
import { standsInText } from '../../../analyzers/traffic/named';
import { recipientOf } from '../../../analyzers/traffic/recipients';

const SITE = { domain: 'shop.example.cn' };

describe('the list of owners', () => {
  it('has at least 150 owners, each with name, names, source and domains', () => {
    expect(OWNERS.length).toBeGreaterThanOrEqual(150);
    for (const owner of OWNERS) {
      expect(owner.id).toMatch(/^[a-z0-9-]+$/);
      expect(owner.country).toMatch(/^([A-Z]{2})?$/);
      expect([owner.name, owner.source, ...owner.names].every((text) => text.trim().length >= 2)).toBe(true);
      expect(owner.services.length).toBeGreaterThan(0);
    }
  });

  it('lists no owner and no domain twice, and only well-formed domains', () => {
    const domains = OWNERS.flatMap((owner) => owner.services.flatMap((service) => service.domains));
    expect(new Set(domains).size).toBe(domains.length);
    expect(domains.filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))).toEqual([]);
    expect(new Set(OWNERS.map(({ id }) => id)).size).toBe(OWNERS.length);
    expect(new Set(OWNERS.map(({ name }) => name)).size).toBe(OWNERS.length);
  });

  it('gives every owner a name that a text can hold', () => {
    for (const owner of OWNERS) expect(owner.names.some((name) => standsInText(`本产品接入${name}。`, name)), owner.id).toBe(true);
  });
});

describe('recipientOf', () => {
  it.each([
    ['static.shop.example.cn', 'first', 'same-domain', 'unknown'],
    ['hm.baidu.com', 'third', 'known-owner', 'analytics'],
    ['cpro.baidu.com', 'third', 'known-owner', 'ads'],
    ['api.map.baidu.com', 'third', 'known-owner', 'map'],
    ['turing.captcha.qcloud.com', 'processor-like', 'role:captcha', 'captcha'],
    ['api.geetest.com', 'processor-like', 'role:captcha', 'captcha'],
    ['mclient.alipay.com', 'processor-like', 'role:payment', 'payment'],
    ['cdn.jsdelivr.net', 'processor-like', 'role:cdn', 'cdn'],
    ['my-bucket.oss-cn-hangzhou.aliyuncs.com', 'processor-like', 'role:cloud', 'cloud'],
    ['captcha.unknown-vendor.test', 'processor-like', 'role:captcha', 'captcha'],
    ['a.b.tracker.test', 'third', 'unknown-domain', 'unknown'],
    ['sb.scorecardresearch.com', 'third', 'known-owner', 'analytics'],
    ['h5.udrig.com', 'third', 'known-owner', 'analytics'],
    ['ylog.hiido.com', 'third', 'known-owner', 'analytics'],
    ['webchat.7moor.com', 'third', 'known-owner', 'customer-service'],
    ['lib.baomitu.com', 'processor-like', 'role:cdn', 'cdn'],
  ])('%s is %s because of %s', (host, party, reason, role) => {
    expect(recipientOf(host, SITE)).toMatchObject({ party, reason, role });
  });

  it('knows owners that only the public list has', () => {
    expect(recipientOf('static.chartbeat.com', SITE)).toMatchObject({ owner: 'Chartbeat', party: 'third', reason: 'known-owner' });
  });

  it('takes domains of the same listed owner for one company', () => {
    expect(recipientOf('mcs.zijieapi.com', { domain: 'douyin.com' })).toMatchObject({ party: 'affiliate', reason: 'known-owner' });
    expect(recipientOf('www.zhihu.com', { domain: 'shop.example.cn', operators: ['某某工作室', '北京智者天下科技有限公司'] })).toMatchObject({ party: 'affiliate', reason: 'same-icp' });
    expect(recipientOf('f.kuaishou.com', { domain: 'shop.example.cn', operators: ['北京快手科技有限公司上海分公司'] })).toMatchObject({ party: 'third' });
    expect(recipientOf('v.youku.com', { domain: 'shop.example.cn', operators: ['优酷信息技术(北京)有限公司'] })).toMatchObject({ party: 'affiliate' });
  });

  it('takes a company for an affiliate only where the policy names it as one', () => {
    const named = '我们的关联公司包括北京快手科技有限公司。';
    const bare = '我们会与关联公司共享信息。我们也接入快手的登录服务。';
    expect(recipientOf('www.kuaishou.com', { ...SITE, policyText: named })).toMatchObject({ party: 'affiliate', reason: 'policy-names-affiliate' });
    expect(recipientOf('www.kuaishou.com', { ...SITE, policyText: bare }).party).toBe('third');
  });
});

describe('registrableDomain', () => {
  it.each([['a.b.example.com.cn', 'example.com.cn'], ['x.shop.test', 'shop.test'], ['localhost', 'localhost'], ['127.0.0.1', '127.0.0.1'], ['me.github.io', 'me.github.io'], ['EXAMPLE.cn.', 'example.cn']])('of %s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });
});

describe('namesRecipient', () => {
  const umeng = recipientOf('ulogs.umeng.com', SITE);
  it.each([
    ['the short name', '我们使用友盟统计SDK。', true],
    ['the legal name', '接收方：友盟同欣（北京）科技有限公司', true],
    ['the Latin name in another case', 'UMENG analytics', true],
    ['the domain', '数据发送至 umeng.com', true],
    ['nobody', '我们使用第三方统计服务。', false],
    ['another company', '我们使用神策数据。', false],
  ])('finds %s', (_, text, expected) => {
    expect(namesRecipient(text, umeng)).toBe(expected);
  });

  it('does not take a name inside another word', () => {
    expect(standsInText('He threads the needle', 'reads')).toBe(false);
    expect(standsInText('本应用接入抖音开放平台', '抖音')).toBe(true);
    expect(standsInText('any text', 'ad')).toBe(false);
  });

  it('takes the label of an unlisted domain for a product, unless it is an ordinary word', () => {
    expect(namesRecipient('我们使用 Kestrelmetrics 统计。', recipientOf('c.kestrelmetrics.test', SITE))).toBe(true);
    expect(namesRecipient('We analyse data.', recipientOf('c.data.test', SITE))).toBe(false);
  });
});
