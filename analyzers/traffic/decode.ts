/**
 * From a request to named values: addresses, forms, JSON inside JSON, base64, hex, gzip, deflate and brotli, multipart,
 * protocol buffers, MessagePack, CBOR, lz-string, JWT, XML, text.
 * Everything is bounded (depth, number of values, inflated bytes), because a page chooses what it sends.
 */
import type { DataItem } from '../artifacts';
import { base64Bytes, compressionOf, CUT_BASE64_CHARS, hexBytes, isText, looseText, peekBase64, utf8Bytes } from './bytes';
import { inflate, inflateBrotli, inflateRaw } from './inflate';
import { mayBeLzJson, unpackLzText } from './lz-text';
import { readPackedObject } from './packed-objects';
import { readProtobuf } from './protobuf';
import { unescapeScript, unescapeText } from './unescape';

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
  /** Values that are tried as packed data without a mark (raw deflate, lz-string, protocol buffers in base64). */
  unmarked: 12,
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

/** Collects the values of one request (or of one stored value). */
export class Decoding {
  readonly leaves: Leaf[] = [];
  #bytesLeft: number = DECODE_LIMITS.decodedBytes;
  #unmarkedLeft: number = DECODE_LIMITS.unmarked;

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

  /** @param encoding the request's Content-Encoding; gzip and zlib are told from their bytes. */
  body(body: Body, encoding = ''): void {
    const place = at('body', 'body', 'body', '');
    if (typeof body === 'string') this.#text(body, place);
    else if (body instanceof Uint8Array) this.#encodedBytes(body, encoding.trim().toLowerCase(), place);
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

  #encodedBytes(bytes: Uint8Array, encoding: string, place: Place): void {
    const limit = DECODE_LIMITS.decodedBytes / 2;
    const plain = encoding === 'br' ? inflateBrotli(bytes, limit) : encoding === 'deflate' && !compressionOf(bytes) ? inflateRaw(bytes, limit) : undefined;
    if (!plain) return this.#bytes(bytes, place);
    this.#bytesLeft -= plain.length;
    this.#bytes(plain, { ...inside(place, encoding), encoded: true });
  }

  #bytes(bytes: Uint8Array, place: Place): void {
    if (place.depth > DECODE_LIMITS.depth || bytes.length === 0) return;
    const format = compressionOf(bytes);
    if (format) {
      const plain = this.#inflated(bytes, format);
      if (plain) return this.#bytes(plain, inside(place, format));
    }
    if (isText(bytes, true)) return this.#text(looseText(bytes), place);
    if (bytes[0] === 45 && bytes[1] === 45 && this.#multipart(bytes, place)) return;
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return this.#text(UTF16.decode(bytes.subarray(2)), inside(place, 'utf-16'));
    if (this.#packedObject(bytes, place) || this.#protobuf(bytes, place) || this.#rawDeflate(bytes, place)) return;
    this.#binary(bytes, place);
  }

  #packedObject(bytes: Uint8Array, place: Place): boolean {
    const value = readPackedObject(bytes);
    if (!value) return false;
    const inner = inside(place, 'packed');
    this.#walk(value, inner, inner.path, inner.path, place.key, 0);
    return true;
  }

