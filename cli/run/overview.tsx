/** The overview of a run as a page: every site in one table, each with the way to its evidence folder. */
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '../../analyzers/artifacts';
import { translate } from '../../locales/cli';
import { ruleTitle } from '../../locales/rule-title';
import type { SummaryLine } from '../audit/summary-row';

/** Rows shown; a browser must still open the page. The spreadsheets hold all. */
const MOST_ROWS = 5_000;

export interface OverviewInput {
  lines: readonly SummaryLine[];
  lang: Lang;
  css: string;
}

/** A self-contained page without scripts. Sites with most suspicions come first, then those to look at, then those that were not seen. */
export function renderOverview({ lines, lang, css }: OverviewInput): string {
  const say = (key: string, facts = {}) => translate(lang, `cli.audit.overview.${key}`, facts);
  const sorted = [...lines].sort((a, b) => b.suspected.length - a.suspected.length || b.review - a.review || Number(Boolean(b.problem)) - Number(Boolean(a.problem)) || (a.requested < b.requested ? -1 : 1));
  const counts = {
    sites: lines.length,
    suspected: lines.filter(({ suspected }) => suspected.length > 0).length,
    unseen: lines.filter(({ problem }) => problem).length,
  };
  const rules = new Map<string, number>();
  for (const { suspected } of lines) for (const rule of suspected) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const frequent = [...rules].sort(([, a], [, b]) => b - a).slice(0, 10);
  const title = say('title', counts);
  const body = renderToString(
    <>
      <header class="page-head">
        <div>
          <h1>{title}</h1>
          <p class="part-note">{say('note')}</p>
        </div>
      </header>
      <main>
        {frequent.length > 0 ? (
          <>
            <h2>{say('frequent')}</h2>
            <table class="overview">
              <tbody>
                {frequent.map(([rule, count]) => (
                  <tr key={rule}>
                    <th scope="row">{ruleTitle(rule, lang)}</th>
                    <td class="number">{say('sites', { count })}</td>
                    <td>
                      <code class="address">{rule}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        ) : null}
        <h2>{say('all')}</h2>
        {sorted.length > MOST_ROWS ? <p class="part-note">{say('cut', { shown: MOST_ROWS })}</p> : null}
        <div class="scroll">
        <table class="overview">
          <thead>
            <tr>
              {['site', 'violation', 'review', 'worst'].map((name) => (
                <th key={name} scope="col">{translate(lang, `cli.audit.table.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, MOST_ROWS).map((line) => <Row key={line.requested} line={line} lang={lang} clean={translate(lang, 'cli.audit.table.clean')} />)}
          </tbody>
        </table>
        </div>
      </main>
      <footer class="footnote">{translate(lang, 'report.footnote')}</footer>
    </>,
  );
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">${renderToString(<title>{title}</title>)}`,
    `<style>${css.replace(/<\/style/gi, '')}</style></head>`,
    `<body class="report-page">${body}</body></html>`,
    '',
  ].join('\n');
}

function Row({ line, lang, clean }: { line: SummaryLine; lang: Lang; clean: string }) {
  const mood = line.suspected.length > 0 ? 'row-bad' : line.problem ? 'row-unseen' : line.review > 0 ? 'row-doubt' : 'row-clean';
  return (
    <tr class={mood}>
      <th scope="row">
        {line.folder ? <a href={`${encodeURIComponent(line.folder)}/report.html`}>{line.site}</a> : line.site}
        <code class="address">{line.requested.slice(0, 120)}</code>
      </th>
      <td class="number">{line.problem && line.suspected.length === 0 ? '–' : line.suspected.length}</td>
      <td class="number">{line.problem && line.suspected.length === 0 ? '–' : line.review}</td>
      <td>{line.problem ?? line.worst?.[lang] ?? clean}</td>
    </tr>
  );
}
