/** What the person typed leaves the page before they press a control that asks for it to be sent. */
import type { ControlPress, DataItem, DataKind, Exchange, Visit } from '../artifacts';
import type { Rule, RuleContext, Verdict } from '../rule';
import { evidenceOf, isIncomplete, kindNames, kindsOf, mayBeOwn, nameAll, nothingFound, violation, type Sighting } from '../traffic/judging';
import { isExcepted } from '../traffic/recipients';

export const dataSentBeforeSubmit: Rule = {
  id: 'data-sent-before-submit',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '13' }, { instrument: 'PIPL', article: '14' }],
  judge,
};

/** Pressing such a control asks for what was typed to be sent. */
const ASKING: ReadonlySet<ControlPress['role']> = new Set(['submit', 'send-code', 'search', 'accept', 'acknowledge']);

/**
 * A press moves the focus first: a field that is checked when it is left sends this long before the click that the person
 * is in the middle of (pointer down to click, a slow press included).
 */
const PRESS_MS = 1_000;

/** Kinds that a page of its own can only mean for itself. Free text, search words and places are suggested while typing. */
const PLAIN_KINDS: ReadonlySet<DataKind> = new Set(['phone', 'email', 'id-number', 'name', 'bank-card', 'birthday', 'password']);
/** Addresses at which a site checks one field or suggests words; whether that must be before sending, a person decides. */
const CHECKING = /check|valid|verif|exist|unique|duplicate|available|suggest|complete|typeahead|search|query|hint|sug\b|autosave|draft/i;

type Sort = 'violation' | 'first-party' | 'unknown-control';

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const carrying = visit.exchanges.filter((exchange) => exchange.items.some(isTyped));
  if (carrying.length === 0) {
    if (visit.exchanges.some(({ seenBy }) => seenBy === 'har')) return { outcome: 'error', say: 'page-unseen' };
    return isIncomplete(visit) ? { outcome: 'error', say: 'incomplete' } : { outcome: 'not-applicable' };
  }
  const { presses, typed } = visit;
  if (!presses || !typed) return { outcome: 'error', say: 'page-unseen' };
  const sorted: Record<Sort, Sighting[]> = { violation: [], 'first-party': [], 'unknown-control': [] };
  for (const exchange of carrying) {
    const items = exchange.items.filter((item) => isTyped(item) && !isAskedFor(item, exchange, presses, typed, ASKING));
    if (items.length === 0) continue;
    const recipient = context.recipientOf(exchange);
    const early = items.filter((item) => !isAskedFor(item, exchange, presses, typed));
    const sighting = { exchange, recipient, items: early.length > 0 ? early : items };
    if (early.length === 0) sorted['unknown-control'].push(sighting);
    else sorted[isPlain(sighting, context) ? 'violation' : 'first-party'].push(sighting);
  }
  const facts = (list: readonly Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), kinds: kindNames(kindsOf(list)), count: list.length });
  const found = violation(evidenceOf(sorted.violation), facts(sorted.violation));
  if (found) return found;
  for (const say of ['first-party', 'unknown-control'] as const) {
    if (sorted[say].length > 0) return { outcome: 'review', say, evidence: evidenceOf(sorted[say]), facts: facts(sorted[say]) };
  }
  return nothingFound(context, visit.exchanges.filter(({ at }) => at >= typed[0]!.at));
}

function isTyped(item: DataItem): boolean {
  return item.foundBy === 'needle' && item.kind !== 'cookie-id' && item.kind !== 'device-id';
}

/**
 * Whether the person pressed something between typing the value and its being sent, or was about to. What was typed at a time
 * nobody knows counts as asked for.
 */
function isAskedFor(item: DataItem, exchange: Exchange, presses: readonly ControlPress[], typed: NonNullable<Visit['typed']>, roles?: ReadonlySet<ControlPress['role']>): boolean {
  const times = typed.filter(({ digest, at }) => digest === item.digest && at <= exchange.at + PRESS_MS).map(({ at }) => at);
  if (times.length === 0) return true;
  const first = Math.min(...times);
  return presses.some((press) => press.at >= first - PRESS_MS && press.at <= exchange.at + PRESS_MS && (!roles || roles.has(press.role)));
}

/** Not a suggestion, a check of one field or a draft kept by the site itself, nor what a captcha needs. */
function isPlain({ exchange, recipient, items }: Sighting, { visit }: RuleContext): boolean {
  if (isExcepted(recipient) || mayBeOwn(recipient, visit.site)) return false;
  const kinds = items.some(({ kind }) => PLAIN_KINDS.has(kind));
  if (recipient.party === 'first' || recipient.party === 'affiliate') return kinds && !CHECKING.test(exchange.url.replace(/^https?:\/\/[^/]*/, '')) && exchange.type !== 'websocket';
  // Free text goes to a map or a translator while it is typed because it is what they work on.
  return kinds || (recipient.role !== 'map' && recipient.role !== 'unknown' && recipient.role !== 'customer-service' && recipient.role !== 'cloud' && recipient.role !== 'cdn');
}
