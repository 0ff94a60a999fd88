/** The report page with its style sheets, for files on disk. */
import { readFileSync } from 'node:fs';
import { REPORT_STYLES, renderReportPage } from '../components/report-page';
import type { ReportPageInput } from '../components/report-page';

/** A self-contained HTML page about one or more sites. */
export function reportHtml(input: Omit<ReportPageInput, 'css'>): string {
  const css = REPORT_STYLES.map((name) => readFileSync(new URL(`../components/styles/${name}`, import.meta.url), 'utf8')).join('\n');
  return renderReportPage({ ...input, css });
}
