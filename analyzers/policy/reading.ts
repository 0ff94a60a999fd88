/**
 * A policy read once for all duties: cut into sentences, each with its place, its section and the signals found in it.
 * Duties ask the reading; they never scan the text themselves.
 */
import type { Block, PolicyDocument } from '../artifacts';
import type { LanguageReader } from './language-reader';
import { requiredWays, requiredWords, type Clause } from './required-words';
import type { Hit, Signal } from './signals';
import { atOnce, type Stepwise } from './slices';
import { buildTermScanner, type TermScanner } from './term-scanner';

/** A passage of `PolicyDocument.text`, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A heading and what stands under it until the next heading of the same or a higher level. */
export interface Section {
  index: number;
  /** Heading's own sentence; absent for what stands before the first heading. */
  heading?: Sentence;
  /** 0 for what stands before the first heading, else 1 (highest) to 6. */
  level: number;
  parent?: Section;
}

export interface Sentence extends Span {
  index: number;
  /** The sentence folded for matching; its offsets are those of `hits`. */
  text: string;
  kind: Block['kind'];
  /** Index of the block in `PolicyDocument.blocks`. */
  block: number;
  section: Section;
  /** A heading by its block, or by its wording (table-of-contents lines included): names a matter, states nothing. */
  isHeading: boolean;
  /** Ends with a colon: what follows belongs to it. */
  opensList: boolean;
  hits: readonly Hit[];
  signals: ReadonlySet<Signal>;
  /** Table rows: folded cells, each with the folded wording of its column's header ('' where the table has none). */
  cells?: { text: string; header: string }[];
  isHeader?: boolean;
  /** Number of the table in the document. */
  table?: number;
  /** Offsets of folded characters relative to `start`. */
  offsets: Int32Array;
  /** How its block was read. */
  language: LanguageReader;
}

export interface Reading {
  document: PolicyDocument;
  language: LanguageReader['id'];
  sentences: readonly Sentence[];
  sections: readonly Section[];
  /** Whether any sentence has the signal. */
  has(signal: Signal): boolean;
  /** All sentences (headings too) that have every one of the signals, in order. */
  all(...signals: Signal[]): readonly Sentence[];
  /** Like `all`, without headings, table-of-contents lines, definitions, mere quotations of law and the items of a list of what is not done. */
  statements(...signals: Signal[]): readonly Sentence[];
  /** The sentence is an entry of a list of what is not done. */
  denies(sentence: Sentence): boolean;
  /** The sentence stands under a heading that has one of the signals. */
  under(sentence: Sentence, ...signals: Signal[]): boolean;
  /** The sentences after this one in the same section, at most `count`. */
  following(sentence: Sentence, count: number): readonly Sentence[];
  /** The sentences before this one in the same section, at most `count`, in order of the text. */
  preceding(sentence: Sentence, count: number): readonly Sentence[];
  /** Sentences of a section without those of its sub-sections. */
  inSection(section: Section): readonly Sentence[];
  /** Whether the clause denies what stands at the hit ("不会收集", "不与…共享"). */
  negated(sentence: Sentence, hit: Span): boolean;
  /** First hit of a signal in a sentence. */
  hit(sentence: Sentence, signal: Signal): Hit | undefined;
  /** The hit to show: in a sentence too long to be shown whole, the first that its clause does not deny. */
  telling(sentence: Sentence, signal: Signal): Hit | undefined;
  /** Whether two signals stand at most `gap` folded characters apart, in any order unless `ordered` (first before second). */
  near(sentence: Sentence, first: Signal, second: Signal, gap: number, ordered?: boolean): boolean;
  /** The line that opens the list in which this sentence is an entry ("We share only:"); an entry says little without it. */
  opener(sentence: Sentence): Sentence | undefined;
  /** The passage to show as proof: around the hit (or the whole sentence), cut at clause ends to 10 to 120 characters. */
  quote(sentence: Sentence, around?: Span): Span;
}

