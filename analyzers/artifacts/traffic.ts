/** The network and the storage: what the operator does. */
import type { EpochMs } from './basics';

/** Kinds of personal data that traffic can show. `typed-text`: typed by the user, of no kind we name. */
export type DataKind =
  | 'name' | 'phone' | 'id-number' | 'email' | 'bank-card' | 'address' | 'birthday' | 'gender' | 'precise-location' | 'coarse-location' | 'ip'
  | 'device-id' | 'cookie-id' | 'account-id' | 'face-image' | 'audio' | 'contacts' | 'health' | 'search-or-page-content' | 'typed-text' | 'password';

/** One personal-data value found in a request, without the value. */
export interface DataItem {
  kind: DataKind;
  form: 'plain' | 'encoded' | 'hashed';
  where: 'url' | 'referer' | 'header' | 'cookie' | 'body';
  /** Where inside, and through which decodings: `body > base64 > gzip > json > [0].properties.phone`. */
  path: string;
  /** The value masked for people: 138****1234. */
  mask: string;
  /** Salted digest, hex; equal digests in one visit mean equal values. */
  digest: string;
  /** `needle`: the very value the user typed or the site stored; `value`: by its shape; `key`: by key name and shape together. */
  foundBy: 'needle' | 'value' | 'key';
  /** Identifier kinds: how long the browser will keep it, hours; absent when not known to be kept. */
  lifetimeHours?: number;
}

export interface CookieSet {
  name: string;
  domain: string;
  /** Hours until expiry; null for a session cookie, 0 when it deletes. */
  lifetimeHours: number | null;
  mask: string;
  digest: string;
  /** The value looks like an identifier of a browser or person (long enough, not a flag or a setting). */
  isIdentifier: boolean;
  /** The browser did not keep it (third-party cookie blocking). */
  blocked: boolean;
}

/** One request, decoded and redacted. */
export interface Exchange {
  id: string;
  at: EpochMs;
  /** Address with personal values masked, cut to `LIMITS.urlChars`. */
  url: string;
  host: string;
  method: string;
  type: 'document' | 'frame' | 'script' | 'image' | 'xhr' | 'beacon' | 'websocket' | 'style' | 'font' | 'media' | 'other';
  /** Page the request belongs to. */
  pageUrl: string;
  items: DataItem[];
  setCookies: CookieSet[];
  bodyBytes: number;
  body: 'none' | 'read' | 'cut' | 'unreadable';
  seenBy: 'web-request' | 'page-hook' | 'har';
  status?: number;
  /** Cookies the request carried; absent where its headers were not seen. A first page request with cookies is a return visit. */
  cookiesSent?: number;
  /** The browser fetched it before the person asked for it (prefetch, prerender): it says nothing of what a page did. */
  speculative?: true;
  /** What looks like a recording of what the person does on the page (see `traffic/recording.ts`). */
  recording?: RecordingSign;
  /** Full numbers of people in the answer, first-party JSON only; absent where the answer was not looked at. */
  answer?: AnswerSign;
}

/** A batch of recorded events inside a request. */
export interface RecordingSign {
  /** `replay`: DOM snapshots and changes of a session recorder · `pointer`: timed positions · `input`: what was typed, stroke by stroke. */
  form: 'replay' | 'pointer' | 'input';
  /** Recorded events in this request, at least. */
  events: number;
}

/** Phone and id numbers in an answer, masked at once. */
export interface AnswerSign {
  /** Whether all of the answer was looked through. */
  complete: boolean;
  numbers: { kind: 'phone' | 'id-number'; mask: string }[];
  /** Masks among them that the page's text shows as they stand; absent where the page was not looked at. */
  shownMasked?: string[];
}

/** A write to the browser's storage by a page script. */
export interface StorageWrite {
  at: EpochMs;
  area: 'cookie' | 'local' | 'session' | 'indexeddb';
  key: string;
  /** Hours the browser will keep it; null: until the session ends. */
  lifetimeHours: number | null;
  mask: string;
  digest: string;
  isIdentifier: boolean;
  pageUrl: string;
  /** Host of the script that wrote it, when the call stack tells. */
  scriptHost?: string;
  /** Found in the storage when the page was at rest: written by a property, or on an earlier visit. `at` is when it was found. */
  foundAtRest?: true;
}

/** A call of an interface that serves fingerprinting. */
export interface FingerprintProbe {
  at: EpochMs;
  technique: 'canvas' | 'webgl' | 'audio' | 'fonts' | 'navigator';
  pageUrl: string;
  scriptHost?: string;
}
