/** What still goes to recipients the service does not need after the person has refused, or taken a consent back. */
import type { ConsentAct, Exchange } from '../artifacts';
import type { Stage } from '../report';
import type { RuleContext, Verdict } from '../rule';
import { certaintyOf, cookieItem, indexIdentifiers, isKeptCookie, isNavigation } from './certainty';
import { evidenceOf, isThirdParty, kindNames, kindsOf, mayBeOwn, nameAll, nothingFound, violation, type Sighting } from './judging';

/**
 * A request is after the decision when it was made after it, not when the network got round to it. How well that is known
 * differs by type: of fetches, beacons, sockets and frames the browser tells the moment they were made; of scripts, pictures
 * and styles only the moment they were sent, and those wait in line behind others.
 *
 * Within `EFFECT_MS` of the press a request may have been made before the page could act on the decision (the clocks of page
 * and network are read in two processes, consent platforms tell their tags by events): to a recipient that was in touch
 * before, that is for a person; to one that was never in touch before it is no leftover of anything.
 */
const EFFECT_MS = 100;
/** What is told by its sending waits in line this long at most on a page that is not failing. */
const QUEUE_MS = 1_000;

const TOLD_WHEN_MADE: ReadonlySet<Exchange['type']> = new Set(['xhr', 'beacon', 'websocket', 'frame', 'document', 'other']);

type Timing = 'before' | 'at-once' | 'after';

/**
 * Judges requests after an act.
 * @param kind the act · @param stage the stage it begins
 */
export function judgeAfter(context: RuleContext, kind: ConsentAct['kind'], stage: Stage): Verdict {
  const { visit } = context;
  const acts = visit.acts.filter((act) => act.kind === kind);
  if (acts.length === 0) return { outcome: 'not-applicable' };
  // A clock that was set back puts earlier requests after the act, or later ones before it.
  if (visit.problems.some((problem) => problem.kind === 'clock-changed')) return { outcome: 'error', say: 'clock-changed' };
  const index = indexIdentifiers(visit);
  const after = visit.exchanges.filter((exchange) => context.stageAt(exchange.at) === stage && !exchange.speculative && isThirdParty(context.recipientOf(exchange)) && !isNavigation(exchange));
  const sure: Sighting[] = [];
  const early: Sighting[] = [];
  const doubtful: Sighting[] = [];
  for (const exchange of after) {
    const act = acts.findLast(({ at }) => at <= exchange.at)!;
    const timing = timingOf(exchange, act, context);
    if (timing === 'before') continue;
    const recipient = context.recipientOf(exchange);
    const certain = [...exchange.items.filter((item) => certaintyOf(item, visit, index) === 'sure'), ...exchange.setCookies.filter(isKeptCookie).map(cookieItem)];
    const rest = exchange.items.filter((item) => !certain.includes(item));
    const clear = !mayBeOwn(recipient, visit.site) && coversTracking(act);
    if (certain.length > 0) (clear ? (timing === 'after' ? sure : early) : doubtful).push({ exchange, recipient, items: certain });
    if (rest.length > 0) doubtful.push({ exchange, recipient, items: rest });
  }
  const facts = (list: Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), kinds: kindNames(kindsOf(list)), count: list.length });
  const found = violation(evidenceOf(sure), facts(sure));
  if (found) return found;
  if (early.length > 0) return { outcome: 'review', say: 'at-once', evidence: evidenceOf(early), facts: facts(early) };
  if (doubtful.length > 0) return { outcome: 'review', say: 'doubtful', evidence: evidenceOf(doubtful), facts: facts(doubtful) };
  return nothingFound(context, after);
}

function timingOf(exchange: Exchange, act: ConsentAct, context: RuleContext): Timing {
  const { exchanges } = context.visit;
  const passed = exchange.at - act.at;
  if (passed > (TOLD_WHEN_MADE.has(exchange.type) ? EFFECT_MS : QUEUE_MS)) return 'after';
  if (wasMadeBefore(exchange, act, exchanges)) return 'before';
  const { domain } = context.recipientOf(exchange);
  const inTouch = exchanges.some((other) => other.at < act.at && context.recipientOf(other).domain === domain);
  return inTouch ? 'at-once' : 'after';
}

/** Browsers number requests as they are made: a number below that of a request sent before the act was made before it too. */
function wasMadeBefore(exchange: Exchange, act: ConsentAct, exchanges: readonly Exchange[]): boolean {
  const own = numberOf(exchange);
  return own !== undefined && exchanges.some((other) => other.at < act.at && (numberOf(other) ?? -1) > own);
}

function numberOf({ id, seenBy }: Exchange): number | undefined {
  return seenBy === 'web-request' && /^\d{1,12}(?:\.\d{1,4})?$/.test(id) ? Number.parseInt(id, 10) : undefined;
}

/** A refusal of marketing messages or of a credit query alone says nothing about the rest. */
function coversTracking({ topics }: ConsentAct): boolean {
  return topics.length === 0 || topics.some((topic) => topic === 'policy' || topic === 'cookies' || topic === 'sharing' || topic === 'agreement' || topic === 'other');
}
