import { useEffect, useMemo, useState } from 'preact/hooks';
import { beijingTime, plainAddress } from '../../../analyzers/complaint/plain';
import { auditLines } from '../../../analyzers/export/audit-sheet';
import { reportFrom } from '../../../analyzers/evidence/read-report';
import { ActionsContext } from '../../../components/actions';
import { AuditSheet } from '../../../components/dashboard/audit-sheet';
import { Bars } from '../../../components/dashboard/bars';
import { LinkRow } from '../../../components/dashboard/link-row';
import { Menu } from '../../../components/dashboard/menu';
import { Empty, Loading, Page } from '../../../components/dashboard/page';
import { beforeAfter } from '../../../components/dashboard/picture-data';
import { dismissalOf } from '../../../analyzers/decision';
import { Dismissed } from '../../../components/findings/dismissal';
import { AllFindings } from '../../../components/findings/groups';
import { useSpeech } from '../../../components/language';
import { PolicySummary } from '../../../components/policy/summary';
import { Recipients } from '../../../components/site/recipients';
import { tally } from '../../../components/site/tally';
import { Timeline } from '../../../components/site/timeline';
import { Operator, Verdict } from '../../../components/site/verdict';
import { forgetReport } from '../../../store/sites';
import { useDecisions } from '../../popup/use-decisions';
import { exportedWords, FORMATS, type Format } from '../formats';
import type { PageProps } from '../lazy-page';
import { linkTo } from '../route';
import { db, reloadShelf } from '../shelf';
import { useLive } from '../use-live';
import { useWorkspace } from '../workspace';
import { Versions } from '../versions';

const PARTS = ['findings', 'recipients', 'policy', 'timeline', 'versions', 'audit'] as const;

