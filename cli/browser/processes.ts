/** Keeps account of started browsers and their profiles, so that none outlives this program. */
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Charge {
  /** Leader of the browser's process group. */
  pid?: number;
  profile: string;
}

const charges = new Set<Charge>();
let watching = false;

/** Makes a fresh profile folder that is removed at the latest when this program ends. */
export function newCharge(): Charge {
  watchExit();
  const charge: Charge = { profile: mkdtempSync(join(tmpdir(), 'mingshi-browser-')) };
  charges.add(charge);
  return charge;
}

/** Ends the browser's whole process group. Its profile goes too, but nobody has to wait for that. */
export async function discharge(charge: Charge): Promise<void> {
  killGroup(charge.pid);
  // A dying browser may still write into its profile: try again for a moment.
  void rm(charge.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).then(() => charges.delete(charge), () => undefined);
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
