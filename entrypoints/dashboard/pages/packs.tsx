import { openPack } from '../../../analyzers/evidence/check';
import '../../../components/cases/cases.css';
import { Page } from '../../../components/dashboard/page';
import { useSpeech } from '../../../components/language';
import { Packs } from '../../../components/packs/packs';
import { packKey } from '../../actions/pack-keys';
import { db } from '../shelf';

/** Checks packs that are dropped here. */
export default function PacksPage() {
  const { t } = useSpeech();
  return (
    <Page title={t('packs.view.title')}>
      <Packs open={async (bytes) => openPack(bytes)} latestOf={(site) => db.reports.where('site').equals(site).sortBy('at').then((rows) => rows.at(-1)?.report)} keyOf={packKey} />
    </Page>
  );
}
