/** Decompression that stops: a bomb costs one chunk more than the limit, a cut stream yields what it holds. */
import { Gunzip, gunzipSync, Unzlib, unzlibSync } from 'fflate';

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

function inflateStream(bytes: Uint8Array, format: 'gzip' | 'zlib', limit: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array) => {
    if (size >= limit) return;
    parts.push(part.subarray(0, limit - size));
    size += part.length;
  };
  const stream = format === 'gzip' ? new Gunzip(take) : new Unzlib(take);
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
