/**
 * All visits under way: which tab is on which visit, one batched write a second, and nothing lost but that second when
 * the worker is killed.
 */
import { getDomain } from 'tldts';
import { browser } from 'wxt/browser';
import { judgeVisit } from '@/analyzers/judge';
import { prepareReading } from '@/analyzers/policy/analyze';
import type { PolicyDocument, ConsentAct, Visit } from '@/analyzers/artifacts';
import type { PolicyResult, SiteReport } from '@/analyzers/report';
import { Observer } from '@/analyzers/traffic/observe';
import { Database } from '@/store/database';
import { earlierVersion } from '@/store/history';
import { requestsTo } from '@/store/cases';
import { consentIn, dropOldFlows, keepSite, readVisit, writeBatch } from '@/store/visits';
import { LiveVisit, type Memory } from './live-visit';
import { VERSION, browserName } from './product';
import type { SettingsBook } from './settings-book';

/** One write a second at most: a write for each request cost 126–183 ms a page load (measured 2026-11). */
const WRITE_EVERY_MS = 1_000;

/** Session area (memory of the browser, gone when it closes): what a restarted worker needs to go on. */
interface SessionState {
  salt: string;
  /** Visit id by tab id. */
  tabs: Record<string, string>;
  /** Visits with observations not yet written when this was saved. */
  unwritten: string[];
  /** What each visit's observer was taught, by visit id. */
  memory: Record<string, Memory>;
}

/** Judged policies kept in memory: reports are made anew each time something is observed. */
const RESULTS_KEPT = 20;

export const SESSION_KEY = 'visits';

export class VisitBook {
  readonly db = new Database();
  private readonly live = new Map<number, LiveVisit>();
  /** The visit a tab was on before: its page may still send while it unloads. */
  private readonly left = new Map<number, LiveVisit>();
  private readonly past = new WeakMap<LiveVisit, Promise<void>>();
  private readonly results = new Map<string, PolicyResult>();
  private salt = '';
  private timer?: ReturnType<typeof setTimeout>;
  /** Called after each write of a visit's new report. */
  onReport: (visit: LiveVisit, report: SiteReport) => void = () => undefined;

  constructor(private readonly settings: SettingsBook) {}

  /** Takes up what a killed worker left. Nothing may be observed before this is done. */
  async open(): Promise<void> {
    const saved = (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY] as SessionState | undefined;
    this.salt = saved?.salt ?? crypto.randomUUID();
    if (!saved) return this.saveSession();
    for (const [tab, id] of Object.entries(saved.tabs)) {
      const stored = await readVisit(this.db, id).catch(() => undefined);
      if (!stored) continue;
      const { tabId: _, ...visit } = stored;
      const live = new LiveVisit(visit, Number(tab), new Observer(this.salt));
      // Judged again alike: the reading must be as ready as it was before the worker was killed.
      if (visit.policy.status === 'read') await prepareReading(visit.policy.document, visit.policy.linked);
      live.window = 'normal'; // others were never written
      live.remember(saved.memory[id] ?? { typed: [], stored: [] });
      this.past.set(live, Promise.resolve()); // stands in what was stored
      if (saved.unwritten.includes(id)) live.addProblem('worker-restarted');
      this.live.set(Number(tab), live);
    }
  }

  /** All visits under way. */
  all(): LiveVisit[] {
    return [...this.live.values()];
  }

  /** The visit of a tab, or undefined where nothing is observed there. */
  of(tabId: number): LiveVisit | undefined {
    return this.live.get(tabId);
  }

  /** The visit a request belongs to: by tab, by the page it came from, or (service workers) by its site alone. */
  forRequest(tabId: number, origin: string | undefined): LiveVisit | undefined {
    const site = origin ? siteOf(origin) : undefined;
    if (tabId < 0) return site ? [...this.live.values()].findLast((live) => live.visit.site === site) : undefined;
    const current = this.live.get(tabId);
    const previous = this.left.get(tabId);
    return previous && site && site === previous.visit.site && site !== current?.visit.site ? previous : current;
  }

