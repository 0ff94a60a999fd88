import { hasText, translate } from '../../locales';
import type { Lang, PolicyDocument } from '../artifacts';
import type { DutyLabel, DutyResult, PolicyFacts, PolicyResult, SummaryLine } from '../report';
import { RULES_VERSION } from '../version';
import { withOpeners, type Duty, type DutyAnswer } from './duty';
import { DUTIES } from './duties';
import { judgeDuty } from './elsewhere';
import { EN } from './en';
import { loadGrammar } from './en/grammar';
import { factSteps } from './facts';
import { languageOf, mixOf } from './language';
import { UNTRIED, type LanguageReader } from './language-reader';
import { joinParts, saysMore } from './parts';
import { readingSteps, type Reading } from './reading';
import { atOnce, inSlices, type Stepwise } from './slices';
import { digestSteps } from './topics/digest';
import { ZH } from './zh';

/** Languages that can be read. */
const READERS: Partial<Record<PolicyDocument['language'], LanguageReader>> = { zh: ZH, 'zh-Hant': ZH, en: EN };

/** Share of the text from which a second language is prose of its own, not product names, addresses and titles of laws. */
const SECOND_LANGUAGE_SHARE = 0.15;

/**
 * Makes ready what judging a document needs: for English, the tagger; and all that can be said of it, in slices between which
 * others get their turn. To be awaited before the document is judged; one judged without it is judged at once, English by
 * patterns alone.
 */
export async function prepareReading(document: PolicyDocument, linked: readonly PolicyDocument[] = []): Promise<void> {
  if (document.language === 'en' || (document.language !== 'other' && mixOf(document.text).en >= SECOND_LANGUAGE_SHARE)) await loadGrammar();
  await inSlices(analysisSteps(document, linked));
}

const readings = new WeakMap<PolicyDocument, Reading>();

/**
 * The reading of a document, made once however many ask for it; undefined where its language cannot be read. Main text and
 * linked documents are read alike.
 */
export function readingOf(document: PolicyDocument): Reading | undefined {
  return atOnce(knownReadingSteps(document));
}

function* knownReadingSteps(document: PolicyDocument): Stepwise<Reading | undefined> {
  const language = READERS[document.language];
  if (!language || readings.has(document)) return readings.get(document);
  const reading = yield* readingSteps(document, language, readerOf(document));
  readings.set(document, reading);
  return reading;
}

/** What a document says, before it is put into the words of a language. */
interface Analysis {
  linked: readonly PolicyDocument[];
  /** Of no duty where the language cannot be read. `in` is the document that the quotes stand in. */
  answers: readonly { duty: Duty; answered: DutyAnswer; in: PolicyDocument }[];
  facts: PolicyFacts;
  summary?: SummaryLine[];
}

const analyses = new WeakMap<PolicyDocument, Analysis>();

/** The analysis of a document with its linked parts, one duty, kind of fact or matter a step. Made once for the same parts. */
function* analysisSteps(document: PolicyDocument, linked: readonly PolicyDocument[]): Stepwise<Analysis> {
  const known = analyses.get(document);
  if (known && known.linked.length === linked.length && known.linked.every((part, i) => part === linked[i])) return known;
  const language = READERS[document.language];
  const parts = linked.filter((part) => READERS[part.language]);
  const reading = (yield* knownReadingSteps(document)) ?? (yield* readingSteps(document, ZH, readerOf(document)));
  const answers: { duty: Duty; answered: DutyAnswer; in: PolicyDocument }[] = [];
  for (const duty of language ? DUTIES : []) {
    yield undefined;
    answers.push({ duty, answered: withOpeners(reading, judgeDuty(duty, reading)), in: document });
  }
  const analysis: Analysis = {
    linked,
    answers: language && parts.length > 0 ? yield* withParts(answers, joinParts(document, parts), language) : answers,
    facts: yield* withFactsOf(parts, yield* factSteps(reading)),
    ...(language && { summary: yield* digestSteps(reading) }),
  };
  analyses.set(document, analysis);
  return analysis;
}

/**
 * Judges one policy by all duties. A policy in a language that cannot be read gets no answer on any duty (`duties` is
 * empty): nothing may be held against a text that nobody understood.
 * @param options.id name of the document in the result
 * @param options.lang language of the `why` sentences
 * @param options.linked documents that the policy names as parts of itself; they can fill what the policy leaves open, never worsen it
 */
