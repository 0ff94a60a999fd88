import { useEffect, useState } from 'preact/hooks';
import { itemsOf } from '../../analyzers/evidence/equality';
import type { SiteReport } from '../../analyzers/report';
import { useSpeech } from '../language';

/** Whether a value is the one behind the pack's digests. Computed here and forgotten at once: nothing is kept or sent. */
export function ProveValue({ report, seal, keyOf }: { report: SiteReport; seal: string; keyOf: (seal: string) => Promise<string | undefined> }) {
  const { t } = useSpeech();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [found, setFound] = useState<ReturnType<typeof itemsOf>>();
  useEffect(() => {
    keyOf(seal).then((kept) => kept && setKey(kept), () => undefined);
  }, [seal]);
  return (
    <details class="fold">
      <summary>{t('packs.prove.title')}</summary>
      <p class="part-note">{t('packs.prove.note')}</p>
      <form
        class="step-form"
        onSubmit={(event) => {
          event.preventDefault();
          setFound(itemsOf(report, key.trim(), value));
        }}
      >
        <label class="step-note">
          {t('packs.prove.key')} <input type="text" class="field" value={key} maxLength={200} autocomplete="off" spellcheck={false} onInput={(event) => setKey(event.currentTarget.value)} />
        </label>
        <label class="step-note">
          {t('packs.prove.value')} <input type="text" class="field" value={value} maxLength={500} autocomplete="off" spellcheck={false} onInput={(event) => setValue(event.currentTarget.value)} />
        </label>
        <p class="actions">
          <button type="submit" class="button" disabled={key.trim() === '' || value.trim() === ''}>
            {t('packs.prove.check')}
          </button>
          <span class={found?.length === 0 ? 'said said-bad' : 'said'} role="status">
            {found === undefined ? '' : found.length === 0 ? t('packs.prove.none') : t('packs.prove.same', { count: found.length, requests: [...new Set(found.map(({ requestId }) => requestId))].slice(0, 5).join(t('report.comma')) })}
          </span>
        </p>
      </form>
    </details>
  );
}