  /** The visit of a tab to the site of `url`: the one under way, or, where the tab has gone on to another site, the one before. */
  visitTo(tabId: number, url: string | undefined): LiveVisit | undefined {
    const current = this.live.get(tabId);
    const site = url ? siteOf(url) : undefined;
    if (!site || current?.visit.site === site) return current;
    const before = this.before(tabId, site);
    return before && before.visit.surfaces.length > 0 ? before : current;
  }

  /** The visit a tab has just left, if it was to that site. */
  before(tabId: number, site: string | undefined): LiveVisit | undefined {
    const previous = this.left.get(tabId);
    return previous && previous.visit.site === site ? previous : undefined;
  }

  /** A tab goes to a page: the same site goes on with its visit, another one starts a new. */
  async navigate(tabId: number, url: string, at: number): Promise<LiveVisit | undefined> {
    const site = siteOf(url);
    const current = this.live.get(tabId);
    if (current && site === current.visit.site) return current;
    this.leave(tabId, at);
    if (!site || this.settings.isPaused(site)) return undefined;
    const visit = newVisit(site, url, at);
    const consentAt = this.consentElsewhere(site);
    if (consentAt !== undefined) visit.earlierConsentAt = consentAt;
    const live = new LiveVisit(visit, tabId, new Observer(this.salt));
    this.live.set(tabId, live);
    this.schedule();
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    // A tab that is gone before it could be asked counts as private: its visit is forgotten with it.
    live.window = tab && !tab.incognito ? 'normal' : 'private';
    this.schedule();
    return live;
  }

  /**
   * Reads what is known of the visit's site from before. To be done before it is judged, and not sooner: a page that begins
   * to load would share the processor with the disk.
   */
  learnPast(live: LiveVisit): Promise<void> {
    const known = this.past.get(live) ?? this.readPast(live);
    this.past.set(live, known);
    return known;
  }

  private async readPast(live: LiveVisit): Promise<void> {
    const { visit } = live;
    const [known, requests] = await Promise.all([this.db.sites.get(visit.site).catch(() => undefined), requestsTo(this.db, visit.site).catch(() => [])]);
    if (requests.length > 0) live.setRequests(requests);
    if (known?.consentAt !== undefined) visit.earlierConsentAt ??= known.consentAt;
    if (known?.homeSeen && !visit.home.seen) visit.home = { seen: true, hasPolicyLink: known.homeHasPolicyLink };
  }

  /** The case diary of a site changed: its visits under way are judged by it. */
  async readRequests(site: string): Promise<void> {
    const requests = await requestsTo(this.db, site);
    for (const live of this.live.values()) if (live.visit.site === site) live.setRequests(requests);
    this.schedule();
  }

  /** A tab is back on a page it had left, out of the browser's page cache: its visit goes on. Answers whether there was one. */
  resume(tabId: number, site: string): boolean {
    const previous = this.left.get(tabId);
    if (previous?.visit.site !== site) return false;
    this.left.delete(tabId);
    this.leave(tabId, Date.now());
    previous.resume();
    this.live.set(tabId, previous);
    this.schedule();
    return true;
  }

  /** Consent given in one tab holds in every tab of the site. A refusal is not told: pages that are open already do not know of it. */
  tellOthers(from: LiveVisit, act: ConsentAct): void {
    if (act.kind !== 'accept' && act.kind !== 'tick-and-submit') return;
    for (const live of this.live.values()) if (live !== from && live.visit.site === from.visit.site) live.addAct(act);
  }

  /** When the person consented to the site in a visit that is under way or was just left. */
  private consentElsewhere(site: string): number | undefined {
    const acts = [...this.live.values(), ...this.left.values()].filter(({ visit }) => visit.site === site).flatMap(({ visit }) => visit.acts);
    return consentIn(acts);
  }

  /** A tab was closed or left the site. */
  leave(tabId: number, at: number): void {
    const live = this.live.get(tabId);
    if (!live) return;
    live.end(at);
    this.left.set(tabId, live);
    this.live.delete(tabId);
    this.schedule();
  }

  forget(tabId: number, at: number): void {
    this.leave(tabId, at);
    const live = this.left.get(tabId);
    if (live) void this.write([live]).finally(() => this.left.delete(tabId));
  }

