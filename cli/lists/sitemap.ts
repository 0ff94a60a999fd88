/** A site's own sitemap, fetched through the audit's browser: names are resolved and proxies used as for its pages. */
import { fetchBytes } from '../browser/fetch';
import type { BrowserSession } from '../browser/session';
import { readList } from './read-list';

const FETCHING = { mostBytes: 50 * 1024 * 1024, ms: 20_000 };
/** Sitemaps that are read of one index. */
const MOST_SITEMAPS = 50;

/** Addresses a sitemap lists, those of other hosts left out; undefined where it cannot be read. */
export async function fetchSitemap(session: BrowserSession, url: string, most: number): Promise<string[] | undefined> {
  const host = new URL(url).host;
  const found = new Set<string>();
  const waiting = [url];
  const seen = new Set(waiting);
  for (let read = 0; waiting.length > 0 && read < MOST_SITEMAPS && found.size < most; read++) {
    const fetched = await fetchBytes(session, waiting.shift()!, FETCHING);
    if (!fetched) {
      if (read === 0) return undefined;
      continue;
    }
    const list = readList(fetched.bytes, url);
    for (const address of list.urls) if (new URL(address).host === host && found.size < most) found.add(address);
    for (const further of list.sitemaps) {
      if (new URL(further).host !== host || seen.has(further)) continue;
      seen.add(further);
      waiting.push(further);
    }
  }
  return [...found];
}