/** Bounds of a quote (the result's contract). */
export const QUOTE_LENGTH = { min: 10, max: 120 } as const;

/** A language's terms and patterns, made ready once. Signals are numbered: every sentence asks for them some hundred times. */
interface Prepared {
  scanner: TermScanner;
  numbers: ReadonlyMap<Signal, number>;
  /** `first`: the strongest of `words`, -1 where there is none. `words`: clauses of words without which the pattern cannot match; `ways`: one of these must hold whole, where there are any. */
  patterns: { signal: Signal; number: number; pattern: RegExp; first: number; words: number[]; ways: number[][]; needs: number[]; unless: number[] }[];
  /** The `first` of each pattern, side by side: most patterns are passed over by it alone. */
  firsts: Int16Array;
  /** 1 for each clause of the sentence at hand; used again for the next. */
  marks: Uint8Array;
  /** 1 for each signal of the sentence at hand; used again for the next. */
  has: Uint8Array;
}

/** Signals that duties count or compare; of the others the first hit in a sentence stands for all. */
const EVERY_HIT: ReadonlySet<Signal> = new Set<Signal>(['data-concrete', 'org-named', 'recipient-kind', 'delete', 'anonymise', 'cancel-account']);

const prepared = new WeakMap<LanguageReader, Prepared>();

function preparedFor(language: LanguageReader): Prepared {
  let ready = prepared.get(language);
  if (!ready) {
    ready = prepare(language);
    prepared.set(language, ready);
  }
  return ready;
}

function prepare(language: LanguageReader): Prepared {
  const numbers = new Map<Signal, number>();
  const numberOf = (signal: Signal): number => {
    if (!numbers.has(signal)) numbers.set(signal, numbers.size);
    return numbers.get(signal)!;
  };
  for (const { terms } of language.sources) for (const signal of Object.keys(terms) as Signal[]) numberOf(signal);
  const clauses: Clause[] = [];
  const clauseNumbers = new Map<string, number>();
  const numberOfClause = (clause: Clause): number => {
    const key = clause.join('|');
    if (!clauseNumbers.has(key)) clauseNumbers.set(key, clauses.push(clause) - 1);
    return clauseNumbers.get(key)!;
  };
  const patterns = language.sources.flatMap((source) => source.patterns).map(({ signal, pattern, needs, unless }) => ({
    first: -1,
    signal, number: numberOf(signal), pattern, words: requiredWords(pattern).map(numberOfClause), ways: requiredWays(pattern).map((way) => way.map(numberOfClause)),
    needs: (needs ?? []).map(numberOf), unless: (unless ?? []).map(numberOf),
  }));
  for (const pattern of patterns) pattern.first = pattern.words[0] ?? -1;
  const scanner = buildTermScanner(language.sources.map((source) => source.terms), language.wholeWords, clauses, numberOf, (signal) => language.refine !== undefined || EVERY_HIT.has(signal));
  return { scanner, numbers, patterns, firsts: Int16Array.from(patterns, ({ first }) => first), marks: new Uint8Array(clauses.length), has: new Uint8Array(numbers.size) };
}

/**
 * Reads a document in one pass. Cost is linear in its length.
 * @param readerOf how to read a block that is not in the document's main language
 */
export function readPolicy(document: PolicyDocument, language: LanguageReader, readerOf?: (text: string) => LanguageReader): Reading {
  return atOnce(readingSteps(document, language, readerOf));
}

/** Like `readPolicy`, a few sentences a step. */
export function* readingSteps(document: PolicyDocument, language: LanguageReader, readerOf: (text: string) => LanguageReader = () => language): Stepwise<Reading> {
  return readingFrom(document, language, yield* cutDocument(document, readerOf));
}

