/**
 * A case of the diary: what was found, what was asked of whom and when, what came back, and what is next. Pure: the day
 * comes from outside, the store keeps what is here.
 */
import type { EpochMs, RightsRequest, Visit } from '../artifacts';
import type { ChannelId } from '../data/channels';
import type { Finding, SiteReport } from '../report';
import { dueDay } from './due-day';
import type { ContactRecord } from './history';
import type { LetterKind } from './letter';
import { addDays, dayInBeijing, isDay } from './working-days';
import type { CountedDay } from './working-days';

/** `draft → sent → (answered | overdue) → retested → complained → replied → closed`; `overdue` follows from the calendar. */
export type CaseState = 'draft' | 'sent' | 'answered' | 'overdue' | 'retested' | 'complained' | 'replied' | 'closed';

/** What a person did or got, dated by themselves. */
export interface CaseStep {
  kind: 'sent' | 'answered' | 'retested' | 'complained' | 'replied' | 'closed' | 'reopened';
  /** Day in Beijing, YYYY-MM-DD. */
  on: string;
  /** When it was written down. */
  at: EpochMs;
  /** How it was sent, what was answered: the person's own words. */
  note?: string;
  /** For `complained`: where to. */
  channel?: ChannelId;
  /** For `retested`: findings by rule, against the case's report. */
  outcome?: { fixed: string[]; still: string[]; fresh: string[] };
}

export interface Case {
  id: string;
  site: string;
  createdAt: EpochMs;
  /** When anything of it was last changed: the newer of two copies holds. */
  changedAt: EpochMs;
  /** What is asked of the operator; a complaint without a letter before has none. */
  letter?: { kind: LetterKind; request: RightsRequest['kind']; text: string };
  promised?: RightsRequest['promised'];
  /** The report the case rests on, fit to be handed on. */
  report: SiteReport;
  /** Rules of the findings it is about. */
  findings: string[];
  /** The complaint as the person left it; empty until one was written. */
  complaint: string;
  steps: CaseStep[];
  /** The person wants to be reminded when an answer is due. */
  remind: boolean;
  /** Day on which the reminder was given. */
  reminded?: string;
}

/** Most steps and characters a case keeps; imports come from files of unknown origin. */
export const CASE_LIMITS = { steps: 200, note: 2_000, text: 60_000, findings: 300 } as const;

export interface CaseStatus {
  state: CaseState;
  /** Day by which the operator's answer is due, while one is waited for or was late. */
  due?: CountedDay;
  /** Days until it is due; negative when past. */
  daysLeft?: number;
  /** What to do now, the first thing first. */
  next: CaseAction[];
  /** A step lies in the future: the clock or the date is wrong. */
  clockWrong?: boolean;
}

export type CaseAction = 'send' | 'wait' | 'record-answer' | 'retest' | 'complain' | 'record-reply' | 'escalate' | 'close' | 'reopen';

/** A case as it begins. The report is kept as it may be handed on. */
export function newCase(id: string, report: SiteReport, findings: readonly string[], now: EpochMs, more: Partial<Pick<Case, 'letter' | 'promised' | 'complaint'>> = {}): Case {
  const kept: SiteReport = { ...report, findings: report.findings.filter(({ outcome, rule }) => outcome === 'violation' || outcome === 'review' || findings.includes(rule)) };
  return { id, site: report.site, createdAt: now, changedAt: now, report: kept, findings: findings.slice(0, CASE_LIMITS.findings), complaint: '', steps: [], remind: false, ...more };
}

/** Steps in the order of their days; of one day, in the order they were written. */
function inOrder(steps: readonly CaseStep[]): CaseStep[] {
  return [...steps].sort((a, b) => a.on.localeCompare(b.on) || a.at - b.at);
}

/** The step that began the wait for the operator: the first letter since the case was last opened. */
function sentStep(one: Case): CaseStep | undefined {
  return inOrder(one.steps).findLast(({ kind }) => kind === 'sent');
}

