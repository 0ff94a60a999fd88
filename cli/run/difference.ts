/** What has changed between two runs over the same sites: for the look after a correction period. */
import type { Finding, Outcome } from '../../analyzers/report';
import type { AuditReport } from '../audit/verdict';

/** `unclear`: was suspected, and could not be looked at this time. */
export type Change = 'fixed' | 'new' | 'still' | 'unclear';

export interface ChangedFinding {
  rule: string;
  change: Change;
  before?: Outcome;
  now?: Outcome;
  /** The sentence of the newer finding, or of the older one where the rule is gone. */
  summary: Finding['summary'];
}

export interface SiteDifference {
  requested: string;
  site: string;
  /** Looked at in one of the runs only. */
  only?: 'before' | 'now';
  /** Why the newer run did not see it. */
  problem?: string;
  changes: ChangedFinding[];
}

/** Differences of suspicions at one site; either report may be missing. */
export function differenceOf(before: AuditReport | undefined, now: AuditReport | undefined): SiteDifference {
  const one = (now ?? before)!;
  const head = { requested: one.requested ?? one.url, site: one.site, ...(now?.problem ? { problem: now.problem } : {}) };
  if (!before || !now) return { ...head, only: now ? 'now' : 'before', changes: [] };
  const old = new Map(before.findings.map((finding) => [finding.rule, finding]));
  const rules = new Map(now.findings.map((finding) => [finding.rule, finding]));
  const changes = [...new Set([...old.keys(), ...rules.keys()])].flatMap((rule): ChangedFinding[] => {
    const [was, is] = [old.get(rule), rules.get(rule)];
    const change = changeOf(was?.outcome, is?.outcome);
    return change ? [{ rule, change, before: was?.outcome, now: is?.outcome, summary: (is ?? was)!.summary }] : [];
  });
  return { ...head, changes };
}

/** Undefined where neither run suspected anything. What a person must now look at is not fixed. */
function changeOf(before: Outcome | undefined, now: Outcome | undefined): Change | undefined {
  if (before === 'violation') {
    if (now === 'violation' || now === 'review') return 'still';
    return now === 'pass' || now === 'not-applicable' ? 'fixed' : 'unclear';
  }
  return now === 'violation' ? 'new' : undefined;
}
