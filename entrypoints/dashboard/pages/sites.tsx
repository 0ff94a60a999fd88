import { Empty, Page } from '../../../components/dashboard/page';
import { useSpeech } from '../../../components/language';

export default function SitesPage() {
  const { t } = useSpeech();
  return (
    <Page title={t('dashboard.nav.sites')}>
      <Empty title={t('dashboard.coming')} />
    </Page>
  );
}
