import { useMemo } from 'preact/hooks';
import { Bars } from '../../../components/dashboard/bars';
import { Months } from '../../../components/dashboard/months';
import { Empty, Loading, Page } from '../../../components/dashboard/page';
import { countriesOf, monthsOf, ownersOf } from '../../../components/dashboard/picture-data';
import { SiteFilters } from '../../../components/dashboard/site-filters';
import { choicesIn, filterFrom, queryOf } from '../../../components/dashboard/site-line';
import { useSpeech } from '../../../components/language';
import type { PageProps } from '../lazy-page';
import { replaceQuery } from '../route';
import { useLines } from '../use-lines';

/** Owners drawn: more would be a list again. */
const OWNERS = 20;
const COUNTRIES = 12;

export default function PicturesPage({ route }: PageProps) {
  const { t, lang } = useSpeech();
  const filter = useMemo(() => filterFrom(route.query), [route.query.toString()]);
  const { shelf, lines, shown } = useLines(filter);
  const choices = useMemo(() => choicesIn(lines), [lines]);
  const owners = useMemo(() => ownersOf(shown).slice(0, OWNERS), [shown]);
  const countries = useMemo(() => countriesOf(shown).slice(0, COUNTRIES), [shown]);
  const months = useMemo(() => monthsOf(shown), [shown]);
  const names = useMemo(() => new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }), [lang]);
  if (!shelf.complete) return <Loading />;
  const country = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : t('dashboard.pictures.unknown-country'));
  const head = { early: t('dashboard.pictures.early'), later: t('dashboard.pictures.later') };
  return (
    <Page title={t('dashboard.pictures.title')} note={t('dashboard.pictures.of', { count: shown.length })}>
      <SiteFilters filter={filter} choices={choices} onChange={(part) => replaceQuery(queryOf({ ...filter, ...part }))} />
      {owners.length === 0 && months.length === 0 ? <Empty title={t('dashboard.pictures.none')} /> : null}
      <Bars title={t('dashboard.pictures.owners')} note={t('dashboard.pictures.owners-note')} head={{ name: t('dashboard.pictures.owner'), ...head }} bars={owners.map(({ owner, sites, early }) => ({ name: owner, early, later: sites - early }))} />
      <Bars title={t('dashboard.pictures.countries')} head={{ name: t('dashboard.pictures.country'), ...head }} bars={countries.map((one) => ({ name: country(one.country), early: one.early, later: one.sites - one.early }))} />
      <Months months={months} />
    </Page>
  );
}
