/** What an audit did on a site and saw by it, as a part of the site's report page: consent dialogs, planted data, further pages. */
import type { ComponentChildren } from 'preact';
import type { Lang } from '../../analyzers/artifacts';
import type { SiteReport } from '../../analyzers/report';
import { kindNames } from '../../analyzers/traffic/judging';
import { translate } from '../../locales/cli';
import type { Comparison, Got } from './comparison';
import type { AuditReport } from './verdict';

type Say = (key: string, facts?: Record<string, string | number>) => string;

/** Nothing for reports that hold nothing of the sort. */
export function auditNotes(report: SiteReport, lang: Lang): ComponentChildren {
  const { consent, planted, pages } = report as AuditReport;
  const say: Say = (key, facts = {}) => translate(lang, `cli.audit.notes.${key}`, facts);
  return (
    <>
      {consent ? <Consent consent={consent} say={say} lang={lang} /> : null}
      {planted ? <Planted planted={planted} say={say} /> : null}
      {pages && pages.length > 0 ? (
        <>
          <h2>{say('pages')}</h2>
          <ul>
            {pages.map(({ url, kind, pressed, problem }) => (
              <li key={`${url} ${kind}`}>
                <code class="address">{url}</code>
                {pressed === undefined ? null : <> {say('by-script', { text: pressed })}</>}
                {problem === undefined ? null : <> {say('not-seen', { reason: say(`page-problem.${PAGE_PROBLEMS.has(problem) ? problem : 'other'}`, { code: problem }) })}</>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** Problems of a further page that have a sentence of their own. */
const PAGE_PROBLEMS = new Set(['robots', 'not-pressed', 'nothing-opened', 'elsewhere']);

function Consent({ consent, say, lang }: { consent: NonNullable<AuditReport['consent']>; say: Say; lang: Lang }) {
  return (
    <>
      <h2>{say('heading')}</h2>
      <ul>
        {consent.sittings.map(({ mode, outcome, pressed = [], detail = '', problem }) => {
          const became = problem ?? (outcome ? say(outcome, { detail, pressed: pressed.map(({ as, text }) => (as === 'switch-off' ? say('switch') : `“${text}”`)).join(' → ') }) : undefined);
          return <li key={mode}>{became === undefined ? say(mode) : say('became', { answer: say(mode), became })}</li>;
        })}
      </ul>
      {consent.comparison ? <Compared comparison={consent.comparison} say={say} lang={lang} /> : null}
    </>
  );
}

const COLUMNS = ['beforeChoice', 'afterAccept', 'afterRefuse'] as const;

function Compared({ comparison, say, lang }: { comparison: Comparison; say: Say; lang: Lang }) {
  const cell = (got: Got | undefined) => (!got ? say('nothing') : got.kinds.length === 0 ? say('some', { requests: got.requests }) : say('got', { kinds: kindNames(got.kinds)[lang], requests: got.requests }));
  const columns = COLUMNS.filter((name) => comparison.seen.includes(name));
  if (comparison.recipients.length === 0) return <p>{say('nobody')}</p>;
  return (
    <>
      <h2>{say('compare')}</h2>
      <div class="scroll">
        <table class="overview">
          <thead>
            <tr>
              <th scope="col">{say('who')}</th>
              {columns.map((name) => (
                <th key={name} scope="col">{say(name)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.recipients.map((row) => (
              <tr key={row.domain} class={row.afterRefuse ? 'row-bad' : ''}>
                <th scope="row">
                  {row.owner}
                  {row.owner === row.domain ? null : <code class="address"> {row.domain}</code>}
                </th>
                {columns.map((name) => (
                  <td key={name}>{cell(row[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Planted({ planted: { fields, sent }, say }: { planted: NonNullable<AuditReport['planted']>; say: Say }) {
  const filled = fields.filter(({ problem }) => !problem);
  return (
    <>
      <h2>{say('planted')}</h2>
      <p>{say(sent.length > 0 ? 'planted-sent' : 'planted-none', { fields: filled.length })}</p>
      {sent.length > 0 ? (
        <div class="scroll">
          <table class="overview">
            <thead>
              <tr>
                <th scope="col">{say('field')}</th>
                <th scope="col">{say('to')}</th>
              </tr>
            </thead>
            <tbody>
              {sent.map((one) => (
                <tr key={`${one.requestId} ${one.kind}`} class="row-bad">
                  <th scope="row">{fields.find(({ kind }) => kind === one.kind)?.label ?? one.kind}</th>
                  <td>
                    {one.recipient} <code class="address">{one.url.slice(0, 200)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}
