import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../analyzers/complaint/case';
import { deleteCase, keepCase, listCases, requestsTo } from '../../store/cases';
import { Database } from '../../store/database';
import { keepOverviews } from '../../store/overviews';
import { readCase } from '../../store/read-case';
import { DATA_VERSION, deleteAll, exportData, importData } from '../../store/transfer';
import { START, badReport } from '../components/samples';

let db: Database;
beforeEach(() => {
  db = new Database(`test-${Math.random()}`);
});
afterEach(() => db.delete());

const oneCase = (over: Partial<Case> = {}): Case => ({
  id: 'c1', site: 'yunshang-shop.cn', createdAt: START, changedAt: START, letter: { kind: 'deletion', request: 'deletion', text: '信' }, report: badReport(), findings: ['right-deletion'],
  complaint: '', steps: [{ kind: 'sent', on: '2026-09-15', at: START }], remind: true, ...over,
});
const full = (): Error => Object.assign(new Error('full'), { name: 'QuotaExceededError' });

describe('the case diary on disk', () => {
  it('keeps, lists and deletes cases', async () => {
    await keepCase(db, oneCase());
    await keepCase(db, oneCase({ id: 'c2', changedAt: START + 1 }));
    expect((await listCases(db)).map(({ id }) => id)).toEqual(['c2', 'c1']);
    await deleteCase(db, 'c2');
    expect(await listCases(db)).toHaveLength(1);
  });

  it('tells the visits of a site what was asked of it', async () => {
    await keepCase(db, oneCase());
    await keepCase(db, oneCase({ id: 'c2', site: 'b.cn' }));
    expect(await requestsTo(db, 'yunshang-shop.cn')).toEqual([{ id: 'c1', kind: 'deletion', sentOn: '2026-09-15' }]);
  });

  it('makes room on a full disk, and says so when there is none', async () => {
    const put = vi.spyOn(db.cases, 'put').mockRejectedValueOnce(full());
    expect(await keepCase(db, oneCase())).toBe(true);
    put.mockRejectedValue(full());
    expect(await keepCase(db, oneCase({ id: 'c2' }))).toBe(false);
    put.mockRestore();
    expect(await listCases(db)).toHaveLength(1);
  });

  it('is added to a database of the second version without a loss', async () => {
    const name = `old-${Math.random()}`;
    const old = new Dexie(name);
    old.version(1).stores({ visits: 'id, site, startedAt, tabId', exchanges: '[visitId+id], visitId', sites: 'site, lastVisit', reports: 'visitId, site, at', policies: 'sha256, site, url, lastSeen' });
    old.version(2).stores({ decisions: '[site+rule], site, rule, at' });
    await old.table('reports').put({ visitId: 'v', site: 'a.cn', at: 1, report: badReport() });
    await old.table('decisions').put({ site: 'a.cn', rule: 'x', at: 1, choice: 'confirmed', note: '' });
    old.close();
    const now = new Database(name);
    expect(await now.reports.count()).toBe(1);
    expect(await now.decisions.count()).toBe(1);
    await keepCase(now, oneCase());
    expect(await listCases(now)).toHaveLength(1);
    await now.delete();
  });
});

describe('a case from a file', () => {
  it('is taken only whole', () => {
    expect(readCase(JSON.parse(JSON.stringify(oneCase())))).toMatchObject({ id: 'c1' });
    const bad: Record<string, unknown>[] = [
      { id: 7 }, { report: {} }, { steps: [{ kind: 'hack', on: '2026-09-15', at: 1 }] }, { steps: [{ kind: 'sent', on: 'soon', at: 1 }] }, { findings: 'x' }, { remind: 1 },
      { letter: { kind: 'x', request: 'deletion', text: '' } }, { promised: { days: -1, unit: 'working' } }, { complaint: 'x'.repeat(60_001) },
    ];
    for (const over of bad) expect(readCase({ ...oneCase(), ...over }), JSON.stringify(over).slice(0, 80)).toBeUndefined();
  });
});

describe('all data as one file', () => {
  const write = async (from: Database): Promise<string> => JSON.stringify(await exportData(from, { lang: 'zh-CN' }, '0.1.0', START));

  it('goes out, is deleted, and comes back', async () => {
    await keepCase(db, oneCase());
    await db.reports.put({ visitId: 'v', site: 'a.cn', at: 1, report: badReport() });
    await db.sites.put({ site: 'a.cn', lastVisit: 1, homeSeen: true, homeHasPolicyLink: false });
    await db.decisions.put({ site: 'a.cn', rule: 'x', at: 1 } as never);
    const text = await write(db);
    await deleteAll(db);
    for (const table of db.tables) expect(await table.count(), table.name).toBe(0);
    const result = await importData(db, text);
    expect(result).toMatchObject({ taken: { cases: 1, reports: 1, sites: 1 }, known: 0, settings: { lang: 'zh-CN' } });
    expect((await listCases(db))[0]).toEqual(JSON.parse(JSON.stringify(oneCase())));
  });

  it('brings the overview of a site up to a newer report', async () => {
    const report = (startedAt: number) => badReport({ startedAt: new Date(startedAt).toISOString() });
    const rows = [{ visitId: 'old', site: 'yunshang-shop.cn', at: START, report: report(START) }, { visitId: 'new', site: 'yunshang-shop.cn', at: START + 60_000, report: report(START + 60_000) }];
    await db.reports.bulkPut(rows);
    const text = await write(db);
    await db.reports.delete('new');
    await keepOverviews(db, rows.slice(0, 1));
    expect((await importData(db, text)).taken.reports).toBe(1);
    expect(await db.overviews.toArray()).toMatchObject([{ site: 'yunshang-shop.cn', visitId: 'new', at: START + 60_000 }]);
  });

  it('changes nothing that is newer here', async () => {
    await keepCase(db, oneCase());
    const text = await write(db);
    await keepCase(db, oneCase({ complaint: '新写的', changedAt: START + 5 }));
    expect(await importData(db, text)).toMatchObject({ taken: { cases: 0 }, known: 1 });
    expect((await listCases(db))[0]?.complaint).toBe('新写的');
  });

  it('leaves out rows of the wrong form and counts them', async () => {
    const file = { ...(await exportData(db, {}, '0.1.0', START)), tables: { cases: [oneCase(), { id: 'x' }, null], reports: [7], sites: [{ site: 'a' }], policies: [{ sha256: '1' }], decisions: 'none' } };
    expect(await importData(db, JSON.stringify(file))).toMatchObject({ taken: { cases: 1 }, bad: 5 });
  });

  it.each([
    ['text', 'hello', 'not-json'],
    ['a foreign file', '{"cookies":[]}', 'foreign'],
    ['a list', '[]', 'foreign'],
    ['a file of a later version', JSON.stringify({ format: 'mingshi-data', formatVersion: DATA_VERSION + 1, tables: {} }), 'newer'],
  ] as const)('is refused when it is %s, and nothing is lost', async (_, text, problem) => {
    await keepCase(db, oneCase());
    expect((await importData(db, text)).problem).toBe(problem);
    expect(await listCases(db)).toHaveLength(1);
  });

  it('comes in whole or not at all when the disk is full', async () => {
    await keepCase(db, oneCase());
    await db.reports.put({ visitId: 'v', site: 'a.cn', at: 1, report: badReport() });
    const text = await write(db);
    await deleteAll(db);
    const put = vi.spyOn(db.reports, 'put').mockRejectedValue(full());
    expect((await importData(db, text)).problem).toBe('disk-full');
    put.mockRestore();
    expect(await listCases(db)).toHaveLength(0);
  });
});