  /** Nothing marks it: it counts where it comes out as text that is longer than it. */
  #rawDeflate(bytes: Uint8Array, place: Place): boolean {
    // BTYPE 11 is no block (RFC 1951, 3.2.3); stored blocks would be readable as they are.
    const type = (bytes[0]! >> 1) & 3;
    if ((type !== 1 && type !== 2) || this.#bytesLeft <= 0) return false;
    const plain = inflateRaw(bytes, Math.min(this.#bytesLeft, DECODE_LIMITS.decodedBytes / 4));
    if (!plain || plain.length < 12 || plain.length <= bytes.length / 2 || !isText(plain, true)) return false;
    this.#bytesLeft -= plain.length;
    this.#text(looseText(plain), { ...inside(place, 'deflate'), encoded: true });
    return true;
  }

  /** Compressed parts behind a header of their own (lengths, versions), else the readable runs. */
  #binary(bytes: Uint8Array, place: Place): void {
    for (let i = 1; i < Math.min(bytes.length - 8, HEADER_BYTES); i++) {
      // Two bytes mark zlib, three gzip: only the latter are rare enough to look for inside.
      if (bytes[i] !== 0x1f || compressionOf(bytes.subarray(i)) !== 'gzip') continue;
      const plain = this.#inflated(bytes.subarray(i), 'gzip');
      if (plain) return this.#bytes(plain, inside(inside(place, 'binary'), 'gzip'));
    }
    this.#runs(looseText(bytes), inside(place, 'binary'));
  }

  /** Readable runs inside binary data; JSON among them is read as such. */
  #runs(text: string, place: Place): void {
    for (const run of text.match(/[^\p{Cc}\ufffd]{6,}/gu)?.slice(0, 300) ?? []) this.#value(run, place);
  }

