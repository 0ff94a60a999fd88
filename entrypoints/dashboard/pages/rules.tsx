import { useMemo } from 'preact/hooks';
import examples from '../../../analyzers/data/rule-examples.json';
import type { Text } from '../../../analyzers/artifacts';
import { Loading, Page } from '../../../components/dashboard/page';
import { RuleCatalogue } from '../../../components/dashboard/rule-catalogue';
import { useSpeech } from '../../../components/language';
import { linkTo } from '../route';
import { useShelf } from '../shelf';
import { useCatalogue } from '../use-catalogue';
import { useWorkspace } from '../workspace';

export default function RulesPage() {
  const { t } = useSpeech();
  const { settings, change } = useWorkspace();
  const rules = useCatalogue();
  const { rows } = useShelf();
  const fires = useMemo(() => {
    const counts = new Map<string, { violation: number; review: number }>();
    const of = (rule: string) => counts.get(rule) ?? counts.set(rule, { violation: 0, review: 0 }).get(rule)!;
    for (const { suspected, doubtful } of rows) {
      for (const rule of suspected) of(rule).violation += 1;
      for (const rule of doubtful) of(rule).review += 1;
    }
    return counts;
  }, [rows]);
  if (rules.length === 0) return <Loading />;
  const switchTo = (rule: string, on: boolean): void => void change({ reportOnly: on ? [...settings.reportOnly, rule] : settings.reportOnly.filter((one) => one !== rule) });
  return (
    <Page title={t('dashboard.rules.title')} note={t('dashboard.rules.note', { count: rules.length })}>
      <RuleCatalogue rules={rules} fires={fires} examples={examples as Record<string, { title: Text; story: Text }>} reportOnly={settings.reportOnly} onReportOnly={switchTo} hrefOf={(rule) => linkTo('sites', [], { rule })} />
    </Page>
  );
}
