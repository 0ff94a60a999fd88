import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Exchange, PolicyDocument } from '../../analyzers/artifacts';
import { Database, type VisitRow } from '../../store/database';
import { keepPolicy } from '../../store/history';
import { dropOldFlows, keepSite, readVisit, writeBatch } from '../../store/visits';

let db: Database;

beforeEach(() => {
  db = new Database(`test-${Math.random()}`);
});

afterEach(() => db.delete());

const visit = (id: string, startedAt: number): VisitRow => ({
  id, site: 'shop.test', url: 'https://www.shop.test/', startedAt, browser: 'Chrome 156', tabId: 1, surfaces: [], acts: [], permissions: [], storage: [], probes: [],
  policy: { status: 'pending' }, home: { seen: false, hasPolicyLink: false }, problems: [],
});

const exchange = (id: string, at: number): Exchange => ({
  id, at, url: 'https://collect.test/', host: 'collect.test', method: 'GET', type: 'image', pageUrl: 'https://www.shop.test/', items: [], setCookies: [], bodyBytes: 0,
  body: 'none', seenBy: 'web-request',
});

describe('a batch of visits', () => {
  it('comes back whole, requests in the order they were made', async () => {
    const rows = [exchange('b', 2), exchange('a', 1)].map((row) => ({ ...row, visitId: 'v' }));
    expect(await writeBatch(db, [{ visit: visit('v', 0), newDocuments: [], newExchanges: rows }], 5)).toBe(true);
    const read = await readVisit(db, 'v');
    expect(read?.exchanges.map((row) => row.id)).toEqual(['a', 'b']);
    expect(read?.exchanges[0]).not.toHaveProperty('visitId');
  });

  it('keeps what earlier batches wrote of the same visit', async () => {
    await writeBatch(db, [{ visit: visit('v', 0), newDocuments: [], newExchanges: [{ ...exchange('a', 1), visitId: 'v' }] }], 5);
    await writeBatch(db, [{ visit: { ...visit('v', 0), endedAt: 9 }, newDocuments: [], newExchanges: [{ ...exchange('b', 2), visitId: 'v' }] }], 6);
    const read = await readVisit(db, 'v');
    expect(read?.endedAt).toBe(9);
    expect(read?.exchanges).toHaveLength(2);
  });

  it('brings its policy back from the documents kept beside it', async () => {
    const document = { source: { sha256: 'a' }, text: '隐私政策', fetchedAt: 3, finalUrl: 'https://www.shop.test/privacy' } as unknown as PolicyDocument;
    const row: VisitRow = { ...visit('v', 0), policy: { status: 'read', sha256: 'a', linked: [] } };
    await writeBatch(db, [{ visit: row, newDocuments: [document], newExchanges: [] }], 5);
    expect((await readVisit(db, 'v'))?.policy).toEqual({ status: 'read', document, linked: [] });
    await db.policies.clear();
    expect((await readVisit(db, 'v'))?.policy).toEqual({ status: 'pending' });
  });

  it('is written after old flows made room when the disk was full', async () => {
    for (let i = 0; i < 60; i++) await writeBatch(db, [{ visit: visit(`old${i}`, i), newDocuments: [], newExchanges: [{ ...exchange('x', i), visitId: `old${i}` }] }], i);
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    const put = vi.spyOn(db.visits, 'bulkPut').mockRejectedValueOnce(full);
    expect(await writeBatch(db, [{ visit: visit('new', 100), newDocuments: [], newExchanges: [] }], 100)).toBe(true);
    put.mockRestore();
    expect(await db.visits.get('new')).toBeDefined();
    expect(await db.exchanges.count()).toBeLessThan(60);
    expect(await db.visits.count()).toBe(61);
  });

  it('says so when the disk stays full', async () => {
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    vi.spyOn(db.visits, 'bulkPut').mockRejectedValue(full);
    expect(await writeBatch(db, [{ visit: visit('new', 1), newDocuments: [], newExchanges: [] }], 1)).toBe(false);
    vi.restoreAllMocks();
  });
});

describe('old flows', () => {
  it('are dropped for all visits but the newest, whose own stay', async () => {
    for (let i = 0; i < 5; i++) await writeBatch(db, [{ visit: visit(`v${i}`, i), newDocuments: [], newExchanges: [{ ...exchange('x', i), visitId: `v${i}` }] }], i);
    await dropOldFlows(db, 2);
    expect((await db.exchanges.toArray()).map((row) => row.visitId).sort()).toEqual(['v3', 'v4']);
  });
});

describe('a policy', () => {
  const policy = (sha256: string, fetchedAt: number): PolicyDocument => ({
    url: 'https://shop.test/privacy', finalUrl: 'https://shop.test/privacy', title: '隐私政策', language: 'zh', text: `规则${sha256}`, blocks: [], links: [],
    source: { mediaType: 'text/html', charset: 'utf-8', bytes: 1, sha256 }, fetchedAt,
  });

  it('is kept once for the same bytes, and again when they change', async () => {
    await keepPolicy(db, 'shop.test', policy('a', 1));
    await keepPolicy(db, 'shop.test', policy('a', 7));
    await keepPolicy(db, 'shop.test', policy('b', 9));
    expect((await db.policies.orderBy('lastSeen').toArray()).map((row) => [row.sha256, row.firstSeen, row.lastSeen])).toEqual([['a', 1, 7], ['b', 9, 9]]);
  });
});

describe('what is known of a site', () => {
  it('is not forgotten by a visit that never saw the home page', async () => {
    await keepSite(db, { ...visit('v', 1), home: { seen: true, hasPolicyLink: true } });
    await keepSite(db, { ...visit('w', 2), home: { seen: false, hasPolicyLink: false } });
    expect(await db.sites.get('shop.test')).toEqual({ site: 'shop.test', lastVisit: 2, homeSeen: true, homeHasPolicyLink: true });
  });
});
