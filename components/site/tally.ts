/** What a report comes to: counts by outcome and the one thing to say first. */
import { bySeverity } from '../../analyzers/data/categories';
import type { Finding, Outcome, SiteReport } from '../../analyzers/report';

export interface Tally {
  counts: Record<Outcome, number>;
  /** The gravest suspected violation, or else the gravest doubt. */
  worst?: Finding;
  /** `bad`: something suspected; `doubt`: only doubts; `unseen`: nothing found, but the policy or much else could not be looked at; `clean`. */
  mood: 'bad' | 'doubt' | 'unseen' | 'clean';
}

/** Counts the outcomes of a report. No score is made of them. `incomplete`: part of the visit was not seen, so nothing is called clean. */
export function tally(report: SiteReport, incomplete = false): Tally {
  const counts: Record<Outcome, number> = { violation: 0, review: 0, pass: 0, 'not-applicable': 0, error: 0 };
  for (const finding of report.findings) counts[finding.outcome] += 1;
  const first = (outcome: Outcome): Finding | undefined => findingsOf(report, outcome)[0];
  const mood = counts.violation > 0 ? 'bad' : counts.review > 0 ? 'doubt' : incomplete || 'error' in report.policy || counts.error > 0 || counts.pass === 0 ? 'unseen' : 'clean';
  return { counts, worst: first('violation') ?? first('review'), mood };
}

/** Findings of one outcome, graver first. */
export function findingsOf(report: SiteReport, outcome: Outcome): Finding[] {
  return report.findings.filter((finding) => finding.outcome === outcome).sort(bySeverity);
}

/** Locale key of a mood's sentence: English says one thing differently from several. */
export function verdictKey({ mood, counts }: Tally): string {
  const count = mood === 'bad' ? counts.violation : counts.review;
  return `report.verdict.${mood}${(mood === 'bad' || mood === 'doubt') && count === 1 ? '-one' : ''}`;
}
