import { Empty, Page } from '../../../components/dashboard/page';
import { useSpeech } from '../../../components/language';

export default function RulesPage() {
  const { t } = useSpeech();
  return (
    <Page title={t('dashboard.nav.rules')}>
      <Empty title={t('dashboard.coming')} />
    </Page>
  );
}
