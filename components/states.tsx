/** What a view shows when there is no report to show. */
import type { ComponentChildren } from 'preact';
import { useSpeech } from './language';
import { Seal } from './seal';
import type { Waiting } from './seal';

const STEPS = ['page', 'policy', 'judging'] as const;

function Message({ name, site = '', children }: { name: Waiting; site?: string; children?: ComponentChildren }) {
  const { t } = useSpeech();
  return (
    <section class={`state state-${name}`} role="status">
      <Seal waiting={name} />
      <h1 class="state-title">{t(`popup.state.${name}.title`, { site })}</h1>
      <p>{t(`popup.state.${name}.text`)}</p>
      {children}
    </section>
  );
}

/** Work in progress: three steps, the present one marked. */
export function Analysing({ step, site }: { step: (typeof STEPS)[number]; site: string }) {
  const { t } = useSpeech();
  const present = STEPS.indexOf(step);
  return (
    <Message name="analysing" site={site}>
      <div class="progress" role="progressbar" aria-label={t('popup.state.analysing.title', { site })} aria-valuemin={0} aria-valuemax={STEPS.length} aria-valuenow={present} aria-valuetext={t(`popup.step.${step}`)}>
        <span class={`progress-bar progress-${present + 1}`} />
      </div>
      <ol class="steps">
        {STEPS.map((name, index) => (
          <li key={name} class={index < present ? 'step step-done' : index === present ? 'step step-now' : 'step'}>
            {t(`popup.step.${name}`)}
          </li>
        ))}
      </ol>
    </Message>
  );
}

/** No answer yet: the background is just waking up. */
export function Waking() {
  const { t } = useSpeech();
  return (
    <p class="state state-waking" role="status">
      {t('popup.state.waking')}
    </p>
  );
}

/** An internal page, a file, another extension. */
export function Unsupported() {
  return <Message name="unsupported" />;
}

/** Loaded before the extension was there, or of a kind it cannot look into: to load it again helps, if anything does. */
export function Unseen({ onReload }: { onReload: () => void }) {
  const { t } = useSpeech();
  return (
    <Message name="unseen">
      <button type="button" class="button button-main" onClick={onReload}>
        {t('popup.state.unseen.reload')}
      </button>
    </Message>
  );
}

/** Paused here, or everywhere. */
export function Paused({ everywhere, onResume }: { everywhere: boolean; onResume: () => void }) {
  const { t } = useSpeech();
  return (
    <Message name={everywhere ? 'paused-everywhere' : 'paused-here'}>
      <button type="button" class="button button-main" onClick={onResume}>
        {t('popup.pause.resume')}
      </button>
    </Message>
  );
}

/** The background does not answer. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useSpeech();
  return (
    <Message name="unreachable">
      <button type="button" class="button button-main" onClick={onRetry}>
        {t('popup.state.unreachable.retry')}
      </button>
    </Message>
  );
}

/** First run: what it does and why it may read pages, in two sentences. */
export function Welcome({ onDone }: { onDone: () => void }) {
  const { t } = useSpeech();
  return (
    <section class="welcome">
      <h2 class="part-title">{t('popup.welcome.title')}</h2>
      <p>{t('popup.welcome.text')}</p>
      <p>{t('popup.welcome.permission')}</p>
      <button type="button" class="button button-main" onClick={onDone}>
        {t('popup.welcome.done')}
      </button>
    </section>
  );
}
