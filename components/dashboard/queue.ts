/** What waits for a person's judgement: doubts before suspicions, the least sure first. Pure. */
import type { Decision } from '../../analyzers/decision';
import type { Overview } from '../../analyzers/overview';

export interface QueueItem {
  site: string;
  rule: string;
  outcome: 'violation' | 'review';
  /** Hundredths. */
  sureness: number;
  visitId: string;
  rulesVersion: string;
}

export const SHOWS = ['open', 'outdated', 'decided'] as const;
export type Show = (typeof SHOWS)[number];

/** Everything that could be judged, in the order in which it should be. */
export function queueOf(overviews: readonly Overview[], reportOnly: readonly string[]): QueueItem[] {
  const silent = new Set(reportOnly);
  const items: QueueItem[] = [];
  for (const { site, visitId, rulesVersion, doubtful, suspected, sureness } of overviews) {
    doubtful.forEach((rule, index) => silent.has(rule) || items.push({ site, rule, outcome: 'review', sureness: sureness[index] ?? 50, visitId, rulesVersion }));
    suspected.forEach((rule, index) => silent.has(rule) || items.push({ site, rule, outcome: 'violation', sureness: sureness[doubtful.length + index] ?? 95, visitId, rulesVersion }));
  }
  return items.sort((a, b) => (a.outcome === b.outcome ? a.sureness - b.sureness : a.outcome === 'review' ? -1 : 1));
}

/** The part of the queue that is looked at. */
export function partOf(queue: readonly QueueItem[], decisions: readonly Decision[], show: Show, rule: string): QueueItem[] {
  const decided = new Map(decisions.filter(({ choice }) => choice !== 'open').map((decision) => [`${decision.site} ${decision.rule}`, decision]));
  return queue.filter((item) => {
    if (rule && item.rule !== rule) return false;
    const decision = decided.get(`${item.site} ${item.rule}`);
    if (show === 'open') return !decision;
    if (!decision) return false;
    return show === 'decided' || decision.outcome !== item.outcome || decision.rulesVersion !== item.rulesVersion;
  });
}
