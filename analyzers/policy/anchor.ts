/**
 * From a passage of a policy's text back to the page: an anchor is made where the text is (offsets into `PolicyDocument.text`) and found
 * again among the text nodes of the live page. Reading a page folds white space, drops invisible characters and navigation, and moves
 * the footer; so an anchor keeps the passage and its surroundings without any of that, and tells repeated passages apart by what stands around them.
 */
import { SKIPPED } from './dom-blocks';

/** Small enough to be stored beside a quote and sent to a content script. All texts are normalised (see `normalise`). */
export interface TextAnchor {
  quote: string;
  /** Up to `CONTEXT_CHARS` before and after the quote. */
  before: string;
  after: string;
  /** Where in the text the quote begins, 0 to 1: decides between repetitions with the same surroundings. */
  position: number;
}

/** A part of one text node; offsets are UTF-16 units of the node's own data. */
export interface NodeRange {
  /** Index into the list of texts that was searched. */
  node: number;
  start: number;
  end: number;
}

/** Characters kept before and after a quote: enough to tell entries of one list apart. */
const CONTEXT_CHARS = 40;

/** Longest quote kept, normalised characters; of a longer one head and tail are kept by `findAnchor`'s second way. */
const QUOTE_CHARS = 600;

/** Characters of a page that are searched; more than any policy that is judged. */
const PAGE_CHARS = 4_000_000;

/** Repetitions of one quote that are compared. */
const MOST_REPEATS = 2_000;

/** Head and tail of a quote that must be found when the whole is not, normalised characters. */
const END_CHARS = 12;

/** How much longer than the quote a passage may be that only begins and ends like it. */
const STRETCH = 3;

/**
 * Makes an anchor.
 * @param text text of the document
 * @param start,end the passage, UTF-16 units
 * @returns undefined where the passage holds nothing that can be seen
 */
export function anchorOf(text: string, start: number, end: number): TextAnchor | undefined {
  const quote = normalise(text.slice(start, end)).slice(0, QUOTE_CHARS);
  if (quote === '') return undefined;
  // White space and invisible characters take room too: twice the length gives enough of the rest.
  const before = normalise(text.slice(Math.max(0, start - CONTEXT_CHARS * 2), start)).slice(-CONTEXT_CHARS);
  const after = normalise(text.slice(end, end + CONTEXT_CHARS * 2)).slice(0, CONTEXT_CHARS);
  return { quote, before, after, position: text.length === 0 ? 0 : start / text.length };
}

/**
 * Finds an anchor among the texts of a page.
 * @param texts data of the text nodes, in order of the page (see `textNodesOf`)
 * @returns the parts of the nodes that hold the passage, in order, none of them only white space; undefined where it is not found
 */
export function findAnchor(texts: readonly string[], anchor: TextAnchor): NodeRange[] | undefined {
  if (anchor.quote === '') return undefined;
  const page = index(texts);
  const at = bestOf(page.text, occurrences(page.text, anchor.quote), anchor);
  if (at !== undefined) return rangesOf(page, texts, at, at + anchor.quote.length);
  const stretched = findEnds(page.text, anchor);
  return stretched && rangesOf(page, texts, stretched.start, stretched.end);
}

/**
 * Text nodes below an element that may hold text of a document, in order. Works on any DOM, without recursion.
 * @param most nodes after which no more are given
 */
export function textNodesOf(root: Node, most = 200_000): Text[] {
  const nodes: Text[] = [];
  let node: Node | null = root.firstChild;
  while (node && nodes.length < most) {
    if (node.nodeType === 3) nodes.push(node as Text);
    const enters = node.nodeType === 1 && node.firstChild !== null && !SKIPPED.has((node as Element).localName.toLowerCase());
    let next: Node | null = enters ? node.firstChild : node.nextSibling;
    for (let up: Node | null = node; !next && up; ) {
      up = up.parentNode;
      if (!up || up === root) break;
      next = up.nextSibling;
    }
    node = next;
  }
  return nodes;
}

