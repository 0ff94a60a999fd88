/**
 * A linear model that tells what a sentence of a Chinese policy is about. Trained by `scripts/train-topics.ts` on CAPP-130
 * (Zhu et al., NeurIPS 2023; data CC BY 4.0); only numbers derived from it are part of this project, see NOTICE.
 */
import { Features, isTitle } from './features';
import WEIGHTS from './weights.json';

/** The topics of CAPP-130, and whether a sentence is one that a summary should hold. */
export const TOPICS = [
  'collection', 'permissions', 'sharing', 'use', 'storage', 'security', 'special-groups', 'control', 'contact', 'changes', 'closing',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Columns of the model: the topics, and importance. */
export const COLUMNS = [...TOPICS, 'important'] as const;
export type Column = (typeof COLUMNS)[number];

/** The model's numbers as they are kept: small enough to ship, exact enough to lose nothing. */
export interface KeptWeights {
  /** Where the numbers come from, kept beside them wherever they go. */
  attribution: string;
  /** Features are hashed into 2 to this many buckets. */
  bits: number;
  /** What one step of a column's weights is worth. */
  steps: number[];
  biases: number[];
  /** A sentence is of a topic when its score is above this. */
  thresholds: number[];
  /** Weights bucket by bucket, column by column, those that are not 0: number of zeros before it, then the weight; base64. */
  data: string;
}

/** A run of zeros longer than this is told in several bytes. */
const LONGEST_GAP = 255;

/** Packs weights for `KeptWeights.data`. @param weights whole numbers from -127 to 127 */
export function packWeights(weights: Int8Array): Uint8Array {
  const bytes: number[] = [];
  let gap = 0;
  for (const weight of weights) {
    if (weight === 0) {
      gap++;
      continue;
    }
    for (; gap >= LONGEST_GAP; gap -= LONGEST_GAP) bytes.push(LONGEST_GAP);
    bytes.push(gap, weight & 0xff);
    gap = 0;
  }
  return Uint8Array.from(bytes);
}

/** The reverse of `packWeights`. @param length number of weights, zeros included */
export function unpackWeights(bytes: Uint8Array, length: number): Int8Array {
  const weights = new Int8Array(length);
  let place = 0;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const gap = bytes[at]!;
    place += gap;
    if (gap === LONGEST_GAP) continue;
    if (place >= length) break;
    weights[place++] = bytes[++at]!;
  }
  return weights;
}

/** Scores of one sentence, in the order of `COLUMNS`, as distances from the column's threshold: above 0 means yes. */
export type Scores = Float32Array;

export class TopicModel {
  private readonly weights: Int8Array;
  private readonly features: Features;

  constructor(private readonly kept: KeptWeights) {
    const bytes = Uint8Array.from(atob(kept.data), (character) => character.charCodeAt(0));
    this.weights = unpackWeights(bytes, COLUMNS.length << kept.bits);
    this.features = new Features(kept.bits);
  }

  /** Scores of one sentence under a heading (both folded). */
  score(text: string, heading: string): Scores {
    const { weights, features } = this;
    const { steps, biases, thresholds } = this.kept;
    const sums = new Float32Array(COLUMNS.length);
    features.read(text, heading);
    for (let at = 0; at < features.count; at++) {
      const value = features.values[at]!;
      const row = features.buckets[at]! * COLUMNS.length;
      for (let column = 0; column < COLUMNS.length; column++) sums[column]! += value * weights[row + column]!;
    }
    for (let column = 0; column < COLUMNS.length; column++) sums[column] = sums[column]! * steps[column]! + biases[column]! - thresholds[column]!;
    return sums;
  }
}

let shipped: TopicModel | undefined;

/** Scores any of some sentences that stand one after the other (folded), by its place. */
export function sentenceScorer(texts: readonly string[]): (place: number) => Scores {
  const model = (shipped ??= new TopicModel(WEIGHTS));
  let heading = '';
  const headings = texts.map((text) => {
    const above = heading;
    if (isTitle(text)) heading = text;
    return above;
  });
  return (place) => model.score(texts[place]!, headings[place]!);
}

/** Scores of sentences that stand one after the other (folded). */
export function scoreSentences(texts: readonly string[]): Scores[] {
  const score = sentenceScorer(texts);
  return texts.map((_, place) => score(place));
}

/** Topics of sentences that stand one after the other (folded), each with its score above the threshold, the surest first. */
export function topicsOf(texts: readonly string[]): { topic: Topic; score: number }[][] {
  return scoreSentences(texts).map((scores) =>
    TOPICS.map((topic, i) => ({ topic, score: scores[i]! })).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score));
}
