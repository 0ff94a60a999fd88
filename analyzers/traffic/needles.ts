/**
 * The very values to look for: what the person typed and the identifiers the site stored. Held in memory for one visit and
 * never written anywhere; both plain and as the hashes sites send instead.
 */
import { md5, sha1 } from '@noble/hashes/legacy';
import { sha256 } from '@noble/hashes/sha2';
import type { DataItem, DataKind } from '../artifacts';
import { toBase64, toHex, utf8Bytes } from './decode/bytes';
import { isEmail, isLuhn, isResidentId, mobileNumber } from './shapes';

/** Bounds of what is remembered for one visit; the oldest is forgotten first. */
export const NEEDLE_LIMITS = { typed: 200, identifiers: 300, valueChars: 256 } as const;

export interface Needle {
  kind: DataKind;
  canonical: string;
  source: 'typed' | 'stored';
  /** Stored identifiers: hours the browser keeps them. */
  lifetimeHours?: number;
}

export interface NeedleMatch {
  needle: Needle;
  form: Extract<DataItem['form'], 'plain' | 'hashed'>;
}

interface Remembered {
  needle: Needle;
  /** Keys of this needle in the table of forms. */
  forms: string[];
}

/** Kind of data a form field asks for, in the words of `FieldKind`; kinds of too few possible values are left out. */
const KIND_OF_FIELD: Record<string, DataKind> = {
  name: 'name', 'child-name': 'name', phone: 'phone', email: 'email', 'id-number': 'id-number', passport: 'id-number', 'bank-card': 'bank-card',
  address: 'address', birthday: 'birthday', 'child-birthday': 'birthday', password: 'password', search: 'search-or-page-content',
  username: 'account-id', wechat: 'account-id', qq: 'account-id', health: 'health', 'emergency-contact': 'contacts', contacts: 'contacts',
  plate: 'typed-text', message: 'typed-text', other: 'typed-text', income: 'typed-text', occupation: 'typed-text', school: 'typed-text', 'child-school': 'typed-text',
};

const NO_MATCH: readonly NeedleMatch[] = [];

export class Needles {
  readonly #typed = new Map<string, Remembered>();
  readonly #stored = new Map<string, Remembered>();
  readonly #forms = new Map<string, NeedleMatch>();
  /** Plain writings that may stand inside longer text. */
  readonly #inside = new Map<string, Needle>();
  /** Length of the shortest of them; nothing is looked for in shorter values. */
  #shortestInside = Infinity;
  /** Which lengths forms have: most values are told from all of them by their length alone. */
  readonly #lengths = new Uint8Array(2 * NEEDLE_LIMITS.valueChars + 1);

