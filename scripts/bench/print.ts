/** Figures as Markdown tables: the same on the screen and in `docs/accuracy.md`. */
import type { CalibrationRow, Changed, DutyRow, Score } from './labelled';
import type { Speed } from './speed';

/** A share as a percentage. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Milliseconds and ratios. */
const fixed = (value: number): string => value.toFixed(1);

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';

/** What the figures should be: on documents that were worked with, and on documents never seen. */
const TARGETS: [name: string, worked: string, unseen: string][] = [
  ['agreement', '≥ 93 %', '≥ 90 %'], ['kappa', '', ''], ['accusation precision', '≥ 95 %', '≥ 93 %'], ['accusation recall', '≥ 92 %', '≥ 88 %'],
  ['hard false accusations', '≤ 0.5 %', '≤ 1 %'], ['evidence hit', '≥ 93 %', '≥ 90 %'], ['worst duty', '≥ 80 %', '≥ 75 %'],
];

/** The figures of one score, in the order of the targets. */
function figures(score: Score): string[] {
  return [
    percent(score.agreement), score.kappa.toFixed(3), percent(score.accusationPrecision), percent(score.accusationRecall),
    percent(score.hard), percent(score.evidenceHit), `${percent(score.worstDuty.agreement)} (${score.worstDuty.id})`,
  ];
}

export const printed = {
  /** One column a set of documents. */
  scores(columns: [name: string, score: Score][]): string {
    const cells = columns.map(([, score]) => [String(score.documents), String(score.decisions), ...figures(score)]);
    const names = ['documents', 'decisions', ...TARGETS.map(([name]) => name)];
    const targets = [['', ''], ['', ''], ...TARGETS.map(([, worked, unseen]) => [worked, unseen])];
    return table(['figure', ...columns.map(([name]) => name), 'target here', 'target unseen'], names.map((name, i) => [name, ...cells.map((column) => column[i]!), ...targets[i]!]));
  },

  /** What the tagger decides in English that patterns alone do not. */
  grammar(changed: readonly Changed[], decisions: number): string {
    const right = changed.filter(({ gold, after }) => gold === after).length;
    const spoilt = changed.filter(({ gold, before }) => gold === before).length;
    const summary = `compromise changes ${changed.length} of ${decisions} answers: ${right} become right, ${spoilt} become wrong\n`;
    return changed.length === 0 ? summary : `${summary}\n${table(['document', 'duty', 'label', 'patterns alone', 'with compromise'], changed.map((one) => [one.document, one.duty, one.gold, one.before, one.after]))}`;
  },

  duties(rows: readonly DutyRow[]): string {
    return table(['duty', 'agreement', 'accused wrongly', 'missed', 'hard', 'evidence hit'],
      rows.map((row) => [row.id, percent(row.agreement), String(row.falseAccusations), String(row.missed), String(row.hard), percent(row.evidenceHit)]));
  },

  calibration(rows: readonly CalibrationRow[]): string {
    return table(['confidence', 'answers', 'claimed', 'wrong', 'error rate'], rows.filter(({ decisions }) => decisions > 0).map((row) =>
      [`${row.from.toFixed(1)} to ${row.to.toFixed(1)}`, String(row.decisions), row.claimed.toFixed(3), String(row.wrong), percent(row.wrong / row.decisions)]));
  },

  speed({ per10k, ratio, ratioOfFastest, passMs, growth }: Speed): string {
    const spread = ([middle, low, high]: [number, number, number]): string => `${fixed(middle)} (quartiles ${fixed(low)} to ${fixed(high)})`;
    const steps = growth.slice(1).map(({ characters, ms }, i) => (ms / growth[i]!.ms / (characters / growth[i]!.characters)) * 10);
    return table(['speed', 'measured', 'budget'], [
      ['judging, ms per 10,000 characters', spread(per10k), ''],
      ['one pass of a 500-term alternation over 15,000 characters, ms', passMs.toFixed(2), ''],
      ['ratio of the two, 15,000 characters, measured in turn', spread(ratio), '≤ 30'],
      ['ratio of the fastest runs', fixed(ratioOfFastest), ''],
      [`growth: ${growth.map(({ characters }) => characters.toLocaleString('en')).join(' / ')} characters, ms`, growth.map(({ ms }) => fixed(ms)).join(' / '), ''],
      ['time for ten times the text', steps.map((step) => `× ${fixed(step)}`).join(', '), '≤ × 12'],
    ]);
  },

  /** One row a measurement. */
  blind(rows: readonly (Score & { date: string; language: string; seenBy: string })[]): string {
    return table(['date', 'language', 'documents', 'who had seen them', ...TARGETS.map(([name]) => name)],
      rows.map((row) => [row.date, row.language, String(row.documents), row.seenBy, ...figures(row)]));
  },
};
