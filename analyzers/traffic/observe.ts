/**
 * From raw requests, responses and storage writes to artifacts without values. One observer a visit: it holds what the
 * person typed and what the site stored in memory, and lets out masks and salted digests only.
 */
import type { CookieSet, DataItem, EpochMs, Exchange, StorageWrite } from '../artifacts';
import { LIMITS } from '../artifacts';
import { Decoding, splitUrl, type Body, type Leaf } from './decode';
import { wordsOf } from './key-class';
import { namesApplication, recognise, recognisePairs } from './kinds';
import { digestOf, maskIdentifier, maskValue } from './mask';
import { Needles, type NeedleMatch } from './needles';
import { redactUrl } from './redact-url';
import { recordingSign } from './recording';
import { parseSetCookie } from './set-cookie';
import { looksRandom } from './shapes';
import { PERSISTENT_HOURS, readStored, UNTIL_DELETED_HOURS } from './stored-value';

/** One request as the browser shows it. */
export interface RawRequest {
  id: string;
  at: EpochMs;
  url: string;
  method: string;
  /** A type of `Exchange`, or webRequest's own name for it. */
  type: string;
  pageUrl: string;
  headers?: { name: string; value?: string }[];
  /** Bytes, text, or form data by field. */
  body?: Body;
  /** The body was longer than what is given here. */
  bodyCut?: boolean;
  /** There was a body and it could not be read. */
  bodyUnreadable?: boolean;
  seenBy: Exchange['seenBy'];
  /** Fetched ahead of any page (prerender): see `Exchange.speculative`. */
  speculative?: boolean;
}

/** A storage write with its value, before redaction. */
export type RawWrite = Omit<StorageWrite, 'mask' | 'digest' | 'isIdentifier'> & { value: string };

const TYPES: Record<string, Exchange['type']> = {
  main_frame: 'document', document: 'document', sub_frame: 'frame', frame: 'frame', script: 'script', image: 'image', imageset: 'image', xmlhttprequest: 'xhr', xhr: 'xhr',
  fetch: 'xhr', ping: 'beacon', beacon: 'beacon', websocket: 'websocket', stylesheet: 'style', style: 'style', font: 'font', media: 'media',
};

/** Request headers every browser sends; they hold nothing a page chose. `referer` and `cookie` are read apart. */
const PLAIN_HEADERS = /^(accept|accept-.*|cache-control|connection|content-.*|dnt|host|if-.*|keep-alive|origin|pragma|priority|purpose|range|sec-.*|te|transfer-encoding|upgrade|upgrade-.*|user-agent|via|x-requested-with|:.*)$/;

/** Values seen and not understood, kept a while: they may turn out to be an identifier or something typed. */
const RECENT_LIMIT = 3_000;

/** The clocks of page and network are read in two processes: a request may seem a little older than the keystroke it followed. */
const CLOCKS_MS = 100;

/** Digests kept; a page can send values without end. */
const DIGESTS_KEPT = 500;

interface Seen {
  exchange: Exchange;
  leaf: Leaf;
  /** Was recognised as personal data: only what the person typed says more of it. */
  isPersonal: boolean;
}

export class Observer {
  readonly #salt: string;
  readonly #needles = new Needles();
  #recent: Seen[] = [];
  readonly #changed = new Set<Exchange>();
  readonly #pages = new Map<string, string>();
  /** Digests of the last values: identifiers come back with every request. */
  readonly #digests = new Map<string, string>();

  /** @param salt random text of this visit, never stored: without it digests cannot be tried out on guesses. */
  constructor(salt: string) {
    this.#salt = salt;
  }

