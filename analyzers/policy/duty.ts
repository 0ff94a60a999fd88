/** The shape of a policy duty: one file in `duties/`, its file name is its id. */
import type { Basis, CategoryCode, DutyLabel, Severity } from '../report';
import { ranked } from './ranking';
import { QUOTE_LENGTH, type Reading, type Sentence, type Span } from './reading';
import type { Signal } from './signals';

/** What the text says on a duty. Quotes: at most three passages, none for `absent`, `na` and `none`. */
export interface DutyAnswer {
  label: DutyLabel;
  quotes: Span[];
  /** 0 to 1: expected share of such answers that are right, estimated on documents the duty was not written against. */
  confidence: number;
}

export interface Duty {
  id: string;
  /** `duty`: something the policy must say. `flag`: a clause that should not be there. */
  kind: 'duty' | 'flag';
  category: CategoryCode;
  severity: Severity;
  /** Statutes first, then departmental rules, then 认定方法 and standards. */
  basis: Basis[];
  /** What a plain `absent` (for flags: `present`) is worth: `violation` only where the law demands the statement of every policy. */
  whenAbsent: 'violation' | 'review';
  judge(reading: Reading): DutyAnswer;
}

/** Most passages that one answer shows. */
const MOST_QUOTES = 3;

/** Builds an answer; quotes beyond the third and those that repeat one are dropped. */
export function answer(label: DutyLabel, confidence: number, quotes: Span[] = []): DutyAnswer {
  const kept: Span[] = [];
  for (const quote of quotes) {
    if (kept.length === MOST_QUOTES) break;
    const shown = kept.find((other) => quote.start < other.end && other.start < quote.end);
    if (!shown) kept.push(quote);
    // What goes on beyond a passage shown already.
    else if (quote.start >= shown.start && quote.end - shown.end >= 2 * QUOTE_LENGTH.min) kept.push({ start: shown.end, end: quote.end });
  }
  return { label, confidence, quotes: label === 'absent' || label === 'na' || label === 'none' ? [] : kept };
}

/** Folded characters of an entry that means something only under the line that opens its list: "3. with your consent;". */
const BARE_ENTRY = 28;

/** The answer with the lines that open a list before the bare entries quoted from it, where there is room. */
export function withOpeners(reading: Reading, given: DutyAnswer): DutyAnswer {
  if (given.quotes.length === 0 || given.quotes.length >= MOST_QUOTES) return given;
  const quotes = given.quotes.flatMap((quote) => {
    const opener = bareEntryAt(reading, quote);
    return opener && opener.start < quote.start ? [reading.quote(opener), quote] : [quote];
  });
  return answer(given.label, given.confidence, quotes);
}

function bareEntryAt(reading: Reading, quote: Span): Sentence | undefined {
  const sentence = reading.sentences.find((s) => s.end > quote.start);
  return sentence && sentence.text.length <= BARE_ENTRY ? reading.opener(sentence) : undefined;
}

/** Passages to show from the first three sentences (repeated ones counted once), each around the first of the signals it has. */
export function quotesOf(reading: Reading, sentences: readonly Sentence[], ...signals: Signal[]): Span[] {
  return [...new Set(sentences)].slice(0, 3).map((sentence) => {
    const hit = signals.map((signal) => reading.telling(sentence, signal)).find((found) => found !== undefined);
    return reading.quote(sentence, hit);
  });
}

/** Passages of the sentences, each where most hits of the signal, or of those `prefers` takes, stand together: a long sentence proves a list by the list. */
export function richestQuotes(reading: Reading, sentences: readonly Sentence[], signal: Signal, prefers: (sentence: Sentence, hit: Span) => boolean = () => false): Span[] {
  return sentences.slice(0, 3).map((sentence) => {
    const all = sentence.hits.filter((hit) => hit.signal === signal);
    const preferred = all.filter((hit) => prefers(sentence, hit));
    const hits = preferred.length > 1 ? preferred : all;
    const count = (from: Span): number => hits.filter((hit) => hit.start >= from.start && hit.end - from.start <= WINDOW).length;
    const densest = hits.reduce<Span | undefined>((best, hit) => (best === undefined || count(hit) > count(best) ? hit : best), undefined);
    return reading.quote(sentence, densest);
  });
}

/** Folded characters of a list that fit into one quote. */
const WINDOW = 80;

/** Signals of a usable way to act: a menu path, a page, an address, a number, a person to talk to. */
export const WAYS: readonly Signal[] = ['way-menu', 'way-email', 'way-phone', 'way-address', 'way-service', 'way-form', 'way-section'];

/** Whether a sentence, or one of those next to it, tells a way to act. */
export function tellsWay(reading: Reading, sentence: Sentence, after = 2, before = 0): boolean {
  const around = [sentence, ...reading.following(sentence, after), ...(before > 0 ? reading.preceding(sentence, before) : [])];
  return around.some((other) => WAYS.some((way) => other.signals.has(way)));
}

/** Tells how clear a sentence is: each signal it has adds its weight. */
export function clarity(weights: Partial<Record<Signal, number>>): (sentence: Sentence) => number {
  const entries = Object.entries(weights) as [Signal, number][];
  return ({ signals }) => {
    let sum = 0;
    for (const [signal, weight] of entries) if (signals.has(signal)) sum += weight;
    return sum;
  };
}

/** Sentences once each with the clearest first; equal ones stay in the order of the text. */
export function clearest(sentences: readonly Sentence[], weights: Partial<Record<Signal, number>>): Sentence[] {
  return ranked(sentences, clarity(weights));
}

/**
 * Statements that no personal information is collected. Where they stand, what is said of collecting is said, and what is
 * not said of keeping is for a person to judge.
 */
export function deniesCollecting(reading: Reading): readonly Sentence[] {
  return reading.statements('collects-nothing').filter((sentence) => sentence.signals.has('we') || !sentence.signals.has('third-party'));
}

/** Confidence of accusations about keeping where nothing is said to be collected: too low to be shown as a violation. */
export const DOUBTFUL = 0.4;
