/**
 * The folder of a run: one evidence folder a site, and one line a site in `results.jsonl`. A run may be killed at any moment:
 * a site's folder is made aside and moved into place whole, and its line is on the disk before the site counts as done. A line
 * cut short by the kill is taken off, and its site is done again.
 */
import { closeSync, createReadStream, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import type { SiteReport } from '../../analyzers/report';
import type { SiteRecord } from '../audit/record';

export interface SiteFiles {
  report: SiteReport & { requested?: string; folder?: string };
  /** What the report was made from: `artifacts.json.gz`. */
  record?: SiteRecord;
  /** Content of `evidence.zip`; absent where nothing was seen that could be proved. */
  pack?: Uint8Array;
  /** The site's report as a page. */
  page?: string;
  screenshots: { file: string; bytes: Uint8Array }[];
}

/** Start of the names of folders that are not finished. */
const UNFINISHED = '.unfinished-';

/** Name of a site's raw artifacts. */
export const ARTIFACTS = 'artifacts.json.gz';

/** What a run writes beside the sites' folders. */
const RUN_FILES = ['results.jsonl', 'summary.csv', 'summary.xlsx', 'index.html', 'report.html'];

/**
 * Moves an earlier run's results into a folder `earlier-…` of their own, so that a forgotten `--resume` costs no evidence.
 * @param isShared Several machines put sites' folders here: only the run's own files are moved.
 * @returns the folder; undefined where there is nothing to keep
 */
export function setAside(path: string, isShared = false): string | undefined {
  const results = statSync(join(path, 'results.jsonl'), { throwIfNoEntry: false });
  if (!results?.isFile() || results.size === 0) return undefined;
  const stamp = results.mtime.toISOString().slice(0, 19).replace(/:/g, '-');
  let aside = join(path, `earlier-${stamp}`);
  for (let n = 2; existsSync(aside); n++) aside = join(path, `earlier-${stamp}-${n}`);
  mkdirSync(aside);
  const folders = isShared ? [] : readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, 'result.json'))).map(({ name }) => name);
  for (const name of [...folders, ...RUN_FILES]) if (existsSync(join(path, name))) renameSync(join(path, name), join(aside, name));
  return aside;
}

/** The `--out` folder of one run. */
export class RunFolder {
  readonly #taken = new Set<string>();

  /** @param resume Keep what an earlier run wrote, and go on after it. */
  constructor(readonly path: string, readonly resume = false, isUntouched = false) {
    if (isUntouched) return;
    mkdirSync(path, { recursive: true });
    for (const name of readdirSync(path)) if (name.startsWith(UNFINISHED)) rmSync(join(path, name), { recursive: true, force: true });
    if (!resume) rmSync(this.results, { force: true });
    else if (existsSync(this.results)) cutTornLine(this.results);
  }

  /** A folder that several machines put sites into at the same time: nothing unfinished of others is touched. */
  static shared(path: string): RunFolder {
    mkdirSync(path, { recursive: true });
    return new RunFolder(path, true, true);
  }

  /** An earlier run's folder, in which nothing is touched. */
  static forReading(path: string): RunFolder {
    return new RunFolder(path, true, true);
  }

  get results(): string {
    return join(this.path, 'results.jsonl');
  }

  /** Addresses that have a result: those that were asked for, and those they led to. */
  async done(): Promise<Set<string>> {
    const addresses = new Set<string>();
    for await (const { requested, url } of this.reports()) {
      if (typeof requested === 'string') addresses.add(requested);
      else if (typeof url === 'string') addresses.add(url);
    }
    return addresses;
  }

