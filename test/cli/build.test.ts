import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isOlder } from '../../cli/build';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  for (const [path, second] of [['src/deep/a.ts', 10], ['src/deep', 10], ['src', 10]] as const) at(path, second);
});
afterEach(() => rmSync(folder, { recursive: true }));

function at(path: string, second: number): void {
  if (path.includes('.')) writeFileSync(join(folder, path), '');
  utimesSync(join(folder, path), second, second);
}

const older = () => isOlder(join(folder, 'built.json'), [join(folder, 'src'), join(folder, 'absent')]);

it('a build that is missing is out of date', () => {
  expect(older()).toBe(true);
});

it('a build after the last change is up to date', () => {
  at('built.json', 20);
  expect(older()).toBe(false);
});

it('a change deep inside makes it out of date', () => {
  at('built.json', 20);
  at('src/deep/a.ts', 30);
  expect(older()).toBe(true);
});

it('so does a file that was removed, which only its folder shows', () => {
  at('built.json', 20);
  at('src/deep', 30);
  expect(older()).toBe(true);
});