export function analyzePolicy(document: PolicyDocument, options: { id: string; lang: Lang; linked?: readonly PolicyDocument[] }): PolicyResult {
  const { answers, facts, summary } = atOnce(analysisSteps(document, options.linked ?? []));
  const language = READERS[document.language];
  return {
    id: options.id,
    language: document.language,
    title: document.title,
    sha256: document.source.sha256,
    rulesVersion: RULES_VERSION,
    duties: language ? Object.fromEntries(answers.map(({ duty, answered, in: source }) => [duty.id, toResult(source, duty, answered, options.lang, language)])) : {},
    facts,
    ...(summary && { summary }),
  };
}

/** The answers, with those of the policy and its parts together where they are better. */
function* withParts(answers: Analysis['answers'], together: PolicyDocument, language: LanguageReader): Stepwise<Analysis['answers']> {
  const isOpen = ({ duty, answered }: Analysis['answers'][number]) => duty.kind === 'duty' && (answered.label === 'absent' || answered.label === 'partial');
  if (!answers.some(isOpen)) return answers;
  const reading = yield* readingSteps(together, language, readerOf(together));
  const better: Analysis['answers'][number][] = [];
  for (const own of answers) {
    yield undefined;
    const answered = isOpen(own) ? withOpeners(reading, judgeDuty(own.duty, reading)) : own.answered;
    better.push(saysMore(own.answered.label, answered.label) ? { duty: own.duty, answered, in: together } : own);
  }
  return better;
}

/** Recipients and kinds of data stand in lists beside the policy more often than in it. */
function* withFactsOf(linked: readonly PolicyDocument[], own: PolicyFacts): Stepwise<PolicyFacts> {
  const facts = { ...own, recipients: [...own.recipients], dataKinds: [...own.dataKinds] };
  for (const part of linked) {
    const reading = yield* knownReadingSteps(part);
    if (!reading) continue;
    const { recipients, dataKinds } = yield* factSteps(reading);
    for (const recipient of recipients) if (!facts.handler.includes(recipient.name) && !facts.recipients.some(({ name }) => name === recipient.name)) facts.recipients.push(recipient);
    for (const kind of dataKinds) if (!facts.dataKinds.some((other) => other.kind === kind.kind)) facts.dataKinds.push(kind);
  }
  return facts;
}

/** A bilingual policy is one policy: each block is read in its own language. */
function readerOf(document: PolicyDocument): ((text: string) => LanguageReader) | undefined {
  const main = READERS[document.language];
  const second = document.language === 'en' ? ZH : EN;
  if (!main || !hasSecond(document, second)) return undefined;
  return (text) => (READERS[languageOf(text)] === second ? second : main);
}

/** English names stand in any Chinese text; a run of Chinese in an English one is a statement, be it only the operator's name in the footer. */
function hasSecond(document: PolicyDocument, second: LanguageReader): boolean {
  return second === ZH ? /[\u4e00-\u9fff]{6}/.test(document.text) : mixOf(document.text)[second.id] >= SECOND_LANGUAGE_SHARE;
}

function toResult(document: PolicyDocument, duty: Duty, answered: DutyAnswer, lang: Lang, language: LanguageReader): DutyResult {
  const own = `duties.${duty.id}.${answered.label}`;
  // Duties without a special case of their own share one sentence for "does not apply".
  const key = answered.label === 'na' && !hasText(own) ? 'duties.na' : own;
  return {
    label: answered.label,
    quotes: answered.quotes.map(({ start, end }) => document.text.slice(start, end)),
    confidence: Math.min(answered.confidence, mostConfidence(language, duty, answered.label)),
    why: translate(lang, key),
  };
}

/** No answer is surer than its like have proved in the language. */
function mostConfidence(language: LanguageReader, duty: Duty, label: DutyLabel): number {
  const measured = language.measured ? (language.measured[duty.id]?.[label] ?? UNTRIED) : 1;
  const accuses = label === 'absent' || label === 'present';
  return accuses && !language.proven?.has(duty.id) ? Math.min(measured, language.mostAccusing ?? 1) : measured;
}
