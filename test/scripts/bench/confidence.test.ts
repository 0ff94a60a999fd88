import { describe, expect, it } from 'vitest';
import { DUTIES } from '../../../analyzers/policy/duties';
import { MEASURED } from '../../../analyzers/policy/zh/confidence';
import { readBlindAnswers } from '../../../scripts/bench/accuracy-files';
import { answersOf, bands, fitConfidence, leftOut, type Answered } from '../../../scripts/bench/confidence';

const given = (right: number, wrong: number, duty = 'purposes', label: Answered['label'] = 'met'): Answered[] =>
  Array.from({ length: right + wrong }, (_, i) => ({ document: `d${i}`, duty, label, right: i < right }));

describe('confidence in answers on Chinese policies', () => {
  const answers = answersOf(readBlindAnswers());
  it('is what the blind answers give', () => {
    expect(MEASURED).toEqual(fitConfidence(answers));
  });
  it('rests on whole documents, each once, with an answer on every duty', () => {
    const { duties, sets } = readBlindAnswers();
    expect([...duties].sort()).toEqual(DUTIES.map(({ id }) => id).sort());
    const lines = sets.flatMap(({ documents }) => Object.entries(documents));
    expect(new Set(lines.map(([document]) => document)).size).toBe(lines.length);
    for (const [, line] of lines) expect(line).toMatch(/^(?:(?:met|partial|absent|na|present|none)[+-](?: |$)){48}$/);
  });
  it('of 0.9 and more is wrong at most twice in a hundred times on documents left out of the count', () => {
    const told = bands(leftOut(answers));
    const sure = told.at(-1)!;
    expect([sure.from, sure.answers > 500, sure.wrong / sure.answers <= 0.02]).toEqual([0.9, true, true]);
    // And below, no band claims much more than it keeps.
    for (const { from, answers: count, wrong, claimed } of told) if (count >= 100) expect([from, wrong / count <= 1.25 * (1 - claimed)]).toEqual([from, true]);
  });
  it('is never 0.9 after one wrong answer, nor after few right ones', () => {
    expect(fitConfidence(given(80, 0))['purposes']!.met).toBeGreaterThanOrEqual(0.9);
    expect(fitConfidence(given(80, 1))['purposes']!.met).toBe(0.89);
    expect(fitConfidence(given(12, 0))['purposes']!.met).toBe(0.89);
  });
  it('leans on what is known of the label where a duty has been answered seldom', () => {
    const fitted = fitConfidence([...given(50, 50, 'purposes', 'partial'), ...given(1, 0, 'sdk-list', 'partial')]);
    expect(fitted['sdk-list']!.partial).toBeLessThan(0.65);
    expect(fitted['sdk-list']!.met).toBeUndefined();
  });
});
