/** Visits of pages whose overlays, walls and times were seen in a browser: from the JSON fixtures of the rules on them. */
import type { ConsentAct, ConsentSurface, ConsentWall, Jump, Overlay, Visit } from '../../../analyzers/artifacts';
import type { FlowRecipient } from '../../../analyzers/report';
import type { Rule, Verdict } from '../../../analyzers/rule';
import { PAGE, fixture, surfaceOf, visitOf } from './page-visit';

export interface Seen {
  page: string;
  shown?: ConsentSurface['shown'];
  overlays?: Overlay[];
  walls?: ConsentWall[];
  jumps?: Jump[];
  acts?: Omit<ConsentAct, 'pageUrl' | 'surfaceId'>[];
}

export function seen(rule: string, name: string): Seen {
  return JSON.parse(fixture(rule, `${name}.json`)) as Seen;
}

/** The visit of what was seen; acts and overlays belong to the page's first consent surface, where it has one. */
export function visitOfSeen({ page, shown, overlays, walls, jumps, acts = [] }: Seen): Visit {
  const surface = surfaceOf(page, PAGE, 10_000);
  const [asked] = surface.consentSurfaces;
  if (asked && shown) asked.shown = shown;
  return visitOf([{ ...surface, ...(overlays ? { overlays: overlays.map((one) => (one.holds === 'consent' ? { ...one, surfaceId: asked?.id } : one)) } : {}), ...(walls ? { walls } : {}) }], {
    acts: acts.map((act) => ({ ...act, pageUrl: PAGE, surfaceId: asked?.id })), jumps,
  });
}

/** Judges a visit in which every host but the site's own is another company's. */
export function judgeSeen(rule: Rule, what: Seen): Verdict {
  const recipientOfHost = (host: string): FlowRecipient => ({ domain: host.split('.').slice(-2).join('.'), owner: host, country: '', party: 'third', reason: 'unknown-domain', role: 'unknown' });
  return rule.judge({ visit: visitOfSeen(what), flows: [], recipientOf: (exchange) => recipientOfHost(exchange.host), recipientOfHost, stageAt: () => 'before-choice' });
}
