/** Runs jobs side by side, at most `width` at a time, and gives their results in the order of the jobs. A job must not throw. */
export async function inPool<J, R>(jobs: readonly J[], width: number, run: (job: J, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < jobs.length; index = next++) results[index] = await run(jobs[index]!, index);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(width, jobs.length)) }, worker));
  return results;
}
