import { useState } from 'preact/hooks';
import { DISMISS_REASONS, NOTE_CHARS, type DismissReason } from '../../analyzers/decision';
import { useSpeech } from '../language';
import { AskDialog } from './ask-dialog';

/** Asks why a finding is dismissed; the figures 1 to 5 choose. */
export function DismissDialog({ note: before, onDo, onCancel }: { note: string; onDo: (reason: DismissReason, note: string) => void; onCancel: () => void }) {
  const { t } = useSpeech();
  const [reason, setReason] = useState<DismissReason>('not-so');
  const [note, setNote] = useState(before);
  const byFigure = (event: KeyboardEvent): void => {
    const chosen = DISMISS_REASONS[Number(event.key) - 1];
    if (!chosen || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    setReason(chosen);
  };
  return (
    <AskDialog title={t('dashboard.review.why')} action={t('dashboard.review.dismiss')} onCancel={onCancel} onDo={() => onDo(reason, note)}>
      <fieldset class="reasons" onKeyDown={byFigure}>
        <legend class="unseen">{t('dashboard.review.why')}</legend>
        {DISMISS_REASONS.map((one, index) => (
          <label key={one} class="choice">
            <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} autofocus={index === 0} />
            <span>{t(`report.dismiss.reason.${one}`)}</span>
            <kbd>{index + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <label class="labelled">
        <span>{t('dashboard.review.note-label')}</span>
        <textarea class="field" rows={2} maxLength={NOTE_CHARS} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
    </AskDialog>
  );
}
