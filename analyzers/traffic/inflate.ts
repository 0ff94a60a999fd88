/** Decompression that stops: a bomb costs one chunk more than the limit, a cut stream yields what it holds. */
import { Gunzip, Unzlib } from 'fflate';

/** Input bytes fed at a time. One byte inflates to at most 1,032, so a bomb overshoots the limit by 2 MB at most. */
const CHUNK = 2_048;

/**
 * Inflates gzip or zlib data up to `limit` bytes.
 * @returns what could be inflated, or undefined where nothing could.
 */
export function inflate(bytes: Uint8Array, format: 'gzip' | 'zlib', limit: number): Uint8Array | undefined {
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
