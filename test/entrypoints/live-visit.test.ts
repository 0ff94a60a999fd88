import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS, type ConsentAct, type PageSurface, type Visit } from '../../analyzers/artifacts';
import { judgeVisit } from '../../analyzers/judge';
import { Observer, type RawRequest } from '../../analyzers/traffic/observe';
import { LiveVisit } from '../../entrypoints/background/live-visit';

const SITE = 'shop.example.cn';
const T0 = Date.now();

function live(change: Partial<Visit> = {}): LiveVisit {
  const visit: Visit = {
    id: 'v', site: SITE, url: `https://${SITE}/`, startedAt: T0, browser: 'test', surfaces: [], acts: [], permissions: [], exchanges: [], storage: [], probes: [],
    policy: { status: 'pending' }, home: { seen: true, hasPolicyLink: true }, problems: [], presses: [], typed: [], activity: [], ...change,
  };
  return new LiveVisit(visit, 1, new Observer('salt'));
}

let next = 1;
const request = (url: string, at: number, change: Partial<RawRequest> = {}): RawRequest => ({ id: String(next++), at: T0 + at, url, method: 'GET', type: 'image', pageUrl: `https://${SITE}/`, headers: [], seenBy: 'web-request', ...change });
const tracker = (at: number) => request('https://hm.baidu.com/hm.gif?vid=9f86d081884c7d659a2feaa0c55ad015', at, { type: 'xhr' });
const store = { at: T0, area: 'local' as const, key: 'vid', value: '9f86d081884c7d659a2feaa0c55ad015', lifetimeHours: 87_600, pageUrl: `https://${SITE}/` };
const act = (kind: ConsentAct['kind'], at: number): ConsentAct => ({ at: T0 + at, kind, topics: ['cookies'], text: '', selector: '#a', pageUrl: `https://${SITE}/` });
const findingOf = (one: LiveVisit, rule: string) => judgeVisit(one.visit, { version: 't', lang: 'en' }).findings.find((finding) => finding.rule === rule)!;
const body = (text: string) => Buffer.from(text).toString('base64');

afterEach(() => vi.useRealTimers());

describe('a page of five thousand requests', () => {
  it('keeps the first, says that it dropped the rest, and loses no finding', () => {
    const one = live();
    one.addStorage([store]);
    one.addRequest(tracker(10));
    for (let i = 0; i < 5_000; i++) one.addRequest(request(`https://${SITE}/p${i}.png`, 20 + i));
    one.settle();
    expect(one.visit.exchanges).toHaveLength(LIMITS.exchangesPerVisit);
    expect(one.visit.problems.filter(({ kind }) => kind === 'requests-dropped')).toHaveLength(1);
    expect(findingOf(one, 'pre-consent-identifier').outcome).toBe('violation');
    // Nothing is concluded from what is not in the part that was kept.
    expect(findingOf(one, 'typed-data-to-third-party').outcome).not.toBe('pass');
  });
});

