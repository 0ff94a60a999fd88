/**
 * From a request to named values: addresses, forms, JSON inside JSON, base64, hex, gzip, deflate and brotli, multipart,
 * protocol buffers, MessagePack, CBOR, lz-string, JWT, XML, text. `reading.ts` tells formats apart, a file beside it reads each.
 * Everything is bounded (depth, number of values, inflated bytes), because a page chooses what it sends.
 */
import type { UrlParts } from './address';
import { compressionOf } from './bytes';
import { inflateBrotli, inflateRaw } from './inflate';
import { DECODE_LIMITS } from './limits';
import { at, packedInside, type Leaf } from './place';
import { Reading } from './reading';
import { unescapeText } from './unescape';

export { splitUrl, type UrlParts } from './address';
export { DECODE_LIMITS } from './limits';
export type { Leaf } from './place';

export type Body = Uint8Array | string | Record<string, string[]>;

/** Segments of an address that are followed by the number of a person. */
const PERSONS = /^(users?|uid|members?|memberships?|customers?|accounts?|profiles?|visitors?|identities)$/i;
const NUMBER = /^(?:[a-z]{1,8}[-_]?)?\d{5,15}$/i;

/** Collects the values of one request (or of one stored value). */
export class Decoding {
  readonly #reading = new Reading();

  get leaves(): Leaf[] {
    return this.#reading.leaves;
  }

  /** Values of an address: `part` 0… are path segments, then query pairs. */
  url(parts: UrlParts, where: 'url' | 'referer'): void {
    parts.segments.forEach((segment, i) => {
      // `/users/80417735`: what stands before the number says whose it is.
      const key = i > 0 && NUMBER.test(segment) && PERSONS.test(parts.segments[i - 1]!) ? 'user_id' : '';
      if (segment.length >= 6) this.#reading.value(unescapeText(segment), at(where, `${where} > path[${i}]`, `${where} > path`, key, where === 'url' ? i : -1));
    });
    parts.query.forEach(({ key, value }, i) => {
      this.#reading.value(value, at(where, `${where} > ${key}`, where, key, where === 'url' ? parts.segments.length + i : -1));
    });
  }

  /** A header that may hold values; `cookie` is split into its pairs. */
  header(name: string, value: string): void {
    if (name !== 'cookie') return this.#reading.value(value.replace(/^(bearer|basic)\s+/i, ''), at('header', `header > ${name}`, 'header', name));
    for (const pair of value.split(';', 200)) {
      const equals = pair.indexOf('=');
      if (equals < 1) continue;
      const key = pair.slice(0, equals).trim().slice(0, DECODE_LIMITS.keyChars);
      this.#reading.value(unescapeText(pair.slice(equals + 1).trim()), at('cookie', `cookie > ${key}`, 'cookie', key));
    }
  }

  /** @param encoding the request's Content-Encoding; gzip and zlib are told from their bytes. */
  body(body: Body, encoding = ''): void {
    const place = at('body', 'body', 'body', '');
    if (typeof body === 'string') return this.#reading.text(body, place);
    if (body instanceof Uint8Array) return this.#encodedBytes(body, encoding.trim().toLowerCase());
    for (const [name, values] of Object.entries(body).slice(0, 400)) {
      const key = name.slice(0, DECODE_LIMITS.keyChars);
      for (const value of values.slice(0, 50)) this.#reading.value(String(value), { ...place, key, path: `body > ${key}` });
    }
  }

  /** A single value on its own, such as one from the browser's storage. */
  stored(key: string, value: string): void {
    this.#reading.value(unescapeText(value), at('cookie', 'value', 'value', key.slice(0, DECODE_LIMITS.keyChars)));
  }

  #encodedBytes(bytes: Uint8Array, encoding: string): void {
    const place = at('body', 'body', 'body', '');
    const limit = DECODE_LIMITS.decodedBytes / 2;
    const plain = encoding === 'br' ? inflateBrotli(bytes, limit) : encoding === 'deflate' && !compressionOf(bytes) ? inflateRaw(bytes, limit) : undefined;
    if (!plain) return this.#reading.bytes(bytes, place);
    this.#reading.budget.spend(plain.length);
    this.#reading.bytes(plain, packedInside(place, encoding));
  }
}
