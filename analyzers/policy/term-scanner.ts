/** Finds all words of a list in one pass over a text (Aho–Corasick): time grows with the text, not with the list. */
import type { Clause } from './required-words';
import type { Hit, Signal, Terms } from './signals';

export interface TermScanner {
  /**
   * All terms of a text, by their ends; longer ones first where several end at one place.
   * @param marks gets a 1 for each clause one of whose words stands in the text; must be as long as the clauses
   */
  scan(text: string, marks?: Uint8Array): Hit[];
}

interface Output {
  /** Words that end here: signal and length. */
  terms: { signal: Signal; length: number }[];
  /** Numbers of the clauses that have a word ending here. */
  clauses: number[];
}

/** The words as a tree while it is built. */
interface Node extends Output {
  number: number;
  next: Map<number, Node>;
  fail: Node | undefined;
}

/**
 * @param sources lists of words per signal; a word may stand for several signals
 * @param wholeWords a term counts only when no letter or digit touches it
 * @param clauses lists of words that are only looked for, wherever they stand
 */
export function buildTermScanner(sources: readonly Terms[], wholeWords: boolean, clauses: readonly Clause[] = []): TermScanner {
  const nodes: Node[] = [];
  const add = (fail: Node | undefined): Node => {
    const node: Node = { number: nodes.length, next: new Map(), fail, terms: [], clauses: [] };
    nodes.push(node);
    return node;
  };
  const root = add(undefined);
  const nodeOf = (word: string): Node => {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let child = node.next.get(code);
      if (!child) {
        child = add(root);
        node.next.set(code, child);
      }
      node = child;
    }
    return node;
  };
  for (const terms of sources) {
    for (const [signal, words] of Object.entries(terms) as [Signal, readonly string[]][]) {
      for (const word of words) nodeOf(word).terms.push({ signal, length: word.length });
    }
  }
  clauses.forEach((words, clause) => {
    for (const word of words) nodeOf(word).clauses.push(clause);
  });
  linkFailures(root);
  return new Automaton(nodes, wholeWords);
}

function linkFailures(root: Node): void {
  const queue = [...root.next.values()];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (const [code, child] of node.next) {
      let fallback = node.fail;
      while (fallback && !fallback.next.has(code)) fallback = fallback.fail;
      child.fail = fallback?.next.get(code) ?? root;
      child.terms.push(...child.fail.terms);
      child.clauses = [...new Set([...child.clauses, ...child.fail.clauses])];
      queue.push(child);
    }
  }
}

/** The tree in flat tables: a step costs a look into one of them instead of one into a map of maps. */
class Automaton implements TermScanner {
  /** Number of each character that words begin or go on with; 0 for all others. */
  private readonly letters = new Uint16Array(0x10000);
  private readonly letterCount: number;
  /** Node reached from the root by each letter. */
  private readonly first: Int32Array;
  /** Open hash table: `node × letters + letter` → node. */
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly fail: Int32Array;
  private readonly outputs: (Output | undefined)[];

  constructor(nodes: readonly Node[], private readonly wholeWords: boolean) {
    let letters = 1;
    for (const { next } of nodes) for (const code of next.keys()) if (this.letters[code] === 0) this.letters[code] = letters++;
    this.letterCount = letters;
    this.first = new Int32Array(letters);
    const size = 1 << (33 - Math.clz32(nodes.length * 2));
    this.keys = new Int32Array(size).fill(-1);
    this.values = new Int32Array(size);
    this.fail = Int32Array.from(nodes, ({ fail }) => fail?.number ?? 0);
    this.outputs = nodes.map(({ terms, clauses }) => (terms.length + clauses.length > 0 ? { terms, clauses } : undefined));
    for (const { number, next } of nodes) {
      for (const [code, child] of next) {
        const letter = this.letters[code]!;
        if (number === 0) this.first[letter] = child.number;
        else this.put(number * letters + letter, child.number);
      }
    }
  }

  private put(key: number, value: number): void {
    let at = slot(key, this.keys.length);
    while (this.keys[at] !== -1) at = (at + 1) & (this.keys.length - 1);
    this.keys[at] = key;
    this.values[at] = value;
  }

  scan(text: string, marks?: Uint8Array): Hit[] {
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
      for (const { signal, length } of output.terms) {
        const start = i + 1 - length;
        if (wholeWords && (isWordCode(text.charCodeAt(start - 1)) || isWordCode(text.charCodeAt(i + 1)))) continue;
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