describe('a page that forges what its own hook reports', () => {
  it('makes up no request: a body without one that the browser saw is dropped', () => {
    const one = live();
    one.addTyped([{ fieldKind: 'phone', value: '13800138264', at: T0 }]);
    one.addBodies(Array.from({ length: 200 }, () => ({ url: 'https://evil.tracker.test/c', at: T0 + 100, via: 'beacon' as const, body: body('{"mobile":"13800138264"}') })));
    one.addBodies([{ url: 'wss://evil.tracker.test/s', at: T0 + 100, via: 'websocket', body: body('{"mobile":"13800138264"}') }]);
    expect(one.visit.exchanges).toEqual([]);
    expect(findingOf(one, 'typed-data-to-third-party').outcome).not.toBe('violation');
  });

  it('still joins a true body to its request, even where the report came first', () => {
    const one = live();
    one.addTyped([{ fieldKind: 'phone', value: '13800138264', at: T0 }]);
    one.addBodies([{ url: 'https://lead.tracker.test/c', at: T0 + 100, via: 'beacon', body: body('{"mobile":"13800138264"}') }]);
    one.addRequest(request('https://lead.tracker.test/c', 110, { type: 'ping', method: 'POST', bodyUnreadable: true }));
    one.settle();
    expect(one.visit.exchanges).toMatchObject([{ body: 'read', items: [{ kind: 'phone' }] }]);
    expect(findingOf(one, 'typed-data-to-third-party').outcome).toBe('violation');
  });

  it('keeps a bounded number of socket frames and says that it dropped some', () => {
    const one = live();
    one.addRequest(request('wss://chat.tracker.test/s', 5, { type: 'websocket' }));
    for (let i = 0; i < 20; i++) one.addBodies(Array.from({ length: 200 }, (_, n) => ({ url: 'wss://chat.tracker.test/s', at: T0 + 10 + i, via: 'websocket' as const, body: body(`{"n":${i * 200 + n}}`) })));
    expect(one.visit.exchanges.length).toBeLessThan(1_000);
    expect(one.visit.problems).toMatchObject([{ kind: 'requests-dropped', detail: 'frames' }]);
  });

  it('takes an answer only for a request of that address', () => {
    const one = live();
    const answer = { url: `https://${SITE}/api/list`, at: T0 + 500, complete: true, numbers: [{ kind: 'phone' as const, mask: '138****8264' }] };
    one.addAnswer(answer);
    expect(one.visit.exchanges).toEqual([]);
    one.addRequest(request(`https://${SITE}/api/list?page=1`, 400, { type: 'xhr' }));
    one.addAnswer(answer);
    expect(one.visit.exchanges[0]?.answer?.numbers).toHaveLength(1);
  });

  it('keeps acts, presses, typing and activity bounded', () => {
    const one = live();
    for (let i = 0; i < 2_000; i++) {
      one.addAct(act('accept', i));
      one.addPress({ at: T0 + i, role: 'submit', pageUrl: '' });
      one.addActivity(T0 + i);
      one.addTyped([{ fieldKind: 'phone', value: `1380013${String(i).padStart(4, '0')}`, at: T0 + i }]);
    }
    const { acts, presses = [], activity = [], typed = [] } = one.visit;
    expect([acts.length, presses.length, activity.length, typed.length].every((length) => length > 0 && length <= 500)).toBe(true);
  });
});

it('makes no new report for a moving mouse, but for the next request', () => {
  const one = live();
  one.addRequest(tracker(10));
  one.keepReport(judgeVisit(one.visit, { version: 't', lang: 'en' }), T0);
  one.addActivity(T0 + 100);
  expect([one.isDirty, one.owesReport]).toEqual([true, false]);
  one.addRequest(tracker(200));
  expect(one.owesReport).toBe(true);
});

describe('a clock that is set back', () => {
  it('is a problem of its own, and nothing before or after a choice is proved by it any more', () => {
    vi.useFakeTimers({ now: T0 });
    const one = live();
    one.addStorage([store]);
    one.addAct(act('refuse', 0));
    one.addRequest(tracker(50));
    one.settle();
    expect(findingOf(one, 'collection-after-refusal').outcome).toBe('violation');
    vi.setSystemTime(T0 - 3_600_000);
    one.addRequest(tracker(-3_599_000));
    one.settle();
    expect(one.visit.problems).toMatchObject([{ kind: 'clock-changed' }]);
    expect(findingOf(one, 'collection-after-refusal').outcome).toBe('error');
    expect(findingOf(one, 'pre-consent-identifier').outcome).toBe('review');
  });

  it('is not seen in a correction of a moment', () => {
    vi.useFakeTimers({ now: T0 });
    const one = live();
    one.addActivity(T0);
    vi.setSystemTime(T0 - 500);
    one.addActivity(T0 - 500);
    expect(one.visit.problems).toEqual([]);
  });
});

describe('consent that was given before', () => {
  it('leaves what came before the choice to a person where it was given on an earlier visit', () => {
    const one = live({ earlierConsentAt: T0 - 86_400_000 });
    one.addStorage([store]);
    one.addRequest(tracker(10));
    one.settle();
    expect(findingOf(one, 'pre-consent-identifier')).toMatchObject({ outcome: 'review' });
  });

  it('is taken back by a refusal, on this visit and on the next', () => {
    const one = live();
    one.addAct(act('accept', 10));
    one.addAct(act('refuse', 2_000));
    expect(one.visit.acts.map(({ kind }) => kind)).toEqual(['accept', 'withdraw']);
    const later = live({ earlierConsentAt: T0 - 86_400_000 });
    later.addAct(act('refuse', 10));
    expect(later.visit.acts[0]?.kind).toBe('withdraw');
    const fresh = live();
    fresh.addAct(act('refuse', 10));
    expect(fresh.visit.acts[0]?.kind).toBe('refuse');
  });
});

