/** How sure it is that a data item is what it seems. Rules accuse on `sure` only; `doubtful` is for a person to look at. */
import type { CookieSet, DataItem, DataKind, Exchange, StorageWrite, Visit } from '../artifacts';
import { registrableDomain } from './domains';
import { wordsOf } from './key-class';
import { PERSISTENT_HOURS } from './stored-value';

export type Certainty = 'sure' | 'doubtful';

/** What one visit tells about its identifiers. */
export interface IdentifierIndex {
  /** Digests of identifiers the browser keeps for a day or longer. */
  kept: ReadonlySet<string>;
  /** In how many requests a digest was seen. */
  seen: ReadonlyMap<string, number>;
  /** Two or more fingerprint techniques ran on the pages of this visit (catalogue: `undisclosed-fingerprinting`). */
  probed: boolean;
}

const IDENTIFIERS: ReadonlySet<DataKind> = new Set(['cookie-id', 'device-id']);

export function isIdentifier(item: DataItem): boolean {
  return IDENTIFIERS.has(item.kind);
}

/** An identifier kept for 24 hours or longer, and not refused by the browser. */
export function isKeptCookie(cookie: CookieSet): boolean {
  return cookie.isIdentifier && !cookie.blocked && (cookie.lifetimeHours ?? 0) >= PERSISTENT_HOURS;
}

export function isKeptWrite(write: StorageWrite): boolean {
  if (!write.isIdentifier || write.area === 'session') return false;
  return write.area === 'cookie' ? (write.lifetimeHours ?? 0) >= PERSISTENT_HOURS : write.lifetimeHours === null || write.lifetimeHours >= PERSISTENT_HOURS;
}

export function indexIdentifiers(visit: Visit): IdentifierIndex {
  const kept = new Set<string>();
  for (const write of visit.storage) if (isKeptWrite(write)) kept.add(write.digest);
  const seen = new Map<string, number>();
  for (const exchange of visit.exchanges) {
    for (const cookie of exchange.setCookies) if (isKeptCookie(cookie)) kept.add(cookie.digest);
    for (const digest of new Set(exchange.items.filter(isIdentifier).map((item) => item.digest))) seen.set(digest, (seen.get(digest) ?? 0) + 1);
  }
  return { kept, seen, probed: new Set(visit.probes.map((probe) => probe.technique)).size >= 2 };
}

/** Names that can only mean a lasting identifier of a device or browser; `cid`, `uuid` and `client_id` also name other things. */
const DEVICE_NAME = /(^|_)(device_?id|oaid|vaid|idfa|idfv|imei|meid|android_?id|udid|utdid|umid|distinct_?id|anonymous_?id|browser_?id|machine_?id|install(ation)?_?id|visitor_?id|cookie_?id|web_?id|baiduid|hmaccount|qimei|buvid)(_|$)/;
const SHORT_NAME = /(^|_)(did|vid|guid|gid|dev_?id|devid|visitor|client_?id|web_?id|uu_?id)(_|$)/;
const FINGERPRINT_NAME = /(device|browser|canvas)_?(finger_?print|fp|hash)|visitor_?id|fingerprint_?(id|hash)/;

/**
 * A persistent identifier: kept by the browser, or under a name that says so and seen again or taken by fingerprinting. A
 * random value seen once on a page that takes no fingerprint may be a request number whatever its name.
 */
export function identifierCertainty(item: DataItem, index: IdentifierIndex): Certainty {
  if ((item.lifetimeHours ?? 0) >= PERSISTENT_HOURS || index.kept.has(item.digest)) return 'sure';
  if (item.foundBy !== 'key') return 'doubtful';
  const name = wordsOf(lastName(item.path));
  if (FINGERPRINT_NAME.test(name) || (index.probed && /finger_?print|(^|_)fp(_|$)/.test(name))) return 'sure';
  const again = (index.seen.get(item.digest) ?? 0) >= 2;
  if (DEVICE_NAME.test(name)) return index.probed || again ? 'sure' : 'doubtful';
  // A shorter name needs both: the page takes fingerprints, and the same value comes back.
  return index.probed && again && SHORT_NAME.test(name) ? 'sure' : 'doubtful';
}

