/**
 * What a person decided about a finding. A decision belongs to a site and a rule, and remembers under which version of the
 * rules it was made: what it says of a later, different finding is for the person to see.
 */
import type { EpochMs } from './artifacts';
import { RULES_VERSION } from './version';
import type { Finding, Outcome } from './report';

/** `open`: only a note was taken. */
export type Choice = 'confirmed' | 'dismissed' | 'open';

/** Why a finding was dismissed. */
export const DISMISS_REASONS = ['not-so', 'allowed', 'mended', 'not-relevant', 'other'] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

/** Characters kept of a note. */
export const NOTE_CHARS = 2_000;

export interface Decision {
  site: string;
  /** Id of the conduct rule or policy duty. */
  rule: string;
  choice: Choice;
  /** Only with `dismissed`. */
  reason?: DismissReason;
  note: string;
  /** What had been judged when it was decided. */
  outcome: Outcome;
  /** Version of the rules that had judged it. */
  rulesVersion: string;
  at: EpochMs;
}

const CHOICES: readonly string[] = ['confirmed', 'dismissed', 'open'] satisfies Choice[];
const OUTCOMES: readonly string[] = ['violation', 'review', 'pass', 'not-applicable', 'error'] satisfies Outcome[];

/** A decision out of data that may be anything (a message, a file); undefined where it is none. */
export function decisionFrom(value: unknown): Decision | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { site, rule, choice, reason, note, outcome, rulesVersion, at } = value as Record<string, unknown>;
  const isName = (text: unknown): text is string => typeof text === 'string' && text !== '' && text.length <= 255;
  if (!isName(site) || !isName(rule) || !CHOICES.includes(choice as string) || !OUTCOMES.includes(outcome as string)) return undefined;
  const known = DISMISS_REASONS.find((one) => one === reason);
  return {
    site,
    rule,
    choice: choice as Choice,
    ...(choice === 'dismissed' ? { reason: known ?? 'other' } : {}),
    note: typeof note === 'string' ? note.slice(0, NOTE_CHARS) : '',
    outcome: outcome as Outcome,
    rulesVersion: isName(rulesVersion) ? rulesVersion : '',
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
  };
}

/** Whether a decision was made on something else than what is judged now: other rules, or another outcome. */
export function isOutdated(decision: Decision, finding: Pick<Finding, 'outcome'>, rulesVersion: string = RULES_VERSION): boolean {
  return decision.outcome !== finding.outcome || decision.rulesVersion !== rulesVersion;
}

/** The decision that sets a finding aside: one that was made on what is judged now. */
export function dismissalOf(finding: Pick<Finding, 'rule' | 'outcome'>, decisions: ReadonlyMap<string, Decision> | undefined, rulesVersion: string): Decision | undefined {
  const decision = decisions?.get(finding.rule);
  return decision?.choice === 'dismissed' && !isOutdated(decision, finding, rulesVersion) ? decision : undefined;
}
