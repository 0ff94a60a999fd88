/** What the traffic rules share: who is a third party, what counts as proof, and when nothing can be said. */
import { say as sentence } from '../../locales';
import type { DataItem, DataKind, Exchange, PolicyDocument, RecordingSign, Text, Visit } from '../artifacts';
import type { Said } from '../policy/promises';
import type { Evidence, FlowRecipient } from '../report';
import type { PolicyContext, RuleContext, Verdict } from '../rule';
import { certaintyOf, cookieItem, indexIdentifiers, isKeptCookie, isNavigation } from './certainty';
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
  const page = exchange.pageUrl ? { pageUrl: exchange.pageUrl } : {};
  return { kind: 'request', requestId: exchange.id, url: exchange.url, ...page, at: exchange.at, recipient: labelOf(recipient), items };
}

/** A request that carries recorded events; the events themselves are not kept. */
export function recordingEvidence(exchange: Exchange, recipient: FlowRecipient, { form, events }: RecordingSign): Evidence {
  return { ...requestEvidence({ exchange, recipient, items: exchange.items.slice(0, 6) }), note: sentence(`rules.undisclosed-session-recording.evidence-${form}`, { count: events }) } as Evidence;
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

/** Kinds of data in words, each once, in the order given. */
export function kindNames(kinds: Iterable<DataKind>): Text {
  const names = [...new Set(kinds)].map((kind) => sentence(`report.kind.${kind}`));
  return { 'zh-CN': names.map((name) => name['zh-CN']).join('、'), en: names.map((name) => name.en).join(', ') };
}

/** Kinds among the items of sightings. */
export function kindsOf(sightings: readonly Sighting[]): DataKind[] {
  return [...new Set(sightings.flatMap(({ items }) => items.map(({ kind }) => kind)))];
}

/** Words of the policy as evidence. */
export function policyEvidence({ url, sha256, quote, start, end }: Said): Evidence {
  return { kind: 'policy-text', url, sha256, quote, start, end };
}

/** The whole policy as evidence of silence. */
export function silenceEvidence({ url, sha256, text }: PolicyContext): Evidence {
  return { kind: 'policy-text', url, sha256, note: sentence('judge.whole-text-read', { characters: text.length }) };
}

/** Recipients by name, each once, at most five. */
export function nameAll(recipients: readonly FlowRecipient[]): Text {
  const each = [...new Map(recipients.map((recipient) => [labelOf(recipient), recipient])).values()];
  const some = each.slice(0, 5);
  const isMore = each.length > some.length;
  return {
    'zh-CN': some.map(({ owner, domain }) => (owner === domain ? domain : `${owner}（${domain}）`)).join('、') + (isMore ? '等' : ''),
    en: some.map(labelOf).join(', ') + (isMore ? ', …' : ''),
  };
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
 * Consent may have been given before we looked: on an earlier visit or in another tab that we know of, on a page that was
 * loaded before (back from the page cache, say), or at a time that a clock set back has put after what followed it; or the
 * first page was asked for with cookies, and no consent was asked for now.
 */
export function mayHaveConsentedBefore(visit: Visit): boolean {
  if (visit.earlierConsentAt !== undefined || visit.problems.some(({ kind, detail }) => kind === 'clock-changed' || detail === 'loaded-before')) return true;
  const first = visit.exchanges.find((exchange) => exchange.type === 'document');
  if (!first || (first.cookiesSent ?? 0) === 0) return false;
  return !visit.surfaces.some((surface) => surface.consentSurfaces.some((consent) => consent.asksConsent && consent.visible));
}

/**
 * Why nothing can be held against the policy: it was not read, is still being read, or is in a language nobody here reads.
 * Undefined where it can.
 */
export function policyUnready({ policy, visit }: RuleContext): Verdict | undefined {
  if (!policy) return { outcome: 'error', say: visit.policy.status === 'pending' ? 'policy-pending' : 'policy-unread' };
  return policy.promises.understood ? undefined : { outcome: 'error', say: 'policy-unread' };
}

const LIST_LINK = /第三方.{0,12}(清单|目录|列表|名单)|SDK.{0,12}(清单|目录|列表|名单|说明)|(个人)?信息.{0,4}(收集|共享).{0,4}清单|共享.{0,6}清单|合作(方|伙伴).{0,8}(清单|名单|列表)|(third.?part|sdk|partner|vendor).{0,20}list/i;

/** The policy links to a list (of recipients, of what is collected) that was not read: what is missing may stand there. */
export function hasUnreadList({ policy }: Visit): boolean {
  if (policy.status !== 'read') return false;
  const read = new Set([policy.document, ...policy.linked].flatMap(({ url, finalUrl }: PolicyDocument) => [bare(url), bare(finalUrl)]));
  return policy.document.links.some(({ text, href }) => LIST_LINK.test(text.slice(0, 100)) && /^https?:/i.test(href) && !read.has(bare(href)));
}

function bare(url: string): string {
  return url.replace(/#[\s\S]*$/, '').replace(/^https?:/i, '').replace(/\/$/, '');
}

/** What requests carried, apart by how sure it is. Cookies that an answer set and the browser keeps are sure. */
export interface Carried {
  sure: Sighting[];
  doubtful: Sighting[];
}

/**
 * Sightings of the items that `counts` picks. What may go to the site itself under another domain is never sure, and a person
 * going to another site takes nothing there.
 */
export function carried(context: RuleContext, exchanges: readonly Exchange[], counts: (item: DataItem, recipient: FlowRecipient) => boolean): Carried {
  const index = indexIdentifiers(context.visit);
  const found: Carried = { sure: [], doubtful: [] };
  for (const exchange of exchanges) {
    if (isNavigation(exchange) && context.recipientOf(exchange).party !== 'first') continue;
    const recipient = context.recipientOf(exchange);
    const items = [...exchange.items, ...exchange.setCookies.filter(isKeptCookie).map(cookieItem)].filter((item) => counts(item, recipient));
    if (items.length === 0) continue;
    const sure = items.filter((item) => item.path.startsWith('set-cookie') || certaintyOf(item, context.visit, index) === 'sure');
    const rest = items.filter((item) => !sure.includes(item));
    if (sure.length > 0) (mayBeOwn(recipient, context.visit.site) ? found.doubtful : found.sure).push({ exchange, recipient, items: sure });
    if (rest.length > 0) found.doubtful.push({ exchange, recipient, items: rest });
  }
  return found;
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
export function violation(evidence: Evidence[], facts: Record<string, string | number | Text>, say?: string): Verdict | undefined {
  const [first, ...rest] = evidence;
  return first && { outcome: 'violation', evidence: [first, ...rest], facts, ...(say ? { say } : {}) };
}
