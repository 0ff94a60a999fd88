/** Builds the extension when it is missing or older than its sources. */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

export type Target = 'chrome' | 'firefox';

/** Folders WXT writes the builds to. */
const OUTPUT: Record<Target, string> = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv2' };

/** What a build is made of. */
const SOURCES = ['analyzers', 'components', 'entrypoints', 'locales', 'public', 'store', 'wxt.config.ts', 'package.json'];

/** The extension could not be built; the message is the builder's own. */
export class BuildError extends Error {}

/**
 * Folder of an up-to-date build.
 * @param onBuild Told when a build begins, because it takes some seconds.
 * @throws BuildError
 */
export async function ensureBuilt(target: Target, onBuild: () => void, root: string = ROOT): Promise<string> {
  const folder = join(root, OUTPUT[target]);
  if (!isOlder(join(folder, 'manifest.json'), SOURCES.map((name) => join(root, name)))) return folder;
  onBuild();
  await build(target, root);
  return folder;
}

/** Whether `result` is missing or older than anything below `sources`. */
export function isOlder(result: string, sources: string[]): boolean {
  const made = modifiedAt(result);
  return made === 0 || sources.some((source) => newest(source) > made);
}

function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time changes when something in it is removed.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function build(target: Target, root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', '-b', target], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(new BuildError(error.message)));
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new BuildError(output.trim() || `exit ${code}`))));
  });
}
