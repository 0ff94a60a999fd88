import type { ComponentChildren } from 'preact';
import { useSpeech } from '../language';

/** A page of the dashboard: its heading, what one can do with the whole of it, its body. */
export function Page({ title, note, actions, children }: { title: ComponentChildren; note?: ComponentChildren; actions?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="page">
      <header class="page-top">
        <div>
          <h1 class="page-title">{title}</h1>
          {note ? <p class="part-note">{note}</p> : null}
        </div>
        {actions ? <div class="page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** Shown while a page or its data is on the way; quiet at first, so that what comes at once does not flicker. */
export function Loading() {
  const { t } = useSpeech();
  return (
    <p class="loading" role="status">
      {t('dashboard.page.loading')}
    </p>
  );
}

/** A page that could not be loaded or drawn. */
export function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useSpeech();
  return (
    <section class="empty" role="alert">
      <h1 class="empty-title">{t('dashboard.page.broken')}</h1>
      <p>{t('dashboard.page.broken-more')}</p>
      <button type="button" class="button button-main" onClick={onRetry}>
        {t('dashboard.page.retry')}
      </button>
    </section>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <h2 class="empty-title">{title}</h2>
      {children}
    </section>
  );
}
