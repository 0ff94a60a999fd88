/** The HTML report of a run: everything in one file, so that it can be sent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../analyzers/artifacts';
import { REPORT_STYLES, renderReportPage } from '../../components/report-page';
import { ROOT } from '../build';
import type { SiteAudit } from './audit-site';
import { auditNotes } from './audit-notes';

/** Screenshots beyond this many bytes stay in their folders: a report of many sites must still open. */
const MOST_IMAGE_BYTES = 40 * 1024 * 1024;

/** Renders sites with their screenshots. */
export function renderRun(audits: readonly Pick<SiteAudit, 'report' | 'screenshots'>[], lang: Lang): string {
  let bytes = 0;
  const screenshots = audits.flatMap(({ report, screenshots: shots }) =>
    shots.flatMap((shot) => {
      bytes += shot.bytes.length;
      if (bytes > MOST_IMAGE_BYTES) return [];
      return [{ site: report.site, file: shot.file, src: `data:image/png;base64,${Buffer.from(shot.bytes).toString('base64')}` }];
    }),
  );
  return renderReportPage({ reports: audits.map(({ report }) => report), screenshots, lang, css: reportCss(), notes: (report) => auditNotes(report, lang) });
}

let css: string | undefined;

/** The style sheet of report pages. */
export function reportCss(): string {
  css ??= REPORT_STYLES.map((name) => readFileSync(join(ROOT, 'components', 'styles', name), 'utf8')).join('\n');
  return css;
}
