import { useState } from 'preact/hooks';
import type { Place, Showing } from '../actions';
import { useActions } from '../actions';
import { useSpeech } from '../language';

/** Leads from a proof to where it stands in the page. Not there where a view cannot lead anywhere. */
export function ShowButton({ place }: { place: Place }) {
  const { t } = useSpeech();
  const { show } = useActions();
  const [said, setSaid] = useState<Showing | 'failed' | ''>('');
  if (!show || (place.kind === 'policy-text' && !place.quote)) return null;
  const press = (): void => {
    setSaid('');
    void show(place).then(setSaid, () => setSaid('failed'));
  };
  return (
    <span class="show">
      <button type="button" class="button button-quiet button-small" onClick={press}>
        {t(place.kind === 'policy-text' ? 'report.show.passage' : 'report.show.element')}
      </button>
      <span class="show-said" role="status">
        {said ? t(`report.show.${said}`) : ''}
      </span>
    </span>
  );
}
