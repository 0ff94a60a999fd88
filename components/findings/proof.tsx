import type { DataItem } from '../../analyzers/artifacts';
import type { Evidence, SiteReport, Stage } from '../../analyzers/report';
import { stagesOf } from '../../analyzers/complaint/facts';
import { beijingTime, maskPersonal, plainAddress } from '../../analyzers/complaint/plain';
import { Fold } from '../fold';
import { quoteLang, useSpeech } from '../language';
import { ShowButton } from './show-button';

/** Evidence items shown at once; the rest is counted (all of it is in the evidence pack). */
const SHOWN = 6;

/** The proof of a finding: quotes, requests, storage writes, elements. */
export function ProofList({ evidence, report }: { evidence: Evidence[]; report: SiteReport }) {
  const { t } = useSpeech();
  const stages = stagesOf(report);
  const hidden = evidence.length - SHOWN;
  return (
    <ul class="proofs">
      {evidence.slice(0, SHOWN).map((item, index) => (
        <li key={index} class="proof">
          <Proof item={item} stages={stages} quotes={quoteLang(report)} />
        </li>
      ))}
      {hidden > 0 ? <li class="proof-more">{t('report.proof.more', { count: hidden })}</li> : null}
    </ul>
  );
}

function Proof({ item, stages, quotes }: { item: Evidence; stages: ReadonlyMap<string, Stage>; quotes: string | undefined }) {
  const { t, of } = useSpeech();
  const note = 'note' in item && item.note ? <p class="proof-note">{of(item.note)}</p> : null;
  switch (item.kind) {
    case 'policy-text':
      return (
        <>
          {item.quote ? (
            <blockquote class="quote" lang={quotes}>
              {item.quote}
            </blockquote>
          ) : null}
          {note}
          <p class="proof-source">
            {item.quote ? t('report.proof.from-policy') : note ? t('report.policy.untitled') : t('report.proof.policy-silent')} <Address url={item.url} /> <ShowButton place={item} />
          </p>
        </>
      );
    case 'request': {
      const stage = stages.get(item.requestId);
      return (
        <>
          <p class="proof-head">
            <span class="proof-who">{t('report.proof.sent-to', { recipient: item.recipient })}</span>
            {stage ? <StageTag stage={stage} /> : null}
          </p>
          <DataItems items={item.items} />
          {note}
          <p class="proof-source">
            <Moment at={item.at} /> <Address url={item.url} query />
          </p>
          {item.items.length > 0 ? <Fold label={t('report.proof.decoded')}>{() => <Decoded items={item.items} />}</Fold> : null}
        </>
      );
    }
    case 'storage':
      return (
        <>
          <p class="proof-head">
            {t('report.proof.stored', { area: t(`complaint.fact.area.${areaKey(item.area)}`) })} <code>{item.key}</code> = <code>{item.mask}</code>
          </p>
          <p class="proof-source">
            <Moment at={item.at} /> {[lifetime(item.lifetimeHours, t), item.scriptHost ? t('report.proof.by-script', { host: item.scriptHost }) : ''].filter(Boolean).join(t('report.comma'))}
          </p>
        </>
      );
    case 'page-element':
      return (
        <>
          {item.text ? <blockquote class="quote">{item.text}</blockquote> : null}
          {note}
          <p class="proof-source">
            {t('report.proof.on-page')} <Address url={item.url} /> <ShowButton place={item} />
          </p>
        </>
      );
    case 'record':
      return (
        <>
          {note}
          {item.proof ? <p class="proof-source">{item.proof}</p> : null}
        </>
      );
    case 'screenshot':
      return (
        <p class="proof-source">
          {t('report.proof.screenshot')} <code>{item.file}</code>
        </p>
      );
  }
}

/** The kinds of data in a request, with masked value and form. */
export function DataItems({ items }: { items: DataItem[] }) {
  const { t } = useSpeech();
  if (items.length === 0) return null;
  return (
    <ul class="items">
      {items.slice(0, 12).map((item, index) => (
        <li key={index} class="item">
          <span>{t(`report.kind.${item.kind}`)}</span> {item.mask ? <code>{item.mask}</code> : null}
          {item.form === 'plain' ? null : <em> {t(`report.form.${item.form}`)}</em>}
        </li>
      ))}
    </ul>
  );
}

/** Where in the request each value stood, through which decodings it was found, and what gave it away. Values stay masked. */
function Decoded({ items }: { items: DataItem[] }) {
  const { t } = useSpeech();
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={t('report.proof.decoded')}>
      <table class="facts-table decoded">
        <thead>
          <tr>
            <th scope="col">{t('report.decoded.kind')}</th>
            <th scope="col">{t('report.decoded.value')}</th>
            <th scope="col">{t('report.decoded.path')}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, 40).map((item, index) => (
            <tr key={index}>
              <th scope="row">{t(`report.kind.${item.kind}`)}</th>
              <td>
                <code>{item.mask}</code> {t(`report.decoded.by.${item.foundBy}`)}
              </td>
              <td>
                <code>{item.path}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** When, relative to the person's choice. `calm`: nothing is suspected of it. */
export function StageTag({ stage, calm = false }: { stage: Stage; calm?: boolean }) {
  const { t } = useSpeech();
  return <span class={`tag tag-${stage}${calm ? ' tag-calm' : ''}`}>{t(`report.stage.${stage}`)}</span>;
}

function Moment({ at }: { at: number }) {
  const time = beijingTime(at);
  return time ? <time dateTime={new Date(at).toISOString()}>{time.slice(11)}</time> : null;
}

/** An address as text: what a page or a server says is never a link here. A request's query is part of the proof; a page's may hold what was typed. */
function Address({ url, query = false }: { url: string; query?: boolean }) {
  const text = query ? maskPersonal(url) : plainAddress(url) || url;
  return <code class="address">{text.length > 160 ? `${text.slice(0, 159)}…` : text}</code>;
}

function areaKey(area: string): string {
  return ['cookie', 'local', 'session', 'indexeddb'].includes(area) ? area : 'other';
}

function lifetime(hours: number | null, t: (key: string, params?: Record<string, string | number>) => string): string {
  if (hours === null) return t('report.proof.session');
  return hours < 24 ? '' : t('report.proof.days', { days: Math.round(hours / 24) });
}
