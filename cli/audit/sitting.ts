/** One sitting: a fresh browser looks at a site, does what was asked for, and brings back what the extension saw. */
import { createHash } from 'node:crypto';
import type { Problem, Visit } from '../../analyzers/artifacts';
import type { Finding, SiteReport } from '../../analyzers/report';
import { BrowserError, TimedOut, pause, samePage, within } from '../browser/session';
import type { Arrival, BrowserSession, Screenshot, SessionEvent, VisitAnswer } from '../browser/session';
import { messageOf } from '../io';
import { StepError, describeStep } from '../steps';
import type { Step } from '../steps';
import type { AuditJob, AuditSettings } from './audit-site';
import { choose } from './choose';
import { readDeeper } from './deeper-policy';
import { findDoors, openDoor } from './doors';
import type { Door } from './doors';
import { networkFailure, statusFailure } from './failure';
import type { AuditFailure } from './failure';
import { LINKS, furtherPages } from './further-pages';
import type { PageLink } from './further-pages';
import { plant } from './plant';
import { findReach } from './reach';
import type { ConsentMode, FurtherPage, ShotRecord, Sitting } from './record';
import { receivedSources } from './received-sources';
import { comeToRest } from './rest';
import { Robots } from './robots';
import { judgeSitting } from './verdict';

/** Milliseconds by name of a stage. */
export type Stages = Record<string, number>;

/** A sitting with what is not kept in its record. */
export interface Sat {
  sitting: Sitting;
  screenshots: { file: string; bytes: Uint8Array; takenAt: number }[];
  policyHtml?: string;
  /** The policy documents as received, by their SHA-256. */
  policySources?: ReadonlyMap<string, Uint8Array>;
  events: SessionEvent[];
  stages: Stages;
}

/** Nothing observed for this long, once nothing more is planned. */
const SETTLED_MS = 400;
/** How long an overlay is watched from the moment it came (rule catalogue: 5 s, and a little for the look itself). */
const OVERLAY_WATCH_MS = 5_900;

/** Longest that is waited for the extension's first look before anything is pressed. */
const FIRST_LOOK_MS = 8_000;

/** The background reads the policy before it answers. */
const SETTLE_MS = 60_000;

/** What everything beside loading and steps may take together, and what each further page adds to it. */
const REST_MS = 150_000;
const PAGE_MS = 45_000;

/** Elements photographed as evidence. */
const MOST_ELEMENT_SHOTS = 8;

/** Looks at a site once. Never throws and always ends. */
export async function sit(job: AuditJob, mode: ConsentMode, settings: AuditSettings): Promise<Sat> {
  const at = Date.now();
  const stages: Stages = {};
  const timed: Timed = async (stage, work) => {
    const since = Date.now();
    try {
      return await work();
    } finally {
      stages[stage] = (stages[stage] ?? 0) + Date.now() - since;
    }
  };
  const lost = (failure: AuditFailure, session?: BrowserSession): Sat => ({
    sitting: { mode, at, browser: session?.browser ?? '', failure, shots: [] }, screenshots: [], events: [...(session?.events ?? [])], stages,
  });
  let session: BrowserSession;
  try {
    session = await timed('start', () => settings.launch());
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    return lost({ kind: 'browser', code: 'no-start', facts: { reason: firstLine(error.message) } });
  }
  const steps = job.steps.reduce((sum, step) => sum + (step.do === 'wait' ? (step.ms ?? 0) : 0) + 10_000, 0);
  const longest = settings.timeoutMs + steps + REST_MS + ((settings.pages ?? 1) - 1 + (mode === 'ignore' ? 0 : 1)) * (settings.timeoutMs + PAGE_MS);
  try {
    const look = new Look(session, job, mode, settings, timed);
    const outcome = await within(look.run(), longest, job.url);
    if ('kind' in outcome) return lost(outcome, session);
    return { ...look.kept, sitting: { mode, at, browser: session.browser, ...outcome }, events: [...session.events], stages };
  } catch (error) {
    const code = error instanceof TimedOut ? 'no-end' : 'driver';
    return lost({ kind: 'browser', code, facts: { reason: firstLine(messageOf(error)) } }, session);
  } finally {
    await timed('close', () => session.close());
  }
}

type Timed = <T>(stage: string, work: () => Promise<T>) => Promise<T>;

