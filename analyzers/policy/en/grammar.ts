/**
 * What only grammar tells: which verb a denial governs, and who does it. Patterns choose the sentences; compromise cuts
 * them into words and opens their contractions; the classes of words and the walk over them are ours. It is loaded only when
 * an English policy is at hand (`loadGrammar`); until then sentences keep what the patterns found.
 */
import type nlp from 'compromise/one';
import type { Refinement } from '../language-reader';
import type { Hit, Signal } from '../signals';
import { classOf, type WordClass } from './word-classes';

type Tagger = typeof nlp;

interface Word {
  text: string;
  start: number;
  kind: WordClass;
}

/** Signals that say nothing, or the contrary, when their verb is denied. */
const DENIABLE: ReadonlySet<Signal> = new Set<Signal>([
  'shares', 'profiling', 'abroad-declared', 'use-is-consent', 'third-party-service', 'automatic', 'from-others', 'storage-place', 'storage-device', 'storage-server', 'active-notice', 'breach-told', 'consent-again',
]);
/** Things named in a sentence: its verb says whether, and by whom, they are collected. */
const NAMED: ReadonlySet<Signal> = new Set<Signal>(['open-ended-data', 'sensitive-kind', 'sensitive-place', 'data-concrete', 'has-account']);
/** Of these, those that count only as what the operator itself does. */
const OWN: ReadonlySet<Signal> = new Set<Signal>(['open-ended-data', 'sensitive-kind', 'sensitive-place']);
/** Rights: what the operator itself does is no offer to the person. */
const RIGHTS: ReadonlySet<Signal> = new Set<Signal>(['right-access', 'right-correct', 'right-delete']);

/** Sentences longer than this are enumerations; tagging them costs more than it tells. */
const LONGEST = 600;

const OPERATOR = new Set(['we', 'us', 'company', 'operator', 'platform']);
const USERS = new Set(['you', 'user', 'users', 'owner', 'member', 'members', 'customer', 'customers', 'visitors']);
const OTHERS = new Set(['they', 'party', 'parties', 'partners', 'providers', 'provider', 'vendors', 'advertisers', 'processors', 'processor', 'networks', 'platforms', 'companies', 'merchants', 'sellers']);
const SUBJECTS = new Set(['we', 'you', 'they', 'it', 'he', 'she', 'i', 'who', 'which', 'that', 'users', 'partners', 'providers', 'parents']);
const DENIALS = new Set(['not', 'never', 'no', 'neither', 'nor', 'cannot', 'nobody', 'none']);
/** Where the tagger sees the end of a sentence, as before the entries "ii)", "iii)". */
const STOP = '.';
/** A denial does not reach across these. */
const BREAKS = new Set([STOP, 'but', 'however', 'unless', 'except', 'if', 'when', 'although', 'though', 'while', 'instead', 'because']);

const DENIAL = /\b(?:not|never|no|neither|nor|cannot|nobody|none)\b|n't\b/;

let tagger: Tagger | undefined;

/** Makes the tagger ready. Costs nothing the second time. */
export async function loadGrammar(): Promise<void> {
  tagger ??= (await import('compromise/one')).default;
}

/** Here a statement about the word before begins. */
const RELATIVES = new Set(['that', 'which', 'who', 'where']);
/** Whoever, before a thing named, may be the one who collects it. */
const SOMEBODY_ELSE = /\b(?:they|part(?:y|ies)|partners|providers?|vendors|advertisers|processors?|networks|platforms|companies|merchants|sellers)\b/;
const USER = /\b(?:you|users?)\b/;
/** After these what was denied is done all the same. */
const ALL_THE_SAME = /\b(?:unless|except|without|until|other than|save for|but)\b/;

