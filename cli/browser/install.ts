/** Installs Debian packages (browsers, a Chinese font) for root; everyone else is told what to install. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Told what is being done: `code` is a key below `cli.setup`. */
export type Progress = (code: 'updating' | 'installing' | 'waiting' | 'install-failed', facts: Record<string, string | number>) => void;

/** Seconds to wait for another apt that holds the lock. */
const LOCK_SECONDS = 300;

/** Seconds between two signs of life while apt works. */
const TICK_SECONDS = 10;

/** Chinese glyphs; without them pages and screenshots show boxes. */
const FONT_PACKAGE = 'fonts-noto-cjk';

/** Whether packages can be installed without asking anybody. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages. @returns whether apt ended well. */
export async function installPackages(packages: string[], progress: Progress): Promise<boolean> {
  const names = packages.join(' ');
  progress('updating', { names });
  // An update that fails in part (one mirror down) may still leave usable lists: the installation decides.
  await apt(['update'], progress, names);
  progress('installing', { names });
  const failure = await apt(['install', '-y', '--no-install-recommends', ...packages], progress, names);
  if (failure) progress('install-failed', { names, reason: failure });
  return failure === undefined;
}

/** Whether a font with Chinese glyphs is there; true where fontconfig cannot tell (Windows and macOS have their own). */
export async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return new Promise((resolve) => {
    execFile('fc-list', [':lang=zh', 'family'], { timeout: 20_000 }, (error, stdout) => resolve(error ? false : stdout.trim() !== ''));
  });
}

/** Makes sure Chinese text can be drawn. @returns whether it can. */
export async function ensureChineseFont(progress: Progress): Promise<boolean> {
  if (await hasChineseFont()) return true;
  return canInstall() && (await installPackages(['fontconfig', FONT_PACKAGE], progress)) && (await hasChineseFont());
}

/** Runs apt-get. @returns undefined when it ended well, else the last line it wrote. */
function apt(args: string[], progress: Progress, names: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('apt-get', ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, '-q', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let tail = '';
    const keep = (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-2_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const since = Date.now();
    const ticking = setInterval(() => progress('waiting', { names, seconds: Math.round((Date.now() - since) / 1_000) }), TICK_SECONDS * 1_000);
    const end = (failure: string | undefined) => {
      clearInterval(ticking);
      resolve(failure);
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code) => end(code === 0 ? undefined : (tail.trim().split('\n').at(-1) ?? `exit ${code}`)));
  });
}
