/** What docs/auditing.md tells people to type does what it says: the commands are taken from there and run by a shell. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditReport } from '../../../cli/audit/verdict';
import { ROOT } from '../../../cli/build';
import { startSceneServer } from '../../scenes/server';
import type { SceneServer } from '../../scenes/server';
import { loadScenes } from '../../scenes/scene';
import { codeOf } from '../../documents';

/** Sites of the documents, and the scenes that are served in their place. */
const SITES = { 'www.example.com': 'parking-plain-policy', 'www.example.org': 'reader-without-cookies' };

let server: SceneServer;
let folder = '';

beforeAll(async () => {
  const library = loadScenes();
  server = await startSceneServer({
    scenes: Object.entries(SITES).map(([host, id]) => {
      const scene = library.find((one) => one.id === id)!;
      const own = new URL(scene.url).hostname;
      return { ...scene, url: `https://${host}/`, hosts: Object.fromEntries(Object.entries(scene.hosts).map(([name, target]) => [name === own ? host : name, target])) };
    }),
  });
  folder = mkdtempSync(join(tmpdir(), 'mingshi-docs-'));
  // The project as it lies in somebody's folder: what is written goes beside it.
  mkdirSync(join(folder, 'mingshi'));
  for (const name of ['bin', 'node_modules', 'package.json']) symlinkSync(join(ROOT, name), join(folder, 'mingshi', name));
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a line as a shell does; without npx, which keeps a folder of its own for the project's program and takes seconds to find it. */
function shell(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile('bash', ['-c', line.replace(/^npx mingshi/, 'node bin/mingshi.mjs')], { cwd: join(folder, 'mingshi'), maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }));
  });
}

const read = (...path: string[]) => readFileSync(join(folder, 'mingshi', ...path), 'utf8');
const resultsOf = (run: string) => read(run, 'results.jsonl').trim().split('\n').map((line) => JSON.parse(line) as AuditReport);

it('leads an auditor through the first hour', async () => {
  writeFileSync(join(folder, 'mingshi', 'sites.csv'), codeOf('docs/auditing.md', 'csv')[0]!);
  const lines = codeOf('docs/auditing.md', 'sh')[0]!.trim().split('\n');
  expect(lines).toHaveLength(6);
  const mapped = server.chromeArgs().map((argument) => ` '--chrome-arg=${argument}'`).join('');
  const outputs: string[] = [];
  for (const line of lines) {
    const { code, stdout, stderr } = await shell(/ audit /.test(line) ? line.replace(/ +#.*$/, mapped) : line);
    expect(code, `${line}\n${stderr}`).toBe(0);
    outputs.push(`${stdout}${stderr}`);
  }
  expect(resultsOf('first').map(({ requested, problem }) => [requested, problem])).toEqual([['https://www.example.com/', undefined]]);
  expect(resultsOf('march').map(({ requested, consent }) => [requested, consent!.choice]).sort()).toEqual([['https://www.example.com/', 'all'], ['https://www.example.org/', 'all']]);
  expect(outputs[2]).toContain('已有 2 个结果');
  expect(outputs[3]).toMatch(/完整|没有改动|未被改动|一致/);
  expect(read('march-again', 'results.jsonl')).toBe(read('march', 'results.jsonl'));
  expect(outputs[5]).toMatch(/已改正 0/);
}, 240_000);
