/** A visit while it happens: takes what is observed, keeps it within bounds, and knows what is not yet written. */
import { LIMITS, type ConsentAct, type Exchange, type FingerprintProbe, type PageSurface, type PermissionCall, type PolicyOutcome, type Problem, type Visit } from '@/analyzers/artifacts';
import type { SiteReport } from '@/analyzers/report';
import type { Observer, RawRequest } from '@/analyzers/traffic/observe';
import type { VisitBatch } from '@/store/visits';
import type { HookedBody, RawStorageWrite, TypedValue } from './messages';

/** Acts, permission calls and probes kept for one visit; pages can make any number of them. */
const EVENTS_PER_VISIT = 200;

/** What was typed and which identifiers were stored: in memory for the length of a visit, never on disk. */
export interface Memory {
  typed: TypedValue[];
  stored: RawStorageWrite[];
}

export class LiveVisit {
  /** Nothing of a private window is ever written to disk; while it is not known which it is, nothing is written either. */
  window: 'unknown' | 'private' | 'normal' = 'unknown';
  /** Newest report, while nothing has changed since it was made. */
  report?: SiteReport;
  private unsaved = new Set<Exchange>();
  private typed: TypedValue[] = [];
  private stored: RawStorageWrite[] = [];
  private changed = true;
  private changedAt = Date.now();

  constructor(readonly visit: Visit, readonly tabId: number, private readonly observer: Observer) {}

  /** Whether anything was observed that is not yet on disk. */
  get isDirty(): boolean {
    return this.changed;
  }

  /** Milliseconds since something was last observed. */
  quietFor(now: number): number {
    return now - this.changedAt;
  }

  addSurface(surface: PageSurface): void {
    const { surfaces, home } = this.visit;
    const others = surfaces.filter((known) => known.url !== surface.url);
    this.visit.surfaces = [...others, surface].slice(-LIMITS.surfacesPerVisit);
    if (surface.isHome) {
      home.seen = true;
      // A user agreement alone is no privacy policy.
      home.hasPolicyLink ||= surface.policyLinks.some(({ names }) => names === 'policy' || names === 'combined');
    }
    this.touch();
  }

  addAct(act: ConsentAct): void {
    this.push(this.visit.acts, act);
  }

  addPermission(call: PermissionCall): void {
    this.push(this.visit.permissions, call);
  }

  addProbe(probe: FingerprintProbe): void {
    const isKnown = this.visit.probes.some((known) => known.technique === probe.technique && known.scriptHost === probe.scriptHost && known.pageUrl === probe.pageUrl);
    if (!isKnown) this.push(this.visit.probes, probe);
  }

  addProblem(kind: Problem['kind'], detail?: string): void {
    if (!this.visit.problems.some((known) => known.kind === kind && known.detail === detail)) this.push(this.visit.problems, { at: Date.now(), kind, detail });
  }

  /** Typed values live in the observer's memory only. */
  addTyped(values: TypedValue[]): void {
    for (const { fieldKind, value, at } of values) this.observer.addTyped(fieldKind, value, at);
    this.typed = [...this.typed, ...values].slice(-EVENTS_PER_VISIT);
    this.touch();
  }

  addStorage(writes: RawStorageWrite[]): void {
    const { storage } = this.visit;
    for (const raw of writes) {
      const write = this.observer.addStored(raw);
      const known = storage.findIndex((other) => other.area === write.area && other.key === write.key && other.digest === write.digest);
      // The same value written again says nothing new; the first moment is what counts.
      if (known < 0 && storage.length < LIMITS.storageWritesPerVisit) storage.push(write);
      if (known < 0 && write.isIdentifier && this.stored.length < EVENTS_PER_VISIT) this.stored.push(raw);
    }
    if (writes.length) this.touch();
  }

  /** A request as it leaves the browser. */
  addRequest(raw: RawRequest): Exchange | undefined {
    if (this.visit.exchanges.length >= LIMITS.exchangesPerVisit) {
      this.addProblem('requests-dropped');
      return undefined;
    }
    const exchange = this.observer.observe(raw);
    this.visit.exchanges.push(exchange);
    this.mark(exchange);
    return exchange;
  }

