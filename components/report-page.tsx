import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '../analyzers/artifacts';
import { beijingTime, plainAddress } from '../analyzers/complaint/plain';
import type { SiteReport } from '../analyzers/report';
import { translate } from '../locales/views';
import { AllFindings } from './findings/groups';
import { StaticView } from './fold';
import { Language, useSpeech } from './language';
import { LawContext } from './findings/law';
import { LawNotes } from './findings/law-notes';
import { PolicySummary } from './policy/summary';
import { Recipients } from './site/recipients';
import { Mark } from './seal';
import { tally, verdictKey } from './site/tally';
import { Timeline } from './site/timeline';
import { Operator, Verdict } from './site/verdict';

export interface Screenshot {
  /** `SiteReport.site` it belongs to. */
  site: string;
  /** File name, shown as caption. */
  file: string;
  /** `data:image/…` address. Anything else is left out: the page must stand alone. */
  src: string;
}

export interface ReportPageInput {
  reports: SiteReport[];
  screenshots?: Screenshot[];
  lang: Lang;
  /** What else there is to say of a site, beside its findings: for instance what an audit did there. */
  notes?: (report: SiteReport) => ComponentChildren;
  /** Rules whose findings are shown but counted in no verdict. */
  reportOnly?: readonly string[];
  /** Style sheet: the files of `components/styles` that `REPORT_STYLES` names, joined. */
  css: string;
}

/** Style sheets a report page is made of, in order; file names in `components/styles`. */
export const REPORT_STYLES = ['tokens.css', 'base.css', 'parts.css', 'report.css'] as const;

/** A pair of colours, which browsers before 2024 do not know; a report takes the light one. */
const LIGHT_OR_DARK = /light-dark\(((?:[^(),]|\([^()]*\))*),(?:[^(),]|\([^()]*\))*\)/g;

/** A self-contained HTML page about one or more sites: no script, no outside address, readable by a stranger and printable. */
export function renderReportPage({ reports, screenshots = [], lang, css, notes, reportOnly = [] }: ReportPageInput): string {
  const title = reports.length === 1 ? translate(lang, 'report.page.title-one', { site: reports[0]!.site }) : translate(lang, 'report.page.title');
  const body = renderToString(
    <Language.Provider value={lang}>
      <StaticView.Provider value={true}>
        <LawContext.Provider value={LawNotes}>
          <ReportPage title={title} reports={reports} screenshots={screenshots} notes={notes} reportOnly={reportOnly} />
        </LawContext.Provider>
      </StaticView.Provider>
    </Language.Provider>,
  );
  // A style element ends at the first `</style`: nothing in our own files has one, and this keeps it so.
  const style = css.replace(/<\/style/gi, '').replace(LIGHT_OR_DARK, '$1');
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">${renderToString(<title>{title}</title>)}`,
    `<style>${style}</style></head>`,
    `<body class="report-page">${body}</body></html>`,
  ].join('\n');
}

function ReportPage({ title, reports, screenshots, notes, reportOnly }: { title: string; reports: SiteReport[]; screenshots: Screenshot[]; notes: ReportPageInput['notes']; reportOnly: readonly string[] }) {
  const { t } = useSpeech();
  return (
    <>
      <header class="page-head">
        <Mark />
        <div>
          <h1>{title}</h1>
          <p class="part-note">{t('report.page.note')}</p>
        </div>
      </header>
      <main>
        {reports.length > 1 ? <Overview reports={reports.map((report) => counted(report, reportOnly))} /> : null}
        {reports.map((report, index) => (
          <SiteSection key={index} id={`site-${index + 1}`} report={report} screenshots={screenshots.filter(({ site }) => site === report.site)} notes={notes?.(report)} reportOnly={reportOnly} />
        ))}
      </main>
      <footer class="footnote">{t('report.footnote')}</footer>
    </>
  );
}

/** The report without the findings that do not count. */
function counted(report: SiteReport, reportOnly: readonly string[]): SiteReport {
  return reportOnly.length === 0 ? report : { ...report, findings: report.findings.filter(({ rule }) => !reportOnly.includes(rule)) };
}

/** All sites in one table: what a reader of many wants first. */
function Overview({ reports }: { reports: SiteReport[] }) {
  const { t, of } = useSpeech();
  return (
    <section>
      <h2>{t('report.page.overview')}</h2>
      <div class="scroll">
        <table class="overview">
          <thead>
            <tr>
              <th scope="col">{t('report.page.site')}</th>
              <th scope="col">{t('report.outcome.violation')}</th>
              <th scope="col">{t('report.outcome.review')}</th>
              <th scope="col">{t('report.outcome.pass')}</th>
              <th scope="col">{t('report.page.worst')}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report, index) => {
              const result = tally(report);
              const { counts, worst, mood } = result;
              return (
                <tr key={index} class={`row-${mood}`}>
                  <th scope="row">
                    <a href={`#site-${index + 1}`}>{report.site}</a>
                  </th>
                  <td class="number">{counts.violation}</td>
                  <td class="number">{counts.review}</td>
                  <td class="number">{counts.pass}</td>
                  <td>{worst ? of(worst.summary) : t(verdictKey(result))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SiteSection({ id, report, screenshots, notes, reportOnly }: { id: string; report: SiteReport; screenshots: Screenshot[]; notes: ComponentChildren; reportOnly: readonly string[] }) {
  const { t } = useSpeech();
  const images = screenshots.filter(({ src }) => /^data:image\/(?:png|jpeg|webp);base64,/.test(src));
  return (
    <article class="site-section" id={id}>
      <header>
        <p class="site-name">{report.site}</p>
        <p class="part-note">
          <code class="address">{plainAddress(report.url)}</code> {t('report.page.at', { time: beijingTime(Date.parse(report.startedAt)) })}
        </p>
        <Operator operator={report.operator} />
      </header>
      <Verdict report={counted(report, reportOnly)} level={2} />
      <AllFindings report={report} unfolded reportOnly={reportOnly} />
      {notes}
      <h2>{t('report.part.recipients')}</h2>
      <Recipients report={report} />
      <h2>{t('report.part.timeline')}</h2>
      <Timeline report={report} />
      <h2>{t('report.part.policy')}</h2>
      <PolicySummary policy={report.policy} />
      {images.length > 0 ? <h2>{t('report.part.screenshots')}</h2> : null}
      {images.map(({ file, src }) => (
        <figure key={file}>
          <img src={src} alt={t('report.page.screenshot', { file })} />
          <figcaption>{file}</figcaption>
        </figure>
      ))}
      <p class="part-note">{t('report.page.tool', { version: report.tool.version, rules: report.tool.rulesVersion, browser: report.tool.browser })}</p>
    </article>
  );
}
