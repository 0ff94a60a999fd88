import { hasText, translate } from '../../locales';
import type { Lang, PolicyDocument } from '../artifacts';
import type { DutyLabel, DutyResult, PolicyFacts, PolicyResult } from '../report';
import { RULES_VERSION } from '../version';
import type { Duty, DutyAnswer } from './duty';
import { DUTIES } from './duties';
import { judgeDuty } from './elsewhere';
import { EN } from './en';
import { loadGrammar } from './en/grammar';
import { readFacts } from './facts';
import { languageOf, mixOf } from './language';
import { UNTRIED, type LanguageReader } from './language-reader';
import { joinParts, saysMore } from './parts';
import { readPolicy, readPolicyInSlices, type Reading } from './reading';
import { topicDigest } from './topics/digest';
import { ZH } from './zh';

/** Languages that can be read. */
const READERS: Partial<Record<PolicyDocument['language'], LanguageReader>> = { zh: ZH, 'zh-Hant': ZH, en: EN };

/** Share of the text from which a second language is prose of its own, not product names, addresses and titles of laws. */
const SECOND_LANGUAGE_SHARE = 0.15;

/**
 * Makes ready what judging a document needs: for English, the tagger; and its reading, made in slices between which others get
 * their turn. To be awaited before the document is judged; one judged without it is read at once, English by patterns alone.
 */
export async function prepareReading(document: PolicyDocument): Promise<void> {
  if (document.language === 'en' || (document.language !== 'other' && mixOf(document.text).en >= SECOND_LANGUAGE_SHARE)) await loadGrammar();
  const language = READERS[document.language];
  if (language && !readings.has(document)) readings.set(document, await readPolicyInSlices(document, language, readerOf(document)));
}

const readings = new WeakMap<PolicyDocument, Reading>();

/**
 * The reading of a document, made once however many ask for it; undefined where its language cannot be read. Main text and
 * linked documents are read alike.
 */
export function readingOf(document: PolicyDocument): Reading | undefined {
  const known = readings.get(document);
  if (known) return known;
  const language = READERS[document.language];
  if (!language) return undefined;
  const reading = readPolicy(document, language, readerOf(document));
  readings.set(document, reading);
  return reading;
}

/**
 * Judges one policy by all duties. A policy in a language that cannot be read gets no answer on any duty (`duties` is
 * empty): nothing may be held against a text that nobody understood.
 * @param options.id name of the document in the result
 * @param options.lang language of the `why` sentences
 * @param options.linked documents that the policy names as parts of itself; they can fill what the policy leaves open, never worsen it
 */
export function analyzePolicy(document: PolicyDocument, options: { id: string; lang: Lang; linked?: readonly PolicyDocument[] }): PolicyResult {
  const language = READERS[document.language];
  const reading = readingOf(document) ?? readPolicy(document, ZH, readerOf(document));
  const duties: Record<string, DutyResult> = {};
  if (language) for (const duty of DUTIES) duties[duty.id] = toResult(document, duty, judgeDuty(duty, reading), options.lang, language);
  const linked = (options.linked ?? []).filter((part) => READERS[part.language]);
  if (language && linked.length > 0) addParts(duties, joinParts(document, linked), options.lang, language);
  return {
    id: options.id,
    language: document.language,
    title: document.title,
    sha256: document.source.sha256,
    rulesVersion: RULES_VERSION,
    duties,
    facts: withFactsOf(linked, readFacts(document, reading)),
    ...(language && { summary: topicDigest(reading) }),
  };
}

/** Answers that the linked documents make better. */
function addParts(duties: Record<string, DutyResult>, together: PolicyDocument, lang: Lang, language: LanguageReader): void {
  const open = DUTIES.filter((duty) => duty.kind === 'duty' && ['absent', 'partial'].includes(duties[duty.id]?.label ?? ''));
  if (open.length === 0) return;
  const reading = readPolicy(together, language, readerOf(together));
  for (const duty of open) {
    const answered = judgeDuty(duty, reading);
    if (saysMore(duties[duty.id]!.label, answered.label)) duties[duty.id] = toResult(together, duty, answered, lang, language);
  }
}

/** Recipients and kinds of data stand in lists beside the policy more often than in it. */
function withFactsOf(linked: readonly PolicyDocument[], facts: PolicyFacts): PolicyFacts {
  for (const part of linked) {
    const reading = readingOf(part);
    if (!reading) continue;
    const { recipients, dataKinds } = readFacts(part, reading);
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
  return accuses ? Math.min(measured, language.mostAccusing ?? 1) : measured;
}