function readingFrom(document: PolicyDocument, language: LanguageReader, { sentences, sections }: Cut): Reading {
  const bySignal = new Map<Signal, Sentence[]>();
  for (const sentence of sentences) {
    for (const signal of sentence.signals) {
      const list = bySignal.get(signal);
      if (list) list.push(sentence);
      else bySignal.set(signal, [sentence]);
    }
  }
  const bySection = new Map<Section, Sentence[]>();
  for (const sentence of sentences) {
    const list = bySection.get(sentence.section);
    if (list) list.push(sentence);
    else bySection.set(sentence.section, [sentence]);
  }

  const all = (...signals: Signal[]): readonly Sentence[] => {
    const [first, ...rest] = signals;
    if (first === undefined) return sentences;
    const lists = bySignal.get(first) ?? [];
    return rest.length === 0 ? lists : lists.filter((sentence) => rest.every((signal) => sentence.signals.has(signal)));
  };
  const above = new Map<Section, ReadonlySet<Signal>>();
  /** Signals of all headings over a section, its own first. */
  const headingSignals = (section: Section): ReadonlySet<Signal> => {
    let found = above.get(section);
    if (!found) {
      const outer = section.parent ? headingSignals(section.parent) : undefined;
      const own = section.heading?.signals;
      found = own && outer?.size ? new Set([...own, ...outer]) : (own ?? outer ?? new Set());
      above.set(section, found);
    }
    return found;
  };
  const denied = itemsOfDenials(sentences);
  const states = (sentence: Sentence): boolean =>
    !sentence.isHeading && !sentence.signals.has('definition') && !sentence.signals.has('law-quote') && !denied.has(sentence);
  const neighbours = (sentence: Sentence, from: number, to: number): readonly Sentence[] => {
    const found: Sentence[] = [];
    for (let i = Math.max(0, from); i < Math.min(sentences.length, to); i++) {
      const other = sentences[i]!;
      if (other.section === sentence.section || isInside(other.section, sentence.section)) found.push(other);
    }
    return found;
  };

  return {
    document,
    language: language.id,
    sentences,
    sections,
    has: (signal) => bySignal.has(signal),
    all,
    statements: (...signals) => all(...signals).filter(states),
    denies: (sentence) => denied.has(sentence),
    under: (sentence, ...signals) => {
      const above = headingSignals(sentence.section);
      for (let i = 0; i < signals.length; i++) if (above.has(signals[i]!)) return true;
      return false;
    },
    following: (sentence, count) => neighbours(sentence, sentence.index + 1, sentence.index + 1 + count),
    preceding: (sentence, count) => neighbours(sentence, sentence.index - count, sentence.index),
    inSection: (section) => bySection.get(section) ?? [],
    negated: (sentence, hit) => sentence.language.negates(clauseBefore(sentence.text, hit.start, sentence.language.clauseBreak)),
    hit: (sentence, signal) => sentence.hits.find((hit) => hit.signal === signal),
    telling: (sentence, signal) => tellingHit(sentence, signal),
    near: (sentence, first, second, gap, ordered = false) => near(sentence, first, second, gap, ordered),
    quote: (sentence, around) => withOpener(quoteSpan(document.text, sentence, around, sentence.language), sentence, openerOf(sentences, sentence)),
    opener: (sentence) => openerOf(sentences, sentence),
  };
}

/** The longest entry of a list of what is not collected, and the longest heading over one: such lists name kinds of data. */
const LONGEST_ITEM = 60;
const LONGEST_DENIAL = 24;
/** Alphabets need about as many times more characters for the same words. */
const ALPHABETIC = 3;

