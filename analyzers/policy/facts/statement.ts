/** What all facts need of a sentence: its original wording, folded to single spaces, and where it stands. */
import type { StatedFact } from '../../report';
import type { Reading, Sentence } from '../reading';
import { findOrganisations } from './organisations';
import type { OrganisationName } from './organisations';

/** Longest wording given as a statement, UTF-16 units. */
const STATEMENT_CHARS = 200;

/** Wordings and names are asked for by several facts; each sentence is taken from the text and searched once. */
interface Known {
  wording?: string;
  organisations?: readonly OrganisationName[];
}

const known = new WeakMap<Sentence, Known>();

function knownOf(sentence: Sentence): Known {
  let entry = known.get(sentence);
  if (!entry) {
    entry = {};
    known.set(sentence, entry);
  }
  return entry;
}

/** Original wording of a sentence. */
export function wordingOf(reading: Reading, sentence: Sentence): string {
  const entry = knownOf(sentence);
  return (entry.wording ??= reading.document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim());
}

/** Organisations that the wording of a sentence names, in order. */
export function organisationsOf(reading: Reading, sentence: Sentence): readonly OrganisationName[] {
  const entry = knownOf(sentence);
  return (entry.organisations ??= findOrganisations(wordingOf(reading, sentence)));
}

/** A sentence as a statement with its place; long ones are cut around the passage that matters. */
export function stated(reading: Reading, sentence: Sentence, around?: { start: number; end: number }): StatedFact {
  const { start, end } = sentence.end - sentence.start <= STATEMENT_CHARS ? sentence : reading.quote(sentence, around);
  const text = reading.document.text.slice(start, end);
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { text: trimmed, start: start + lead, end: start + lead + trimmed.length };
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
