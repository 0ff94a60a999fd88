/** Checks an evidence pack against its own checksum list. A pack comes from strangers: nothing in it is trusted or run. */
import { strFromU8, unzipSync } from 'fflate';
import { sha256Hex } from './digest';
import { SUMS } from './pack';

/** Most unpacked bytes and files that are looked at: beyond any real pack, below what a bomb needs. */
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_FILES = 2_000;

export interface PackCheck {
  intact: boolean;
  /** Files whose content differs from the list. */
  altered: string[];
  /** Files of the list that are not in the pack. */
  missing: string[];
  /** Files in the pack that the list does not name. */
  added: string[];
  /** Why the pack could not be checked at all. */
  problem?: 'not-a-zip' | 'no-list' | 'bad-list' | 'too-large' | 'unsafe-name';
  /** SHA-256 of the list itself: note it down, and a later change of list and files together shows too. */
  seal?: string;
}

/** Checks a zipped pack. Never throws. */
export function checkPack(zip: Uint8Array): PackCheck {
  const unpacked = unpack(zip);
  if ('problem' in unpacked) return failed(unpacked.problem);
  const { files } = unpacked;
  const list = files.get(SUMS);
  if (!list) return failed('no-list');
  const sums = parseSums(list);
  if (!sums) return failed('bad-list');

  const altered = [...sums].filter(([path, sum]) => files.has(path) && sha256Hex(files.get(path)!) !== sum).map(([path]) => path);
  const missing = [...sums.keys()].filter((path) => !files.has(path));
  const added = [...files.keys()].filter((path) => path !== SUMS && !sums.has(path));
  return { intact: altered.length + missing.length + added.length === 0, altered, missing, added, seal: sha256Hex(list) };
}

function failed(problem: NonNullable<PackCheck['problem']>): PackCheck {
  return { intact: false, altered: [], missing: [], added: [], problem };
}

/** The files of a zip by path, folders left out; refuses bombs, twice-used names and names that lead out of the pack. */
function unpack(zip: Uint8Array): { files: Map<string, Uint8Array> } | { problem: NonNullable<PackCheck['problem']> } {
  const names = new Set<string>();
  let bytes = 0;
  let problem: PackCheck['problem'];
  try {
    const unpacked = unzipSync(zip, {
      filter: ({ name, originalSize, size }) => {
        bytes += Math.max(originalSize, size);
        if (!isSafe(name) || names.has(name)) problem ??= 'unsafe-name';
        names.add(name);
        if (bytes > MAX_BYTES || names.size > MAX_FILES) problem ??= 'too-large';
        return problem === undefined && !name.endsWith('/');
      },
    });
    return problem ? { problem } : { files: new Map(Object.entries(unpacked)) };
  } catch {
    return { problem: problem ?? 'not-a-zip' };
  }
}

/** A relative path of plain names: no drive, no backslash, no `..`, no control character. */
function isSafe(name: string): boolean {
  return name !== '' && name.length <= 300 && !/^[/\\]|[\\:\p{Cc}]/u.test(name) && !name.split('/').some((part) => part === '..' || part === '.' || part === '__proto__');
}

/** Digest by path, as `sha256sum` writes it; undefined when a line is anything else or a path stands twice. */
function parseSums(list: Uint8Array): Map<string, string> | undefined {
  const sums = new Map<string, string>();
  for (const line of strFromU8(list).split('\n')) {
    if (line === '') continue;
    const match = /^([0-9a-f]{64}) [ *](\S.*)$/.exec(line);
    if (!match || sums.has(match[2]!)) return undefined;
    sums.set(match[2]!, match[1]!);
  }
  return sums.size > 0 ? sums : undefined;
}
