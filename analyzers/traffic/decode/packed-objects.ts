/**
 * MessagePack (the published specification) and CBOR (RFC 8949) as plain values. Nothing marks either, so bytes count as one
 * of them only if they are read to their end and name something.
 */
import { isText, looseText } from './bytes';

/** Bounds of reading one value: items in all, and containers in containers. */
const MOST_ITEMS = 3_000;
const MOST_DEPTH = 16;

interface Reading {
  bytes: Uint8Array;
  view: DataView;
  at: number;
  left: number;
}

/** Thrown inside this module alone: the bytes are not of the format. */
class Mismatch extends Error {}

/** Reads bytes as an object or list in one of the two formats; undefined where they are neither. */
export function readPackedObject(bytes: Uint8Array): object | undefined {
  const first = bytes[0] ?? 0;
  if (bytes.length < 6) return undefined;
  const isMessagePack = (first > 0x80 && first < 0xa0) || (first >= 0xdc && first <= 0xdf);
  const isCbor = (first > 0x80 && first < 0xc0) || first === 0xd9;
  return (isMessagePack ? whole(bytes, messagePack) : undefined) ?? (isCbor ? whole(bytes, cbor) : undefined);
}

function whole(bytes: Uint8Array, read: (reading: Reading, depth: number) => unknown): object | undefined {
  const reading: Reading = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0, left: MOST_ITEMS };
  try {
    const value = read(reading, 0);
    return reading.at === bytes.length && typeof value === 'object' && value !== null && namesSomething(value, 3) ? value : undefined;
  } catch {
    return undefined; // a number beyond the end throws by itself
  }
}

/** Whether there is a named member among the first ones: bytes by chance have none. */
function namesSomething(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || depth === 0) return false;
  if (Array.isArray(value)) return value.slice(0, 8).some((member) => namesSomething(member, depth - 1));
  return Object.keys(value).some((name) => /^[\w$.\u4e00-\u9fff -]{1,64}$/.test(name));
}

function messagePack(reading: Reading, depth: number): unknown {
  const { view } = reading;
  const code = next(reading, depth);
  if (code < 0x80) return code;
  if (code < 0x90) return members(reading, code & 15, depth, messagePack);
  if (code < 0xa0) return list(reading, code & 15, depth, messagePack);
  if (code < 0xc0) return text(reading, code & 31);
  if (code >= 0xe0) return code - 256;
  switch (code) {
    case 0xc0: return null;
    case 0xc2: return false;
    case 0xc3: return true;
    case 0xc4: return skip(reading, number(reading, 1));
    case 0xc5: return skip(reading, number(reading, 2));
    case 0xc6: return skip(reading, number(reading, 4));
    case 0xca: return view.getFloat32(move(reading, 4));
    case 0xcb: return view.getFloat64(move(reading, 8));
    case 0xcc: return number(reading, 1);
    case 0xcd: return number(reading, 2);
    case 0xce: return number(reading, 4);
    case 0xcf: return number(reading, 8);
    case 0xd0: return view.getInt8(move(reading, 1));
    case 0xd1: return view.getInt16(move(reading, 2));
    case 0xd2: return view.getInt32(move(reading, 4));
    case 0xd3: return String(view.getBigInt64(move(reading, 8)));
    case 0xd9: return text(reading, number(reading, 1));
    case 0xda: return text(reading, number(reading, 2));
    case 0xdb: return text(reading, number(reading, 4));
    case 0xdc: return list(reading, number(reading, 2), depth, messagePack);
    case 0xdd: return list(reading, number(reading, 4), depth, messagePack);
    case 0xde: return members(reading, number(reading, 2), depth, messagePack);
    case 0xdf: return members(reading, number(reading, 4), depth, messagePack);
    // Extensions: a type, then bytes (times are the only ones that are common).
    case 0xd4: case 0xd5: case 0xd6: case 0xd7: case 0xd8: return skip(reading, 1 + (1 << (code - 0xd4)));
    case 0xc7: return skip(reading, sizeOf(number(reading, 1)) + 1);
    default: throw new Mismatch();
  }
}

function cbor(reading: Reading, depth: number): unknown {
  const code = next(reading, depth);
  const kind = code >> 5;
  if (kind === 7) return simple(reading, code & 31);
  const size = code & 31;
  const amount = size < 24 ? size : size <= 27 ? number(reading, 1 << (size - 24)) : undefined;
  if (amount === undefined) throw new Mismatch(); // of unknown length: streams, which no SDK sends
  switch (kind) {
    case 0: return amount;
    case 1: return typeof amount === 'number' ? -1 - amount : `-${amount}`;
    case 2: return skip(reading, amount);
    case 3: return text(reading, amount);
    case 4: return list(reading, amount, depth, cbor);
    case 5: return members(reading, amount, depth, cbor);
    default: return cbor(reading, depth + 1); // a tag before its value
  }
}

function simple(reading: Reading, code: number): unknown {
  if (code === 20 || code === 21) return code === 21;
  if (code === 22 || code === 23) return null;
  if (code === 26) return reading.view.getFloat32(move(reading, 4));
  if (code === 27) return reading.view.getFloat64(move(reading, 8));
  if (code === 25) return void move(reading, 2);
  throw new Mismatch();
}

function next(reading: Reading, depth: number): number {
  if (depth > MOST_DEPTH || reading.left-- <= 0) throw new Mismatch();
  return reading.view.getUint8(reading.at++);
}

/** Moves on by a number of bytes; the place they begin at. */
function move(reading: Reading, length: number): number {
  const from = reading.at;
  if (length > reading.bytes.length - from) throw new Mismatch();
  reading.at += length;
  return from;
}

/** A whole number; text where it is too large to be exact (card and id numbers). */
function number(reading: Reading, bytes: number): number | string {
  const { view } = reading;
  const from = move(reading, bytes);
  if (bytes === 1) return view.getUint8(from);
  if (bytes === 2) return view.getUint16(from);
  if (bytes === 4) return view.getUint32(from);
  const large = view.getBigUint64(from);
  return large <= Number.MAX_SAFE_INTEGER ? Number(large) : large.toString();
}

function skip(reading: Reading, length: number | string): null {
  move(reading, sizeOf(length));
  return null;
}

function text(reading: Reading, length: number | string): string {
  const size = sizeOf(length);
  const from = move(reading, size);
  const bytes = reading.bytes.subarray(from, from + size);
  if (!isText(bytes)) throw new Mismatch();
  return looseText(bytes);
}

function list(reading: Reading, length: number | string, depth: number, read: typeof messagePack): unknown[] {
  const values: unknown[] = [];
  for (let left = sizeOf(length); left > 0; left--) values.push(read(reading, depth + 1));
  return values;
}

function members(reading: Reading, length: number | string, depth: number, read: typeof messagePack): Record<string, unknown> {
  const object = Object.create(null) as Record<string, unknown>;
  for (let left = sizeOf(length); left > 0; left--) {
    const name = read(reading, depth + 1);
    if (typeof name !== 'string' && typeof name !== 'number') throw new Mismatch();
    object[name] = read(reading, depth + 1);
  }
  return object;
}

function sizeOf(length: number | string): number {
  if (typeof length === 'string') throw new Mismatch();
  return length;
}
