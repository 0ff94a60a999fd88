/** Bytes to text and back: strict, bounded, without exceptions on hostile input. */

const BASE64 = new Int8Array(128).fill(-1);
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('').forEach((char, i) => (BASE64[char.charCodeAt(0)] = i));
BASE64['-'.charCodeAt(0)] = 62;
BASE64['_'.charCodeAt(0)] = 63;
// A raw plus sign in a form arrives as a space.
BASE64[32] = 62;

/** Base64 text of a length that cannot be, but long: cut, not something else. */
export const CUT_BASE64_CHARS = 100;

const LOOSE = new TextDecoder('utf-8');
const ENCODER = new TextEncoder();

export function utf8Bytes(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** UTF-8 text with replacement characters where the bytes are none. */
export function looseText(bytes: Uint8Array): string {
  return LOOSE.decode(bytes);
}

/** Text of a Chinese legacy charset (GB 18030 holds GBK and GB 2312), or undefined where the bytes are none. */
export function chineseText(bytes: Uint8Array): string | undefined {
  try {
    GB18030 ??= new TextDecoder('gb18030', { fatal: true });
    return GB18030.decode(bytes);
  } catch {
    return undefined;
  }
}

let GB18030: TextDecoder | undefined;

/** `=`, or the `.` that takes its place in addresses. */
function isPadding(code: number): boolean {
  return code === 61 || code === 46;
}

/** Bytes of base64 or base64url text (padding optional), or undefined where a character is no base64. */
export function base64Bytes(text: string): Uint8Array | undefined {
  let end = text.length;
  while (end > 0 && isPadding(text.charCodeAt(end - 1))) end--;
  if (end < text.length - 2) return undefined;
  if (end % 4 === 1) {
    // A long text was cut by us or on its way; a short one is no base64.
    if (text.length < CUT_BASE64_CHARS) return undefined;
    end--;
  }
  const bytes = new Uint8Array((end * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const six = code < 128 ? BASE64[code]! : -1;
    if (six < 0) return undefined;
    bits = ((bits << 6) | six) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 0xff;
    }
  }
  return bytes;
}

/** Bytes that `peekBase64` looks at: enough to tell text and compressed data from random identifiers. */
const HEAD = new Uint8Array(12);

/**
 * The first bytes of base64 text, in a buffer that the next call overwrites, and how many of them count; undefined where
 * the text is no base64. Most values are looked at and left: nothing is allocated for them.
 */
export function peekBase64(text: string): { head: Uint8Array; length: number } | undefined {
  let end = text.length;
  while (end > 0 && isPadding(text.charCodeAt(end - 1))) end--;
  if (end < text.length - 2 || (end % 4 === 1 && text.length < CUT_BASE64_CHARS)) return undefined;
  end = Math.min(end, 16);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const six = code < 128 ? BASE64[code]! : -1;
    if (six < 0) return undefined;
    bits = ((bits << 6) | six) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      HEAD[at++] = (bits >> held) & 0xff;
    }
  }
  return { head: HEAD, length: at };
}

/** Bytes of hexadecimal text of even length; the caller has checked the characters. */
export function hexBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (hexDigit(text.charCodeAt(i * 2)) << 4) | hexDigit(text.charCodeAt(i * 2 + 1));
  return bytes;
}

function hexDigit(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += (byte < 16 ? '0' : '') + byte.toString(16);
  return text;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * Whether bytes are UTF-8 text without control characters. With `partial` a multi-byte character may be cut at the end.
 * Written out because a throwing decoder costs more than the whole look on the random identifiers this mostly meets.
 */
export function isText(bytes: Uint8Array, partial = false, length = bytes.length): boolean {
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) return false;
      continue;
    }
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    if (more === 0) return false;
    for (let k = 1; k <= more; k++) {
      if (i + k >= length) return partial;
      if ((bytes[i + k]! & 0xc0) !== 0x80) return false;
    }
    i += more;
  }
  return true;
}

/** gzip (RFC 1952), or zlib (RFC 1950: deflate method, window ≤ 32 KB, header divisible by 31). */
export function compressionOf(bytes: Uint8Array, length = bytes.length): 'gzip' | 'zlib' | undefined {
  if (length < 8) return undefined;
  const first = bytes[0]!;
  const second = bytes[1]!;
  if (first === 0x1f && second === 0x8b && bytes[2] === 8) return 'gzip';
  if ((first & 0x0f) === 8 && first >> 4 <= 7 && first >> 4 >= 1 && ((first << 8) | second) % 31 === 0) return 'zlib';
  return undefined;
}
