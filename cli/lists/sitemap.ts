/** A site's own sitemap, fetched through the audit's browser: names are resolved and proxies used as for its pages. */
import type { BrowserSession } from '../browser/session';
import { readList } from './read-list';

const FETCH_MS = 20_000;
const MOST_BYTES = 50 * 1024 * 1024;
/** Sitemaps that are read of one index. */
const MOST_SITEMAPS = 50;

/** Addresses a sitemap lists, those of other hosts left out; undefined where it cannot be read. */
export async function fetchSitemap(session: BrowserSession, url: string, most: number): Promise<string[] | undefined> {
  const host = new URL(url).host;
  const found = new Set<string>();
  const waiting = [url];
  const seen = new Set(waiting);
  for (let read = 0; waiting.length > 0 && read < MOST_SITEMAPS && found.size < most; read++) {
    const bytes = await fetchBytes(session, waiting.shift()!);
    if (!bytes) {
      if (read === 0) return undefined;
      continue;
    }
    const list = readList(bytes, url);
    for (const address of list.urls) if (new URL(address).host === host && found.size < most) found.add(address);
    for (const further of list.sitemaps) {
      if (new URL(further).host !== host || seen.has(further)) continue;
      seen.add(further);
      waiting.push(further);
    }
  }
  return [...found];
}

async function fetchBytes(session: BrowserSession, url: string): Promise<Uint8Array | undefined> {
  const body = `
    try {
      const answer = await fetch(${JSON.stringify(url)}, { credentials: 'omit', redirect: 'follow', signal: AbortSignal.timeout(${FETCH_MS}) });
      if (!answer.ok) return null;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (bytes.length > ${MOST_BYTES}) return null;
      let text = '';
      for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
      return btoa(text);
    } catch { return null; }`;
  const base64 = await session.inExtension<string | null>(body, FETCH_MS + 5_000).catch(() => null);
  return base64 === null ? undefined : Buffer.from(base64, 'base64');
}
