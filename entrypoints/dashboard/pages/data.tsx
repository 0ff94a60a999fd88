import { Empty, Page } from '../../../components/dashboard/page';
import { useSpeech } from '../../../components/language';

export default function DataPage() {
  const { t } = useSpeech();
  return (
    <Page title={t('dashboard.nav.data')}>
      <Empty title={t('dashboard.coming')} />
    </Page>
  );
}
