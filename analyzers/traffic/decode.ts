/**
 * From a request to named values: addresses, forms, JSON inside JSON, base64, hex, gzip and zlib, multipart, JWT, text.
 * Everything is bounded (depth, number of values, inflated bytes), because a page chooses what it sends.
 */
import type { DataItem } from '../artifacts';
import { base64Bytes, compressionOf, hexBytes, isText, looseText, peekBase64 } from './bytes';
import { inflate } from './inflate';

/** Bounds of decoding one request. */
export const DECODE_LIMITS = {
  /** Encodings inside encodings. */
  depth: 8,
  /** Levels of one JSON document. */
  jsonDepth: 24,
  /** Values kept. */
  leaves: 1_500,
  /** Bytes that may come out of decompression and base64 together. */
  decodedBytes: 512 * 1024,
  /** UTF-16 units of one value. */
  valueChars: 8_192,
  keyChars: 64,
} as const;

/** One named value of a request. */
export interface Leaf {
  where: DataItem['where'];
  /** Way to the value: `body > base64 > gzip > json > [0].properties.phone`. */
  path: string;
  /** Path of the object or form the value stands in: values with the same one belong together. */
  parent: string;
  /** Name of the value; inside an array, the array's name. */
  key: string;
  value: string;
  /** Stood in base64, hex, compression or a JWT. */
  encoded: boolean;
  /** Number of the address part it came from (see `splitUrl`), -1 elsewhere. */
  part: number;
  /** Media type of a file part. */
  mediaType?: string;
}

/** Where a piece of text stands, while decoding. */
type Place = Omit<Leaf, 'value'> & { depth: number };

export type Body = Uint8Array | string | Record<string, string[]>;

/** An address cut into the parts that can hold values: path segments, then query pairs. */
export interface UrlParts {
  /** Scheme and authority without user information: `https://example.cn`. */
  origin: string;
  host: string;
  segments: string[];
  query: { raw: string; key: string; value: string }[];
}

/** Splits an address without the strictness of a URL parser; undefined where there is no authority. */
export function splitUrl(url: string): UrlParts | undefined {
  const scheme = url.indexOf('://');
  if (scheme < 1 || scheme > 12) return undefined;
  const hash = url.indexOf('#');
  const text = (hash < 0 ? url : url.slice(0, hash)).slice(0, 65_536);
  const mark = text.indexOf('?', scheme + 3);
  const before = mark < 0 ? text : text.slice(0, mark);
  const slash = before.indexOf('/', scheme + 3);
  const authority = slash < 0 ? before.slice(scheme + 3) : before.slice(scheme + 3, slash);
  const bare = authority.slice(authority.lastIndexOf('@') + 1);
  const path = slash < 0 ? '' : before.slice(slash + 1);
  return {
    origin: `${text.slice(0, scheme + 3)}${bare}`,
    host: bare.replace(/:\d+$/, '').toLowerCase(),
    segments: slash < 0 ? [] : path.split('/', 32),
    query: mark < 0 ? [] : pairs(text.slice(mark + 1)),
  };
}

/** Query or form text as pairs, at most 400. */
function pairs(text: string): UrlParts['query'] {
  return text.split('&', 400).flatMap((raw) => {
    if (raw === '') return [];
    const equals = raw.indexOf('=');
    const key = equals < 0 ? raw : raw.slice(0, equals);
    return [{ raw, key: unescapeText(key).slice(0, DECODE_LIMITS.keyChars), value: equals < 0 ? '' : unescapeText(raw.slice(equals + 1)) }];
  });
}

/** Percent-decoding that leaves alone what is none. */
export function unescapeText(text: string): string {
  const spaced = text.includes('+') && !text.includes(' ') && text.includes('%') ? text.replace(/\+/g, ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/%[0-9a-f]{2}/gi, (code) => {
      const byte = parseInt(code.slice(1), 16);
      return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : code;
    });
  }
}

/** Collects the values of one request (or of one stored value). */
export class Decoding {
  readonly leaves: Leaf[] = [];
  #bytesLeft: number = DECODE_LIMITS.decodedBytes;

