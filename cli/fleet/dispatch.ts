/** `mingshi audit --queue`: fills the queue, shows how far the fleet is, and collects its results. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAuditArguments, readBrowsing } from '../audit/arguments';
import type { AuditArguments } from '../audit/arguments';
import { EnvironmentError, prepare } from '../audit/environment';
import type { ParsedArgs } from '../args';
import { pause } from '../browser/session';
import { addressesOf, finish } from '../commands/audit';
import { EXIT, messageOf } from '../io';
import type { Io } from '../io';
import { productVersion } from '../product-version';
import { Progress, clock } from '../progress';
import { translate } from '../../locales/cli';
import { openOut } from '../run/open-run';
import { Results } from '../run/results';
import type { RunFolder } from '../run/run-folder';
import { FleetError, jobId, openFleet, openQueue, unpackResult } from './queue';
import type { FleetJob, FleetQueue, FleetTask } from './queue';

/** Jobs added, or asked after, in one go. */
const CHUNK = 500;
/** How often results are looked for. */
const LOOK_MS = 1_000;
/** Dead letters told one by one. */
const TOLD_DEAD = 100;
/** Hash in Redis that counts what was collected, and so no longer stands in the queue. */
const COUNTS = 'mingshi:counts';

export async function dispatch(args: ParsedArgs, io: Io): Promise<number> {
  try {
    const fleet = await openFleet(args, io);
    const queue = openQueue(fleet);
    try {
      await queue.waitUntilReady();
      if (args.flags.has('retry-dead')) return await retryDead(queue, io);
      if (args.flags.has('status')) return await showStatus(queue, args.flags.has('json'), io);
      return await sendOut(queue, args, io);
    } finally {
      await queue.close();
    }
  } catch (error) {
    if (!(error instanceof FleetError || error instanceof EnvironmentError)) throw error;
    io.stderr(`${error.message}\n`);
    return EXIT.environment;
  }
}

async function sendOut(queue: FleetQueue, args: ParsedArgs, io: Io): Promise<number> {
  const wanted = readAuditArguments(args, io);
  // Only a sitemap needs a browser here.
  const launch = async () => (await prepare(readBrowsing(args), io)).launch();
  const all = await addressesOf(wanted, { launch }, io);
  const folder = wanted.out === undefined ? undefined : openOut(wanted.out, io, { resume: wanted.resume, isShared: true });
  const results = new Results(folder, io.lang);
  const done = folder ? await folder.done() : new Set<string>();
  const urls = all.filter((url) => !done.has(url));
  const run = runNumber(folder, wanted.resume);
  const before = await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'completed', 'failed');
  for (let at = 0; at < urls.length; at += CHUNK) {
    await queue.addBulk(urls.slice(at, at + CHUNK).map((url) => ({ name: 'site', data: { run, url, looking: wanted.looking, lang: io.lang } satisfies FleetJob, opts: { jobId: jobId(run, url), backoff: { type: 'exponential', delay: Math.max(1_000, wanted.looking.delayMs * 5) } } })));
  }
  const added = (await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'completed', 'failed')) - before;
  io.stderr(`${translate(io.lang, 'cli.worker.queued', { added: Math.max(0, added), known: Math.max(0, urls.length - added) })}\n`);
  // What was collected before a kill, and not yet taken out of the queue.
  for (const url of done) await queue.remove(jobId(run, url)).catch(() => 0);
  if (args.flags.has('detach')) return EXIT.done;
  const dead = await collect(queue, run, urls, { results, wanted, before: all.length - urls.length }, io);
  const code = await finish(results, wanted, productVersion(), io, 0);
  if (dead > 0) io.stderr(`${translate(io.lang, 'cli.worker.incomplete', { count: dead })}\n`);
  return dead > 0 ? EXIT.environment : code;
}

