/**
 * How far the policy lies from the home page: follows the site's own links breadth first, without scripts and cookies.
 * Only asked where the home page shows no link to a policy. Bounded; what was not looked at is said.
 */
import { parseHTML } from 'linkedom';
import type { Reach } from '../../analyzers/artifacts';
import { isOnSite } from '../../analyzers/page/judging';
import { findPolicyLinks } from '../../analyzers/policy/locate';
import type { BrowserSession } from '../browser/session';

/** Deepest page looked at, as clicks from the home page: a policy linked there is one click further. */
const MAX_DEPTH = 5;
/** Pages fetched in all, and links followed from one page. */
const MAX_PAGES = 80;
const MAX_LINKS = 60;
/** Characters of one page that are read. */
const MAX_CHARS = 600_000;
const MAX_TEXT = 80;
/** Milliseconds for one page, and for one level of pages. */
const PAGE_MS = 4_000;
const LEVEL_MS = 25_000;
/** A page with less text than this and scripts of its own may be filled by them: its links are not all there. */
const SHELL_CHARS = 200;

interface Page {
  url: string;
  path: Reach['path'];
}

interface Fetched {
  url: string;
  /** Absent where the page could not be loaded, or is no page. */
  html?: string;
  status?: number;
}

/** Looks for the policy from the home page of `site` on. Never throws: what fails counts as not looked at. */
export async function findReach(session: BrowserSession, home: string, site: string): Promise<Reach> {
  const seen = new Set([bare(home)]);
  let level: Page[] = [{ url: home, path: [] }];
  let pages = 0;
  let searched = 0;
  let isWhole = true;
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const taken = level.slice(0, MAX_PAGES - pages);
    isWhole &&= taken.length === level.length;
    const fetched = await fetchPages(session, taken.map(({ url }) => url));
    pages += taken.length;
    const next: Page[] = [];
    for (const [index, page] of taken.entries()) {
      const { html, status } = fetched[index] ?? { url: page.url };
      if (html === undefined) {
        isWhole &&= status !== undefined && status >= 400 && status < 500;
        continue;
      }
      const { document } = parseHTML(html.slice(0, MAX_CHARS));
      const [policy] = findPolicyLinks(document as unknown as Document, page.url).filter((link) => (link.names === 'policy' || link.names === 'combined') && link.visible);
      if (policy) return { clicks: page.path.length + 1, searched, pages, path: [...page.path, { url: page.url, text: policy.text.slice(0, MAX_TEXT) }] };
      const links = linksOf(document as unknown as Document, page.url, site);
      isWhole &&= links.length <= MAX_LINKS && !isShell(document as unknown as Document);
      for (const link of links.slice(0, MAX_LINKS)) {
        if (seen.has(bare(link.url))) continue;
        seen.add(bare(link.url));
        next.push({ url: link.url, path: [...page.path, { url: page.url, text: link.text }] });
      }
    }
    if (isWhole) searched = depth + 1;
    level = next;
  }
  // Every page there is was looked at: no way of any length is left.
  if (isWhole && level.length === 0) searched = Math.max(searched, MAX_DEPTH);
  return { searched, pages, path: [] };
}

/** Fetches pages from a page of the extension: its requests carry no cookies and belong to no visit. */
async function fetchPages(session: BrowserSession, urls: string[]): Promise<Fetched[]> {
  const body = `
    const urls = ${JSON.stringify(urls)};
    const one = async (url) => {
      try {
        const answer = await fetch(url, { credentials: 'omit', redirect: 'follow', signal: AbortSignal.timeout(${PAGE_MS}) });
        if (!answer.ok || !/html/.test(answer.headers.get('content-type') ?? '')) return { url, status: answer.status };
        return { url, status: answer.status, html: (await answer.text()).slice(0, ${MAX_CHARS}) };
      } catch { return { url }; }
    };
    const found = [];
    for (let i = 0; i < urls.length; i += 6) found.push(...await Promise.all(urls.slice(i, i + 6).map(one)));
    return found;`;
  return session.inExtension<Fetched[]>(body, LEVEL_MS).catch(() => urls.map((url) => ({ url })));
}

/** Pages of the site that a page links to; files, mail and parts of the page itself are none. */
function linksOf(document: Document, base: string, site: string): { url: string; text: string }[] {
  const found = new Map<string, { url: string; text: string }>();
  for (const link of [...document.querySelectorAll('a[href]')].slice(0, 1_000)) {
    const raw = link.getAttribute('href')?.trim() ?? '';
    if (raw === '' || raw.startsWith('#') || !URL.canParse(raw, base)) continue;
    const url = new URL(raw, base);
    if (!/^https?:$/.test(url.protocol) || !isOnSite(url.href, site) || /\.(?:jpe?g|png|gif|webp|svg|pdf|zip|rar|apk|docx?|xlsx?|mp[34]|css|js)$/i.test(url.pathname)) continue;
    const key = bare(url.href);
    if (!found.has(key)) found.set(key, { url: url.href, text: (link.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT) });
  }
  return [...found.values()];
}

function isShell(document: Document): boolean {
  const text = (document.body?.textContent ?? '').replace(/\s+/g, '');
  return text.length < SHELL_CHARS && document.querySelectorAll('script').length > 0 && document.querySelectorAll('a[href]').length < 3;
}

function bare(url: string): string {
  return url.replace(/#.*$/s, '');
}
