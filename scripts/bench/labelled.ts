/** Labelled policies: what careful readers answered, and how near the product's answers come. */
import type { DutyLabel, DutyResult } from '../../analyzers/report';

/** One careful reader's answer on one duty; `alt` is a second answer that counts as right too. */
export interface GoldAnswer {
  label: DutyLabel;
  alt?: DutyLabel;
  quotes?: string[];
}

/** Answers on one document, by duty. */
export interface Labelled {
  id: string;
  duties: Record<string, GoldAnswer>;
}

/** One answer of the product beside the reader's. */
export interface Decision {
  document: string;
  duty: string;
  gold: DutyLabel;
  got: DutyLabel;
  confidence: number;
  /** Whether a quote of the product touches one of the reader's; absent where the labels differ or the reader gave no quote. */
  evidence?: boolean;
}

export interface Score {
  documents: number;
  decisions: number;
  /** Shares, 0 to 1. */
  agreement: number;
  /** Cohen's kappa over all decisions. */
  kappa: number;
  accusationPrecision: number;
  accusationRecall: number;
  /** `absent` against a duty that is met or partly met, `present` against a clause that is not there: share of all decisions. */
  hard: number;
  /** Of equal labels with quotes: share whose quotes touch. */
  evidenceHit: number;
  /** Lowest agreement of any one duty. */
  worstDuty: { id: string; agreement: number };
}

/** Sets the product's answers beside the labels. Duties without an answer count as wrong. */
export function decide(gold: Labelled, answers: Record<string, DutyResult>): Decision[] {
  return Object.entries(gold.duties).map(([duty, want]) => {
    const got = answers[duty];
    const label = got && got.label === want.alt ? want.alt : want.label;
    const decision: Decision = { document: gold.id, duty, gold: label, got: got?.label ?? ('missing' as DutyLabel), confidence: got?.confidence ?? 0 };
    if (got?.label === label && want.quotes?.length) decision.evidence = got.quotes.some((quote) => want.quotes!.some((other) => touches(quote, other)));
    return decision;
  });
}

/** Two passages touch when one holds the other, or they share eight characters in a row, white space apart. */
export function touches(one: string, other: string): boolean {
  const [short, long] = [one, other].map((quote) => quote.replace(/\s+/g, '')).sort((a, b) => a.length - b.length) as [string, string];
  if (long.includes(short)) return true;
  for (let at = 0; at + 8 <= short.length; at++) if (long.includes(short.slice(at, at + 8))) return true;
  return false;
}

/** An answer on which two ways of reading differ. */
export interface Changed {
  document: string;
  duty: string;
  gold: DutyLabel;
  /** What the first way answered, and the second. */
  before: DutyLabel;
  after: DutyLabel;
}

/** The answers that the second way of reading gives otherwise than the first, in the order of the documents. */
export function changedBetween(before: readonly Decision[], after: readonly Decision[]): Changed[] {
  const keyOf = ({ document, duty }: Decision): string => `${document}\t${duty}`;
  const first = new Map(before.map((decision) => [keyOf(decision), decision.got]));
  return after.flatMap((decision) => {
    const { document, duty, gold, got } = decision;
    const was = first.get(keyOf(decision));
    return was === undefined || was === got ? [] : [{ document, duty, gold, before: was, after: got }];
  });
}

const accuses = (label: DutyLabel): boolean => label === 'absent' || label === 'partial' || label === 'present';
const isHard = ({ gold, got }: Decision): boolean => (got === 'absent' && (gold === 'met' || gold === 'partial')) || (got === 'present' && gold === 'none');
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** The figures over some decisions. */
export function scoreOf(decisions: readonly Decision[]): Score {
  const count = (test: (decision: Decision) => boolean) => decisions.filter(test).length;
  const same = count(({ gold, got }) => gold === got);
  const agreement = share(same, decisions.length);
  const labels = new Set(decisions.flatMap(({ gold, got }) => [gold, got]));
  const chance = [...labels].reduce((sum, label) => sum + share(count((d) => d.gold === label), decisions.length) * share(count((d) => d.got === label), decisions.length), 0);
  const right = count((d) => accuses(d.got) && accuses(d.gold));
  const duties = perDuty(decisions);
  return {
    documents: new Set(decisions.map((decision) => decision.document)).size,
    decisions: decisions.length,
    agreement,
    kappa: chance === 1 ? 1 : (agreement - chance) / (1 - chance),
    accusationPrecision: share(right, count((d) => accuses(d.got))),
    accusationRecall: share(right, count((d) => accuses(d.gold))),
    hard: share(count(isHard), decisions.length),
    evidenceHit: share(count((d) => d.evidence === true), count((d) => d.evidence !== undefined)),
    worstDuty: duties[0] ? { id: duties[0].id, agreement: duties[0].agreement } : { id: '', agreement: 1 },
  };
}

export interface DutyRow {
  id: string;
  decisions: number;
  agreement: number;
  /** Accusations that the readers do not make, and those of theirs that the product does not make. */
  falseAccusations: number;
  missed: number;
  hard: number;
  evidenceHit: number;
}

/** One row a duty, the worst first. */
export function perDuty(decisions: readonly Decision[]): DutyRow[] {
  const rows = [...new Set(decisions.map(({ duty }) => duty))].map((id) => {
    const own = decisions.filter(({ duty }) => duty === id);
    const quoted = own.filter(({ evidence }) => evidence !== undefined);
    return {
      id,
      decisions: own.length,
      agreement: share(own.filter(({ gold, got }) => gold === got).length, own.length),
      falseAccusations: own.filter(({ gold, got }) => accuses(got) && !accuses(gold)).length,
      missed: own.filter(({ gold, got }) => !accuses(got) && accuses(gold)).length,
      hard: own.filter(isHard).length,
      evidenceHit: share(quoted.filter(({ evidence }) => evidence).length, quoted.length),
    };
  });
  return rows.sort((a, b) => a.agreement - b.agreement || a.id.localeCompare(b.id));
}

/** Lower ends of the bins that confidence is told in. */
const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

export interface CalibrationRow {
  from: number;
  to: number;
  decisions: number;
  wrong: number;
  /** Mean of the confidence claimed. */
  claimed: number;
}

/** How often answers of each confidence are wrong. The last row is the one that the budget is on. */
export function calibration(decisions: readonly Decision[]): CalibrationRow[] {
  return BINS.map((from, i) => {
    const to = BINS[i + 1] ?? 1;
    const own = decisions.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const claimed = own.reduce((sum, { confidence }) => sum + confidence, 0) / (own.length || 1);
    return { from, to, decisions: own.length, wrong: own.filter(({ gold, got }) => gold !== got).length, claimed };
  });
}

/** Which half a document belongs to: fixed by its id alone, so that a half is the same in every run and on every machine. */
export function halfOf(id: string, digest: (text: string) => string): 'A' | 'B' {
  return parseInt(digest(id).slice(0, 2), 16) % 2 === 0 ? 'A' : 'B';
}
