import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { draftComplaint } from '../analyzers/complaint/draft';
import { channelsFor, mailtoOf, websiteOf } from '../analyzers/data/channels';
import type { Channel } from '../analyzers/data/channels';
import type { Finding, SiteReport } from '../analyzers/report';
import { useSpeech } from './language';
import { findingsOf } from './tally';

export interface ComplaintEditorProps {
  report: SiteReport;
  /** Day of the draft. */
  now: number;
  /** Copies to the clipboard; false when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
  /** Saves an evidence pack with this complaint inside; absent where packs cannot be made. */
  onSavePack?: (complaintText: string) => Promise<boolean>;
  onBack: () => void;
}

type Note = '' | 'copied' | 'copy-refused' | 'saving' | 'saved' | 'save-failed';

/** Choose findings, read and edit the draft, copy it. Nothing is ever sent from here. */
export function ComplaintEditor({ report, now, onCopy, onSavePack, onBack }: ComplaintEditorProps) {
  const { t, of, lang } = useSpeech();
  const violations = findingsOf(report, 'violation').filter((finding) => finding.evidence.length > 0);
  const doubts = findingsOf(report, 'review').filter((finding) => finding.evidence.length > 0);
  const [chosen, setChosen] = useState<readonly string[]>(() => violations.map((finding) => finding.rule));
  const [edited, setEdited] = useState<string>();
  const [note, setNote] = useState<Note>('');
  const area = useRef<HTMLTextAreaElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: without this the keyboard would start again at the top of the page.
  useEffect(() => title.current?.focus(), []);
  const draft = useMemo(() => draftComplaint(report, { findings: chosen, lang, now }), [report, chosen, lang, now]);
  const text = edited ?? draft.text;
  const stale = edited !== undefined;

  const toggle = (rule: string): void => {
    setChosen(chosen.includes(rule) ? chosen.filter((one) => one !== rule) : [...chosen, rule]);
    setNote('');
  };
  const copy = async (): Promise<void> => {
    const done = await onCopy(text);
    if (!done) area.current?.select();
    setNote(done ? 'copied' : 'copy-refused');
  };
  const save = async (): Promise<void> => {
    setNote('saving');
    setNote((await onSavePack?.(text)) ? 'saved' : 'save-failed');
  };

  const choice = (finding: Finding) => (
    <label key={finding.rule} class="choice">
      <input type="checkbox" checked={chosen.includes(finding.rule)} onChange={() => toggle(finding.rule)} />
      <span>{of(finding.summary)}</span>
    </label>
  );

  return (
    <section class="complaint">
      <p>
        <button type="button" class="button button-quiet" onClick={onBack}>
          ‹ {t('popup.complaint.back')}
        </button>
      </p>
      <h1 class="part-title" ref={title} tabIndex={-1}>
        {t('popup.complaint.title')}
      </h1>
      <p class="part-note">{t('popup.complaint.note')}</p>
      <fieldset class="choose">
        <legend>{t('popup.complaint.choose')}</legend>
        {violations.map(choice)}
        {doubts.length > 0 ? (
          <details class="fold" open={violations.length === 0}>
            <summary>{t('popup.complaint.doubts', { count: doubts.length })}</summary>
            {doubts.map(choice)}
          </details>
        ) : null}
      </fieldset>
      {chosen.length === 0 && !stale ? (
        <p class="nothing">{t('popup.complaint.none-chosen')}</p>
      ) : (
        <>
          <label class="draft-label" for="complaint-text">
            {t('popup.complaint.text')}
          </label>
          <textarea id="complaint-text" class="draft" ref={area} lang="zh-CN" rows={18} spellcheck={false} value={text} onInput={(event) => setEdited(event.currentTarget.value)} />
          {stale ? (
            <p class="draft-stale">
              {t('popup.complaint.edited')}{' '}
              <button type="button" class="button button-quiet" onClick={() => setEdited(undefined)}>
                {t('popup.complaint.rewrite')}
              </button>
            </p>
          ) : null}
          <p class="actions">
            <button type="button" class="button button-main" onClick={() => void copy()}>
              {t('popup.complaint.copy')}
            </button>
            {onSavePack ? (
              <button type="button" class="button" onClick={() => void save()} disabled={note === 'saving'}>
                {t('popup.complaint.pack')}
              </button>
            ) : null}
            <span class="said" role="status">
              {note ? t(`popup.complaint.said.${note}`) : ''}
            </span>
          </p>
          {draft.gloss ? (
            <details class="fold">
              <summary>{t('popup.complaint.gloss')}</summary>
              <pre class="gloss" tabIndex={0}>{draft.gloss}</pre>
            </details>
          ) : null}
          <h2 class="part-title">{t('popup.complaint.where')}</h2>
          <p class="part-note">{t('popup.complaint.categories', { categories: draft.categoryNames.join(t('report.comma')) })}</p>
          {channelsFor(report.findings.filter(({ rule }) => chosen.includes(rule))).map((channel) => (
            <ChannelCard key={channel.id} channel={channel} />
          ))}
        </>
      )}
    </section>
  );
}

/** A channel with what it takes; only checked addresses are links. */
export function ChannelCard({ channel }: { channel: Channel }) {
  const { t, of } = useSpeech();
  const site = websiteOf(channel);
  const mail = mailtoOf(channel);
  return (
    <section class="channel">
      <h3 class="channel-name">{of(channel.name)}</h3>
      <p>{of(channel.scope)}</p>
      <ul class="plain">
        {channel.entries.map((entry) => (
          <li key={entry.value}>
            <span class="channel-kind">{t(`popup.channel.${entry.kind}`)}</span>{' '}
            {entry.verified && entry.value === site ? (
              <a href={site} target="_blank" rel="noreferrer">
                {entry.value}
              </a>
            ) : entry.verified && entry.value === mail ? (
              <a href={`mailto:${mail}`}>{entry.value}</a>
            ) : (
              <span>{entry.value}</span>
            )}
            {entry.verified ? null : <em class="tag tag-review">{t('popup.channel.unverified')}</em>}
          </li>
        ))}
      </ul>
      <p class="channel-more">
        {t('popup.channel.fields', { fields: of(channel.fields) })}
        <br />
        {t('popup.channel.identity', { identity: of(channel.identity) })}
        {channel.identityVerified ? null : <em class="tag tag-review">{t('popup.channel.unverified')}</em>}
      </p>
    </section>
  );
}