/** One site: its latest visit or the one chosen, and everything that is known of it. */
export default function SitePage({ route }: PageProps) {
  const { t, lang } = useSpeech();
  const { settings } = useWorkspace();
  const [site = '', asked = ''] = route.parts;
  const part = PARTS.find((one) => one === asked) ?? 'findings';
  const wanted = route.query.get('visit') ?? '';
  const { value: overview, failed } = useLive(async () => (await db.overviews.get(site)) ?? null, [site]);
  const visitId = overview?.history.find((one) => one.visitId === wanted)?.visitId ?? overview?.visitId;
  const { value: row } = useLive(async () => (visitId === undefined ? null : ((await db.reports.get(visitId)) ?? null)), [visitId]);
  const [said, setSaid] = useState('');
  const read = useMemo(() => (row ? reportFrom(row.report) : undefined), [row]);
  const actions = useDecisions(read && 'report' in read ? read.report : undefined);
  useEffect(() => {
    document.title = `${site} · ${t('popup.name')}`;
  }, [site, lang]);

  if (overview === undefined && !failed) return <Loading />;
  if (!overview)
    return (
      <Page title={<bdi>{site}</bdi>}>
        <Empty title={t('dashboard.site.unknown', { site })}>
          <p>{t('dashboard.site.unknown-more')}</p>
          <a class="button" href={linkTo('sites')}>
            {t('dashboard.site.back')}
          </a>
        </Empty>
      </Page>
    );
  if (row === undefined) return <Loading />;

  const exportAs = (format: Format): void => {
    setSaid(t('dashboard.export.making'));
    import('../export-sites')
      .then(({ exportSites }) => exportSites({ sites: [site], format, lang, reportOnly: settings.reportOnly, onProgress: () => undefined }))
      .then(
        (result) => setSaid(exportedWords(result, format, t)),
        () => setSaid(t('dashboard.export.failed')),
      );
  };
  if (!read || 'broken' in read)
    return (
      <Page title={<bdi>{site}</bdi>}>
        <Empty title={t('dashboard.site.damaged')}>
          <p>{t('dashboard.site.damaged-more', { where: read?.broken ?? 'report' })}</p>
          <button
            type="button"
            class="button"
            onClick={() =>
              void forgetReport(db, site, visitId!)
                .then(reloadShelf)
                .then(() => (location.hash = linkTo('sites')))
            }
          >
            {t('dashboard.site.delete-record')}
          </button>
        </Empty>
      </Page>
    );

  const { report: whole } = read;
  const dismissed = whole.findings.filter((finding) => dismissalOf(finding, actions.decisions, whole.tool.rulesVersion));
  const report = { ...whole, findings: whole.findings.filter((finding) => !dismissed.includes(finding)) };
  const counted = { ...report, findings: report.findings.filter(({ rule }) => !settings.reportOnly.includes(rule)) };
  const kinds = beforeAfter(report);
  const { counts } = tally(counted);
  const counters: Partial<Record<(typeof PARTS)[number], number>> = { findings: counts.violation + counts.review };
  return (
    <Page
      title={<bdi>{site}</bdi>}
      note={
        <>
          <a href={linkTo('sites')}>{t('dashboard.site.back')}</a>
          {' · '}
          {overview.history.length > 1 ? (
            <select class="field" aria-label={t('dashboard.site.visits')} value={visitId} onChange={(event) => (location.hash = linkTo('sites', [site, part], { visit: event.currentTarget.value }))}>
              {[...overview.history].reverse().map((one) => (
                <option key={one.visitId} value={one.visitId}>
                  {t('dashboard.site.visited', { time: beijingTime(one.at).slice(0, 16) })}
                </option>
              ))}
            </select>
          ) : (
            t('dashboard.site.visited', { time: beijingTime(Date.parse(report.startedAt)).slice(0, 16) })
          )}
          {row?.file ? ` · ${t('dashboard.site.from-file', { file: row.file })}` : null} <code class="address">{plainAddress(report.url)}</code>
        </>
      }
      actions={<Menu label={t('dashboard.site.export')} items={FORMATS.map((format) => ({ name: t(`dashboard.export.as.${format}`), onPress: () => exportAs(format) }))} />}
    >
      <p class="said-line" role="status">
        {said}
      </p>
      <div class="site-top">
        <Operator operator={report.operator} />
        <Verdict report={counted} level={2} />
      </div>
      <LinkRow
        class="parts"
        as="true"
        label={t('dashboard.site.part-label')}
        links={PARTS.map((one) => ({
          name: one,
          href: linkTo('sites', [site, one], wanted ? { visit: wanted } : {}),
          current: one === part,
          text: (
            <>
              {t(`dashboard.site.parts.${one}`)}
              {counters[one] ? <span class="tab-count">{counters[one]}</span> : null}
            </>
          ),
        }))}
      />
      <section class="part-body">
        <h2 class="unseen">{t(`dashboard.site.parts.${part}`)}</h2>
        <ActionsContext.Provider value={actions}>
          {part === 'findings' ? (
            <>
              <AllFindings report={report} reportOnly={settings.reportOnly} />
              <Dismissed findings={dismissed} />
            </>
          ) : null}
          {part === 'recipients' ? (
            <>
              <Recipients report={report} />
              <Bars
                title={t('dashboard.pictures.before-after')}
                note={t('dashboard.pictures.before-after-note')}
                head={{ name: t('dashboard.pictures.kind'), early: t('dashboard.pictures.before'), later: t('dashboard.pictures.after') }}
                bars={kinds.map(({ kind, before, after }) => ({ name: t(`report.kind.${kind}`), early: before, later: after }))}
              />
            </>
          ) : null}
          {part === 'policy' ? <PolicySummary policy={report.policy} /> : null}
          {part === 'timeline' ? <Timeline report={report} /> : null}
          {part === 'versions' ? <Versions site={site} /> : null}
          {part === 'audit' ? <AuditSheet lines={auditLines(whole, [...(actions.decisions?.values() ?? [])])} /> : null}
        </ActionsContext.Provider>
      </section>
      <p class="footnote">{t('report.footnote')}</p>
    </Page>
  );
}
