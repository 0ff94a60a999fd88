import { describe, expect, it } from 'vitest';
import type { PageSurface, StorageWrite } from '../../../analyzers/artifacts';
import { preConsentIdentifier } from '../../../analyzers/rules/pre-consent-identifier';
import { contextOf, cookie, exchange, item, T0 } from '../traffic/visit-builder';

const judge = (...args: Parameters<typeof contextOf>) => preConsentIdentifier.judge(contextOf(...args));
const stored = item('device-id', { lifetimeHours: 87_600, digest: 'd1' });
const byName = (path: string, digest = 'k1') => item('device-id', { foundBy: 'key', path, digest });
const write: StorageWrite = { at: T0 + 1, area: 'local', key: 'visitor', lifetimeHours: null, mask: '…', digest: 'd1', isIdentifier: true, pageUrl: 'https://shop.example.cn/' };
const page = exchange('shop.example.cn', 0, [], { type: 'document' });
const banner = { consentSurfaces: [{ asksConsent: true, visible: true }] } as unknown as PageSurface;
const surface = (part: Partial<PageSurface>): PageSurface => ({ footer: {}, consentSurfaces: [], tickBoxes: [], ...part }) as PageSurface;

describe('pre-consent-identifier', () => {
  it('is a suspicion when a third party sets a cookie for a year', () => {
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [], { setCookies: [cookie()] })] })).toMatchObject({ outcome: 'violation', evidence: [{ kind: 'request', items: [{ path: 'set-cookie > vid' }] }] });
  });

  it('is for review when that cookie was blocked and nothing else was seen', () => {
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [], { setCookies: [cookie({ blocked: true })] })] })).toMatchObject({ outcome: 'review', say: 'blocked' });
  });

  it.each([['a session cookie', { lifetimeHours: null }], ['a cookie for an hour', { lifetimeHours: 1 }], ['a setting', { isIdentifier: false }]])('passes %s of a third party', (_, change) => {
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [], { setCookies: [cookie(change)] })] }).outcome).toBe('pass');
  });

  it('is for review when only the site itself sets an identifier', () => {
    expect(judge({ exchanges: [exchange('shop.example.cn', 0, [], { type: 'document', setCookies: [cookie()] })] })).toMatchObject({ outcome: 'review', say: 'first-party' });
    expect(judge({ exchanges: [page], storage: [write] })).toMatchObject({ outcome: 'review', say: 'first-party' });
  });

  it('passes identifiers for captcha, anti-fraud and payment', () => {
    expect(judge({ exchanges: [page, exchange('api.geetest.com', 5, [stored]), exchange('fp-it.fengkongcloud.com', 6, [stored]), exchange('mclient.alipay.com', 7, [stored])] }).outcome).toBe('pass');
  });

  it('does not take a random value seen once for an identifier of the browser', () => {
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [byName('body > json > device_id')])] })).toMatchObject({ outcome: 'review', say: 'doubtful' });
  });

  it('takes a device id that comes back for one', () => {
    const again = byName('body > json > device_id');
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [again]), exchange('stats.test', 50, [again])] }).outcome).toBe('violation');
  });

  it('does not take an ambiguous name for a device, however often it comes', () => {
    const client = byName('url > client_id');
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [client]), exchange('stats.test', 50, [client])] }).outcome).toBe('review');
  });

  it('takes a value sent first and stored later for an identifier by its digest', () => {
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [byName('url > x', 'd1')])], storage: [write] }).outcome).toBe('violation');
  });

  it('takes a browser fingerprint for an identifier without storage', () => {
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [byName('body > json > visitorId')])] }).outcome).toBe('violation');
  });

  it('takes a device id sent once for one where the page took a fingerprint, not where it drew one picture', () => {
    const exchanges = [page, exchange('stats.test', 5, [byName('body > json > deviceId')])];
    const probe = (technique: 'canvas' | 'audio') => ({ at: T0, technique, pageUrl: 'https://shop.example.cn/' });
    expect(judge({ exchanges, probes: [probe('canvas'), probe('audio')] }).outcome).toBe('violation');
    expect(judge({ exchanges, probes: [probe('canvas')] }).outcome).toBe('review');
  });

  it('is for review on an unlisted domain that carries the name of the site', () => {
    expect(judge({ site: 'kestrelshop.test', exchanges: [exchange('api.kestrelshop-static.test', 5, [stored])] })).toMatchObject({ outcome: 'review', say: 'doubtful' });
  });

  it('is for review when the person came back and nobody asked this time, and stands when a banner asks', () => {
    const returning = [exchange('shop.example.cn', 0, [], { type: 'document', cookiesSent: 3 }), exchange('hm.baidu.com', 5, [stored])];
    expect(judge({ exchanges: returning })).toMatchObject({ outcome: 'review', say: 'return-visit' });
    expect(judge({ exchanges: returning, surfaces: [surface(banner)] }).outcome).toBe('violation');
  });

  it('is for review when a foreign script stores an identifier that is not seen leaving', () => {
    expect(judge({ exchanges: [page], storage: [{ ...write, scriptHost: 'cdn.stats.test' }] })).toMatchObject({ outcome: 'review', say: 'stored-only' });
  });

  it('cannot say where a body to a third party could not be read', () => {
    expect(judge({ exchanges: [page, exchange('stats.test', 5, [], { body: 'unreadable' })] })).toMatchObject({ outcome: 'error', say: 'unreadable' });
  });

  it('does not hold the person following a link against the site', () => {
    expect(judge({ exchanges: [page, exchange('www.zhihu.com', 5, [stored], { type: 'document' })] }).outcome).toBe('pass');
  });
});
