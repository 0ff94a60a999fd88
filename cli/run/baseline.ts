/** What is known of a site already, so that only new suspicions fail a build. */
import { violationsOf } from '../audit/findings';
import type { AuditReport } from '../audit/verdict';

/** Rules with a known suspected violation, by the address that is audited. */
export interface Baseline {
  format: 'mingshi-baseline';
  version: 1;
  sites: Record<string, string[]>;
}

/** A file that is no baseline. */
export class BaselineError extends Error {}

/** @throws BaselineError */
export function parseBaseline(json: string): Baseline {
  let content: unknown;
  try {
    content = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new BaselineError();
  }
  const { format, sites } = (content ?? {}) as Partial<Baseline>;
  const isRight = format === 'mingshi-baseline' && typeof sites === 'object' && sites !== null && Object.values(sites).every((rules) => Array.isArray(rules) && rules.every((rule) => typeof rule === 'string'));
  if (!isRight) throw new BaselineError();
  return content as Baseline;
}

/** The baseline of these reports: written once, read by later runs. Sorted, so that it can be compared and kept in version control. */
export function baselineOf(reports: readonly AuditReport[]): string {
  const sites = Object.fromEntries(reports.map((report) => [report.requested, violationsOf(report).map(({ rule }) => rule).sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: 'mingshi-baseline', version: 1, sites } satisfies Baseline, null, 2)}\n`;
}

/** Whether a suspicion stands in the baseline. */
export function isKnown(baseline: Baseline | undefined, requested: string, rule: string): boolean {
  return baseline?.sites[requested]?.includes(rule) ?? false;
}
