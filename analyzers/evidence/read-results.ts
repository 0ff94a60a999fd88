/** Reports out of files: `result.json`, exports, evidence packs. Files come from strangers: each record is checked before it is taken. */
import { decisionFrom, type Decision } from '../decision';
import type { SiteReport } from '../report';
import { openPack, type PackCheck } from './check';
import { reportFrom } from './read-report';

export interface ReadRecord {
  report: SiteReport;
  decisions: Decision[];
  tags: string[];
}

/** `where`: what is broken in a record; `not-json`: no JSON at all; `policy-result`: the judgement of a policy file, which names no site. */
export type RecordProblem = { problem: 'not-json' | 'policy-result' | 'broken'; where?: string };

/** Tags taken over from one record. */
const MAX_TAGS = 12;

/** A record out of parsed JSON. */
export function recordFrom(value: unknown): ReadRecord | RecordProblem {
  if (typeof value === 'object' && value !== null && 'duties' in value && !('findings' in value)) return { problem: 'policy-result' };
  const read = reportFrom(value);
  if ('broken' in read) return { problem: 'broken', where: read.broken };
  const { decisions, tags, ...report } = read.report as SiteReport & { decisions?: unknown; tags?: unknown };
  return {
    report,
    decisions: (Array.isArray(decisions) ? decisions : []).flatMap((one) => decisionFrom(one) ?? []).filter(({ site }) => site === report.site),
    tags: (Array.isArray(tags) ? tags : []).filter((tag): tag is string => typeof tag === 'string' && tag.length <= 40).slice(0, MAX_TAGS),
  };
}

/** A record out of one line of JSON. */
export function recordOfLine(line: string): ReadRecord | RecordProblem {
  try {
    return recordFrom(JSON.parse(line));
  } catch {
    return { problem: 'not-json' };
  }
}

/** Every record of a JSON text: one, or a list. */
export function recordsOf(text: string): (ReadRecord | RecordProblem)[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return [{ problem: 'not-json' }];
  }
  return Array.isArray(value) ? value.map(recordFrom) : [recordFrom(value)];
}

/** An evidence pack: whether it is intact, and the report inside. Packs from before decisions were exported hold none. */
export function readPack(zip: Uint8Array): { check: PackCheck; record?: ReadRecord } {
  const { check, report } = openPack(zip);
  return report ? { check, record: { report, decisions: [], tags: [] } } : { check };
}
