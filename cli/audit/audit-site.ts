/** Audits one site: page, steps, traffic and policy as the built extension sees them in a real browser. */
import { createHash } from 'node:crypto';
import type { Lang, Problem, Visit } from '../../analyzers/artifacts';
import { judgeVisit } from '../../analyzers/judge';
import { prepareReading } from '../../analyzers/policy/analyze';
import type { Finding, SiteReport } from '../../analyzers/report';
import { BrowserError, TimedOut, pause, within } from '../browser/session';
import type { Arrival, BrowserSession, Screenshot, SessionEvent, VisitAnswer } from '../browser/session';
import { StepError, describeStep } from '../steps';
import type { Step } from '../steps';
import { failureText } from './failure';
import type { AuditFailure } from './failure';
import { findReach } from './reach';
import { comeToRest } from './rest';
import { unseenReport } from './unseen';

export interface AuditJob {
  url: string;
  steps: Step[];
}

export interface AuditSettings {
  /** Starts a fresh browser. @throws BrowserError */
  launch(): Promise<BrowserSession>;
  lang: Lang;
  /** Version of the product. */
  version: string;
  /** Longest loading of a page. */
  timeoutMs: number;
  /** Take screenshots for the evidence. */
  screenshots: boolean;
}

/** A site's result as it is written: the public report, with the address that was asked for. */
export interface AuditReport extends SiteReport {
  /** Address given on the command line or in the list. */
  requested: string;
  /** What kept the audit from seeing all of it, in plain words; absent when nothing did. */
  problem?: string;
}

export interface SiteAudit {
  job: AuditJob;
  report: AuditReport;
  /** Absent where the extension saw nothing. */
  visit?: Visit;
  screenshots: { file: string; bytes: Uint8Array; takenAt: number }[];
  events: SessionEvent[];
  failure?: AuditFailure;
}

/** Nothing observed for this long, once nothing more is planned. */
const SETTLED_MS = 400;
/** How long an overlay is watched from the moment it came (rule catalogue: 5 s, and a little for the look itself). */
const OVERLAY_WATCH_MS = 5_900;

/** The background reads the policy before it answers. */
const SETTLE_MS = 60_000;

/** What everything beside loading and steps may take together. */
const REST_MS = 150_000;

/** Elements photographed as evidence. */
const MOST_ELEMENT_SHOTS = 8;

/** Audits one site in a browser of its own. Never throws and always ends: what fails becomes a result that says so. */
export async function auditSite(job: AuditJob, settings: AuditSettings): Promise<SiteAudit> {
  let session: BrowserSession;
  try {
    session = await settings.launch();
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    return unseen(job, settings, undefined, { kind: 'browser', code: 'no-start', facts: { reason: firstLine(error.message) } });
  }
  const steps = job.steps.reduce((sum, step) => sum + (step.do === 'wait' ? (step.ms ?? 0) : 0) + 10_000, 0);
  try {
    return await within(auditIn(session, job, settings), settings.timeoutMs + steps + REST_MS, job.url);
  } catch (error) {
    const code = error instanceof TimedOut ? 'no-end' : 'driver';
    return unseen(job, settings, session, { kind: 'browser', code, facts: { reason: firstLine(messageOf(error)) } });
  } finally {
    await session.close();
  }
}

async function auditIn(session: BrowserSession, job: AuditJob, settings: AuditSettings): Promise<SiteAudit> {
  const arrival = await session.open(job.url, settings.timeoutMs);
  let since = Date.now();
  const lost = arrival.arrived ? undefined : await lossOf(arrival, session, settings);
  if (lost) return unseen(job, settings, session, lost);

  const problems: Problem[] = [];
  let failure: AuditFailure | undefined;
  if (!arrival.arrived) {
    problems.push({ at: Date.now(), kind: 'time-out', detail: arrival.detail });
    failure = slowLoad(settings);
  }
  if (job.steps.length > 0) {
    await session.quiet(500, 5_000);
    failure = (await doSteps(session, job.steps, problems)) ?? failure;
    since = Date.now();
  }
  const isSure = await comeToRest(session, since);

  let answer = await askForVisit(session, job.url, arrival.arrived, isSure);
  const watched = 'error' in answer ? 0 : overlayToWatch(answer);
  if (watched > Date.now()) {
    await pause(watched - Date.now());
    answer = await askForVisit(session, job.url, arrival.arrived, isSure);
  }
  if ('error' in answer) {
    return unseen(job, settings, session, failure ?? { kind: 'page', code: 'no-visit', facts: { reason: answer.error } });
  }
  if (answer.visit.surfaces.length === 0) {
    problems.push({ at: Date.now(), kind: 'page-unreadable' });
    failure ??= { kind: 'page', code: 'unread', facts: {} };
  } else if (!answer.settled) problems.push({ at: Date.now(), kind: 'time-out', detail: 'analysis' });
  const visit: Visit = { ...answer.visit, problems: [...answer.visit.problems, ...problems] };
  if (!visit.home.hasPolicyLink && visit.surfaces.length > 0) visit.reach = await reachOf(session, visit);
  // Only the driver knows of these things: with them the same rules may have to answer otherwise.
  if (visit.policy.status === 'read') await prepareReading(visit.policy.document);
  const report = problems.length === 0 && !visit.reach ? answer.report : judgeVisit(visit, { version: settings.version, lang: settings.lang });
  const shots = settings.screenshots ? await photograph(session, report.findings) : { findings: report.findings, screenshots: [] };
  return {
    job,
    report: { ...report, findings: shots.findings, requested: job.url, ...(failure ? { problem: failureText(failure)[settings.lang] } : {}) },
    visit,
    screenshots: shots.screenshots,
    events: [...session.events],
    failure,
  };
}

