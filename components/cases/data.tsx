import { useId, useState } from 'preact/hooks';
import '../../locales/action';
import { useSpeech } from '../language';

export interface ImportSaid {
  problem?: 'not-json' | 'foreign' | 'newer' | 'too-large' | 'disk-full';
  taken: Record<string, number>;
  known: number;
  bad: number;
}

export interface DataPartsProps {
  onExport: () => Promise<void>;
  onImport: (file: File) => Promise<ImportSaid>;
  /** Absent where deleting is offered elsewhere. */
  onDelete?: () => Promise<void>;
}

/** All of the person's data: out as one file, in again, or gone. */
export function DataParts({ onExport, onImport, onDelete }: DataPartsProps) {
  const { t } = useSpeech();
  const [said, setSaid] = useState<{ text: string; isBad?: boolean }>({ text: '' });
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const input = useId();
  const doing = async (work: () => Promise<{ text: string; isBad?: boolean }>): Promise<void> => {
    setBusy(true);
    setSaid({ text: '' });
    setSaid(await work().catch(() => ({ text: t('cases.data.failed'), isBad: true })));
    setBusy(false);
  };
  const take = (file: File): Promise<void> =>
    doing(async () => {
      const { problem, taken, known, bad } = await onImport(file);
      return problem ? { text: t(`cases.data.problem.${problem}`), isBad: true } : { text: t('cases.data.done', { ...taken, known, bad }) };
    });
  return (
    <>
      <p class={said.isBad ? 'notice' : 'said'} role="status">
        {said.text}
      </p>
      <section class="data-part">
        <button type="button" class="button" disabled={isBusy} onClick={() => void doing(() => onExport().then(() => ({ text: t('cases.data.exported') })))}>
          {t('cases.data.export')}
        </button>
        <p class="part-note">{t('cases.data.export-note')}</p>
      </section>
      <section class="data-part">
        <label class="button" for={input}>
          {t('cases.data.import')}
        </label>
        <input
          id={input}
          type="file"
          class="unseen"
          accept=".json,application/json"
          disabled={isBusy}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void take(file);
            event.currentTarget.value = '';
          }}
        />
        <p class="part-note">{t('cases.data.import-note')}</p>
      </section>
      {onDelete ? (
      <section class="data-part">
        {isSure ? (
          <p class="actions">
            <strong>{t('cases.data.delete-sure')}</strong>
            <button type="button" class="button button-danger" disabled={isBusy} onClick={() => void doing(() => onDelete().then(() => ({ text: t('cases.data.deleted') }))).then(() => setSure(false))}>
              {t('cases.data.delete-yes')}
            </button>
            <button type="button" class="button" onClick={() => setSure(false)}>
              {t('cases.form.cancel')}
            </button>
          </p>
        ) : (
          <button type="button" class="button" onClick={() => setSure(true)}>
            {t('cases.data.delete')}
          </button>
        )}
        <p class="part-note">{t('cases.data.delete-note')}</p>
      </section>
      ) : null}
    </>
  );
}
