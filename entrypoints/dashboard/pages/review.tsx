import { Empty, Page } from '../../../components/dashboard/page';
import { useSpeech } from '../../../components/language';

export default function ReviewPage() {
  const { t } = useSpeech();
  return (
    <Page title={t('dashboard.nav.review')}>
      <Empty title={t('dashboard.coming')} />
    </Page>
  );
}