  /** Forgets every visit, without a write: the person deleted everything. Answers the tabs they were in. */
  async drop(): Promise<number[]> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const tabs = [...this.live.keys()];
    this.live.clear();
    this.left.clear();
    this.results.clear();
    await this.saveSession();
    return tabs;
  }

  /** Asks for a write within the next second. */
  schedule(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.write(this.dirty());
    }, WRITE_EVERY_MS);
    // Says what is unwritten, so that a worker killed before the write is known to have lost something.
    void this.saveSession();
  }

  /** The report of a visit as it stands now. */
  reportOf(live: LiveVisit): SiteReport {
    live.settle();
    if (live.report) return live.report;
    const policy = live.visit.policy;
    const known = policy.status === 'read' ? this.results.get(policy.document.source.sha256) : undefined;
    const report = judgeVisit(live.visit, { version: VERSION, lang: this.settings.current.lang, policyResult: known });
    if ('duties' in report.policy) this.remember(report.policy);
    live.keepReport(report, Date.now());
    return report;
  }

  /** The version of a policy that was read on an earlier visit; undefined where the disk does not answer. */
  async earlierPolicy(live: LiveVisit, document: PolicyDocument): Promise<Visit['earlierPolicy']> {
    return earlierVersion(this.db, live.visit.site, document, live.visit.startedAt).catch(() => undefined);
  }

  private remember(result: PolicyResult): void {
    if (this.results.size >= RESULTS_KEPT) this.results.delete(this.results.keys().next().value!);
    this.results.set(result.sha256, result);
  }

  /** Writes everything now. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.write(this.dirty());
  }

  private dirty(): LiveVisit[] {
    return [...this.live.values(), ...this.left.values()].filter((live) => (live.isDirty || live.owesReport || live.untold) && live.window !== 'unknown');
  }

  private async write(visits: LiveVisit[]): Promise<void> {
    await Promise.all(visits.map((live) => this.learnPast(live)));
    const batches = visits.map((live) => {
      const report = live.owesReport && live.isDueForReport(Date.now()) ? this.reportOf(live) : live.untold;
      if (report) this.onReport(live, report);
      return { live, batch: live.takeBatch(report) };
    });
    const kept = batches.filter(({ live }) => live.window === 'normal');
    const isWritten = await writeBatch(this.db, kept.map(({ batch }) => batch), Date.now()).catch((error: unknown) => {
      console.warn('mingshi: a visit could not be stored:', error);
      return false;
    });
    if (!isWritten) {
      for (const { live, batch } of kept) {
        live.putBack(batch);
        live.addProblem('storage-full');
      }
    }
    for (const { live } of kept) {
      await keepSite(this.db, live.visit).catch(() => undefined);
      if (live.visit.endedAt) await dropOldFlows(this.db).catch(() => undefined);
    }
    await this.saveSession();
    if (visits.some((live) => live.owesReport)) this.schedule();
  }

  private async saveSession(): Promise<void> {
    const kept = [...this.live].filter(([, live]) => live.window === 'normal');
    const state: SessionState = {
      salt: this.salt,
      tabs: Object.fromEntries(kept.map(([tab, live]) => [String(tab), live.visit.id])),
      unwritten: kept.filter(([, live]) => live.isDirty).map(([, live]) => live.visit.id),
      memory: Object.fromEntries(kept.map(([, live]) => [live.visit.id, live.memory()])),
    };
    await browser.storage.session.set({ [SESSION_KEY]: state }).catch(() => undefined);
  }
}

/** Registrable domain of an http(s) address, or the host itself where there is none; undefined for anything else. */
export function siteOf(url: string): string | undefined {
  if (!/^(https?|wss?):/i.test(url)) return undefined;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host ? (getDomain(host) ?? host) : undefined;
}

function newVisit(site: string, url: string, at: number): Visit {
  return {
    id: crypto.randomUUID(), site, url, startedAt: at, browser: browserName(), surfaces: [], acts: [], permissions: [], exchanges: [], storage: [], probes: [],
    policy: { status: 'pending' }, home: { seen: false, hasPolicyLink: false }, problems: [], presses: [], typed: [], activity: [],
  };
}
