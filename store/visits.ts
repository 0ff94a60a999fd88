/** Reading and writing visits in batches. Every write survives a full disk: the oldest raw flows make room first. */
import type { EarlierPolicy, EpochMs, PolicyDocument, PolicyOutcome, Visit } from '../analyzers/artifacts';
import type { SiteReport } from '../analyzers/report';
import type { Database, ExchangeRow, StoredPolicy, VisitRow } from './database';
import { keepPolicy } from './history';
import { keepOverviews } from './overviews';

/** Visits whose raw flows are kept; older ones keep their report only. */
export const VISITS_WITH_FLOWS = 100;

/** Part of a visit that changed since the last write. */
export interface VisitBatch {
  visit: VisitRow;
  newExchanges: ExchangeRow[];
  /** Documents of a policy that was read since the last write. */
  newDocuments: PolicyDocument[];
  report?: SiteReport;
}

/** Writes a batch in one transaction. Answers false where even after making room the disk was full. */
export async function writeBatch(db: Database, batches: VisitBatch[], now: EpochMs): Promise<boolean> {
  const write = () =>
    db.transaction('rw', [db.visits, db.exchanges, db.reports, db.policies, db.overviews], async () => {
      for (const { visit, newDocuments } of batches) for (const document of newDocuments) await keepPolicy(db, visit.site, document);
      await db.visits.bulkPut(batches.map((batch) => batch.visit));
      await db.exchanges.bulkPut(batches.flatMap((batch) => batch.newExchanges));
      const reports = batches.flatMap(({ visit, report }) => (report ? [{ visitId: visit.id, site: visit.site, at: now, report }] : []));
      if (reports.length === 0) return;
      await db.reports.bulkPut(reports);
      await keepOverviews(db, reports);
    });
  try {
    await write();
    return true;
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await dropOldFlows(db, Math.floor(VISITS_WITH_FLOWS / 4));
  }
  try {
    await write();
    return true;
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    return false;
  }
}

/** A visit as it was last written, exchanges included. */
export async function readVisit(db: Database, id: string): Promise<(Visit & { tabId: number }) | undefined> {
  const row = await db.visits.get(id);
  if (!row) return undefined;
  const { earlierPolicy: stored, ...rest } = row;
  const earlierPolicy = await restoreEarlier(db, stored);
  const visit = { ...rest, policy: await restorePolicy(db, row.policy), ...(earlierPolicy ? { earlierPolicy } : {}) };
  const rows = await db.exchanges.where('visitId').equals(id).toArray();
  return { ...visit, exchanges: rows.map(({ visitId: _, ...exchange }) => exchange).sort((a, b) => a.at - b.at) };
}

async function restorePolicy(db: Database, stored: StoredPolicy): Promise<PolicyOutcome> {
  if (stored.status !== 'read') return stored;
  const [document, ...linked] = await db.policies.bulkGet([stored.sha256, ...stored.linked]);
  // A document deleted in the meantime has to be read again.
  if (!document) return { status: 'pending' };
  return { status: 'read', document: document.document, linked: linked.flatMap((row) => (row ? [row.document] : [])) };
}

async function restoreEarlier(db: Database, stored: VisitRow['earlierPolicy']): Promise<EarlierPolicy | 'same' | 'none' | undefined> {
  if (stored === undefined || typeof stored === 'string') return stored;
  const row = await db.policies.get(stored.sha256);
  return row && { document: row.document, firstSeen: stored.firstSeen, lastSeen: stored.lastSeen };
}

/** Remembers what the site's home page showed; a link once seen is not forgotten by a later page that was not the home page. */
export async function keepSite(db: Database, visit: Pick<Visit, 'site' | 'startedAt' | 'home'> & Partial<Pick<Visit, 'acts'>>): Promise<void> {
  const known = await db.sites.get(visit.site);
  // What was decided last holds for the visits to come; a visit without a decision leaves it as it was.
  const acts = visit.acts ?? [];
  const consentAt = acts.length > 0 ? consentIn(acts) : known?.consentAt;
  const home = visit.home.seen ? visit.home : { seen: known?.homeSeen ?? false, hasPolicyLink: known?.homeHasPolicyLink ?? false };
  await db.sites.put({ site: visit.site, lastVisit: visit.startedAt, homeSeen: home.seen, homeHasPolicyLink: home.hasPolicyLink, ...(consentAt === undefined ? {} : { consentAt }) });
}

/** When the person consented, unless they refused or took it back since. */
export function consentIn(acts: Visit['acts']): EpochMs | undefined {
  const last = [...acts].sort((a, b) => a.at - b.at).at(-1);
  return last && (last.kind === 'accept' || last.kind === 'tick-and-submit') ? last.at : undefined;
}

/** Deletes the raw flows of all visits but the newest `keep`. */
export async function dropOldFlows(db: Database, keep = VISITS_WITH_FLOWS): Promise<void> {
  const old = await db.visits.orderBy('startedAt').reverse().offset(keep).primaryKeys();
  if (old.length) await db.exchanges.where('visitId').anyOf(old).delete();
}

/** Whether a write failed because the disk, or the browser's share of it, is full. */
export function isQuotaError(error: unknown): boolean {
  const names = [(error as Error)?.name, (error as { inner?: Error })?.inner?.name];
  return names.some((name) => name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR');
}
