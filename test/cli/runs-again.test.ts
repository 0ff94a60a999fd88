/** What can be done with a run afterwards: judged again, moved, compared, verified; also one that an older version has written. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RULES } from '../../analyzers/rules';
import type { AuditArguments } from '../../cli/audit/arguments';
import type { AuditReport } from '../../cli/audit/verdict';
import { BrowserError } from '../../cli/browser/session';
import { main } from '../../cli/main';
import { runAudits } from '../../cli/run/audit-run';
import { Results } from '../../cli/run/results';
import { RunFolder } from '../../cli/run/run-folder';

/** A run of the first version that kept its raw material, over one scene with --consent all. */
const FIRST = fileURLToPath(new URL('../fixtures/runs/first', import.meta.url));

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'runs-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function mingshi(...argv: string[]) {
  const written = { stdout: '', stderr: '' };
  const code = await main(argv, { stdout: (t) => void (written.stdout += t), stderr: (t) => void (written.stderr += t), lang: 'en' });
  return { code, ...written };
}

const resultsOf = (run: string) => readFileSync(join(run, 'results.jsonl'), 'utf8');

it('judges what an older version has gathered, wherever the run lies, with the same bytes each time', async () => {
  const [once, moved, twice, thrice] = ['once', 'moved', 'twice', 'thrice'].map((name) => join(folder, name)) as [string, string, string, string];
  expect(await mingshi('judge', FIRST, '--out', once)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 site judged again') });
  const [report] = resultsOf(once).trim().split('\n').map((line) => JSON.parse(line) as AuditReport);
  expect(report!.findings.filter(({ outcome }) => outcome === 'violation').map(({ rule }) => rule)).toEqual(expect.arrayContaining(['collection-after-refusal', 'pre-consent-identifier']));
  for (const { id } of RULES) expect(report!.findings.filter(({ rule }) => rule === id), id).toHaveLength(1);
  expect(report!.consent!.comparison!.seen).toEqual(['beforeChoice', 'afterAccept', 'afterRefuse']);

  // What was written is a run itself: it can be moved, judged, compared, and opened as a page.
  cpSync(once, moved, { recursive: true });
  rmSync(once, { recursive: true });
  expect((await mingshi('judge', moved, '--out', twice)).stderr).toContain('1 the same');
  expect(resultsOf(twice)).toBe(resultsOf(moved));
  expect(readdirSync(join(twice, 'qingmu-shop.test')).sort()).toEqual(['artifacts.json.gz', 'report.html', 'result.json']);
  expect(readFileSync(join(twice, 'index.html'), 'utf8')).toContain('href="qingmu-shop.test/report.html"');
  expect(JSON.parse((await mingshi('diff', moved, twice, '--json')).stdout)).toMatchObject({ counts: { fixed: 0, new: 0, unclear: 0 } });
  expect((await mingshi('judge', twice, '--out', thrice, '--fail-on', 'violation')).code).toBe(1);
}, 60_000);

it('compares what one version has said with what another says', async () => {
  const { code, stdout } = await mingshi('diff', FIRST, FIRST);
  expect(code).toBe(0);
  expect(stdout).toContain('collection-after-refusal');
});

it('never writes into the run it judges, nor where a run from elsewhere tells it to', async () => {
  const run = join(folder, 'run');
  cpSync(FIRST, run, { recursive: true });
  expect(await mingshi('judge', run, '--out', `${run}/`)).toMatchObject({ code: 2, stderr: expect.stringContaining('raw material would be lost') });
  expect(resultsOf(run)).toBe(resultsOf(FIRST));

  const forged = { ...(JSON.parse(resultsOf(FIRST)) as AuditReport), folder: '../outside' };
  renameSync(join(run, 'qingmu-shop.test'), join(folder, 'outside'));
  writeFileSync(join(run, 'results.jsonl'), `${JSON.stringify(forged)}\n`);
  const before = readdirSync(join(folder, 'outside'));
  expect(await mingshi('judge', run, '--out', join(folder, 'out'))).toMatchObject({ code: 2, stderr: expect.stringContaining('no raw material') });
  expect(readdirSync(join(folder, 'outside'))).toEqual(before);
});

it('gives up on a disk that stays full, and says that nothing counts as done', async () => {
  const out = join(folder, 'full');
  const results = new Results(new RunFolder(out), 'en');
  let stderr = '';
  const urls = [1, 2, 3, 4, 5, 6].map((number) => `https://site${number}.test/`);
  results.folder!.write = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  const wanted = { looking: { steps: [], timeoutMs: 1_000, consent: 'ignore', pages: 1, plant: false, robots: false, delayMs: 0, retries: 0 }, concurrency: 1, json: false } as unknown as AuditArguments;
  const { unwritten } = await runAudits(urls, wanted, { kind: 'chromium', version: '1', launch: () => Promise.reject(new BrowserError('none')) }, results, { stdout: () => undefined, stderr: (text) => void (stderr += text), lang: 'en' }, 0);
  expect(unwritten).toBe(3);
  expect(stderr).toContain('Make room and go on with --resume');
  expect(stderr).not.toContain('site4.test');
  expect((await results.folder!.done()).size).toBe(0);
});