class Look {
  readonly kept: Pick<Sat, 'screenshots' | 'policyHtml' | 'policySources'> = { screenshots: [] };
  readonly #shots: ShotRecord[] = [];
  readonly #problems: Problem[] = [];
  #failure: AuditFailure | undefined;
  #isSure = false;

  constructor(
    private readonly session: BrowserSession,
    private readonly job: AuditJob,
    private readonly mode: ConsentMode,
    private readonly settings: AuditSettings,
    private readonly timed: Timed,
  ) {}

  /** What there is for the record; or the failure that left nothing to see. */
  async run(): Promise<Omit<Sitting, 'mode' | 'at' | 'browser'> | AuditFailure> {
    const { session, job, settings, timed } = this;
    const robots = new Robots(session, settings.robots ?? false);
    if (!(await robots.allows(job.url))) return { kind: 'skipped', code: 'robots', facts: {} };
    const arrival = await timed('load', () => session.open(job.url, settings.timeoutMs));
    const lost = await this.#lossOf(arrival);
    if (lost) return lost;
    let since = Date.now();
    if (!arrival.arrived) {
      this.#problems.push({ at: Date.now(), kind: 'time-out', detail: arrival.detail });
      this.#failure = slowLoad(settings.timeoutMs);
    }
    if (job.steps.length > 0) {
      await timed('steps', async () => {
        await session.quiet(500, 5_000);
        await untilRead(session, job.url);
        this.#failure = (await doSteps(session, job.steps, this.#problems)) ?? this.#failure;
      });
      since = Date.now();
    }
    await this.#rest(since);
    const choice = await this.#choose();
    const planted = settings.plant ? await timed('plant', () => plant(session, () => this.#ask(arrival.arrived))) : undefined;
    if (planted?.some(({ problem }) => !problem)) await this.#rest(Date.now());
    const pages = await this.#goFurther(robots, planted);

    const answer = await timed('settle', () => this.#watched(arrival.arrived));
    if ('error' in answer) return this.#failure ?? { kind: 'page', code: 'no-visit', facts: { reason: answer.error } };
    if (answer.visit.surfaces.length === 0) {
      this.#problems.push({ at: Date.now(), kind: 'page-unreadable' });
      this.#failure ??= { kind: 'page', code: 'unread', facts: {} };
    } else if (!answer.settled) this.#problems.push({ at: Date.now(), kind: 'time-out', detail: 'analysis' });
    const visit: Visit = { ...answer.visit, problems: [...answer.visit.problems, ...this.#problems] };
    if (choice?.act) addAct(visit, choice.act);
    await this.#deepen(visit);
    const sitting = { visit, failure: this.#failure, ...(choice ? { choice: choice.record } : {}), ...(planted ? { planted } : {}), ...(pages.length > 0 ? { pages } : {}), shots: this.#shots };
    if (settings.screenshots) await timed('screenshots', async () => this.#photograph(await this.#judged({ ...sitting, mode: this.mode, at: 0, browser: session.browser })));
    return sitting;
  }

  #judged(sitting: Sitting): Promise<SiteReport> {
    return this.timed('judge', () => judgeSitting(sitting, { requested: this.job.url, lang: this.settings.lang }, this.settings.version));
  }

  async #rest(since: number): Promise<void> {
    this.#isSure = await this.timed('rest', () => comeToRest(this.session, since));
  }

  /** Why there is nothing to judge after the arrival; undefined for a page that is merely slow and may still show enough. */
  async #lossOf(arrival: Arrival): Promise<AuditFailure | undefined> {
    if (arrival.arrived) return statusFailure(arrival.status);
    const reason = firstLine(arrival.detail);
    if (arrival.reason === 'network') return networkFailure(reason);
    if (arrival.reason !== 'timeout') return { kind: 'page', code: arrival.reason, facts: { reason } };
    return (await this.session.address()) === 'about:blank' ? { ...slowLoad(this.settings.timeoutMs), code: 'no-answer' } : undefined;
  }

  /** Answers the consent dialog, looks at what follows, and loads the page once more: most of what waits for a choice comes with the next page. */
  async #choose(): Promise<Awaited<ReturnType<typeof choose>> | undefined> {
    const { mode, session, timed } = this;
    if (mode === 'ignore') return undefined;
    const shoot = (name: string) => this.#shoot(`screenshots/${name}`);
    const choice = await timed('choose', () => choose(session, mode, () => this.#ask(true), shoot));
    if (choice.record.outcome !== 'made') return choice;
    await this.#rest(Date.now());
    choice.record.after = await shoot(`consent-${mode}-after.png`);
    const here = await session.address();
    if (here === undefined) return choice;
    await pause(this.settings.delayMs ?? 0);
    await timed('load', () => session.open(here, this.settings.timeoutMs));
    await this.#rest(Date.now());
    return choice;
  }

  /** Log-in and registration pages the site links, its home page, and others, as many as were asked for. */
  async #goFurther(robots: Robots, planted: Sitting['planted']): Promise<FurtherPage[]> {
    const { session, settings, job } = this;
    const more = (settings.pages ?? 1) - 1;
    if (more <= 0) return [];
    const links = await session.inPage<PageLink[]>(LINKS).catch(() => []);
    const here = (await session.address()) ?? job.url;
    const linked = furtherPages(Array.isArray(links) ? links : [], here, more);
    const doors = (await findDoors(session)).filter(({ kind }) => linked.every((page) => page.kind !== kind)).slice(0, more);
    const seen = await this.#goThroughDoors(here, doors, planted);
    for (const page of linked.slice(0, more - doors.length)) {
      if (!(await robots.allows(page.url))) {
        seen.push({ ...page, problem: 'robots' });
        continue;
      }
      await pause(settings.delayMs ?? 0);
      const problem = await this.#goTo(page.url);
      seen.push({ ...page, ...(problem ? { problem } : {}) });
      if (!problem) await this.#plantHere(planted);
    }
    return seen;
  }

  /** Log-in and registration that no link leads to: controls whose script opens them. */
  async #goThroughDoors(home: string, doors: readonly Door[], planted: Sitting['planted']): Promise<FurtherPage[]> {
    const seen: FurtherPage[] = [];
    const press = (door: Door, isCovered: boolean) => this.timed('doors', () => openDoor(this.session, door, () => this.#rest(Date.now()), (url) => this.#goTo(url), isCovered));
    for (const door of doors) {
      const before = seen.at(-1);
      // A page that is loaded again is read anew: what a door has opened on it would be forgotten.
      let page = before && !before.problem && before.url === home ? await press(door, true) : undefined;
      if (!page || page.problem === 'nothing-opened') {
        if (before) await pause(this.settings.delayMs ?? 0);
        if (before && (await this.#goTo(home))) break;
        page = await press(door, false);
      }
      seen.push(page);
      if (page.problem) continue;
      await this.#shoot(`screenshots/${this.mode === 'ignore' ? '' : `${this.mode}-`}${door.kind}.png`);
      await this.#plantHere(planted);
    }
    return seen;
  }

  /** Leads the tab to a further page and lets it come to rest. @returns why that was not possible. */
  async #goTo(url: string): Promise<string | undefined> {
    const arrival = await this.timed('load', () => this.session.open(url, this.settings.timeoutMs));
    const lost = await this.#lossOf(arrival);
    if (!lost) await this.#rest(Date.now());
    return lost?.code;
  }

  async #plantHere(planted: Sitting['planted']): Promise<void> {
    if (!this.settings.plant) return;
    const filled = await this.timed('plant', () => plant(this.session, () => this.#ask(true)));
    planted?.push(...filled);
    if (filled.some(({ problem }) => !problem)) await this.#rest(Date.now());
  }

  /** The visit at rest; an overlay that cannot be closed is watched until that can be said. */
  async #watched(arrived: boolean): Promise<VisitAnswer> {
    const answer = await this.#ask(arrived);
    const until = 'error' in answer ? 0 : overlayToWatch(answer);
    if (until <= Date.now()) return answer;
    await pause(until - Date.now());
    return this.#ask(arrived);
  }

  /** The visit from the background. A worker that was ended while it answered is asked again. */
  async #ask(arrived: boolean): Promise<VisitAnswer> {
    const { session, job: { url } } = this;
    let last = '';
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        // A page that hangs while it loads is never read: waiting for that would be waiting in vain.
        const settle = arrived || (await isBeingRead(session, url));
        const answer = await session.ask<VisitAnswer | null | undefined>({ type: 'visit', settle, url, ...(this.#isSure ? { quietMs: SETTLED_MS } : {}) }, SETTLE_MS);
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

  /** What the extension may not do in a person's session: render a policy, read a PDF, walk the site for it. */
  async #deepen(visit: Visit): Promise<void> {
    this.kept.policySources = await receivedSources(this.session, visit.policy);
    const deeper = await this.timed('policy', () => readDeeper(this.session, visit, this.settings.timeoutMs)).catch(() => undefined);
    if (deeper) {
      visit.policy = deeper.policy;
      this.kept.policyHtml = deeper.html;
    }
    if (visit.home.hasPolicyLink || visit.surfaces.length === 0) return;
    const home = visit.surfaces.find((surface) => surface.isHome)?.url ?? new URL('/', visit.url).href;
    const reach = await this.timed('reach', () => findReach(this.session, home, visit.site)).catch(() => undefined);
    if (reach) visit.reach = reach;
  }

  /** The page as it stands, and the elements that suspected violations name; each becomes evidence of its finding. */
  async #photograph({ findings }: SiteReport): Promise<void> {
    const here = await this.session.address();
    if (here === undefined) return; // a page that does not answer cannot be drawn either
    const prefix = this.mode === 'ignore' ? 'screenshots/' : `screenshots/${this.mode}-`;
    this.#keep(`${prefix}page.png`, (await this.session.screenshot('page')) ?? (await this.session.screenshot('viewport')));
    let left = MOST_ELEMENT_SHOTS;
    for (const finding of findings) {
      const selector = finding.outcome === 'violation' ? elementOf(finding, here) : undefined;
      if (selector === undefined || left-- <= 0) continue;
      this.#keep(`${prefix}${finding.rule}.png`, await this.session.screenshot({ selector }), finding.rule);
    }
  }

  /** A screenshot of what is in view. @returns its file, where it could be taken. */
  async #shoot(file: string): Promise<string | undefined> {
    return this.settings.screenshots ? this.#keep(file, await this.session.screenshot('viewport')) : undefined;
  }

  #keep(file: string, shot: Screenshot | undefined, rule?: string): string | undefined {
    if (!shot) return undefined;
    this.kept.screenshots.push({ file, ...shot });
    this.#shots.push({ file, sha256: createHash('sha256').update(shot.bytes).digest('hex'), at: shot.takenAt, ...(rule === undefined ? {} : { rule }) });
    return file;
  }
}

function elementOf(finding: Finding, here: string): string | undefined {
  const element = finding.evidence.find((item) => item.kind === 'page-element' && samePage(item.url, here));
  return element?.kind === 'page-element' ? element.selector : undefined;
}

/** The answer the audit gave, where the extension did not take it for one: who pressed the button knows that it was pressed. */
function addAct(visit: Visit, act: Visit['acts'][number]): void {
  const isKnown = visit.acts.some(({ at, kind }) => at >= act.at - 500 && (act.kind === 'refuse' ? kind === 'refuse' || kind === 'withdraw' : kind === 'accept' || kind === 'tick-and-submit'));
  if (!isKnown) visit.acts = [...visit.acts, act].sort((a, b) => a.at - b.at);
}

function slowLoad(timeoutMs: number): AuditFailure {
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

/** Until when an overlay must be watched before anything can be said of it; 0 where none asks for it. */
function overlayToWatch({ visit, report }: { visit: Visit; report: SiteReport }): number {
  const isOpen = report.findings.some(({ rule, outcome }) => rule === 'uncloseable-overlay' && outcome === 'error');
  return isOpen ? Math.max(0, ...visit.surfaces.flatMap(({ overlays = [] }) => overlays.map(({ firstAt, goneAt }) => (goneAt === undefined ? firstAt + OVERLAY_WATCH_MS : 0)))) : 0;
}

/** A person looks at a page before pressing anything; a driver that is faster than the extension's first look shows it a page nobody saw. */
async function untilRead(session: BrowserSession, url: string): Promise<void> {
  const end = Date.now() + FIRST_LOOK_MS;
  while (Date.now() < end && !(await isBeingRead(session, url).catch(() => true))) await pause(100);
}

async function isBeingRead(session: BrowserSession, url: string): Promise<boolean> {
  const answer = await session.ask<VisitAnswer>({ type: 'visit', settle: false, url }, 10_000);
  return !('error' in answer) && answer.visit.surfaces.length > 0;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
