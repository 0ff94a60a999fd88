import { describe, expect, it } from 'vitest';
import { seeded, shuffled, train, type Row } from '../../../scripts/topics/linear';

const row = (...buckets: number[]): Row => ({ buckets: Int32Array.from(buckets), values: new Float32Array(buckets.length).fill(1) });
const score = (weights: Float32Array, { buckets }: Row): number => [...buckets].reduce((sum, bucket) => sum + weights[bucket]!, weights.at(-1)!);

describe('the trainer', () => {
  const rows = [row(0, 2), row(0, 3), row(0, 4), row(1, 2), row(1, 3), row(1, 4)];
  const yes = [true, true, true, false, false, false];

  it('learns which feature decides, and leaves alone the ones that do not', () => {
    const weights = train(rows, yes, 5, 1, 50, 1);
    rows.forEach((one, i) => expect(score(weights, one) > 0).toBe(yes[i]));
    expect(Math.abs(weights[3]!)).toBeLessThan(0.1 * weights[0]!);
    expect(weights[1]).toBeLessThan(0);
  });

  it('gives the same weights for the same seed', () => {
    expect(train(rows, yes, 5, 1, 3, 7)).toEqual(train(rows, yes, 5, 1, 3, 7));
  });

  it('goes by a generator that gives other numbers for another seed', () => {
    expect(shuffled(50, seeded(1))).not.toEqual(shuffled(50, seeded(2)));
    expect([...shuffled(50, seeded(1))].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });
});
