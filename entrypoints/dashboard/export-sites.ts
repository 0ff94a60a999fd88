/** Sites as files. Reports are read in small groups: ten thousand of them do not fit into memory at once. */
import type { Lang } from '../../analyzers/artifacts';
import { beijingTime } from '../../analyzers/complaint/plain';
import { auditSheet } from '../../analyzers/export/audit-sheet';
import { csvHead, csvRow } from '../../analyzers/export/csv';
import { siteLine } from '../../analyzers/export/json';
import { findingsTable, recipientsTable, sitesTable, type ExportedSite, type Table } from '../../analyzers/export/table';
import { workbookOf } from '../../analyzers/export/xlsx';
import { redactReport } from '../../analyzers/evidence/redact';
import type { SiteReport } from '../../analyzers/report';
import { reportFrom } from '../../analyzers/evidence/read-report';
import { decisionsOf } from '../../store/decisions';
import { allTags } from '../../store/sites';
import type { Format } from './formats';
import { saveFile } from './save-file';
import { db } from './shelf';

export interface ExportOrder {
  sites: readonly string[];
  format: Format;
  lang: Lang;
  reportOnly: readonly string[];
  onProgress: (done: number) => void;
}

/** Reports read at once. */
const CHUNK = 40;
/** A printed report is read by people, and a browser must lay it out. */
export const MAX_PRINTED = 100;

const TYPES: Record<Exclude<Format, 'packs'>, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/jsonl;charset=utf-8',
  print: 'text/html;charset=utf-8',
};
const ENDINGS: Record<Exclude<Format, 'packs'>, string> = { xlsx: '.xlsx', worksheet: '-audit.xlsx', csv: '.csv', json: '.jsonl', print: '.html' };

export interface Exported {
  name: string;
  /** Sites in the file, sites whose records could not be read, and sites beyond what a printed report holds. */
  written: number;
  damaged: number;
  left: number;
}

/** Writes the latest report of each site into one file and gives it to the browser. Records that cannot be read are left out and counted. */
export async function exportSites({ sites, format, lang, reportOnly, onProgress }: ExportOrder): Promise<Exported> {
  if (format === 'packs') return (await import('./export-packs')).exportPacks(sites, onProgress);
  const name = `mingshi-${beijingTime(Date.now()).slice(0, 16).replace(/\D/g, '')}${ENDINGS[format]}`;
  const wanted = format === 'print' ? sites.slice(0, MAX_PRINTED) : sites;
  let damaged = 0;
  const texts: string[] = [];
  const tables: Table[] = [];
  const kept: ExportedSite[] = [];
  for await (const { group, lost, done } of inGroups(wanted, reportOnly)) {
    damaged += lost;
    if (format === 'json') texts.push(...group.map(siteLine));
    else if (format === 'print') kept.push(...group);
    else if (format === 'csv') {
      const table = findingsTable(group, lang);
      if (texts.length === 0) texts.push(csvHead(table));
      texts.push(...table.rows.map(csvRow));
    } else add(tables, format === 'worksheet' ? [auditSheet(group, lang)] : [sitesTable(group, lang), findingsTable(group, lang), recipientsTable(group, lang), auditSheet(group, lang)]);
    onProgress(done);
  }
  if (format === 'print') {
    const [{ renderReportPage }, { default: css }] = await Promise.all([import('../../components/report-page'), import('../popup/report-css')]);
    texts.push(renderReportPage({ reports: kept.map(undismissed), lang, css, reportOnly }));
  }
  const parts: BlobPart[] = format === 'xlsx' || format === 'worksheet' ? [workbookOf(tables) as Uint8Array<ArrayBuffer>] : texts;
  saveFile(parts, name, TYPES[format]);
  return { name, written: wanted.length - damaged, damaged, left: sites.length - wanted.length };
}

/** What is printed of a site: not what the person dismissed. */
function undismissed({ report, decisions }: ExportedSite): SiteReport {
  const dismissed = new Set(decisions.filter(({ choice }) => choice === 'dismissed').map(({ rule }) => rule));
  return redactReport({ ...report, findings: report.findings.filter(({ rule }) => !dismissed.has(rule)) });
}

function add(tables: Table[], more: Table[]): void {
  if (tables.length === 0) tables.push(...more);
  else more.forEach((table, index) => tables[index]!.rows.push(...table.rows));
}

/** The latest report of each site, with what the person decided and noted. */
async function* inGroups(sites: readonly string[], reportOnly: readonly string[]): AsyncGenerator<{ group: ExportedSite[]; lost: number; done: number }> {
  const tags = await allTags(db);
  for (let start = 0; start < sites.length; start += CHUNK) {
    const some = sites.slice(start, start + CHUNK);
    const overviews = await db.overviews.bulkGet([...some]);
    const rows = await db.reports.bulkGet(overviews.map((overview) => overview?.visitId ?? ''));
    const group = await Promise.all(
      rows.flatMap((row) => {
        const read = row && reportFrom(row.report);
        if (!row || !read || 'broken' in read) return [];
        return [decisionsOf(db, row.site).then((decisions): ExportedSite => ({ report: read.report, decisions, tags: tags.get(row.site) ?? [], reportOnly }))];
      }),
    );
    yield { group, lost: some.length - group.length, done: start + some.length };
  }
}
