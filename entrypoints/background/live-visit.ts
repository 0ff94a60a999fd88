/** A visit while it happens: takes what is observed, keeps it within bounds, and knows what is not yet written. */
import { LIMITS, type ConsentAct, type ControlPress, type Exchange, type FieldKind, type FingerprintProbe, type Jump, type PageSurface, type PermissionCall, type PolicyOutcome, type Problem, type RightsRequest, type Visit } from '@/analyzers/artifacts';
import { confirmService } from '@/analyzers/page/service';
import type { SiteReport } from '@/analyzers/report';
import type { Observer, RawRequest } from '@/analyzers/traffic/observe';
import type { StoredPolicy } from '@/store/database';
import type { VisitBatch } from '@/store/visits';
import type { HookedBody, RawStorageWrite, SeenAnswer, TypedValue } from './messages';

/** Nothing observed for this long: a good moment to judge. */
const REST_MS = 700;
/** A page that never rests is judged this often. */
const REPORT_EVERY_MS = 5_000;

/** Acts, permission calls and probes kept for one visit; pages can make any number of them. */
const EVENTS_PER_VISIT = 200;
/** Moments of activity kept: more than half an hour without a pause. */
const ACTIVITY_PER_VISIT = 500;
/** A clock that goes back by more than this was set, not corrected a little. */
const CLOCK_SLACK_MS = 2_000;
/** A body without its request is waited with this long, and so many at most. */
const BODY_WAIT_MS = 5_000;
const UNMATCHED_BODIES = 50;
/** Socket frames kept as requests of their own for one visit: a chat sends them without end. */
const FRAMES_PER_VISIT = 600;

/** Bytes of bodies that wait to be decoded: a page that floods is decoded while it does. */
const WAITING_BYTES = 4 * 1024 * 1024;

/** Tells judgements of this worker from those of one before it. */
const BOOT = crypto.randomUUID();
let judgements = 0;

interface Response {
  status: number;
  headers: { name: string; value: string }[];
}

/** A request not yet decoded, and its answer where there is one. */
export interface Waiting {
  /** Until it is decoded. */
  raw?: RawRequest;
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
  /** Number of that judgement, different in every life of the worker. */
  revision = '';
  private isUntold = false;
  private unsaved = new Set<Exchange>();
  private policyUnsaved = false;
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private typed: TypedValue[] = [];
  private stored: RawStorageWrite[] = [];
  private frames = 0;
  private unmatched: HookedBody[] = [];
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

  /** The newest report where it was made for a view and is not on disk yet. */
  get untold(): SiteReport | undefined {
    return this.isUntold ? this.report : undefined;
  }

  keepReport(report: SiteReport, now: number): void {
    this.report = report;
    this.isUntold = true;
    this.revision = `${BOOT}-${++judgements}`;
    this.judgedAt = now;
  }

  /** The person's own requests to the site, from the case diary. */
  setRequests(requests: RightsRequest[]): void {
    if (requests.length > 0) this.visit.rightsRequests = requests;
    else delete this.visit.rightsRequests;
    this.touch();
  }

  addSurface(surface: PageSurface): void {
    const { surfaces, home } = this.visit;
    const others = surfaces.filter((known) => known.url !== surface.url);
    const said = surfaces.find((known) => known.url === surface.url)?.service;
    if (said?.certainty === 'confirmed') surface = confirmService(surface, said.service);
    this.visit.surfaces = [...others, surface].slice(-LIMITS.surfacesPerVisit);
    if (surface.isHome) {
      home.seen = true;
      // A user agreement alone is no privacy policy.
      home.hasPolicyLink ||= surface.policyLinks.some(({ names }) => names === 'policy' || names === 'combined');
    }
    this.touch();
  }

  /** The person says what a page is for; it holds for what is read of that page later too. */
  confirmFunction(url: string, service: string): boolean {
    const known = this.visit.surfaces.some((surface) => surface.url === url);
    this.visit.surfaces = this.visit.surfaces.map((surface) => (surface.url === url ? confirmService(surface, service) : surface));
    if (known) this.touch();
    return known;
  }

  /** Refusing what was accepted earlier in this visit, or on one before, takes that consent back. */
  addAct(act: ConsentAct): void {
    const held = this.visit.acts.findLast(({ kind, topics }) => kind !== 'refuse' && topics.some((topic) => act.topics.includes(topic)));
    const takesBack = act.kind === 'refuse' && (held ? held.kind !== 'withdraw' : this.visit.earlierConsentAt !== undefined);
    this.push(this.visit.acts, takesBack ? { ...act, kind: 'withdraw' } : act);
  }

  addPress(press: ControlPress): void {
    this.push((this.visit.presses ??= []), press);
  }

  addActivity(at: number): void {
    const moments = (this.visit.activity ??= []);
    if (moments.length >= ACTIVITY_PER_VISIT) return;
    moments.push(at);
    // Weighed only together with requests, and each of those asks for a new report: a moving mouse alone needs none.
    this.noteChange();
  }

