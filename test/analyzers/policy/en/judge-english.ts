import { expect } from 'vitest';
import type { Duty, DutyAnswer } from '../../../../analyzers/policy/duty';
import { DUTIES } from '../../../../analyzers/policy/duties';
import { EN } from '../../../../analyzers/policy/en';
import { QUOTE_LENGTH, readPolicy } from '../../../../analyzers/policy/reading';
import { documentOf } from '../document';

function dutyOf(id: string): Duty {
  const duty = DUTIES.find((other) => other.id === id);
  if (!duty) throw new Error(`no duty ${id}`);
  return duty;
}

/** What a duty answers on an English policy of these lines (see `documentOf`), with its quotes checked on the way. */
export function judgeEnglish(id: string, ...lines: string[]): DutyAnswer & { quoted: string[] } {
  const document = { ...documentOf(...lines), language: 'en' as const };
  const answered = dutyOf(id).judge(readPolicy(document, EN));
  const quoted = answered.quotes.map(({ start, end }) => document.text.slice(start, end));
  expect(quoted.length > 0).toBe(['met', 'partial', 'present'].includes(answered.label));
  for (const quote of quoted) expect(quote.length).toBeLessThanOrEqual(QUOTE_LENGTH.max);
  return { ...answered, quoted };
}

/** Only the label. */
export function labelInEnglish(id: string, ...lines: string[]): string {
  return judgeEnglish(id, ...lines).label;
}
