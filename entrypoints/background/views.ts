/** Questions of the extension's own pages: popup and audit driver. */
import { browser } from 'wxt/browser';
import type { Visit } from '@/analyzers/artifacts';
import { serviceType } from '@/analyzers/data/necessary-information';
import { decisionFrom } from '@/analyzers/decision';
import type { SiteReport } from '@/analyzers/report';
import type { PageFunction } from '@/components/actions';
import type { Shown } from '@/components/site/timeline-events';
import { decide, decisionsOf } from '@/store/decisions';
import { policyHistory } from '@/store/history';
import { catalogue, judgeVersion } from './catalogue';
import { forgetAll } from './forget';
import type { LiveVisit } from './live-visit';
import type { Answers, FromView, TabState, ToPage, VisitSummary } from './messages';
import type { PolicyDesk } from './policy-desk';
import { MOST_SOURCES, packedSources } from './policy-sources';
import type { SettingsBook } from './settings-book';
import { showPlace } from './show-place';
import { siteOf, type VisitBook } from './visit-book';

/** How long an audit waits for the first look at a page; a page that never answers (a PDF, a crash) has none. */
const SURFACE_LIMIT_MS = 15_000;
/** How long it waits for the policy to be read, on top of what the reader itself allows. */
const POLICY_LIMIT_MS = 45_000;
/** How long it waits for one more look at the page. */
const LOOK_LIMIT_MS = 3_000;
/** How long it then waits for a page that keeps on sending. */
const QUIET_LIMIT_MS = 6_000;
/** Nothing observed for this long: the visit is at rest. */
const QUIET_MS = 1_500;

export interface Desk {
  book: VisitBook;
  desk: PolicyDesk;
  settings: SettingsBook;
}

/** The answer to one question; undefined for a message that is none. */
export async function answerView(message: FromView, { book, desk, settings }: Desk): Promise<Answers[keyof Answers] | undefined> {
  switch (message.type) {
    case 'tab-state':
      return tabState(message.tabId, message.have, { book, desk, settings });
    case 'show':
      return { showing: await showPlace(message.tabId, message.place, book) };
    case 'confirm-function':
      return { ok: serviceType(message.service) !== undefined && (book.of(message.tabId)?.confirmFunction(String(message.url), message.service) ?? false) };
    case 'settings':
      return message.change ? settings.change(message.change) : settings.current;
    case 'retry-policy': {
      const live = book.of(message.tabId);
      if (live) desk.retry(live);
      return { ok: Boolean(live) };
    }
    case 'typed-values':
      return (book.of(message.tabId)?.memory().typed ?? []).map(({ value }) => value);
    case 'forget-all':
      await forgetAll(book);
      return { ok: true };
    case 'cases-changed':
      await book.readRequests(message.site);
      return { ok: true };
    case 'policy-sources':
      return packedSources((Array.isArray(message.digests) ? message.digests : []).slice(0, MOST_SOURCES).map(String)).catch(() => []);
    case 'visit':
      return visitOf(() => book.visitTo(message.tabId, message.url), message.settle ? (message.quietMs ?? QUIET_MS) : undefined, book, desk);
    case 'tabs': {
      const tabs = await browser.tabs.query({});
      return tabs.flatMap((tab) => (tab.id === undefined ? [] : [{ id: tab.id, url: tab.url ?? '' }]));
    }
    case 'catalogue':
      return catalogue();
    case 'judge-version':
      return { result: await judgeVersion(book.db, String(message.sha256), settings.current.lang).catch(() => undefined) };
    case 'policy-history':
      return { history: await policyHistory(book.db, String(message.url)).catch(() => undefined) };
    case 'decisions':
      return decisionsOf(book.db, String(message.site)).catch(() => []);
    case 'decide': {
      const decision = decisionFrom({ ...message.decision, at: Date.now() });
      const stored = decision !== undefined && (await decide(book.db, decision).then(() => true, () => false));
      // The number on the toolbar button follows.
      for (const live of stored ? book.all() : []) if (live.visit.site === decision?.site && live.report) book.onReport(live, live.report);
      return { stored };
    }
    default:
      return undefined;
  }
}

