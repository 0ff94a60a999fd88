import { expect } from 'vitest';
import type { DutyAnswer, Duty } from '../../../analyzers/policy/duty';
import { QUOTE_LENGTH, readPolicy } from '../../../analyzers/policy/reading';
import { ZH } from '../../../analyzers/policy/zh';
import { documentOf } from './document';

/** What a duty answers on a policy of these lines (see `documentOf`). Checks on the way that quotes are lawful: exact, of the right length. */
export function judgeLines(duty: Duty, ...lines: string[]): DutyAnswer & { quoted: string[] } {
  const document = documentOf(...lines);
  const answered = duty.judge(readPolicy(document, ZH));
  const quoted = answered.quotes.map(({ start, end }) => document.text.slice(start, end));
  if (['met', 'partial', 'present'].includes(answered.label)) expect(quoted.length).toBeGreaterThan(0);
  else expect(quoted).toEqual([]);
  expect(quoted.length).toBeLessThanOrEqual(3);
  const least = Math.min(QUOTE_LENGTH.min, document.text.length);
  for (const quote of quoted) {
    expect(quote.length).toBeGreaterThanOrEqual(least);
    expect(quote.length).toBeLessThanOrEqual(QUOTE_LENGTH.max);
  }
  return { ...answered, quoted };
}

/** Only the label. */
export function labelOf(duty: Duty, ...lines: string[]): string {
  return judgeLines(duty, ...lines).label;
}
