/** The shape of a policy duty: one file in `duties/`, its file name is its id. */
import type { Basis, CategoryCode, DutyLabel, Severity } from '../report';
import type { Reading, Span } from './reading';

/** What the text says on a duty. Quotes: at most three passages, none for `absent`, `na` and `none`. */
export interface DutyAnswer {
  label: DutyLabel;
  quotes: Span[];
  /** 0 to 1: expected share of such answers that are right, estimated on documents the duty was not written against. */
  confidence: number;
}

export interface Duty {
  id: string;
  /** `duty`: something the policy must say. `flag`: a clause that should not be there. */
  kind: 'duty' | 'flag';
  category: CategoryCode;
  severity: Severity;
  /** Statutes first, then departmental rules, then 认定方法 and standards. */
  basis: Basis[];
  /** What a plain `absent` (for flags: `present`) is worth: `violation` only where the law demands the statement of every policy. */
  whenAbsent: 'violation' | 'review';
  judge(reading: Reading): DutyAnswer;
}

/** Builds an answer; quotes beyond the third and those that repeat one are dropped. */
export function answer(label: DutyLabel, confidence: number, quotes: Span[] = []): DutyAnswer {
  const kept: Span[] = [];
  for (const quote of quotes) {
    if (kept.length === 3) break;
    if (!kept.some((other) => quote.start < other.end && other.start < quote.end)) kept.push(quote);
  }
  return { label, confidence, quotes: label === 'absent' || label === 'na' || label === 'none' ? [] : kept };
}
