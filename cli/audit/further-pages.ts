/** Which pages of a site are worth a look beside the one that was asked for: where it asks for an account, its home page, and others. */
import { siteOf } from './unseen';
import type { FurtherPage } from './record';

/** A link as it stands on a page. */
export interface PageLink {
  url: string;
  text: string;
}

/** Body of a function for the page: its links as they stand, in order. */
export const LINKS = `return [...document.querySelectorAll('a[href]')].slice(0, 2000)
  .map((a) => ({ url: String(a.href), text: (a.innerText || a.getAttribute('aria-label') || a.title || '').replace(/\\s+/g, ' ').trim().slice(0, 80) }));`;

const LOGIN = /登[录陆入]|\b(?:log|sign)[ -]?in\b/i;
const REGISTRATION = /注册|免费加入|开通(?:账号|会员)|创建账号|\bsign[ -]?up\b|\bregist(?:er|ration)\b|\b(?:create|open) (?:an |your )?account\b/i;
const LOGIN_PATH = /(?:^|[/._-])(?:login|signin|passport|logon)(?:[/._-]|$)/i;
const REGISTRATION_PATH = /(?:^|[/._-])(?:register|signup|reg|registration)(?:[/._-]|$)/i;
/** Leaving is no place to look at, and would end what is looked at. */
const LEAVES = /退出|注销|登出|\b(?:log|sign)[ -]?out\b/i;
const FILES = /\.(?:jpe?g|png|gif|webp|svg|pdf|zip|rar|7z|apk|exe|dmg|docx?|xlsx?|pptx?|mp[34]|css|js|xml|json)$/i;

/**
 * At most `most` pages, the most telling first: registration, log-in, the home page, then what stands first on the page.
 * @param links of the page at `here`
 */
export function furtherPages(links: readonly PageLink[], here: string, most: number): FurtherPage[] {
  const site = siteOf(here);
  const seen = new Set([bare(here)]);
  const found: Record<FurtherPage['kind'], FurtherPage[]> = { registration: [], login: [], home: [], other: [] };
  const home = new URL('/', here).href;
  for (const { url, text } of [...links, { url: home, text: '' }]) {
    if (typeof url !== 'string' || typeof text !== 'string' || !URL.canParse(url)) continue;
    const { protocol, pathname } = new URL(url);
    if (!/^https?:$/.test(protocol) || siteOf(url) !== site || FILES.test(pathname) || LEAVES.test(text) || seen.has(bare(url))) continue;
    seen.add(bare(url));
    const kind = REGISTRATION.test(text) ? 'registration' : LOGIN.test(text) ? 'login' : REGISTRATION_PATH.test(pathname) ? 'registration' : LOGIN_PATH.test(pathname) ? 'login' : bare(url) === home ? 'home' : 'other';
    found[kind].push({ url, kind });
  }
  return [...found.registration.slice(0, 1), ...found.login.slice(0, 1), ...found.home, ...found.registration.slice(1), ...found.login.slice(1), ...found.other].slice(0, most);
}

/** The address without its fragment; single-page applications keep the page's name behind `#/`. */
function bare(url: string): string {
  const at = url.indexOf('#');
  return at < 0 || /^#!?\//.test(url.slice(at)) ? url : url.slice(0, at);
}
