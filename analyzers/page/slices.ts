/** Readers are generators that pause after each piece of work. */

/** Goes through all pieces at once. */
export function finish<T>(slices: Generator<void, T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}
