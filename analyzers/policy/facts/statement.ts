/** What all facts need of a sentence: its original wording, folded to single spaces, and where it stands. */
import type { Reading, Sentence } from '../reading';

/** Original wording of a sentence. */
export function wordingOf(reading: Reading, sentence: Sentence): string {
  return reading.document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim();
}

/** Adds a value once; comparison ignores white space and letter case. */
export function addOnce(values: string[], value: string): void {
  const key = (text: string) => text.replace(/\s+/g, '').toLowerCase();
  if (value !== '' && !values.some((other) => key(other) === key(value))) values.push(value);
}

/** A sentence that speaks of others' doings: third parties, software kits, partners. Their names and contacts are not the operator's. */
export function speaksOfOthers(sentence: Sentence): boolean {
  return sentence.signals.has('sdk') || (sentence.signals.has('third-party') && !sentence.signals.has('we')) || /sdk|第三方|合作(?:方|伙伴|商)|接入|委托/.test(sentence.text);
}