/** How far the policy lies from the home page of the visited site. */
async function reachOf(session: BrowserSession, visit: Visit): Promise<Visit['reach']> {
  const home = visit.surfaces.find((surface) => surface.isHome)?.url ?? new URL('/', visit.url).href;
  return findReach(session, home, visit.site).catch(() => undefined);
}

/** Why there is nothing to judge after a failed arrival; undefined for a page that is merely slow and may still show enough. */
async function lossOf(arrival: Arrival & { arrived: false }, session: BrowserSession, settings: AuditSettings): Promise<AuditFailure | undefined> {
  if (arrival.reason !== 'timeout') return { kind: 'page', code: arrival.reason, facts: { reason: firstLine(arrival.detail) } };
  return (await session.address()) === 'about:blank' ? { ...slowLoad(settings), code: 'no-answer' } : undefined;
}

function slowLoad({ timeoutMs }: AuditSettings): AuditFailure {
  return { kind: 'page', code: 'slow-load', facts: { seconds: timeoutMs / 1_000 } };
}

async function doSteps(session: BrowserSession, steps: Step[], problems: Problem[]): Promise<AuditFailure | undefined> {
  for (const [index, step] of steps.entries()) {
    try {
      await session.perform(step);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      const facts = { number: index + 1, step: describeStep(step), detail: firstLine(error.detail) };
      problems.push({ at: Date.now(), kind: 'step-failed', detail: `${facts.number}: ${facts.step}` });
      return { kind: 'steps', code: `step.${error.code}`, facts };
    }
  }
  return undefined;
}

/** The visit from the background. A worker that was ended while it answered is asked again. */
async function askForVisit(session: BrowserSession, url: string, arrived: boolean, isSure: boolean): Promise<VisitAnswer> {
  let last = '';
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      // A page that hangs while it loads is never read: waiting for that would be waiting in vain.
      const settle = arrived || (await isBeingRead(session, url));
      const answer = await session.ask<VisitAnswer | null | undefined>({ type: 'visit', settle, url, ...(isSure ? { quietMs: SETTLED_MS } : {}) }, SETTLE_MS);
      if (answer && !('error' in answer)) return answer;
      last = answer?.error ?? 'no answer';
    } catch (error) {
      last = firstLine(messageOf(error));
      if (error instanceof TimedOut) break;
    }
    await pause(1_000);
  }
  return { error: last };
}

/** Until when an overlay must be watched before anything can be said of it; 0 where none asks for it. */
function overlayToWatch({ visit, report }: { visit: Visit; report: SiteReport }): number {
  const isOpen = report.findings.some(({ rule, outcome }) => rule === 'uncloseable-overlay' && outcome === 'error');
  return isOpen ? Math.max(0, ...visit.surfaces.flatMap(({ overlays = [] }) => overlays.map(({ firstAt, goneAt }) => (goneAt === undefined ? firstAt + OVERLAY_WATCH_MS : 0)))) : 0;
}

async function isBeingRead(session: BrowserSession, url: string): Promise<boolean> {
  const answer = await session.ask<VisitAnswer>({ type: 'visit', settle: false, url }, 10_000);
  return !('error' in answer) && answer.visit.surfaces.length > 0;
}

/** The page as it stands, and the elements that suspected violations name; each becomes evidence of its finding. */
async function photograph(session: BrowserSession, findings: Finding[]): Promise<{ findings: Finding[]; screenshots: SiteAudit['screenshots'] }> {
  const screenshots: SiteAudit['screenshots'] = [];
  const keep = (file: string, shot: Screenshot) => screenshots.push({ file, ...shot });
  const here = await session.address();
  if (here === undefined) return { findings, screenshots }; // a page that does not answer cannot be drawn either
  const page = (await session.screenshot('page')) ?? (await session.screenshot('viewport'));
  if (page) keep('screenshots/page.png', page);
  const proven: Finding[] = [];
  for (const finding of findings) {
    const element = finding.outcome === 'violation' ? finding.evidence.find((e) => e.kind === 'page-element' && samePage(e.url, here)) : undefined;
    const shot = element?.kind === 'page-element' && screenshots.length <= MOST_ELEMENT_SHOTS ? await session.screenshot({ selector: element.selector }) : undefined;
    if (!shot) {
      proven.push(finding);
      continue;
    }
    const file = `screenshots/${finding.rule}.png`;
    keep(file, shot);
    const sha256 = createHash('sha256').update(shot.bytes).digest('hex');
    proven.push({ ...finding, evidence: [...finding.evidence, { kind: 'screenshot', file, sha256, at: shot.takenAt }] });
  }
  return { findings: proven, screenshots };
}

function samePage(a: string, b: string): boolean {
  const bare = (url: string) => url.replace(/[?#].*$/s, '');
  return bare(a) === bare(b);
}

function unseen(job: AuditJob, { lang, version }: AuditSettings, session: BrowserSession | undefined, failure: AuditFailure): SiteAudit {
  const report = unseenReport({ url: job.url, at: Date.now(), browser: session?.browser ?? '', version, lang, failure });
  return { job, report: { ...report, requested: job.url, problem: failureText(failure)[lang] }, screenshots: [], events: [...(session?.events ?? [])], failure };
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
