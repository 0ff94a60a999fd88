/**
 * Protocol buffers without their schema: numbered fields of integers, fixed numbers, text and messages in messages
 * (encoding as published at protobuf.dev). A byte string counts as a message only if all of it reads as one.
 */
import { isText, looseText } from './bytes';

/** Bounds of reading one message: fields in all, and messages in messages. */
const MOST_FIELDS = 600;
const MOST_DEPTH = 10;
/** Field numbers go to 2^29 - 1; those of real schemas stay low, those of bytes that are no message do not. */
const MOST_NUMBER = 65_535;

/** One value with the way to it by field numbers: `3.1`. */
export interface ProtobufValue {
  path: string;
  value: string;
  /** Its name, where the message is an entry of a map: maps are written as messages of a key (1) and a value (2). */
  name?: string;
}

/** What names the entries of a map. */
const ENTRY_NAME = /^[A-Za-z][\w.-]{1,63}$/;

/**
 * Reads bytes as a message.
 * @returns its integers, doubles and texts in order, or undefined where the bytes are no message or one without any text.
 */
export function readProtobuf(bytes: Uint8Array): ProtobufValue[] | undefined {
  const values: ProtobufValue[] = [];
  const budget = { fields: MOST_FIELDS };
  const isWhole = readMessage(bytes, '', 0, values, budget);
  return isWhole && values.some(({ value }) => value.length >= 2 && /[^\d.-]/.test(value)) ? values : undefined;
}

function readMessage(bytes: Uint8Array, prefix: string, depth: number, values: ProtobufValue[], budget: { fields: number }): boolean {
  if (depth > MOST_DEPTH || bytes.length === 0) return false;
  const cursor = { at: 0 };
  const start = values.length;
  const fail = () => {
    values.length = start;
    return false;
  };
  while (cursor.at < bytes.length) {
    if (budget.fields-- <= 0) return fail();
    const tag = readVarint(bytes, cursor);
    if (tag === undefined || tag > 0xffff_ffffn) return fail();
    const number = Number(tag >> 3n);
    if (number < 1 || number > MOST_NUMBER) return fail();
    const path = prefix === '' ? String(number) : `${prefix}.${number}`;
    switch (Number(tag & 7n)) {
      case 0: {
        const value = readVarint(bytes, cursor);
        if (value === undefined) return fail();
        values.push({ path, value: value.toString() });
        break;
      }
      case 1: {
        if (cursor.at + 8 > bytes.length) return fail();
        const value = view(bytes).getFloat64(cursor.at, true);
        // Fixed 64-bit fields hold doubles (coordinates) or random numbers; only plausible doubles read as such.
        if (Number.isFinite(value) && Math.abs(value) < 1e9 && (Math.abs(value) > 1e-6 || value === 0)) values.push({ path, value: String(value) });
        cursor.at += 8;
        break;
      }
      case 2: {
        const length = readVarint(bytes, cursor);
        if (length === undefined || length > BigInt(bytes.length - cursor.at)) return fail();
        const part = bytes.subarray(cursor.at, cursor.at + Number(length));
        cursor.at += part.length;
        if (part.length > 0) readPart(part, path, depth, values, budget);
        break;
      }
      case 5:
        if (cursor.at + 4 > bytes.length) return fail();
        cursor.at += 4;
        break;
      default:
        return fail();
    }
  }
  nameEntry(values, start, prefix);
  return true;
}

/** The value of a map's entry, plain or in a message that tells its type. */
function nameEntry(values: ProtobufValue[], start: number, prefix: string): void {
  const [key, value] = values.length === start + 2 ? values.slice(start) : [];
  if (!key || !value || prefix === '' || key.path !== `${prefix}.1` || !value.path.startsWith(`${prefix}.2`) || !ENTRY_NAME.test(key.value)) return;
  value.name = key.value;
}

/** Text first: short messages that are also text (`\n\x03abc` is not, it holds a control character) are rarer than text. */
function readPart(part: Uint8Array, path: string, depth: number, values: ProtobufValue[], budget: { fields: number }): void {
  if (isText(part) && part[0] !== 10) values.push({ path, value: looseText(part) });
  else if (!readMessage(part, path, depth + 1, values, budget) && isText(part)) values.push({ path, value: looseText(part) });
}

/** A variable-length integer of at most ten bytes. */
function readVarint(bytes: Uint8Array, cursor: { at: number }): bigint | undefined {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = bytes[cursor.at];
    if (byte === undefined) return undefined;
    cursor.at++;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  return undefined;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
