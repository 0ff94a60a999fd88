/** Compares a report with what a scene expects. */
import { RULES } from '../../analyzers/rules';
import type { Outcome, SiteReport } from '../../analyzers/report';

/** What a right judgement of a scene is; the form of `"expect"` in a scene's file. */
export interface Expectation {
  /** Conduct rules that must answer `violation`; any other violation is a wrong accusation. */
  violations: string[];
  reviews: string[];
  errors?: string[];
  /** Conduct rules on which careful readers differ: any outcome listed is right. */
  open?: Record<string, Outcome[]>;
  absentDuties?: string[];
  statedDuties?: string[];
  /** `read`, or why no policy can be read. */
  policy: string | string[];
  /** Registrable domains, other than the site's own, that get personal data or identifiers. */
  recipients?: string[];
}

export interface CompareOptions {
  /** Rules to compare; default: all conduct rules. */
  rules?: readonly string[];
  /** Broken input: rules that are not named may also answer `error`. */
  mayBeUnread?: boolean;
}

/** One difference; `code` is a key below `cli.demo.difference`. */
export interface Difference {
  code: 'missing-violation' | 'wrong-violation' | 'other-outcome' | 'duty' | 'policy' | 'recipients';
  rule: string;
  wanted: string;
  outcome: string;
}

/**
 * Everything in which a report differs from the expectation. Expected rules that do not exist are left out: the library
 * may be ahead of the rules. Of the policy's duties only those the scene names are compared.
 */
export function differences(report: SiteReport, expect: Expectation, { rules = RULES.map(({ id }) => id), mayBeUnread = false }: CompareOptions = {}): Difference[] {
  return [...rules.flatMap((rule) => ruleDifference(report, expect, rule, mayBeUnread)), ...policyDifferences(report, expect), ...recipientDifference(report, expect)];
}

function ruleDifference(report: SiteReport, expect: Expectation, rule: string, mayBeUnread: boolean): Difference[] {
  const entries = report.findings.filter((finding) => finding.rule === rule);
  const outcome = entries.length === 1 ? entries[0]!.outcome : `${entries.length} findings`;
  const wanted = wantedOutcomes(expect, rule, mayBeUnread);
  if ((wanted as string[]).includes(outcome)) return [];
  const code = outcome === 'violation' ? 'wrong-violation' : wanted[0] === 'violation' ? 'missing-violation' : 'other-outcome';
  return [{ code, rule, wanted: wanted.join(' / '), outcome }];
}

function wantedOutcomes(expect: Expectation, rule: string, mayBeUnread: boolean): Outcome[] {
  if (expect.violations.includes(rule)) return ['violation'];
  if (expect.reviews.includes(rule)) return ['review'];
  if (expect.errors?.includes(rule)) return ['error'];
  return expect.open?.[rule] ?? (mayBeUnread ? ['pass', 'not-applicable', 'error'] : ['pass', 'not-applicable']);
}

function policyDifferences(report: SiteReport, expect: Expectation): Difference[] {
  const outcome = 'error' in report.policy ? (report.policy.reason ?? report.policy.error) : 'read';
  const wanted = [expect.policy].flat();
  if (!wanted.includes(outcome)) return [{ code: 'policy', rule: '', wanted: wanted.join(' / '), outcome }];
  if ('error' in report.policy) return [];
  const { duties } = report.policy;
  const wrong = (rule: string, right: (label: string) => boolean, asked: string): Difference[] => {
    const label = duties[rule]?.label ?? 'none';
    return right(label) ? [] : [{ code: 'duty', rule, wanted: asked, outcome: label }];
  };
  return [
    ...(expect.absentDuties ?? []).flatMap((rule) => wrong(rule, (label) => label === 'absent', 'absent')),
    ...(expect.statedDuties ?? []).flatMap((rule) => wrong(rule, (label) => label !== 'absent', 'met / partial')),
  ];
}

function recipientDifference(report: SiteReport, expect: Expectation): Difference[] {
  if (!expect.recipients) return [];
  const seen = new Set(report.flows.filter((flow) => flow.recipient.party !== 'first' && flow.kinds.length > 0).map((flow) => flow.recipient.domain));
  const [wanted, outcome] = [[...expect.recipients].sort().join(', '), [...seen].sort().join(', ')];
  return wanted === outcome ? [] : [{ code: 'recipients', rule: '', wanted, outcome }];
}
