/** The policy on one screen: for each matter a person asks about, the sentences that tell most of it. */
import type { SummaryLine, SummaryMatter } from '../../report';
import type { Reading, Sentence } from '../reading';
import type { Signal } from '../signals';
import { atOnce, type Stepwise } from '../slices';
import { COLUMNS, sentenceScorer, type Scores, type Topic } from './model';

/** How the sentences of a matter are found and ranked. */
interface Matter {
  about: SummaryMatter;
  /** Topic of the model that comes nearest; absent where it has none. */
  topic?: Topic;
  /** One of these groups must be in the sentence whole, whatever the model says; empty: the model alone may choose. */
  must: readonly (readonly Signal[])[];
  /** One of these groups makes up for a topic score below the threshold (and for its absence in English). */
  proof: readonly (readonly Signal[])[];
  /** What makes a sentence tell more than another. */
  tells: Partial<Record<Signal, number>>;
}

/** In the order in which a person asks. */
const MATTERS: readonly Matter[] = [
  {
    about: 'collected', topic: 'collection', must: [], proof: [['collect', 'data-concrete']],
    tells: { 'data-concrete': 0.6, collect: 0.3, we: 0.1, 'open-ended-data': 0.1, 'collects-nothing': 0.8 },
  },
  { about: 'permissions', topic: 'permissions', must: [['permission']], proof: [['permission', 'purpose']], tells: { 'data-concrete': 0.3, purpose: 0.3, 'permission-off': 0.2 } },
  { about: 'purposes', topic: 'use', must: [['purpose'], ['use']], proof: [['purpose', 'use', 'personal-data']], tells: { purpose: 0.5, use: 0.3, we: 0.1 } },
  {
    about: 'recipients', topic: 'sharing', must: [], proof: [['shares'], ['shares-never'], ['share-list'], ['third-party-service', 'org-named']],
    tells: { shares: 0.4, 'org-named': 0.4, 'recipient-kind': 0.2, 'share-list': 0.2, 'shares-never': 0.3, 'data-concrete': 0.1 },
  },
  {
    about: 'retention', topic: 'storage', must: [['retention-term'], ['retention-vague'], ['store', 'time-length'], ['end-of-retention', 'delete']],
    proof: [['retention-term'], ['retention-vague'], ['store', 'time-length']],
    tells: { 'retention-term': 0.5, 'time-length': 0.4, store: 0.3, 'retention-vague': 0.1, 'end-of-retention': 0.1 },
  },
  {
    about: 'place', topic: 'storage', must: [['storage-place'], ['domestic', 'store'], ['abroad-declared'], ['abroad-denied']],
    proof: [['storage-place'], ['domestic', 'store'], ['abroad-declared'], ['abroad-denied']],
    tells: { 'storage-place': 0.5, domestic: 0.3, store: 0.2, 'abroad-declared': 0.3, 'abroad-denied': 0.2 },
  },
  {
    about: 'rights', topic: 'control', must: [], proof: [['right-access'], ['right-delete'], ['right-correct'], ['right-cancel'], ['withdraw-consent']],
    tells: { 'right-access': 0.3, 'right-delete': 0.3, 'right-correct': 0.3, 'right-cancel': 0.2, 'withdraw-consent': 0.2, 'way-menu': 0.2, 'way-email': 0.1 },
  },
  {
    about: 'personalisation', must: [['profiling'], ['profiling-off', 'personalise'], ['profiling-off', 'advertising'], ['profiling-denied'], ['automated-decision', 'we']],
    proof: [['profiling'], ['profiling-off', 'personalise'], ['profiling-off', 'advertising'], ['profiling-denied'], ['automated-decision', 'we']],
    tells: { profiling: 0.4, 'profiling-off': 0.6, 'way-menu': 0.2, 'profiling-denied': 0.4 },
  },
  {
    about: 'children', topic: 'special-groups', must: [['minor'], ['child'], ['guardian']], proof: [['guardian-consent'], ['minor', 'guardian'], ['child', 'guardian'], ['minor-barred']],
    tells: { 'guardian-consent': 0.5, child: 0.2, 'minor-barred': 0.3, 'minor-document': 0.2 },
  },
  {
    about: 'security', topic: 'security', must: [], proof: [['takes-measures', 'security'], ['measure-encryption'], ['measure-access']],
    tells: { 'measure-encryption': 0.4, 'measure-access': 0.3, 'takes-measures': 0.2, 'measure-certificate': 0.2 },
  },
  {
    about: 'contact', topic: 'contact', must: [['way-email'], ['way-phone'], ['way-address'], ['way-service'], ['way-form']],
    proof: [['contact-offer', 'way-email'], ['contact-offer', 'way-phone'], ['contact-word', 'way-email'], ['contact-word', 'way-phone'], ['contact-offer', 'way-service'], ['way-email']],
    tells: { 'way-email': 0.5, 'way-phone': 0.4, 'contact-offer': 0.3, officer: 0.2, 'way-address': 0.1 },
  },
  { about: 'changes', topic: 'changes', must: [['policy-change']], proof: [['policy-change']], tells: { 'active-notice': 0.4, 'consent-again': 0.4, 'use-is-consent': 0.3, we: 0.1 } },
];

const TELLS: ReadonlyMap<Matter, readonly [Signal, number][]> = new Map(MATTERS.map((matter) => [matter, Object.entries(matter.tells) as [Signal, number][]]));

