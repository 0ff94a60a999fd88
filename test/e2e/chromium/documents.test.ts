/** What docs/auditing.md and docs/ci.md tell people to type does what they say: the commands are taken from there and run by a shell. */
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
import { codeOf, jobOf } from '../../documents';

/** Sites of the documents, and the scenes that are served in their place. */
const SITES = { 'www.example.com': 'parking-plain-policy', 'www.example.org': 'reader-without-cookies', 'our-site.test': 'shop-tracks-before-choice' };

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
  mkdirSync(join(folder, 'site'));
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
  for (const written of lines) {
    // The three answers to a dialog are compared where the audit itself is tested.
    const line = written.replace(' --consent all', '');
    const { code, stdout, stderr } = await shell(/ audit /.test(line) ? line.replace(/ +#.*$/, mapped) : line);
    expect(code, `${line}\n${stderr}`).toBe(0);
    outputs.push(`${stdout}${stderr}`);
  }
  expect(resultsOf('first').map(({ requested, problem }) => [requested, problem])).toEqual([['https://www.example.com/', undefined]]);
  expect(resultsOf('march').map(({ requested, problem }) => [requested, problem]).sort()).toEqual([['https://www.example.com/', undefined], ['https://www.example.org/', undefined]]);
  expect(outputs[2]).toContain('已有 2 个结果');
  expect(outputs[3]).toMatch(/完整|没有改动|未被改动|一致/);
  expect(read('march-again', 'results.jsonl')).toBe(read('march', 'results.jsonl'));
  expect(outputs[5]).toMatch(/已改正 0/);
}, 240_000);

it('runs the audit of the workflow as a build server would, and makes the baseline of it', async () => {
  writeFileSync(join(folder, 'site', 'mingshi-baseline.json'), codeOf('docs/ci.md', 'json')[0]!);
  const job = jobOf(codeOf('docs/ci.md', 'yaml')[0]!);
  expect(job.steps.find(({ name }) => name === 'Serve the site')!.run).toContain('8080');
  const audit = job.steps.find(({ name }) => name === 'Audit')!;
  expect(audit['working-directory']).toBe('mingshi');
  // Everything is led to the scenes, the companies the site talks to as well.
  const [rules, ...more] = server.chromeArgs();
  expect(audit.run).toContain('--consent all');
  // The three answers compared are tested with the audit itself: here one is enough.
  const line = audit.run!.replace('--consent all', '--consent refuse').replace(/--host-resolver-rules=[^"]+/, rules!) + more.map((argument) => ` --chrome-arg=${argument}`).join('');
  expect(line).toContain(String(server.port));
  const { code, stderr } = await shell(line);
  expect(code, stderr).toBe(1);

  // What the steps after it upload is there, and what it holds is new.
  const uploads = job.steps.flatMap((step) => [step.with?.sarif_file, step.uses?.startsWith('actions/upload-artifact') ? step.with?.path : undefined]).filter((path) => path !== undefined);
  expect(uploads).toEqual(['mingshi/mingshi.sarif', 'mingshi/results']);
  const suspected = resultsOf('results')[0]!.findings.filter(({ outcome }) => outcome === 'violation').map(({ rule }) => rule);
  const states = (file: string) => (JSON.parse(read(file)) as { runs: { results: { ruleId: string; kind: string; baselineState: string }[] }[] }).runs[0]!.results.filter(({ kind }) => kind === 'fail').map(({ ruleId, baselineState }) => [ruleId, baselineState]);
  expect(suspected).toContain('collection-after-refusal');
  expect(states('mingshi.sarif')).toEqual(suspected.map((rule) => [rule, 'new']));
  expect(read('mingshi.xml')).toContain(`failures="${suspected.length}"`);

  const [write, check] = codeOf('docs/ci.md', 'sh').at(-1)!.trim().split('\n');
  expect((await shell(write!)).code).toBe(0);
  expect((await shell(`${check!.replace(/ +#.*$/, '')} --sarif known.sarif`)).code).toBe(0);
  expect(states('known.sarif')).toEqual(suspected.map((rule) => [rule, 'unchanged']));
}, 240_000);