  /** Values of an address: `part` 0… are path segments, then query pairs. */
  url(parts: UrlParts, where: 'url' | 'referer'): void {
    parts.segments.forEach((segment, i) => {
      if (segment.length >= 6) this.#value(unescapeText(segment), at(where, `${where} > path[${i}]`, `${where} > path`, '', where === 'url' ? i : -1));
    });
    parts.query.forEach(({ key, value }, i) => {
      this.#value(value, at(where, `${where} > ${key}`, where, key, where === 'url' ? parts.segments.length + i : -1));
    });
  }

  /** A header that may hold values; `cookie` is split into its pairs. */
  header(name: string, value: string): void {
    if (name === 'cookie') {
      for (const pair of value.split(';', 200)) {
        const equals = pair.indexOf('=');
        if (equals < 1) continue;
        const key = pair.slice(0, equals).trim().slice(0, DECODE_LIMITS.keyChars);
        this.#value(unescapeText(pair.slice(equals + 1).trim()), at('cookie', `cookie > ${key}`, 'cookie', key));
      }
      return;
    }
    this.#value(value.replace(/^(bearer|basic)\s+/i, ''), at('header', `header > ${name}`, 'header', name));
  }

  body(body: Body): void {
    const place = at('body', 'body', 'body', '');
    if (typeof body === 'string') this.#text(body, place);
    else if (body instanceof Uint8Array) this.#bytes(body, place);
    else {
      for (const [key, values] of Object.entries(body).slice(0, 400)) {
        for (const value of values.slice(0, 50)) this.#value(String(value), { ...place, key: key.slice(0, DECODE_LIMITS.keyChars), path: `body > ${key.slice(0, DECODE_LIMITS.keyChars)}` });
      }
    }
  }

  /** A single value on its own, such as one from the browser's storage. */
  stored(key: string, value: string): void {
    this.#value(unescapeText(value), at('cookie', 'value', 'value', key.slice(0, DECODE_LIMITS.keyChars)));
  }

