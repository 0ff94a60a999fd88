import { describe, expect, it } from 'vitest';
import { scoreSamples } from '../../../scripts/bench/traffic-recall';
import { DECOYS, sampleSets, wrongDecoys } from '../../../scripts/bench/traffic-samples';

const sets = sampleSets();
const all = sets.flatMap(({ samples }) => samples);

describe('labelled requests', () => {
  it('are at least 300, of at least 12 real SDKs', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(sets.slice(0, 2).flatMap(({ samples }) => samples.map(({ sdk }) => sdk))).size).toBeGreaterThanOrEqual(12);
  });

  it('are read kind by kind with precision and recall of 0.97, where what was typed and kept is known', () => {
    const { scores } = scoreSamples(all, 'visit');
    const poor = scores.filter(({ found, missed, wrong }) => found / (found + missed) < 0.97 || found / (found + wrong) < 0.97);
    expect(poor).toEqual([]);
    expect(scores.reduce((sum, { found }) => sum + found, 0)).toBeGreaterThan(600);
  });

  it('alone, as in a recording, are read with precision of 0.97 in all', () => {
    const { scores } = scoreSamples(all, 'cold');
    const sum = (name: 'found' | 'wrong') => scores.reduce((total, score) => total + score[name], 0);
    expect(sum('found') / (sum('found') + sum('wrong'))).toBeGreaterThanOrEqual(0.97);
  });
});

describe('decoys', () => {
  it('are at least 200, of which at most one in a hundred is taken for personal data', () => {
    expect(DECOYS.length).toBeGreaterThanOrEqual(200);
    expect(wrongDecoys().length).toBeLessThanOrEqual(DECOYS.length / 100);
  });
});
