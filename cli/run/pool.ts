/** Runs jobs side by side. */
import { pause } from '../browser/session';

/** Runs jobs at most `width` at a time, and gives their results in the order of the jobs. A job must not throw. */
export async function inPool<J, R>(jobs: readonly J[], width: number, run: (job: J, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < jobs.length; index = next++) results[index] = await run(jobs[index]!, index);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(width, jobs.length)) }, worker));
  return results;
}

export interface Politeness<J> {
  width: number;
  /** Jobs of one host are never run side by side. */
  hostOf(job: J): string;
  /** Pause between the end of one job of a host and the begin of its next, milliseconds. */
  delayMs: number;
  /** Asked before each job; false ends the run when the jobs under way have ended. */
  goesOn?(): boolean;
}

/** Runs jobs at most `width` at a time, one at a time for each host. A job must not throw. */
export async function politely<J>(jobs: readonly J[], { width, hostOf, delayMs, goesOn = () => true }: Politeness<J>, run: (job: J, index: number) => Promise<void>): Promise<void> {
  const waiting = jobs.map((job, index) => ({ job, index }));
  const busy = new Set<string>();
  const freeAt = new Map<string, number>();
  // Jobs pass each other, but not by much: with one host of many pages in front, the rest of the list is still looked through.
  const next = (): number => waiting.findIndex(({ job }) => !busy.has(hostOf(job)) && (freeAt.get(hostOf(job)) ?? 0) <= Date.now());
  const worker = async () => {
    while (waiting.length > 0 && goesOn()) {
      const at = next();
      if (at < 0) {
        await pause(50);
        continue;
      }
      const [{ job, index }] = waiting.splice(at, 1) as [{ job: J; index: number }];
      const host = hostOf(job);
      busy.add(host);
      await run(job, index);
      busy.delete(host);
      freeAt.set(host, Date.now() + delayMs);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(width, jobs.length)) }, worker));
}
