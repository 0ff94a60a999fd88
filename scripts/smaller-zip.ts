/**
 * Deflates the files of a zip again, harder than zip programs do (Zopfli tries many ways to write the same data): the same
 * files in a package a twentieth smaller, which every download of the extension saves.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { deflateAsync } from '@gfx/zopfli';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';

/** More rounds gain next to nothing. */
const ROUNDS = 5;

/** A file whose compressed bytes are there already. */
class Deflated extends ZipPassThrough {
  override compression = 8;

  constructor(name: string, private readonly bytes: Uint8Array<ArrayBuffer>) {
    super(name);
  }

  protected override process(_plain: Uint8Array, final: boolean): void {
    this.ondata(null, this.bytes, final);
  }
}

/** Writes the zip at `path` anew; unchanged where that would not make it smaller. */
export async function makeSmaller(path: string): Promise<{ before: number; after: number }> {
  const before = new Uint8Array(await readFile(path));
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, plain] of Object.entries(unzipSync(before))) {
    if (name.endsWith('/')) continue;
    const deflated = new Uint8Array(await deflateAsync(plain, { numiterations: ROUNDS }));
    const file = deflated.length < plain.length ? new Deflated(name, deflated) : new ZipPassThrough(name);
    // The same files make the same bytes, whenever they are packed.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    file.push(plain, true);
  }
  zip.end();
  const after = Buffer.concat(parts);
  if (after.length < before.length) await writeFile(path, after);
  return { before: before.length, after: Math.min(before.length, after.length) };
}