  /** A message, or several of them with lengths before each (gRPC: a flag, four bytes of length). */
  #protobuf(bytes: Uint8Array, place: Place): boolean {
    const framed = bytes.length > 5 && bytes[0]! <= 1 && ((bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]!) <= bytes.length - 5;
    const length = framed ? (bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]! : bytes.length;
    const message = framed && length > 0 ? bytes.subarray(5, 5 + length) : bytes;
    const values = readProtobuf(message);
    if (!values) return framed && compressionOf(message) !== undefined && this.#framedGzip(message, place);
    const inner = inside(place, 'protobuf');
    for (const { path, value, name = '' } of values) this.#value(value, member(inner, path, name));
    return true;
  }

  #framedGzip(message: Uint8Array, place: Place): boolean {
    const plain = this.#inflated(message, compressionOf(message)!);
    if (plain) this.#bytes(plain, inside(place, 'gzip'));
    return plain !== undefined;
  }

  #inflated(bytes: Uint8Array, format: 'gzip' | 'zlib'): Uint8Array | undefined {
    if (this.#bytesLeft <= 0) return undefined;
    const plain = inflate(bytes, format, Math.min(this.#bytesLeft, DECODE_LIMITS.decodedBytes / 2));
    this.#bytesLeft -= plain?.length ?? 1_024;
    return plain;
  }

  /** A whole body or decoded block of text. */
  #text(text: string, place: Place): void {
    if (text.startsWith('--') && text.includes('ontent-') && this.#multipart(utf8Bytes(text), place)) return;
    const isLines = (text.startsWith('{') || text.startsWith('[')) && /[}\]]\r?\n[{[]/.test(text) && !isJson(text);
    if (!isLines) return this.#value(text, place);
    for (const line of text.split('\n', 400)) this.#value(line, place);
  }

  /** Parts by their boundary, each as bytes: a part may be compressed, or a picture. */
  #multipart(bytes: Uint8Array, place: Place): boolean {
    const text = latinText(bytes);
    const end = text.indexOf('\n');
    const boundary = text.slice(0, end < 0 ? text.length : end).trim();
    if (place.depth >= DECODE_LIMITS.depth || boundary.length < 4 || boundary.length > 200) return false;
    const inner = inside(place, 'multipart');
    let from = boundary.length;
    for (let parts = 0; parts < 200 && from < text.length; parts++) {
      const next = text.indexOf(boundary, from);
      const to = next < 0 ? text.length : next;
      this.#part(bytes, text, from, to, inner);
      from = to + boundary.length;
    }
    return true;
  }

  #part(bytes: Uint8Array, text: string, from: number, to: number, inner: Place): void {
    const gap = /\r?\n\r?\n/.exec(text.slice(from, Math.min(to, from + 1_100)));
    if (!gap || gap.index > 1_000) return;
    const head = looseText(bytes.subarray(from, from + gap.index));
    const key = /[ ;]name="?([^";\r\n]{1,64})/i.exec(head)?.[1] ?? '';
    const mediaType = /content-type:[ \t]{0,4}([\w.+-]{1,40}\/[\w.+-]{1,80})/i.exec(head)?.[1]?.toLowerCase();
    const there = member(inner, key);
    if (mediaType && /^(image|audio|video)\//.test(mediaType)) return this.#push(`[${mediaType}]`, { ...there, mediaType });
    const start = from + gap.index + gap[0].length;
    let stop = to;
    if (stop > start && text[stop - 1] === '\n') stop -= text[stop - 2] === '\r' ? 2 : 1;
    this.#bytes(bytes.subarray(start, Math.max(start, stop)), { ...there, depth: there.depth + 1 });
  }

  /** A value, and whatever is encoded in it. */
  #value(raw: string, place: Place): void {
    const text = raw.length > 1 ? raw.trim() : raw;
    if (text === '' || this.leaves.length >= DECODE_LIMITS.leaves) return;
    if (place.depth < DECODE_LIMITS.depth && text.length >= 6) {
      const first = text.charCodeAt(0);
      if ((first === 123 /* { */ || first === 91) /* [ */ && this.#json(text, place)) return;
      if (first === 34 /* " */ && text.endsWith('"') && this.#quoted(text, place)) return;
      if (this.#form(text, place)) return;
      if (text.includes('%')) {
        const decoded = unescapeText(text);
        if (decoded !== text) return this.#value(decoded, deeper(place));
      }
      if (text.includes('\\')) {
        const decoded = unescapeScript(text);
        if (decoded !== undefined && decoded !== text) return this.#value(decoded, deeper(place));
      }
      if (isBracketCode(text.charCodeAt(text.length - 1)) && this.#embedded(text, place)) return;
      if (first === 125 /* } */ && text.endsWith('{') && this.#json(reversed(text), { ...inside(place, 'reversed'), encoded: true })) return;
      if (first === 60 /* < */ && this.#xml(text, place)) return;
    }
    this.#push(text, place);
    if (place.depth >= DECODE_LIMITS.depth || text.length < 8) return;
    // What begins with a character outside ASCII is text; only lz-string writes such characters.
    if (text.charCodeAt(0) > 127) return this.#wideLz(text, place);
    if (text.startsWith('data:')) return this.#dataUrl(text, place);
    if (text.includes('://')) {
      const parts = text.length > 10 ? splitUrl(text) : undefined;
      if (parts) this.#nestedUrl(parts, inside(place, 'url'));
      return;
    }
    if (this.#jwt(text, place) || this.#composed(text, place)) return;
    this.#packed(text, place);
  }

  /** `v1|13800138000|a@b.cn`, `mobile:138…;mail:…`, `v2.<base64>`: parts that mean something of their own, and whatever is packed in them. */
  #composed(text: string, place: Place): boolean {
    if (text.length > COMPOSED_CHARS || !SEPARATOR.test(text)) return false;
    const parts = text.split(SEPARATOR, 24);
    let any = false;
    for (const part of parts) {
      const value = part.trim();
      if (value.length >= PACKED_PART_CHARS && /^[\w+/=-]+$/.test(value)) this.#packed(value, deeper(place));
      const named = /^[ "']{0,2}([A-Za-z_]\w{1,30})[ "']{0,2}[:=][ "']{0,2}([^\s"'][^"']{0,200})["']?$/.exec(value);
      if (named) this.#push(named[2]!.trim(), member(place, named[1]!));
      else if (value.includes('@')) this.#push(value, { ...place, key: '' });
      else continue;
      any = true;
    }
    return any;
  }

  /** A JSON document that is one string: what it holds was written twice. */
  #quoted(text: string, place: Place): boolean {
    let inner: unknown;
    try {
      inner = JSON.parse(text);
    } catch {
      return false;
    }
    if (typeof inner !== 'string') return false;
    this.#value(inner, deeper(place));
    return true;
  }

  /** JSON behind a few characters of something else: JSONP, socket.io (`42["event",{…}]`), STOMP headers, guards against hijacking. */
  #embedded(text: string, place: Place): boolean {
    const start = text.slice(0, 400).search(/[{[]\s{0,4}["{[]/);
    if (start < 1) return false;
    const closing = text[start] === '{' ? text.lastIndexOf('}') : text.lastIndexOf(']');
    if (closing <= start || text.length - closing > 4) return false;
    const inner = text.slice(start, closing + 1);
    if (!isJson(inner) || !this.#json(inner, deeper(place))) return false;
    this.#push(text.slice(0, start), place);
    return true;
  }

  /** Elements with nothing but text inside, and attributes of text. */
  #xml(text: string, place: Place): boolean {
    const inner = inside(place, 'xml');
    let any = false;
    for (const [, name = '', value = ''] of text.matchAll(/<([A-Za-z_][\w:.-]{0,63})(?:\s[^<>]{0,200})?>([^<>]{1,1000})<\//g)) {
      any = true;
      this.#value(value, deeper(member(inner, name.slice(name.indexOf(':') + 1))));
    }
    return any;
  }

  /** `data:application/json;base64,…`; pictures and sounds stay as they are. */
  #dataUrl(text: string, place: Place): void {
    const match = /^data:([\w.+-]{1,40}\/[\w.+-]{1,80})?(?:;[\w=-]{1,40})?;base64,/.exec(text);
    if (match && !/^(image|audio|video|font)\//.test(match[1] ?? '')) this.#packed(text.slice(match[0].length), inside(place, 'data'));
  }

  #wideLz(text: string, place: Place): void {
    if (!mayBeLzJson(text) || this.#bytesLeft <= 0) return;
    const plain = unpackLzText(text, DECODE_LIMITS.decodedBytes / 4);
    if (plain === undefined) return;
    this.#bytesLeft -= plain.length;
    this.#text(plain, { ...inside(place, 'lz-string'), encoded: true });
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
    for (const { key, value } of pairs(text)) {
      if (!mayHold(value)) this.#leaf(value, inner, inner.path, `${inner.path} > ${key}`, key);
      else this.#value(value, member(inner, key));
    }
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
      if (!mayHold(node)) this.#leaf(node, place, parent, path, key);
      else this.#value(node, { where: place.where, path, parent, key, part: place.part, encoded: place.encoded, depth: place.depth + 1 });
    } else if (typeof node === 'number') this.#leaf(String(node), place, parent, path, key);
    else if (typeof node !== 'object' || node === null || level >= DECODE_LIMITS.jsonDepth) return;
    else if (Array.isArray(node)) {
      for (let i = 0; i < node.length && i < DECODE_LIMITS.leaves; i++) this.#walk(node[i], place, path, `${path}${level === 0 ? ' > ' : ''}[${i}]`, key, level + 1);
    } else {
      const named = nameOfPair(node as Record<string, unknown>);
      // An object that says whom it describes.
      const owner = (node as Record<string, unknown>).kind === 'user' ? `${path}.user` : path;
      let left: number = DECODE_LIMITS.leaves;
      for (const name in node) {
        if (left-- <= 0) break;
        const short = name.length > DECODE_LIMITS.keyChars ? name.slice(0, DECODE_LIMITS.keyChars) : name;
        this.#walk((node as Record<string, unknown>)[name], place, owner, path + (level === 0 ? ' > ' : '.') + short, named && isValueName(name) ? named : key !== '' && isTypedValue(name) ? key : short, level + 1);
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
  #packed(raw: string, place: Place): void {
    const text = raw.includes('\n') ? raw.replace(/[\r\n]{1,2}/g, '') : raw;
    if (text.length >= 10 && text.length % 2 === 0 && isHex(text)) {
      const head = hexBytes(text.slice(0, 32));
      const format = compressionOf(head);
      if (format || isText(head, true)) {
        const bytes = hexBytes(text);
        // Two bytes mark zlib: a hash may begin with them.
        const plain = format === 'zlib' ? this.#inflated(bytes, format) : undefined;
        if (plain) return this.#bytes(plain, { ...inside(inside(place, 'hex'), 'zlib'), encoded: true });
        if (format === 'gzip' || isText(bytes)) return this.#bytes(bytes, { ...inside(place, 'hex'), encoded: true });
      }
      // Longer than any hash that is common, or of a length that none has.
      if (text.length < UNMARKED_CHARS || HASH_CHARS.has(text.length) || this.#unmarkedLeft-- <= 0) return;
      const bytes = hexBytes(text);
      const inner = { ...inside(place, 'hex'), encoded: true };
      if (!this.#packedObject(bytes, inner) && !this.#protobuf(bytes, inner)) this.#rawDeflate(bytes, inner);
      return;
    }
    if (text.charCodeAt(0) === 61 /* = */ && isReversedBase64(text)) return this.#packed(reversed(text), inside(place, 'reversed'));
    const start = peekBase64(text);
    if (!start || this.#bytesLeft <= 0) return;
    const format = compressionOf(start.head, start.length);
    if (!format && !isText(start.head, true, start.length)) {
      const first = start.head[0]!;
      return isReversedBase64(text) ? this.#packed(reversed(text), inside(place, 'reversed')) : this.#unmarked(text, first, place);
    }
    const bytes = base64Bytes(text);
    if (!bytes) return;
    this.#bytesLeft -= bytes.length;
    const inner = { ...inside(place, 'base64'), encoded: true };
    if (format) {
      const plain = this.#inflated(bytes, format);
      if (plain) this.#bytes(plain, inside(inner, format));
    } else if (bytes.length >= 5 && isText(bytes, text.length >= CUT_BASE64_CHARS)) this.#text(looseText(bytes), inner);
    // A hash may begin like text; so may packed text.
    else this.#unmarked(text, bytes[0]!, place);
  }

  /** Base64 of bytes that nothing marks: lz-string, raw deflate, a message in protocol buffers. Each must make sense as a whole. */
  #unmarked(text: string, first: number, place: Place): void {
    // `N` is how packed JSON begins. Shorter text that is none of it is an identifier, as is anything of hexadecimal digits and dashes.
    const isLzJson = text.length >= 12 && text.charCodeAt(0) === 78;
    if (!isLzJson && (text.length < UNMARKED_CHARS || /^[0-9a-f-]+$/i.test(text))) return;
    if (this.#unmarkedLeft-- <= 0) return;
    const unpacked = first < 64 ? unpackLzText(text, DECODE_LIMITS.decodedBytes / 4) : undefined;
    if (unpacked !== undefined) {
      this.#bytesLeft -= unpacked.length;
      return this.#text(unpacked, { ...inside(place, 'lz-string'), encoded: true });
    }
    const bytes = text.length >= UNMARKED_CHARS ? base64Bytes(text) : undefined;
    if (!bytes) return;
    this.#bytesLeft -= bytes.length;
    const inner = { ...inside(place, 'base64'), encoded: true };
    if (this.#rawDeflate(bytes, inner) || this.#packedObject(bytes, inner)) return;
    this.#protobuf(bytes, inner);
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

/**
 * Whether a value may hold others: one look at its characters, so that the many plain words, numbers and sentences cost no more.
 * What is plain has no escape, no pair, no address, no brackets, and is no base64 or hex of eight characters or more.
 */
function mayHold(text: string): boolean {
  const { length } = text;
  if (length < 6) return length > 0 && (text.charCodeAt(0) <= 32 || text.charCodeAt(length - 1) <= 32);
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  // White space to trim; brackets; the characters that packed JSON begins with in lz-string's wide form.
  if (length > 256 || first <= 32 || last <= 32 || first === 34 || first === 123 || first === 91 || first === 60 || last === 123 || isBracketCode(last) || (first > 0x1b00 && first < 0x1c00)) return true;
  let isWord = true;
  let isNumber = true;
  let isDotted = false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) continue;
    isNumber = false;
    if (code === 37 /* % */ || code === 92 /* \ */ || code === 61 /* = */ || code === 38 /* & */) return true;
    if (code === 58 /* : */ && (text.charCodeAt(i + 1) === 47 || first === 100)) return true;
    if (code === 46 || code === 58) isDotted = true;
    // Letters, + - / _ and the space that a plus sign becomes.
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 43 || code === 45 || code === 47 || code === 95 || code === 32 || code === 10 || code === 13)) isWord = false;
    if (code === 64 /* @ */ || code === 124 /* | */ || code === 59 /* ; */ || code === 94 /* ^ */) return true;
  }
  if (isNumber) return length >= 20;
  return isWord ? length >= 8 : isDotted && length > PACKED_PART_CHARS;
}

/** Marks that stand between the parts of a composed value, and how long one may be. */
const SEPARATOR = /[|;,\t\r\n^~]|[.:](?=[\w+/-]{24})/;
const COMPOSED_CHARS = 2_000;
/** A part is looked into from here on. */
const PACKED_PART_CHARS = 24;

const UTF16 = new TextDecoder('utf-16le');

/** Characters of base64 from which packed data without a mark is looked for. */
const UNMARKED_CHARS = 40;

/** Hexadecimal characters of SHA-1 to SHA-512. */
const HASH_CHARS: ReadonlySet<number> = new Set([40, 56, 64, 96, 128]);

/** Bytes at the beginning of binary data in which a compressed part is looked for. */
const HEADER_BYTES = 64;

/** Base64 written from its end: what stands there, turned round, is text or compressed. */
function isReversedBase64(text: string): boolean {
  // Padded it is a whole number of fours long; identifiers mostly are not.
  if (text.length < 24 || text.length % 4 !== 0) return false;
  const end = peekBase64(reversed(text.slice(-16)));
  return end !== undefined && (isText(end.head, true, end.length) || compressionOf(end.head, end.length) !== undefined);
}

function reversed(text: string): string {
  let turned = '';
  for (let i = text.length - 1; i >= 0; i--) turned += text[i]!;
  return turned;
}

/** One character a byte, so that places in the text are places in the bytes. */
function latinText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return text;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `}`, `]`, `)`, `;` or the zero that ends a STOMP frame. */
function isBracketCode(code: number): boolean {
  return code === 125 || code === 93 || code === 41 || code === 59 || code === 0;
}

function isHex(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = code | 32;
    if (!((code >= 48 && code <= 57) || (letter >= 97 && letter <= 102))) return false;
  }
  return true;
}

function at(where: Leaf['where'], path: string, parent: string, key: string, part = -1): Place {
  return { where, path, parent, key, part, encoded: false, depth: 0 };
}

function deeper({ where, path, parent, key, part, encoded, depth }: Place): Place {
  return { where, path, parent, key, part, encoded, depth: depth + 1 };
}

function member({ where, path, part, encoded, depth }: Place, step: string, key = step): Place {
  return { where, path: `${path} > ${step}`, parent: path, key, part, encoded, depth };
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

/** `{ "phone": { "stringValue": "…" } }`: the type of a value, not its name. */
const TYPED_VALUE = /^(string|text|int|integer|long|double|number)_?[vV]alue$/;

function isTypedValue(name: string): boolean {
  return name.length > 7 && name.endsWith('alue') && TYPED_VALUE.test(name);
}

function isValueName(name: string): boolean {
  return name === 'value' || name === 'val';
}
