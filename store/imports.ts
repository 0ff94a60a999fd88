/** Reports that were read from files, kept beside those of this browser's own visits. */
import { decisionFrom, type Decision } from '../analyzers/decision';
import type { SiteReport } from '../analyzers/report';
import type { Database, ReportRow } from './database';
import { keepOverviews } from './overviews';
import { changeTags } from './sites';

export interface Imported {
  report: SiteReport;
  decisions: readonly Decision[];
  tags: readonly string[];
}

/** Keeps reports of a file; the same report opened twice is kept once. A decision of this browser is not overwritten by an older one. */
export async function keepImported(db: Database, records: readonly Imported[], file: string): Promise<void> {
  const rows = records.map(({ report }): ReportRow => ({
    visitId: `file ${report.site} ${report.startedAt} ${report.tool.rulesVersion}`,
    site: report.site,
    at: Date.parse(report.startedAt),
    report,
    file: file.slice(0, 200),
  }));
  await db.transaction('rw', [db.reports, db.overviews, db.decisions, db.tags], async () => {
    await db.reports.bulkPut(rows);
    await keepOverviews(db, rows);
    for (const { report, decisions, tags } of records) {
      for (const decision of decisions) {
        const known = decisionFrom(await db.decisions.get([decision.site, decision.rule]));
        if (!known || known.at < decision.at) await db.decisions.put(decision);
      }
      if (tags.length > 0) await changeTags(db, [report.site], { add: tags });
    }
  });
}
