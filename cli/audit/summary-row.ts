/** One line about a site: what tables, spreadsheets and overviews show of it. */
import type { Text } from '../../analyzers/artifacts';
import type { SiteReport } from '../../analyzers/report';
import { isMatterOf } from './failure';
import { findingsOf, worstFinding } from './summary';

/** The parts of a report that a summary keeps: thousands of them fit into memory. */
export interface SummaryLine {
  site: string;
  requested: string;
  url: string;
  startedAt: string;
  folder?: string;
  problem?: string;
  problemCode?: string;
  /** Rules with a suspected violation, gravest first. */
  suspected: string[];
  review: number;
  error: number;
  worst?: Text;
  policyUrl: string;
  operator: string;
  icp: string;
  /** Other companies that got personal data or identifiers. */
  recipients: string[];
}

export type ReportLike = SiteReport & { requested?: string; problem?: string; problemCode?: string; folder?: string };

/** The summary of a report. */
export function summaryOf(report: ReportLike): SummaryLine {
  const recipients = report.flows.filter(({ recipient, kinds }) => recipient.party !== 'first' && kinds.length > 0).map(({ recipient }) => recipient.domain);
  return {
    site: report.site,
    requested: report.requested ?? report.url,
    url: report.url,
    startedAt: report.startedAt,
    folder: report.folder,
    problem: report.problem,
    problemCode: report.problemCode,
    suspected: findingsOf(report, 'violation').map(({ rule }) => rule),
    review: findingsOf(report, 'review').length,
    error: findingsOf(report, 'error').length,
    worst: worstFinding(report)?.summary,
    policyUrl: 'duties' in report.policy ? report.policy.url : '',
    operator: report.operator.name,
    icp: report.operator.icp,
    recipients: [...new Set(recipients)].sort(),
  };
}

/** Whose matter a site's problem is; undefined where there is none. */
export function problemKind({ problemCode }: Pick<SummaryLine, 'problemCode'>): ReturnType<typeof isMatterOf> | undefined {
  return problemCode === undefined ? undefined : isMatterOf(problemCode);
}
