/**
 * How sure an answer may be: counted from the answers that were given on policies before anybody who writes the rules had seen
 * what a reader says of them (`blind-answers.json`). An answer is right where the reader gives the same label, or names it as one
 * that counts as right too.
 */
import { UNTRIED, type MeasuredConfidence } from '../../analyzers/policy/language-reader';
import type { DutyLabel } from '../../analyzers/report';

export interface BlindAnswers {
  /** Order of the answers in each document's line. */
  duties: readonly string[];
  /** By document: one label for each duty, + where it was right, - where it was wrong. */
  sets: readonly { set: string; documents: Readonly<Record<string, string>> }[];
}

export interface Answered {
  document: string;
  duty: string;
  label: DutyLabel;
  right: boolean;
}

/** One entry for each answer of the file. */
export function answersOf({ duties, sets }: BlindAnswers): Answered[] {
  return sets.flatMap(({ documents }) => Object.entries(documents).flatMap(([document, line]) =>
    line.split(' ').map((token, i) => ({ document, duty: duties[i]!, label: token.slice(0, -1) as DutyLabel, right: token.endsWith('+') }))));
}

/** What is known of the label in general counts as so many answers of the duty's own. */
const PRIOR = 5;
/** From here on at most 2 % may be wrong: only after so many answers of the kind, none of them wrong. */
const SURE = 0.9;
const SURE_AFTER = 30;
const MOST = 0.97;

interface Count {
  answers: number;
  wrong: number;
}

function countBy(answers: readonly Answered[], keyOf: (one: Answered) => string): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const one of answers) {
    const count = counts.get(keyOf(one)) ?? { answers: 0, wrong: 0 };
    counts.set(keyOf(one), { answers: count.answers + 1, wrong: count.wrong + Number(!one.right) });
  }
  return counts;
}

/** Confidence by duty and label; none for answers that were never given. */
export function fitConfidence(answers: readonly Answered[]): MeasuredConfidence {
  const general = countBy(answers, ({ label }) => label);
  const fitted: Record<string, Record<string, number>> = {};
  for (const [kind, count] of [...countBy(answers, ({ duty, label }) => `${duty} ${label}`)].sort(([a], [b]) => a.localeCompare(b))) {
    const [duty, label] = kind.split(' ') as [string, DutyLabel];
    (fitted[duty] ??= {})[label] = confidenceOf(count, general.get(label)!);
  }
  return fitted;
}

function confidenceOf({ answers, wrong }: Count, label: Count): number {
  const right = 1 - (wrong + PRIOR * (label.wrong / label.answers)) / (answers + PRIOR);
  const isSure = wrong === 0 && answers >= SURE_AFTER;
  return Math.floor(100 * Math.min(right, isSure ? MOST : SURE - 0.01)) / 100;
}

export interface FitRow {
  from: number;
  to: number;
  answers: number;
  wrong: number;
  /** Mean of the confidence claimed. */
  claimed: number;
}

const BINS = [0, 0.6, 0.7, 0.8, 0.85, 0.9] as const;

/** Each answer with the confidence fitted on all other documents: what it would have claimed on a new one. */
export function leftOut(answers: readonly Answered[]): (Answered & { confidence: number })[] {
  return [...new Set(answers.map(({ document }) => document))].flatMap((document) => {
    const fitted = fitConfidence(answers.filter((one) => one.document !== document));
    return answers.filter((one) => one.document === document).map((one) => ({ ...one, confidence: fitted[one.duty]?.[one.label] ?? UNTRIED }));
  });
}

/** How often answers of each confidence are wrong. */
export function bands(answers: readonly { right: boolean; confidence: number }[]): FitRow[] {
  return BINS.map((from, i) => {
    const to = BINS[i + 1] ?? 1;
    const own = answers.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    return { from, to, answers: own.length, wrong: own.filter(({ right }) => !right).length, claimed: own.reduce((sum, { confidence }) => sum + confidence, 0) / (own.length || 1) };
  });
}
