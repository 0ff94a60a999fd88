/** Small statistics for benchmarks. */

/** Middle value; NaN for an empty list. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Median, first and third quartile. */
export function quartiles(values: number[]): [number, number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return [median(values), at(0.25), at(0.75)];
}

/** Median of the paired ratios a[i]/b[i], with a 95 % interval by bootstrap. Pairs were measured one right after the other. */
export function pairedRatio(a: number[], b: number[]): { ratio: number; low: number; high: number } {
  const ratios = a.map((value, i) => value / b[i]!);
  const draws = Array.from({ length: 2_000 }, () => median(ratios.map(() => ratios[Math.floor(Math.random() * ratios.length)]!))).sort((x, y) => x - y);
  return { ratio: median(ratios), low: draws[50]!, high: draws[1_949]! };
}

/** Milliseconds of one call of `work`, the median of `rounds` after three to warm up. */
export function time(work: () => unknown, rounds = 15): number {
  for (let i = 0; i < 3; i++) work();
  return median(Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }));
}

/** The same values in random order. */
export function shuffled<T>(list: readonly T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(Math.floor(Math.random() * rest.length), 1)[0]!);
}
