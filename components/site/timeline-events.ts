/** What happened in a visit, in order: what was asked, what the person chose, who received what. */
import { stagesOf } from '../../analyzers/complaint/facts';
import type { ConsentAct, DataKind } from '../../analyzers/artifacts';
import type { FlowRecipient, SiteReport, Stage } from '../../analyzers/report';
import { suspicionOf } from './recipients';

/** A consent question that came into view. */
export interface Shown {
  at: number;
  text: string;
  /** Right after a press of the person. */
  byPerson: boolean;
}

export type TimelineEvent = { at: number; stage: Stage } & (
  | { kind: 'opened' }
  | { kind: 'shown'; text: string }
  | { kind: 'act'; act: ConsentAct['kind']; text: string }
  | { kind: 'flow'; recipient: Pick<FlowRecipient, 'owner' | 'domain' | 'party'>; kinds: DataKind[]; count: number; suspected: boolean; isFirst: boolean }
  | { kind: 'stored'; host: string; key: string; suspected: boolean }
);

/** Events told; a page can make any number of them. */
export const EVENTS_SHOWN = 80;

/** All events of a visit, the earliest first. */
export function timelineOf(report: SiteReport, shown: readonly Shown[] = []): TimelineEvent[] {
  const start = Date.parse(report.startedAt);
  const acts = [...report.acts].sort((a, b) => a.at - b.at);
  const early = report.flows.find((flow) => !acts.some((act) => act.at <= Date.parse(flow.firstAt)))?.stage ?? 'before-choice';
  const stageAt = (at: number): Stage => {
    const last = acts.findLast((act) => act.at <= at);
    return last ? STAGE_AFTER[last.kind] : early;
  };
  const flows = report.flows
    .filter((flow) => Number.isFinite(Date.parse(flow.firstAt)))
    .sort((a, b) => Date.parse(a.firstAt) - Date.parse(b.firstAt));
  const firstThird = flows.find(({ recipient }) => recipient.party === 'third');
  const isSuspect = suspicionOf(report);
  const known = stagesOf(report);
  const suspicious = report.findings.filter(({ outcome }) => outcome === 'violation').flatMap(({ evidence }) => evidence);
  const events: TimelineEvent[] = [
    ...(Number.isFinite(start) ? [{ kind: 'opened' as const, at: start, stage: stageAt(start) }] : []),
    ...shown.map(({ at, text }) => ({ kind: 'shown' as const, at, text, stage: stageAt(at) })),
    // The act itself ends the stage before it.
    ...acts.map(({ at, kind, text }) => ({ kind: 'act' as const, at, act: kind, text, stage: STAGE_AFTER[kind] })),
    ...flows.map((flow) => ({
      kind: 'flow' as const, at: Date.parse(flow.firstAt), stage: flow.stage, recipient: flow.recipient, kinds: flow.kinds, count: flow.count,
      suspected: isSuspect(flow), isFirst: flow === firstThird,
    })),
    ...distinct(suspicious.flatMap((item) => (item.kind === 'storage' ? [{ kind: 'stored' as const, at: item.at, host: item.scriptHost ?? '', key: item.key, suspected: true, stage: stageAt(item.at) }] : []))),
    // Requests that are proof but no flow: what came back set the identifier.
    ...distinctRequests(suspicious.flatMap((item) => (item.kind === 'request' && !known.has(item.requestId) && item.items.length > 0 ? [item] : []))).map((item) => ({
      kind: 'flow' as const, at: item.at, stage: stageAt(item.at), recipient: { owner: item.recipient, domain: '', party: 'third' as const }, kinds: [...new Set(item.items.map(({ kind }) => kind))], count: 1, suspected: true, isFirst: false,
    })),
  ];
  return events.filter(({ at }) => Number.isFinite(at)).sort((a, b) => a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER: readonly TimelineEvent['kind'][] = ['opened', 'shown', 'act', 'stored', 'flow'];
const STAGE_AFTER: Record<ConsentAct['kind'], Stage> = { accept: 'after-accept', 'tick-and-submit': 'after-accept', refuse: 'after-refuse', withdraw: 'after-withdraw' };

function distinct<E extends { key: string; host: string }>(events: E[]): E[] {
  return events.filter((event, index) => events.findIndex((other) => other.key === event.key && other.host === event.host) === index);
}

function distinctRequests<E extends { requestId: string }>(items: E[]): E[] {
  return items.filter((item, index) => items.findIndex((other) => other.requestId === item.requestId) === index);
}

/** Neighbouring events of one stage. */
export function runsOf(events: readonly TimelineEvent[]): { stage: Stage; events: TimelineEvent[] }[] {
  const runs: { stage: Stage; events: TimelineEvent[] }[] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last?.stage === event.stage) last.events.push(event);
    else runs.push({ stage: event.stage, events: [event] });
  }
  return runs;
}
