/** Keeps account of started browsers and their profiles, so that none outlives this program. */
import { mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface Charge {
  /** Leader of the browser's process group. */
  pid?: number;
  profile: string;
}

const charges = new Set<Charge>();
let watching = false;

/** Start of the names of profile folders; the number of the program that owns one follows. */
const PROFILES = 'mingshi-browser-';

/** Makes a fresh profile folder that is removed at the latest when this program ends. */
export function newCharge(): Charge {
  if (!watching) sweep();
  watchExit();
  const charge: Charge = { profile: mkdtempSync(join(tmpdir(), `${PROFILES}${process.pid}-`)) };
  charges.add(charge);
  return charge;
}

/** Removes profiles of programs that were killed and could not do so themselves, and ends browsers they left running. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PROFILES) ? Number(/^\d+(?=-)/.exec(name.slice(PROFILES.length))?.[0]) : Number.NaN;
    if (Number.isNaN(owner) || isRunning(owner)) continue;
    const profile = join(tmpdir(), name);
    for (const pid of usersOf(profile)) killGroup(pid);
    removeSocketOf(profile);
    void rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Browsers that were started on a profile; only told where there is a /proc. */
function usersOf(profile: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').some((argument) => argument === profile || argument === `--user-data-dir=${profile}`);
    } catch {
      return false;
    }
  });
}

/** Ends the browser's whole process group. Its profile goes too, but nobody has to wait for that. */
export async function discharge(charge: Charge): Promise<void> {
  killGroup(charge.pid);
  removeSocketOf(charge.profile);
  // A dying browser may still write into its profile: try again for a moment.
  void rm(charge.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).then(() => charges.delete(charge), () => undefined);
}

/**
 * Removes the folder of the socket by which Chromium keeps to one program a profile: it lies beside the profile, because
 * names of sockets are short, and stays where the browser is killed.
 */
function removeSocketOf(profile: string): void {
  try {
    const folder = dirname(readlinkSync(join(profile, 'SingletonSocket')));
    if (dirname(folder) === tmpdir() && /^\.?(?:org\.chromium|com\.google|com\.microsoft)\.\w/.test(basename(folder))) rmSync(folder, { recursive: true, force: true });
  } catch {
    // a browser that has none, or never came so far
  }
}

/** Kills a process group at once; a group that is gone is fine. */
export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // already gone
    }
  }
}

function watchExit(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const charge of charges) {
      killGroup(charge.pid);
      removeSocketOf(charge.profile);
      try {
        rmSync(charge.profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
      } catch {
        // the folder is in the system's temporary folder and will be cleared with it
      }
    }
  });
  // 128 + the signal's number, as shells report it.
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.once(signal, () => process.exit(code));
  }
}
