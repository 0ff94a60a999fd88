import type { PolicyError, PolicyResult, SiteReport } from '../../analyzers/report';
import { hasText } from '../../locales/views';
import { Fold } from '../fold';
import { quoteLang, shortName, useSpeech } from '../language';
import { LINE_GROUPS, brief, policyLine } from './lines';
import type { LineName, PolicyLine } from './lines';
import { ShowButton } from '../findings/show-button';

/** Values of one answer shown at once; the rest is counted. */
const SHOWN: Partial<Record<LineName, number>> = { collects: 40, purpose: 6, recipients: 12 };
const SHOWN_ELSE = 4;

/** The policy on one screen: each answer with its passages a press away; what was not found is said to be so. */
export function PolicySummary({ policy, onRetry }: { policy: SiteReport['policy']; onRetry?: () => void }) {
  return 'duties' in policy ? <Summary policy={policy} /> : <Unread policy={policy} onRetry={onRetry} />;
}

function Summary({ policy }: { policy: PolicyResult & { url: string } }) {
  const { t, lang } = useSpeech();
  const { date, handler } = policy.facts;
  const groups = LINE_GROUPS.map(({ group, lines }) => ({ group, lines: lines.flatMap((name) => policyLine(name, policy, lang) ?? []) })).filter(({ lines }) => lines.length > 0);
  return (
    <div class="policy">
      <p class="policy-title">
        <strong lang={quoteLang({ policy })}>
          <bdi>{shortName(policy.title, 60) || t('report.policy.untitled')}</bdi>
        </strong>
        <span class="policy-facts">
          {[shortName(handler[0] ?? ''), date ? t('report.policy.dated', { date }) : t('report.policy.undated')].filter(Boolean).join(' · ')}
        </span>
      </p>
      {groups.length === 0 ? <p class="nothing">{t('report.policy.no-lines')}</p> : null}
      {groups.map(({ group, lines }) => (
        <section key={group} class="policy-group">
          <h3 class="policy-group-title">{t(`report.policy.group.${group}`)}</h3>
          {lines.map((line) => (
            <Line key={line.name} line={line} policy={policy} />
          ))}
        </section>
      ))}
      <p class="proof-source">
        <code class="address">{policy.url}</code>
      </p>
    </div>
  );
}

function Line({ line, policy }: { line: PolicyLine; policy: PolicyResult & { url: string } }) {
  const { t } = useSpeech();
  const label = <span class="policy-label">{t(`report.policy.line.${line.name}`)}</span>;
  if (line.state === 'silent' || line.state === 'absent') {
    return (
      <p class="policy-line policy-silent">
        {label} <span class="policy-value">{t(`report.policy.${line.state}`)}</span>
      </p>
    );
  }
  const head = (
    <>
      {label} <Values line={line} language={quoteLang({ policy })} />
    </>
  );
  if (line.quotes.length === 0) return <div class="policy-line">{head}</div>;
  return (
    <Fold class="policy-line policy-told" label={head}>
      {() => (
        <ul class="policy-quotes" aria-label={t('report.policy.passages')}>
          {line.quotes.map((quote, index) => (
            <li key={index}>
              <blockquote class="quote" lang={quoteLang({ policy })}>
                {quote.text}
              </blockquote>
              <ShowButton place={{ kind: 'policy-text', url: policy.url, sha256: policy.sha256, quote: quote.text, start: quote.start, end: quote.end }} />
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}

/** Rights: that one has them is the answer where the way is not told in a few words. */
const RIGHTS: ReadonlySet<LineName> = new Set(['access', 'correction', 'deletion', 'closing', 'withdrawal']);

/** The short answer: names and values, or the first clauses of the first passage where nothing shorter says it. */
function Values({ line, language }: { line: PolicyLine; language: string | undefined }) {
  const { t } = useSpeech();
  const { name, values, quotes, state } = line;
  const most = SHOWN[name] ?? SHOWN_ELSE;
  const isList = name === 'collects' || name === 'purpose';
  return (
    <span class="policy-value">
      {values.length === 0 && RIGHTS.has(name) ? (
        <span class="policy-fact">{t(`report.policy.can.${name}`)}</span>
      ) : values.length === 0 ? (
        <span class="policy-fact" lang={language}>
          {brief(quotes[0]?.text ?? '')}
        </span>
      ) : (
        values.slice(0, most).map(({ text, detail, sensitive }, index) => (
          <span key={index} class={isList ? `item${sensitive ? ' item-sensitive' : ''}` : 'policy-fact'} lang={language}>
            {isList ? text : brief(text)}
            {sensitive ? <em> {t('report.policy.sensitive')}</em> : null}
            {detail ? <span class="policy-detail"> {detail}</span> : null}
          </span>
        ))
      )}
      {values.length > most ? <span class="policy-detail">{t('report.policy.more', { count: values.length - most })}</span> : null}
      {state === 'partly' ? <span class="policy-partial">{t('report.policy.partial')}</span> : null}
    </span>
  );
}

/** Why there is nothing to summarise, and what one can do. */
function Unread({ policy, onRetry }: { policy: PolicyError; onRetry?: () => void }) {
  const { t } = useSpeech();
  const known = policy.reason !== undefined && hasText(`report.reason.${policy.reason}`);
  const missing = policy.reason === 'no-link';
  return (
    <div class={`unread${missing ? ' unread-missing' : ''}`} role="status">
      <h3 class="unread-title">{t(missing ? 'report.policy.missing' : 'report.policy.unread')}</h3>
      <p>{known ? t(`report.reason.${policy.reason}`) : policy.error}</p>
      {policy.url ? <code class="address">{policy.url}</code> : null}
      {onRetry ? (
        <p>
          <button type="button" class="button" onClick={onRetry}>
            {t('report.policy.retry')}
          </button>
        </p>
      ) : null}
    </div>
  );
}
