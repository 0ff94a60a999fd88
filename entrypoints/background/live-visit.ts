/** A visit while it happens: takes what is observed, keeps it within bounds, and knows what is not yet written. */
import { LIMITS, type ConsentAct, type Exchange, type FingerprintProbe, type Jump, type PageSurface, type PermissionCall, type PolicyOutcome, type Problem, type Visit } from '@/analyzers/artifacts';
import type { SiteReport } from '@/analyzers/report';
import type { Observer, RawRequest } from '@/analyzers/traffic/observe';
import type { StoredPolicy } from '@/store/database';
import type { VisitBatch } from '@/store/visits';
import type { HookedBody, RawStorageWrite, TypedValue } from './messages';

/** Nothing observed for this long: a good moment to judge. */
const REST_MS = 700;
/** A page that never rests is judged this often. */
const REPORT_EVERY_MS = 5_000;

/** Acts, permission calls and probes kept for one visit; pages can make any number of them. */
const EVENTS_PER_VISIT = 200;

interface Response {
  status: number;
  headers: { name: string; value: string }[];
}

/** A request not yet decoded, and its answer where there is one. */
export interface Waiting {
  raw: RawRequest;
  response?: Response;
  exchange?: Exchange;
}

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
  private policyUnsaved = false;
  private waiting: Waiting[] = [];
  private typed: TypedValue[] = [];
  private stored: RawStorageWrite[] = [];
  private changed = true;
  /** When the newest report was made; 0 before the first. */
  private judgedAt = 0;
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

  /**
   * Whether a report is worth making now: when things have come to rest, else every few seconds. While a page loads,
   * judging it anew each second would only slow it down.
   */
  isDueForReport(now: number): boolean {
    return this.visit.endedAt !== undefined || this.quietFor(now) >= REST_MS || now - Math.max(this.judgedAt, this.visit.startedAt) >= REPORT_EVERY_MS;
  }

  /** Whether the newest report is older than what was observed. */
  get owesReport(): boolean {
    return this.report === undefined;
  }

  keepReport(report: SiteReport, now: number): void {
    this.report = report;
    this.judgedAt = now;
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

  /** A call for a permission, or the answer to one already known. */
  addPermission(call: PermissionCall): void {
    const { permissions } = this.visit;
    const known = permissions.findIndex((other) => other.at === call.at && other.permission === call.permission && other.pageUrl === call.pageUrl);
    if (known < 0) return this.push(permissions, call);
    permissions[known] = { ...permissions[known], ...call };
    this.touch();
  }

  addJump(jump: Jump): void {
    const jumps = (this.visit.jumps ??= []);
    if (jumps.length < LIMITS.overlaysPerSurface) jumps.push(jump);
    this.touch();
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

  /** A request as it leaves the browser. It is decoded later: while a page loads, the processor is the page's. */
  addRequest(raw: RawRequest): Waiting | undefined {
    if (this.visit.exchanges.length + this.waiting.length >= LIMITS.exchangesPerVisit) {
      this.addProblem('requests-dropped');
      return undefined;
    }
    const waiting: Waiting = { raw };
    this.waiting.push(waiting);
    this.touch();
    return waiting;
  }

  addResponse(waiting: Waiting, status: number, headers: { name: string; value: string }[]): void {
    waiting.response = { status, headers };
    if (waiting.exchange) this.takeResponse(waiting.exchange, waiting.response);
    this.touch();
  }

  /** Decodes what is waiting, in the order it was sent. */
  settle(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const entry of waiting) {
      entry.exchange = this.observer.observe(entry.raw);
      this.visit.exchanges.push(entry.exchange);
      this.unsaved.add(entry.exchange);
      if (entry.response) this.takeResponse(entry.exchange, entry.response);
    }
  }

  private takeResponse(exchange: Exchange, { status, headers }: Response): void {
    exchange.status = status;
    const refused = refusedCookies(headers, isThirdParty(exchange, this.visit.site));
    this.observer.observeResponse(exchange, headers, (name) => refused.has(name));
    this.unsaved.add(exchange);
  }

  /** Bodies only the page's own hooks could see, joined to their request by address and time. */
  addBodies(bodies: HookedBody[]): void {
    this.settle();
    for (const hooked of bodies) {
      const exchange = this.requestFor(hooked);
      const added = this.observer.addHookedBody(exchange, hooked.url, hooked.at, decodeBase64(hooked.body), this.visit.url);
      if (!exchange && this.visit.exchanges.length < LIMITS.exchangesPerVisit) this.visit.exchanges.push(added);
      this.mark(added);
    }
  }

  setPolicy(outcome: PolicyOutcome): void {
    this.visit.policy = outcome;
    this.policyUnsaved = true;
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
    this.settle();
    for (const exchange of this.observer.takeChanged()) this.unsaved.add(exchange);
    const { exchanges: _, policy, ...visit } = this.visit;
    const newDocuments = this.policyUnsaved && policy.status === 'read' ? [policy.document, ...policy.linked] : [];
    this.policyUnsaved = false;
    const newExchanges = [...this.unsaved].map((exchange) => ({ ...exchange, visitId: this.visit.id }));
    this.unsaved.clear();
    this.changed = false;
    return { visit: { ...visit, policy: stored(policy), tabId: this.tabId }, newExchanges, newDocuments, report };
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

function stored(policy: PolicyOutcome): StoredPolicy {
  if (policy.status !== 'read') return policy;
  const { document, linked } = policy;
  return { status: 'read', sha256: document.source.sha256, linked: linked.map((part) => part.source.sha256) };
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
