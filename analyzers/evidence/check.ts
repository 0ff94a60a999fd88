/** Checks an evidence pack against its own checksum list. A pack comes from strangers: nothing in it is trusted or run. */
import { strFromU8, unzipSync } from 'fflate';
import { sha256Hex } from './digest';
import type { SiteReport } from '../report';
import { PARTS, SUMS } from './parts';
import { readReport } from './read-report';

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

/** A pack that was opened: what its check says, and what of it can be shown. */
export interface OpenedPack {
  check: PackCheck;
  /** Names and sizes of all files, checked or not. */
  files: { path: string; bytes: number }[];
  /** Its report, where it holds one of the right form. Altered packs have theirs too: the check tells. */
  report?: SiteReport;
  /** When it says it was made. */
  createdAt?: string;
  /** Parts its maker left out, by its own word. */
  leftOut: string[];
}

/** Checks a zipped pack. Never throws. */
export function checkPack(zip: Uint8Array): PackCheck {
  return openPack(zip).check;
}

/** Opens a zipped pack to look at it. Nothing in it is run: texts are read as data. Never throws. */
export function openPack(zip: Uint8Array): OpenedPack {
  const unpacked = unpack(zip);
  if ('problem' in unpacked) return { check: failed(unpacked.problem), files: [], leftOut: [] };
  const { files } = unpacked;
  const manifest = parsed(files.get('manifest.json')) as { createdAt?: unknown; leftOut?: unknown } | undefined;
  const report = readReport(parsed(files.get('findings.json')));
  return {
    check: checkFiles(files),
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length })),
    ...(report ? { report } : {}),
    ...(typeof manifest?.createdAt === 'string' ? { createdAt: manifest.createdAt.slice(0, 40) } : {}),
    leftOut: Array.isArray(manifest?.leftOut) ? manifest.leftOut.filter((part): part is string => typeof part === 'string' && (PARTS as readonly string[]).includes(part)) : [],
  };
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
}

function checkFiles(files: ReadonlyMap<string, Uint8Array>): PackCheck {
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
  if (!isWhole(zip)) return { problem: 'not-a-zip' };
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

/** Bytes of a zip's end record without its comment. */
const END_BYTES = 22;

/** Whether the file ends with a zip's end record. Of a truncated one, the end of a zip inside it (a .docx) must not be taken for its own. */
function isWhole(zip: Uint8Array): boolean {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at + END_BYTES + view.getUint16(at + 20, true) === zip.length;
  }
  return false;
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