describe('a worker killed in the middle of a load', () => {
  it('teaches its successor what was typed and stored, so that what it sees is still recognised', () => {
    const first = live();
    first.addTyped([{ fieldKind: 'phone', value: '13800138264', at: T0 }]);
    first.addStorage([store]);
    const second = live({ ...first.visit, problems: [{ at: T0, kind: 'worker-restarted' }] });
    second.remember(first.memory());
    second.addRequest(request('https://lead.tracker.test/c', 900, { type: 'xhr', method: 'POST', body: '{"mobile":"13800138264","vid":"9f86d081884c7d659a2feaa0c55ad015"}' }));
    second.settle();
    expect(second.visit.exchanges[0]?.items.map(({ kind, foundBy }) => `${kind} ${foundBy}`)).toEqual(expect.arrayContaining(['phone needle', 'device-id needle']));
    expect(findingOf(second, 'typed-data-to-third-party').outcome).toBe('violation');
  });
});

describe('what the person says a page is for', () => {
  const url = `https://${SITE}/apply`;
  const surface = (): PageSurface => ({
    url, title: '', lang: 'zh-CN', at: T0, textLength: 200, isHome: false, policyLinks: [], consentSurfaces: [], tickBoxes: [], impliedNotices: [], footer: {}, looksLikePolicy: false,
    service: { service: 'shopping', certainty: 'guessed', evidence: [] },
    forms: [{
      id: 'f', selector: '#f', purpose: 'other', action: url, controls: [], notices: [], visible: true,
      fields: [{ id: 'b', selector: '#b', kind: 'birthday', label: '生日', required: true, requiredBy: 'attribute', visible: true }],
    }],
  });

  it('turns a doubt into a suspicion or takes it away, and holds when the page is read again', () => {
    const one = live();
    one.addSurface(surface());
    expect(findingOf(one, 'nonessential-required-field').outcome).toBe('review');
    expect(one.confirmFunction(url, 'shopping')).toBe(true);
    expect(one.report).toBeUndefined();
    expect(findingOf(one, 'nonessential-required-field').outcome).toBe('violation');
    one.addSurface(surface());
    expect(one.visit.surfaces[0]!.service).toMatchObject({ service: 'shopping', certainty: 'confirmed' });
    expect(one.confirmFunction(`https://${SITE}/elsewhere`, 'shopping')).toBe(false);
  });
});

describe('judgements', () => {
  it('have numbers of their own, so that a view knows which one it shows', () => {
    const one = live();
    const report = judgeVisit(one.visit, { version: 't', lang: 'en' });
    one.keepReport(report, T0);
    const first = one.revision;
    one.keepReport(report, T0);
    expect(first).not.toBe('');
    expect(one.revision).not.toBe(first);
  });

  it('that were made for a view are written all the same, once', () => {
    const one = live();
    const report = judgeVisit(one.visit, { version: 't', lang: 'en' });
    one.keepReport(report, T0);
    expect(one.untold).toBe(report);
    expect(one.takeBatch(one.untold).report).toBe(report);
    expect(one.untold).toBeUndefined();
    one.keepReport(report, T0);
    one.addProblem('page-left');
    expect(one.untold).toBeUndefined(); // a newer one is owed
  });
});

describe('a batch that the disk would not take', () => {
  it('is written with the next one, report and all', () => {
    const one = live();
    one.addRequest(tracker(10));
    const first = one.takeBatch();
    const report = judgeVisit(one.visit, { version: 't', lang: 'en' });
    one.keepReport(report, T0);
    const refused = one.takeBatch(report);
    one.putBack(first);
    one.putBack(refused);
    expect([one.isDirty, one.untold]).toEqual([true, report]);
    expect(one.takeBatch(one.untold)).toMatchObject({ newExchanges: first.newExchanges, report });
    expect(one.takeBatch().newExchanges).toEqual([]);
  });
});
