import { useEffect, useRef, useState } from 'preact/hooks';
import { labelLine } from '../../../analyzers/export/json';
import { AskDialog } from '../../../components/dashboard/ask-dialog';
import { browser } from 'wxt/browser';
import { beijingTime } from '../../../analyzers/complaint/plain';
import '../../../components/cases/cases.css';
import { DataParts } from '../../../components/cases/data';
import { Page } from '../../../components/dashboard/page';
import { useSpeech, type Speech } from '../../../components/language';
import { allDecisions } from '../../../store/decisions';
import { deleteAll, exportData, importData, MAX_DATA_BYTES } from '../../../store/transfer';
import type { ImportResult } from '../../../store/transfer';
import { forgetSites } from '../../../store/sites';
import { damagedSites } from '../../../store/damaged';
import { ask } from '../../popup/ask';
import { openFile, type Opened } from '../open-files';
import { linkTo } from '../route';
import { saveFile } from '../save-file';
import { db, reloadShelf } from '../shelf';
import { useLive } from '../use-live';
import { useWorkspace } from '../workspace';

const COUNTED = ['sites', 'reports', 'visits', 'policies', 'decisions', 'exchanges'] as const;
/** Share of the room from which a warning is due. */
const NEARLY_FULL = 0.9;

export default function DataPage() {
  const speech = useSpeech();
  const { t } = speech;
  const { settings, change } = useWorkspace();
  const [results, setResults] = useState<Opened[]>([]);
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState(false);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const { value: counts } = useLive(() => Promise.all(COUNTED.map((name) => (name === 'sites' ? db.overviews : db[name]).count())), []);
  const space = useSpace(counts);

  const open = async (files: FileList | File[]): Promise<void> => {
    for (const file of [...files]) {
      setSaid(t('dashboard.data.reading', { file: file.name, count: 0 }));
      const opened = await openFile(file, (count) => setSaid(t('dashboard.data.reading', { file: file.name, count })));
      setResults((before) => [opened, ...before].slice(0, 50));
    }
    setSaid('');
    await reloadShelf();
  };
  useEffect(() => {
    // Files may be dropped anywhere on this page; without this the browser would leave it for them.
    const drag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') void open(event.dataTransfer.files);
    };
    const names = ['dragover', 'dragleave', 'drop'] as const;
    for (const name of names) addEventListener(name, drag);
    return () => {
      for (const name of names) removeEventListener(name, drag);
    };
  }, [t]);

  const exportLabels = async (): Promise<void> => {
    const lines = (await allDecisions(db)).map(labelLine).filter(Boolean);
    if (lines.length > 0) saveFile(lines, 'mingshi-labels.jsonl', 'application/jsonl;charset=utf-8');
    setSaid(lines.length > 0 ? t('dashboard.data.labels-done', { count: lines.length }) : t('dashboard.data.no-labels'));
  };
  const clean = async (): Promise<void> => {
    try {
      const sites = await damagedSites(db);
      if (sites.length > 0) await forgetSites(db, sites);
      await reloadShelf();
      setSaid(sites.length > 0 ? t('dashboard.data.forgot-damaged', { count: sites.length }) : t('dashboard.data.none-damaged'));
    } catch {
      setSaid(t('dashboard.data.failed'));
    }
  };
  const forgetAll = (): void => {
    setAsked(false);
    ask({ type: 'forget-all' })
      .then(() => deleteAll(db))
      .then(reloadShelf)
      .then(
        () => setSaid(t('dashboard.data.forgot-all')),
        () => setSaid(t('dashboard.data.failed')),
      );
  };

  const exportAll = async (): Promise<void> => {
    const now = Date.now();
    const file = await exportData(db, { ...settings }, browser.runtime.getManifest().version, now);
    saveFile([JSON.stringify(file)], `mingshi-data-${beijingTime(now).slice(0, 10)}.json`, 'application/json');
  };
  const importAll = async (file: File): Promise<ImportResult> => {
    const result = await importData(db, file.size > MAX_DATA_BYTES ? '' : await file.text(), file.size);
    if (!result.problem && result.settings) await change(result.settings);
    await reloadShelf();
    return result;
  };

  return (
    <Page title={t('dashboard.data.title')}>
      <p class="said-line" role="status">
        {said}
      </p>
      <section class="panel">
        <h2 class="part-title">{t('cases.data.title')}</h2>
        <DataParts onExport={exportAll} onImport={importAll} />
      </section>
      <section class="panel">
        <h2 class="part-title">{t('dashboard.data.open')}</h2>
        <p class="part-note">{t('dashboard.data.open-more')}</p>
        <div class={`drop${over ? ' drop-over' : ''}`}>
          <input
            ref={picker}
            id="picker"
            class="unseen"
            type="file"
            multiple
            accept=".json,.jsonl,.ndjson,.zip"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void open(files);
            }}
          />
          <label class="button button-main" for="picker">
            {t('dashboard.data.pick')}
          </label>
          {over ? <p>{t('dashboard.data.drop')}</p> : null}
        </div>
        {results.length > 0 ? (
          <>
            <h3 class="unseen">{t('dashboard.data.results')}</h3>
            <ul class="opened">
              {results.map((opened, index) => (
                <li key={results.length - index} class={opened.sites.length > 0 ? 'opened-good' : 'opened-bad'}>
                  {told(opened, speech)}{' '}
                  {[...new Set(opened.sites)].slice(0, 3).map((site) => (
                    <a key={site} href={linkTo('sites', [site])}>
                      {t('dashboard.data.see', { site })}
                    </a>
                  ))}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      <section class="panel">
        <h2 class="part-title">{t('dashboard.data.export')}</h2>
        <p class="actions">
          <button type="button" class="button" onClick={() => void exportLabels()}>
            {t('dashboard.data.export-labels')}
          </button>
        </p>
      </section>
      <section class="panel">
        <h2 class="part-title">{t('dashboard.data.kept')}</h2>
        <dl class="kept">
          {COUNTED.map((name, index) => (
            <div key={name}>
              <dt>{t(`dashboard.data.what.${name}`)}</dt>
              <dd>{counts?.[index] ?? '…'}</dd>
            </div>
          ))}
        </dl>
        <p class="part-note">{space ? t('dashboard.data.space', { used: bytes(space.used, speech), quota: bytes(space.quota, speech) }) : t('dashboard.data.space-unknown')}</p>
        {space && space.used > space.quota * NEARLY_FULL ? <p class="notice">{t('dashboard.data.nearly-full')}</p> : null}
        <p class="actions">
          <button type="button" class="button" onClick={() => void clean()}>
            {t('dashboard.data.forget-damaged')}
          </button>
          <button type="button" class="button" onClick={() => setAsked(true)}>
            {t('dashboard.data.forget-all')}
          </button>
        </p>
      </section>
      {asked ? (
        <AskDialog title={t('dashboard.data.forget-all-title')} action={t('dashboard.data.forget-all')} grave onCancel={() => setAsked(false)} onDo={forgetAll}>
          <p>{t('dashboard.data.forget-all-more')}</p>
        </AskDialog>
      ) : null}
    </Page>
  );
}

/** What became of a file, in one sentence. */
function told({ file, sites, bad, first, pack, failure }: Opened, { t }: Speech): string {
  const reason = (problem: RecordReason): string => t(`dashboard.data.why.${problem}`, { where: first?.where ?? '' });
  type RecordReason = NonNullable<Opened['first']>['problem'] | NonNullable<Opened['failure']>;
  if (pack && !pack.intact) {
    const parts = [
      pack.problem ? t(`report.verify.problem.${pack.problem}`) : '',
      ...(['altered', 'missing', 'added'] as const).flatMap((kind) => pack[kind].slice(0, 4).map((path) => t(`dashboard.data.pack-${kind}`, { path }))),
    ].filter(Boolean);
    return t('dashboard.data.pack-broken', { file, what: parts.join(t('report.comma')) });
  }
  if (pack) return t('dashboard.data.pack-intact', { file, seal: pack.seal?.slice(0, 16) ?? '' });
  if (sites.length === 0) return t('dashboard.data.opened-none', { file, why: reason(failure ?? first?.problem ?? 'empty') });
  if (failure) return `${t('dashboard.data.opened', { file, count: sites.length })} ${reason(failure)}`;
  return bad > 0 ? t('dashboard.data.opened-some', { file, count: sites.length, bad, line: first!.line, why: reason(first!.problem) }) : t('dashboard.data.opened', { file, count: sites.length });
}

/** How much room is taken, asked again when the rows change. */
function useSpace(on: unknown): { used: number; quota: number } | undefined {
  const [space, setSpace] = useState<{ used: number; quota: number }>();
  useEffect(() => {
    navigator.storage?.estimate?.().then(({ usage, quota }) => usage !== undefined && quota && setSpace({ used: usage, quota }), () => undefined);
  }, [on]);
  return space;
}

function bytes(count: number, { lang }: Speech): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(steps.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  return new Intl.NumberFormat(lang, { style: 'unit', unit: steps[step], maximumFractionDigits: 1 }).format(count / 1_000 ** step);
}
