/** A run over many sites that is killed again and again and taken up again: is every site in the results once, and is nothing left behind? */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '../../test/scenes/scene';
import { startSceneServer } from '../../test/scenes/server';
import { multiply } from './many-sites';
import { listeningPorts, programsWith } from './processes';

/** Lines of the list that are no address, in a hundred. */
const RUBBISH_PERCENT = 5;
const RUBBISH = ['没有网址', 'javascript:alert(1)', 'file:///etc/passwd', 'http://', '—', 'mailto:x@y.test', '<html>'];

export interface KillOptions {
  root: string;
  /** Folder for list, results, and everything the run leaves in the system's temporary folder. */
  folder: string;
  sites: number;
  kills: number;
  concurrency: number;
  seed: number;
  /** Hears how far it is. */
  tell(line: string): void;
}

export interface KillOutcome {
  lines: string[];
  isRight: boolean;
}

export async function runWithKills(scenes: readonly Scene[], { root, folder, sites, kills, concurrency, seed, tell }: KillOptions): Promise<KillOutcome> {
  const many = multiply(scenes, sites);
  const server = await startSceneServer({ scenes: many });
  const [list, out, temporary] = [join(folder, 'many.txt'), join(folder, 'many'), join(folder, 'temporary')];
  mkdirSync(temporary);
  const random = seeded(seed);
  writeFileSync(list, many.flatMap(({ url }, index) => ((index * RUBBISH_PERCENT) % 100 < RUBBISH_PERCENT ? [RUBBISH[index % RUBBISH.length]!, url] : [url])).join('\n'));
  const argv = ['bin/mingshi.mjs', 'audit', '--list', list, '--out', out, '--resume', '--concurrency', String(concurrency), '--json', ...server.chromeArgs().map((argument) => `--chrome-arg=${argument}`)];
  const lines = new LineCount(join(out, 'results.jsonl'));
  const since = Date.now();
  const orphans: number[] = [];
  try {
    for (let killed = 0; ; killed++) {
      const child = spawn(process.execPath, argv, { cwd: root, stdio: 'ignore', env: { ...process.env, TMPDIR: temporary } });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      if (killed === kills) {
        await ended;
        break;
      }
      // After a share of the sites that is left, at any moment of the next one.
      const goal = lines.now() + Math.max(1, Math.floor(((sites - lines.now()) / (kills - killed + 1)) * 2 * random()));
      while (lines.now() < goal && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20 + random() * 400));
      child.kill('SIGKILL');
      await ended;
      orphans.push(programsWith(temporary).length);
      tell(`kill ${killed + 1} after ${lines.now()} sites and ${((Date.now() - since) / 1_000).toFixed(0)} s`);
    }
    const ms = Date.now() - since;
    // A program that was killed takes a moment to be gone.
    for (let looks = 0; looks < 20 && programsWith(temporary).length > 0; looks++) await new Promise((resolve) => setTimeout(resolve, 250));
    const programs = programsWith(temporary);
    const ports = listeningPorts(programs);
    const leftInTemporary = readdirSync(temporary).filter((name) => !CACHES.test(name));
    const reports = readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { requested: string; folder: string; problem?: string });
    const once = new Set(reports.map(({ requested }) => requested));
    const folders = new Set(reports.map(({ folder: name }) => name));
    const whole = reports.filter(({ requested, folder: name }) => (JSON.parse(readFileSync(join(out, name, 'result.json'), 'utf8')) as { requested: string }).requested === requested && existsSync(join(out, name, 'artifacts.json.gz'))).length;
    const strangers = readdirSync(out, { withFileTypes: true }).filter((entry) => (entry.isDirectory() ? !folders.has(entry.name) : !RUN_FILES.has(entry.name))).map(({ name }) => name);
    // A site is asked for its robots.txt once for each look at it.
    const looks = new Map<string, number>();
    for (const { host, path } of server.requests) if (path === '/robots.txt') looks.set(host, (looks.get(host) ?? 0) + 1);
    const again = [...looks.values()].reduce((sum, count) => sum + count - 1, 0);
    const isOnce = once.size === sites && reports.length === sites && folders.size === sites && whole === sites && many.every(({ url }) => once.has(url));
    const isClean = programs.length === 0 && ports.length === 0 && leftInTemporary.length === 0 && strangers.length === 0;
    return {
      isRight: isOnce && isClean,
      lines: [
        `results ${reports.length}, different sites ${once.size}, folders ${folders.size}, whole ${whole}, not seen ${reports.filter(({ problem }) => problem).length}`,
        ...reports.filter(({ problem }) => problem).slice(0, 5).map(({ requested, problem }) => `not seen: ${requested}: ${problem}`),
      `looks at a site that a kill had cut short and that were made again: ${again} (${kills} kills × ${concurrency} at once at most)`,
        `browsers' programs alive right after each kill: ${orphans.join(', ') || 'no kill'}`,
        `left at the end: ${programs.length} programs, ${ports.length} open ports, in the temporary folder ${leftInTemporary.join(' ') || 'nothing'}, in the run's folder ${strangers.join(' ') || 'nothing'} that does not belong there`,
        `${(ms / 1_000).toFixed(0)} s in all, ${((sites / ms) * 60_000).toFixed(1)} sites a minute`,
        isOnce ? 'every site exactly once' : 'NOT every site exactly once',
      ],
    };
  } finally {
    await server.stop();
  }
}

/** What a run's folder holds beside the sites' folders. */
const RUN_FILES = new Set(['results.jsonl', 'summary.csv', 'summary.xlsx', 'index.html', 'report.html']);

/** What Node and tsx keep in the temporary folder on purpose. */
const CACHES = /^(?:tsx-\d+|node-compile-cache)$/;

/** Counts the lines of a growing file, reading only what is new. */
class LineCount {
  #count = 0;
  #at = 0;

  constructor(private readonly path: string) {}

  now(): number {
    if (!existsSync(this.path)) return 0;
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      // A line that a kill had torn was taken off.
      if (size < this.#at) [this.#count, this.#at] = [0, 0];
      const fresh = Buffer.alloc(size - this.#at);
      const read = readSync(file, fresh, 0, fresh.length, this.#at);
      // What stands after the last line end is read again: it may be taken off.
      const end = fresh.subarray(0, read).lastIndexOf(0x0a) + 1;
      for (const byte of fresh.subarray(0, end)) if (byte === 0x0a) this.#count++;
      this.#at += end;
      return this.#count;
    } finally {
      closeSync(file);
    }
  }
}

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
