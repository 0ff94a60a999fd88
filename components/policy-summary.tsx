import type { ComponentChildren } from 'preact';
import type { PolicyError, PolicyResult, SiteReport } from '../analyzers/report';
import { hasText } from '../locales/views';
import { useSpeech } from './language';

/** Lines answered by a duty of the text: what a person asks, and the duty that answers it. */
const QUESTIONS = [
  ['purpose', 'purposes'],
  ['access', 'right-access-copy'],
  ['correction', 'right-correction'],
  ['deletion', 'right-deletion'],
  ['closing', 'account-cancellation'],
  ['withdrawal', 'consent-withdrawal'],
  ['children', 'minors-guardian-consent'],
  ['personalised', 'automated-decision-opt-out'],
  ['complaint', 'complaint-channel'],
] as const;

/** The policy on one screen, each answer with its quote; what was not found is said to be so. */
export function PolicySummary({ policy, onRetry }: { policy: SiteReport['policy']; onRetry?: () => void }) {
  return 'duties' in policy ? <Summary policy={policy} /> : <Unread policy={policy} onRetry={onRetry} />;
}

function Summary({ policy }: { policy: PolicyResult & { url: string } }) {
  const { t } = useSpeech();
  const { facts, duties } = policy;
  const kinds = [...facts.dataKinds].sort((a, b) => Number(b.sensitive) - Number(a.sensitive));
  return (
    <div class="policy">
      <p class="policy-title">
        <strong>{policy.title || t('report.policy.untitled')}</strong>
        {facts.date ? <span> {t('report.policy.dated', { date: facts.date })}</span> : null}
      </p>
      <dl>
        <Line name="collects" found={kinds.length > 0}>
          <ul class="items">
            {kinds.slice(0, 40).map((kind, index) => (
              <li key={index} class={`item${kind.sensitive ? ' item-sensitive' : ''}`}>
                {kind.name}
                {kind.sensitive ? <em> {t('report.policy.sensitive')}</em> : null}
              </li>
            ))}
            {kinds.length > 40 ? <li class="item item-form">{t('report.policy.more', { count: kinds.length - 40 })}</li> : null}
          </ul>
        </Line>
        <Line name="recipients" found={facts.recipients.length > 0}>
          <ul class="plain">
            {facts.recipients.slice(0, 12).map((recipient, index) => (
              <li key={index}>
                <strong>{recipient.name}</strong>
                {recipient.purpose ? <span> {recipient.purpose}</span> : null}
              </li>
            ))}
            {facts.recipients.length > 12 ? <li>{t('report.policy.more', { count: facts.recipients.length - 12 })}</li> : null}
          </ul>
        </Line>
        <Line name="retention" found={facts.retention.length > 0}>{listed(facts.retention)}</Line>
        <Line name="regions" found={facts.regions.length > 0}>{listed(facts.regions)}</Line>
        {QUESTIONS.map(([name, duty]) => {
          const answer = duties[duty];
          if (!answer || answer.label === 'na') return null;
          const quote = answer.quotes[0];
          return (
            <Line key={name} name={name} found={quote !== undefined}>
              <q class="policy-quote">{quote}</q>
              {answer.label === 'partial' ? <span class="policy-partial"> {t('report.policy.partial')}</span> : null}
            </Line>
          );
        })}
        <Line name="contact" found={facts.contacts.length > 0}>{listed(facts.contacts.map((contact) => contact.value))}</Line>
      </dl>
      <p class="proof-source">
        <code class="address">{policy.url}</code>
      </p>
    </div>
  );
}

function Line({ name, found, children }: { name: string; found: boolean; children: ComponentChildren }) {
  const { t } = useSpeech();
  return (
    <div class={`policy-line${found ? '' : ' policy-silent'}`}>
      <dt>{t(`report.policy.line.${name}`)}</dt>
      <dd>{found ? children : t('report.policy.silent')}</dd>
    </div>
  );
}

function listed(values: string[]) {
  return (
    <ul class="plain">
      {values.slice(0, 6).map((value, index) => (
        <li key={index}>{value}</li>
      ))}
    </ul>
  );
}

/** Why there is nothing to summarise, and what one can do. */
function Unread({ policy, onRetry }: { policy: PolicyError; onRetry?: () => void }) {
  const { t } = useSpeech();
  const known = policy.reason !== undefined && hasText(`report.reason.${policy.reason}`);
  const missing = policy.reason === 'no-link';
  return (
    <div class={`unread${missing ? ' unread-missing' : ''}`} role="status">
      <p class="unread-title">{t(missing ? 'report.policy.missing' : 'report.policy.unread')}</p>
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
