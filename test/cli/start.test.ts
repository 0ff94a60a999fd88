/** The command as a person starts it: in plain Node, whose modules are not those of the test runner or of the bundles. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from '../../cli/build';

const RUN = join(ROOT, 'test', 'fixtures', 'runs', 'first');

const mingshi = (...args: string[]) => promisify(execFile)(process.execPath, [join(ROOT, 'bin', 'mingshi.mjs'), ...args], { timeout: 50_000 });

it.each(['analyze', 'audit', 'har', 'judge', 'diff', 'worker', 'verify', 'demo'])('starts "mingshi %s" in plain Node with every package it loads', async (command) => {
  const { stdout } = await mingshi(command, '--help');
  expect(stdout).toContain(`mingshi ${command}`);
});

it('writes its pages wherever it is started from', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  try {
    await promisify(execFile)(process.execPath, [join(ROOT, 'bin', 'mingshi.mjs'), 'judge', RUN, '--out', 'again'], { cwd: folder, timeout: 50_000 });
    expect(existsSync(join(folder, 'again', 'index.html'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
