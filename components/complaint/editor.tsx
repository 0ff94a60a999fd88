import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ServiceGuess } from '../../analyzers/artifacts';
import { draftComplaint, NEEDS_FUNCTION } from '../../analyzers/complaint/draft';
import type { ContactRecord } from '../../analyzers/complaint/history';
import type { PartId } from '../../analyzers/evidence/parts';
import { withScreenshots } from '../../analyzers/evidence/screenshots';
import type { TakenScreenshot } from '../../analyzers/evidence/screenshots';
import { channelOf, channelsFor } from '../../analyzers/data/channels';
import type { ChannelId } from '../../analyzers/data/channels';
import type { SiteReport } from '../../analyzers/report';
import '../../locales/action';
import type { ComplaintActions } from './actions';
import { ChannelChooser } from './channels';
import { FindingChooser, PageFunction } from './findings';
import { DraftText } from './text';
import { useSpeech } from '../language';
import { Letters } from './letters';
import { PackPreview } from '../packs/preview';
import { Tabs } from '../tabs';
import { findingsOf } from '../site/tally';

export interface ComplaintEditorProps {
  report: SiteReport;
  /** Day of the draft. */
  now: number;
  actions: ComplaintActions;
  onBack: () => void;
  /** Rules chosen at first; default: every suspected violation that needs no word of the person. */
  initial?: readonly string[];
  /** Which way is open at first. */
  way?: 'complain' | 'write';
  /** What was asked of the operator before. */
  history?: readonly ContactRecord[];
  /** Said when the person tells that they have sent the complaint; absent, it is offered to keep a case instead. */
  onSent?: (channel: ChannelId, text: string) => void;
}

/** From findings to what one can do: write to the site first, or complain. Nothing is ever sent from here. */
export function ComplaintEditor(props: ComplaintEditorProps) {
  const { t } = useSpeech();
  const [way, setWay] = useState<string>(props.way ?? 'complain');
  const title = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: without this the keyboard would start again at the top of the page.
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="complaint">
      <p>
        <button type="button" class="button button-quiet" onClick={props.onBack}>
          ‹ {t('popup.complaint.back')}
        </button>
      </p>
      <h1 class="part-title" ref={title} tabIndex={-1}>
        {t('popup.complaint.title')}
      </h1>
      <p class="part-note">{t('popup.complaint.note')}</p>
      <Tabs
        label={t('complaint.ui.ways')}
        selected={way}
        onSelect={setWay}
        tabs={[
          { id: 'complain', label: t('complaint.ui.way.complain'), body: way === 'complain' ? <Complaint {...props} /> : null },
          { id: 'write', label: t('complaint.ui.way.write'), body: way === 'write' ? <Letters report={props.report} now={props.now} actions={props.actions} findings={props.initial} /> : null },
        ]}
      />
    </section>
  );
}

