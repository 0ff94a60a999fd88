import type { DataKind, Lang } from '../../analyzers/artifacts';
import { stagesOf } from '../../analyzers/complaint/facts';
import type { Evidence, Flow, FlowRecipient, Party, SiteReport, Stage } from '../../analyzers/report';
import { shortName, useSpeech } from '../language';
import { PracticeTable } from './practice-table';
import { StageTag } from '../findings/proof';
import { Terms, termsIn } from '../findings/terms';
import { Fold } from '../fold';

/** Stages in the order in which they are told: what came without consent first. */
export const STAGES: readonly Stage[] = ['before-choice', 'after-refuse', 'after-withdraw', 'after-accept'];
const PARTY_ORDER: readonly Party[] = ['third', 'affiliate', 'processor-like', 'first'];

interface Row {
  recipient: FlowRecipient;
  kinds: DataKind[];
  forms: Flow['form'][];
  count: number;
  /** A suspected violation names one of these requests. */
  suspected: boolean;
}

type Cited = Extract<Evidence, { kind: 'request' }>;

/** Requests that suspected violations name as proof. */
function citedRequests(report: SiteReport): Cited[] {
  return report.findings.filter(({ outcome }) => outcome === 'violation').flatMap(({ evidence }) => evidence.filter((item) => item.kind === 'request'));
}

/**
 * Whether a suspected violation names what this flow shows: one of its requests, or another request to the same domain in
 * the same stage (a cookie set by the answer is proof, but no flow of its own).
 */
function isSuspected(flow: Flow, cited: readonly Cited[], stages: ReadonlyMap<string, Stage>, report: SiteReport): boolean {
  return cited.some((item) => {
    if (flow.requests.includes(item.requestId)) return true;
    if (stages.has(item.requestId) || !isAt(item.url, flow.recipient.domain)) return false;
    return flow.stage === 'before-choice' && !report.acts.some((act) => act.at <= item.at);
  });
}

/** Tells of a report's flows whether a suspected violation names them as proof. */
export function suspicionOf(report: SiteReport): (flow: Flow) => boolean {
  const cited = citedRequests(report);
  const stages = stagesOf(report);
  return (flow) => isSuspected(flow, cited, stages, report);
}

/** Whether an address is on a domain or below it. */
function isAt(url: string, domain: string): boolean {
  const host = /^(?:https?|wss?):\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return host === domain || host.endsWith(`.${domain}`);
}

/** One row a recipient and stage, others before the site itself. */
export function recipientRows(report: SiteReport, stage: Stage): Row[] {
  const isSuspect = suspicionOf(report);
  const rows = new Map<string, Row>();
  for (const flow of report.flows) {
    if (flow.stage !== stage) continue;
    const row = rows.get(flow.recipient.domain) ?? { recipient: flow.recipient, kinds: [], forms: [], count: 0, suspected: false };
    row.kinds = [...new Set([...row.kinds, ...flow.kinds])];
    row.forms = [...new Set([...row.forms, flow.form])];
    row.count += flow.count;
    row.suspected ||= isSuspect(flow);
    rows.set(flow.recipient.domain, row);
  }
  const rank = (row: Row): number => PARTY_ORDER.indexOf(row.recipient.party);
  return [...rows.values()].sort((a, b) => Number(b.suspected) - Number(a.suspected) || rank(a) - rank(b) || b.kinds.length - a.kinds.length);
}

/** Who got what, before and after the person agreed. */
export function Recipients({ report }: { report: SiteReport }) {
  const { t, lang } = useSpeech();
  const stages = STAGES.map((stage) => ({ stage, rows: recipientRows(report, stage) })).filter(({ rows }) => rows.length > 0);
  if (stages.length === 0) return <p class="nothing">{t('report.recipients.none')}</p>;
  const words = report.flows.flatMap(({ kinds, form, recipient: { party } }) => [...kinds.map((kind) => t(`report.kind.${kind}`)), form === 'hashed' ? t('report.form.hashed') : '', t(`report.party.${party}`)]);
  const terms = termsIn([...new Set(words)].join(' '), lang);
  return (
    <div class="recipients">
      {stages.map(({ stage, rows }) => (
        <section key={stage} class={`stage stage-${stage}${stage !== 'after-accept' && rows.some((row) => row.suspected) ? ' stage-suspected' : ''}`}>
          <h3 class="stage-title">
            <StageTag stage={stage} /> {t('report.recipients.got', { count: rows.length })}
          </h3>
          <ul>
            {rows.slice(0, 60).map((row) => (
              <Recipient key={row.recipient.domain} row={row} />
            ))}
          </ul>
        </section>
      ))}
      {terms.length > 0 ? <Fold label={t('report.finding.terms')}>{() => <Terms terms={terms} />}</Fold> : null}
      <PracticeTable report={report} />
    </div>
  );
}

function Recipient({ row }: { row: Row }) {
  const { t, lang } = useSpeech();
  const { recipient } = row;
  const place = countryName(recipient.country, lang);
  const about = [t(`report.party.${recipient.party}`), recipient.role === 'unknown' ? '' : t(`report.role.${recipient.role}`), place].filter(Boolean).join(' · ');
  return (
    <li class={`recipient${row.suspected ? ' recipient-suspected' : ''}`}>
      <p class="recipient-name">
        <strong>
          <bdi>{shortName(recipient.owner || recipient.domain)}</bdi>
        </strong>
        {recipient.owner && recipient.owner !== recipient.domain ? <span class="recipient-domain"> {recipient.domain}</span> : null}
        {row.suspected ? <span class="tag tag-violation">{t('report.outcome.violation')}</span> : null}
      </p>
      <p class="recipient-about">{about}</p>
      <ul class="items">
        {row.kinds.map((kind) => (
          <li key={kind} class="item">
            {t(`report.kind.${kind}`)}
          </li>
        ))}
        {row.forms.includes('hashed') ? (
          <li class="item item-form">
            <em>{t('report.form.hashed')}</em>
          </li>
        ) : null}
      </ul>
    </li>
  );
}

/** A country's name in the reader's language; empty for mainland China (the usual case) and for codes nobody knows. */
export function countryName(code: string, lang: Lang): string {
  if (!/^[A-Z]{2}$/.test(code) || code === 'CN') return '';
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }).of(code) ?? '';
}
