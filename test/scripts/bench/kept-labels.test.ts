import { describe, expect, it } from 'vitest';
import { DUTIES } from '../../../analyzers/policy/duties';
import { keptLabels, withQuotes, type KeptLabel } from '../../../scripts/bench/kept-labels';

const label = (at: [number, number]): KeptLabel => ({ id: 'x', sha256: '', set: 's', status: 'read', duties: { purposes: { label: 'met', alt: 'partial', at: [at] }, 'policy-date': { label: 'absent' } } });

describe('kept labels', () => {
  const labels = keptLabels();
  it('answer every duty once, with places only where something is there', () => {
    expect(labels.length).toBeGreaterThan(0);
    for (const { id, duties } of labels) {
      expect([id, Object.keys(duties).sort()]).toEqual([id, DUTIES.map((duty) => duty.id).sort()]);
      for (const [duty, { at }] of Object.entries(duties)) for (const [start, end] of at ?? []) expect([id, duty, start >= 0 && end > start && end - start < 2_000]).toEqual([id, duty, true]);
    }
  });
  it('name each document once, by its digest, and hold no text of it', () => {
    expect(new Set(labels.map(({ sha256 }) => sha256)).size).toBe(labels.length);
    for (const one of labels) {
      expect(one.sha256).toMatch(/^[\da-f]{64}$/);
      expect(JSON.stringify(one)).not.toMatch(/[一-龥]/);
    }
  });
  it('write down, of each English policy, where a second reader differs', () => {
    const english = labels.filter(({ set }) => set === '2026-11-30 English');
    expect(english.length).toBe(4);
    for (const { id, duties, secondReading } of english) {
      const differs = Object.entries(secondReading!.differs);
      expect([id, secondReading!.equal + differs.length]).toEqual([id, DUTIES.length]);
      for (const [duty, second] of differs) {
        const answers = DUTIES.find((one) => one.id === duty)!.kind === 'flag' ? ['present', 'none'] : ['met', 'partial', 'absent', 'na'];
        expect([id, duty, answers.includes(second.label), second.label === duties[duty]!.label]).toEqual([id, duty, true, false]);
      }
    }
  });
  it('find their quotes again in the file, as a reader sees them', () => {
    const html = '<p>我们收集<b>手机号</b>&nbsp;用于登录。</p>';
    expect(withQuotes(label([3, html.length - 4]), html).duties['purposes']).toEqual({ label: 'met', alt: 'partial', quotes: ['我们收集手机号\u00a0用于登录。'] });
    expect(withQuotes(label([0, 14]), '我们收集 **手机号** 用于登录。').duties['purposes']!.quotes).toEqual(['我们收集 手机号 用']);
    expect(withQuotes(label([0, 4]), '我们收集').duties['policy-date']).toEqual({ label: 'absent' });
  });
});
