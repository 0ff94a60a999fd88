import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBrowser, onPath } from '../../cli/browser/find';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'find-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, mode = 0o755): string {
  writeFileSync(join(folder, name), '#!/bin/sh\n');
  chmodSync(join(folder, name), mode);
  return join(folder, name);
}

const progress = () => undefined;

it('takes the first name that stands on PATH, whatever the order of folders', () => {
  mkdirSync(join(folder, 'b'));
  const chromium = program('b/chromium');
  program('google-chrome');
  const PATH = [folder, join(folder, 'b')].join(delimiter);
  expect(onPath(['chromium', 'google-chrome'], { PATH })).toBe(chromium);
});

it('takes neither a folder nor a file that cannot be run for a browser', () => {
  mkdirSync(join(folder, 'chromium'));
  program('google-chrome', 0o644);
  expect(onPath(['chromium', 'google-chrome'], { PATH: folder })).toBeUndefined();
});

it('takes what was asked for before CHROME_PATH, and CHROME_PATH before what is installed', async () => {
  const [mine, other] = [program('mine'), program('other')];
  expect(await findBrowser('chromium', { asked: mine, environment: { CHROME_PATH: other, PATH: '' }, progress })).toBe(mine);
  expect(await findBrowser('chromium', { environment: { CHROME_PATH: other, PATH: '' }, progress })).toBe(other);
});

it('takes no other browser when the one asked for is not there', async () => {
  program('chromium');
  expect(await findBrowser('chromium', { asked: '/nowhere/chrome', environment: { PATH: folder }, progress })).toBeUndefined();
  expect(await findBrowser('chromium', { asked: 'chromium', environment: { PATH: folder }, progress })).toBe(join(folder, 'chromium'));
});
