/**
 * Policies exactly as they were received, for the evidence pack: compressed, in the browser's memory only (private windows
 * included), the last few of them. Their digests stand in the report for good; the bytes are gone with the browser.
 */
import { browser } from 'wxt/browser';
import { base64Bytes, toBase64 } from '@/analyzers/traffic/decode/bytes';

/** Documents kept; the oldest go first. */
export const MOST_SOURCES = 24;
/** Characters of one compressed document; the session area of all extension parts together holds 10 MB. */
const MOST_CHARS = 250_000;
const KEY = 'policySources';

export const SOURCE_PREFIX = 'policy-source-';

/** A document's bytes, packed for messages and the session area. */
export interface PackedSource {
  sha256: string;
  gzip: string;
}

/** Packs a document; undefined for one that is too large to keep. */
export async function packSource(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<PackedSource | undefined> {
  const gzip = toBase64(await through(bytes, new CompressionStream('gzip')));
  return gzip.length <= MOST_CHARS ? { sha256, gzip } : undefined;
}

let last: Promise<unknown> = Promise.resolve();

/** Keeps documents. Never rejects: without them a pack has the policy's text all the same. */
export function keepSources(sources: readonly PackedSource[]): Promise<unknown> {
  // One after the other: two readings at once would each write a list without the other's documents.
  last = last.then(() => keep(sources)).catch(() => undefined);
  return last;
}

async function keep(sources: readonly PackedSource[]): Promise<void> {
  if (sources.length === 0) return;
  const known = ((await browser.storage.session.get(KEY))[KEY] as string[] | undefined) ?? [];
  const digests = [...new Set([...sources.map(({ sha256 }) => sha256), ...known])];
  await browser.storage.session.remove(digests.slice(MOST_SOURCES).map((sha256) => SOURCE_PREFIX + sha256));
  await browser.storage.session.set({ [KEY]: digests.slice(0, MOST_SOURCES), ...Object.fromEntries(sources.map(({ sha256, gzip }) => [SOURCE_PREFIX + sha256, gzip])) });
}

/** Those documents that are still kept, packed. */
export async function packedSources(digests: readonly string[]): Promise<PackedSource[]> {
  const kept = await browser.storage.session.get(digests.map((sha256) => SOURCE_PREFIX + sha256));
  return digests.flatMap((sha256) => {
    const gzip = String(kept[SOURCE_PREFIX + sha256] ?? '');
    return gzip === '' ? [] : [{ sha256, gzip }];
  });
}

/** The bytes of those documents that are still kept, by their SHA-256. */
export async function policySources(digests: readonly string[]): Promise<Map<string, Uint8Array>> {
  const found = await Promise.all(
    (await packedSources(digests)).map(async ({ sha256, gzip }) => {
      const bytes = base64Bytes(gzip);
      return bytes?.length ? ([sha256, await through(bytes as Uint8Array<ArrayBuffer>, new DecompressionStream('gzip'))] as const) : undefined;
    }),
  );
  return new Map(found.filter((one) => one !== undefined));
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
