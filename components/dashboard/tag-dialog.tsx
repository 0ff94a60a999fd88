import { useState } from 'preact/hooks';
import { useSpeech } from '../language';
import { AskDialog } from './ask-dialog';

export interface TagDialogProps {
  /** Sites that are tagged. */
  count: number;
  known: readonly string[];
  onDo: (changes: { add: string[]; remove: string[] }) => void;
  onCancel: () => void;
}

/** Adds tags to the chosen sites and takes known ones off. */
export function TagDialog({ count, known, onDo, onCancel }: TagDialogProps) {
  const { t } = useSpeech();
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState<readonly string[]>([]);
  const words = add.split(/[,，、;；\n]/).map((word) => word.trim()).filter(Boolean);
  return (
    <AskDialog title={t('dashboard.tags.title', { count })} action={t('dashboard.tags.do')} onCancel={onCancel} onDo={() => onDo({ add: words, remove: [...remove] })}>
      <label class="labelled">
        <span>{t('dashboard.tags.add')}</span>
        <input class="field" list="known-tags" value={add} maxLength={400} onInput={(event) => setAdd(event.currentTarget.value)} />
        <datalist id="known-tags">
          {known.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </label>
      {known.length > 0 ? (
        <fieldset class="labelled">
          <legend>{t('dashboard.tags.remove')}</legend>
          <div class="items">
            {known.slice(0, 60).map((tag) => (
              <label key={tag} class="item">
                <input type="checkbox" checked={remove.includes(tag)} onChange={() => setRemove(remove.includes(tag) ? remove.filter((one) => one !== tag) : [...remove, tag])} /> <bdi>{tag}</bdi>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </AskDialog>
  );
}
