/** The versions of a site's policy over its visits: which one was there before, and no more of them than are of use. */
import { saysTheSame } from '../analyzers/policy/change';
import type { EarlierPolicy, EpochMs, PolicyDocument, PolicyPast } from '../analyzers/artifacts';
import type { Database } from './database';

/** Versions kept of one document of a site, the newest; the same text under other bytes counts once. */
export const VERSIONS_KEPT = 6;
/** Documents kept of one site in all: a site that gives every visit another address must not fill the disk. */
const DOCUMENTS_PER_SITE = 40;

/**
 * The version of a document that was last seen before a visit began: `same` when it says the same, `none` when it was
 * never read before. To be asked before the new version is kept.
 */
export async function earlierVersion(db: Database, site: string, document: PolicyDocument, startedAt: EpochMs): Promise<EarlierPolicy | 'same' | 'none'> {
  const rows = await db.policies.where('site').equals(site).filter((row) => row.url === document.finalUrl && row.lastSeen < startedAt).toArray();
  const last = rows.sort((a, b) => b.lastSeen - a.lastSeen)[0];
  if (!last) return 'none';
  if (last.sha256 === document.source.sha256 || saysTheSame(last.document, document)) return 'same';
  return { document: last.document, firstSeen: last.firstSeen, lastSeen: last.lastSeen };
}

/** The past of a document, undefined where none of it is kept. Versions that differ in dates and layout alone are no change. */
export async function policyHistory(db: Database, url: string): Promise<PolicyPast | undefined> {
  const rows = (await db.policies.where('url').equals(url).toArray()).sort((a, b) => b.lastSeen - a.lastSeen);
  const newest = rows[0];
  if (!newest) return undefined;
  const at = rows.findIndex((row) => !saysTheSame(row.document, newest.document));
  const older = rows[at];
  return { since: Math.min(...rows.map(({ firstSeen }) => firstSeen)), ...(older ? { changed: { from: older.lastSeen, to: Math.min(...rows.slice(0, at).map(({ firstSeen }) => firstSeen)) } } : {}) };
}

/** Keeps a version; the same bytes only move `lastSeen`, the same text under other bytes takes the older row's place. */
export async function keepPolicy(db: Database, site: string, document: PolicyDocument): Promise<void> {
  const { sha256 } = document.source;
  const known = await db.policies.get(sha256);
  if (known) {
    await db.policies.update(sha256, { lastSeen: document.fetchedAt });
    return;
  }
  const ofSite = (await db.policies.where('site').equals(site).toArray()).sort((a, b) => b.lastSeen - a.lastSeen);
  const versions = ofSite.filter((row) => row.url === document.finalUrl);
  const twin = versions[0] && versions[0].document.text === document.text ? versions[0] : undefined;
  await db.policies.put({ sha256, site, url: document.finalUrl, firstSeen: twin?.firstSeen ?? document.fetchedAt, lastSeen: document.fetchedAt, document });
  const dropped = new Set([...(twin ? [twin.sha256] : []), ...versions.slice(VERSIONS_KEPT - 1).map((row) => row.sha256), ...ofSite.slice(DOCUMENTS_PER_SITE - 1).map((row) => row.sha256)]);
  if (dropped.size > 0) await db.policies.bulkDelete([...dropped]);
}
