/** Finding records that cannot be read any more: written by a faulty build, cut by a crash. */
import { readReport } from '../analyzers/evidence/read-report';
import type { Database } from './database';

/** Reports looked at between two pauses of the transaction. */
const CHUNK = 50;

/** Sites of which no report can be read. Looks at every report: seconds for thousands of them. */
export async function damagedSites(db: Database): Promise<string[]> {
  const keys = await db.reports.toCollection().primaryKeys();
  const sound = new Set<string>();
  const seen = new Set<string>();
  for (let start = 0; start < keys.length; start += CHUNK) {
    for (const row of await db.reports.bulkGet(keys.slice(start, start + CHUNK))) {
      if (!row || typeof row.site !== 'string') continue;
      seen.add(row.site);
      if (!sound.has(row.site) && readReport(row.report)) sound.add(row.site);
    }
  }
  return [...seen].filter((site) => !sound.has(site));
}
