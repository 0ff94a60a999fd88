/** The queue on a real Redis: every site once in the results, whatever happens to workers and to who collects. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pause } from '../../cli/browser/session';
import { main } from '../../cli/main';
import { startRedis } from './redis';
import type { TestRedis } from './redis';

let redis: TestRedis;
let folder = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  redis = await startRedis();
  folder = mkdtempSync(join(tmpdir(), 'fleet-'));
}, 300_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function command(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const code = await main(['audit', '--queue', redis.url, ...argv], { stdout: (t) => void (written.stdout += t), stderr: (t) => void (written.stderr += t), lang: 'en' });
  return { code, ...written };
}

function startWorker(name: string, untilEmpty = false): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('fleet-worker.ts', import.meta.url)), redis.url, join(folder, 'log'), name, untilEmpty ? 'yes' : ''], { stdio: 'inherit' });
  children.push(child);
  return child;
}

const looked = () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : []);

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isDone()); tries++) {
    if (tries > 300) throw new Error('it did not come to pass');
    await pause(100);
  }
}

it('costs a retry when a worker is killed in the middle of a site, and nothing else', async () => {
  const urls = ['slow.test', 'a.test', 'b.test', 'c.test', 'cannot-be-written.test'].map((host) => `https://${host}/`);
  const list = join(folder, 'list.txt');
  writeFileSync(list, urls.join('\n'));
  const out = join(folder, 'out');
  expect(await command('--list', list, '--out', out, '--detach', '--delay', '0')).toMatchObject({ code: 0, stderr: expect.stringContaining('5 put into the queue') });
  // Filling it again adds nothing.
  expect((await command('--list', list, '--out', out, '--detach', '--resume', '--delay', '0')).stderr).toContain('0 put into the queue, 5 were there');

  const first = startWorker('first');
  await until(() => looked().some((line) => line.includes('slow')));
  first.kill('SIGKILL');
  const second = startWorker('second');
  await until(async () => (JSON.parse((await command('--status', '--json')).stdout) as { completed: number; dead: number }).completed === 4);
  expect(looked().filter((line) => line.includes('slow'))).toEqual(['first https://slow.test/', 'second https://slow.test/']);
  for (const url of urls.slice(1, 4)) expect(looked().filter((line) => line.endsWith(url))).toHaveLength(1);

  // Tried three times with growing pauses; then it is a dead letter, which is told with its reason.
  await until(async () => (JSON.parse((await command('--status', '--json')).stdout) as { dead: number }).dead === 1);
  const status = await command('--status');
  expect(status.stdout).toContain('4 done, 1 not finished; 1 workers');
  expect(status.stdout).toContain('not finished: https://cannot-be-written.test/ (no space left, tried 3 times)');

  const collected = await command('--list', list, '--out', out, '--resume', '--delay', '0');
  expect(collected.code).toBe(3);
  expect(collected.stderr).toContain('no space left');
  const results = () => readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { requested: string }).requested).sort();
  expect(results()).toEqual(urls.slice(0, 4).sort());
  // Whoever collects again finds them done.
  expect((await command('--list', list, '--out', out, '--resume', '--detach', '--delay', '0')).stderr).toContain('0 put into the queue, 1 were there');
  expect(results()).toHaveLength(4);
  expect((await command('--retry-dead')).stdout).toContain('1 put into the queue again');
  second.kill('SIGKILL');
}, 60_000);

it('never looks at two pages of one host at the same time, and ends when the queue is empty', async () => {
  const log = looked().length;
  await command('https://one.test/1', 'https://one.test/2', 'https://one.test/3', '--detach', '--delay', '0');
  const workers = [startWorker('left', true), startWorker('right', true)];
  const codes = await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))));
  expect(codes).toEqual([0, 0]);
  expect(looked().slice(log).filter((line) => line.includes('one.test')).map((line) => line.replace(/^\w+ /, '')).sort()).toEqual(['https://one.test/1', 'https://one.test/2', 'https://one.test/3']);
}, 60_000);

it('says in one line what is wrong with a queue', async () => {
  const said = async (queue: string) => {
    let stderr = '';
    const code = await main(['worker', '--queue', queue], { stdout: () => undefined, stderr: (t) => void (stderr += t), lang: 'en' });
    return { code, stderr };
  };
  expect(await said('http://a.test')).toMatchObject({ code: 2, stderr: expect.stringContaining('redis://HOST:PORT') });
  expect(await said('redis://:secret@127.0.0.1:1')).toMatchObject({ code: 3, stderr: expect.stringMatching(/^The queue redis:\/\/127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/) });
});
