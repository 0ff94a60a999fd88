/** How fast policies are judged: absolute, against one pass of a 500-term alternation, and how it grows with length. */
import type { PolicyDocument } from '../../analyzers/artifacts';
import { analyzePolicy } from '../../analyzers/policy/analyze';
import { toDocument } from './documents';
import { median, quartiles } from './statistics';

export interface Speed {
  /** Milliseconds per 10,000 characters: median, first and third quartile. */
  per10k: [number, number, number];
  /** Judging over one pass of the alternation, each pair measured in turn on the same text: median, first and third quartile. */
  ratio: [number, number, number];
  /** Fastest judging over fastest pass, the median of the places: what a quiet machine would show. */
  ratioOfFastest: number;
  /** Milliseconds of one pass over 15,000 characters. */
  passMs: number;
  /** Characters and milliseconds of documents ten times as long each. */
  growth: { characters: number; ms: number }[];
}

/** Length of the documents that the budget is on. */
const LENGTH = 15_000;
/** Different documents of that length, from places spread over the text. */
const PLACES = 6;
const ROUNDS = 12;
/** Rounds before that, for the compiler. */
const WARM_UP = 6;
/** A pass takes part of a millisecond: several are timed together. */
const PASSES = 10;

/** @param texts policies to measure on; too little text is repeated. */
export function measureSpeed(texts: readonly string[]): Speed {
  const text = texts.join('\n');
  const alternation = fiveHundredTerms(text);
  const documents = Array.from({ length: PLACES }, (_, i) => slice(text, Math.floor((text.length / PLACES) * i), LENGTH));
  for (let i = 0; i < WARM_UP; i++) for (const document of documents) pair(document, alternation);
  const pairs = Array.from({ length: ROUNDS }, () => documents.map((document) => pair(document, alternation))).flat();
  return {
    per10k: quartiles(pairs.map(({ judging, characters }) => (judging / characters) * 10_000)),
    ratio: quartiles(pairs.map(({ judging, pass }) => judging / pass)),
    ratioOfFastest: median(documents.map((_, i) => fastest(pairs, i, 'judging') / fastest(pairs, i, 'pass'))),
    passMs: median(pairs.map(({ pass }) => pass)),
    growth: [LENGTH, LENGTH * 10, LENGTH * 100].map((characters) => {
      const document = slice(text, 0, Math.min(characters, 1_000_000));
      const times = Array.from({ length: characters > 200_000 ? 3 : 7 }, () => timed(() => judge(document)));
      return { characters: document.text.length, ms: Math.min(...times) };
    }),
  };
}

interface Pair {
  judging: number;
  pass: number;
  characters: number;
}

function pair(document: PolicyDocument, alternation: RegExp): Pair {
  const judging = timed(() => judge(document));
  const pass = timed(() => {
    for (let i = 0; i < PASSES; i++) document.text.match(alternation);
  }) / PASSES;
  return { judging, pass, characters: document.text.length };
}

/** A new object each time: the reading of a document is kept with it, and to be measured too. */
const judge = (document: PolicyDocument): unknown => analyzePolicy({ ...document }, { id: 'bench', lang: 'zh-CN' });

/** Milliseconds of processor time: wall time would measure the neighbours too. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** Pairs stand in rounds of `PLACES`; the fastest of one place. */
function fastest(pairs: readonly Pair[], place: number, what: 'judging' | 'pass'): number {
  return Math.min(...pairs.filter((_, i) => i % PLACES === place).map((one) => one[what]));
}

function slice(text: string, from: number, length: number): PolicyDocument {
  const long = text.slice(from) + '\n' + text.repeat(Math.max(0, Math.ceil((length - text.length + from) / text.length)));
  return toDocument(long.slice(0, length));
}

/** The 500 commonest four-character strings of the text: as many hits as an alternation can have. */
function fiveHundredTerms(text: string): RegExp {
  const counts = new Map<string, number>();
  for (const [term] of text.matchAll(/[一-龥]{4}/g)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const terms = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 500).map(([term]) => term);
  return new RegExp(terms.join('|'), 'g');
}
