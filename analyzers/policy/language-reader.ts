/** What a language must give so that its policies can be read. Chinese is in `zh/`, English in `en/`. */
import type { DutyLabel } from '../report';
import type { Hit, Signal, SignalSource } from './signals';

/** A copy of a text made for matching: one form for each letter, no stray spaces. */
export interface Folded {
  text: string;
  /** `offsets[i]` is the place of folded character `i` in the original; one entry more than characters, for the end. */
  offsets: Int32Array;
}

export interface LanguageReader {
  id: 'zh' | 'en';
  /** One form for full and half width, upper and lower case; never longer than the original. */
  fold(text: string): Folded;
  /** Ends of the sentences in one block of original text, ascending; the last is `text.length`. */
  cut(text: string): number[];
  /** Ends a part of a sentence: a pattern of one character. */
  clauseBreak: RegExp;
  /** Whether a statement is denied, given the words of the same clause before it (folded). */
  negates(before: string): boolean;
  /** A line that introduces or names a part rather than stating something, told by its wording (folded, without block kind). */
  looksLikeHeading(text: string): boolean;
  /** Terms count only between word boundaries (languages that write them). */
  wholeWords: boolean;
  sources: readonly SignalSource[];
  /**
   * Most confidence that an `absent` or `present` may have, where the language's reading is not yet measured well enough to
   * accuse by itself (see `ACCUSE_CONFIDENCE`).
   */
  mostAccusing?: number;
  /** Duties that `mostAccusing` does not bind: their accusations in this language have proved right. */
  proven?: ReadonlySet<string>;
  /** Most confidence of each answer, as counted on labelled policies in this language; absent where none was counted. */
  measured?: MeasuredConfidence;
  /** Words of each duty's matter, for a last look before a text is called silent on it. */
  loose?: LooseNet;
  /** What a closer look at a sentence takes back; for analysis too dear to run on every sentence. */
  refine?(text: string, hits: readonly Hit[]): Refinement;
}

/** By duty: lists of concepts, each of which must stand in one sentence; any list will do. */
export type LooseNet = Readonly<Record<string, readonly (readonly RegExp[])[]>>;

/** By duty and label, 0 to 1. */
export type MeasuredConfidence = Readonly<Record<string, Partial<Record<DutyLabel, number>>>>;

/** Confidence of an answer that no labelled policy has tried. */
export const UNTRIED = 0.5;

export interface Refinement {
  /** Signals that the sentence does not give after all. */
  dropped: readonly Signal[];
}
