/**
 * What changed between two texts of one policy, clause by clause and by meaning: white space, punctuation, dates, versions
 * and clauses that only moved do not count. Pure and linear for texts that are much alike.
 */
import { diffArrays } from 'diff';
import type { PolicyDocument } from '../artifacts';
import type { DutyLabel, PolicyResult } from '../report';

/** A passage of one of the texts; offsets are UTF-16 units into that document's `text`. */
export interface Passage {
  text: string;
  start: number;
  end: number;
}

export interface ClauseChange {
  kind: 'added' | 'removed' | 'changed';
  before?: Passage;
  after?: Passage;
  /** `duty`: it speaks of what must be told of handling personal data; `wording`: a slip mended, a word exchanged, something else. */
  weight: 'duty' | 'wording';
}

export interface PolicyChange {
  /** In the order of the newer text; at most `MAX_CHANGES`. */
  clauses: ClauseChange[];
  /** All changed clauses, also those beyond the limit. */
  count: number;
  dates: { before: string; after: string };
}

/** A duty that one of the texts fulfils otherwise than the other. */
export interface DutyChange {
  duty: string;
  before: { label: DutyLabel; quotes: string[] };
  after: { label: DutyLabel; quotes: string[] };
}

export const MAX_CHANGES = 200;
/** Clauses of one text that are compared; a policy of a million characters has fewer. */
const MAX_CLAUSES = 30_000;
/** Edits the exact comparison goes through; texts further apart are compared as sets of clauses. */
const MAX_EDITS = 2_000;
/** Shorter pieces are headings, numbers, navigation. */
const MIN_CLAUSE = 6;
/** Share of common letter pairs from which an old and a new clause are one clause that was changed … */
const SAME_CLAUSE = 0.5;
/** … and from which only a word was exchanged. */
const SAME_WORDS = 0.96;

interface Clause extends Passage {
  /** Letters and digits alone, dates and versions dropped. */
  key: string;
}

const known = new WeakMap<PolicyDocument, WeakMap<PolicyDocument, PolicyChange>>();

/** Compares two versions. The answer for a pair of documents is kept: a visit is judged again and again. */
export function comparePolicies(before: PolicyDocument, after: PolicyDocument): PolicyChange {
  const kept = known.get(before) ?? new WeakMap<PolicyDocument, PolicyChange>();
  known.set(before, kept);
  const change = kept.get(after) ?? compare(before, after);
  kept.set(after, change);
  return change;
}

/** Whether two texts are the same but for white space, punctuation, dates and versions. */
export function saysTheSame(before: Pick<PolicyDocument, 'text'>, after: Pick<PolicyDocument, 'text'>): boolean {
  return before.text === after.text || keyOf(before.text) === keyOf(after.text);
}

/** Duties whose label differs between the results of both versions. */
export function changedDuties(before: PolicyResult, after: PolicyResult): DutyChange[] {
  return Object.keys(after.duties).flatMap((duty) => {
    const [old, now] = [before.duties[duty], after.duties[duty]];
    if (!old || !now || old.label === now.label) return [];
    return [{ duty, before: { label: old.label, quotes: old.quotes }, after: { label: now.label, quotes: now.quotes } }];
  });
}

function compare(before: PolicyDocument, after: PolicyDocument): PolicyChange {
  const dates = { before: dateIn(before.text), after: dateIn(after.text) };
  if (saysTheSame(before, after)) return { clauses: [], count: 0, dates };
  const [old, now] = [clausesOf(before.text), clausesOf(after.text)];
  const { removed, added } = withoutMoved(...apart(old, now));
  const clauses = paired(removed, added);
  clauses.sort((a, b) => place(a) - place(b));
  return { clauses: clauses.slice(0, MAX_CHANGES), count: clauses.length, dates };
}

function place({ before, after }: ClauseChange): number {
  return (after ?? before)!.start;
}

/** Clauses: sentences of the text's lines, each with its place. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const piece of text.split(/(?<=[。；;！!？?\n])/)) {
    const key = keyOf(piece);
    if (key.length >= MIN_CLAUSE && clauses.length < MAX_CLAUSES) {
      const lead = piece.length - piece.trimStart().length;
      const words = piece.trim();
      clauses.push({ text: words, start: start + lead, end: start + lead + words.length, key });
    }
    start += piece.length;
  }
  return clauses;
}

const DATES = /(?:19|20)\d{2}\s?(?:年|[-./])\s?\d{1,2}\s?(?:月|[-./])\s?(?:\d{1,2}\s?(?:日|号)?)?|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? (?:19|20)\d{2}/gi;
const DATE_WORDS = /(?:最[近后新])?(?:更新|修订|发布|生效|实施|公布)(?:日期|时间|于)|版本号?|第[一二三四五六七八九十\d.]{1,5}版|\bv(?:ersion)?[. ]?\d[\d.]{0,12}|\blast (?:updated|revised)\b|\beffective date\b/gi;

function keyOf(text: string): string {
  return text.normalize('NFKC').replace(DATES, '').replace(DATE_WORDS, '').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** Clauses that only one of the texts has, in order. */
