import type { Sentence } from './reading';

/** The sentences once each, the highest score first, equal ones in the order of the text. */
export function ranked(sentences: Iterable<Sentence>, score: (sentence: Sentence) => number): Sentence[] {
  const scored = [...new Set(sentences)].map((sentence) => ({ sentence, points: score(sentence) }));
  scored.sort((a, b) => b.points - a.points || a.sentence.index - b.sentence.index);
  return scored.map(({ sentence }) => sentence);
}

/** 1 for true: lets a score read as a sum. */
export const point = (condition: boolean): number => Number(condition);
