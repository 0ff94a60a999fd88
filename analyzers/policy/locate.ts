/** Finds the links to a site's privacy policy, and the documents beside it, on a page. */
import { LIMITS } from '../artifacts';
import type { Looks, PolicyLink } from '../artifacts';
import { fold, isVisible, parentOf, selectorOf, textOf } from '../page/dom';
import { looksOfControl } from '../page/looks';
import { isGeneric, nameOf, plainness } from './link-words';

/**
 * Elements looked at on one page, real links and what merely can be pressed: the first and the last of each. Policies are
 * linked from where one logs in and from the foot; between them lies what a page lists.
 */
const MAX_LINKS = 4_000;
const MAX_PRESSABLE = 4_000;

/** Links with a document's name that are looked at closely; a page that repeats one in every row has thousands. */
const MAX_NAMED = 400;

/** Links of the same wording and address that are looked at closely, for their place. */
const MAX_ALIKE = 4;

/** Levels looked upward for the place of a link. */
const MAX_LEVELS = 12;

/** Elements that act as links without being one: single-page applications open policies from spans and buttons. */
const LINKS = 'a,area[href],[role="link"],navigator';
const PRESSABLE = '[onclick],button,[data-href],[data-url],u,span,em,i,b,label,text,uni-text';

const LINKISH = /link|protocol|agree|privacy|policy|xieyi|yinsi|url|href|click|btn|button|underline|blue|primary/i;

/**
 * Links to policies and agreements below a root, best first. Links that only a script opens are kept with an empty `href`.
 * @param root Document, shadow root or element; open shadow roots inside are not entered (the caller asks for each).
 * @param baseUrl Address of the page, for relative links.
 */