async function tabState(tabId: number, have: string | undefined, { book, desk, settings }: Desk): Promise<TabState | { state: 'same' }> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const site = siteOf(tab?.url ?? '');
  if (!site) return { state: 'unsupported' };
  if (settings.isPaused(site)) return { state: 'paused', site, everywhere: settings.current.pausedEverywhere };
  const live = book.of(tabId);
  if (!live || live.visit.surfaces.length === 0) {
    const since = live?.visit.startedAt ?? Date.now();
    const isOver = tab?.status === 'complete' && (!live || Date.now() - since > SURFACE_LIMIT_MS);
    return isOver ? { state: 'unseen', site } : { state: 'analysing', site, since, step: 'page' };
  }
  if (desk.isBusy(live)) return { state: 'analysing', site, since: live.visit.startedAt, step: 'policy' };
  await book.learnPast(live);
  const report = book.reportOf(live);
  if (have !== undefined && have === live.revision) return { state: 'same' };
  return { state: 'ready', site, revision: live.revision, report, visit: summaryOf(live, report) };
}

export function summaryOf({ visit, window }: LiveVisit, report: SiteReport): VisitSummary {
  const third = new Set(report.flows.filter((flow) => flow.recipient.party === 'third').map((flow) => flow.recipient.domain));
  return { startedAt: visit.startedAt, requests: visit.exchanges.length, thirdParties: third.size, acts: visit.acts, problems: visit.problems, shown: shownIn(visit), functions: functionsOf(visit), isPrivate: window === 'private' };
}

/** Consent questions in the order they came into view. */
function shownIn({ surfaces }: Visit): Shown[] {
  const asked = surfaces.flatMap(({ consentSurfaces }) => consentSurfaces.filter(({ asksConsent }) => asksConsent));
  return asked.flatMap(({ text, shown = [] }) => shown.map(({ at, byPerson }) => ({ at, byPerson, text: text.slice(0, 80) }))).sort((a, b) => a.at - b.at);
}

function functionsOf({ surfaces }: Visit): PageFunction[] {
  return surfaces.flatMap((surface) => {
    const guess = surface.service ?? surface.forms.find(({ service }) => service)?.service;
    const type = guess && serviceType(guess.service);
    return type ? [{ url: surface.url, service: type.id, name: type.name, confirmed: guess.certainty === 'confirmed' }] : [];
  });
}

async function visitOf(find: () => LiveVisit | undefined, quietMs: number | undefined, book: VisitBook, desk: PolicyDesk): Promise<Answers['visit']> {
  if (quietMs !== undefined) {
    await until(SURFACE_LIMIT_MS, () => (find()?.visit.surfaces.length ?? 0) > 0);
    await lookAgain(find());
    await until(POLICY_LIMIT_MS, () => !isReading(find(), desk));
    await until(QUIET_LIMIT_MS, () => (find()?.quietFor(Date.now()) ?? quietMs) >= quietMs);
  }
  const live = find();
  if (!live) return { error: 'no-visit' };
  await book.learnPast(live);
  await book.flush();
  return { visit: live.visit, report: book.reportOf(live), settled: live.visit.surfaces.length > 0 && !isReading(live, desk) };
}

/** Without a surface nobody looks for a policy, so there is nothing to wait for. */
function isReading(live: LiveVisit | undefined, desk: PolicyDesk): boolean {
  return live !== undefined && live.visit.surfaces.length > 0 && desk.isBusy(live);
}

/** A banner that faded in by style alone, the answer to a press of a moment ago: nothing is left to the next reading's time. */
async function lookAgain(live: LiveVisit | undefined): Promise<void> {
  if (!live || live.visit.endedAt !== undefined) return;
  const wanted: ToPage = { type: 'look' };
  // A page that hangs, or that has no observer (a PDF, one just left), does not answer.
  const asked = browser.tabs.sendMessage(live.tabId, wanted, { frameId: 0 }).catch(() => undefined);
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, LOOK_LIMIT_MS))]);
}

async function until(limitMs: number, isDone: () => boolean): Promise<void> {
  const end = Date.now() + limitMs;
  while (!isDone() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
}
