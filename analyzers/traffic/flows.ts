/** Who got what, and when: requests put together by recipient and consent stage. */
import { UNREAD_PRESS, type ConsentAct, type DataItem, type DataKind, type Exchange, type Visit } from '../artifacts';
import type { Flow, FlowRecipient, Stage } from '../report';
import type { PolicyContext } from '../rule';
import { brandLabel } from './domains';
import { standsInText } from './named';
import { namesOfRecipient, recipientOf, type SiteInfo } from './recipients';

/** Request ids kept for one flow: enough to prove it. */
const REQUESTS_PER_FLOW = 50;

export interface Flows {
  flows: Flow[];
  /** Recipient of a request, with party and reason. */
  recipientOf(exchange: Exchange): FlowRecipient;
  /** Recipient behind any host, such as that of a script. */
  recipientOfHost(host: string): FlowRecipient;
  /** Consent stage of a moment. */
  stageAt(at: number): Stage;
}

const STAGE_OF_ACT: Record<ConsentAct['kind'], Stage> = {
  accept: 'after-accept', 'tick-and-submit': 'after-accept', refuse: 'after-refuse', withdraw: 'after-withdraw',
};

/** Builds the flows of a visit; `policy` helps to tell affiliates. */
export function buildFlows(visit: Visit, policy?: PolicyContext): Flows {
  const site = siteOf(visit, policy);
  const byHost = new Map<string, FlowRecipient>();
  const recipientOfHost = (host: string): FlowRecipient => {
    const known = byHost.get(host);
    if (known) return known;
    const recipient = recipientOf(host, site);
    byHost.set(host, recipient);
    return recipient;
  };
  const acts = [...visit.acts].sort((a, b) => a.at - b.at);
  const unread = visit.problems.find(({ kind, detail }) => kind === 'page-unreadable' && detail === UNREAD_PRESS)?.at ?? Number.POSITIVE_INFINITY;
  const stageAt = (at: number): Stage => {
    // Doubt counts for the site.
    let stage: Stage = at < unread ? 'before-choice' : 'after-accept';
    for (const act of acts) {
      if (act.at > at) break;
      stage = STAGE_OF_ACT[act.kind];
    }
    return stage;
  };
  const loads = visit.exchanges.filter(({ type, host, speculative }) => type === 'document' && !speculative && recipientOfHost(host).party === 'first').map(({ at }) => at).sort((a, b) => a - b);
  const flows = new Map<string, { flow: Flow; first: number; kinds: Set<DataKind> }>();
  for (const exchange of visit.exchanges) {
    if (exchange.items.length === 0) continue;
    const recipient = recipientOfHost(exchange.host);
    const stage = stageAt(exchange.at);
    for (const form of ['plain', 'encoded', 'hashed'] satisfies DataItem['form'][]) {
      const items = exchange.items.filter((item) => item.form === form);
      if (items.length === 0) continue;
      const id = `${recipient.domain} ${recipient.role} ${recipient.party} ${stage} ${form}`;
      const entry = flows.get(id) ?? { flow: { recipient, stage, kinds: [], form, count: 0, firstAt: '', requests: [] }, first: exchange.at, kinds: new Set() };
      flows.set(id, entry);
      entry.first = Math.min(entry.first, exchange.at);
      entry.flow.count++;
      if (entry.flow.requests.length < REQUESTS_PER_FLOW) entry.flow.requests.push(exchange.id);
      for (const item of items) entry.kinds.add(item.kind);
    }
  }
  const sorted = [...flows.values()].sort((a, b) => a.first - b.first);
  return {
    flows: sorted.map(({ flow, first, kinds }) => ({ ...flow, kinds: [...kinds].sort(), firstAt: new Date(first).toISOString(), afterNavigationMs: Math.max(0, Math.round(first - (loads.findLast((load) => load <= first) ?? visit.startedAt))) })),
    recipientOf: (exchange) => recipientOfHost(exchange.host),
    recipientOfHost,
    stageAt,
  };
}

function siteOf(visit: Visit, policy?: PolicyContext): SiteInfo {
  const footers = visit.surfaces.map((surface) => surface.footer);
  return {
    domain: visit.site,
    icp: footers.find((footer) => footer.icp)?.icp,
    operators: [...new Set([...footers.flatMap(({ operator }) => operator ?? []), ...(policy?.result.facts.handler.slice(0, 1) ?? [])])],
    policyText: policy?.text,
  };
}

/** Labels of domains that are ordinary words: finding them in a text names nobody. */
const COMMON_LABELS = new Set(
  'data cloud static stat stats track tracker tracking analytics analysis log logs monitor report cdn api apis app apps web site online service services media image images file files push message mobile user users shop store mall pay test demo example sample partner partners third party vendor collect collector events event sdk open platform'.split(' '),
);

/**
 * Whether company, product or domain of a recipient stands in the policy. Doubt counts for the site: any name of the company
 * will do, and so will the label its domain is known by.
 */
export function namesRecipient(policyText: string, recipient: FlowRecipient): boolean {
  if (standsInText(policyText, recipient.domain)) return true;
  if (namesOfRecipient(recipient).some((name) => standsInText(policyText, name))) return true;
  const label = brandLabel(recipient.domain);
  return label.length >= 4 && /[a-z]/.test(label) && !COMMON_LABELS.has(label) && standsInText(policyText, label);
}