/** Waits for the results of a run and writes each once. @returns how many sites could not be finished */
async function collect(queue: FleetQueue, run: string, urls: readonly string[], { results, wanted, before }: { results: Results; wanted: AuditArguments; before: number }, io: Io): Promise<number> {
  const outstanding = new Map(urls.map((url) => [jobId(run, url), url]));
  const progress = new Progress({ lang: io.lang, of: urls.length, before, bar: io.terminal !== undefined && !wanted.json, write: (text) => io.stderr(text), columns: io.terminal?.columns });
  const client = (await queue.client) as unknown as { hincrby(key: string, field: string, by: number): Promise<unknown> };
  let dead = 0;
  while (outstanding.size > 0) {
    let moved = 0;
    for (const task of await finishedTasks(queue, outstanding)) {
      const url = outstanding.get(task.id!)!;
      if (task.failedReason && (await task.isFailed())) {
        dead++;
        progress.end(url, translate(io.lang, 'cli.worker.failed', { url: '', reason: task.failedReason }).replace(/^: /, ''));
      } else {
        const report = unpackResult(task.returnvalue);
        // On the disk first, then out of the queue: a kill between the two only asks for the same line again, which is known then.
        results.keepReport(report);
        if (wanted.json) io.stdout(`${JSON.stringify(report)}\n`);
        await task.remove();
        await client.hincrby(COUNTS, 'collected', 1);
        progress.end(url, report.problem);
      }
      outstanding.delete(task.id!);
      moved++;
    }
    if (moved === 0) await pause(LOOK_MS);
  }
  progress.close();
  return dead;
}

/** Some of the outstanding jobs that are finished, from the queue's own lists: those hold what came in meanwhile, not the whole run. */
async function finishedTasks(queue: FleetQueue, outstanding: ReadonlyMap<string, string>): Promise<FleetTask[]> {
  for (const state of ['completed', 'failed'] as const) {
    for (let at = 0; ; at += CHUNK) {
      const page = await queue.getJobs([state], at, at + CHUNK - 1, true);
      const ours = page.filter((task) => task?.id !== undefined && outstanding.has(task.id));
      if (ours.length > 0) return ours;
      if (page.length < CHUNK) break;
    }
  }
  return [];
}

/** Number of the run: kept in its folder, so that going on means the same jobs. */
function runNumber(folder: RunFolder | undefined, resume: boolean): string {
  if (folder && resume) {
    try {
      return (JSON.parse(readFileSync(join(folder.path, 'run.json'), 'utf8')) as { run: string }).run;
    } catch {
      // a run that was begun without a queue
    }
  }
  const run = randomUUID();
  folder?.put('run.json', `${JSON.stringify({ run })}\n`);
  return run;
}

async function showStatus(queue: FleetQueue, json: boolean, io: Io): Promise<number> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'completed', 'failed');
  const client = (await queue.client) as unknown as { hget(key: string, field: string): Promise<string | null> };
  const collected = Number((await client.hget(COUNTS, 'collected')) ?? 0);
  const workers = (await queue.getWorkers().catch(() => [])).length;
  const minutes = (await queue.getMetrics('completed', 0, 4)).data.map(Number);
  const rate = minutes.length === 0 ? 0 : minutes.reduce((sum, count) => sum + count, 0) / minutes.length;
  const waiting = (counts.waiting ?? 0) + (counts.delayed ?? 0);
  const facts = { waiting, active: counts.active ?? 0, completed: (counts.completed ?? 0) + collected, dead: counts.failed ?? 0, workers, perMinute: rate };
  const letters = (await queue.getFailed(0, TOLD_DEAD - 1)).map((task) => ({ url: task.data.url, reason: task.failedReason ?? '', attempts: task.attemptsStarted }));
  if (json) {
    io.stdout(`${JSON.stringify({ ...facts, deadLetters: letters })}\n`);
    return EXIT.done;
  }
  const left = rate > 0 ? ` ${translate(io.lang, 'cli.audit.left', { time: clock(Math.round(((waiting + facts.active) / rate) * 60)) })}` : '';
  io.stdout(`${translate(io.lang, 'cli.worker.status', { ...facts, rate: rate.toFixed(1), left })}\n`);
  for (const letter of letters) io.stdout(`${translate(io.lang, 'cli.worker.dead', { ...letter, reason: letter.reason.replace(/\p{Cc}+/gu, ' ') })}\n`);
  return EXIT.done;
}

async function retryDead(queue: FleetQueue, io: Io): Promise<number> {
  let count = 0;
  for (const task of await queue.getFailed(0, -1)) {
    await task.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true }).then(() => count++, (error: unknown) => io.stderr(`${messageOf(error)}\n`));
  }
  io.stdout(`${translate(io.lang, 'cli.worker.retried', { count })}\n`);
  return EXIT.done;
}