/** "We do not collect: · your place · your contacts": the entries of such lists say the contrary of what they would say alone. */
function itemsOfDenials(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const items = new Set<Sentence>();
  for (const opener of sentences) {
    const all = opener.hits.find((hit) => hit.signal === 'denies-list');
    const denial = all ?? opener.hits.find((hit) => hit.signal === 'denies-collecting' || (hit.signal === 'tools-denied' && opener.opensList));
    if (!denial || (!all && (opener.signals.has('condition') || opener.signals.has('consent')))) continue;
    const ending = denial.end >= opener.text.length - 6;
    const scale = opener.language.wholeWords ? ALPHABETIC : 1;
    if (!opener.opensList && !(ending && opener.text.length <= LONGEST_DENIAL * scale)) continue;
    for (let i = opener.index + 1; i < sentences.length; i++) {
      const item = sentences[i]!;
      if (item.isHeading || item.opensList || (item.kind !== 'list-item' && /。$/.test(item.text))) break;
      const isOther = item.text.length > LONGEST_ITEM * scale || item.signals.has('we') || item.signals.has('negation');
      // Below a heading every entry denies, those that say so again too.
      if (isOther && !((opener.isHeading || opener.opensList) && item.kind === 'list-item')) break;
      // What an entry goes on to say is no longer what is denied.
      const isFirst = sentences[i - 1]!.block !== item.block;
      if (!isOther && isFirst) items.add(item);
    }
  }
  return items;
}

