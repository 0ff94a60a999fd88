/** Two reports on the same site, before and after: what is fixed, what is still there, what is new, and of what nothing can be said. */
import type { Finding, SiteReport } from '../report';

export interface Comparison {
  /** Suspected before, looked at again and not found. */
  fixed: Finding[];
  /** Suspected before and now; the later finding. */
  still: Finding[];
  /** Suspected now, not before. */
  fresh: Finding[];
  /** Suspected before; this time it could not be looked at, or is in doubt. Not a fix. */
  unclear: Finding[];
  /** What makes the two hard to compare. */
  warnings: ('other-site' | 'other-rules' | 'wrong-order' | 'same-visit')[];
}

/** Compares finding by finding, by rule. Only a `pass` counts as fixed: what was not seen again may be there all the same. */
export function compareReports(before: SiteReport, after: SiteReport): Comparison {
  const later = new Map(after.findings.map((finding) => [finding.rule, finding]));
  const earlier = new Map(before.findings.map((finding) => [finding.rule, finding]));
  const suspected = before.findings.filter(({ outcome }) => outcome === 'violation');
  const now = (finding: Finding): Finding['outcome'] | undefined => later.get(finding.rule)?.outcome;
  return {
    fixed: suspected.filter((finding) => now(finding) === 'pass'),
    still: suspected.flatMap((finding) => (now(finding) === 'violation' ? [later.get(finding.rule)!] : [])),
    fresh: after.findings.filter(({ outcome, rule }) => outcome === 'violation' && earlier.get(rule)?.outcome !== 'violation'),
    unclear: suspected.filter((finding) => !['pass', 'violation'].includes(now(finding) ?? '')),
    warnings: warningsOf(before, after),
  };
}

function warningsOf(before: SiteReport, after: SiteReport): Comparison['warnings'] {
  const [first, second] = [Date.parse(before.startedAt), Date.parse(after.startedAt)];
  return [
    ...(before.site === after.site ? [] : (['other-site'] as const)),
    ...(before.tool.rulesVersion === after.tool.rulesVersion ? [] : (['other-rules'] as const)),
    ...(second < first ? (['wrong-order'] as const) : []),
    ...(first === second && before.site === after.site ? (['same-visit'] as const) : []),
  ];
}