  #bytes(bytes: Uint8Array, place: Place): void {
    const format = compressionOf(bytes);
    if (format) {
      const plain = this.#inflated(bytes, format);
      if (plain) return this.#bytes(plain, inside(place, format));
    }
    if (isText(bytes, true)) return this.#text(looseText(bytes), place);
    const text = looseText(bytes);
    if (text.startsWith('--')) return this.#multipart(text, place);
    this.#runs(text, inside(place, 'binary'));
  }

  /** Readable runs inside binary data (protobuf strings and the like). */
  #runs(text: string, place: Place): void {
    for (const run of text.match(/[^\p{Cc}\ufffd]{6,}/gu)?.slice(0, 300) ?? []) this.#push(run, place);
  }

  #inflated(bytes: Uint8Array, format: 'gzip' | 'zlib'): Uint8Array | undefined {
    if (this.#bytesLeft <= 0) return undefined;
    const plain = inflate(bytes, format, Math.min(this.#bytesLeft, DECODE_LIMITS.decodedBytes / 2));
    this.#bytesLeft -= plain?.length ?? 1_024;
    return plain;
  }

  /** A whole body or decoded block of text. */
  #text(text: string, place: Place): void {
    if (text.startsWith('--') && text.includes('ontent-')) return this.#multipart(text, place);
    const lines = text.startsWith('{') && text.includes('}\n{') ? text.split('\n', 200) : [text];
    for (const line of lines) this.#value(line, place);
  }

  #multipart(text: string, place: Place): void {
    const end = text.indexOf('\n');
    const boundary = text.slice(0, end < 0 ? text.length : end).trim();
    if (boundary.length < 4 || boundary.length > 200) return this.#push(text, place);
    const inner = inside(place, 'multipart');
    for (const part of text.split(boundary, 200)) {
      const gap = /\r?\n\r?\n/.exec(part);
      if (!gap || gap.index > 1_000) continue;
      const head = part.slice(0, gap.index);
      const key = /[ ;]name="?([^";\r\n]{1,64})/i.exec(head)?.[1] ?? '';
      const mediaType = /content-type:[ \t]{0,4}([\w.+-]{1,40}\/[\w.+-]{1,80})/i.exec(head)?.[1]?.toLowerCase();
      const value = part.slice(gap.index + gap[0].length).replace(/\r?\n$/, '');
      const there = member(inner, key);
      if (mediaType && /^(image|audio|video)\//.test(mediaType)) this.#push(`[${mediaType}]`, { ...there, mediaType });
      else this.#value(value, there);
    }
  }

  /** A value, and whatever is encoded in it. */
  #value(raw: string, place: Place): void {
    const text = raw.length > 1 ? raw.trim() : raw;
    if (text === '' || this.leaves.length >= DECODE_LIMITS.leaves) return;
    if (place.depth < DECODE_LIMITS.depth && text.length >= 6) {
      const first = text.charCodeAt(0);
      if ((first === 123 /* { */ || first === 91) /* [ */ && this.#json(text, place)) return;
      if (this.#form(text, place)) return;
      if (text.includes('%')) {
        const decoded = unescapeText(text);
        if (decoded !== text) return this.#value(decoded, deeper(place));
      }
    }
    this.#push(text, place);
    // What begins with a character outside ASCII is text and packs nothing.
    if (place.depth >= DECODE_LIMITS.depth || text.length < 8 || text.charCodeAt(0) > 127 || text.startsWith('data:')) return;
    if (text.includes('://')) {
      const parts = text.length > 10 ? splitUrl(text) : undefined;
      if (parts) this.#nestedUrl(parts, inside(place, 'url'));
      return;
    }
    if (this.#jwt(text, place)) return;
    this.#packed(text, place);
  }

  #nestedUrl(parts: UrlParts, place: Place): void {
    for (const segment of parts.segments) if (segment.length >= 6) this.#push(unescapeText(segment), { ...place, key: '' });
    for (const { key, value } of parts.query) this.#value(value, member(place, key));
  }

  /** `a=1&b=2`. A lone `a=1` is taken only as a whole body, else base64 padding would pass for it. */
  #form(text: string, place: Place): boolean {
    const equals = text.indexOf('=');
    if (equals < 1 || equals > DECODE_LIMITS.keyChars) return false;
    const ampersand = text.indexOf('&');
    if (ampersand >= 0 ? ampersand < equals : place.path !== 'body' || equals >= text.length - 2) return false;
    if (!/^[\w.$[\]%:\- ]+$/.test(text.slice(0, equals)) || text.includes('://') && text.indexOf('://') < equals) return false;
    const inner = inside(place, 'form');
    for (const { key, value } of pairs(text)) this.#value(value, member(inner, key));
    return true;
  }

  #json(text: string, place: Place): boolean {
    // Whole numbers above 2^53 (card and id numbers) would lose digits: quote them first.
    const source = /\d{16}/.test(text) ? text.replace(/([:,[]\s{0,4})(\d{16,20})(?=\s{0,4}[,}\]])/g, '$1"$2"') : text;
    let root: unknown;
    try {
      root = JSON.parse(source);
    } catch {
      return this.#brokenJson(text, place);
    }
    if (typeof root !== 'object' || root === null) return false;
    const inner = inside(place, 'json');
    this.#walk(root, inner, inner.path, inner.path, place.key, 0);
    return true;
  }

  /** Values of a parsed document. Written without copying objects: this is where most time of most requests goes. */
  #walk(node: unknown, place: Place, parent: string, path: string, key: string, level: number): void {
    if (this.leaves.length >= DECODE_LIMITS.leaves) return;
    if (typeof node === 'string') {
      if (node.length < 6) this.#leaf(node, place, parent, path, key);
      else this.#value(node, { where: place.where, path, parent, key, part: place.part, encoded: place.encoded, depth: place.depth + 1 });
    } else if (typeof node === 'number') this.#leaf(String(node), place, parent, path, key);
    else if (typeof node !== 'object' || node === null || level >= DECODE_LIMITS.jsonDepth) return;
    else if (Array.isArray(node)) {
      for (let i = 0; i < node.length && i < DECODE_LIMITS.leaves; i++) this.#walk(node[i], place, path, `${path}${level === 0 ? ' > ' : ''}[${i}]`, key, level + 1);
    } else {
      const named = nameOfPair(node as Record<string, unknown>);
      let left: number = DECODE_LIMITS.leaves;
      for (const name in node) {
        if (left-- <= 0) break;
        const short = name.length > DECODE_LIMITS.keyChars ? name.slice(0, DECODE_LIMITS.keyChars) : name;
        this.#walk((node as Record<string, unknown>)[name], place, path, path + (level === 0 ? ' > ' : '.') + short, named && isValueName(name) ? named : short, level + 1);
      }
    }
  }

  /** Pairs of a JSON text that was cut: names and scalar values, without their nesting. */
  #brokenJson(text: string, place: Place): boolean {
    const found = text.matchAll(/"([^"\\]{1,64})"\s{0,4}:\s{0,4}(?:"([^"\\]{0,1000})"|(-?\d{1,20}(?:\.\d{1,20})?))/g);
    const inner = inside(place, 'json');
    let any = false;
    for (const [, key = '', quoted, number] of found) {
      if (this.leaves.length >= DECODE_LIMITS.leaves) break;
      any = true;
      this.#value(quoted ?? number ?? '', deeper(member(inner, key)));
    }
    return any;
  }

  #jwt(text: string, place: Place): boolean {
    if (!text.startsWith('eyJ') || !/^[\w-]{10,4000}\.[\w-]{10,8000}\.[\w-]{0,2000}$/.test(text)) return false;
    const payload = base64Bytes(text.split('.')[1]!);
    if (!payload || !isText(payload)) return false;
    this.#value(looseText(payload), { ...inside(place, 'jwt'), encoded: true });
    return true;
  }

  /** Base64 or hex that turns out to be text or compressed data; random identifiers fall through at the first bytes. */
  #packed(text: string, place: Place): void {
    if (text.length >= 10 && text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text) && isText(hexBytes(text.slice(0, 32)), true)) {
      const bytes = hexBytes(text);
      if (isText(bytes)) return this.#text(looseText(bytes), { ...inside(place, 'hex'), encoded: true });
    }
    const start = peekBase64(text);
    if (!start || !(compressionOf(start.head, start.length) || isText(start.head, true, start.length))) return;
    const bytes = base64Bytes(text);
    if (!bytes || this.#bytesLeft <= 0) return;
    this.#bytesLeft -= bytes.length;
    const inner = { ...inside(place, 'base64'), encoded: true };
    const format = compressionOf(bytes);
    if (format) {
      const plain = this.#inflated(bytes, format);
      if (plain) this.#bytes(plain, inside(inner, format));
    } else if (bytes.length >= 5 && isText(bytes)) this.#text(looseText(bytes), inner);
  }

  #push(value: string, place: Place): void {
    this.#leaf(value, place, place.parent, place.path, place.key);
  }

  #leaf(text: string, { where, part, encoded, mediaType }: Place, parent: string, path: string, key: string): void {
    if (this.leaves.length >= DECODE_LIMITS.leaves || text === '') return;
    const value = text.length > DECODE_LIMITS.valueChars ? text.slice(0, DECODE_LIMITS.valueChars) : text;
    this.leaves.push({ where, path, parent, key, value, encoded, part, mediaType });
  }
}

function at(where: Leaf['where'], path: string, parent: string, key: string, part = -1): Place {
  return { where, path, parent, key, part, encoded: false, depth: 0 };
}

function deeper({ where, path, parent, key, part, encoded, depth }: Place): Place {
  return { where, path, parent, key, part, encoded, depth: depth + 1 };
}

function member({ where, path, part, encoded, depth }: Place, key: string): Place {
  return { where, path: `${path} > ${key}`, parent: path, key, part, encoded, depth };
}

function inside(place: Place, step: string): Place {
  const { where, parent, key, part, encoded, depth } = place;
  const packed = step === 'gzip' || step === 'zlib';
  return { where, path: `${place.path} > ${step}`, parent, key, part, encoded: encoded || packed, depth: depth + 1 };
}

/** `{ "name": "phone", "value": "…" }` names its value by another member. */
function nameOfPair(node: Record<string, unknown>): string | undefined {
  if (!('value' in node || 'val' in node)) return undefined;
  const name = node.name ?? node.key ?? node.field ?? node.code;
  return typeof name === 'string' && name.length <= DECODE_LIMITS.keyChars ? name : undefined;
}

function isValueName(name: string): boolean {
  return name === 'value' || name === 'val';
}