/** Where a case stands on a day. */
export function statusOf(one: Case, today: string): CaseStatus {
  const steps = inOrder(one.steps);
  const last = steps.at(-1);
  const sent = sentStep(one);
  const answered = sent && steps.find(({ kind, on }) => kind === 'answered' && on >= sent.on);
  const due = sent && isDay(sent.on) ? dueDay({ sentOn: sent.on, promised: one.promised }) : undefined;
  const clock = steps.some(({ on }) => on > addDays(today, 1)) ? { clockWrong: true } : {};
  const waiting = due && !answered ? { due, daysLeft: daysBetween(today, due.day) } : due ? { due } : {};
  const isLate = due !== undefined && !answered && today > due.day;
  switch (last?.kind) {
    case undefined:
    case 'reopened':
      return { state: 'draft', next: one.letter ? ['send', 'complain'] : ['complain', 'send'], ...clock };
    case 'sent':
      return isLate
        ? { state: 'overdue', ...waiting, next: ['complain', 'record-answer', 'retest'], ...clock }
        : { state: 'sent', ...waiting, next: ['wait', 'record-answer', 'retest'], ...clock };
    case 'answered':
      return { state: 'answered', ...waiting, next: ['retest', 'close', 'complain'], ...clock };
    case 'retested': {
      const isFixed = last.outcome !== undefined && last.outcome.still.length === 0 && last.outcome.fresh.length === 0;
      return { state: isLate ? 'overdue' : 'retested', ...waiting, next: isFixed ? ['close'] : ['complain', 'close'], ...clock };
    }
    case 'complained':
      return { state: 'complained', next: ['record-reply', 'retest', 'escalate', 'close'], ...clock };
    case 'replied':
      return { state: 'replied', next: ['retest', 'close', 'escalate'], ...clock };
    case 'closed':
      return { state: 'closed', next: ['reopen'], ...clock };
  }
}

/** The case with one more step. Notes are cut to their bound; a day that does not exist is refused. */
export function withStep(one: Case, step: CaseStep): Case {
  if (!isDay(step.on) || one.steps.length >= CASE_LIMITS.steps) return one;
  const kept = { ...step, ...(step.note === undefined ? {} : { note: step.note.slice(0, CASE_LIMITS.note) }) };
  return { ...one, steps: inOrder([...one.steps, kept]), changedAt: step.at };
}

/** What the rules judge lateness by: the requests of a site's cases, sent ones only. */
export function rightsRequestsOf(cases: readonly Case[]): RightsRequest[] {
  return cases.flatMap((one): RightsRequest[] => {
    const sent = sentStep(one);
    if (!sent || !one.letter) return [];
    const answered = inOrder(one.steps).find(({ kind, on }) => kind === 'answered' && on >= sent.on);
    return [
      {
        id: one.id, kind: one.letter.request, sentOn: sent.on, ...(one.promised ? { promised: one.promised } : {}),
        ...(answered ? { answeredOn: answered.on } : {}), ...(sent.note ? { proof: sent.note.slice(0, 80) } : {}),
      },
    ];
  });
}

/** What was asked before and came of it, for the complaint. */
export function contactRecord(one: Case, today: string): ContactRecord[] {
  return rightsRequestsOf([one]).map(({ kind, sentOn, promised, answeredOn, proof }) => {
    const due = dueDay({ sentOn, promised });
    const longest = dueDay({ sentOn });
    const answer = answeredOn && inOrder(one.steps).find(({ kind: step, on }) => step === 'answered' && on === answeredOn)?.note;
    return {
      kind, sentOn, due, asOf: today, ...(due.day < longest.day ? { promised: true } : {}), ...(proof ? { way: proof } : {}),
      ...(answeredOn ? { answeredOn } : {}), ...(answer ? { answer } : {}),
    };
  });
}

/** A visit that holds nothing but the requests: what the rule on overdue answers judges where no page is open. */
export function visitForRequests(one: Case, at: EpochMs): Visit {
  return {
    id: one.id, site: one.site, url: one.report.url, startedAt: at, browser: one.report.tool.browser, surfaces: [], acts: [], permissions: [], exchanges: [],
    storage: [], probes: [], policy: { status: 'pending' }, home: { seen: false, hasPolicyLink: false }, problems: [], rightsRequests: rightsRequestsOf([one]),
  };
}

/** The case's report with a finding put in the place of the rule's earlier one. */
export function withFinding(report: SiteReport, finding: Finding): SiteReport {
  return { ...report, findings: [...report.findings.filter(({ rule }) => rule !== finding.rule), finding] };
}

/** Cases whose answer is due today or past, that want a reminder and have had none for it. */
export function toRemind(cases: readonly Case[], now: EpochMs): Case[] {
  const today = dayInBeijing(now);
  return cases.filter((one) => {
    const { state, due } = statusOf(one, today);
    return one.remind && due !== undefined && (state === 'sent' || state === 'overdue') && today >= due.day && (one.reminded === undefined || one.reminded < due.day);
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