  /** Learns a typed value. Returns false where it is too short or too common to tell anything. */
  addTyped(fieldKind: string, raw: string): boolean {
    const value = raw.trim().slice(0, NEEDLE_LIMITS.valueChars);
    const needle = typedNeedle(fieldKind, value);
    if (!needle) return false;
    const id = `${needle.kind} ${needle.canonical}`;
    if (this.#typed.has(id)) return true;
    this.#forget(this.#typed, NEEDLE_LIMITS.typed);
    const writings = writingsOf(needle, value);
    const hashes = hashable(needle) ? writings.flatMap(hashesOf) : [];
    this.#remember(this.#typed, id, needle, [...writings, ...fromItsEnd(needle)], hashes);
    for (const writing of insideWritings(needle, writings)) {
      this.#inside.set(writing.toLowerCase(), needle);
      this.#shortestInside = Math.min(this.#shortestInside, writing.length);
    }
    return true;
  }

  /** Learns an identifier a site keeps in the browser; `value` has been found random-looking. Returns whether it is new. */
  addIdentifier(kind: 'cookie-id' | 'device-id', value: string, lifetimeHours: number): boolean {
    const canonical = value.slice(0, NEEDLE_LIMITS.valueChars);
    const known = this.#stored.get(canonical);
    if (known) {
      known.needle.lifetimeHours = Math.max(known.needle.lifetimeHours ?? 0, lifetimeHours);
      return false;
    }
    this.#forget(this.#stored, NEEDLE_LIMITS.identifiers);
    this.#remember(this.#stored, canonical, { kind, canonical, source: 'stored', lifetimeHours }, [canonical], hashesOf(canonical));
    return true;
  }

  get size(): number {
    return this.#forms.size;
  }

  /** The first of what `matches` finds. */
  match(value: string): NeedleMatch | undefined {
    return this.matches(value)[0];
  }

  /** What a decoded value is: one of the needles, a hash of one, or, where it is composed or longer text, all that it contains. */
  matches(value: string): readonly NeedleMatch[] {
    const { length } = value;
    if (this.#forms.size === 0 || length < 2) return NO_MATCH;
    let lower: string | undefined;
    if (length < this.#lengths.length) {
      const end = value.charCodeAt(length - 1) === 61 /* = */ ? value.replace(/={1,16}$/, '').length : length;
      if (this.#lengths[end] === 1) {
        lower = value.toLowerCase();
        const whole = this.#forms.get(end < length ? lower.slice(0, end) : lower);
        if (whole) return [whole];
      }
    }
    const part = length > 8 && length < this.#lengths.length ? this.#part(value) : undefined;
    if (length < this.#shortestInside) return part ? [part] : NO_MATCH;
    let found: NeedleMatch[] | undefined = part ? [part] : undefined;
    lower ??= value.toLowerCase();
    for (const [text, needle] of this.#inside) {
      const at = text.length > length ? -1 : lower.indexOf(text);
      if (at < 0 || found?.some((other) => other.needle === needle) || !standsAlone(lower, at, text.length)) continue;
      (found ??= []).push({ needle, form: 'plain' });
    }
    return found ?? NO_MATCH;
  }

  /** Identifiers and hashes as one part of a composed value (`GA1.2.….…`, `a|b`): words of eight letters, digits, `_` and `-` on. */
  #part(value: string): NeedleMatch | undefined {
    let start = 0;
    for (let i = 0; i <= value.length; i++) {
      if (i < value.length && isWordCode(value.charCodeAt(i))) continue;
      const size = i - start;
      if (size >= 8 && size < value.length && this.#lengths[size] === 1) {
        const found = this.#forms.get(value.slice(start, i).toLowerCase());
        if (found && (found.form === 'hashed' || found.needle.source === 'stored')) return found;
      }
      start = i + 1;
    }
    return undefined;
  }

  #remember(group: Map<string, Remembered>, id: string, needle: Needle, writings: string[], hashes: string[]): void {
    const forms = [...writings.map((text) => text.toLowerCase()), ...hashes];
    group.set(id, { needle, forms });
    for (const text of hashes) this.#forms.set(text, { needle, form: 'hashed' });
    for (const text of writings) this.#forms.set(text.toLowerCase(), { needle, form: 'plain' });
    for (const { length } of forms) if (length < this.#lengths.length) this.#lengths[length] = 1;
  }

  #forget(group: Map<string, Remembered>, limit: number): void {
    if (group.size < limit) return;
    const [id, oldest] = group.entries().next().value!;
    group.delete(id);
    for (const form of oldest.forms) {
      if (this.#forms.get(form)?.needle === oldest.needle) this.#forms.delete(form);
      if (this.#inside.get(form) === oldest.needle) this.#inside.delete(form);
    }
  }
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 45 || code === 95;
}

/** A typed value as a needle: a complete value of its kind, or text long enough to be told from chance. */
function typedNeedle(fieldKind: string, value: string): Needle | undefined {
  const source = 'typed';
  const mobile = mobileNumber(value);
  if (mobile) return { kind: 'phone', canonical: mobile.digits, source };
  if (isEmail(value)) return { kind: 'email', canonical: value.toLowerCase(), source };
  if (isResidentId(value)) return { kind: 'id-number', canonical: value.toUpperCase(), source };
  const kind = KIND_OF_FIELD[fieldKind];
  if (!kind) return undefined;
  const digits = value.replace(/[ -]/g, '');
  if (kind === 'bank-card') return isLuhn(digits) ? { kind, canonical: digits, source } : undefined;
  if (kind === 'id-number') return value.length >= 8 && /\d/.test(value) ? { kind, canonical: value.toUpperCase(), source } : undefined;
  const han = value.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  if (kind === 'name') return han >= 2 || value.length >= 4 ? { kind, canonical: value, source } : undefined;
  if (kind === 'birthday') return value.length >= 8 ? { kind, canonical: value, source } : undefined;
  // A half-typed number or address is text: complete values were taken above.
  const rest: DataKind = kind === 'phone' || kind === 'email' ? 'typed-text' : kind;
  return han >= 4 || value.length >= 6 ? { kind: rest, canonical: value, source } : undefined;
}

function hashable(needle: Needle): boolean {
  return ['phone', 'email', 'id-number', 'name', 'bank-card', 'account-id', 'password'].includes(needle.kind);
}

/** The usual writings of a value. */
function writingsOf({ kind, canonical }: Needle, typed: string): string[] {
  const forms = new Set([typed, canonical]);
  if (kind === 'phone') {
    const grouped = `${canonical.slice(0, 3)} ${canonical.slice(3, 7)} ${canonical.slice(7)}`;
    for (const form of [`+86${canonical}`, `86${canonical}`, `0086${canonical}`, `86-${canonical}`, `+86-${canonical}`, `+86 ${canonical}`, grouped, grouped.replace(/ /g, '-')]) forms.add(form);
  }
  if (kind === 'email') {
    const [local = '', host = ''] = canonical.split('@');
    // Advertisers hash Gmail addresses without dots and tags.
    if (host === 'gmail.com' || host === 'googlemail.com') forms.add(`${local.split('+')[0]!.replace(/\./g, '')}@${host}`);
  }
  if (kind === 'id-number') forms.add(canonical.toLowerCase());
  if (kind === 'bank-card') forms.add(canonical.replace(/(.{4})(?=.)/g, '$1 '));
  return [...forms];
}

/** Written from its end: a lock that keeps nobody out, and is used. Looked for as a whole value only. */
function fromItsEnd({ kind, canonical }: Needle): string[] {
  return kind === 'phone' || kind === 'email' || kind === 'id-number' || kind === 'bank-card' ? [[...canonical].reverse().join('')] : [];
}

/** Writings looked for inside longer text: `standsAlone` takes care of country codes; a name of two characters cannot be told from words. */
function insideWritings(needle: Needle, writings: string[]): string[] {
  if (needle.kind === 'name') return writings.filter((writing) => /^[\u3400-\u9fff·]{3,}$/.test(writing));
  return writings.filter((writing) => writing.length >= 6 && (needle.kind !== 'phone' || !/^\D{0,2}(00)?86/.test(writing)));
}

/** Hashes as sites send them: hex in full, the middle 16 characters of MD5, base64 and base64url without padding, lower-cased as `match` does. */
function hashesOf(text: string): string[] {
  const bytes = utf8Bytes(text);
  const md = md5(bytes);
  const rest = [sha1(bytes), sha256(bytes)];
  const hex = toHex(md);
  const base = [md, ...rest].map((digest) => toBase64(digest).replace(/={1,2}$/, ''));
  return [hex, hex.slice(8, 24), ...rest.map(toHex), ...base.flatMap((form) => [form, form.replace(/\+/g, '-').replace(/\//g, '_')])].map((form) => form.toLowerCase());
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** Whether the found text is not the middle of a longer word or number. */
function standsAlone(text: string, at: number, length: number): boolean {
  const first = text[at]!;
  const last = text[at + length - 1]!;
  if (first >= '\u3400' && length < 5) return !isHan(text.charCodeAt(at - 1)) && !isHan(text.charCodeAt(at + length));
  // A number ends where digits end: binary formats put letters beside it.
  const inner = /^\d{11,}$/.test(text.slice(at, at + length)) ? /\d/ : /[a-z0-9]/;
  const free = at === 0 || !inner.test(first) || !inner.test(text[at - 1]!) || /(^|[^0-9a-z])(00)?86$/.test(text.slice(Math.max(0, at - 5), at));
  return free && !(at + length < text.length && inner.test(last) && inner.test(text[at + length]!));
}
