import { useId, useState } from 'preact/hooks';
import type { OpenedPack } from '../../analyzers/evidence/check';
import { beijingTime } from '../../analyzers/complaint/plain';
import type { SiteReport } from '../../analyzers/report';
import '../../locales/action';
import { AllFindings } from '../findings/groups';
import { useSpeech } from '../language';
import { ComparisonView } from './compare';
import { ProveValue } from './prove';
import { sizeOf } from './preview';

/** A file larger than this is not read. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A pack that was dropped, with the name its file had. */
export interface DroppedPack {
  name: string;
  opened?: OpenedPack;
  problem?: 'too-large' | 'unreadable';
}

export interface PacksProps {
  /** Opens a pack's bytes. */
  open: (bytes: Uint8Array) => Promise<OpenedPack>;
  /** The newest report of a site that was made here. */
  latestOf: (site: string) => Promise<SiteReport | undefined>;
  /** The key of a pack that was saved here, by its seal. */
  keyOf: (seal: string) => Promise<string | undefined>;
}

/** Drop packs here: whether they are as they were made, what they hold, and how two of one site compare. */
export function Packs({ open, latestOf, keyOf }: PacksProps) {
  const { t } = useSpeech();
  const [packs, setPacks] = useState<DroppedPack[]>([]);
  const [latest, setLatest] = useState<SiteReport>();
  const [isOver, setOver] = useState(false);
  const [isReading, setReading] = useState(false);
  const input = useId();

  const take = async (files: Iterable<File>): Promise<void> => {
    setReading(true);
    const read: DroppedPack[] = [];
    for (const file of [...files].slice(0, 4)) read.push(await readPack(file, open));
    // Two at a time: the newest take the places of the oldest.
    setPacks((before) => [...before, ...read].slice(-2));
    setLatest(undefined);
    setReading(false);
  };
  const reports = packs.flatMap(({ opened }) => opened?.report ?? []).sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const compared = latest && reports[0] ? [reports[0], latest] : reports;

  return (
    <div class="packs">
      <div
        class={isOver ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files ?? []);
        }}
      >
        <p class="drop-title">{t('packs.view.drop')}</p>
        <p>
          <label class="button" for={input}>
            {t('packs.view.choose')}
          </label>
          <input
            id={input}
            type="file"
            class="unseen"
            accept=".zip,application/zip"
            multiple
            onChange={(event) => {
              void take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </p>
        <p class="part-note">{t('packs.view.note')}</p>
        <p role="status">{isReading ? t('packs.view.reading') : ''}</p>
      </div>
      {packs.map((pack, index) => (
        <PackCard key={index} pack={pack} keyOf={keyOf} onRemove={() => setPacks(packs.filter((one) => one !== pack))} onCompare={packs.length === 1 && pack.opened?.report ? () => void latestOf(pack.opened!.report!.site).then(setLatest) : undefined} />
      ))}
      {compared.length === 2 ? <ComparisonView before={compared[0]!} after={compared[1]!} /> : null}
    </div>
  );
}

async function readPack(file: File, open: PacksProps['open']): Promise<DroppedPack> {
  if (file.size > MOST_BYTES) return { name: file.name, problem: 'too-large' };
  try {
    return { name: file.name, opened: await open(new Uint8Array(await file.arrayBuffer())) };
  } catch {
    return { name: file.name, problem: 'unreadable' };
  }
}

/** One pack: its check first, then what is in it, shown as our own view of its data. */
export function PackCard({ pack, keyOf, onRemove, onCompare }: { pack: DroppedPack; keyOf: PacksProps['keyOf']; onRemove: () => void; onCompare?: () => void }) {
  const { t } = useSpeech();
  const { opened } = pack;
  const check = opened?.check;
  const problem = pack.problem ? t(`packs.view.${pack.problem}`) : check?.problem ? t(`report.verify.problem.${check.problem}`) : undefined;
  return (
    <article class="pack-card">
      <header class="case-head">
        <h2 class="part-title">{plain(pack.name)}</h2>
        <button type="button" class="button button-quiet" onClick={onRemove}>
          {t('packs.view.remove')}
        </button>
      </header>
      {problem ? (
        <p class="pack-verdict pack-broken" role="alert">
          {problem}
        </p>
      ) : null}
      {opened && check && !check.problem ? (
        <>
          <p class={check.intact ? 'pack-verdict pack-intact' : 'pack-verdict pack-broken'} role="alert">
            {t(check.intact ? 'packs.view.intact' : 'packs.view.broken')}
          </p>
          {(['altered', 'missing', 'added'] as const).map((kind) =>
            check[kind].length === 0 ? null : (
              <ul key={kind} class="plain pack-changes">
                {check[kind].slice(0, 200).map((path) => (
                  <li key={path}>
                    <span class="tag tag-review">{t(`packs.view.${kind}`)}</span> <code>{plain(path)}</code>
                  </li>
                ))}
              </ul>
            ),
          )}
          {opened.createdAt && !Number.isNaN(Date.parse(opened.createdAt)) ? <p class="part-note">{t('packs.view.made', { time: beijingTime(Date.parse(opened.createdAt)) })}</p> : null}
          {opened.leftOut.length > 0 ? <p class="part-note">{t('packs.view.left-out', { parts: opened.leftOut.map((part) => t(`packs.part.${part}`)).join(t('report.comma')) })}</p> : null}
          {check.seal ? (
            <p class="part-note">
              {t('packs.view.seal')} <code class="address">{check.seal}</code>
              <br />
              {t('packs.view.seal-note')}
            </p>
          ) : null}
          {check.intact ? null : <p class="notice">{t('packs.view.untrusted')}</p>}
          {onCompare ? (
            <p class="actions">
              <button type="button" class="button" onClick={onCompare}>
                {t('packs.compare.with-latest')}
              </button>
            </p>
          ) : null}
          <details class="fold">
            <summary>{t('packs.view.files', { count: opened.files.length })}</summary>
            <ul class="plain rest-list">
              {opened.files.slice(0, 300).map(({ path, bytes }) => (
                <li key={path}>
                  <code>{plain(path)}</code> <span class="pack-size">{sizeOf(bytes)}</span>
                </li>
              ))}
            </ul>
          </details>
          <details class="fold">
            <summary>{t('packs.view.report')}</summary>
            {opened.report ? <AllFindings report={opened.report} /> : <p class="nothing">{t('packs.view.no-report')}</p>}
          </details>
          {opened.report && check.seal ? <ProveValue report={opened.report} seal={check.seal} keyOf={keyOf} /> : null}
        </>
      ) : null}
    </article>
  );
}

/** Names come from strangers: nothing that hides or turns text around. */
function plain(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 200);
}
