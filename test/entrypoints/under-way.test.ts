import { describe, expect, it } from 'vitest';
import { LIMITS, type Visit } from '../../analyzers/artifacts';
import { Observer } from '../../analyzers/traffic/observe';
import { LiveVisit } from '../../entrypoints/background/live-visit';
import { RequestsUnderWay, type Details } from '../../entrypoints/background/under-way';

const MB = 1024 * 1024;
const details = (requestId: string, change: Partial<Details> = {}): Details => ({ requestId, url: 'https://a.tracker.test/c', method: 'POST', type: 'xmlhttprequest', tabId: 1, timeStamp: 1, ...change });
const upload = (bytes: number) => ({ raw: [{ bytes: new ArrayBuffer(bytes) }] });

describe('requests under way', () => {
  it('stay bounded where none of them is ever answered', () => {
    const underWay = new RequestsUnderWay();
    for (let i = 0; i < 5_000; i++) underWay.begin(details(String(i)), upload(1_000));
    expect(underWay.count).toBeLessThanOrEqual(500);
    expect(underWay.get('4999')).toBeDefined();
    expect(underWay.get('0')).toBeUndefined();
  });

  it('hold the beginning of an upload of 50 MB, and a flood of large ones to a bound', () => {
    const underWay = new RequestsUnderWay();
    const entry = underWay.begin(details('big'), upload(50 * MB));
    expect(entry.body).toMatchObject({ bodyCut: true });
    expect(underWay.bytes).toBe(LIMITS.bodyBytes);
    for (let i = 0; i < 400; i++) underWay.begin(details(String(i)), upload(MB));
    expect(underWay.bytes).toBeLessThanOrEqual(8 * MB);
    expect(underWay.count).toBeGreaterThan(100);
  });

  it('hold form fields to the limit of a body', () => {
    const { body } = new RequestsUnderWay().begin(details('form'), { formData: { note: ['记'.repeat(10 * MB)], rest: ['more'] } });
    expect(JSON.stringify(body).length).toBeLessThan(LIMITS.bodyBytes + 100);
  });

  it('leave nothing behind once they were answered or cut off', () => {
    const underWay = new RequestsUnderWay();
    for (let i = 0; i < 100; i++) underWay.begin(details(String(i)), upload(5_000));
    for (let i = 0; i < 100; i++) underWay.end(String(i));
    expect([underWay.count, underWay.bytes]).toEqual([0, 0]);
  });

  it('number the hops of a redirect', () => {
    const underWay = new RequestsUnderWay();
    expect([underWay.begin(details('r')).hop, underWay.begin(details('r', { url: 'https://b.tracker.test/' })).hop]).toEqual([0, 1]);
    underWay.end('r');
    expect(underWay.begin(details('r')).hop).toBe(0);
  });

  it('hold no body any more that went on to its visit, and the visit none that was decoded', () => {
    const visit: Visit = {
      id: 'v', site: 'shop.test', url: 'https://shop.test/', startedAt: 0, browser: 'test', surfaces: [], acts: [], permissions: [], exchanges: [], storage: [], probes: [],
      policy: { status: 'pending' }, home: { seen: false, hasPolicyLink: false }, problems: [],
    };
    const live = new LiveVisit(visit, 1, new Observer('salt'));
    const underWay = new RequestsUnderWay();
    const entries = Array.from({ length: 200 }, (_, i) => {
      const entry = underWay.begin(details(String(i)), upload(MB));
      const { url, method, type } = entry.details;
      const waiting = live.addRequest({ id: String(i), at: i, url, method, type, pageUrl: visit.url, headers: [], seenBy: 'web-request', ...entry.body })!;
      underWay.sent(entry, waiting, live);
      return entry;
    });
    // Without any rest: a page that floods is decoded while it does.
    const held = entries.filter(({ sent }) => sent?.waiting.raw !== undefined).length;
    expect(held * LIMITS.bodyBytes).toBeLessThanOrEqual(4 * MB);
    live.settle();
    expect(entries.some(({ sent, body }) => sent?.waiting.raw !== undefined || body.body !== undefined)).toBe(false);
    expect([underWay.bytes, underWay.count, visit.exchanges.length]).toEqual([0, 200, 200]);
  });
});
