import { Empty, Page } from '../../../components/dashboard/page';
import { useSpeech } from '../../../components/language';

export default function CasesPage() {
  const { t } = useSpeech();
  return (
    <Page title={t('dashboard.nav.cases')}>
      <Empty title={t('dashboard.coming')} />
    </Page>
  );
}
