/** What decoding one request may cost: a page chooses what it sends. */
import { inflate } from './inflate';

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

/** What is left of those bounds while one request is decoded. */
export class Budget {
  #bytes: number = DECODE_LIMITS.decodedBytes;
  #unmarked: number = DECODE_LIMITS.unmarked;

  /** Whether nothing more may be unpacked. */
  get isSpent(): boolean {
    return this.#bytes <= 0;
  }

  spend(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** Takes one of the few attempts at data that nothing marks; false when none is left. */
  takeUnmarked(): boolean {
    return this.#unmarked-- > 0;
  }

  /** The most that one piece may unpack to: a `share` of the whole, or what is left of it. */
  room(share: number): number {
    return Math.min(this.#bytes, DECODE_LIMITS.decodedBytes / share);
  }

  /** Inflates within the budget; undefined where nothing could be. */
  inflate(bytes: Uint8Array, format: 'gzip' | 'zlib'): Uint8Array | undefined {
    if (this.isSpent) return undefined;
    const plain = inflate(bytes, format, this.room(2));
    this.spend(plain?.length ?? 1_024);
    return plain;
  }
}
