/** The same kind of personal data is uploaded more than ten times a minute for a minute while the person does nothing. */
import type { DataItem, DataKind, Exchange } from '../artifacts';
import type { FlowRecipient } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { isIdentifier } from '../traffic/certainty';
import { carried, evidenceOf, isIncomplete, isThirdParty, kindNames, nameAll, violation, type Sighting } from '../traffic/judging';
import { isExcepted } from '../traffic/recipients';

export const excessiveUploadFrequency: Rule = {
  id: 'excessive-upload-frequency',
  category: 'not-necessary',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '6' }, { instrument: 'CRITERIA', article: '四-4' }],
  judge,
};

/** Uploads in one minute above which they are too many (the catalogue's line; 认定方法四-4 gives no number). */
const MOST = 10;
const MINUTE_MS = 60_000;
/** "For a minute": of the six parts of ten seconds, this many must hold an upload; a burst at load fills one or two. */
const PART_MS = 10_000;
const LEAST_PARTS = 5;

const LEFT_OUT: ReadonlySet<DataKind> = new Set(['ip', 'search-or-page-content', 'typed-text', 'password']);

/**
 * A cookie goes with every request whatever it is for, and a site's own identifiers keep its sessions; what a request carries
 * beside them was put in by a script.
 */
function counts(item: DataItem, recipient: FlowRecipient): boolean {
  if (LEFT_OUT.has(item.kind) || item.where === 'cookie' || item.where === 'header' || item.where === 'referer') return false;
  return !isIdentifier(item) || (isThirdParty(recipient) && item.path !== 'set-cookie');
}

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  if (visit.exchanges.length === 0) return { outcome: 'not-applicable' };
  const { sure, doubtful } = carried(context, visit.exchanges.filter(isUpload), counts);
  const long = Math.max(...visit.exchanges.map(({ at }) => at)) - Math.min(...visit.exchanges.map(({ at }) => at)) >= MINUTE_MS * 0.8;
  const { activity } = visit;
  const all = frequent([...sure, ...doubtful], []);
  if (all.length === 0) {
    if (isIncomplete(visit)) return { outcome: 'error', say: 'incomplete' };
    return { outcome: long && sure.length + doubtful.length > 0 ? 'pass' : 'not-applicable' };
  }
  const facts = (runs: readonly Run[]) => ({ kinds: kindNames(runs.map(({ kind }) => kind)), count: Math.max(...runs.map(({ sightings }) => sightings.length)), recipients: nameAll(runs.map(({ sightings }) => sightings[0]!.recipient)) });
  const evidence = (runs: readonly Run[]) => evidenceOf(runs.flatMap(({ sightings }) => sightings));
  if (!activity) return { outcome: 'review', say: 'activity-unseen', evidence: evidence(all), facts: facts(all) };
  const idle = frequent(sure, activity).filter(({ sightings }) => !SERVES.has(sightings[0]!.recipient.role) && !isExcepted(sightings[0]!.recipient));
  if (idle.length > 0) return violation(evidence(idle), facts(idle))!;
  const unclear = frequent([...sure, ...doubtful], activity);
  if (unclear.length > 0) return { outcome: 'review', say: 'doubtful', evidence: evidence(unclear), facts: facts(unclear) };
  return { outcome: 'pass' };
}

/** Roles that poll by their nature: a chat waits for answers, a player reports its place. */
const SERVES: ReadonlySet<FlowRecipient['role']> = new Set(['customer-service', 'video', 'push']);

function isUpload({ type, speculative }: Exchange): boolean {
  return !speculative && type !== 'document' && type !== 'style' && type !== 'font' && type !== 'media';
}

interface Run {
  kind: DataKind;
  sightings: Sighting[];
}

/** For each recipient and kind, the first minute without activity that holds too many uploads, spread over it. */
function frequent(sightings: readonly Sighting[], activity: readonly number[]): Run[] {
  const groups = new Map<string, Run>();
  for (const sighting of sightings) {
    for (const kind of new Set(sighting.items.map((item) => item.kind))) {
      const key = `${sighting.recipient.domain} ${kind}`;
      const run = groups.get(key) ?? { kind, sightings: [] };
      groups.set(key, run);
      run.sightings.push({ ...sighting, items: sighting.items.filter((item) => item.kind === kind) });
    }
  }
  return [...groups.values()].flatMap(({ kind, sightings: all }) => {
    const sorted = [...all].sort((a, b) => a.exchange.at - b.exchange.at);
    for (let from = 0, to = 0; from < sorted.length; from++) {
      const start = sorted[from]!.exchange.at;
      while (to < sorted.length && sorted[to]!.exchange.at < start + MINUTE_MS) to++;
      if (to - from <= MOST) continue;
      const within = sorted.slice(from, to);
      const parts = new Set(within.map(({ exchange }) => Math.floor((exchange.at - start) / PART_MS)));
      if (parts.size >= LEAST_PARTS && !activity.some((at) => at >= start && at < start + MINUTE_MS)) return [{ kind, sightings: within }];
    }
    return [];
  });
}
