import { useEffect, useRef, useState } from 'preact/hooks';
import { DISMISS_REASONS } from '../../analyzers/decision';
import type { DismissReason } from '../../analyzers/decision';
import type { Finding } from '../../analyzers/report';
import { useActions } from '../actions';
import { useSpeech } from '../language';

/** "Not a problem", with the reason; nothing is lost by it. */
export function Dismiss({ finding }: { finding: Finding }) {
  const { t } = useSpeech();
  const { dismiss, decisions } = useActions();
  const [asking, setAsking] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) group.current?.querySelector('button')?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!dismiss) return null;

  const before = decisions?.get(finding.rule);
  const choose = (reason: DismissReason) => (): void => {
    setAsking(false);
    dismiss(finding, reason);
  };
  return (
    <div class="dismiss">
      {before?.choice === 'dismissed' ? <p class="part-note">{t('report.dismiss.outdated', { reason: t(`report.dismiss.reason.${before.reason ?? 'other'}`) })}</p> : null}
      {asking ? (
        <fieldset
          class="dismiss-reasons"
          ref={group}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            setAsking(false);
          }}
        >
          <legend>{t('report.dismiss.ask')}</legend>
          {DISMISS_REASONS.map((reason) => (
            <button key={reason} type="button" class="button button-small" onClick={choose(reason)}>
              {t(`report.dismiss.reason.${reason}`)}
            </button>
          ))}
          <button type="button" class="button button-quiet button-small" onClick={() => setAsking(false)}>
            {t('report.dismiss.cancel')}
          </button>
        </fieldset>
      ) : (
        <button type="button" class="button button-quiet button-small" ref={opener} onClick={() => setAsking(true)}>
          {t('report.dismiss.open')}
        </button>
      )}
    </div>
  );
}

/** Findings that were set aside, each with its reason and a way back. */
export function Dismissed({ findings }: { findings: readonly Finding[] }) {
  const { t, of } = useSpeech();
  const { decisions, restore } = useActions();
  if (findings.length === 0) return null;
  return (
    <details class="rest dismissed">
      <summary>{t('report.part.dismissed', { count: findings.length })}</summary>
      <ul class="rest-list">
        {findings.map((finding) => (
          <li key={finding.rule}>
            <p>{of(finding.summary)}</p>
            <p class="part-note">
              {t('report.dismiss.because', { reason: t(`report.dismiss.reason.${decisions?.get(finding.rule)?.reason ?? 'other'}`) })}{' '}
              {restore ? (
                <button type="button" class="button button-quiet button-small" onClick={() => restore(finding)}>
                  {t('report.dismiss.restore')}
                </button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
