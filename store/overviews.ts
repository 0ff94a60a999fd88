/** One row a site for lists and pictures, kept beside the reports, made anew where it is missing. */
import { overviewOf, type Overview } from '../analyzers/overview';
import type { Database, ReportRow } from './database';

/** Brings the overviews of some sites up to their new reports. A report that cannot be summed up leaves its site's row as it was. */
export async function keepOverviews(db: Database, rows: readonly ReportRow[]): Promise<void> {
  const known = new Map((await db.overviews.bulkGet(rows.map(({ site }) => site))).flatMap((row) => (row ? [[row.site, row] as const] : [])));
  for (const row of rows) {
    const overview = summed(row, known.get(row.site));
    if (overview) known.set(row.site, overview);
  }
  await db.overviews.bulkPut([...known.values()]);
}

/** All overviews, and the sites whose row makes no sense. The newest `limit` where one is given: they are there at once. */
export async function readOverviews(db: Database, limit?: number): Promise<{ rows: Overview[]; damaged: string[] }> {
  const found = await (limit === undefined ? db.overviews.toArray() : db.overviews.orderBy('at').reverse().limit(limit).toArray());
  const rows: Overview[] = [];
  const damaged: string[] = [];
  for (const row of found) {
    if (isOverview(row)) rows.push(row);
    else damaged.push(row.site);
  }
  return { rows, damaged };
}

function isOverview(row: Overview): boolean {
  return (
    typeof row.visitId === 'string' && Number.isFinite(row.at) && typeof row.operator === 'string' && typeof row.policy === 'string' &&
    [row.suspected, row.doubtful, row.sureness, row.recipients, row.history].every(Array.isArray)
  );
}

/** Reports read at once while missing overviews are made: a report has tens of kilobytes. */
const CHUNK = 50;

/**
 * Makes the overviews that are missing: of a database from before there were any, of reports whose row was lost. Answers how
 * many records could not be read; `onProgress` hears of sites done.
 */
export async function completeOverviews(db: Database, onProgress: (done: number, all: number) => void = () => undefined): Promise<{ made: number; damaged: number }> {
  const { damaged } = await readOverviews(db);
  if (damaged.length > 0) await db.overviews.bulkDelete(damaged);
  const [withReports, withOverview] = await Promise.all([db.reports.orderBy('site').uniqueKeys(), db.overviews.toCollection().primaryKeys()]);
  const known = new Set(withOverview);
  const missing = withReports.map(String).filter((site) => !known.has(site));
  let made = 0;
  for (let start = 0; start < missing.length; start += CHUNK) {
    const sites = missing.slice(start, start + CHUNK);
    const rows = (await db.reports.where('site').anyOf(sites).toArray()).sort((a, b) => a.at - b.at);
    const done = new Map<string, Overview>();
    for (const row of rows) {
      const overview = summed(row, done.get(row.site));
      if (overview) done.set(row.site, overview);
    }
    await db.overviews.bulkPut([...done.values()]);
    made += done.size;
    onProgress(Math.min(start + CHUNK, missing.length), missing.length);
  }
  return { made, damaged: missing.length - made };
}

function summed({ report, visitId, site, file }: ReportRow, before: Overview | undefined): Overview | undefined {
  try {
    const overview = overviewOf(report, visitId, file !== undefined, before);
    return { ...overview, site };
  } catch {
    return undefined;
  }
}
