/** Finds all words of a list in one pass over a text (Aho–Corasick): time grows with the text, not with the list. */
import type { Hit, Signal, Terms } from './signals';

interface Node {
  next: Map<number, Node>;
  fail: Node | undefined;
  /** Words that end here: signal and length. */
  out: { signal: Signal; length: number }[];
}

export type TermScanner = (text: string) => Hit[];

/**
 * @param sources lists of words per signal; a word may stand for several signals
 * @param wholeWords a word counts only when no letter or digit touches it
 */
export function buildTermScanner(sources: readonly Terms[], wholeWords: boolean): TermScanner {
  const root: Node = { next: new Map(), fail: undefined, out: [] };
  for (const terms of sources) {
    for (const [signal, words] of Object.entries(terms) as [Signal, readonly string[]][]) {
      for (const word of words) addWord(root, word, signal);
    }
  }
  linkFailures(root);
  return (text) => scan(root, text, wholeWords);
}

function addWord(root: Node, word: string, signal: Signal): void {
  let node = root;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    let child = node.next.get(code);
    if (!child) {
      child = { next: new Map(), fail: root, out: [] };
      node.next.set(code, child);
    }
    node = child;
  }
  node.out.push({ signal, length: word.length });
}

function linkFailures(root: Node): void {
  const queue = [...root.next.values()];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (const [code, child] of node.next) {
      let fallback = node.fail;
      while (fallback && !fallback.next.has(code)) fallback = fallback.fail;
      child.fail = fallback?.next.get(code) ?? root;
      child.out.push(...child.fail.out);
      queue.push(child);
    }
  }
}

function scan(root: Node, text: string, wholeWords: boolean): Hit[] {
  const hits: Hit[] = [];
  let node = root;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let child = node.next.get(code);
    while (!child && node.fail) {
      node = node.fail;
      child = node.next.get(code);
    }
    node = child ?? root;
    for (const { signal, length } of node.out) {
      const start = i + 1 - length;
      if (wholeWords && (isWordCode(text.charCodeAt(start - 1)) || isWordCode(text.charCodeAt(i + 1)))) continue;
      hits.push({ signal, start, end: i + 1 });
    }
  }
  return hits;
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);
}
