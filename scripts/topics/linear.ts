/** Linear support vector machine with squared hinge loss, by coordinate descent on the dual (Hsieh et al., ICML 2008). Seeded, so that a run can be repeated. */

export interface Row {
  buckets: Int32Array;
  values: Float32Array;
}

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** The order of a shuffled list. */
export function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/**
 * @param yes which rows are positive
 * @param size number of buckets
 * @param cost what an error costs against the size of the weights
 * @returns one weight a bucket, the bias last
 */
export function train(rows: readonly Row[], yes: readonly boolean[], size: number, cost: number, rounds: number, seed: number): Float32Array {
  const weights = new Float32Array(size + 1);
  const alphas = new Float64Array(rows.length);
  const diagonal = 1 / (2 * cost);
  const norms = Float64Array.from(rows, ({ values }) => values.reduce((sum, value) => sum + value * value, 1) + diagonal);
  const random = seeded(seed);
  for (let round = 0; round < rounds; round++) {
    for (const i of shuffled(rows.length, random)) {
      const { buckets, values } = rows[i]!;
      const sign = yes[i] ? 1 : -1;
      let sum = weights[size]!;
      for (let at = 0; at < buckets.length; at++) sum += weights[buckets[at]!]! * values[at]!;
      const gradient = sign * sum - 1 + diagonal * alphas[i]!;
      if (alphas[i] === 0 && gradient >= 0) continue;
      const before = alphas[i]!;
      alphas[i] = Math.max(before - gradient / norms[i]!, 0);
      const change = (alphas[i]! - before) * sign;
      for (let at = 0; at < buckets.length; at++) weights[buckets[at]!]! += change * values[at]!;
      weights[size]! += change;
    }
  }
  return weights;
}
