import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_HISTORY, overviewOf, type Overview } from '../../analyzers/overview';
import { CATEGORY_ORDER, type SiteReport } from '../../analyzers/report';
import { Database, type ReportRow } from '../../store/database';
import { damagedSites } from '../../store/damaged';
import { keepImported } from '../../store/imports';
import { completeOverviews, keepOverviews, readOverviews } from '../../store/overviews';
import { allTags, changeTags, forgetReport, forgetSites } from '../../store/sites';
import { writeBatch } from '../../store/visits';
import { badReport, cleanReport, visitOf } from '../components/samples';

let db: Database;

beforeEach(() => {
  db = new Database(`test-${Math.random()}`);
});

afterEach(() => db.delete());

const DAY = 86_400_000;
const at = (day: number): string => new Date(Date.UTC(2026, 9, 1) + day * DAY).toISOString();
const row = (visitId: string, report: SiteReport): ReportRow => ({ visitId, site: report.site, at: Date.parse(report.startedAt), report });

describe('an overview', () => {
  it('says what a list needs: counts, recipients, who got data early, least sure first', () => {
    const overview = overviewOf(badReport(), 'v1', false);
    expect(overview).toMatchObject({ site: 'yunshang-shop.cn', operator: '云裳服饰有限公司', policy: 'read', passed: 3, unseen: 0, doubtful: ['retention-period'] });
    expect(overview.suspected).toHaveLength(4);
    expect(overview.suspected[0]).toBe('typed-data-to-third-party');
    expect(overview.sureness).toHaveLength(5);
    expect(overview.recipients.map(({ owner }) => owner)).not.toContain('云裳');
    expect(overview.recipients.find(({ owner }) => owner === '合算数据')).toMatchObject({ early: true });
    expect(overview.history).toEqual([{ visitId: 'v1', at: overview.at, counts: CATEGORY_ORDER.map((code) => badReport().findings.filter((finding) => finding.outcome === 'violation' && finding.category === code).length) }]);
  });

  it('goes on over visits, and an older report does not take the newest one’s place', () => {
    let overview: Overview | undefined;
    for (let day = 0; day < MAX_HISTORY + 5; day++) overview = overviewOf(badReport({ startedAt: at(day) }), `v${day}`, false, overview);
    expect(overview!.history).toHaveLength(MAX_HISTORY);
    expect(overview!.visitId).toBe(`v${MAX_HISTORY + 4}`);
    const later = overviewOf(cleanReport({ site: 'yunshang-shop.cn', startedAt: at(20) }), 'old', false, overview);
    expect(later.visitId).toBe(overview!.visitId);
    expect(later.history.some(({ visitId }) => visitId === 'old')).toBe(true);
  });

  it('of the same visit is replaced, not counted twice', () => {
    const first = overviewOf(badReport(), 'v1', false);
    expect(overviewOf(badReport(), 'v1', false, first).history).toHaveLength(1);
  });
});

