import { useEffect, useState } from 'preact/hooks';
import { PARTS } from '../../analyzers/evidence/parts';
import type { PartId } from '../../analyzers/evidence/parts';
import type { TakenScreenshot } from '../../analyzers/evidence/screenshots';
import type { Finding, SiteReport } from '../../analyzers/report';
import type { ComplaintActions, PackPlan } from '../complaint/actions';
import { MaskSwitches } from '../complaint/text';
import { useSpeech } from '../language';

export interface PackPreviewProps {
  report: SiteReport;
  complaint: string;
  letter?: string;
  actions: ComplaintActions;
  shots: TakenScreenshot[];
  onShots: (shots: TakenScreenshot[]) => void;
  without: readonly PartId[];
  onWithout: (without: readonly PartId[]) => void;
  shown: readonly string[];
  onShown: (ids: readonly string[]) => void;
  /** Findings whose elements can be pictured. */
  chosen: Finding[];
}

type Note = '' | 'capturing' | 'no-element' | 'not-possible' | 'saving' | 'saved' | 'too-large' | 'failed' | 'nothing';

/** Screenshots kept of one visit: pictures are most of a pack's size. */
const MOST_SHOTS = 12;

/** What is in the evidence pack before it is saved: pictures to add, parts to leave out. */
export function PackPreview({ report, complaint, letter, actions, shots, onShots, without, onWithout, shown, onShown, chosen }: PackPreviewProps) {
  const { t, of } = useSpeech();
  const [plan, setPlan] = useState<PackPlan>();
  const [note, setNote] = useState<Note>('');
  const [isOpen, setOpen] = useState(false);
  const [hide, setHide] = useState(true);
  const wishes = { complaint, letter, without, screenshots: shots, shown };
  const key = JSON.stringify([complaint.length, letter?.length, without, shots.length, shown, report.startedAt, report.findings.length]);
  useEffect(() => {
    if (!isOpen) return;
    let over = false;
    // A moment's pause: while a person types, each letter would pack everything anew.
    const timer = setTimeout(() => {
      // The whole is planned, so that what is left out stays in the list and can be put back.
      actions.packParts({ ...wishes, without: [] }).then((made) => over || (setPlan(made), made ? undefined : setNote('nothing')), () => over || setNote('failed'));
    }, 200);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [isOpen, key]);

  const take = async (finding?: Finding): Promise<void> => {
    const element = finding?.evidence.find((one) => one.kind === 'page-element');
    setNote('capturing');
    const taken = await actions.capture!({ hide, ...(element?.kind === 'page-element' ? { selector: element.selector } : {}) });
    if ('problem' in taken) return setNote(taken.problem);
    const name = finding?.rule ?? 'page';
    const number = shots.filter(({ file }) => file.startsWith(name)).length + 1;
    onShots([...shots, { file: `${name}-${number}.png`, bytes: taken.bytes, at: Date.now(), ...(finding ? { rule: finding.rule } : {}) }]);
    setNote('');
  };
  const save = async (): Promise<void> => {
    setNote('saving');
    setNote(await actions.savePack(wishes).catch(() => 'failed' as const));
  };
  const isOut = (part: PartId): boolean => without.includes(part);
  const toggle = (part: PartId): void => onWithout(isOut(part) ? without.filter((one) => one !== part) : [...without, part]);
  const marked = chosen.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'page-element'));
  const bytes = plan?.parts.filter(({ part }) => !isOut(part)).flatMap(({ files }) => files).reduce((sum, file) => sum + file.bytes, 0) ?? 0;

  return (
    <details class="fold pack" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="part-title">{t('packs.preview.title')}</span>
      </summary>
      <p class="part-note">{t('packs.preview.note')}</p>
      {actions.capture ? (
        <>
          <p class="actions">
            <button type="button" class="button" disabled={note === 'capturing' || shots.length >= MOST_SHOTS} onClick={() => void take()}>
              {t('packs.preview.capture')}
            </button>
            {marked.slice(0, 4).map((finding) => (
              <button key={finding.rule} type="button" class="button" title={of(finding.summary)} disabled={note === 'capturing' || shots.length >= MOST_SHOTS} onClick={() => void take(finding)}>
                {t('packs.preview.capture-element', { text: elementText(finding) })}
              </button>
            ))}
          </p>
          <label class="choice">
            <input type="checkbox" checked={hide} onChange={() => setHide(!hide)} />
            <span>{t('packs.preview.hide')}</span>
          </label>
          <p class="part-note">{t('packs.preview.capture-note')}</p>
        </>
      ) : null}
      {shots.length > 0 ? (
        <ul class="shots">
          {shots.map((shot) => (
            <Shot key={shot.file} shot={shot} onRemove={() => onShots(shots.filter((one) => one !== shot))} />
          ))}
        </ul>
      ) : null}
      {plan ? (
        <ul class="plain pack-parts">
          {PARTS.flatMap((part) => plan.parts.find((one) => one.part === part) ?? []).map(({ part, files }) => (
            <li key={part} class="pack-part">
              <label class="choice">
                <input type="checkbox" checked={!isOut(part)} onChange={() => toggle(part)} />
                <span>
                  {t(`packs.part.${part}`)} <span class="pack-size">{t('packs.size', { size: sizeOf(files.reduce((sum, file) => sum + file.bytes, 0)) })}</span>
                  <span class="pack-files">{files.map(({ path }) => path).join(t('report.comma'))}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
      {plan ? <MaskSwitches items={plan.masked} shown={shown} onShown={onShown} /> : null}
      <p class="actions">
        <button type="button" class="button" onClick={() => void save()} disabled={note === 'saving' || note === 'capturing'}>
          {t('packs.preview.save')}
        </button>
        {plan ? <span class="part-note">{t('packs.preview.total', { size: sizeOf(bytes) })}</span> : null}
        <span class={['saved', 'saving', 'capturing', ''].includes(note) ? 'said' : 'said said-bad'} role="status">
          {note ? t(`packs.said.${note}`) : ''}
        </span>
      </p>
    </details>
  );
}

function Shot({ shot, onRemove }: { shot: TakenScreenshot; onRemove: () => void }) {
  const { t } = useSpeech();
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([shot.bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [shot]);
  return (
    <li class="shot">
      {address ? <img src={address} alt={t('packs.preview.shot', { file: shot.file })} /> : null}
      <button type="button" class="button button-quiet" onClick={onRemove}>
        {t('packs.preview.remove')}
      </button>
    </li>
  );
}

function elementText(finding: Finding): string {
  const element = finding.evidence.find((one) => one.kind === 'page-element');
  const text = element?.kind === 'page-element' ? element.text.trim() : '';
  return text.length > 12 ? `${text.slice(0, 12)}…` : text || finding.rule;
}

/** Bytes as people read them: 12 KB, 3.4 MB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