function apart(old: Clause[], now: Clause[]): [Clause[], Clause[]] {
  const parts = diffArrays(old.map(({ key }) => key), now.map(({ key }) => key), { maxEditLength: MAX_EDITS });
  if (!parts) return [old, now];
  const removed: Clause[] = [];
  const added: Clause[] = [];
  let i = 0;
  let j = 0;
  for (const { count, added: isAdded, removed: isRemoved } of parts) {
    if (isRemoved) removed.push(...old.slice(i, i + count));
    if (isAdded) added.push(...now.slice(j, j + count));
    if (!isAdded) i += count;
    if (!isRemoved) j += count;
  }
  return [removed, added];
}

/** Drops clauses that stand in both lists: they moved. */
function withoutMoved(removed: Clause[], added: Clause[]): { removed: Clause[]; added: Clause[] } {
  const counts = new Map<string, number>();
  for (const { key } of removed) counts.set(key, (counts.get(key) ?? 0) + 1);
  const moved = new Map<string, number>();
  const left = added.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    if (count === 0) return true;
    counts.set(key, count - 1);
    moved.set(key, (moved.get(key) ?? 0) + 1);
    return false;
  });
  const gone = removed.filter(({ key }) => {
    const count = moved.get(key) ?? 0;
    if (count > 0) moved.set(key, count - 1);
    return count === 0;
  });
  return { removed: gone, added: left };
}

/** Joins each new clause with the old one it most resembles, where they resemble each other at all. */
function paired(removed: Clause[], added: Clause[]): ClauseChange[] {
  const left = new Set(removed);
  const pairs = new Map<Clause, Set<string>>();
  const pairsOf = (clause: Clause) => {
    const found = pairs.get(clause) ?? letterPairs(clause.key);
    pairs.set(clause, found);
    return found;
  };
  const changes = added.map((after): ClauseChange => {
    let best: Clause | undefined;
    let likeness = SAME_CLAUSE;
    // Bounded: a rewritten text is new clauses, whatever each of them resembles.
    let tries = 0;
    for (const one of left) {
      if (++tries > 300) break;
      const common = overlap(pairsOf(one), pairsOf(after));
      if (common >= likeness) [best, likeness] = [one, common];
    }
    if (!best) return { kind: 'added', after: passage(after), weight: weightOf(after.text) };
    left.delete(best);
    const isSlip = likeness >= SAME_WORDS && digitsOf(best.key) === digitsOf(after.key) && deniesAlike(best.text, after.text);
    return { kind: 'changed', before: passage(best), after: passage(after), weight: isSlip ? 'wording' : weightOf(`${best.text} ${after.text}`) };
  });
  return [...changes, ...[...left].map((before): ClauseChange => ({ kind: 'removed', before: passage(before), weight: weightOf(before.text) }))];
}

function passage({ text, start, end }: Clause): Passage {
  return { text, start, end };
}

function letterPairs(key: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < key.length && i < 1_000; i++) pairs.add(key.slice(i, i + 2));
  return pairs;
}

function overlap(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

function digitsOf(key: string): string {
  return key.replace(/[^\d一二三四五六七八九十百]+/g, ' ');
}

const NOT = /不|无|未|禁止|拒绝|\b(?:not|no|never)\b/gi;

function deniesAlike(before: string, after: string): boolean {
  return (before.match(NOT)?.length ?? 0) === (after.match(NOT)?.length ?? 0);
}

/** What must be told (PIPL 17, 22, 23, 30, 39) or asked for again (PIPL 14): data, purposes, means, recipients, times, rights. */
const DUTY =
  /收集|采集|获取|记录您|使用您|用于|目的|共享|分享|提供给|向[^，。]{0,16}(?:提供|传输|披露)|第三方|合作(?:方|伙伴|机构)|关联(?:公司|方)|SDK|委托|转让|公开披露|保存|存储|保留|期限|境外|出境|敏感|人脸|生物识别|定位|位置|通讯录|身份证|银行|个性化|画像|自动化决策|推荐|Cookie|删除|更正|注销|撤[回销]|查阅|同意|授权|儿童|未成年|监护人|联系我们|投诉|\b(?:collect|use[ds]? (?:your|for|to)|shar(?:e|ing)|third part|disclos|retain|retention|store[ds]?|transfer|sensitive|biometric|location|profil|personali|cookies?|delet|eras|correct|withdraw|access|consent|child|minor|complain)/i;
/** An address, a phone number, a company's name in the imprint: told, but no rule. */
const IMPRINT = /^(?:联系)?(?:电话|传真|地址|邮编|邮箱|客服|网址|备案号|版权所有)[:：]|ICP备|©/;

function weightOf(text: string): ClauseChange['weight'] {
  return DUTY.test(text) && !IMPRINT.test(text) ? 'duty' : 'wording';
}

const DATED = /(?:更新|修订|发布|生效|实施|公布|版本)[^。\n]{0,12}?((?:19|20)\d{2})\s?(?:年|[-./])\s?(\d{1,2})\s?(?:月|[-./])\s?(\d{1,2})?|\b(?:updated|revised|effective)[^.\n]{0,20}?([a-z]{3,9} \d{1,2},? (?:19|20)\d{2}|(?:19|20)\d{2}-\d{1,2}-\d{1,2})/i;

/** The date a policy gives itself, at its head or else at its end, in one spelling; '' when there is none. */
function dateIn(text: string): string {
  for (const part of [text.slice(0, 3_000), text.slice(-1_500)]) {
    const match = DATED.exec(part);
    if (match) return match[4]?.toLowerCase() ?? [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].filter(Boolean).join('-');
  }
  return '';
}
