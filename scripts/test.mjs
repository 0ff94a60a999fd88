/** `npm test`: types, lint, unit, end to end in Chromium and in Firefox; ends in one line with the sum and the right exit code. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, run } from './bootstrap.mjs';

/** Longest a section may take; a test that hangs must fail, not hold up whoever waits for it. */
const LONGEST_MS = 12 * 60_000;

if (!(await ensurePackages())) process.exit(3);
const reports = mkdtempSync(join(tmpdir(), 'mingshi-test-'));
const sum = { passed: 0, failed: 0 };

try {
  await section('types', () => check('tsc', ['--noEmit']));
  await section('lint', () => check('eslint', ['.']));
  await section('unit', () => vitest('unit', ['--project', 'unit']));
  // Built once: test files that run side by side would each start a build of their own.
  await section('build', () => check('wxt', ['build', '-b', 'chrome']).then(() => check('wxt', ['build', '-b', 'firefox'])));
  for (const browser of ['chromium', 'firefox']) {
    await section(`e2e ${browser}`, async () => {
      if ((await bin('tsx', ['scripts/browsers.ts', browser])) !== 0) count(0, 1);
      else await vitest(browser, ['--project', 'e2e', `test/e2e/${browser}/`]);
    });
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;

async function section(name, work) {
  const since = Date.now();
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  const before = { ...sum };
  await work();
  console.log(`── ${name}: ${sum.passed - before.passed} passed, ${sum.failed - before.failed} failed, ${((Date.now() - since) / 1000).toFixed(0)} s`);
}

/** A check without single tests counts as one. */
async function check(program, args) {
  const code = await bin(program, args);
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

/** Runs vitest and adds what its own report says. */
async function vitest(name, args) {
  const file = join(reports, `${name}.json`);
  const code = await bin('vitest', ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return count(0, 1); // ended before it could report
  }
  // A file that cannot be loaded has no tests to count, and is a failure all the same.
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length;
  const failed = report.numFailedTests + broken;
  count(report.numPassedTests, failed === 0 && code !== 0 ? 1 : failed);
}

function count(passed, failed) {
  sum.passed += passed;
  sum.failed += failed;
}

/** A program of the project's packages. */
function bin(name, args) {
  const path = join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
  return run(path, args, { timeout: LONGEST_MS, killSignal: 'SIGTERM', shell: process.platform === 'win32' });
}
