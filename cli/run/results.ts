/** What a run has found: kept in its folder where it has one, else in memory, and told at the end in every form that was asked for. */
import { writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../analyzers/artifacts';
import type { SiteAudit } from '../audit/audit-site';
import { packOf } from '../audit/evidence';
import { violationsOf } from '../audit/findings';
import { renderRun, reportCss } from '../audit/report-file';
import { problemKind, summaryOf } from '../audit/summary-row';
import type { SummaryLine } from '../audit/summary-row';
import type { AuditReport } from '../audit/verdict';
import { EXIT } from '../io';
import { baselineOf, isKnown } from './baseline';
import type { Baseline } from './baseline';
import { toJunit } from './junit';
import { renderOverview } from './overview';
import type { RunFolder } from './run-folder';
import { toSarif } from './sarif';
import { toCsv, toXlsx } from './spreadsheet';

/** Sites up to which one page shows all reports with their pictures. */
const SITES_ON_ONE_PAGE = 20;

export class Results {
  readonly #reports: AuditReport[] = [];

  constructor(readonly folder: RunFolder | undefined, private readonly lang: Lang) {}

  /** Keeps one site's result. @returns the report as it is told. @throws as the file system does */
  keep(audit: SiteAudit): AuditReport {
    const { folder, lang } = this;
    if (!folder) {
      this.#reports.push(audit.report);
      return audit.report;
    }
    const report: AuditReport = { ...audit.report, folder: folder.nameFor(audit.report) };
    const whole = { ...audit, report };
    folder.write({ report, record: audit.record, pack: packOf(whole), page: renderRun([whole], lang), screenshots: audit.screenshots });
    return report;
  }

  /** Takes a result whose evidence another machine has written. */
  keepReport(report: AuditReport): void {
    if (this.folder) this.folder.append(report);
    else this.#reports.push(report);
  }

  /** All reports, those of an interrupted run included. */
  async *reports(): AsyncGenerator<AuditReport> {
    if (this.folder) yield* this.folder.reports<AuditReport>();
    else yield* this.#reports;
  }

  async lines(): Promise<SummaryLine[]> {
    const lines: SummaryLine[] = [];
    for await (const report of this.reports()) lines.push(summaryOf(report));
    return lines;
  }

  /** Writes what stands beside the sites' folders. @returns the page a person opens first. */
  async finish(lines: readonly SummaryLine[]): Promise<string | undefined> {
    const { folder, lang } = this;
    if (!folder) return undefined;
    folder.put('summary.csv', toCsv(lines, lang));
    folder.put('summary.xlsx', await toXlsx(lines, lang));
    const overview = folder.put('index.html', renderOverview({ lines, lang, css: reportCss() }));
    if (lines.length > SITES_ON_ONE_PAGE) return overview;
    const audits: Pick<SiteAudit, 'report' | 'screenshots'>[] = [];
    for await (const report of this.reports()) audits.push({ report, screenshots: this.#pictures(report) });
    return folder.put('report.html', renderRun(audits, lang));
  }

  /** Forms for build servers. @throws as the file system does */
  async finishForBuilds({ junit, sarif, writeBaseline, baseline, version }: { junit?: string; sarif?: string; writeBaseline?: string; baseline?: Baseline; version: string }): Promise<void> {
    if (junit === undefined && sarif === undefined && writeBaseline === undefined) return;
    const reports: AuditReport[] = [];
    for await (const report of this.reports()) reports.push(report);
    if (junit !== undefined) writeFileSync(junit, toJunit(reports, { lang: this.lang, baseline }));
    if (sarif !== undefined) writeFileSync(sarif, toSarif(reports, { lang: this.lang, version, baseline }));
    if (writeBaseline !== undefined) writeFileSync(writeBaseline, baselineOf(reports));
  }

  /** The pictures that prove something, from the site's folder. */
  #pictures(report: AuditReport): SiteAudit['screenshots'] {
    const files = new Set(['screenshots/page.png', ...violationsOf(report).flatMap(({ evidence }) => evidence.flatMap((item) => (item.kind === 'screenshot' ? [item.file] : [])))]);
    return [...files].flatMap((file) => {
      try {
        return [{ file, bytes: new Uint8Array(readFileSync(join(this.folder!.path, report.folder ?? report.site, file))), takenAt: 0 }];
      } catch {
        return [];
      }
    });
  }
}

/** Failed steps are wrong input; a site that could not be seen is a failure of browser or network; both outrank findings. */
export function exitCodeOf(lines: readonly Pick<SummaryLine, 'problemCode' | 'requested' | 'suspected'>[], failOnViolation: boolean, baseline?: Baseline): number {
  const kinds = lines.map(problemKind);
  if (kinds.includes('steps')) return EXIT.usage;
  if (kinds.some((kind) => kind === 'browser' || kind === 'page')) return EXIT.environment;
  const isNew = lines.some(({ requested, suspected }) => suspected.some((rule) => !isKnown(baseline, requested, rule)));
  return failOnViolation && isNew ? EXIT.found : EXIT.done;
}
