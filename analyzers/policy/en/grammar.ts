/**
 * What only grammar tells: which verb a denial governs, and who does it. Patterns choose the sentences; compromise tags
 * their words; the walk over the tags is ours. The tagger is large, so it is loaded only when an English policy is at hand
 * (`loadGrammar`); until then sentences keep what the patterns found.
 */
import type nlp from 'compromise/two';
import type { Refinement } from '../language-reader';
import type { Hit, Signal } from '../signals';

type Tagger = typeof nlp;

interface Word {
  text: string;
  start: number;
  tags: ReadonlySet<string>;
}

/** Signals that say nothing, or the contrary, when their verb is denied. */
const DENIABLE: ReadonlySet<Signal> = new Set<Signal>(['shares', 'profiling', 'abroad-declared', 'use-is-consent', 'third-party-service', 'automatic', 'from-others']);
/** Rights: what the operator itself does is no offer to the person. */
const RIGHTS: ReadonlySet<Signal> = new Set<Signal>(['right-access', 'right-correct', 'right-delete']);

/** Sentences longer than this are enumerations; tagging them costs more than it tells. */
const LONGEST = 600;

const OPERATOR = new Set(['we', 'us', 'company', 'operator', 'platform']);
const SUBJECTS = new Set(['we', 'you', 'they', 'it', 'he', 'she', 'i', 'who', 'which', 'that', 'users', 'partners', 'providers', 'parents']);
const DENIALS = new Set(['not', 'never', 'no', 'neither', 'nor', 'cannot', 'nobody', 'none']);
/** A denial does not reach across these. */
const BREAKS = new Set(['but', 'however', 'unless', 'except', 'if', 'when', 'although', 'though', 'while', 'instead', 'because']);

const DENIAL = /\b(?:not|never|no|neither|nor|cannot|nobody|none)\b|n't\b/;

let tagger: Tagger | undefined;

/** Makes the tagger ready. Costs nothing the second time. */
export async function loadGrammar(): Promise<void> {
  tagger ??= (await import('compromise/two')).default;
}

/** Takes back signals of a sentence that its grammar denies. */
export function refineByGrammar(text: string, hits: readonly Hit[]): Refinement {
  const nothing: Refinement = { dropped: [] };
  if (!tagger || text.length > LONGEST) return nothing;
  const denial = text.search(DENIAL);
  const doubtful = hits.filter((hit) => (denial >= 0 && denial < hit.start && DENIABLE.has(hit.signal)) || (RIGHTS.has(hit.signal) && /\bwe\b/.test(text.slice(hit.start, hit.end))));
  if (doubtful.length === 0) return nothing;
  const words = tag(text, tagger);
  const dropped = doubtful.filter((hit) => (RIGHTS.has(hit.signal) ? isDoneByOperator(words, hit) : isUnderDenial(words, hit))).map((hit) => hit.signal);
  // "We do not sell data, and we share …": what is given all the same weighs more than what is not.
  const isGiven = doubtful.some((hit) => hit.signal === 'shares') && !dropped.includes('shares');
  return { dropped: isGiven ? [...dropped, 'shares-never'] : dropped };
}

function tag(text: string, read: Tagger): Word[] {
  const sentences = read(text).json({ offset: true, terms: { offset: true, tags: true } }) as { terms: { text: string; implicit?: string; offset: { start: number }; tags: string[] }[] }[];
  return sentences.flatMap(({ terms }) => terms).map((term) => ({ text: (term.implicit || term.text).toLowerCase(), start: term.offset.start, tags: new Set(term.tags) }));
}

/** Index of the first verb of a hit; -1 when it has none. */
function verbOf(words: readonly Word[], hit: Hit): number {
  // "is shared": the tagger takes many participles after a form of "be" for adjectives.
  const acts = (word: Word, i: number): boolean => (word.tags.has('Verb') && !word.tags.has('Auxiliary')) || (word.tags.has('Adjective') && words[i - 1]?.tags.has('Passive') === true);
  return words.findIndex((word, i) => word.start >= hit.start && word.start < hit.end && acts(word, i));
}

/** Walks left from the verb over the verbs it is listed with, to the denial or to whoever does it. */
function isUnderDenial(words: readonly Word[], hit: Hit): boolean {
  const verb = verbOf(words, hit);
  if (verb < 0) return false;
  for (let i = verb - 1; i >= 0; i--) {
    const word = words[i]!;
    if (DENIALS.has(word.text) || word.tags.has('Negative')) return !isOnly(words, i);
    if (BREAKS.has(word.text) || (isSubjectAt(words, i) && !isNobody(words, i))) return false;
  }
  return false;
}

/** "not only" denies nothing. */
function isOnly(words: readonly Word[], denial: number): boolean {
  return ['only', 'just', 'merely'].includes(words[denial + 1]?.text ?? '');
}

/** A pronoun, or a noun right before its own verb, that does something: here a new statement begins. */
function isSubjectAt(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  let at = i + 1;
  while (at < i + 5 && (words[at]?.tags.has('Adverb') || words[at]?.text === 'and')) at++;
  const next = words[at];
  if (!next) return false;
  const acts = next.tags.has('Verb') && !next.tags.has('Gerund') && !DENIALS.has(words[at + 1]?.text ?? '') && !DENIALS.has(next.text);
  return acts && (SUBJECTS.has(word.text) || (word.tags.has('Noun') && word.tags.has('Plural')));
}

/** "No customer data is shared": who or what does it is itself denied. */
function isNobody(words: readonly Word[], subject: number): boolean {
  for (let i = subject - 1; i >= Math.max(0, subject - 3); i--) {
    if (words[i]!.text === 'no' || words[i]!.text === 'none') return true;
    if (words[i]!.tags.has('Verb')) return false;
  }
  return false;
}

/** "you may request that we delete": what the operator does at the person's wish is the person's right. */
function isAskedFor(words: readonly Word[], subject: number): boolean {
  return words.slice(Math.max(0, subject - 2), subject).some((word) => /^(?:request|ask|require|demand|insist|want)/.test(word.text));
}

/** The verb of the right, at the end of the hit, is the operator's own act. */
function isDoneByOperator(words: readonly Word[], hit: Hit): boolean {
  const inside = words.map((word, i) => ({ word, i })).filter(({ word }) => word.start >= hit.start && word.start < hit.end && word.tags.has('Verb') && !word.tags.has('Auxiliary') && !word.tags.has('Modal'));
  const last = inside.at(-1);
  if (!last) return false;
  for (let i = last.i - 1; i >= 0; i--) {
    const word = words[i]!;
    if (word.text === 'to' || word.text === 'that' || word.text === 'ask' || word.text === 'request') return false;
    if (isSubjectAt(words, i)) return OPERATOR.has(word.text) && !isAskedFor(words, i);
  }
  return false;
}
