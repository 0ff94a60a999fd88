/** Writes what was found about a site: one folder each, and one line each in `results.jsonl`. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteReport } from '../analyzers/report';

export interface SiteFiles {
  report: SiteReport;
  /** Content of `evidence.zip`; absent where nothing was seen that could be proved. */
  pack?: Uint8Array;
  screenshots: { file: string; bytes: Uint8Array }[];
}

/** The `--out` folder of one run. */
export class OutFolder {
  readonly #taken = new Set<string>();

  /** @param resume Keep what an earlier run wrote, and go on after it. */
  constructor(readonly path: string, readonly resume = false) {
    mkdirSync(path, { recursive: true });
    if (!resume) rmSync(this.results, { force: true });
    else if (existsSync(this.results) && !readFileSync(this.results, 'utf8').endsWith('\n')) appendFileSync(this.results, '\n');
  }

  get results(): string {
    return join(this.path, 'results.jsonl');
  }

  /** Addresses an earlier run has a result for. A line cut short by a crash counts as none. */
  done(): Set<string> {
    if (!this.resume || !existsSync(this.results)) return new Set();
    const addresses = readFileSync(this.results, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          const result = JSON.parse(line) as { url?: unknown; requested?: unknown };
          return [result.requested, result.url].filter((url) => typeof url === 'string');
        } catch {
          return [];
        }
      });
    return new Set(addresses);
  }

  /** Writes one site. @returns its folder. */
  write({ report, pack, screenshots }: SiteFiles): string {
    const folder = join(this.path, this.#nameFor(report.site));
    // What an earlier run left of this site must not be taken for part of this result.
    for (const old of ['screenshots', 'evidence.zip']) rmSync(join(folder, old), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'result.json'), `${JSON.stringify(report, null, 2)}\n`);
    if (pack) writeFileSync(join(folder, 'evidence.zip'), pack);
    for (const { file, bytes } of screenshots) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), bytes);
    }
    appendFileSync(this.results, `${JSON.stringify(report)}\n`);
    return folder;
  }

  /** The site's name made safe for every file system; pages of one site get `-2`, `-3`, … */
  #nameFor(site: string): string {
    const name = folderName(site);
    let free = name;
    for (let n = 2; this.#taken.has(free) || (this.resume && existsSync(join(this.path, free))); n++) free = `${name}-${n}`;
    this.#taken.add(free);
    return free;
  }
}

/** A site's name as a folder name: letters, digits, dots and dashes; never empty, never a path. */
export function folderName(site: string): string {
  const safe = site.toLowerCase().replace(/[^\p{L}\p{N}.-]+/gu, '_').replace(/^\.+/, '').slice(0, 100);
  return safe === '' ? 'site' : safe;
}
