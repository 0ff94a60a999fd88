import { describe, expect, it } from 'vitest';
import type { ConsentAct } from '../../../analyzers/artifacts';
import { typedDataToThirdParty } from '../../../analyzers/rules/typed-data-to-third-party';
import { contextOf, exchange, item, T0 } from '../traffic/visit-builder';

const judge = (...args: Parameters<typeof contextOf>) => typedDataToThirdParty.judge(contextOf(...args));
const phone = item('phone');
const act = (topics: ConsentAct['topics'], at = 100): ConsentAct => ({ at: T0 + at, kind: 'tick-and-submit', topics, text: '同意', selector: '#a', pageUrl: 'https://shop.example.cn/' });
const NAMED = '我们会将手机号提供给巨量引擎用于广告效果衡量。';

describe('typed-data-to-third-party', () => {
  it('is a suspicion after a general consent, even where the policy names the recipient', () => {
    expect(judge({ exchanges: [exchange('ad.oceanengine.com', 500, [phone])], acts: [act(['policy', 'agreement'])] }, NAMED).outcome).toBe('violation');
  });

  it('is for review after a consent to that sharing alone, given before sending', () => {
    const exchanges = [exchange('ad.oceanengine.com', 500, [phone])];
    expect(judge({ exchanges, acts: [act(['sharing'])] }, NAMED)).toMatchObject({ outcome: 'review', say: 'consented' });
    expect(judge({ exchanges, acts: [act(['sharing'], 900)] }, NAMED).outcome).toBe('violation');
    expect(judge({ exchanges, acts: [act(['sharing'])] }, '我们会与合作伙伴共享。').outcome).toBe('violation');
  });

  it('leaves a sister company to a person where the policy names it, and suspects one that it does not', () => {
    const exchanges = [exchange('www.kuaishou.com', 500, [phone])];
    expect(judge({ exchanges }, '我们的关联公司包括北京快手科技有限公司。')).toMatchObject({ outcome: 'review', say: 'affiliate' });
    expect(judge({ exchanges }, '我们与关联公司共同处理您的信息。').outcome).toBe('violation');
  });

  it('takes a box that only allows giving the number to someone named for a consent of its own', () => {
    const exchanges = [exchange('lead.huachi-auto.cn', 500, [phone])];
    const policy = '经单独同意，手机号提供给华驰汽车（huachi-auto.cn）。';
    const box = (label: string, topics: ConsentAct['topics']) => ({
      url: 'https://shop.example.cn/', title: '', lang: 'zh', at: T0, textLength: 100, isHome: true, policyLinks: [], consentSurfaces: [], forms: [], impliedNotices: [], footer: {}, looksLikePolicy: false,
      tickBoxes: [{ id: 'b', selector: '#b', label, topics, checkedAtLoad: false, checkedNow: true, changedBy: 'user' as const, optional: false, visible: true }],
    });
    const after = (label: string, topics: ConsentAct['topics'], text = policy) => judge({ exchanges, acts: [act(topics)], surfaces: [box(label, topics)] }, text).outcome;
    expect(after('我同意将手机号提供给华驰汽车，用于安排试驾', ['other'])).toBe('review');
    expect(after('我已知晓活动规则', ['other'])).toBe('violation');
    expect(after('我已阅读并同意隐私政策，包括将手机号提供给华驰汽车', ['policy', 'other'])).toBe('violation');
    expect(after('我同意将手机号提供给合作商家', ['other'], '我们与合作商家共享信息。')).toBe('violation');
  });

  it('tells a hash from the plain number', () => {
    expect(judge({ exchanges: [exchange('ad.oceanengine.com', 500, [item('phone', { form: 'hashed' })])] })).toMatchObject({ outcome: 'violation', say: 'violation-hashed' });
    expect(judge({ exchanges: [exchange('ad.oceanengine.com', 500, [phone])] })).not.toHaveProperty('say');
  });

  it('does not count numbers that the person did not type', () => {
    expect(judge({ exchanges: [exchange('ad.oceanengine.com', 500, [item('phone', { foundBy: 'key' })])] }).outcome).toBe('not-applicable');
  });

  it('does not count search words', () => {
    expect(judge({ exchanges: [exchange('www.baidu.com', 500, [item('search-or-page-content')])] }).outcome).toBe('not-applicable');
  });

  it('is for review where the person logs in with another company', () => {
    expect(judge({ exchanges: [exchange('graph.qq.com', 500, [phone])] })).toMatchObject({ outcome: 'review', say: 'login' });
  });

  it('cannot say where a later body to a third party could not be read', () => {
    expect(judge({ exchanges: [exchange('shop.example.cn', 500, [phone]), exchange('tracker.test', 600, [], { body: 'unreadable' })] })).toMatchObject({ outcome: 'error', say: 'unreadable' });
  });
});
