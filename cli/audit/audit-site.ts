/** Audits one site: page, steps, traffic and policy as the built extension sees them in a real browser. */
import { setTimeout as after } from 'node:timers/promises';
import type { Lang, Visit } from '../../analyzers/artifacts';
import type { BrowserSession, SessionEvent } from '../browser/session';
import type { Step } from '../steps';
import { mayPass } from './failure';
import type { AuditFailure } from './failure';
import { modesOf } from './record';
import type { ConsentChoice, ConsentMode, SiteRecord } from './record';
import { sit } from './sitting';
import type { Sat, Stages } from './sitting';
import { packVisit, reportOf } from './verdict';
import type { AuditReport } from './verdict';

export type { AuditReport } from './verdict';

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
  /** What is done with consent dialogs; default: they are left alone. */
  consent?: ConsentChoice;
  /** Pages of the site that are looked at, the one that was asked for included; default 1. */
  pages?: number;
  /** Fill forms with made-up values, and never send them. */
  plant?: boolean;
  /** Ask robots.txt before each page. */
  robots?: boolean;
  /** Pause between two pages of a site, milliseconds. */
  delayMs?: number;
  /** Further tries after a failure that may pass; default 0. */
  retries?: number;
  /** Pause before the first further try, milliseconds; it doubles with each. */
  backOffMs?: number;
}

export interface SiteAudit {
  job: AuditJob;
  report: AuditReport;
  /** All that the report was made from. */
  record: SiteRecord;
  /** The visit for the evidence pack; absent where the extension saw nothing. */
  visit?: Visit;
  screenshots: { file: string; bytes: Uint8Array; takenAt: number }[];
  /** The policy's page as it was rendered, where it had to be. */
  policyHtml?: string;
  /** The policy documents as received, by their SHA-256. */
  policySources?: ReadonlyMap<string, Uint8Array>;
  events: SessionEvent[];
  failure?: AuditFailure;
  /** Milliseconds by stage, all sittings together. */
  stages: Stages;
}

const BACK_OFF_MS = 2_000;

/** Audits one site, each sitting in a browser of its own. Never throws and always ends: what fails becomes a result that says so. */
export async function auditSite(job: AuditJob, settings: AuditSettings): Promise<SiteAudit> {
  const consent = settings.consent ?? 'ignore';
  const sat: Sat[] = [];
  for (const mode of modesOf(consent)) {
    if (sat.length > 0) await after(settings.delayMs ?? 0);
    const one = await sitPatiently(job, mode, settings);
    sat.push(one);
    // A site that is not there will not be there for the next sitting either.
    if (!one.sitting.visit && one.sitting.failure?.kind !== 'browser') break;
  }
  const record: SiteRecord = { format: 1, requested: job.url, lang: settings.lang, consent, sittings: sat.map(({ sitting }) => sitting) };
  const judging = Date.now();
  const report = await reportOf(record, settings.version);
  const stages: Stages = {};
  for (const one of sat) for (const [name, ms] of Object.entries(one.stages)) stages[name] = (stages[name] ?? 0) + ms;
  stages.judge = (stages.judge ?? 0) + Date.now() - judging;
  return {
    job, report, record, stages,
    visit: packVisit(record),
    screenshots: sat.flatMap(({ screenshots }) => screenshots),
    policyHtml: sat.find(({ policyHtml }) => policyHtml !== undefined)?.policyHtml,
    policySources: new Map(sat.flatMap(({ policySources }) => [...(policySources ?? [])])),
    events: sat.flatMap(({ events }) => events),
    failure: record.sittings.find(({ failure }) => failure)?.failure,
  };
}

async function sitPatiently(job: AuditJob, mode: ConsentMode, settings: AuditSettings): Promise<Sat> {
  for (let attempt = 0; ; attempt++) {
    const one = await sit(job, mode, settings);
    const { failure, visit } = one.sitting;
    if (!failure || visit || attempt >= (settings.retries ?? 0) || !mayPass(failure)) return one;
    await after((settings.backOffMs ?? BACK_OFF_MS) * 2 ** attempt);
  }
}
