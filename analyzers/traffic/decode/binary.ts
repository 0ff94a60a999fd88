/** Bytes that are no text: packed objects, protocol buffers, compression that nothing marks, readable runs. */
import { compressionOf, isText, looseText } from './bytes';
import { inflateRaw } from './inflate';
import { walk } from './json';
import { readPackedObject } from './packed-objects';
import { inside, member, packedInside, type Place } from './place';
import { readProtobuf } from './protobuf';
import type { Reader } from './reader';

/** Bytes at the beginning of binary data in which a compressed part is looked for. */
const HEADER_BYTES = 64;

/** Messages read of one body. */
const MOST_MESSAGES = 50;

/** MessagePack or CBOR. */
export function readPackedBytes(reader: Reader, bytes: Uint8Array, place: Place): boolean {
  const value = readPackedObject(bytes);
  if (!value) return false;
  const inner = inside(place, 'packed');
  walk(reader, value, inner, inner.path, inner.path, place.key, 0);
  return true;
}

/** A message in protocol buffers, alone or behind its length: four bytes and a flag (gRPC), or a number of its own (`writeDelimitedTo`). */
export function readMessage(reader: Reader, bytes: Uint8Array, place: Place): boolean {
  const delimited = splitDelimited(bytes);
  if (delimited && delimited.map((message) => readOneMessage(reader, message, place)).some(Boolean)) return true;
  const framed = bytes.length > 5 && bytes[0]! <= 1 && ((bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]!) <= bytes.length - 5;
  const length = framed ? (bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]! : bytes.length;
  const message = framed && length > 0 ? bytes.subarray(5, 5 + length) : bytes;
  return readOneMessage(reader, message, place) || (framed && compressionOf(message) !== undefined && readFramedGzip(reader, message, place));
}

function readOneMessage(reader: Reader, message: Uint8Array, place: Place): boolean {
  const values = readProtobuf(message);
  if (!values) return false;
  const inner = inside(place, 'protobuf');
  for (const { path, value, name = '' } of values) reader.value(value, member(inner, path, name));
  return true;
}

/** Messages each behind a length of one to three bytes that together are all there is; undefined where they are not. */
function splitDelimited(bytes: Uint8Array): Uint8Array[] | undefined {
  const messages: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length && messages.length < MOST_MESSAGES) {
    let length = 0;
    for (let shift = 0; shift < 21; shift += 7) {
      const byte = bytes[at++] ?? 0;
      length += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    if (length < 2 || at + length > bytes.length) return undefined;
    messages.push(bytes.subarray(at, at + length));
    at += length;
  }
  return at === bytes.length ? messages : undefined;
}

function readFramedGzip(reader: Reader, message: Uint8Array, place: Place): boolean {
  const plain = reader.budget.inflate(message, compressionOf(message)!);
  if (plain) reader.bytes(plain, inside(place, 'gzip'));
  return plain !== undefined;
}

/** Raw deflate. Nothing marks it: it counts where it comes out as text that is longer than it. */
export function readRawDeflate(reader: Reader, bytes: Uint8Array, place: Place): boolean {
  // BTYPE 11 is no block (RFC 1951, 3.2.3); stored blocks would be readable as they are.
  const type = (bytes[0]! >> 1) & 3;
  if ((type !== 1 && type !== 2) || reader.budget.isSpent) return false;
  const plain = inflateRaw(bytes, reader.budget.room(4));
  if (!plain || plain.length < 12 || plain.length <= bytes.length / 2 || !isText(plain, true)) return false;
  reader.budget.spend(plain.length);
  reader.text(looseText(plain), packedInside(place, 'deflate'));
  return true;
}

/** Compressed parts behind a header of their own (lengths, versions), else the readable runs; JSON among them is read as such. */
export function readRest(reader: Reader, bytes: Uint8Array, place: Place): void {
  for (let i = 1; i < Math.min(bytes.length - 8, HEADER_BYTES); i++) {
    if (bytes[i] !== 0x1f && bytes[i] !== 0x78) continue;
    const format = compressionOf(bytes.subarray(i));
    const plain = format && reader.budget.inflate(bytes.subarray(i), format);
    // Two bytes mark zlib, three gzip: the former must come out as text.
    if (plain && (format === 'gzip' || isText(plain, true))) return reader.bytes(plain, inside(inside(place, 'binary'), format!));
  }
  const runs = looseText(bytes).match(/[^\p{Cc}\ufffd]{6,}/gu)?.slice(0, 300) ?? [];
  for (const run of runs) reader.value(run, inside(place, 'binary'));
}
