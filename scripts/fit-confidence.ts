/**
 * `tsx scripts/fit-confidence.ts [--no-write]`: counts how sure each answer on Chinese policies may be, from the blind answers that
 * `bench:policy --blind` keeps, and writes `analyzers/policy/zh/confidence.json`. Prints how honest it is: each document's answers
 * by what is fitted on all the others, and what comes of suspicions at several thresholds.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ACCUSE_CONFIDENCE, outcomeOf } from '../analyzers/judge';
import { DUTIES } from '../analyzers/policy/duties';
import { readBlindAnswers } from './bench/accuracy-files';
import { answersOf, bands, fitConfidence, leftOut, type Answered } from './bench/confidence';

const { values } = parseArgs({ options: { 'no-write': { type: 'boolean' } } });
const answers = answersOf(readBlindAnswers());
const told = leftOut(answers);
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

console.log(`${new Set(answers.map(({ document }) => document)).size} documents, ${answers.length} answers, ${percent(answers.filter(({ right }) => !right).length, answers.length)} wrong`);
console.log('\nconfidence    answers  claimed wrong  wrong');
for (const { from, to, answers: count, wrong, claimed } of bands(told)) console.log(`${from.toFixed(2)}–${to.toFixed(2)}  ${String(count).padStart(9)}  ${percent(1 - claimed, 1).padStart(13)}  ${percent(wrong, count)} (${wrong})`);

const byId = new Map(DUTIES.map((duty) => [duty.id, duty]));
/** What could be a suspicion at all, were the confidence high enough. */
const suspicions = told.filter(({ duty, label }) => outcomeOf(byId.get(duty)!, { label, quotes: [], confidence: 1, why: '' }) === 'violation');
const right = (list: readonly Answered[]): number => list.filter((one) => one.right).length;
console.log(`\nthreshold  suspicions  right of these  right ones left to a person (of ${right(suspicions)})`);
for (const threshold of [0.7, 0.75, ACCUSE_CONFIDENCE, 0.85, 0.88]) {
  const shown = suspicions.filter(({ confidence }) => confidence >= threshold);
  console.log(`${threshold.toFixed(2)}  ${String(shown.length).padStart(15)}  ${percent(right(shown), shown.length).padStart(14)}  ${right(suspicions) - right(shown)}`);
}
if (!values['no-write']) writeFileSync(new URL('../analyzers/policy/zh/confidence.json', import.meta.url), `${JSON.stringify(fitConfidence(answers), null, 1)}\n`);
