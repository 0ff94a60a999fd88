import type { DataKind, Lang } from '../analyzers/artifacts';
import { stagesOf } from '../analyzers/complaint/facts';
import type { Evidence, Flow, FlowRecipient, Party, PracticeRow, SiteReport, Stage } from '../analyzers/report';
import { useSpeech } from './language';
import { StageTag } from './proof';

const STAGES: readonly Stage[] = ['before-choice', 'after-refuse', 'after-withdraw', 'after-accept'];
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

/** Whether an address is on a domain or below it. */
function isAt(url: string, domain: string): boolean {
  const host = /^(?:https?|wss?):\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return host === domain || host.endsWith(`.${domain}`);
}

/** One row a recipient and stage, others before the site itself. */
export function recipientRows(report: SiteReport, stage: Stage): Row[] {
  const cited = citedRequests(report);
  const stages = stagesOf(report);
  const rows = new Map<string, Row>();
  for (const flow of report.flows) {
    if (flow.stage !== stage) continue;
    const row = rows.get(flow.recipient.domain) ?? { recipient: flow.recipient, kinds: [], forms: [], count: 0, suspected: false };
    row.kinds = [...new Set([...row.kinds, ...flow.kinds])];
    row.forms = [...new Set([...row.forms, flow.form])];
    row.count += flow.count;
    row.suspected ||= isSuspected(flow, cited, stages, report);
    rows.set(flow.recipient.domain, row);
  }
  const rank = (row: Row): number => PARTY_ORDER.indexOf(row.recipient.party);
  return [...rows.values()].sort((a, b) => Number(b.suspected) - Number(a.suspected) || rank(a) - rank(b) || b.kinds.length - a.kinds.length);
}

/** Who got what, before and after the person agreed. */
export function Recipients({ report }: { report: SiteReport }) {
  const { t } = useSpeech();
  const stages = STAGES.map((stage) => ({ stage, rows: recipientRows(report, stage) })).filter(({ rows }) => rows.length > 0);
  if (stages.length === 0) return <p class="nothing">{t('report.recipients.none')}</p>;
  return (
    <div class="recipients">
      {stages.map(({ stage, rows }) => (
        <section key={stage} class={`stage stage-${stage}${stage !== 'after-accept' && rows.some((row) => row.suspected) ? ' stage-suspected' : ''}`}>
          <h3 class="stage-title">
            <StageTag stage={stage} /> {t('report.recipients.got', { count: rows.length })}
          </h3>
          <ul>
            {rows.slice(0, 60).map((row) => (
              <Recipient key={row.recipient.domain} row={row} practice={report.practice?.rows.filter(({ recipient }) => recipient.domain === row.recipient.domain) ?? []} />
            ))}
          </ul>
        </section>
      ))}
      <Unseen report={report} />
    </div>
  );
}

/** What the policy declares and this visit did not show: no fault, but good to know. */
function Unseen({ report }: { report: SiteReport }) {
  const { t, lang } = useSpeech();
  const { kinds, recipients } = report.practice?.unseen ?? { kinds: [], recipients: [] };
  if (kinds.length + recipients.length === 0) return null;
  const words = [...new Set(kinds.map(({ kind }) => t(`report.kind.${kind}`))), ...recipients];
  return <p class="recipient-about practice-unseen">{t('report.practice.unseen', { what: words.slice(0, 20).join(lang === 'en' ? ', ' : '、') })}</p>;
}

/** What the policy says of the data one recipient got: a promise broken first, then silence, then what it told. */
function Practice({ rows }: { rows: readonly PracticeRow[] }) {
  const { t, lang } = useSpeech();
  const names = (list: readonly PracticeRow[]): string => [...new Set(list.map(({ kind }) => t(`report.kind.${kind}`)))].join(lang === 'en' ? ', ' : '、');
  const denied = rows.filter(({ says }) => says === 'denies');
  const unlisted = rows.filter(({ says, missing }) => says === 'omits' && missing !== 'recipient');
  const isUnnamed = rows.some(({ missing }) => missing === 'recipient' || missing === 'both');
  const told = rows.filter(({ says }) => says === 'allows');
  return (
    <>
      {denied[0]?.said ? <p class="recipient-about practice-denied">{t('report.practice.denies', { quote: denied[0].said.quote })}</p> : null}
      {isUnnamed ? <p class="recipient-about">{t('report.practice.unnamed')}</p> : null}
      {unlisted.length > 0 ? <p class="recipient-about">{t('report.practice.omits', { kinds: names(unlisted) })}</p> : null}
      {told.length > 0 ? <p class="recipient-about">{t('report.practice.allows', { kinds: names(told) })}</p> : null}
    </>
  );
}

function Recipient({ row, practice }: { row: Row; practice: readonly PracticeRow[] }) {
  const { t, lang } = useSpeech();
  const { recipient } = row;
  const place = countryName(recipient.country, lang);
  const about = [t(`report.party.${recipient.party}`), recipient.role === 'unknown' ? '' : t(`report.role.${recipient.role}`), place].filter(Boolean).join(' · ');
  return (
    <li class={`recipient${row.suspected ? ' recipient-suspected' : ''}`}>
      <p class="recipient-name">
        <strong>{recipient.owner || recipient.domain}</strong>
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
      <Practice rows={practice} />
    </li>
  );
}

/** A country's name in the reader's language; empty for mainland China (the usual case) and for codes nobody knows. */
export function countryName(code: string, lang: Lang): string {
  if (!/^[A-Z]{2}$/.test(code) || code === 'CN') return '';
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }).of(code) ?? '';
}