  /** The results so far, one at a time: a run may have more of them than fit into memory. */
  async *reports<R extends SiteReport & { requested?: string }>(): AsyncGenerator<R> {
    if (!existsSync(this.results)) return;
    for await (const line of createInterface({ input: createReadStream(this.results, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
      const report = parseLine(line);
      if (report) yield report as R;
    }
  }

  /** The name a site's folder will have: pages of one site get `-2`, `-3`, …; what a kill left without a line is taken again. */
  nameFor(report: SiteFiles['report']): string {
    const name = folderName(report.site);
    let free = name;
    for (let n = 2; this.#taken.has(free) || (this.resume && this.#isOthers(free, report)); n++) free = `${name}-${n}`;
    this.#taken.add(free);
    return free;
  }

  /** Writes one site, and counts it as done. @returns its folder. @throws as the file system does (disk full): then nothing of it counts as done. */
  write(site: SiteFiles): string {
    const name = site.report.folder ?? this.nameFor(site.report);
    try {
      const folder = this.place(site, name);
      this.append(site.report);
      return folder;
    } catch (error) {
      this.#taken.delete(name);
      if (existsSync(this.results)) cutTornLine(this.results);
      throw error;
    }
  }

  /** Puts a site's folder into place as a whole. */
  place({ report, record, pack, page, screenshots }: SiteFiles, name = report.folder ?? this.nameFor(report)): string {
    const folder = join(this.path, name);
    const aside = join(this.path, UNFINISHED + name);
    const files: [string, string | Uint8Array][] = [
      ['result.json', `${JSON.stringify(report, null, 2)}\n`],
      ...(record ? [[ARTIFACTS, gzipSync(JSON.stringify(record))] as [string, Uint8Array]] : []),
      ...(pack ? [['evidence.zip', pack] as [string, Uint8Array]] : []),
      ...(page === undefined ? [] : [['report.html', page] as [string, string]]),
      ...screenshots.map(({ file, bytes }): [string, Uint8Array] => [file, bytes]),
    ];
    try {
      rmSync(aside, { recursive: true, force: true });
      for (const [file, content] of files) {
        mkdirSync(dirname(join(aside, file)), { recursive: true });
        writeFileSync(join(aside, file), content);
      }
      // What an earlier run left of this site must not be taken for part of this result.
      rmSync(folder, { recursive: true, force: true });
      renameSync(aside, folder);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      throw error;
    }
    return folder;
  }

  /** Adds a result; when this returns, its line is on the disk. */
  append(report: SiteFiles['report']): void {
    appendDurably(this.results, `${JSON.stringify(report)}\n`);
  }

  /** Writes a file of the run as a whole. */
  put(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    const aside = join(this.path, UNFINISHED + name);
    try {
      writeFileSync(aside, content);
      renameSync(aside, path);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    }
    return path;
  }

  /** Whether a folder of this name holds another site's result. */
  #isOthers(name: string, report: SiteFiles['report']): boolean {
    const folder = join(this.path, name);
    if (!existsSync(folder)) return false;
    try {
      const there = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as SiteFiles['report'];
      return (there.requested ?? there.url) !== (report.requested ?? report.url);
    } catch {
      return true;
    }
  }
}

/** Adds to a file and waits until that is on the disk. */
function appendDurably(path: string, line: string): void {
  const file = openSync(path, 'a');
  try {
    const bytes = Buffer.from(line);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
    if (statSync(path).isFile()) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Takes off what stands after the last line end: a line whose writing was cut short. */
function cutTornLine(path: string): void {
  if (!statSync(path).isFile()) return;
  const file = openSync(path, 'r+');
  try {
    const size = statSync(path).size;
    const step = Buffer.alloc(64 * 1024);
    for (let end = size; end > 0; ) {
      const from = Math.max(0, end - step.length);
      const read = readSync(file, step, 0, end - from, from);
      const last = step.subarray(0, read).lastIndexOf(0x0a);
      if (last >= 0) return ftruncateSync(file, from + last + 1);
      end = from;
    }
    ftruncateSync(file, 0);
  } finally {
    closeSync(file);
  }
}

function parseLine(line: string): (SiteReport & { requested?: string }) | undefined {
  try {
    return JSON.parse(line) as SiteReport;
  } catch {
    return undefined;
  }
}

/** A site's name as a folder name: letters, digits, dots and dashes; never empty, never a path. */
export function folderName(site: string): string {
  const safe = site.toLowerCase().replace(/[^\p{L}\p{N}.-]+/gu, '_').replace(/^\.+/, '').slice(0, 100);
  return safe === '' ? 'site' : safe;
}
