import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { beijingTime } from '../../../analyzers/complaint/plain';
import { NOTE_CHARS, isOutdated, type Decision, type DismissReason } from '../../../analyzers/decision';
import { readReport } from '../../../analyzers/evidence/read-report';
import { labelLine } from '../../../analyzers/export/json';
import { DismissDialog } from '../../../components/dashboard/dismiss-dialog';
import { Empty, Loading, Page } from '../../../components/dashboard/page';
import { SHOWS, partOf, queueOf, type QueueItem, type Show } from '../../../components/dashboard/queue';
import { FindingCard } from '../../../components/findings/card';
import { useSpeech } from '../../../components/language';
import { ruleTitle } from '../../../locales/rule-title';
import { allDecisions, decide } from '../../../store/decisions';
import type { PageProps } from '../lazy-page';
import { linkTo, replaceQuery } from '../route';
import { saveFile } from '../save-file';
import { db, useShelf } from '../shelf';
import { useLive } from '../use-live';
import { useWorkspace } from '../workspace';

/** Findings listed below the one in hand. */
const AHEAD = 8;

export default function ReviewPage({ route }: PageProps) {
  const { t, lang } = useSpeech();
  const { settings } = useWorkspace();
  const shelf = useShelf();
  const { value: decisions } = useLive(() => allDecisions(db), []);
  const show: Show = SHOWS.find((one) => one === route.query.get('show')) ?? 'open';
  const rule = route.query.get('rule') ?? '';
  const queue = useMemo(() => queueOf(shelf.rows, settings.reportOnly), [shelf.rows, settings.reportOnly]);
  const items = useMemo(() => partOf(queue, decisions ?? [], show, rule), [queue, decisions, show, rule]);
  const rules = useMemo(() => [...new Set(queue.map((item) => item.rule))].sort(), [queue]);
  const [place, setPlace] = useState(0);
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const last = useRef<Pick<QueueItem, 'site' | 'rule' | 'outcome' | 'rulesVersion'>>();
  const note = useRef<HTMLTextAreaElement>(null);
  const index = Math.min(place, Math.max(0, items.length - 1));
  const item = items[index];
  const decision = decisions?.find((one) => item && one.site === item.site && one.rule === item.rule);

  const look = (change: Record<string, string>): void => {
    setPlace(0);
    const query = new URLSearchParams(route.query);
    for (const [name, value] of Object.entries(change)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    replaceQuery(query);
  };
  const keep = async (on: Pick<QueueItem, 'site' | 'rule' | 'outcome' | 'rulesVersion'>, choice: Decision['choice'], words: string, reason?: DismissReason): Promise<void> => {
    try {
      await decide(db, { site: on.site, rule: on.rule, choice, ...(reason ? { reason } : {}), note: words.slice(0, NOTE_CHARS), outcome: on.outcome, rulesVersion: on.rulesVersion, at: Date.now() });
      if (choice !== 'open') last.current = on;
      setSaid(t(`dashboard.review.said.${choice}`, { title: ruleTitle(on.rule, lang) }));
      if (show === 'decided' && choice !== 'open') setPlace(index + 1);
    } catch {
      setSaid(t('dashboard.review.said.failed'));
    }
  };
  const words = (): string => note.current?.value ?? decision?.note ?? '';
  const confirm = (): void => void (item && keep(item, 'confirmed', words()));
  const takeBack = (): void => {
    const on = show === 'open' ? last.current : item;
    if (!on) return;
    last.current = undefined;
    void keep(on, 'open', '');
  };
  const keepNote = async (): Promise<void> => {
    if (!item || words() === (decision?.note ?? '')) return;
    const stored = await decide(db, { choice: 'open', outcome: item.outcome, rulesVersion: item.rulesVersion, ...decision, site: item.site, rule: item.rule, note: words().slice(0, NOTE_CHARS), at: Date.now() }).then(() => true, () => false);
    setSaid(t(stored ? 'dashboard.review.said.noted' : 'dashboard.review.said.failed'));
  };

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (asking || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog')) return;
      const acts: Record<string, () => void> = {
        y: confirm,
        n: () => setAsking(item !== undefined),
        j: () => setPlace(Math.min(index + 1, items.length - 1)),
        k: () => setPlace(Math.max(0, index - 1)),
        m: () => note.current?.focus(),
        u: takeBack,
        o: () => item && (location.hash = linkTo('sites', [item.site])),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });

  const exportLabels = (): void => {
    const lines = (decisions ?? []).map(labelLine).filter(Boolean);
    if (lines.length > 0) saveFile(lines, 'mingshi-labels.jsonl', 'application/jsonl;charset=utf-8');
    setSaid(lines.length > 0 ? t('dashboard.data.labels-done', { count: lines.length }) : t('dashboard.data.no-labels'));
  };

  if (!shelf.complete || !decisions) return <Loading />;
  return (
    <Page
      title={t('dashboard.review.title')}
      note={t('dashboard.review.note')}
      actions={
        <button type="button" class="button" onClick={exportLabels}>
          {t('dashboard.review.labels')}
        </button>
      }
    >
      <div class="filter-grid review-filter">
        <label>
          <span>{t('dashboard.review.only')}</span>
          <select class="field" value={show} onChange={(event) => look({ show: event.currentTarget.value })}>
            {SHOWS.map((one) => (
              <option key={one} value={one}>
                {t(`dashboard.review.show.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('dashboard.review.rule')}</span>
          <select class="field" value={rule} onChange={(event) => look({ rule: event.currentTarget.value })}>
            <option value="">{t('dashboard.filter.all')}</option>
            {rules.map((one) => (
              <option key={one} value={one}>
                {ruleTitle(one, lang)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="said-line" role="status">
        {said}
      </p>
      {!item ? (
        <Empty title={t('dashboard.review.none')}>
          <p>{t(queue.length === 0 ? 'dashboard.review.no-sites' : 'dashboard.review.none-more')}</p>
        </Empty>
      ) : (
        <>
          <article class="review-item" aria-label={`${item.site} ${ruleTitle(item.rule, lang)}`}>
            <header class="review-head">
              <h2 class="review-title">{ruleTitle(item.rule, lang)}</h2>
              <p class="part-note">
                <span>{t('dashboard.review.place', { index: index + 1, count: items.length })}</span> · <a href={linkTo('sites', [item.site])}><bdi>{item.site}</bdi></a> · <span class={`pill pill-${item.outcome}`}>{t(`report.outcome.${item.outcome}`)}</span> {t('dashboard.review.sureness', { percent: item.sureness })}
              </p>
            </header>
            {decision && decision.choice !== 'open' ? (
              <p class="notice">
                {t('dashboard.review.before', { choice: t(`dashboard.decision.${decision.choice}`) + (decision.reason ? ` (${t(`report.dismiss.reason.${decision.reason}`)})` : ''), time: beijingTime(decision.at).slice(0, 16), version: decision.rulesVersion })}
                {isOutdated(decision, item, item.rulesVersion) ? ` ${t('dashboard.review.outdated')}` : null}
              </p>
            ) : null}
            <Proven key={`${item.visitId} ${item.rule}`} item={item} />
            <label class="labelled">
              <span>{t('dashboard.review.note-label')}</span>
              <textarea ref={note} key={`${item.site} ${item.rule}`} class="field" rows={2} maxLength={NOTE_CHARS} defaultValue={decision?.note ?? ''} onBlur={() => void keepNote()} onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()} />
            </label>
            <div class="actions">
              <button type="button" class="button button-main" onClick={confirm}>
                {t('dashboard.review.confirm')} <kbd>y</kbd>
              </button>
              <button type="button" class="button" onClick={() => setAsking(true)}>
                {t('dashboard.review.dismiss')} <kbd>n</kbd>
              </button>
              {decision && decision.choice !== 'open' ? (
                <button type="button" class="button" onClick={takeBack}>
                  {t('dashboard.review.reopen')} <kbd>u</kbd>
                </button>
              ) : null}
              <span class="review-turn">
                <button type="button" class="button" disabled={index === 0} onClick={() => setPlace(index - 1)}>
                  {t('dashboard.review.previous')} <kbd>k</kbd>
                </button>
                <button type="button" class="button" disabled={index >= items.length - 1} onClick={() => setPlace(index + 1)}>
                  {t('dashboard.review.next')} <kbd>j</kbd>
                </button>
              </span>
            </div>
            <p class="keys">{t('dashboard.review.keys')}</p>
          </article>
          <section>
            <h2 class="unseen">{t('dashboard.review.list')}</h2>
            <ol class="ahead" start={index + 2}>
              {items.slice(index + 1, index + 1 + AHEAD).map((one, offset) => (
                <li key={`${one.site} ${one.rule}`}>
                  <button type="button" class="ahead-item" onClick={() => setPlace(index + 1 + offset)}>
                    <span class={`pill pill-${one.outcome}`}>{one.sureness}%</span>
                    <span class="ahead-title">{ruleTitle(one.rule, lang)}</span>
                    <bdi class="ahead-site">{one.site}</bdi>
                  </button>
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
      {asking && item ? (
        <DismissDialog
          note={words()}
          onCancel={() => setAsking(false)}
          onDo={(reason, more) => {
            setAsking(false);
            void keep(item, 'dismissed', more, reason);
          }}
        />
      ) : null}
    </Page>
  );
}

/** The finding with its proof, out of the whole report. */
function Proven({ item }: { item: QueueItem }) {
  const { t } = useSpeech();
  const { value: row, failed } = useLive(async () => (await db.reports.get(item.visitId)) ?? null, [item.visitId]);
  const report = useMemo(() => (row ? readReport(row.report) : undefined), [row]);
  if (row === undefined && !failed) return <p class="review-wait" role="status" />;
  const finding = report?.findings.find(({ rule }) => rule === item.rule);
  return report && finding ? <FindingCard finding={finding} report={report} unfolded /> : <p class="notice">{t('dashboard.review.gone')}</p>;
}
