/**
 * The vocabulary between languages and duties: a language finds signals, a duty combines them. To add one, name it in the
 * file of its area and give its terms or patterns in each language's file of the same area.
 */
import type { CommonSignal } from './common';
import type { NoticeSignal } from './notice';
import type { RightsSignal } from './rights';

export type Signal = CommonSignal | NoticeSignal | RightsSignal;

/** Terms of a language: exact words, already folded (see `LanguageReader.fold`). */
export type Terms = Partial<Record<Signal, readonly string[]>>;

/** A wording that no list of words can catch. */
export interface SignalPattern {
  signal: Signal;
  /** Must be linear in time, without flags `g` and `y`. Runs on one folded sentence. */
  pattern: RegExp;
  /** Signals the sentence must have already (from terms or earlier patterns): keeps most patterns from running at all. */
  needs?: readonly Signal[];
  /** The sentence must have none of these. */
  unless?: readonly Signal[];
}

/** What a language gives for one area. */
export interface SignalSource {
  terms: Terms;
  patterns: readonly SignalPattern[];
}

/** A signal at a place; offsets into the folded sentence. */
export interface Hit {
  signal: Signal;
  start: number;
  end: number;
}
