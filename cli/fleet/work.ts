/** What a worker does: takes sites from the queue, one at a time for each host in the whole fleet, and looks at them. */
import type { FleetJob, FleetResult, FleetTask, Fleet } from './queue';
import { QUEUE, TRIES, openQueue, packResult } from './queue';
import type { AuditReport } from '../audit/verdict';
import { pause } from '../browser/session';
import type { Io } from '../io';
import { translate } from '../../locales/cli';
import { messageOf } from '../io';

export interface WorkOptions {
  concurrency: number;
  /** A worker without a word for this long counts as gone; its sites go to others. */
  leaseMs: number;
  /** End when nothing is waiting and nothing under way. */
  untilEmpty: boolean;
  /** Looks at one site and puts its evidence away. @throws when it could not be put away: then it is tried again */
  look(job: FleetJob): Promise<AuditReport>;
}

const LOOK_MS = 300;

/** Works until the queue is empty (where that was asked for) or the program is ended. */
export async function work(fleet: Fleet, options: WorkOptions, io: Io): Promise<void> {
  const say = (key: string, facts: Record<string, string | number>) => io.stderr(`${translate(io.lang, `cli.worker.${key}`, facts)}\n`);
  const { bull, connection } = fleet;
  const queue = openQueue(fleet);
  const hosts = new HostLocks(await queue.client, options.leaseMs);
  const process = async (task: FleetTask, token?: string): Promise<FleetResult> => {
    const { url, looking } = task.data;
    const { host } = new URL(url);
    const release = await hosts.take(host, task.id ?? url);
    if (!release) {
      await task.moveToDelayed(Date.now() + Math.max(500, looking.delayMs), token);
      throw new bull.DelayedError();
    }
    say('taken', { url });
    try {
      return packResult(await options.look(task.data));
    } finally {
      await release(looking.delayMs);
    }
  };
  const worker = new bull.Worker<FleetJob, FleetResult>(QUEUE, process, {
    connection, concurrency: options.concurrency, autorun: false,
    lockDuration: options.leaseMs, stalledInterval: Math.max(1_000, options.leaseMs / 2), maxStalledCount: TRIES - 1,
    metrics: { maxDataPoints: 60 },
  });
  worker.on('completed', (task) => say('finished', { url: task.data.url, attempt: task.attemptsStarted }));
  worker.on('failed', (task, error) => say('failed', { url: task?.data.url ?? '', reason: messageOf(error) }));
  worker.on('error', () => undefined); // ioredis connects again by itself
  await worker.waitUntilReady();
  io.stderr(`${translate(io.lang, 'cli.worker.ready')}\n`);
  const running = worker.run();
  if (options.untilEmpty) {
    while (!(await isEmpty(queue))) await pause(LOOK_MS);
    await worker.close();
  }
  await running;
  await queue.close();
}

async function isEmpty(queue: ReturnType<typeof openQueue>): Promise<boolean> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized', 'paused');
  return Object.values(counts).every((count) => count === 0);
}

/** The part of a Redis client that locks need. */
interface Redis {
  set(key: string, value: string, px: 'PX', ms: number, nx?: 'NX'): Promise<unknown>;
  get(key: string): Promise<string | null>;
  pexpire(key: string, ms: number): Promise<unknown>;
}

/** Keeps two workers from opening one host at the same time. A lock ends by itself when its worker is gone. */
class HostLocks {
  constructor(private readonly redis: unknown, private readonly leaseMs: number) {}

  /** Takes a host for a job. @returns how to give it back (after a pause), or undefined while another job has it. */
  async take(host: string, holder: string): Promise<((delayMs: number) => Promise<void>) | undefined> {
    const redis = this.redis as Redis;
    const key = `mingshi:host:${host}`;
    const taken = await redis.set(key, holder, 'PX', this.leaseMs, 'NX');
    // A job that is given again after its worker vanished already holds its host.
    if (taken === null && (await redis.get(key)) !== holder) return undefined;
    const keeping = setInterval(() => void redis.pexpire(key, this.leaseMs).catch(() => undefined), this.leaseMs / 3);
    return async (delayMs) => {
      clearInterval(keeping);
      await redis.pexpire(key, Math.max(1, delayMs)).catch(() => undefined);
    };
  }
}