  /** Full numbers in an answer count for the request they came with; without one they are not believed. */
  addAnswer({ url, at, complete, numbers, shownMasked }: SeenAnswer): void {
    this.settle();
    const exchange = this.visit.exchanges.findLast((one) => one.type === 'xhr' && one.at <= at && at - one.at < 60_000 && sameAddress(one.url, url));
    if (!exchange) return;
    exchange.answer = { complete, numbers, ...(shownMasked ? { shownMasked } : {}) };
    this.mark(exchange);
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

  addProblem(kind: Problem['kind'], detail?: string, at = Date.now()): void {
    if (!this.visit.problems.some((known) => known.kind === kind && known.detail === detail)) this.push(this.visit.problems, { at, kind, detail });
  }

  /** Typed values live in the observer's memory only. */
  addTyped(values: TypedValue[]): void {
    const entries = (this.visit.typed ??= []);
    for (const { fieldKind, value, at } of values) {
      const digest = this.observer.addTyped(fieldKind, value, at);
      if (digest !== undefined && entries.length < EVENTS_PER_VISIT) entries.push({ at, fieldKind: fieldKind as FieldKind, digest });
    }
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
    this.waitingBytes += raw.body instanceof Uint8Array ? raw.body.length : 0;
    if (this.waitingBytes > WAITING_BYTES) this.settle();
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
    this.waitingBytes = 0;
    for (const entry of waiting) {
      if (!entry.raw) continue;
      entry.exchange = this.observer.observe(entry.raw);
      delete entry.raw;
      this.visit.exchanges.push(entry.exchange);
      this.unsaved.add(entry.exchange);
      if (entry.response) this.takeResponse(entry.exchange, entry.response);
    }
    if (waiting.length === 0 || this.unmatched.length === 0) return;
    const bodies = this.unmatched;
    this.unmatched = [];
    this.join(bodies, Date.now());
  }

  private takeResponse(exchange: Exchange, { status, headers }: Response): void {
    exchange.status = status;
    const refused = refusedCookies(headers, isThirdParty(exchange, this.visit.site));
    this.observer.observeResponse(exchange, headers, (name) => refused.has(name));
    this.unsaved.add(exchange);
  }

  /**
   * Bodies only the page's own hooks could see, joined to their request by address and time. A page may forge such a report,
   * so one without a request that the browser saw is dropped: what was answered inside the page (a service worker) never left
   * it either. Frames of a socket are requests of their own, after the handshake the browser saw.
   */
  addBodies(bodies: HookedBody[]): void {
    this.settle();
    this.join(bodies, Date.now());
  }

  private join(bodies: readonly HookedBody[], now: number): void {
    for (const hooked of bodies) {
      const exchange = this.requestFor(hooked);
      if (!exchange && !(hooked.via === 'websocket' && this.hasSocket(hooked))) {
        // A page that is left tells of its last beacon before the browser does.
        if (now - hooked.at < BODY_WAIT_MS && this.unmatched.length < UNMATCHED_BODIES) this.unmatched.push(hooked);
        continue;
      }
      const isFull = this.frames >= FRAMES_PER_VISIT || this.visit.exchanges.length >= LIMITS.exchangesPerVisit;
      if (!exchange && isFull) {
        this.addProblem('requests-dropped', 'frames');
        continue;
      }
      const added = this.observer.addHookedBody(exchange, hooked.url, hooked.at, decodeBase64(hooked.body), this.visit.url);
      if (!exchange) {
        this.frames++;
        this.visit.exchanges.push(added);
      }
      this.mark(added);
    }
  }

  private hasSocket({ url, at }: HookedBody): boolean {
    return this.visit.exchanges.some((one) => one.type === 'websocket' && one.seenBy === 'web-request' && one.at <= at + 2_000 && sameAddress(one.url, url));
  }

  setPolicy(outcome: PolicyOutcome): void {
    this.visit.policy = outcome;
    this.policyUnsaved = true;
    this.touch();
  }

  /** The tab is back on it. */
  resume(): void {
    delete this.visit.endedAt;
    this.touch();
  }

  /** The version of the policy that was there on the visit before; to be known before the new one is kept. */
  setEarlierPolicy(earlier: Visit['earlierPolicy']): void {
    this.visit.earlierPolicy = earlier;
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
    const { exchanges: _, policy, earlierPolicy: earlier, ...visit } = this.visit;
    const newDocuments = this.policyUnsaved && policy.status === 'read' ? [policy.document, ...policy.linked] : [];
    this.policyUnsaved = false;
    const newExchanges = [...this.unsaved].map((exchange) => ({ ...exchange, visitId: this.visit.id }));
    this.unsaved.clear();
    this.changed = false;
    if (report) this.isUntold = false;
    const earlierPolicy = typeof earlier === 'object' ? { sha256: earlier.document.source.sha256, firstSeen: earlier.firstSeen, lastSeen: earlier.lastSeen } : earlier;
    return { visit: { ...visit, policy: stored(policy), ...(earlierPolicy ? { earlierPolicy } : {}), tabId: this.tabId }, newExchanges, newDocuments, report };
  }

  /** What could not be written is written with the next batch. */
  putBack({ newExchanges, newDocuments, report }: VisitBatch): void {
    const ids = new Set(newExchanges.map(({ id }) => id));
    for (const exchange of this.visit.exchanges) if (ids.has(exchange.id)) this.unsaved.add(exchange);
    this.policyUnsaved ||= newDocuments.length > 0;
    this.isUntold ||= report !== undefined && report === this.report;
    this.changed = true;
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
    this.noteChange();
    this.report = undefined;
  }

  private noteChange(): void {
    this.changed = true;
    const now = Date.now();
    // The order of acts and requests rests on the clock: set back, it puts what came later first.
    if (now < this.changedAt - CLOCK_SLACK_MS && !this.visit.problems.some(({ kind }) => kind === 'clock-changed')) {
      this.visit.problems.push({ at: now, kind: 'clock-changed' });
      this.report = undefined;
    }
    this.changedAt = now;
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
