/** What the traffic rules share: who is a third party, what counts as proof, and when nothing can be said. */
import type { DataItem, Exchange, Visit } from '../artifacts';
import type { Evidence, FlowRecipient } from '../report';
import type { RuleContext, Verdict } from '../rule';
import { brandLabel } from './domains';
import { isExcepted } from './recipients';

/** Evidence items shown for one finding: one of each recipient first, then more. */
const EVIDENCE_LIMIT = 12;

/** Something that reached a recipient. */
export interface Sighting {
  exchange: Exchange;
  recipient: FlowRecipient;
  items: DataItem[];
}

export function requestEvidence({ exchange, recipient, items }: Sighting): Evidence {
  return { kind: 'request', requestId: exchange.id, url: exchange.url, at: exchange.at, recipient: labelOf(recipient), items };
}

/** Evidence for sightings, every recipient once before any twice. */
export function evidenceOf(sightings: readonly Sighting[]): Evidence[] {
  const first = new Map<string, Sighting>();
  for (const sighting of sightings) if (!first.has(sighting.recipient.domain)) first.set(sighting.recipient.domain, sighting);
  const order = [...first.values(), ...sightings.filter((sighting) => first.get(sighting.recipient.domain) !== sighting)];
  return order.slice(0, EVIDENCE_LIMIT).map(requestEvidence);
}

/** Owner and domain, or the domain alone. */
export function labelOf({ owner, domain }: FlowRecipient): string {
  return owner === domain ? domain : `${owner} (${domain})`;
}

/** Recipients by name, each once, at most five. */
export function nameAll(recipients: readonly FlowRecipient[]): string {
  const names = [...new Set(recipients.map(labelOf))];
  return names.slice(0, 5).join('; ') + (names.length > 5 ? '; …' : '');
}

/** Another handler that no exception covers. */
export function isThirdParty(recipient: FlowRecipient): boolean {
  return recipient.party === 'third' && !isExcepted(recipient);
}

/** An unlisted domain that carries the site's own label (`shop`, `shop-static`, `shopcdn`) is probably the site's. */
export function mayBeOwn(recipient: FlowRecipient, site: string): boolean {
  if (recipient.reason !== 'unknown-domain') return false;
  return holdsLabel(brandLabel(recipient.domain), brandLabel(site)) || holdsLabel(brandLabel(site), brandLabel(recipient.domain));
}

/** Whether the longer label has the shorter one as a word of its own (two letters on), at its edge (three) or inside (five). */
function holdsLabel(longer: string, shorter: string): boolean {
  if (shorter.length < 2 || /^\d+$/.test(shorter)) return false;
  if (longer.split('-').includes(shorter)) return true;
  if (shorter.length >= 3 && (longer.startsWith(shorter) || longer.endsWith(shorter))) return true;
  return shorter.length >= 5 && longer.includes(shorter);
}

/**
 * Consent may have been given on an earlier visit: the first page was asked for with cookies, and no consent was asked for now.
 */
export function mayHaveConsentedBefore(visit: Visit): boolean {
  const first = visit.exchanges.find((exchange) => exchange.type === 'document');
  if (!first || (first.cookiesSent ?? 0) === 0) return false;
  return !visit.surfaces.some((surface) => surface.consentSurfaces.some((consent) => consent.asksConsent && consent.visible));
}

/** Whether requests may be missing. Only then is "nothing found" no answer; what was found stands. */
export function isIncomplete(visit: Visit): boolean {
  return visit.problems.some(({ kind }) => kind === 'worker-restarted' || kind === 'requests-dropped');
}

/**
 * The answer where nothing was found: `error` where requests were missed or bodies to third parties could not be read,
 * else `pass`.
 */
export function nothingFound(context: RuleContext, looked: readonly Exchange[]): Verdict {
  if (isIncomplete(context.visit)) return { outcome: 'error', say: 'incomplete' };
  const unread = looked.filter((exchange) => exchange.body === 'unreadable' && isThirdParty(context.recipientOf(exchange)));
  if (unread.length > 0) return { outcome: 'error', say: 'unreadable', facts: { recipients: nameAll(unread.map((exchange) => context.recipientOf(exchange))) } };
  return { outcome: 'pass' };
}

/** A violation where there is evidence; without it the type would not allow one. */
export function violation(evidence: Evidence[], facts: Record<string, string | number>, say?: string): Verdict | undefined {
  const [first, ...rest] = evidence;
  return first && { outcome: 'violation', evidence: [first, ...rest], facts, ...(say ? { say } : {}) };
}
