/** Decompression that stops: a bomb costs one chunk more than the limit, a cut stream yields what it holds. */
import { decompress as decompressBrotli } from 'brotli/decompress';
import { Gunzip, gunzipSync, Inflate, inflateSync, Unzlib, unzlibSync } from 'fflate';

/** Input bytes fed at a time. One byte inflates to at most 1,032, so a bomb overshoots the limit by 2 MB at most. */
const CHUNK = 2_048;
/** Input up to this size is inflated in one piece: a stream costs 100 KB of buffers, a bomb of this size 4 MB of steps. */
const SMALL = 4_096;

/**
 * Inflates gzip or zlib data up to `limit` bytes.
 * @returns what could be inflated, or undefined where nothing could.
 */
export function inflate(bytes: Uint8Array, format: 'gzip' | 'zlib', limit: number): Uint8Array | undefined {
  return (bytes.length <= SMALL ? inflateSmall(bytes, format, limit) : undefined) ?? inflateStream(bytes, format, limit);
}

/** Deflate without a header (RFC 1951). Nothing marks it, so undefined is the usual answer. */
export function inflateRaw(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  if (bytes.length > SMALL) return inflateStream(bytes, 'deflate', limit);
  try {
    const plain = inflateSync(bytes, { out: new Uint8Array(Math.min(limit, Math.max(1_024, bytes.length * 16))) });
    return plain.length > 0 ? plain : undefined;
  } catch {
    return undefined;
  }
}

/** Window sizes above 4 MB are refused: each would cost its size in memory for one request (RFC 7932, section 9.1). */
const MOST_WINDOW_BITS = 22;

/** Brotli (RFC 7932); only where the request says so, for nothing marks the bytes. Data larger than `limit` yields nothing. */
export function inflateBrotli(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  if (bytes.length < 2 || windowBits(bytes[0]!) > MOST_WINDOW_BITS) return undefined;
  try {
    const plain = decompressBrotli(bytes, limit);
    return plain.length > 0 ? plain : undefined;
  } catch {
    return undefined;
  }
}

/** WBITS of the stream header. */
function windowBits(first: number): number {
  if ((first & 1) === 0) return 16;
  const three = (first >> 1) & 7;
  if (three !== 0) return 17 + three;
  const more = (first >> 4) & 7;
  return more === 0 ? 17 : more === 1 ? 99 : 8 + more;
}

/** In one piece, or undefined where the data is damaged, cut, or larger than it says. */
function inflateSmall(bytes: Uint8Array, format: 'gzip' | 'zlib', limit: number): Uint8Array | undefined {
  // gzip ends with its size (RFC 1952, ISIZE); zlib data rarely shrinks to less than a sixteenth.
  const end = bytes.length;
  const said = format === 'gzip' ? (bytes[end - 4]! | (bytes[end - 3]! << 8) | (bytes[end - 2]! << 16) | (bytes[end - 1]! << 24)) >>> 0 : end * 16;
  if (said === 0 || said > limit) return undefined;
  try {
    const out = new Uint8Array(said + 1);
    const plain = format === 'gzip' ? gunzipSync(bytes, { out }) : unzlibSync(bytes, { out });
    return plain.length > 0 && plain.length <= said ? plain : undefined;
  } catch {
    return undefined;
  }
}

function inflateStream(bytes: Uint8Array, format: 'gzip' | 'zlib' | 'deflate', limit: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array) => {
    if (size >= limit) return;
    parts.push(part.subarray(0, limit - size));
    size += part.length;
  };
  const stream = format === 'gzip' ? new Gunzip(take) : format === 'zlib' ? new Unzlib(take) : new Inflate(take);
  try {
    for (let at = 0; at < bytes.length && size < limit; at += CHUNK) {
      stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
  } catch {
    // A damaged or cut stream: what came before the damage is kept.
  }
  if (size === 0) return undefined;
  const whole = new Uint8Array(Math.min(size, limit));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