  /**
   * Learns what the person typed into a field of that kind (`FieldKind`).
   * @param at when it was typed: requests from then on that were observed already are looked at again.
   * @returns the digest of the items it will be found as; undefined for what is too short to be told from chance.
   */
  addTyped(fieldKind: string, value: string, at?: EpochMs): string | undefined {
    if (!this.#needles.addTyped(fieldKind, value)) return undefined;
    if (at !== undefined) this.#lookAgain((seen) => seen.exchange.at >= at - CLOCKS_MS, 'typed');
    const match = this.#needles.match(value.trim());
    return match && this.#digest(match.needle.canonical);
  }

  /** Redacts a storage write and learns its identifiers, looking again at requests that have carried them. */
  addStored(write: RawWrite): StorageWrite {
    const { value, ...rest } = write;
    const { isIdentifier, identifiers } = readStored(write.key, value);
    const key = rest.key.slice(0, 200);
    const lifetime = lifetimeOf(write);
    if (isIdentifier && lifetime >= PERSISTENT_HOURS) this.#learn(write.area === 'cookie' ? 'cookie-id' : 'device-id', identifiers, lifetime);
    const canonical = identifiers[0] ?? value.slice(0, 256);
    return { ...rest, key, mask: maskIdentifier(canonical), digest: this.#digest(canonical), isIdentifier };
  }

  /** Decodes and redacts one request. The result may gain items later: see `takeChanged`. */
  observe(raw: RawRequest): Exchange {
    const parts = splitUrl(raw.url);
    const decoding = new Decoding();
    if (parts) decoding.url(parts, 'url');
    for (const { name, value } of raw.headers ?? []) this.#header(decoding, name.toLowerCase(), value ?? '');
    if (raw.body !== undefined) decoding.body(cutBody(raw.body), raw.headers?.find(({ name }) => name.toLowerCase() === 'content-encoding')?.value);
    const exchange: Exchange = {
      id: raw.id,
      at: raw.at,
      url: '',
      host: parts?.host ?? '',
      method: raw.method.toUpperCase().slice(0, 16),
      type: TYPES[raw.type] ?? 'other',
      pageUrl: '',
      items: [],
      setCookies: [],
      bodyBytes: sizeOf(raw.body),
      body: raw.bodyUnreadable ? 'unreadable' : raw.body === undefined ? 'none' : raw.bodyCut || sizeOf(raw.body) > LIMITS.bodyBytes ? 'cut' : 'read',
      seenBy: raw.seenBy,
    };
    const cookies = raw.headers?.find(({ name }) => name.toLowerCase() === 'cookie');
    if (raw.headers) exchange.cookiesSent = cookies?.value ? cookies.value.split(';', 200).length : 0;
    const masks = this.#read(exchange, decoding.leaves);
    if (raw.speculative) exchange.speculative = true;
    const sign = exchange.bodyBytes > 0 ? recordingSign(decoding.leaves) : undefined;
    if (sign) exchange.recording = sign;
    exchange.url = redactUrl(raw.url, parts, masks);
    exchange.pageUrl = this.#page(raw.pageUrl);
    return exchange;
  }

  /** Reads the cookies an answer sets and learns lasting identifiers among them. `blocked` tells which the browser refused. */
  observeResponse(exchange: Exchange, headers: { name: string; value?: string }[], blocked?: (name: string) => boolean): CookieSet[] {
    const lines = headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').flatMap(({ value }) => (value ?? '').split('\n'));
    const cookies = lines.slice(0, 100).flatMap((line): CookieSet[] => {
      const cookie = parseSetCookie(line, exchange.at);
      if (!cookie) return [];
      const { isIdentifier, identifiers } = readStored(cookie.name, cookie.value);
      const isBlocked = blocked?.(cookie.name) ?? false;
      if (isIdentifier && !isBlocked && (cookie.lifetimeHours ?? 0) >= PERSISTENT_HOURS) this.#learn('cookie-id', identifiers, cookie.lifetimeHours!);
      const canonical = identifiers[0] ?? cookie.value.slice(0, 256);
      const { name, lifetimeHours } = cookie;
      return [{ name, domain: cookie.domain || exchange.host, lifetimeHours, mask: maskIdentifier(canonical), digest: this.#digest(canonical), isIdentifier, blocked: isBlocked }];
    });
    exchange.setCookies = [...exchange.setCookies, ...cookies].slice(0, 100);
    return cookies;
  }

  /**
   * Adds a body that only the page could see (beacon blob, socket frame) to its request, or makes a request of its own
   * where none was seen.
   */
  addHookedBody(exchange: Exchange | undefined, url: string, at: EpochMs, bytes: Uint8Array, pageUrl = ''): Exchange {
    const target =
      exchange ??
      this.observe({ id: `hook-${at}-${this.#digest(url).slice(0, 8)}`, at, url, method: 'POST', type: /^wss?:/.test(url) ? 'websocket' : 'beacon', pageUrl, seenBy: 'page-hook' });
    const decoding = new Decoding();
    decoding.body(cutBody(bytes));
    this.#read(target, decoding.leaves);
    const sign = recordingSign(decoding.leaves);
    if (sign) target.recording = target.recording?.form === sign.form ? { ...sign, events: target.recording.events + sign.events } : sign;
    target.bodyBytes += bytes.length;
    target.body = bytes.length > LIMITS.bodyBytes ? 'cut' : 'read';
    if (exchange) this.#changed.add(exchange);
    return target;
  }

  /** Requests that were handed out before and have gained items since the last call: to be stored again. */
  takeChanged(): Exchange[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  #header(decoding: Decoding, name: string, value: string): void {
    if (name === 'referer') {
      const parts = splitUrl(value);
      if (parts) decoding.url(parts, 'referer');
    } else if (name === 'cookie' || !PLAIN_HEADERS.test(name)) decoding.header(name, value.slice(0, 16_384));
  }

  /** Turns values into items. Returns the masks of address parts. */
  #read(exchange: Exchange, leaves: Leaf[]): Map<number, string> {
    const masks = new Map<number, string>();
    const known = new Set(exchange.items.map(nameOf));
    const add = (leaf: Leaf, item: DataItem) => {
      if (leaf.part >= 0) masks.set(leaf.part, item.mask);
      const name = nameOf(item);
      if (known.has(name) || exchange.items.length >= LIMITS.itemsPerExchange) return;
      known.add(name);
      exchange.items.push(item);
    };
    // Batches of events repeat most of their values: the same name and value again say nothing new.
    const before = new Map<string, Leaf>();
    for (const leaf of leaves) {
      if (isSmallNumber(leaf.value)) continue;
      const same = before.get(leaf.value);
      if (same && leaf.part < 0 && same.key === leaf.key && same.where === leaf.where && same.encoded === leaf.encoded && !leaf.mediaType) continue;
      before.set(leaf.value, leaf);
      const matches = this.#needles.matches(leaf.value);
      const [match] = matches;
      if (match) {
        for (const one of matches) add(leaf, this.#needleItem(one, leaf));
        // An account number that the browser keeps is both: an identifier of the browser, and the person's account.
        const account = match.needle.source === 'stored' ? recognise(leaf) : undefined;
        if (account?.kind === 'account-id') {
          add(leaf, { ...this.#itemHead(leaf), kind: account.kind, form: leaf.encoded ? 'encoded' : 'plain', mask: maskValue(account.kind, account.canonical), digest: this.#digest(account.canonical), foundBy: account.foundBy });
        }
        continue;
      }
      const found = recognise(leaf) ?? unknownCookie(leaf);
      if (found && !((found.kind === 'device-id' || found.kind === 'account-id') && namesApplication(leaf, leaves))) {
        const form = found.hashed ? 'hashed' : leaf.encoded ? 'encoded' : 'plain';
        add(leaf, { ...this.#itemHead(leaf), kind: found.kind, form, mask: maskValue(found.kind, found.canonical), digest: this.#digest(found.canonical), foundBy: found.foundBy });
      }
      this.#keep(exchange, leaf, found !== undefined && found.kind !== 'device-id' && found.kind !== 'cookie-id' && found.kind !== 'account-id');
    }
    for (const { leaf, found } of recognisePairs(leaves)) {
      add(leaf, {
        ...this.#itemHead(leaf), kind: found.kind, form: leaf.encoded ? 'encoded' : 'plain', mask: maskValue(found.kind, found.canonical), digest: this.#digest(found.canonical), foundBy: found.foundBy,
      });
    }
    return masks;
  }

  #digest(value: string): string {
    const known = this.#digests.get(value);
    if (known !== undefined) return known;
    if (this.#digests.size >= DIGESTS_KEPT) this.#digests.clear();
    const digest = digestOf(this.#salt, value);
    this.#digests.set(value, digest);
    return digest;
  }

  #itemHead(leaf: Pick<Leaf, 'where' | 'path'>): Pick<DataItem, 'where' | 'path'> {
    return { where: leaf.where, path: leaf.path.slice(0, LIMITS.excerptChars) };
  }

  #needleItem({ needle, form }: NeedleMatch, leaf: Pick<Leaf, 'where' | 'path' | 'encoded'>): DataItem {
    return {
      ...this.#itemHead(leaf),
      kind: needle.kind,
      form: form === 'hashed' ? 'hashed' : leaf.encoded ? 'encoded' : 'plain',
      mask: maskValue(needle.kind, needle.canonical),
      digest: this.#digest(needle.canonical),
      foundBy: 'needle',
      ...(needle.lifetimeHours === undefined ? {} : { lifetimeHours: needle.lifetimeHours }),
    };
  }

  #learn(kind: 'cookie-id' | 'device-id', identifiers: string[], lifetimeHours: number): void {
    const fresh = identifiers.filter((identifier) => this.#needles.addIdentifier(kind, identifier, lifetimeHours));
    // A page may store without end: earlier values are matched only where they hold the new one.
    if (fresh.length > 0) this.#lookAgain(({ leaf, isPersonal }) => !isPersonal && fresh.some((identifier) => leaf.value.includes(identifier)), 'stored');
  }

  /** Matches values of earlier requests against what has been learnt since. */
  #lookAgain(worth: (seen: Seen) => boolean, source: 'typed' | 'stored'): void {
    this.#recent = this.#recent.filter((seen) => {
      if (!worth(seen)) return true;
      const match = this.#needles.match(seen.leaf.value);
      if (match?.needle.source !== source) return true;
      const { items } = seen.exchange;
      const item = this.#needleItem(match, seen.leaf);
      const before = items.findIndex((other) => other.path === item.path && other.where === item.where);
      if (before >= 0) items[before] = item;
      else if (items.length < LIMITS.itemsPerExchange) items.push(item);
      if (seen.leaf.where === 'url') {
        for (const text of [seen.leaf.value, encodeURIComponent(seen.leaf.value)]) seen.exchange.url = seen.exchange.url.split(text).join(item.mask);
      }
      this.#changed.add(seen.exchange);
      return false;
    });
  }

  #keep(exchange: Exchange, leaf: Leaf, isPersonal: boolean): void {
    if (!mayBeLearnt(leaf.value)) return;
    if (this.#recent.length >= RECENT_LIMIT) this.#recent.splice(0, RECENT_LIMIT / 10);
    this.#recent.push({ exchange, leaf, isPersonal });
  }

  /** A page's address without personal values; pages repeat, so the last ones are remembered. */
  #page(url: string): string {
    const known = this.#pages.get(url);
    if (known !== undefined) return known;
    const parts = splitUrl(url);
    const masks = new Map<number, string>();
    if (parts) {
      const decoding = new Decoding();
      decoding.url(parts, 'url');
      for (const leaf of decoding.leaves) {
        const match = this.#needles.match(leaf.value);
        const found = match ? { kind: match.needle.kind, canonical: match.needle.canonical } : recognise(leaf);
        if (found && leaf.part >= 0) masks.set(leaf.part, maskValue(found.kind, found.canonical));
      }
    }
    const redacted = redactUrl(url, parts, masks);
    if (this.#pages.size >= 50) this.#pages.clear();
    this.#pages.set(url, redacted);
    return redacted;
  }
}

/** Up to three digits: no kind of data, and what most values of most batches are. */
function isSmallNumber(value: string): boolean {
  if (value.length > 3) return false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** What makes an item one of its own: the same value under another name is another proof, better or worse. */
function nameOf(item: DataItem): string {
  const name = item.foundBy === 'key' ? item.path.slice(Math.max(item.path.lastIndexOf(' '), item.path.lastIndexOf('.')) + 1).replace(/[[\]\d]{1,80}$/, '') : item.foundBy;
  return `${item.kind} ${item.form} ${item.where} ${item.digest} ${name}`;
}

/**
 * Whether a value may turn out to be an identifier or something typed. Words alone are none (a typed word that left before
 * it was reported is let go), nor are times and short numbers, of which requests are full.
 */
function mayBeLearnt(value: string): boolean {
  const { length } = value;
  if (length < 6 || length > 256) return false;
  let digits = 0;
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
  }
  if (digits < length) return digits > 0;
  return length >= 8 && !(length === 13 && value.charCodeAt(0) === 49 && value.charCodeAt(1) >= 52);
}

/** A random-looking cookie that was set before this visit: how long it lasts cannot be seen. */
function unknownCookie(leaf: Leaf): ReturnType<typeof recognise> {
  if (leaf.where !== 'cookie' || isOfSession(leaf) || !looksRandom(leaf.value) || !readStored(leaf.key, leaf.value).isIdentifier) return undefined;
  return { kind: 'cookie-id', canonical: leaf.value, foundBy: 'value' };
}

/** A member of a structure whose cookie says that it ends with the session. */
function isOfSession({ path, key }: Leaf): boolean {
  const [, cookie = ''] = path.split(' > ', 2);
  return cookie !== key && /(^|_)(sid|sess|session|session_?id)(_|$)/.test(wordsOf(cookie));
}

function lifetimeOf(write: RawWrite): number {
  if (write.area === 'session') return 0;
  if (write.area === 'cookie') return write.lifetimeHours ?? 0;
  return write.lifetimeHours ?? UNTIL_DELETED_HOURS;
}

function cutBody(body: Body): Body {
  if (body instanceof Uint8Array) return body.subarray(0, LIMITS.bodyBytes);
  return typeof body === 'string' ? body.slice(0, LIMITS.bodyBytes) : body;
}

function sizeOf(body: Body | undefined): number {
  if (body === undefined) return 0;
  if (typeof body === 'string' || body instanceof Uint8Array) return body.length;
  return Object.entries(body).reduce((sum, [key, values]) => sum + key.length + values.reduce((total, value) => total + String(value).length, 0), 0);
}