/** What a character counts as when passages are compared; '' for what is not seen. Never more than one character. */
function normaliseCode(code: number): number {
  // White space, controls, soft hyphens, zero-width and direction characters.
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xad || code === 0x3000 || code === 0xfeff || code === 0xfffc) return 0;
  if (code >= 0x2000 && code <= 0x200f || code >= 0x2028 && code <= 0x202f || code >= 0x205f && code <= 0x2064) return 0;
  // Full-width letters, digits and marks.
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return half >= 65 && half <= 90 ? half + 32 : half;
}

function normalise(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = normaliseCode(text.charCodeAt(i));
    if (code) out += String.fromCharCode(code);
  }
  return out;
}

/** The page as one normalised text, each character with its node and its place in it. */
interface Page {
  text: string;
  nodes: Uint32Array;
  offsets: Uint32Array;
}

function index(texts: readonly string[]): Page {
  const total = Math.min(PAGE_CHARS, texts.reduce((sum, text) => sum + text.length, 0));
  const nodes = new Uint32Array(total);
  const offsets = new Uint32Array(total);
  const parts: string[] = [];
  let count = 0;
  for (let node = 0; node < texts.length && count < total; node++) {
    const text = texts[node]!;
    let part = '';
    for (let i = 0; i < text.length && count < total; i++) {
      const code = normaliseCode(text.charCodeAt(i));
      if (!code) continue;
      nodes[count] = node;
      offsets[count++] = i;
      part += String.fromCharCode(code);
    }
    parts.push(part);
  }
  return { text: parts.join(''), nodes, offsets };
}

function occurrences(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && found.length < MOST_REPEATS; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}

/** The occurrence whose surroundings are most like the anchor's; of equals the one closest to its place. */
function bestOf(text: string, places: readonly number[], { quote, before, after, position }: TextAnchor): number | undefined {
  let best: { at: number; likeness: number; distance: number } | undefined;
  for (const at of places) {
    const end = at + quote.length;
    let likeness = 0;
    for (let i = 1; i <= before.length && text[at - i] === before[before.length - i]; i++) likeness++;
    for (let i = 0; i < after.length && text[end + i] === after[i]; i++) likeness++;
    const distance = Math.abs(at / Math.max(1, text.length) - position);
    if (!best || likeness > best.likeness || (likeness === best.likeness && distance < best.distance)) best = { at, likeness, distance };
  }
  return best?.at;
}

/** A passage that begins and ends like the quote and is not much longer: something stands in the page that reading left out (a footnote, a button). */
function findEnds(text: string, anchor: TextAnchor): { start: number; end: number } | undefined {
  const { quote } = anchor;
  if (quote.length < END_CHARS * 2) return undefined;
  const head = quote.slice(0, END_CHARS);
  const tail = quote.slice(-END_CHARS);
  const lengthAt = (start: number) => text.slice(start, start + quote.length * STRETCH).indexOf(tail, END_CHARS) + END_CHARS;
  const starts = occurrences(text, head).filter((start) => lengthAt(start) > END_CHARS);
  const start = bestOf(text, starts, { ...anchor, quote: head, after: '' });
  return start === undefined ? undefined : { start, end: start + lengthAt(start) };
}

function rangesOf(page: Page, texts: readonly string[], start: number, end: number): NodeRange[] {
  const ranges: NodeRange[] = [];
  for (let i = start; i < end; i++) {
    const node = page.nodes[i]!;
    const last = ranges[ranges.length - 1];
    const offset = page.offsets[i]!;
    if (last?.node === node) last.end = offset + 1;
    else ranges.push({ node, start: offset, end: offset + 1 });
  }
  // A character of two units is not cut in half.
  for (const range of ranges) if (/[\ud800-\udbff]/.test(texts[range.node]![range.end - 1] ?? '')) range.end++;
  return ranges;
}