/** Sentences shown of a matter. */
const SHOWN = 2;
/** A second sentence is shown only when it tells nearly as much as the first. */
const MARGIN = 0.5;
/** Below this the model speaks against the matter, and signals do not help. */
const AGAINST = -0.7;
/** What importance, as the model sees it, counts beside the topic. */
const IMPORTANCE = 0.3;
/** Scores beyond these say no more. */
const [LEAST, MOST] = [-1, 1];
const IMPORTANT = COLUMNS.indexOf('important');

/**
 * What the policy says of each matter: the passages that tell most, in the order of the text. A matter the policy is silent
 * on is in the list too, with `silent` and without passages; silence here is no accusation, the duties decide on that.
 */
export function topicDigest(reading: Reading): SummaryLine[] {
  return atOnce(digestSteps(reading));
}

/** Like `topicDigest`, one matter a step. */
export function* digestSteps(reading: Reading): Stepwise<SummaryLine[]> {
  const scoreOf = scorer(reading);
  const lines: SummaryLine[] = [];
  for (const matter of MATTERS) {
    yield undefined;
    lines.push(lineOf(reading, matter, scoreOf));
  }
  return lines;
}

function lineOf(reading: Reading, matter: Matter, scoreOf: (sentence: Sentence) => Scores | undefined): SummaryLine {
  const ranked = telling(reading, matter)
    .filter((sentence) => isCandidate(sentence, matter, scoreOf(sentence)))
    .map((sentence) => ({ sentence, worth: worthOf(sentence, matter, scoreOf(sentence)) }))
    .sort((a, b) => b.worth - a.worth || a.sentence.index - b.sentence.index);
  const shown = distinct(ranked.filter(({ worth }) => worth >= ranked[0]!.worth - MARGIN).map(({ sentence }) => sentence)).slice(0, SHOWN);
  const passages = shown.sort((a, b) => a.index - b.index).map((sentence) => {
    const { start, end } = reading.quote(sentence, hitOf(sentence, matter));
    return { text: reading.document.text.slice(start, end), start, end };
  });
  return { about: matter.about, silent: passages.length === 0, passages };
}

/** Sentences of a matter that are weighed: those whose signals tell most of it. More of them change nothing on one screen. */
const WEIGHED = 48;

/** The sentences whose signals tell most of the matter, found by their signals: the text is not gone through again. */
function telling(reading: Reading, matter: Matter): Sentence[] {
  const pool = new Map<Sentence, number>();
  const add = (sentences: readonly Sentence[], weight: number): void => {
    for (const sentence of sentences) pool.set(sentence, (pool.get(sentence) ?? 0) + weight);
  };
  for (const [signal, weight] of TELLS.get(matter)!) add(reading.all(signal), weight);
  for (const group of [...matter.must, ...matter.proof]) add(reading.all(...group), 0);
  return [...pool]
    .filter(([sentence]) => mayBeShown(sentence) && (matter.must.length === 0 || hasGroup(sentence, matter.must)))
    .sort(([a, one], [b, other]) => other - one || a.index - b.index)
    .slice(0, WEIGHED)
    .map(([sentence]) => sentence);
}

/** Asks the model about one sentence, once; undefined for languages that it does not know. */
function scorer({ sentences }: Reading): (sentence: Sentence) => Scores | undefined {
  const chinese = sentences.filter(({ language }) => language.id === 'zh');
  const places = new Map(chinese.map((sentence, place) => [sentence, place]));
  const score = sentenceScorer(chinese.map(({ text }) => text));
  const known = new Map<Sentence, Scores>();
  return (sentence) => {
    const place = places.get(sentence);
    if (place === undefined) return undefined;
    if (!known.has(sentence)) known.set(sentence, score(place));
    return known.get(sentence);
  };
}

function mayBeShown(sentence: Sentence): boolean {
  return !(sentence.isHeading || sentence.opensList || sentence.isHeader || sentence.signals.has('definition'));
}

function sum(sentence: Sentence, tells: readonly [Signal, number][]): number {
  let worth = 0;
  for (const [signal, weight] of tells) if (sentence.signals.has(signal)) worth += weight;
  return worth;
}

function isCandidate(sentence: Sentence, matter: Matter, scores: Scores | undefined): boolean {
  const score = matter.topic && scores ? scores[COLUMNS.indexOf(matter.topic)]! : 0;
  return (scores !== undefined && matter.topic !== undefined && score > 0) || (score > AGAINST && hasGroup(sentence, matter.proof));
}

function worthOf(sentence: Sentence, matter: Matter, scores: Scores | undefined): number {
  let worth = 0;
  if (scores && matter.topic) worth += bounded(scores[COLUMNS.indexOf(matter.topic)]!);
  if (scores) worth += IMPORTANCE * bounded(scores[IMPORTANT]!);
  return worth + sum(sentence, TELLS.get(matter)!);
}

const bounded = (score: number): number => Math.min(MOST, Math.max(LEAST, score));

function hasGroup(sentence: Sentence, groups: readonly (readonly Signal[])[]): boolean {
  return groups.some((group) => group.every((signal) => sentence.signals.has(signal)));
}

/** Templates repeat themselves: the same words are shown once. */
function distinct(sentences: readonly Sentence[]): Sentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** The place in the sentence to show, where it is too long: the wording that tells most. */
function hitOf(sentence: Sentence, matter: Matter): { start: number; end: number } | undefined {
  const telling = (Object.entries(matter.tells) as [Signal, number][]).sort((a, b) => b[1] - a[1]).map(([signal]) => signal);
  for (const signal of [...telling, ...matter.must.flat()]) {
    const hit = sentence.hits.find((one) => one.signal === signal);
    if (hit) return hit;
  }
  return undefined;
}