/** Takes back signals of a sentence that its grammar denies, or lays on somebody else. */
export function refineByGrammar(text: string, hits: readonly Hit[]): Refinement {
  const nothing: Refinement = { dropped: [] };
  if (!tagger || text.length > LONGEST) return nothing;
  const denial = text.search(DENIAL);
  const mayBeDenied = (hit: Hit): boolean => denial >= 0 && denial < hit.start && (DENIABLE.has(hit.signal) || NAMED.has(hit.signal));
  const mayBeOthers = (hit: Hit): boolean => OWN.has(hit.signal) && SOMEBODY_ELSE.test(text.slice(0, hit.start));
  const mayBeUsers = (hit: Hit): boolean => hit.signal === 'shares' && USER.test(text.slice(Math.max(0, hit.start - 40), hit.start));
  const mayBeOperators = (hit: Hit): boolean => RIGHTS.has(hit.signal) && /\bwe\b/.test(text.slice(hit.start, hit.end)) && !/\b(?:know|whether|if|(?:what|which|right that) we|(?:tell|inform|notify|contact|to) us)\b/.test(text.slice(hit.start, hit.end));
  const doubtful = hits.filter((hit) => mayBeDenied(hit) || mayBeOthers(hit) || mayBeUsers(hit) || mayBeOperators(hit));
  if (doubtful.length === 0) return nothing;
  const words = tag(text, tagger);
  const isTakenBack = (hit: Hit): boolean => {
    if (RIGHTS.has(hit.signal)) return isDoneByOperator(words, hit);
    if (NAMED.has(hit.signal)) return (mayBeDenied(hit) && !ALL_THE_SAME.test(text.slice(hit.end)) && isNamedInDenial(words, hit)) || (OWN.has(hit.signal) && doerOf(words, verbBefore(words, hit.start)) === 'others');
    return (mayBeDenied(hit) && isUnderDenial(words, verbIn(words, hit))) || (mayBeUsers(hit) && !/,|\b(?:is|are|be) /.test(text.slice(hit.start, hit.end)) && doerOf(words, words.findIndex((word) => word.start === hit.start)) === 'user');
  };
  // A list is taken back only whole: what one entry says of itself is not said of the others.
  const kept = new Set(hits.filter((hit) => !doubtful.includes(hit) || !isTakenBack(hit)).map(({ signal }) => signal));
  const dropped = [...new Set(doubtful.map(({ signal }) => signal))].filter((signal) => !kept.has(signal));
  // "We do not sell data, and we share …": what is given all the same weighs more than what is not.
  const isGiven = doubtful.some((hit) => hit.signal === 'shares') && !dropped.includes('shares');
  return { dropped: isGiven ? [...dropped, 'shares-never'] : dropped };
}

/** Words with their classes; "don't" is two of them. */
function tag(text: string, read: Tagger): Word[] {
  const sentences = read(text).json({ offset: true, terms: { offset: true } }) as { terms: { text: string; implicit?: string; offset: { start: number } }[] }[];
  const words: Word[] = [];
  for (const { terms } of sentences) {
    for (const term of terms) {
      const text = (term.implicit || term.text).toLowerCase();
      words.push({ text, start: term.offset.start, kind: classOf(text, words.at(-1)) });
    }
    words.push({ text: STOP, start: words.at(-1)?.start ?? 0, kind: 'conjunction' });
  }
  return words;
}

const VERBS: ReadonlySet<WordClass> = new Set<WordClass>(['base', 'third', 'past', 'ing']);

/** Whether a word is the verb of a statement. */
function acts(words: readonly Word[], i: number): boolean {
  return VERBS.has(words[i]!.kind);
}

/** Index of the first verb of a hit; -1 when it has none. */
function verbOf(words: readonly Word[], hit: Hit): number {
  return words.findIndex((word, i) => word.start >= hit.start && word.start < hit.end && acts(words, i));
}

/** Index of the verb that governs what is named at an offset: the last one before it in the same statement; -1 when there is none. */
function verbBefore(words: readonly Word[], at: number): number {
  for (let i = words.findLastIndex((word) => word.start < at); i >= 0; i--) {
    if (BREAKS.has(words[i]!.text)) return -1;
    if (acts(words, i) && words[i]!.kind !== 'ing') return i;
  }
  return -1;
}

/** The verb of a hit, or the one that governs what it names: "we do not share data for targeted advertising". */
function verbIn(words: readonly Word[], hit: Hit): number {
  const own = verbOf(words, hit);
  const isNamed = own < 0 || (words[own]!.start === hit.start && words[own]!.kind === 'past');
  return hit.signal === 'profiling' && isNamed ? verbBefore(words, hit.start) : own;
}

