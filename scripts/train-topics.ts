/**
 * `tsx scripts/train-topics.ts CORPUS [--only-folds]`: trains the topic model and measures it by cross-validation over whole policies.
 * Writes `analyzers/policy/topics/weights.json`, `scripts/bench/topics.json` and `docs/accuracy.md`. The same corpus gives the
 * same numbers. The corpus (CAPP-130, CC BY 4.0) is not part of this repository.
 */
import { deflateRawSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Features, isTitle } from '../analyzers/policy/topics/features';
import { COLUMNS, TOPICS, packWeights, type KeptWeights } from '../analyzers/policy/topics/model';
import { writeJson, writePage } from './bench/accuracy-files';
import type { TopicFigures } from './bench/accuracy-page';
import { readCorpus, type LabelledPolicy } from './topics/corpus';
import { seeded, shuffled, train, type Row } from './topics/linear';

/** Chosen by cross-validation among 2^14 to 2^18 buckets, n-grams to 3 and 4, costs 0.15 to 0.5: the smallest that loses nothing. */
const BITS = 15;
const COST = 0.15;
const ROUNDS = 5;
/** Weights kept over all columns, the most telling ones; the rest is 0. */
const KEPT = 60_000;
/** Steps from 0 to a column's largest weight. */
const STEPS = 31;
const FOLDS = 5;
const INNER_FOLDS = 4;
const SEED = 1;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'only-folds': { type: 'boolean' } } });
const [folder] = positionals;
if (!folder) {
  console.error('usage: tsx scripts/train-topics.ts CORPUS [--only-folds]');
  process.exit(2);
}

interface Sample extends Row {
  yes: boolean[];
}

const corpus = readCorpus(folder);
const features = new Features(BITS);
const samples = new Map(corpus.map((policy) => [policy, samplesOf(policy)]));
const of = (policies: readonly LabelledPolicy[]): Sample[] => policies.flatMap((policy) => samples.get(policy)!);

const fold = new Map(shuffled(corpus.length, seeded(SEED)).map((policy, place) => [corpus[policy]!, place % FOLDS]));
const held: { sample: Sample; scores: number[] }[] = [];
const measured = Array.from({ length: FOLDS }, (_, number) => {
  const others = corpus.filter((policy) => fold.get(policy) !== number);
  const test = corpus.filter((policy) => fold.get(policy) === number);
  // Thresholds come from policies that neither the weights they are set for nor the figures come from.
  const tried = Array.from({ length: INNER_FOLDS }, (_, inner) => {
    const trial = fit(of(others.filter((_, i) => i % INNER_FOLDS !== inner)));
    return of(others.filter((_, i) => i % INNER_FOLDS === inner)).map((sample) => ({ sample, scores: scoresOf(trial, sample) }));
  }).flat();
  const model = fit(of(others));
  const tested = of(test).map((sample) => ({ sample, scores: scoresOf(model, sample) }));
  held.push(...tested);
  const all = f1(tested, thresholdsFor(tried));
  const topical = f1(tested.filter(isTopical), thresholdsFor(tried.filter(isTopical)));
  console.log(`fold ${number + 1}: ${test.length} policies, micro ${topical.micro.toFixed(4)}, macro ${topical.macro.toFixed(4)}; over all sentences ${all.micro.toFixed(4)}, ${all.macro.toFixed(4)}`);
  return { policies: test.length, topical, all };
});
const mean = (pick: (one: (typeof measured)[number]) => number): number => measured.reduce((sum, one) => sum + pick(one), 0) / FOLDS;

const topics = TOPICS.map((topic, i) => {
  const rows = measured.map((one) => ({ all: one.all.rows[i]!, topical: one.topical.rows[i]! }));
  const average = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((sum, row) => sum + pick(row), 0) / FOLDS;
  return {
    topic, sentences: held.filter(({ sample }) => sample.yes[i]).length, precision: average(({ topical }) => topical.precision),
    recall: average(({ topical }) => topical.recall), f1: average(({ topical }) => topical.f1), f1All: average(({ all }) => all.f1),
  };
});
for (const row of topics) console.log(`${row.topic.padEnd(16)} ${row.sentences} sentences, F1 ${row.f1.toFixed(3)}, over all sentences ${row.f1All.toFixed(3)}`);

