/** Finds all words of a list in one pass over a text (Aho–Corasick): time grows with the text, not with the list. */
import type { Clause } from './required-words';
import type { Hit, Signal, Terms } from './signals';

export interface TermScanner {
  /**
   * All terms of a text, by their ends; longer ones first where several end at one place.
   * @param marks gets a 1 for each clause one of whose words stands in the text; must be as long as the clauses
   * @param found gets a 1 at the number of each signal that was found; only the first hit of a signal is told then, but for those of
   *   which every hit counts. Must be all zeros.
   */
  scan(text: string, marks?: Uint8Array, found?: Uint8Array): Hit[];
}

interface Output {
  /** Words that end here: signal and length, the longest first. */
  terms: readonly { signal: Signal; number: number; every: boolean; length: number }[];
  /** Numbers of the clauses that have a word ending here. */
  clauses: readonly number[];
}

const NO_OUTPUT: Output = { terms: [], clauses: [] };

/**
 * @param sources lists of words per signal; a word may stand for several signals
 * @param wholeWords a term counts only when no letter or digit touches it
 * @param clauses lists of words that are only looked for, wherever they stand
 * @param numberOf number of a signal, for `scan`'s `found`
 * @param every signals of which every hit counts
 */
export function buildTermScanner(sources: readonly Terms[], wholeWords: boolean, clauses: readonly Clause[] = [], numberOf: (signal: Signal) => number = () => 0, every: (signal: Signal) => boolean = () => true): TermScanner {
  const words: { word: string; signal?: Signal; clause: number }[] = [];
  for (const terms of sources) {
    for (const [signal, list] of Object.entries(terms) as [Signal, readonly string[]][]) for (const word of list) words.push({ word, signal, clause: -1 });
  }
  clauses.forEach((list, clause) => {
    for (const word of list) words.push({ word, clause });
  });
  const automaton = new Automaton(words.map(({ word }) => word), wholeWords, numberOf, every);
  for (const { word, signal, clause } of words) automaton.add(word, signal, clause);
  automaton.link();
  return automaton;
}

/**
 * The words as a tree in flat tables: a step costs a look into one of them. Node 0 is the root. Built once a language, and
 * built fast: the first policy a person opens waits for it.
 */
class Automaton implements TermScanner {
  /** Number of each character that words are made of; 0 for all others. */
  private readonly letters = new Uint16Array(0x10000);
  private readonly letterCount: number;
  /** Node reached from the root by each letter. */
  private readonly first: Int32Array;
  /** Open hash table: `node × letters + letter` → node. */
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly fail: Int32Array;
  private readonly outputs: (Output | undefined)[] = [undefined];
  /** While it is built: depth, letter and parent of each node. */
  private readonly depths: number[] = [0];
  private readonly ways: number[] = [0];
  private readonly parents: number[] = [0];

  constructor(
    words: readonly string[], private readonly wholeWords: boolean,
    private readonly numberOf: (signal: Signal) => number, private readonly every: (signal: Signal) => boolean,
  ) {
    let letters = 1;
    let length = 1;
    for (const word of words) {
      length += word.length;
      for (let i = 0; i < word.length; i++) if (this.letters[word.charCodeAt(i)] === 0) this.letters[word.charCodeAt(i)] = letters++;
    }
    this.letterCount = letters;
    this.first = new Int32Array(letters);
    // At most one node a character, and half of the table free.
    const size = 1 << (33 - Math.clz32(length));
    this.keys = new Int32Array(size).fill(-1);
    this.values = new Int32Array(size);
    this.fail = new Int32Array(length);
  }

  add(word: string, signal: Signal | undefined, clause: number): void {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const letter = this.letters[word.charCodeAt(i)]!;
      const next = this.step(node, letter);
      node = next > 0 ? next : this.grow(node, letter);
    }
    const { terms, clauses } = this.outputs[node] ?? NO_OUTPUT;
    this.outputs[node] = signal === undefined ? { terms, clauses: [...clauses, clause] } : { terms: [...terms, { signal, number: this.numberOf(signal), every: this.every(signal), length: word.length }], clauses };
  }

  /** Child of a node by a letter; 0 where there is none. */
  private step(node: number, letter: number): number {
    if (node === 0) return this.first[letter]!;
    const at = this.slotOf(node * this.letterCount + letter);
    return this.keys[at] === -1 ? 0 : this.values[at]!;
  }

  private slotOf(key: number): number {
    const { keys } = this;
    let at = slot(key, keys.length);
    while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & (keys.length - 1);
    return at;
  }

  private grow(parent: number, letter: number): number {
    const child = this.depths.push(this.depths[parent]! + 1) - 1;
    this.ways.push(letter);
    this.parents.push(parent);
    this.outputs.push(undefined);
    if (parent === 0) this.first[letter] = child;
    else {
      const key = parent * this.letterCount + letter;
      const at = this.slotOf(key);
      this.keys[at] = key;
      this.values[at] = child;
    }
    return child;
  }

  /** Links each node to the longest end of its word that begins another word, the shallow ones first. */
  link(): void {
    const { depths, ways, parents, fail, outputs } = this;
    const order = depths.map((_, node) => node).sort((a, b) => depths[a]! - depths[b]!);
    for (const node of order) {
      if (depths[node]! < 2) continue;
      let from = fail[parents[node]!]!;
      let to = this.step(from, ways[node]!);
      while (to === 0 && from !== 0) {
        from = fail[from]!;
        to = this.step(from, ways[node]!);
      }
      fail[node] = to;
      const shorter = outputs[to];
      const own = outputs[node];
      if (shorter === undefined) continue;
      outputs[node] = own === undefined ? shorter : { terms: [...own.terms, ...shorter.terms], clauses: [...new Set([...own.clauses, ...shorter.clauses])] };
    }
  }

  scan(text: string, marks?: Uint8Array, found?: Uint8Array): Hit[] {
    const { letters, letterCount, first, keys, values, fail, outputs, wholeWords } = this;
    const mask = keys.length - 1;
    const hits: Hit[] = [];
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      const letter = letters[text.charCodeAt(i)]!;
      if (letter === 0) {
        node = 0;
        continue;
      }
      for (;;) {
        if (node === 0) {
          node = first[letter]!;
          break;
        }
        const key = node * letterCount + letter;
        let at = slot(key, keys.length);
        while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & mask;
        if (keys[at] === key) {
          node = values[at]!;
          break;
        }
        node = fail[node]!;
      }
      const output = outputs[node];
      if (output === undefined) continue;
      if (marks) for (const clause of output.clauses) marks[clause] = 1;
      const { terms } = output;
      for (let at = 0; at < terms.length; at++) {
        const { signal, number, every, length } = terms[at]!;
        if (found !== undefined && !every && found[number] === 1) continue;
        const start = i + 1 - length;
        if (wholeWords && (isWordCode(text.charCodeAt(start - 1)) || isWordCode(text.charCodeAt(i + 1)))) continue;
        if (found !== undefined) found[number] = 1;
        hits.push({ signal, start, end: i + 1 });
      }
    }
    return hits;
  }
}

/** Place of a key in a table whose size is a power of two. */
function slot(key: number, size: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);
}
