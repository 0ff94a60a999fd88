import { describe, expect, it } from 'vitest';
import type { DutyLabel, DutyResult } from '../../../analyzers/report';
import { calibration, changedBetween, decide, halfOf, perDuty, scoreOf, touches } from '../../../scripts/bench/labelled';
import { sha256 } from '../../../scripts/bench/documents';
import { printed } from '../../../scripts/bench/print';

const got = (label: DutyLabel, quotes: string[] = [], confidence = 0.95): DutyResult => ({ label, quotes, confidence, why: '' });

describe('answers beside labels', () => {
  it('take a reader’s second answer as right, and any other as wrong', () => {
    const gold = { id: 'a', duties: { one: { label: 'met', alt: 'partial' }, two: { label: 'met' } } as const };
    const decisions = decide(gold, { one: got('partial'), two: got('partial') });
    expect(decisions.map((decision) => decision.gold === decision.got)).toEqual([true, false]);
  });

  it('count a duty without an answer as wrong', () => {
    expect(scoreOf(decide({ id: 'a', duties: { one: { label: 'met' } } }, {})).agreement).toBe(0);
  });

  it('compare quotes only where both answer alike', () => {
    const gold = { id: 'a', duties: { one: { label: 'met', quotes: ['您可以在设置中注销您的账号'] }, two: { label: 'met', quotes: ['我们保存三年'] } } as const };
    const decisions = decide({ id: 'a', duties: { one: { ...gold.duties.one, quotes: [...gold.duties.one.quotes] }, two: { label: 'met', quotes: ['我们保存三年'] } } }, {
      one: got('met', ['可以在设置中注销您的账号，需要核验身份']), two: got('absent'),
    });
    expect(decisions.map(({ evidence }) => evidence)).toEqual([true, undefined]);
    expect(scoreOf(decisions).evidenceHit).toBe(1);
  });

  it('tell which answers another way of reading gives otherwise', () => {
    const gold = { id: 'a', duties: { one: { label: 'met' }, two: { label: 'absent' }, three: { label: 'na' } } as const };
    const before = decide(gold, { one: got('absent'), two: got('absent'), three: got('na') });
    const after = decide(gold, { one: got('met'), two: got('partial'), three: got('na') });
    expect(changedBetween(before, after)).toEqual([
      { document: 'a', duty: 'one', gold: 'met', before: 'absent', after: 'met' },
      { document: 'a', duty: 'two', gold: 'absent', before: 'absent', after: 'partial' },
    ]);
    expect(printed.grammar(changedBetween(before, after), after.length)).toContain('changes 2 of 3 answers: 1 become right, 1 become wrong');
    expect(printed.grammar([], 3)).not.toContain('|');
  });

  it('tell a hard false accusation from a mild one', () => {
    const score = scoreOf(decide(
      { id: 'a', duties: { hard: { label: 'met' }, mild: { label: 'met' }, flag: { label: 'none' }, right: { label: 'absent' } } },
      { hard: got('absent'), mild: got('partial'), flag: got('present'), right: got('absent') },
    ));
    expect(score).toMatchObject({ agreement: 0.25, hard: 0.5, accusationPrecision: 0.25, accusationRecall: 1 });
  });

  it('give no credit to agreement by chance', () => {
    const duties = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`d${i}`, { label: (i < 9 ? 'met' : 'absent') as DutyLabel }]));
    const alwaysMet = Object.fromEntries(Object.keys(duties).map((id) => [id, got('met')]));
    const score = scoreOf(decide({ id: 'a', duties }, alwaysMet));
    expect(score.agreement).toBeCloseTo(0.9);
    expect(score.kappa).toBeCloseTo(0);
  });

  it('put the worst duty first', () => {
    const decisions = [decide({ id: 'a', duties: { good: { label: 'met' }, bad: { label: 'met' } } }, { good: got('met'), bad: got('absent') })].flat();
    expect(perDuty(decisions).map(({ id }) => id)).toEqual(['bad', 'good']);
    expect(scoreOf(decisions).worstDuty).toEqual({ id: 'bad', agreement: 0 });
  });

  it('set what is claimed beside what came true', () => {
    const decisions = decide({ id: 'a', duties: { sure: { label: 'met' }, wrong: { label: 'met' }, unsure: { label: 'met' } } }, {
      sure: got('met', [], 0.97), wrong: got('absent', [], 1), unsure: got('met', [], 0.3),
    });
    expect(calibration(decisions).at(-1)).toMatchObject({ from: 0.9, decisions: 2, wrong: 1 });
    expect(calibration(decisions)[0]).toMatchObject({ from: 0, decisions: 1, wrong: 0, claimed: 0.3 });
  });
});

describe('quotes', () => {
  it('touch when one holds the other whatever the spaces, or eight characters are the same', () => {
    expect(touches('保存 三年', '我们将保存三年。')).toBe(true);
    expect(touches('一二三四五六七八甲', '乙一二三四五六七八')).toBe(true);
    expect(touches('一二三四五六七甲', '乙一二三四五六七')).toBe(false);
  });
});

describe('halves', () => {
  it('depend on the name alone and share the documents out evenly', () => {
    const names = Array.from({ length: 400 }, (_, i) => `document-${i}`);
    const first = names.filter((name) => halfOf(name, sha256) === 'A').length;
    expect(Math.abs(first - 200)).toBeLessThan(40);
    expect(halfOf('document-7', sha256)).toBe(halfOf('document-7', sha256));
  });
});
