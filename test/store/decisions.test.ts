import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisionFrom, isOutdated, NOTE_CHARS, type Decision } from '../../analyzers/decision';
import type { Finding, SiteReport } from '../../analyzers/report';
import { Database } from '../../store/database';
import { allDecisions, decide, decisionsOf, dismissedRules, forgetDecisions } from '../../store/decisions';

let db: Database;

beforeEach(() => {
  db = new Database(`test-${Math.random()}`);
});

afterEach(() => db.delete());

const decision = (change: Partial<Decision> = {}): Decision => ({
  site: 'shop.test', rule: 'pre-consent-identifier', choice: 'confirmed', note: '', outcome: 'violation', rulesVersion: '2026.11.21', at: 5, ...change,
});

describe('a decision', () => {
  it('takes the place of the one before on the same site and rule', async () => {
    await decide(db, decision());
    await decide(db, decision({ choice: 'dismissed', reason: 'allowed', note: '已备案', at: 9 }));
    await decide(db, decision({ site: 'other.test', at: 7 }));
    expect(await decisionsOf(db, 'shop.test')).toEqual([decision({ choice: 'dismissed', reason: 'allowed', note: '已备案', at: 9 })]);
    expect((await allDecisions(db)).map(({ site }) => site)).toEqual(['shop.test', 'other.test']);
  });

  it('is gone when it says nothing any more, or is taken back', async () => {
    await decide(db, decision({ choice: 'open', note: 'look again' }));
    expect(await decisionsOf(db, 'shop.test')).toHaveLength(1);
    await decide(db, decision({ choice: 'open', note: ' ' }));
    expect(await decisionsOf(db, 'shop.test')).toEqual([]);
    await decide(db, decision());
    await forgetDecisions(db, [decision()]);
    expect(await db.decisions.count()).toBe(0);
  });

  it('does not come back when its record makes no sense', async () => {
    await decide(db, decision());
    await db.decisions.put({ site: 'shop.test', rule: 'x', choice: 'perhaps' } as unknown as Decision);
    expect(await decisionsOf(db, 'shop.test')).toEqual([decision()]);
  });

  it('is outdated under other rules and beside another outcome', () => {
    expect(isOutdated(decision(), { outcome: 'violation' }, '2026.11.21')).toBe(false);
    expect(isOutdated(decision(), { outcome: 'review' }, '2026.11.21')).toBe(true);
    expect(isOutdated(decision(), { outcome: 'violation' }, '2027.1.1')).toBe(true);
  });
});

describe('a decision out of anything', () => {
  it.each([undefined, null, 7, 'x', [], {}, { site: 'a', rule: '', choice: 'open', outcome: 'pass' }, { site: 'a', rule: 'b', choice: 'maybe', outcome: 'pass' }, { site: 'a'.repeat(300), rule: 'b', choice: 'open', outcome: 'pass' }])('refuses %j', (value) => {
    expect(decisionFrom(value)).toBeUndefined();
  });

  it('cuts a long note, drops a reason that belongs to nothing and names one that is unknown', () => {
    expect(decisionFrom(decision({ note: 'x'.repeat(9_000) }))!.note).toHaveLength(NOTE_CHARS);
    expect(decisionFrom(decision({ reason: 'mended' }))).not.toHaveProperty('reason');
    expect(decisionFrom({ ...decision(), choice: 'dismissed', reason: 'because' })!.reason).toBe('other');
  });
});

it('the number on the button leaves out what was set aside, while it is judged as it was then', async () => {
  const finding = (rule: string, outcome: Finding['outcome']): Finding => ({ rule, outcome, category: 'no-consent', severity: 'high', basis: [], summary: { 'zh-CN': '', en: '' }, evidence: [] });
  const report = { site: 'shop.test', tool: { version: '', rulesVersion: '2026.11.21', browser: '' }, findings: [finding('a', 'violation'), finding('b', 'violation'), finding('c', 'violation')] } as unknown as SiteReport;
  await decide(db, decision({ rule: 'a', choice: 'dismissed', reason: 'allowed' }));
  await decide(db, decision({ rule: 'b', choice: 'dismissed', reason: 'allowed', outcome: 'review' }));
  await decide(db, decision({ rule: 'c' }));
  expect(await dismissedRules(db, report)).toEqual(['a']);
});

it('an older database opens with its rows, and can keep decisions', async () => {
  const name = db.name;
  const { default: Dexie } = await import('dexie');
  const old = new Dexie(name);
  old.version(1).stores({ visits: 'id, site, startedAt, tabId', exchanges: '[visitId+id], visitId', sites: 'site, lastVisit', reports: 'visitId, site, at', policies: 'sha256, site, url, lastSeen' });
  await old.table('sites').put({ site: 'shop.test', lastVisit: 3, homeSeen: true, homeHasPolicyLink: true });
  old.close();
  await decide(db, decision());
  expect(await db.sites.get('shop.test')).toMatchObject({ lastVisit: 3 });
  expect(await decisionsOf(db, 'shop.test')).toHaveLength(1);
});
