/** What the topic model sees of a sentence: its character n-grams, hashed into a fixed number of buckets. */

/** Longest n-gram. */
const LONGEST = 3;
/** Start values of the hash: a heading's n-grams are other features than the sentence's own. */
const OWN = 17;
const HEADING = 991;
/** What all n-grams of the heading count together, those of the sentence counting 1. */
const HEADING_WEIGHT = 0.5;

/** Longest text looked at; what is cut off says no more about the topic. */
const LONGEST_TEXT = 400;

/** Gathers the features of one sentence after the other; keeps its tables, so that a sentence costs no new ones. */
export class Features {
  /** Buckets of the sentence at hand, and what each counts; only the first `count` are meant. */
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  count = 0;
  /** Place of a bucket in the lists, valid where `stamps` carries the number of this sentence. */
  private readonly places: Int32Array;
  private readonly stamps: Int32Array;
  private stamp = 0;

  constructor(private readonly bits: number) {
    const most = LONGEST_TEXT * LONGEST * 2;
    this.buckets = new Int32Array(most);
    this.values = new Float32Array(most);
    this.places = new Int32Array(1 << bits);
    this.stamps = new Int32Array(1 << bits);
  }

  /**
   * @param text the sentence, folded
   * @param heading the heading it stands under, folded; '' where there is none
   */
  read(text: string, heading: string): void {
    this.count = 0;
    this.stamp++;
    this.add(text, OWN, 1);
    if (heading !== '') this.add(heading, HEADING, HEADING_WEIGHT);
  }

  /** Each n-gram counts once, and all together have length `weight`. */
  private add(text: string, salt: number, weight: number): void {
    const mask = (1 << this.bits) - 1;
    const before = this.count;
    const length = Math.min(text.length, LONGEST_TEXT);
    for (let i = 0; i < length; i++) {
      let hash = salt;
      for (let n = 1; n <= LONGEST && i + n <= length; n++) {
        const code = text.charCodeAt(i + n - 1);
        // All digits are one: it matters that there is a number, not which.
        hash = Math.imul(hash ^ (code >= 48 && code <= 57 ? 48 : code), 0x01000193);
        hash ^= hash >>> 15;
        this.put(mix(hash ^ Math.imul(n, 0x9e3779b1)) & mask, before);
      }
    }
    const value = weight / Math.sqrt(Math.max(1, this.count - before));
    for (let at = before; at < this.count; at++) this.values[at] = value;
  }

  private put(bucket: number, before: number): void {
    // A bucket of the sentence that the heading hits too is listed twice, with a value of its own.
    if (this.stamps[bucket] === this.stamp && this.places[bucket]! >= before) return;
    this.stamps[bucket] = this.stamp;
    this.places[bucket] = this.count;
    this.buckets[this.count++] = bucket;
  }
}

function mix(hash: number): number {
  let mixed = Math.imul(hash, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A line that names what follows: short, and no mark ends it. Told by the wording alone, as the model was trained. */
export function isTitle(text: string): boolean {
  return text.length > 0 && text.length <= 34 && !/[。；;，,：:！!？?]$/.test(text);
}