function isInside(section: Section, outer: Section): boolean {
  for (let at = section.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

interface Cut {
  sentences: Sentence[];
  sections: Section[];
}

/** Sentences of one long block that are searched in one step. */
const SENTENCES_A_STEP = 16;

/** Cuts and searches the document block by block. */
function* cutDocument(document: PolicyDocument, readerOf: (text: string) => LanguageReader): Stepwise<Cut> {
  const root: Section = { index: 0, level: 0 };
  const sections = [root];
  const sentences: Sentence[] = [];
  let section = root;
  let headerCells: string[] = [];
  let headerTable = -1;

  const add = (block: Block, blockIndex: number, start: number, end: number, language: LanguageReader): Sentence | undefined => {
    const original = document.text.slice(start, end);
    const folded = language.fold(original);
    if (folded.text.length === 0) return undefined;
    const { hits, signals } = findSignals(folded.text, preparedFor(language), language);
    const sentence: Sentence = {
      index: sentences.length,
      start,
      end,
      text: folded.text,
      kind: block.kind,
      block: blockIndex,
      section,
      isHeading: block.kind === 'heading' || (block.kind !== 'table-row' && language.looksLikeHeading(folded.text)),
      opensList: /[:：]$/.test(folded.text),
      hits,
      signals,
      offsets: folded.offsets,
      language,
    };
    sentences.push(sentence);
    return sentence;
  };

  for (const [blockIndex, block] of document.blocks.entries()) {
    if (blockIndex > 0) yield undefined;
    const text = document.text.slice(block.start, block.end);
    const language = readerOf(text);
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      let parent: Section = section;
      while (parent.level >= level && parent.parent) parent = parent.parent;
      section = { index: sections.length, level, parent };
      sections.push(section);
      section.heading = add(block, blockIndex, block.start, block.end, language);
      continue;
    }
    if (block.kind === 'table-row') {
      const row = add(block, blockIndex, block.start, block.end, language);
      if (!row) continue;
      const cells = (block.cells ?? []).map((cell) => language.fold(document.text.slice(cell.start, cell.end)).text);
      row.table = block.table;
      row.isHeader = block.isHeader === true;
      if (row.isHeader) {
        headerCells = cells;
        headerTable = block.table ?? -1;
      }
      const headers = headerTable === block.table ? headerCells : [];
      row.cells = cells.map((text, i) => ({ text, header: headers[i] ?? '' }));
      continue;
    }
    let from = block.start;
    for (const [i, end] of language.cut(text).entries()) {
      if (i > 0 && i % SENTENCES_A_STEP === 0) yield undefined;
      add(block, blockIndex, from, block.start + end, language);
      from = block.start + end;
    }
  }
  return { sentences, sections };
}

function findSignals(text: string, ready: Prepared, language: LanguageReader): { hits: Hit[]; signals: Set<Signal> } {
  const { patterns, firsts, marks, has } = ready;
  marks.fill(0);
  has.fill(0);
  const hits = ready.scanner.scan(text, marks, has);
  for (let i = 0; i < patterns.length; i++) {
    const first = firsts[i]!;
    if (first >= 0 && marks[first] === 0) continue;
    const candidate = patterns[i]!;
    const { signal, number, pattern, words, ways, needs, unless } = candidate;
    if (!hasAll(marks, words) || !hasAll(has, needs) || hasAny(has, unless) || !hasWay(marks, ways)) continue;
    const match = pattern.exec(text);
    if (!match) continue;
    hits.push({ signal, start: match.index, end: match.index + match[0].length });
    has[number] = 1;
  }
  const found = new Set<Signal>();
  for (const hit of hits) found.add(hit.signal);
  if (language.refine && hits.length > 0) {
    const { dropped } = language.refine(text, hits);
    if (dropped.length > 0) {
      for (const signal of dropped) found.delete(signal);
      return { hits: hits.filter((hit) => found.has(hit.signal)), signals: found };
    }
  }
  return { hits, signals: found };
}

function hasAll(has: Uint8Array, numbers: readonly number[]): boolean {
  for (let i = 0; i < numbers.length; i++) if (has[numbers[i]!] === 0) return false;
  return true;
}

/** Whether one of the ways holds whole; no ways ask for nothing. */
function hasWay(has: Uint8Array, ways: readonly (readonly number[])[]): boolean {
  for (let i = 0; i < ways.length; i++) if (hasAll(has, ways[i]!)) return true;
  return ways.length === 0;
}

function hasAny(has: Uint8Array, numbers: readonly number[]): boolean {
  for (let i = 0; i < numbers.length; i++) if (has[numbers[i]!] === 1) return true;
  return false;
}

function tellingHit(sentence: Sentence, signal: Signal): Hit | undefined {
  const { text, language } = sentence;
  const first = sentence.hits.find((hit) => hit.signal === signal);
  const isDenied = (hit: Span): boolean => language.negates(clauseBefore(text, hit.start, language.clauseBreak));
  if (!first || text.length <= QUOTE_LENGTH.max || !isDenied(first)) return first;
  for (const { signal: other, pattern } of language.sources.flatMap(({ patterns }) => patterns)) {
    if (other !== signal) continue;
    const rest = pattern.exec(text.slice(first.end));
    const later = rest && { signal, start: first.end + rest.index, end: first.end + rest.index + rest[0].length };
    if (later && !isDenied(later)) return later;
  }
  return first;
}

function clauseBefore(text: string, at: number, clauseBreak: RegExp): string {
  let from = at;
  while (from > 0 && at - from < 40 && !clauseBreak.test(text[from - 1]!)) from--;
  return text.slice(from, at);
}

function near(sentence: Sentence, first: Signal, second: Signal, gap: number, ordered: boolean): boolean {
  const ones = sentence.hits.filter((hit) => hit.signal === first);
  const others = sentence.hits.filter((hit) => hit.signal === second);
  return ones.some((a) => others.some((b) => (b.start >= a.end - 1 ? b.start - a.end <= gap : !ordered && a.start - b.end <= gap)));
}

/** Entries a list may have before one whose opening line still counts. */
const LONGEST_LIST = 8;

function openerOf(sentences: readonly Sentence[], sentence: Sentence): Sentence | undefined {
  if (sentence.kind !== 'list-item' || sentence.opensList) return undefined;
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - LONGEST_LIST); i--) {
    const before = sentences[i]!;
    if (before.opensList) return before;
    if (before.kind !== 'list-item') return undefined;
  }
  return undefined;
}

/** A whole first entry is shown with the line above it where both fit into one quote. */
function withOpener(quote: Span, sentence: Sentence, opener: Sentence | undefined): Span {
  const fits = opener?.index === sentence.index - 1 && quote.start >= opener.end && quote.start <= sentence.start + 2 && quote.end - opener.start <= QUOTE_LENGTH.max;
  return fits ? { start: opener.start, end: quote.end } : quote;
}

