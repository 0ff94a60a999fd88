/** Bytes written as text: base64 and hex, JWT, data addresses, lz-string. Random identifiers fall through at the first bytes. */
import { readMessage, readPackedBytes, readRawDeflate } from './binary';
import { base64Bytes, compressionOf, CUT_BASE64_CHARS, hexBytes, isText, looseText, peekBase64 } from './bytes';
import { DECODE_LIMITS } from './limits';
import { mayBeLzJson, unpackLzText } from './lz-text';
import { inside, packedInside, type Place } from './place';
import type { Reader } from './reader';

/** Characters of base64 from which packed data without a mark is looked for. */
const UNMARKED_CHARS = 40;

/** Hexadecimal characters of SHA-1 to SHA-512. */
const HASH_CHARS: ReadonlySet<number> = new Set([40, 56, 64, 96, 128]);

/** Base64 or hex that turns out to be text or compressed data. */
export function readPacked(reader: Reader, raw: string, place: Place): void {
  const text = raw.includes('\n') ? raw.replace(/[\r\n]{1,2}/g, '') : raw;
  if (text.length >= 10 && text.length % 2 === 0) {
    if (isHex(text)) return readHex(reader, text, place);
    if (text.startsWith('0x') && isHex(text.slice(2))) return readHex(reader, text.slice(2), place);
  }
  if (text.charCodeAt(0) === 61 /* = */ && isReversedBase64(text)) return readPacked(reader, reversed(text), inside(place, 'reversed'));
  const marked = behindVersion(text);
  if (marked) return readPacked(reader, marked, place);
  const start = peekBase64(text);
  if (!start || reader.budget.isSpent) return;
  const format = compressionOf(start.head, start.length);
  if (!format && !isText(start.head, true, start.length)) {
    const first = start.head[0]!;
    return isReversedBase64(text) ? readPacked(reader, reversed(text), inside(place, 'reversed')) : readUnmarked(reader, text, first, place);
  }
  const bytes = base64Bytes(text);
  if (!bytes) return;
  reader.budget.spend(bytes.length);
  const inner = packedInside(place, 'base64');
  if (format) {
    const plain = reader.budget.inflate(bytes, format);
    if (plain) reader.bytes(plain, inside(inner, format));
  } else if (bytes.length >= 5 && isText(bytes, text.length >= CUT_BASE64_CHARS)) reader.text(looseText(bytes), inner);
  // A hash may begin like text; so may packed text.
  else readUnmarked(reader, text, bytes[0]!, place);
}

/** `v2_eyJ…`: base64 of JSON or gzip behind a word of its own; undefined for anything else. */
function behindVersion(text: string): string | undefined {
  if (text.length < UNMARKED_CHARS || text.charCodeAt(0) === 101 /* eyJ by itself */) return undefined;
  return /^[A-Za-z]\w{0,11}[_:-]((?:eyJ|H4sI|W3si)[\w+/=-]+)$/.exec(text)?.[1];
}

function readHex(reader: Reader, text: string, place: Place): void {
  const head = hexBytes(text.slice(0, 32));
  const format = compressionOf(head);
  if (format || isText(head, true)) {
    const bytes = hexBytes(text);
    // Two bytes mark zlib: a hash may begin with them.
    const plain = format === 'zlib' ? reader.budget.inflate(bytes, format) : undefined;
    if (plain) return reader.bytes(plain, packedInside(inside(place, 'hex'), 'zlib'));
    if (format === 'gzip' || isText(bytes)) return reader.bytes(bytes, packedInside(place, 'hex'));
  }
  // Longer than any hash that is common, or of a length that none has.
  if (text.length < UNMARKED_CHARS || HASH_CHARS.has(text.length) || !reader.budget.takeUnmarked()) return;
  const bytes = hexBytes(text);
  const inner = packedInside(place, 'hex');
  if (!readPackedBytes(reader, bytes, inner) && !readMessage(reader, bytes, inner)) readRawDeflate(reader, bytes, inner);
}

/** Base64 of bytes that nothing marks: lz-string, raw deflate, a message in protocol buffers. Each must make sense as a whole. */
function readUnmarked(reader: Reader, text: string, first: number, place: Place): void {
  // `N` is how packed JSON begins. Shorter text that is none of it is an identifier, as is anything of hexadecimal digits and dashes.
  const isLzJson = text.length >= 12 && text.charCodeAt(0) === 78;
  if (!isLzJson && (text.length < UNMARKED_CHARS || /^[0-9a-f-]+$/i.test(text))) return;
  if (!reader.budget.takeUnmarked()) return;
  const unpacked = first < 64 ? unpackLzText(text, DECODE_LIMITS.decodedBytes / 4) : undefined;
  if (unpacked !== undefined) {
    reader.budget.spend(unpacked.length);
    return reader.text(unpacked, packedInside(place, 'lz-string'));
  }
  const bytes = text.length >= UNMARKED_CHARS ? base64Bytes(text) : undefined;
  if (!bytes) return;
  reader.budget.spend(bytes.length);
  const inner = packedInside(place, 'base64');
  if (readRawDeflate(reader, bytes, inner) || readPackedBytes(reader, bytes, inner)) return;
  readMessage(reader, bytes, inner);
}

/** The claims of a JSON Web Token. */
export function readJwt(reader: Reader, text: string, place: Place): boolean {
  if (!text.startsWith('eyJ') || !/^[\w-]{10,4000}\.[\w-]{10,8000}\.[\w-]{0,2000}$/.test(text)) return false;
  const payload = base64Bytes(text.split('.')[1]!);
  if (!payload || !isText(payload)) return false;
  reader.value(looseText(payload), packedInside(place, 'jwt'));
  return true;
}

/** `data:application/json;base64,…`; pictures and sounds stay as they are. */
export function readDataUrl(reader: Reader, text: string, place: Place): void {
  const match = /^data:([\w.+-]{1,40}\/[\w.+-]{1,80})?(?:;[\w=-]{1,40})?;base64,/.exec(text);
  if (match && !/^(image|audio|video|font)\//.test(match[1] ?? '')) readPacked(reader, text.slice(match[0].length), inside(place, 'data'));
}

/** What lz-string writes as characters outside ASCII. */
export function readWideLz(reader: Reader, text: string, place: Place): void {
  if (!mayBeLzJson(text) || reader.budget.isSpent) return;
  const plain = unpackLzText(text, DECODE_LIMITS.decodedBytes / 4);
  if (plain === undefined) return;
  reader.budget.spend(plain.length);
  reader.text(plain, packedInside(place, 'lz-string'));
}

/** Base64 written from its end: what stands there, turned round, is text or compressed. */
function isReversedBase64(text: string): boolean {
  // Padded it is a whole number of fours long; identifiers mostly are not.
  if (text.length < 24 || text.length % 4 !== 0) return false;
  const end = peekBase64(reversed(text.slice(-16)));
  return end !== undefined && (isText(end.head, true, end.length) || compressionOf(end.head, end.length) !== undefined);
}

/** Text from its end to its beginning. */
export function reversed(text: string): string {
  let turned = '';
  for (let i = text.length - 1; i >= 0; i--) turned += text[i]!;
  return turned;
}

function isHex(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = code | 32;
    if (!((code >= 48 && code <= 57) || (letter >= 97 && letter <= 102))) return false;
  }
  return true;
}