  addResponse(exchange: Exchange, status: number, headers: { name: string; value: string }[]): void {
    exchange.status = status;
    const refused = refusedCookies(headers, isThirdParty(exchange, this.visit.site));
    this.observer.observeResponse(exchange, headers, (name) => refused.has(name));
    this.mark(exchange);
  }

  /** Bodies only the page's own hooks could see, joined to their request by address and time. */
  addBodies(bodies: HookedBody[]): void {
    for (const hooked of bodies) {
      const exchange = this.requestFor(hooked);
      const added = this.observer.addHookedBody(exchange, hooked.url, hooked.at, decodeBase64(hooked.body), this.visit.url);
      if (!exchange && this.visit.exchanges.length < LIMITS.exchangesPerVisit) this.visit.exchanges.push(added);
      this.mark(added);
    }
  }

  setPolicy(outcome: PolicyOutcome): void {
    this.visit.policy = outcome;
    this.touch();
  }

  end(now: number): void {
    this.visit.endedAt ??= now;
    this.touch();
  }

  /** What the observer was taught, for a restarted worker. Holds typed values: it may go to memory areas only. */
  memory(): Memory {
    return { typed: this.typed, stored: this.stored };
  }

  /** Teaches a fresh observer what an earlier worker knew. */
  remember({ typed, stored }: Memory): void {
    for (const { fieldKind, value } of typed) this.observer.addTyped(fieldKind, value);
    for (const raw of stored) this.observer.addStored(raw);
    this.typed = typed;
    this.stored = stored;
  }

  /** What changed since the last call, for one write. */
  takeBatch(report?: SiteReport): VisitBatch {
    for (const exchange of this.observer.takeChanged()) this.unsaved.add(exchange);
    const { exchanges: _, ...visit } = this.visit;
    const newExchanges = [...this.unsaved].map((exchange) => ({ ...exchange, visitId: this.visit.id }));
    this.unsaved.clear();
    this.changed = false;
    return { visit: { ...visit, tabId: this.tabId }, newExchanges, report };
  }

  private requestFor(hooked: HookedBody): Exchange | undefined {
    return this.visit.exchanges.findLast(
      (exchange) => exchange.seenBy === 'web-request' && exchange.body !== 'read' && Math.abs(exchange.at - hooked.at) < 2_000 && sameAddress(exchange.url, hooked.url),
    );
  }

  private mark(exchange: Exchange): void {
    this.unsaved.add(exchange);
    this.touch();
  }

  private push<T>(list: T[], item: T): void {
    if (list.length < EVENTS_PER_VISIT) list.push(item);
    this.touch();
  }

  private touch(): void {
    this.changed = true;
    this.changedAt = Date.now();
    this.report = undefined;
  }
}

/** Whether a request leaves the site the person is on, so that its cookies are third-party cookies. */
function isThirdParty(exchange: Exchange, site: string): boolean {
  return exchange.type !== 'document' && exchange.host !== site && !exchange.host.endsWith(`.${site}`);
}

/**
 * Cookies of an answer that the browser does not keep. Chromium takes third-party cookies only with `SameSite=None; Secure`;
 * Firefox keeps them apart for each site, but keeps them.
 */
function refusedCookies(headers: { name: string; value: string }[], thirdParty: boolean): Set<string> {
  if (!thirdParty || import.meta.env.FIREFOX) return new Set();
  const lines = headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').flatMap(({ value }) => value.split('\n'));
  const refused = lines.filter((line) => !(/;\s*samesite\s*=\s*none\b/i.test(line) && /;\s*secure\b/i.test(line)));
  return new Set(refused.map((line) => line.slice(0, line.search(/[=;]|$/)).trim()));
}

/** Exchange addresses have personal values masked, so only origin and path can be compared. */
function sameAddress(a: string, b: string): boolean {
  const bare = (url: string) => url.replace(/[?#].*$/, '');
  return bare(a) === bare(b);
}

function decodeBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