export function findPolicyLinks(root: Document | ShadowRoot | Element, baseUrl: string): PolicyLink[] {
  const slices = policyLinkSlices(root, baseUrl);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** Elements looked at between two pauses. */
const ELEMENTS_PER_SLICE = 100;

/** Like `findPolicyLinks`, with pauses: the caller decides when to go on. */
export function* policyLinkSlices(root: Document | ShadowRoot | Element, baseUrl: string): Generator<void, PolicyLink[]> {
  const found: { link: PolicyLink; element: Element; score: number }[] = [];
  const seen = new Map<string, number>();
  const alike = new Map<string, number>();
  const places = new Map<Element, boolean>();
  let named = 0;
  let looked = 0;
  for (const element of [...someOf(root.querySelectorAll(LINKS), MAX_LINKS), ...someOf(root.querySelectorAll(PRESSABLE), MAX_PRESSABLE)]) {
    if (++looked % ELEMENTS_PER_SLICE === 0) yield;
    const text = wordingOf(element);
    const names = nameOf(text);
    if (!names || !isLink(element, text)) continue;
    const same = `${text} ${element.getAttribute('href') ?? ''}`;
    const count = alike.get(same) ?? 0;
    if (count >= MAX_ALIKE) continue;
    alike.set(same, count + 1);
    if (++named > MAX_NAMED) break;
    if (found.some((other) => other.element.contains(element) && other.link.text === text)) continue;
    const href = targetOf(element, baseUrl);
    if (href === undefined) continue;
    const place = placeOf(element, places);
    const visible = isVisible(element);
    const key = `${names} ${href || text} ${place}`;
    const before = seen.get(key);
    if (before !== undefined) {
      const other = found[before];
      if (!other || !visible) continue;
      // The same link twice: the visible one stands for both, of two visible ones the larger and bolder.
      const looks = names === 'policy' || names === 'combined' ? looksOfControl(element) : undefined;
      if (!other.link.visible || isClearer(looks, other.link.looks)) {
        found[before] = { link: { ...other.link, visible, selector: selectorOf(element), text: text.slice(0, 120), ...(looks ? { looks } : {}) }, element, score: 0 };
      }
      continue;
    }
    seen.set(key, found.length);
    const looks = visible && (names === 'policy' || names === 'combined') ? looksOfControl(element) : undefined;
    found.push({ link: { text: text.slice(0, 120), href, names, place, selector: selectorOf(element), visible, ...(looks ? { looks } : {}) }, element, score: 0 });
    if (found.length >= LIMITS.elementsPerSurface) break;
  }
  for (const entry of found) entry.score = scoreOf(entry.link, baseUrl);
  return found.sort((a, b) => b.score - a.score).map(({ link }) => link);
}

/**
 * The link whose document should be read as the site's policy. Links to mere agreements are never chosen: they would be read as a failed policy.
 * @param links Links of one or more pages of the site.
 */
export function choosePolicyLink(links: readonly PolicyLink[]): PolicyLink | undefined {
  const own = links.filter((link) => link.names === 'policy' || link.names === 'combined');
  return [...own].sort((a, b) => rank(b) - rank(a))[0];
}

const VISIBLE = 10;
const BY_NAME: Record<PolicyLink['names'], number> = { policy: 100, combined: 90, children: 20, cookies: 15, 'third-parties': 15, agreement: 5 };
const BY_PLACE: Record<PolicyLink['place'], number> = { login: 5, form: 4, footer: 4, banner: 2, other: 0 };

function rank(link: PolicyLink): number {
  return BY_NAME[link.names] + (link.href ? 40 : 0) + (link.visible ? VISIBLE : 0) + BY_PLACE[link.place] + plainness(link.text);
}

function scoreOf(link: PolicyLink, baseUrl: string): number {
  // A captcha or a partner shows its own policy; the site's own comes first, though it may live on a sister domain.
  return rank(link) - (link.href && !sameSite(link.href, baseUrl) ? 25 : 0);
}

function isClearer(one: Looks | undefined, other: Looks | undefined): boolean {
  if (!one || !other) return false;
  const weight = ({ fontSize, contrast }: Looks) => Math.min(fontSize, 12) + Math.min(contrast ?? 4.5, 4.5);
  return weight(one) > weight(other) + 1;
}

/** Text of a link; else its title, label or picture's name; for a text that names nothing, the words right before it. */
function wordingOf(element: Element): string {
  const own = textOf(element, 160) || fold(element.getAttribute('title') ?? '') || fold(element.getAttribute('aria-label') ?? '') || fold(element.getAttribute('alt') ?? element.querySelector('img[alt]')?.getAttribute('alt') ?? '');
  if (!isGeneric(own) || element.localName !== 'a') return own;
  let before = '';
  for (let node = element.previousSibling; node && before.length < 40; node = node.previousSibling) before = (node.textContent ?? '').slice(-80) + before;
  const words = fold(before).slice(-40).split(/[。；，,;]/).pop() ?? '';
  return nameOf(words.trim()) ? fold(words) : own;
}

/** Whether an element works as a link: a real one, or text that is nothing but a document's name on something that can be pressed. */
function isLink(element: Element, text: string): boolean {
  const name = element.localName;
  if (name === 'a' || name === 'area' || name === 'navigator' || element.getAttribute('role') === 'link') return true;
  // A box around a real link is not the link; neither is a whole sentence that can be pressed.
  if (element.querySelector('a,[role="link"],[onclick],input,button') || element.closest('a,[role="link"]')) return false;
  if (text.length > 24 || /[，。,；]/.test(text) || (name === 'label' && /同意|agree/i.test(text))) return false;
  if (element.hasAttribute('onclick') || element.hasAttribute('data-href') || element.hasAttribute('data-url') || name === 'button') return true;
  const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('style') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return (/cursor\s{0,3}:\s{0,3}pointer|color\s{0,3}:/i.test(marks) || LINKISH.test(marks) || element.hasAttribute('tabindex')) && /^[《〈「“]|(?:政策|条款|协议|声明|指引)[》〉」”]?$|^privacy/i.test(text);
}

/** Absolute address; '' when only a script or a fragment stands there; undefined for mail, telephone and the like. */
function targetOf(element: Element, baseUrl: string): string | undefined {
  const raw = (element.getAttribute('href') ?? element.getAttribute('data-href') ?? element.getAttribute('data-url') ?? element.getAttribute('url') ?? '').trim();
  if (raw === '' || raw.startsWith('#') && !/^#!?\//.test(raw) || /^javascript:/i.test(raw)) return '';
  try {
    const url = new URL(raw, baseUrl);
    return /^(?:https?|file):$/.test(url.protocol) ? url.href.slice(0, LIMITS.urlChars) : undefined;
  } catch {
    return '';
  }
}

/** The first and the last elements of a list, in order. */
function someOf(list: NodeListOf<Element>, limit: number): Element[] {
  const all = Array.from(list);
  return all.length <= limit ? all : [...all.slice(0, limit / 2), ...all.slice(-limit / 2)];
}

/** @param logins Whether an element holds fields to log in with, as far as asked before. */
function placeOf(element: Element, logins: Map<Element, boolean>): PolicyLink['place'] {
  const hasLogin = (node: Element) => {
    const known = logins.get(node) ?? node.querySelector(LOGIN_FIELDS) !== null;
    logins.set(node, known);
    return known;
  };
  let node: Element | null = element;
  for (let level = 0; node && level < MAX_LEVELS; level++, node = parentOf(node)) {
    const name = node.localName;
    if (name === 'body' || name === 'html') break;
    const label = `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`;
    const role = node.getAttribute('role') ?? '';
    if (name === 'footer' || role === 'contentinfo' || /(?:^|[\s_-])(?:footer|foot|copyright|bottom-?bar|site-?info)(?:$|[\s_-])|footer/i.test(label)) return 'footer';
    if (role === 'dialog' || role === 'alertdialog' || name === 'dialog' || /cookie|consent|gdpr|banner|privacy-?(?:pop|tip|notice|modal|dialog)/i.test(label)) {
      return hasLogin(node) ? 'login' : 'banner';
    }
    if (hasLogin(node) && (name === 'form' || level <= 6) && node.getElementsByTagName('a').length <= 20) return 'login';
    if (name === 'form' && node.querySelector('input:not([type=hidden]),textarea,select')) return isSearchForm(node) ? 'other' : 'form';
  }
  return 'other';
}

const LOGIN_FIELDS = 'input[type="password"],input[type="tel"],input[autocomplete="one-time-code"],input[placeholder*="手机"],input[placeholder*="验证码"],input[name*="phone"],input[name*="mobile"],input[name*="password"]';

function isSearchForm(form: Element): boolean {
  return form.querySelectorAll('input:not([type=hidden]):not([type=submit]):not([type=button])').length <= 1 && /search|query|搜索/i.test(`${form.getAttribute('class')} ${form.getAttribute('action')} ${form.getAttribute('role')}`);
}

/** Same host but for its first labels; enough for ranking, nothing is judged by it. */
function sameSite(href: string, baseUrl: string): boolean {
  try {
    const tail = (url: string) => new URL(url).hostname.split('.').slice(-2).join('.');
    return tail(href) === tail(baseUrl);
  } catch {
    return true;
  }
}