/** Words in a value's path that say it is a business's own: its place on a map, its hotline, its shop window. */
const BUSINESS_PATH = /(^|_)(pois?|shops?|stores?|sellers?|merchants?|suppliers?|vendors?|company|corp|brand|brands|service|services|kefu|hotline|site|branch|branches|outlets?|agent|agents|dealers?|contact_us|about|elements?|el_text|href|widget|marker|markers)(_|$)/;
/** Words that say it is the person's. */
const PERSON_PATH = /(^|_)(user|users|member|customer|client|buyer|visitor|login|account|acct|profile|traits|identify|identity|person|people|applicant|passenger|patient|guest|my|me|self|user_?name|uname|real_?name)(_|$)|(user|member|customer|buyer|login)_?(phone|mobile|tel|name|email|mail)|姓名|身份证/;

/**
 * Personal data other than identifiers: what the person typed, what stands in the address they opened or in what they sent
 * to the site, and what an unmistakable name says of them. Any other phone number may be the shop's: a person must look.
 */
export function dataCertainty(item: DataItem, visit: Visit): Certainty {
  // Search words and free text may be what the person asked that very service for.
  if (item.kind === 'search-or-page-content' || item.kind === 'typed-text') return 'doubtful';
  if (item.foundBy === 'needle' || item.form === 'hashed') return 'sure';
  const path = pathWords(item.path);
  switch (item.kind) {
    case 'phone':
    case 'email':
    case 'name':
      if (isKnownOfPerson(item, visit)) return 'sure';
      if (BUSINESS_PATH.test(path) || (item.kind === 'email' && isOwnMailbox(item, visit.site))) return 'doubtful';
      return item.foundBy === 'key' && PERSON_PATH.test(path) ? 'sure' : 'doubtful';
    // A serial number with a date in it passes for an id number once in eleven times.
    case 'id-number':
      return item.foundBy === 'key' ? 'sure' : 'doubtful';
    // A uid, address, gender or point may be that of a shop, a product or the site's own account at the recipient.
    case 'account-id':
      return /open_?id|union_?id/.test(wordsOf(lastName(item.path))) ? 'sure' : 'doubtful';
    case 'precise-location':
      return visit.permissions.some((call) => call.permission === 'location') ? 'sure' : 'doubtful';
    case 'address':
    case 'gender':
    case 'coarse-location':
    case 'ip':
      return 'doubtful';
    default:
      return 'sure';
  }
}

/** Names along a path as words; steps of decoding are no names, but none of them reads like one. */
function pathWords(path: string): string {
  return path.split(/ > |\./).map((part) => wordsOf(part.replace(/\[\d+\]/g, ''))).join('_');
}

/** The value stood in the address of a page the person was on, or the site was sent it as a form is. */
function isKnownOfPerson({ digest }: DataItem, visit: Visit): boolean {
  const site = registrableDomain(visit.site);
  return visit.exchanges.some(({ type, method, host, items }) =>
    items.some((other) => other.digest === digest && (other.where === 'url' ? type === 'document' : other.where === 'body' && method !== 'GET' && registrableDomain(host) === site)),
  );
}

/** A mailbox on the site's own domain (`h***@shop.example.cn`) is the site's. */
function isOwnMailbox(item: DataItem, site: string): boolean {
  const host = item.mask.slice(item.mask.indexOf('@') + 1);
  return registrableDomain(host) === registrableDomain(site);
}

/** Certainty of any item. */
export function certaintyOf(item: DataItem, visit: Visit, index: IdentifierIndex): Certainty {
  return isIdentifier(item) ? identifierCertainty(item, index) : dataCertainty(item, visit);
}

/** Last name of a path: `body > json > [0].properties.phone` → `phone`. */
export function lastName(path: string): string {
  return (path.split(' > ').pop() ?? '').replace(/\[\d+\]/g, '').split('.').pop() ?? '';
}

/** A cookie that an answer sets, in the form of an item, so that evidence looks the same. */
export function cookieItem(cookie: CookieSet): DataItem {
  return {
    kind: 'cookie-id', form: 'plain', where: 'cookie', path: `set-cookie > ${cookie.name}`, mask: cookie.mask, digest: cookie.digest, foundBy: 'value',
    ...(cookie.lifetimeHours === null ? {} : { lifetimeHours: cookie.lifetimeHours }),
  };
}

/**
 * Requests in which a person goes to another site: their own act, nothing the page shares. A form that the page sends
 * there with what the person filled in is no mere way to another site.
 */
export function isNavigation(exchange: Exchange): boolean {
  return exchange.type === 'document' && !exchange.items.some((item) => item.foundBy === 'needle' && !isIdentifier(item));
}
