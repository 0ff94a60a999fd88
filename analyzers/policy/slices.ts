/** Long work made of short steps: done at once where nobody waits, in slices where others want their turn. */

/** Work that may be left alone after each step. */
export type Stepwise<T> = Generator<undefined, T, undefined>;

/** Longest that a slice keeps others waiting, in milliseconds; a step that began is finished. */
const SLICE_MS = 20;

/** Does all of the work now. */
export function atOnce<T>(work: Stepwise<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Does the work in slices and lets other work go on between them. */
export async function inSlices<T>(work: Stepwise<T>): Promise<T> {
  let since = performance.now();
  let step = work.next();
  while (!step.done) {
    if (performance.now() - since >= SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    step = work.next();
  }
  return step.value;
}
