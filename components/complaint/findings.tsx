import { useState } from 'preact/hooks';
import type { ServiceGuess } from '../../analyzers/artifacts';
import { NEEDS_FUNCTION } from '../../analyzers/complaint/draft';
import { serviceType, serviceTypes } from '../../analyzers/data/necessary-information';
import type { Finding } from '../../analyzers/report';
import { useSpeech } from '../language';

/** Findings shown before the rest is folded away. */
const SHOWN = 20;

/** Which findings the complaint takes up: suspected ones, and doubtful ones below. */
export function FindingChooser({ findings, chosen, onToggle }: { findings: Finding[]; chosen: readonly string[]; onToggle: (rule: string) => void }) {
  const { t, of } = useSpeech();
  const choice = (finding: Finding) => (
    <label key={finding.rule} class="choice">
      <input type="checkbox" checked={chosen.includes(finding.rule)} onChange={() => onToggle(finding.rule)} />
      <span>
        {of(finding.summary)}
        {NEEDS_FUNCTION.has(finding.rule) && !chosen.includes(finding.rule) ? <em class="choice-note">{t('complaint.ui.function.needed')}</em> : null}
      </span>
    </label>
  );
  const violations = findings.filter(({ outcome }) => outcome === 'violation');
  const doubts = findings.filter(({ outcome }) => outcome === 'review');
  return (
    <fieldset class="choose">
      <legend>{t('popup.complaint.choose')}</legend>
      {violations.slice(0, SHOWN).map(choice)}
      {violations.length > SHOWN ? (
        <details class="fold">
          <summary>{t('complaint.ui.more', { count: violations.length - SHOWN })}</summary>
          {violations.slice(SHOWN).map(choice)}
        </details>
      ) : null}
      {doubts.length > 0 ? (
        <details class="fold" open={violations.length === 0}>
          <summary>{t('popup.complaint.doubts', { count: doubts.length })}</summary>
          {doubts.map(choice)}
        </details>
      ) : null}
    </fieldset>
  );
}

/** One tap says what the page is for: whether a field is needed hangs on it. */
export function PageFunction({ guess, confirmed, onConfirm }: { guess?: ServiceGuess; confirmed?: string; onConfirm: (service: string) => void }) {
  const { t, of } = useSpeech();
  const [other, setOther] = useState('');
  const known = guess && serviceType(guess.service);
  const said = confirmed === undefined ? undefined : serviceType(confirmed);
  return (
    <div class="function">
      <p class="function-ask">{said ? t('complaint.ui.function.confirmed', { service: of(said.name) }) : t('complaint.ui.function.ask')}</p>
      {guess && known && !said ? (
        <p class="part-note">{t('complaint.ui.function.because', { words: guess.evidence.map(({ text }) => text).slice(0, 2).join(' / ') || of(known.name) })}</p>
      ) : null}
      <p class="actions">
        {known && !said ? (
          <button type="button" class="button button-main" onClick={() => onConfirm(known.id)}>
            {t('complaint.ui.function.yes', { service: of(known.name) })}
          </button>
        ) : null}
        <label>
          <span class="unseen">{t('complaint.ui.function.other')}</span>
          <select
            class="select"
            value={other}
            onChange={(event) => {
              setOther(event.currentTarget.value);
              if (event.currentTarget.value !== '') onConfirm(event.currentTarget.value);
            }}
          >
            <option value="">{t('complaint.ui.function.other')}</option>
            {serviceTypes().map((type) => (
              <option key={type.id} value={type.id}>
                {of(type.name)}
              </option>
            ))}
          </select>
        </label>
      </p>
    </div>
  );
}
