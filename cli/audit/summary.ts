/** What a run found, for people at a terminal. */
import type { Lang } from '../../analyzers/artifacts';
import { CATEGORY_ORDER } from '../../analyzers/report';
import type { Finding, SiteReport } from '../../analyzers/report';
import { translate } from '../../locales/cli';
import { renderTable } from './table';

const SEVERITIES = ['high', 'medium', 'low'];

/** Widest a finding's sentence may be in the table, columns. */
const WIDEST_SENTENCE = 70;

/** Findings of one outcome, gravest first: by severity, then in the order of complaint categories. */
export function findingsOf(report: SiteReport, outcome: Finding['outcome']): Finding[] {
  const rank = (f: Finding) => SEVERITIES.indexOf(f.severity) * 10 + CATEGORY_ORDER.indexOf(f.category);
  return report.findings.filter((f) => f.outcome === outcome).sort((a, b) => rank(a) - rank(b));
}

/** The gravest finding: a suspected violation, else one to check, else one that could not be looked at. */
export function worstFinding(report: SiteReport): Finding | undefined {
  return findingsOf(report, 'violation')[0] ?? findingsOf(report, 'review')[0] ?? findingsOf(report, 'error')[0];
}

export interface SummaryRow {
  /** What stands in the first column. */
  name: string;
  report: SiteReport & { problem?: string };
  /** Text of a last column, when every row has one. */
  remark?: string;
}

/** The table site | suspected | to check | worst finding. */
export function summaryTable(rows: readonly SummaryRow[], lang: Lang): string {
  const title = (key: string) => translate(lang, `cli.audit.table.${key}`);
  const remarked = rows.some((row) => row.remark !== undefined);
  return renderTable(
    [
      { title: title('site'), most: 40 },
      { title: title('violation'), align: 'right' },
      { title: title('review'), align: 'right' },
      ...(remarked ? [{ title: title('remark'), most: 30 }] : []),
      { title: title('worst'), most: WIDEST_SENTENCE },
    ],
    rows.map(({ name, report, remark }) => [
      name,
      String(findingsOf(report, 'violation').length),
      String(findingsOf(report, 'review').length),
      ...(remarked ? [remark ?? ''] : []),
      report.problem ?? worstFinding(report)?.summary[lang] ?? title('clean'),
    ]),
  );
}

/** All suspected violations of one site, one line each. */
export function violationList(report: SiteReport, lang: Lang): string {
  return findingsOf(report, 'violation')
    .map((finding) => `  · ${finding.summary[lang].replace(/\p{Cc}+/gu, ' ')}（${finding.rule}）\n`)
    .join('');
}

/** Sites up to which every suspected violation is listed, not only the worst. */
const LISTED_SITES = 5;
/** Rows of the table at a terminal; what is left out stands in the files of the run. */
const MOST_ROWS = 200;

/** What a run found: the table, and for a few sites every suspicion. */
export async function worstTable(reports: AsyncIterable<SiteReport & { problem?: string }>, of: number, lang: Lang): Promise<string> {
  const shown: (SiteReport & { problem?: string })[] = [];
  for await (const report of reports) if (shown.push(report) >= MOST_ROWS) break;
  const table = summaryTable(shown.map((report) => ({ name: report.site, report })), lang);
  const rest = of > shown.length ? `${translate(lang, 'cli.audit.more-rows', { count: of - shown.length })}\n` : '';
  const lists = of > LISTED_SITES ? [] : shown.map((report) => `\n${report.site}\n${violationList(report, lang) || `  ${translate(lang, 'cli.audit.table.clean')}\n`}`);
  return `${table}\n${rest}${lists.join('')}`;
}
