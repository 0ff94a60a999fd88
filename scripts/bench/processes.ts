/** What programs take and leave, from /proc: their memory, whether they still run, the ports they hold. */
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** Resident bytes of `root` and its descendants, pages they share counted once each (Pss). */
export function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // ended meanwhile
    }
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && isOurs(parents.get(pid)!));
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + pss(pid), 0);
}

function pss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Programs that name a folder in their arguments or their environment: browsers started on a profile in it, and what they started. */
export function programsWith(folder: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).map(Number).filter((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`].some((file) => {
    try {
      return readFileSync(file, 'utf8').includes(folder);
    } catch {
      return false;
    }
  }));
}

/** Ports on which one of the programs listens, TCP, as `pid:port`. */
export function listeningPorts(pids: readonly number[]): string[] {
  const LISTEN = '0A';
  const ports = new Map<string, number>();
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields[3] === LISTEN) ports.set(fields[9]!, Number.parseInt(fields[1]!.split(':').at(-1)!, 16));
    }
  }
  return pids.flatMap((pid) => {
    try {
      return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
        const port = ports.get(/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? '');
        return port === undefined ? [] : [`${pid}:${port}`];
      });
    } catch {
      return [];
    }
  });
}

/** Processor time so far of a program and all it started that still runs, in milliseconds (Linux counts in hundredths of a second). */
export function processorMs(root: number): number {
  const children = new Map<number, number[]>();
  const ticks = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      const parent = Number(fields[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      ticks.set(Number(name), Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]));
    } catch {
      // It ended meanwhile.
    }
  }
  const sum = (pid: number): number => (ticks.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root) * 10;
}