/** Walks left from the verb over the verbs it is listed with, to the denial or to whoever does it. */
function isUnderDenial(words: readonly Word[], verb: number): boolean {
  for (let i = verb - 1; i >= 0; i--) {
    const word = words[i]!;
    if (DENIALS.has(word.text)) return !isOnly(words, i);
    const isWithout = word.text === 'without' && i >= verb - 2;
    if (BREAKS.has(word.text) || isWithout || (isSubjectAt(words, i) && !isNobody(words, i))) return false;
  }
  return false;
}

/** "No names or addresses", or an object of what the operator does not do. What users need not do they may still. */
function isNamedInDenial(words: readonly Word[], hit: Hit): boolean {
  for (let i = words.findLastIndex((word) => word.start < hit.start); i >= 0 && !acts(words, i) && words[i]!.kind !== 'auxiliary'; i--) if (words[i]!.text === 'no') return true;
  const verb = verbBefore(words, hit.start);
  return verb >= 0 && isUnderDenial(words, verb) && doerOf(words, verb) !== 'user';
}

/** Who does what a verb says: the nearest name of somebody before it and the verbs it is listed with. */
function doerOf(words: readonly Word[], verb: number): 'operator' | 'user' | 'others' | undefined {
  for (let i = verb - 1; i >= 0; i--) {
    const { text, kind } = words[i]!;
    const isInfinitive = text === 'to' && acts(words, i + 1);
    if (BREAKS.has(text) || RELATIVES.has(text) || (kind === 'preposition' && !isInfinitive)) return undefined;
    if (USERS.has(text)) return 'user';
    if (OTHERS.has(text)) return 'others';
    if (OPERATOR.has(text)) return 'operator';
    if (kind === 'noun' || kind === 'plural' || kind === 'pronoun') return undefined;
  }
  return undefined;
}

/** "not only", "not limited to" deny nothing. */
function isOnly(words: readonly Word[], denial: number): boolean {
  return ['only', 'just', 'merely', 'limited'].includes(words[denial + 1]?.text ?? '');
}

/** A pronoun, or a noun right before its own verb, that does something: here a new statement begins. */
function isSubjectAt(words: readonly Word[], i: number): boolean {
  const { text, kind } = words[i]!;
  let at = i + 1;
  while (at < i + 5 && ((words[at]?.kind === 'adverb' && !DENIALS.has(words[at]!.text)) || words[at]?.text === 'and')) at++;
  const next = words[at];
  if (!next || !(next.kind === 'auxiliary' || (acts(words, at) && next.kind !== 'ing')) || DENIALS.has(words[at + 1]?.text ?? '')) return false;
  const isInflected = at === i + 1 && (next.kind === 'third' || ['is', 'has', 'does', 'was'].includes(next.text));
  return SUBJECTS.has(text) || kind === 'plural' || (isInflected && kind === 'noun');
}

/** "No customer data is shared": who or what does it is itself denied. */
function isNobody(words: readonly Word[], subject: number): boolean {
  for (let i = subject - 1; i >= Math.max(0, subject - 3); i--) {
    if (words[i]!.text === 'no' || words[i]!.text === 'none') return true;
    if (acts(words, i) || words[i]!.kind === 'auxiliary') return false;
  }
  return false;
}

/** "you may request that we delete": what the operator does at the person's wish is the person's right. */
function isAskedFor(words: readonly Word[], subject: number): boolean {
  return words.slice(Math.max(0, subject - 2), subject).some((word) => /^(?:request|ask|require|demand|insist|want)/.test(word.text));
}

/** The verb of the right, at the end of the hit, is the operator's own act. */
function isDoneByOperator(words: readonly Word[], hit: Hit): boolean {
  const inside = words.map((word, i) => ({ word, i })).filter(({ word, i }) => word.start >= hit.start && word.start < hit.end && acts(words, i));
  const last = inside.at(-1);
  if (!last) return false;
  for (let i = last.i - 1; i >= 0; i--) {
    const word = words[i]!;
    if (word.text === 'to' || word.text === 'that' || word.text === 'ask' || word.text === 'request') return false;
    if (isSubjectAt(words, i)) return OPERATOR.has(word.text) && !isAskedFor(words, i);
  }
  return false;
}
