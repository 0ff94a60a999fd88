import { Empty, Page } from '../../../components/dashboard/page';
import { useSpeech } from '../../../components/language';

export default function PacksPage() {
  const { t } = useSpeech();
  return (
    <Page title={t('dashboard.nav.packs')}>
      <Empty title={t('dashboard.coming')} />
    </Page>
  );
}