describe('overviews in the database', () => {
  it('are written with the report, in one transaction', async () => {
    const report = badReport();
    const { exchanges: _, policy: __, earlierPolicy: ___, ...visit } = visitOf(report);
    await writeBatch(db, [{ visit: { ...visit, policy: { status: 'pending' }, tabId: 1 }, newDocuments: [], newExchanges: [], report }], 9);
    expect((await readOverviews(db)).rows.map(({ site }) => site)).toEqual(['yunshang-shop.cn']);
  });

  it('are made of the reports of an older database, and made anew when a row is damaged', async () => {
    await db.reports.bulkPut([row('a', badReport({ startedAt: at(1) })), row('b', badReport({ startedAt: at(2) })), row('c', cleanReport())]);
    expect(await completeOverviews(db)).toEqual({ made: 2, damaged: 0 });
    expect((await db.overviews.get('yunshang-shop.cn'))!.history.map(({ visitId }) => visitId)).toEqual(['a', 'b']);
    await db.overviews.put({ site: 'yunshang-shop.cn', at: 1 } as Overview);
    expect((await readOverviews(db)).damaged).toEqual(['yunshang-shop.cn']);
    expect(await completeOverviews(db)).toEqual({ made: 1, damaged: 0 });
    expect(await completeOverviews(db)).toEqual({ made: 0, damaged: 0 });
  });

  it('leave out a report that cannot be summed up, keep the others, and tell', async () => {
    await db.reports.bulkPut([row('a', badReport()), { visitId: 'x', site: 'broken.test', at: 1, report: { site: 'broken.test' } as SiteReport }]);
    expect(await completeOverviews(db)).toEqual({ made: 1, damaged: 1 });
    expect(await damagedSites(db)).toEqual(['broken.test']);
    await keepOverviews(db, [{ visitId: 'x', site: 'yunshang-shop.cn', at: 1, report: {} as SiteReport }]);
    expect((await db.overviews.get('yunshang-shop.cn'))!.visitId).toBe('a');
  });

  it('come newest first where only some are asked for', async () => {
    await keepOverviews(db, Array.from({ length: 9 }, (_, day) => row(`v${day}`, badReport({ site: `s${day}.test`, startedAt: at(day) }))));
    expect((await readOverviews(db, 2)).rows.map(({ site }) => site)).toEqual(['s8.test', 's7.test']);
  });
});

describe('results from files', () => {
  const record = (over: Partial<SiteReport> = {}) => ({ report: badReport(over), decisions: [], tags: ['抽查'] });

  it('stand beside the visits of this browser, each once however often opened', async () => {
    await keepImported(db, [record()], 'results.jsonl');
    await keepImported(db, [record()], 'again.jsonl');
    expect(await db.reports.count()).toBe(1);
    expect(await db.overviews.get('yunshang-shop.cn')).toMatchObject({ fromFile: true });
    expect(await allTags(db)).toEqual(new Map([['yunshang-shop.cn', ['抽查']]]));
  });

  it('do not overwrite what was decided here later', async () => {
    const base = { site: 'yunshang-shop.cn', rule: 'right-deletion', note: '', outcome: 'violation', rulesVersion: '1' } as const;
    await db.decisions.put({ ...base, choice: 'confirmed', at: 20 });
    await keepImported(db, [{ ...record(), decisions: [{ ...base, choice: 'dismissed', reason: 'other', at: 10 }] }], 'x');
    expect((await db.decisions.get([base.site, base.rule]))!.choice).toBe('confirmed');
    await keepImported(db, [{ ...record(), decisions: [{ ...base, choice: 'dismissed', reason: 'other', at: 30 }] }], 'x');
    expect((await db.decisions.get([base.site, base.rule]))!.choice).toBe('dismissed');
  });
});

describe('sites', () => {
  it('are tagged, untagged and forgotten, the others untouched', async () => {
    await keepImported(db, [{ report: badReport(), decisions: [], tags: [] }, { report: cleanReport(), decisions: [], tags: [] }], 'x');
    await changeTags(db, ['yunshang-shop.cn', 'qingquan-library.org.cn'], { add: [' 电商  平台 ', '', 'x'.repeat(99)] });
    expect((await allTags(db)).get('yunshang-shop.cn')).toEqual(['电商 平台', 'x'.repeat(40)]);
    await changeTags(db, ['yunshang-shop.cn'], { remove: ['电商 平台', 'x'.repeat(40)] });
    expect((await allTags(db)).has('yunshang-shop.cn')).toBe(false);
    await forgetSites(db, ['yunshang-shop.cn']);
    expect((await db.reports.toArray()).map(({ site }) => site)).toEqual(['qingquan-library.org.cn']);
    expect(await db.overviews.count()).toBe(1);
  });

  it('lose one report and keep the rest', async () => {
    await db.reports.bulkPut([row('a', badReport({ startedAt: at(1) })), row('b', badReport({ startedAt: at(2) }))]);
    await completeOverviews(db);
    await forgetReport(db, 'yunshang-shop.cn', 'b');
    await completeOverviews(db);
    expect((await db.overviews.get('yunshang-shop.cn'))!.visitId).toBe('a');
  });
});
