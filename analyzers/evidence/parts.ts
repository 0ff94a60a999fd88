/** The parts of an evidence pack that a person can see before saving, and leave out. */

/** Everything but the pack's own list, description and checksums. */
export type PartId = 'report' | 'findings' | 'complaint' | 'letter' | 'traffic' | 'policy' | 'screenshots';

export const PARTS: readonly PartId[] = ['report', 'findings', 'complaint', 'letter', 'traffic', 'policy', 'screenshots'];

/** Name of the checksum list inside a pack. */
export const SUMS = 'SHA256SUMS';

/** A file of a part, for the person to look at before saving. */
export interface PackFile {
  path: string;
  bytes: number;
}

/** Which part a file of a pack belongs to; undefined for what every pack has. */
export function partOf(path: string): PartId | undefined {
  if (path === 'report.html') return 'report';
  if (path === 'findings.json') return 'findings';
  if (path === 'traffic.har') return 'traffic';
  if (/^complaint\.(?:txt|docx)$/.test(path)) return 'complaint';
  if (/^letter\.(?:txt|docx)$/.test(path)) return 'letter';
  if (path.startsWith('policy/')) return 'policy';
  if (path.startsWith('screenshots/')) return 'screenshots';
  return undefined;
}

/** The files of a pack by part, in the order in which they are shown. */
export function filesByPart(files: ReadonlyMap<string, Uint8Array>): { part: PartId; files: PackFile[] }[] {
  const all = [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, part: partOf(path) }));
  return PARTS.map((part) => ({ part, files: all.filter((file) => file.part === part).map(({ path, bytes }) => ({ path, bytes })) })).filter((group) => group.files.length > 0);
}
