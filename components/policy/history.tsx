import { useEffect, useState } from 'preact/hooks';
import type { PolicyPast } from '../../analyzers/artifacts';
import { useSpeech } from '../language';

export interface PolicyHistoryProps {
  /** What is known of the policy's earlier versions. */
  read: () => Promise<PolicyPast | undefined>;
  /** Opens the versions side by side. */
  onVersions?: () => void;
}

/** "Did the policy change?", answered in a sentence. Nothing where none of it is kept. */
export function PolicyHistory({ read, onVersions }: PolicyHistoryProps) {
  const { t, lang } = useSpeech();
  const [past, setPast] = useState<PolicyPast>();
  useEffect(() => {
    let over = false;
    read().then((told) => !over && setPast(told), () => undefined);
    return () => {
      over = true;
    };
  }, []);
  if (!past) return null;
  const words = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
  const day = (at: number): string => words.format(at);
  const { since, changed } = past;
  return (
    <p class={`policy-history${changed ? ' notice' : ' part-note'}`}>
      {changed ? t('report.policy.changed', { from: day(changed.from), to: day(changed.to) }) : t('report.policy.unchanged', { since: day(since) })}{' '}
      {changed && onVersions ? (
        <button type="button" class="button button-quiet button-small" onClick={onVersions}>
          {t('popup.versions')}
        </button>
      ) : null}
    </p>
  );
}
