import { useMemo, useRef, useState } from 'preact/hooks';
import { AskDialog } from '../../../components/dashboard/ask-dialog';
import { Menu } from '../../../components/dashboard/menu';
import { Empty, Loading, Page } from '../../../components/dashboard/page';
import { SiteFilters } from '../../../components/dashboard/site-filters';
import { choicesIn, filterFrom, queryOf, type SiteFilter, type Sort } from '../../../components/dashboard/site-line';
import { SiteList } from '../../../components/dashboard/site-list';
import { TagDialog } from '../../../components/dashboard/tag-dialog';
import { useSpeech } from '../../../components/language';
import { changeTags, forgetSites } from '../../../store/sites';
import { exportedWords, FORMATS, type Format } from '../formats';
import type { PageProps } from '../lazy-page';
import { linkTo, replaceQuery } from '../route';
import { db, reloadShelf } from '../shelf';
import { useLines } from '../use-lines';
import { useWorkspace } from '../workspace';

type Asked = 'tags' | 'forget' | undefined;

export default function SitesPage({ route }: PageProps) {
  const { t, lang } = useSpeech();
  const { settings } = useWorkspace();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
  const filter = useMemo(() => filterFrom(route.query), [route.query.toString()]);
  const { shelf, lines, shown } = useLines(filter);
  const choices = useMemo(() => choicesIn(lines), [lines]);
  // Sites that a filter hides stay chosen, but nothing is done to what is not seen.
  const picked = useMemo(() => shown.filter(({ overview }) => chosen.has(overview.site)).map(({ overview }) => overview.site), [shown, chosen]);
  const busy = useRef(false);

  const change = (part: Partial<SiteFilter>): void => replaceQuery(queryOf({ ...filter, ...part }));
  const sortBy = (sort: Sort): void => change(filter.sort === sort ? { ascending: !filter.ascending } : { sort, ascending: sort === 'site' });
  const choose = (site: string): void =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(site)) next.add(site);
      return next;
    });
  const chooseAll = (): void => setChosen(picked.length === shown.length ? new Set() : new Set(shown.map(({ overview }) => overview.site)));
  const exportAs = async (format: Format): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setSaid(t('dashboard.export.making'));
    const sites = picked.length > 0 ? picked : shown.map(({ overview }) => overview.site);
    try {
      const { exportSites } = await import('../export-sites');
      const result = await exportSites({ sites, format, lang, reportOnly: settings.reportOnly, onProgress: (done) => setSaid(t('dashboard.export.progress', { done, all: sites.length })) });
      setSaid(exportedWords(result, format, t));
    } catch (error) {
      console.warn('mingshi: export failed:', error);
      setSaid(t('dashboard.export.failed'));
    }
    busy.current = false;
  };

  if (shelf.failed !== undefined) return <DatabaseFailed detail={shelf.failed} />;
  if (!shelf.complete && shelf.rows.length === 0) return <Loading />;
  if (shelf.rows.length === 0)
    return (
      <Page title={t('dashboard.nav.sites')}>
        <Empty title={t('dashboard.sites.none')}>
          <p>{t('dashboard.sites.none-more')}</p>
          <a class="button" href={linkTo('data')}>
            {t('dashboard.sites.open-files')}
          </a>
        </Empty>
        {shelf.damaged > 0 ? <p class="notice">{t('dashboard.sites.damaged', { count: shelf.damaged })}</p> : null}
      </Page>
    );

  return (
    <Page
      title={t('dashboard.nav.sites')}
      note={
        <span role="status">
          {shelf.making
            ? t('dashboard.sites.making', { done: shelf.making.done, all: shelf.making.all })
            : shown.length === lines.length
              ? t('dashboard.sites.count', { count: lines.length })
              : t('dashboard.sites.count-of', { count: shown.length, all: lines.length })}
        </span>
      }
      actions={
        <>
          <Menu
            label={picked.length > 0 ? t('dashboard.export.chosen', { count: picked.length }) : t('dashboard.export.all')}
            items={FORMATS.map((format) => ({ name: t(`dashboard.export.as.${format}`), onPress: () => void exportAs(format), disabled: shown.length === 0 }))}
          />
          <a class="button" href={linkTo('pictures', [], queryOf(filter))}>
            {t('dashboard.nav.pictures')}
          </a>
          <button type="button" class="button" disabled={picked.length === 0} onClick={() => setAsked('tags')}>
            {t('dashboard.sites.tags')}
          </button>
          <button type="button" class="button" disabled={picked.length === 0} onClick={() => setAsked('forget')}>
            {t('dashboard.sites.forget')}
          </button>
        </>
      }
    >
      <p class="said-line" role="status">
        {said}
      </p>
      {shelf.damaged > 0 ? <p class="notice">{t('dashboard.sites.damaged', { count: shelf.damaged })}</p> : null}
      <SiteFilters filter={filter} choices={choices} onChange={change} />
      {shown.length === 0 ? (
        <Empty title={t('dashboard.sites.no-match')}>
          <button type="button" class="button" onClick={() => replaceQuery(new URLSearchParams())}>
            {t('dashboard.filter.clear')}
          </button>
        </Empty>
      ) : (
        <>
          <p class="keys" aria-hidden="true">
            {t('dashboard.sites.keys')}
          </p>
          <SiteList lines={shown} chosen={chosen} sort={filter.sort} ascending={filter.ascending} onSort={sortBy} onChoose={choose} onChooseAll={chooseAll} hrefOf={(site) => linkTo('sites', [site])} />
        </>
      )}
      {asked === 'tags' ? (
        <TagDialog
          count={picked.length}
          known={choices.tags}
          onCancel={() => setAsked(undefined)}
          onDo={(changes) => {
            setAsked(undefined);
            changeTags(db, picked, changes).catch(() => setSaid(t('dashboard.data.full')));
          }}
        />
      ) : null}
      {asked === 'forget' ? (
        <AskDialog
          title={t('dashboard.sites.forget-title', { count: picked.length })}
          action={t('dashboard.sites.forget')}
          grave
          onCancel={() => setAsked(undefined)}
          onDo={() => {
            setAsked(undefined);
            forgetSites(db, picked)
              .then(reloadShelf)
              .then(
                () => {
                  setChosen(new Set());
                  setSaid(t('dashboard.sites.forgotten', { count: picked.length }));
                },
                () => setSaid(t('dashboard.data.failed')),
              );
          }}
        >
          <p>{t('dashboard.sites.forget-more')}</p>
        </AskDialog>
      ) : null}
    </Page>
  );
}

function DatabaseFailed({ detail }: { detail: string }) {
  const { t } = useSpeech();
  return (
    <section class="empty" role="alert">
      <h1 class="empty-title">{t('dashboard.data.closed')}</h1>
      <p>{t('dashboard.data.closed-more')}</p>
      <p>
        <code>{detail.slice(0, 300)}</code>
      </p>
      <button type="button" class="button button-main" onClick={() => location.reload()}>
        {t('dashboard.page.retry')}
      </button>
    </section>
  );
}
