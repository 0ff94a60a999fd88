/** What the person does with whole sites: their own tags, and forgetting. */
import type { Database } from './database';

/** Tags kept of one site, and characters of one. */
export const MAX_TAGS = 12;
export const TAG_CHARS = 40;

/** Adds and removes tags on some sites. */
export async function changeTags(db: Database, sites: readonly string[], { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] }): Promise<void> {
  const gone = new Set(remove);
  const fresh = add.map((tag) => tag.trim().replace(/\s+/g, ' ').slice(0, TAG_CHARS)).filter(Boolean);
  await db.transaction('rw', db.tags, async () => {
    const known = await db.tags.bulkGet([...sites]);
    const rows = sites.map((site, index) => ({ site, tags: [...new Set([...(known[index]?.tags ?? []), ...fresh])].filter((tag) => !gone.has(tag)).slice(0, MAX_TAGS) }));
    await db.tags.bulkPut(rows.filter(({ tags }) => tags.length > 0));
    await db.tags.bulkDelete(rows.filter(({ tags }) => tags.length === 0).map(({ site }) => site));
  });
}

/** The tags of all sites. */
export async function allTags(db: Database): Promise<Map<string, string[]>> {
  const rows = await db.tags.toArray();
  return new Map(rows.filter(({ tags }) => Array.isArray(tags)).map(({ site, tags }) => [site, tags.map(String)]));
}

/** Forgets everything that was seen of some sites and decided about them. Cases and files that were saved stay. */
export async function forgetSites(db: Database, sites: readonly string[]): Promise<void> {
  await db.transaction('rw', [db.visits, db.exchanges, db.sites, db.reports, db.policies, db.decisions, db.overviews, db.tags], async () => {
    const visits = await db.visits.where('site').anyOf(sites).primaryKeys();
    await db.exchanges.where('visitId').anyOf(visits).delete();
    await db.visits.bulkDelete(visits);
    for (const table of [db.reports, db.policies, db.decisions]) await table.where('site').anyOf(sites).delete();
    for (const table of [db.sites, db.overviews, db.tags]) await table.bulkDelete([...sites]);
  });
}

/** Forgets one report; the site's row is made anew of those that stay. */
export async function forgetReport(db: Database, site: string, visitId: string): Promise<void> {
  await db.transaction('rw', [db.reports, db.overviews], async () => {
    await db.reports.delete(visitId);
    await db.overviews.delete(site);
  });
}
