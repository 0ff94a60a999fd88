import { describe, expect, it } from 'vitest';
import type { ConsentAct } from '../../../analyzers/artifacts';
import { cleartextSensitiveData } from '../../../analyzers/rules/cleartext-sensitive-data';
import { collectionAfterRefusal } from '../../../analyzers/rules/collection-after-refusal';
import { preConsentSharing } from '../../../analyzers/rules/pre-consent-sharing';
import { contextOf, exchange, item, T0 } from '../traffic/visit-builder';

const stored = item('device-id', { lifetimeHours: 87_600 });
const refuse = (topics: ConsentAct['topics']): ConsentAct => ({ at: T0 + 1_000, kind: 'refuse', topics, text: '拒绝', selector: '#r', pageUrl: 'https://shop.example.cn/' });

describe('collection-after-refusal', () => {
  const judge = (exchanges: ReturnType<typeof exchange>[], acts: ConsentAct[]) => collectionAfterRefusal.judge(contextOf({ exchanges, acts }));

  const before = exchange('hm.baidu.com', 200, [stored]);

  it('suspects a request made after the press, however soon, unless its recipient was in touch before', () => {
    expect(judge([exchange('hm.baidu.com', 1_010, [stored])], [refuse(['cookies'])]).outcome).toBe('violation');
    expect(judge([before, exchange('hm.baidu.com', 1_010, [stored])], [refuse(['cookies'])])).toMatchObject({ outcome: 'review', say: 'at-once' });
    expect(judge([before, exchange('hm.baidu.com', 1_400, [stored])], [refuse(['cookies'])]).outcome).toBe('violation');
  });

  it('gives pictures, whose making is not told, a second to wait in line', () => {
    expect(judge([before, exchange('hm.baidu.com', 1_400, [stored], { type: 'image' })], [refuse(['cookies'])])).toMatchObject({ outcome: 'review', say: 'at-once' });
    expect(judge([before, exchange('hm.baidu.com', 2_200, [stored], { type: 'image' })], [refuse(['cookies'])]).outcome).toBe('violation');
  });

  it('leaves out a picture that the browser numbered before a request sent ahead of the press', () => {
    const earlier = exchange('shop.example.cn', 900, [], { id: '57' });
    expect(judge([earlier, exchange('hm.baidu.com', 1_400, [stored], { type: 'image', id: '52' })], [refuse(['cookies'])]).outcome).toBe('pass');
  });

  it('leaves out what the browser fetched ahead of any page, and says nothing where the clock was changed', () => {
    expect(judge([exchange('hm.baidu.com', 3_000, [stored], { speculative: true })], [refuse(['cookies'])]).outcome).toBe('pass');
    const problems = [{ at: T0, kind: 'clock-changed' as const }];
    expect(collectionAfterRefusal.judge(contextOf({ exchanges: [exchange('hm.baidu.com', 3_000, [stored])], acts: [refuse(['cookies'])], problems }))).toMatchObject({ outcome: 'error', say: 'clock-changed' });
  });

  it('is for review where only marketing messages were refused', () => {
    expect(judge([exchange('hm.baidu.com', 2_000, [stored])], [refuse(['marketing'])]).outcome).toBe('review');
  });

  it('ends with a later consent', () => {
    expect(judge([exchange('hm.baidu.com', 5_000, [stored])], [refuse(['cookies']), { ...refuse(['cookies']), kind: 'accept', at: T0 + 3_000 }]).outcome).toBe('pass');
  });
});

describe('pre-consent-sharing', () => {
  const judge = (...items: ReturnType<typeof item>[]) => preConsentSharing.judge(contextOf({ exchanges: [exchange('stats.test', 5, items)] }));

  it('is a suspicion for an openid and for review for a bare uid, which may be the account of the site at its vendor', () => {
    expect(judge(item('account-id', { foundBy: 'key', path: 'url > openid' })).outcome).toBe('violation');
    expect(judge(item('account-id', { foundBy: 'key', path: 'url > uid' })).outcome).toBe('review');
  });

  it('is for review for coordinates nobody asked the browser for, which may be those of a shop', () => {
    const point = item('precise-location', { foundBy: 'key', path: 'url > location' });
    expect(judge(point).outcome).toBe('review');
    const asked = { at: T0, permission: 'location' as const, afterUserAction: false, pageUrl: 'https://shop.example.cn/' };
    expect(preConsentSharing.judge(contextOf({ exchanges: [exchange('stats.test', 5, [point])], permissions: [asked] })).outcome).toBe('violation');
  });

  it('is for review for search words', () => {
    expect(judge(item('search-or-page-content')).outcome).toBe('review');
  });
});

describe('cleartext-sensitive-data', () => {
  const judge = (url: string, change: Parameters<typeof item>[1]) => cleartextSensitiveData.judge(contextOf({ exchanges: [exchange('shop.example.cn', 5, [item('phone', change)], { url })] })).outcome;

  it('is a suspicion for a phone number in an address even over https', () => {
    expect(judge('https://shop.example.cn/?m=138****8000', { where: 'url' })).toBe('violation');
    expect(judge('https://shop.example.cn/', { where: 'body' })).toBe('pass');
  });

  it('passes a hash', () => {
    expect(judge('http://shop.example.cn/', { form: 'hashed' })).toBe('not-applicable');
  });

  it('passes what stays on this machine', () => {
    expect(cleartextSensitiveData.judge(contextOf({ exchanges: [exchange('localhost', 5, [item('password')], { url: 'http://localhost/login' })] })).outcome).toBe('pass');
  });
});
