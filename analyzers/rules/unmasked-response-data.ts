/** An answer holds full phone or id numbers of several people while the page shows them masked: for a person to look at. */
import type { AnswerSign, Exchange } from '../artifacts';
import { say as sentence } from '../../locales';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const unmaskedResponseData: Rule = {
  id: 'unmasked-response-data',
  category: 'incidental',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '51' }],
  judge,
};

/** One number may be the visitor's own; from two different ones on, somebody else's is among them. */
const OTHERS = 2;

function judge({ visit }: RuleContext): Verdict {
  const answered = visit.exchanges.filter((exchange): exchange is Exchange & { answer: AnswerSign } => exchange.answer !== undefined);
  if (answered.length === 0) return { outcome: 'not-applicable' };
  const full = answered.filter(({ answer }) => distinct(answer.numbers).length >= OTHERS);
  const masked = full.filter(({ answer }) => distinct(answer.numbers.filter(({ mask }) => answer.shownMasked?.includes(mask))).length >= OTHERS);
  if (masked.length > 0) {
    const count = new Set(masked.flatMap(({ answer }) => distinct(answer.numbers))).size;
    return { outcome: 'review', evidence: masked.slice(0, 6).map(evidenceOf), facts: { count } };
  }
  // A recording shows no page: whether the numbers are masked there cannot be seen.
  if (full.some(({ answer }) => answer.shownMasked === undefined)) return { outcome: 'error', say: 'page-unseen' };
  return { outcome: 'pass' };
}

function distinct(numbers: AnswerSign['numbers']): string[] {
  return [...new Set(numbers.map(({ kind, mask }) => `${kind} ${mask}`))];
}

function evidenceOf({ id, url, at, host, answer }: Exchange & { answer: AnswerSign }): Evidence {
  return { kind: 'request', requestId: id, url, at, recipient: host, items: [], note: sentence('rules.unmasked-response-data.evidence', { masks: [...new Set(answer.numbers.map(({ mask }) => mask))].slice(0, 5).join('; ') }) };
}
