/** From the record of a site to its report: pure, so that the same record gives the same report on any day and any machine. */
import type { Visit } from '../../analyzers/artifacts';
import { judgeVisit } from '../../analyzers/judge';
import { prepareReading } from '../../analyzers/policy/analyze';
import type { Evidence, Finding, Flow, Outcome, SiteReport } from '../../analyzers/report';
import { comparisonOf } from './comparison';
import type { Comparison } from './comparison';
import { failureText } from './failure';
import { plantedReport } from './planted-report';
import type { PlantedReport } from './planted-report';
import type { ChoiceRecord, ConsentChoice, ConsentMode, FurtherPage, SiteRecord, Sitting } from './record';
import { unseenReport } from './unseen';

/** A site's result as it is written: the public report, with what only an audit knows. */
export interface AuditReport extends SiteReport {
  /** Address given on the command line or in the list. */
  requested: string;
  /** Name of the evidence folder in the run's folder. */
  folder?: string;
  /** What kept the audit from seeing all of it, in plain words; absent when nothing did. */
  problem?: string;
  /** The same as a word for programs: a key of `failure.ts`. */
  problemCode?: string;
  /** How consent dialogs were answered; absent when they were left alone. */
  consent?: { choice: ConsentChoice; sittings: ({ mode: ConsentMode; problem?: string } & Partial<ChoiceRecord>)[]; comparison?: Comparison };
  /** What became of planted values; only with `--plant`. */
  planted?: PlantedReport;
  /** Pages looked at beside the one that was asked for. */
  pages?: FurtherPage[];
}

/** Which outcome stands for a rule that answered differently in different sittings: the one that most needs to be told. */
const WEIGHT: readonly Outcome[] = ['violation', 'review', 'error', 'pass', 'not-applicable'];

/** The report of a site. Never throws for what a page put into the record. */
export async function reportOf(record: SiteRecord, version: string): Promise<AuditReport> {
  const judged = [];
  for (const sitting of record.sittings) judged.push({ sitting, report: await judgeSitting(sitting, record, version) });
  const base = judged.find(({ sitting }) => sitting.visit) ?? judged[0]!;
  const report = judged.length === 1 ? base.report : merged(base.report, judged);
  const failure = record.sittings.find((sitting) => sitting.failure)?.failure;
  const pages = record.sittings.flatMap((sitting) => sitting.pages ?? []);
  return {
    ...report,
    requested: record.requested,
    ...(failure ? { problem: failureText(failure)[record.lang], problemCode: failure.code } : {}),
    ...(record.consent === 'ignore' ? {} : { consent: consentOf(record, judged.map(({ report: own }) => own)) }),
    ...(record.sittings.some(({ planted }) => planted) ? { planted: plantedReport(record.sittings) } : {}),
    ...(pages.length > 0 ? { pages } : {}),
  };
}

/** The report of one sitting, screenshots among its evidence. */
export async function judgeSitting(sitting: Sitting, { requested, lang }: Pick<SiteRecord, 'requested' | 'lang'>, version: string): Promise<SiteReport> {
  const { visit, failure } = sitting;
  if (!visit) return unseenReport({ url: requested, at: sitting.at, browser: sitting.browser, version, lang, failure: failure ?? { kind: 'browser', code: 'no-end', facts: {} } });
  if (visit.policy.status === 'read') await prepareReading(visit.policy.document, visit.policy.linked);
  const report = judgeVisit(visit, { version, lang });
  return { ...report, findings: report.findings.map((finding) => withShots(finding, sitting)) };
}

/** A screenshot of an element proves the suspicion it was taken for, and nothing once that is gone. */
function withShots(finding: Finding, { shots }: Sitting): Finding {
  if (finding.outcome !== 'violation') return finding;
  const own = shots.filter(({ rule }) => rule === finding.rule).map(({ file, sha256, at }): Evidence => ({ kind: 'screenshot', file, sha256, at }));
  return own.length === 0 ? finding : { ...finding, evidence: [...finding.evidence, ...own] };
}

/** One report of several sittings: for each rule the outcome that most needs to be told, of each stage the flows of the sitting that reached it. */
function merged(base: SiteReport, judged: { sitting: Sitting; report: SiteReport }[]): SiteReport {
  const named = judged.map(({ sitting, report }) => ({ mode: sitting.mode, report: sitting.visit ? withMode(report, sitting.mode) : report, seen: sitting.visit !== undefined }));
  const seen = named.some((one) => one.seen) ? named.filter((one) => one.seen) : named;
  return {
    ...base,
    flows: seen.flatMap(({ report, mode }) => report.flows.filter(({ stage }) => (stage === 'before-choice') === (mode === 'ignore') || seen.length === 1)),
    findings: base.findings.map(({ rule }) => {
      const own = seen.flatMap(({ report }) => report.findings.filter((finding) => finding.rule === rule));
      return own.reduce((worst, next) => (WEIGHT.indexOf(next.outcome) < WEIGHT.indexOf(worst.outcome) ? next : worst));
    }),
    acts: seen.flatMap(({ report }) => report.acts),
  };
}

/** Numbers of requests begin anew in each browser: the sitting is named with them. */
function withMode(report: SiteReport, mode: ConsentMode): SiteReport {
  return {
    ...report,
    flows: report.flows.map((flow): Flow => ({ ...flow, requests: flow.requests.map((id) => nameRequest(id, mode)) })),
    findings: report.findings.map((finding) => ({
      ...finding,
      evidence: finding.evidence.map((item) => (item.kind === 'request' ? { ...item, requestId: nameRequest(item.requestId, mode) } : item)),
    })),
  };
}

function nameRequest(id: string, mode: ConsentMode): string {
  return `${mode}:${id}`;
}

/** The visit of a site for its evidence pack: of several sittings, the requests of all, named as in the report. */
export function packVisit({ sittings }: SiteRecord): Visit | undefined {
  const seen = sittings.filter((sitting) => sitting.visit);
  const [first] = seen;
  if (!first?.visit || sittings.length === 1) return first?.visit;
  return {
    ...first.visit,
    exchanges: seen.flatMap(({ visit, mode }) => visit!.exchanges.map((exchange) => ({ ...exchange, id: nameRequest(exchange.id, mode) }))),
    acts: seen.flatMap(({ visit }) => visit!.acts),
    problems: seen.flatMap(({ visit }) => visit!.problems),
  };
}

function consentOf({ consent, sittings, lang }: SiteRecord, reports: SiteReport[]): AuditReport['consent'] {
  return {
    choice: consent,
    sittings: sittings.map(({ mode, choice, failure }) => ({ mode, ...choice, ...(failure ? { problem: failureText(failure)[lang] } : {}) })),
    ...(sittings.length > 1 ? { comparison: comparisonOf(sittings.map((sitting, index) => ({ mode: sitting.mode, report: reports[index]!, isSeen: sitting.visit !== undefined }))) } : {}),
  };
}