function quoteSpan(text: string, sentence: Sentence, around: Span | undefined, { clauseBreak }: LanguageReader): Span {
  let start = sentence.start;
  let end = sentence.end;
  if (end - start > QUOTE_LENGTH.max && around) {
    const hitStart = sentence.start + sentence.offsets[around.start]!;
    const hitEnd = Math.max(hitStart + 1, sentence.start + sentence.offsets[around.end]!);
    start = backToBreak(text, hitStart, Math.max(sentence.start, hitEnd - QUOTE_LENGTH.max, hitStart - QUOTE_LENGTH.max / 2), clauseBreak);
    end = onToBreak(text, hitEnd, Math.min(sentence.end, start + QUOTE_LENGTH.max), clauseBreak);
    // "We collect: this, that and …": a list is shown as far as there is room, not left at its colon.
    if (end < sentence.end && end - start < QUOTE_LENGTH.max / 2) end = onToBreak(text, end, Math.min(sentence.end, start + QUOTE_LENGTH.max), LIST_BREAK);
    // No clause ends near: at least no word is cut in two.
    while (start > sentence.start && start < hitStart && /\w/.test(text[start - 1]!)) start++;
    while (end < sentence.end && end > hitEnd && /\w/.test(text[end]!) && /\w/.test(text[end - 1]!)) end--;
  }
  // What a list opens proves little without its first entries, "Name: …" little without "Purpose: …".
  if ((sentence.opensList || LABELLED.test(sentence.text)) && end === sentence.end && end - start <= QUOTE_LENGTH.max / 2) end = onToLines(text, end, Math.min(text.length, start + QUOTE_LENGTH.max));
  // A heading names a matter; what is said of it stands below.
  if (sentence.isHeading && end === sentence.end && end - start <= QUOTE_LENGTH.max / 2) end = Math.max(onToLines(text, end, Math.min(text.length, start + QUOTE_LENGTH.max)), onToBreak(text, end, Math.min(text.length, start + QUOTE_LENGTH.max), clauseBreak));
  // Too short to prove anything: take in what stands before and after, across line breaks.
  if (end - start < QUOTE_LENGTH.min && end < text.length) {
    end = Math.min(text.length, start + QUOTE_LENGTH.min);
    for (const most = Math.min(text.length, start + QUOTE_LENGTH.max / 2); end < most && text[end] !== '\n'; ) end++;
  }
  while (end - start < QUOTE_LENGTH.min && start > 0) start--;
  end = Math.min(end, start + QUOTE_LENGTH.max);
  while (start < end - QUOTE_LENGTH.min && /\s/.test(text[start]!)) start++;
  while (end > start + QUOTE_LENGTH.min && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Between the entries of a list inside a sentence. */
const LIST_BREAK = /[、,，/ ]/;

/** A line that gives one value under a short label. */
const LABELLED = /^[^，。；：:,;]{1,14}[：:]/;

/** The end of the last whole line that ends at or before `most`, at least `from`. */
function onToLines(text: string, from: number, most: number): number {
  const cut = text.length <= most ? most : text.lastIndexOf('\n', most);
  return Math.max(from, cut);
}

/** The earliest clause start at or after `least` and at or before `from`. */
function backToBreak(text: string, from: number, least: number, clauseBreak: RegExp): number {
  for (let i = least; i < from; i++) if (i === 0 || clauseBreak.test(text[i - 1]!)) return i;
  return Math.max(0, least);
}

/** The last clause end at or before `most` and after `from`. */
function onToBreak(text: string, from: number, most: number, clauseBreak: RegExp): number {
  for (let i = most; i > from; i--) if (clauseBreak.test(text[i - 1]!)) return i;
  return Math.max(from, most);
}