function Complaint({ report, now, actions, initial, history, onSent }: ComplaintEditorProps) {
  const { t, lang } = useSpeech();
  const all = [...findingsOf(report, 'violation'), ...findingsOf(report, 'review')].filter(({ evidence }) => evidence.length > 0);
  const [chosen, setChosen] = useState<readonly string[]>(() => initial ?? all.filter(({ outcome, rule }) => outcome === 'violation' && !(actions.confirm && NEEDS_FUNCTION.has(rule))).map(({ rule }) => rule));
  const [service, setService] = useState<string>();
  const [channelId, setChannelId] = useState<ChannelId>();
  const [limit, setLimit] = useState<number>();
  const [shown, setShown] = useState<readonly string[]>([]);
  const [shots, setShots] = useState<TakenScreenshot[]>([]);
  const [without, setWithout] = useState<readonly PartId[]>([]);
  const [edited, setEdited] = useState<string>();
  const [kept, setKept] = useState<'' | 'keeping' | 'kept' | 'full'>('');
  const guess = useGuess(actions, all.some(({ rule }) => NEEDS_FUNCTION.has(rule)));

  const chosenFindings = all.filter(({ rule }) => chosen.includes(rule));
  const channels = channelsFor(chosenFindings);
  const channel = channels.find(({ id }) => id === channelId) ?? channels[0] ?? channelOf('csac');
  const pictured = useMemo(() => withScreenshots(report, shots), [report, shots]);
  const draft = useMemo(
    () => draftComplaint(pictured, { findings: chosen, lang, now, channel: channel.id, limit, history, service, without, shown: new Set(shown) }),
    [pictured, chosen, lang, now, channel.id, limit, history, service, without, shown],
  );
  const text = edited ?? draft.text;

  const toggle = (rule: string): void => setChosen(chosen.includes(rule) ? chosen.filter((one) => one !== rule) : [...chosen, rule]);
  const confirmFunction = async (id: string): Promise<void> => {
    if (!(await actions.confirm?.(id))) return;
    setService(id);
    // The finding stands on the person's word now; if the new report drops it, the list does too.
    setChosen((before) => [...new Set([...before, ...all.filter(({ rule, outcome }) => NEEDS_FUNCTION.has(rule) && outcome === 'violation').map(({ rule }) => rule)])]);
  };
  const keep = async (): Promise<void> => {
    setKept('keeping');
    const id = await actions.keep(pictured, chosen, { complaint: text });
    setKept(id === undefined ? 'full' : 'kept');
  };

  return (
    <>
      <FindingChooser findings={all} chosen={chosen} onToggle={toggle} />
      {actions.confirm && all.some(({ rule }) => NEEDS_FUNCTION.has(rule)) ? <PageFunction guess={guess} confirmed={service} onConfirm={(id) => void confirmFunction(id)} /> : null}
      {chosen.length === 0 && edited === undefined ? (
        <p class="nothing">{t('popup.complaint.none-chosen')}</p>
      ) : (
        <>
          <ChannelChooser channels={channels} selected={channel.id} onSelect={setChannelId} />
          {channel.sections.length === 0 ? null : (
            <>
              <DraftText draft={draft} text={text} isEdited={edited !== undefined} limit={limit} onLimit={setLimit} onEdit={setEdited} shown={shown} onShown={setShown} actions={actions} name={`mingshi-${report.site}-${channel.id}`} />
              <PackPreview report={report} complaint={text} actions={actions} shots={shots} onShots={setShots} without={without} onWithout={setWithout} shown={shown} onShown={setShown} chosen={chosenFindings} />
            </>
          )}
          <h2 class="part-title">{t('complaint.ui.diary.title')}</h2>
          <p class="part-note">{t('complaint.ui.diary.note')}</p>
          <p class="actions">
            {onSent ? (
              <button type="button" class="button" onClick={() => onSent(channel.id, text)}>
                {t('complaint.ui.diary.sent')}
              </button>
            ) : (
              <button type="button" class="button" onClick={() => void keep()} disabled={kept === 'keeping' || kept === 'kept'}>
                {t('complaint.ui.diary.keep')}
              </button>
            )}
            {kept === 'kept' ? (
              <button type="button" class="button button-quiet" onClick={() => actions.openDiary()}>
                {t('complaint.ui.diary.open')}
              </button>
            ) : null}
            <span class={kept === 'full' ? 'said said-bad' : 'said'} role="status">
              {kept === 'kept' || kept === 'full' ? t(`complaint.ui.diary.said.${kept}`) : ''}
            </span>
          </p>
        </>
      )}
    </>
  );
}

/** What the page seems to be for, asked for only where a finding rests on it. */
function useGuess(actions: ComplaintActions, isNeeded: boolean): ServiceGuess | undefined {
  const [guess, setGuess] = useState<ServiceGuess>();
  useEffect(() => {
    if (isNeeded) actions.guess?.().then(setGuess, () => undefined);
  }, [isNeeded]);
  return guess;
}