const model = fit(of(corpus));
const quantised = new Int8Array(COLUMNS.length << BITS);
const steps = model.map((weights) => largest(weights) / STEPS);
model.forEach((weights, column) => {
  for (let bucket = 0; bucket < 1 << BITS; bucket++) quantised[bucket * COLUMNS.length + column] = Math.round(weights[bucket]! / steps[column]!);
});
const packed = packWeights(quantised);
const digits = (value: number): number => Number(value.toPrecision(6));
const kept: KeptWeights = {
  attribution: 'Trained on CAPP-130 (Zhu et al., NeurIPS 2023), https://github.com/EnlightenedAI/CAPP-130, data CC BY 4.0, see NOTICE',
  bits: BITS, steps: steps.map(digits), biases: model.map((weights) => digits(weights[1 << BITS]!)), thresholds: thresholdsFor(held).map(digits),
  data: Buffer.from(packed).toString('base64'),
};
const text = JSON.stringify(kept);
const figures: TopicFigures = {
  date: new Date().toISOString().slice(0, 10), policies: corpus.length, sentences: held.length,
  bytes: { raw: packed.length, compressed: deflateRawSync(text, { level: 9 }).length },
  folds: measured.map(({ policies, topical, all }) => ({ policies, micro: topical.micro, macro: topical.macro, microAll: all.micro, macroAll: all.macro })),
  micro: mean(({ topical }) => topical.micro), macro: mean(({ topical }) => topical.macro), microAll: mean(({ all }) => all.micro), macroAll: mean(({ all }) => all.macro),
  topics,
};
console.log(`mean: micro ${figures.micro.toFixed(4)}, macro ${figures.macro.toFixed(4)}; over all sentences ${figures.microAll.toFixed(4)}, ${figures.macroAll.toFixed(4)}; ${figures.bytes.raw} bytes, ${figures.bytes.compressed} compressed`);
if (!values['only-folds']) {
  writeFileSync(new URL('../analyzers/policy/topics/weights.json', import.meta.url), text + '\n');
  writeJson('topics.json', figures);
  writePage();
}

function samplesOf(policy: LabelledPolicy): Sample[] {
  let heading = '';
  return policy.sentences.map(({ text, columns }) => {
    features.read(text, heading);
    if (isTitle(text)) heading = text;
    return { buckets: features.buckets.slice(0, features.count), values: features.values.slice(0, features.count), yes: COLUMNS.map((column) => columns.has(column)) };
  });
}

/** Trains all columns, drops the least telling weights and rounds the rest to the steps that are kept. */
function fit(rows: readonly Sample[]): Float32Array[] {
  const size = 1 << BITS;
  const columns = COLUMNS.map((_, column) => train(rows, rows.map(({ yes }) => yes[column]!), size, COST, ROUNDS, SEED));
  const spread = new Float32Array(size);
  for (const { buckets } of rows) for (const bucket of buckets) spread[bucket]!++;
  const tells = (weight: number, bucket: number): number => Math.abs(weight) * Math.sqrt(spread[bucket]!);
  const all = columns.flatMap((weights) => Array.from(weights.subarray(0, size), tells)).sort((a, b) => b - a);
  const least = all[Math.min(KEPT, all.length - 1)]!;
  for (const weights of columns) {
    const step = largest(weights) / STEPS;
    for (let bucket = 0; bucket < size; bucket++) weights[bucket] = tells(weights[bucket]!, bucket) < least ? 0 : Math.round(weights[bucket]! / step) * step;
  }
  return columns;
}

/** The largest weight of a column, its bias apart. */
function largest(weights: Float32Array): number {
  return weights.subarray(0, 1 << BITS).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
}

function scoresOf(columns: readonly Float32Array[], { buckets, values: counts }: Sample): number[] {
  return columns.map((weights) => {
    let sum = weights[1 << BITS]!;
    for (let at = 0; at < buckets.length; at++) sum += weights[buckets[at]!]! * counts[at]!;
    return sum;
  });
}

/** The published figures are on sentences that have a topic at all. */
function isTopical({ sample }: { sample: Sample }): boolean {
  return TOPICS.some((_, column) => sample.yes[column]);
}

/** For each column the threshold with the best F1. */
function thresholdsFor(scored: readonly { sample: Sample; scores: number[] }[]): number[] {
  return COLUMNS.map((_, column) => {
    const sorted = scored.map(({ sample, scores }) => ({ yes: sample.yes[column]!, score: scores[column]! })).sort((a, b) => b.score - a.score);
    const positives = sorted.filter(({ yes }) => yes).length;
    let right = 0;
    let best = -1;
    let threshold = 0;
    sorted.forEach(({ yes, score }, i) => {
      if (yes) right++;
      const value = (2 * right) / (i + 1 + positives);
      if (value <= best) return;
      best = value;
      threshold = (score + (sorted[i + 1]?.score ?? score - 1)) / 2;
    });
    return threshold;
  });
}

function f1(scored: readonly { sample: Sample; scores: number[] }[], thresholds: readonly number[]): { micro: number; macro: number; rows: { precision: number; recall: number; f1: number }[] } {
  let pooled = { right: 0, said: 0, are: 0 };
  const rows = TOPICS.map((_, column) => {
    const said = scored.filter(({ scores }) => scores[column]! > thresholds[column]!);
    const right = said.filter(({ sample }) => sample.yes[column]).length;
    const are = scored.filter(({ sample }) => sample.yes[column]).length;
    pooled = { right: pooled.right + right, said: pooled.said + said.length, are: pooled.are + are };
    return { precision: right / (said.length || 1), recall: right / (are || 1), f1: (2 * right) / (said.length + are || 1) };
  });
  return { micro: (2 * pooled.right) / (pooled.said + pooled.are), macro: rows.reduce((sum, row) => sum + row.f1, 0) / TOPICS.length, rows };
}
