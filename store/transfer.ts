/**
 * All of the person's data as one open JSON file, and back. A file may come from anywhere: every row is checked, rows of the
 * wrong form are counted and left out, and nothing that is there is lost by an import.
 */
import type { Case } from '../analyzers/complaint/case';
import { decisionFrom } from '../analyzers/decision';
import { readReport } from '../analyzers/evidence/read-report';
import type { Database, PolicyRow, ReportRow, SiteRow, TagRow } from './database';
import { keepOverviews } from './overviews';
import { MAX_TAGS, TAG_CHARS } from './sites';
import { readCase } from './read-case';
import { isQuotaError } from './visits';

/** Version of the file's form. A file of a later one is refused; earlier ones are read. */
export const DATA_VERSION = 1;
const FORMAT = 'mingshi-data';
/** Larger files are not read: years of visits stay far below. */
export const MAX_DATA_BYTES = 300 * 1024 * 1024;
/** Rows of one table that are read. */
const MAX_ROWS = 200_000;

/** Tables that leave in an export. Raw requests stay: they are kept for the last visits only and are of use to nobody else. */
type TableName = 'cases' | 'decisions' | 'reports' | 'policies' | 'sites' | 'tags';

export interface DataFile {
  format: typeof FORMAT;
  formatVersion: number;
  exportedAt: string;
  tool: { name: 'Mingshi'; version: string };
  settings: Record<string, unknown>;
  tables: Record<TableName, unknown[]>;
}

export type ImportProblem = 'not-json' | 'foreign' | 'newer' | 'too-large' | 'disk-full';

export interface ImportResult {
  problem?: ImportProblem;
  /** Rows taken over, by table. */
  taken: Record<TableName, number>;
  /** Rows that were there already, in the same or a newer state. */
  known: number;
  /** Rows of the wrong form, left out. */
  bad: number;
  settings?: Record<string, unknown>;
}

/** Everything that is kept, as one value to be written as JSON. */
export async function exportData(db: Database, settings: Record<string, unknown>, version: string, now: number): Promise<DataFile> {
  const [cases, decisions, reports, policies, sites, tags] = await Promise.all([db.cases.toArray(), db.decisions.toArray(), db.reports.toArray(), db.policies.toArray(), db.sites.toArray(), db.tags.toArray()]);
  return {
    format: FORMAT, formatVersion: DATA_VERSION, exportedAt: new Date(now).toISOString(), tool: { name: 'Mingshi', version }, settings,
    tables: { cases, decisions, reports, policies, sites, tags },
  };
}

/** Takes over what a file holds and is not there yet. All or nothing: a failed write leaves everything as it was. */
export async function importData(db: Database, text: string, bytes = text.length): Promise<ImportResult> {
  const none: ImportResult = { taken: { cases: 0, decisions: 0, reports: 0, policies: 0, sites: 0, tags: 0 }, known: 0, bad: 0 };
  if (bytes > MAX_DATA_BYTES) return { ...none, problem: 'too-large' };
  const file = parse(text);
  if (file === undefined) return { ...none, problem: 'not-json' };
  if (!isRecord(file) || file.format !== FORMAT || typeof file.formatVersion !== 'number' || !isRecord(file.tables)) return { ...none, problem: 'foreign' };
  if (file.formatVersion > DATA_VERSION) return { ...none, problem: 'newer' };
  const { tables } = file;
  const rows = (name: TableName): unknown[] => (Array.isArray(tables[name]) ? tables[name].slice(0, MAX_ROWS) : []);
  const fresh: ReportRow[] = [];
  const result: ImportResult = { ...none, taken: { ...none.taken }, ...(isRecord(file.settings) ? { settings: file.settings } : {}) };

  /** Reads the rows of a table, and keeps those that are not there or older there. */
  const take = async <Row>(name: TableName, read: (value: unknown) => Row | undefined, known: (row: Row) => Promise<boolean>, put: (row: Row) => Promise<unknown>): Promise<void> => {
    for (const value of rows(name)) {
      const row = read(value);
      if (row === undefined) result.bad += 1;
      else if (await known(row)) result.known += 1;
      else {
        await put(row);
        result.taken[name] += 1;
      }
    }
  };
  try {
    await db.transaction('rw', [db.cases, db.decisions, db.reports, db.policies, db.sites, db.tags, db.overviews], async () => {
      await take('cases', readCase, async (row: Case) => ((await db.cases.get(row.id))?.changedAt ?? -Infinity) >= row.changedAt, (row) => db.cases.put(row));
      await take('decisions', decisionFrom, async (row) => ((await db.decisions.get([row.site, row.rule]))?.at ?? -Infinity) >= row.at, (row) => db.decisions.put(row));
      await take('reports', readReportRow, async (row) => (await db.reports.get(row.visitId)) !== undefined, (row) => db.reports.put(row).then(() => fresh.push(row)));
      await take('policies', readPolicyRow, async (row) => (await db.policies.get(row.sha256)) !== undefined, (row) => db.policies.put(row));
      await take('sites', readSite, async (row) => ((await db.sites.get(row.site))?.lastVisit ?? -Infinity) >= row.lastVisit, (row) => db.sites.put(row));
      await take('tags', readTags, async (row) => (await db.tags.get(row.site)) !== undefined, (row) => db.tags.put(row));
      // A site that was known may have a newer report now.
      await keepOverviews(db, fresh.sort((a, b) => a.at - b.at));
    });
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    return { ...none, problem: 'disk-full' };
  }
  return result;
}

/** Deletes every row of every table. */
export async function deleteAll(db: Database): Promise<void> {
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
}

function readReportRow(value: unknown): ReportRow | undefined {
  if (!isRecord(value) || !isText(value.visitId) || !isText(value.site) || !isNumber(value.at)) return undefined;
  const report = readReport(value.report);
  return report && { visitId: value.visitId, site: value.site, at: value.at, report };
}

function readSite(value: unknown): SiteRow | undefined {
  if (!isRecord(value) || !isText(value.site) || !isNumber(value.lastVisit) || typeof value.homeSeen !== 'boolean' || typeof value.homeHasPolicyLink !== 'boolean') return undefined;
  const { site, lastVisit, homeSeen, homeHasPolicyLink, consentAt } = value;
  return { site, lastVisit, homeSeen, homeHasPolicyLink, ...(isNumber(consentAt) ? { consentAt } : {}) };
}

function readTags(value: unknown): TagRow | undefined {
  if (!isRecord(value) || !isText(value.site) || !Array.isArray(value.tags)) return undefined;
  const tags = value.tags.filter((tag): tag is string => isText(tag) && tag.length <= TAG_CHARS).slice(0, MAX_TAGS);
  return tags.length > 0 ? { site: value.site, tags } : undefined;
}

function readPolicyRow(value: unknown): PolicyRow | undefined {
  if (!isRecord(value) || !/^[\da-f]{64}$/.test(String(value.sha256)) || !isText(value.site) || !isText(value.url) || !isNumber(value.firstSeen) || !isNumber(value.lastSeen)) return undefined;
  const { document } = value;
  const isDocument =
    isRecord(document) && isText(document.url) && isText(document.finalUrl) && isText(document.title) && typeof document.text === 'string' && Array.isArray(document.blocks) && Array.isArray(document.links) &&
    isRecord(document.source) && document.source.sha256 === value.sha256 && isNumber(document.fetchedAt);
  return isDocument ? (value as unknown as PolicyRow) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 4_096;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
