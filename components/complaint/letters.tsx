import { useMemo, useState } from 'preact/hooks';
import { draftLetter, LETTER_KINDS } from '../../analyzers/complaint/letter';
import type { LetterKind } from '../../analyzers/complaint/letter';
import { dueDay } from '../../analyzers/complaint/due-day';
import { dayInBeijing, isDay } from '../../analyzers/complaint/working-days';
import type { SiteReport } from '../../analyzers/report';
import '../../locales/action';
import type { ComplaintActions } from './actions';
import { TextActions, TextArea } from './text';
import { useSpeech } from '../language';

export interface LettersProps {
  report: SiteReport;
  now: number;
  actions: ComplaintActions;
  /** Rules of the findings that the notice names. */
  findings?: readonly string[];
}

/** A letter to the site: what to ask, the text, where to send it, and the day it was sent. */
export function Letters({ report, now, actions, findings }: LettersProps) {
  const { t, lang } = useSpeech();
  const hasViolations = report.findings.some(({ outcome }) => outcome === 'violation');
  const kinds = LETTER_KINDS.filter((kind) => kind !== 'notice' || hasViolations);
  const [kind, setKind] = useState<LetterKind>(hasViolations ? 'notice' : 'access');
  const [edited, setEdited] = useState<string>();
  const [sentOn, setSentOn] = useState(() => dayInBeijing(now));
  const [way, setWay] = useState('');
  const [remind, setRemind] = useState(true);
  const [note, setNote] = useState<'' | 'kept' | 'full' | 'bad-day' | 'future' | 'no-reminder'>('');
  const letter = useMemo(() => draftLetter(report, { kind, now, lang, findings }), [report, kind, now, lang, findings]);
  const text = edited ?? letter.text;
  const due = isDay(sentOn) ? dueDay({ sentOn, promised: letter.promised }) : undefined;

  const keep = async (sent: boolean): Promise<void> => {
    if (sent && !isDay(sentOn)) return setNote('bad-day');
    if (sent && sentOn > dayInBeijing(now)) return setNote('future');
    // Asked for within the press, as browsers demand; not waited for, since the question may close a popup.
    const asked = sent && remind ? actions.askToRemind() : Promise.resolve(true);
    const rules = findings ?? report.findings.filter(({ outcome }) => outcome === 'violation').map(({ rule }) => rule);
    const id = await actions.keep(report, rules, {
      letter: { kind, request: letter.request, text }, ...(letter.promised ? { promised: letter.promised } : {}),
      ...(sent ? { steps: [{ kind: 'sent', on: sentOn, at: now, ...(way.trim() ? { note: way.trim() } : {}) }], remind } : {}),
    });
    setNote(id === undefined ? 'full' : 'kept');
    if (id !== undefined && !(await asked)) setNote('no-reminder');
  };

  return (
    <section class="letters">
      <label class="draft-label" for="letter-kind">
        {t('letters.ui.ask')}
      </label>
      <select
        id="letter-kind"
        class="select select-wide"
        value={kind}
        onChange={(event) => {
          setKind(LETTER_KINDS.find((one) => one === event.currentTarget.value) ?? 'access');
          setNote('');
        }}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {t(`letters.kind.${one}.name`)}
          </option>
        ))}
      </select>
      <p class="part-note">{t(`letters.kind.${kind}.plain`)}</p>
      <h3 class="draft-label">{t('letters.contacts.title')}</h3>
      {letter.contacts.length === 0 ? (
        <p class="part-note">{t('letters.contacts.none')}</p>
      ) : (
        <ul class="plain contacts">
          {letter.contacts.map((contact) => (
            <li key={`${contact.kind} ${contact.value}`}>
              <span class="channel-kind">{t(`letters.contacts.kind.${contact.kind}`)}</span> <span>{contact.value}</span> {contact.officer ? <em class="tag">{t('letters.contacts.officer')}</em> : null}
            </li>
          ))}
          <li class="part-note">{t('letters.contacts.from-policy')}</li>
        </ul>
      )}
      <TextArea id="letter-text" label={t('letters.ui.text')} text={text} isEdited={edited !== undefined} onEdit={setEdited} />
      <TextActions text={text} title={letter.subject} name={`mingshi-${report.site}-${kind}`} actions={actions} />
      {letter.gloss ? (
        <details class="fold">
          <summary>{t('popup.complaint.gloss')}</summary>
          <pre class="gloss" tabIndex={0}>
            {letter.gloss}
          </pre>
        </details>
      ) : null}
      <fieldset class="choose sent">
        <legend>{t('letters.ui.sent')}</legend>
        <label>
          {t('letters.ui.sent-on')} <input type="date" class="field" value={sentOn} max={dayInBeijing(now)} onInput={(event) => setSentOn(event.currentTarget.value)} />
        </label>
        <label>
          {t('letters.ui.way')} <input type="text" class="field" maxLength={80} value={way} placeholder={t('letters.ui.way-hint')} onInput={(event) => setWay(event.currentTarget.value)} />
        </label>
        {due ? (
          <p class="part-note">
            {t('letters.ui.due', { day: due.day })}
            {due.certain ? '' : t('letters.ui.due-uncertain')}
          </p>
        ) : null}
        <label class="choice">
          <input type="checkbox" checked={remind} onChange={() => setRemind(!remind)} />
          <span>{t('letters.ui.remind')}</span>
        </label>
        <p class="actions">
          <button type="button" class="button button-main" onClick={() => void keep(true)} disabled={note === 'kept' || note === 'no-reminder'}>
            {t('letters.ui.keep-sent')}
          </button>
          <button type="button" class="button" onClick={() => void keep(false)} disabled={note === 'kept' || note === 'no-reminder'}>
            {t('letters.ui.keep')}
          </button>
          {note === 'kept' || note === 'no-reminder' ? (
            <button type="button" class="button button-quiet" onClick={() => actions.openDiary()}>
              {t('complaint.ui.diary.open')}
            </button>
          ) : null}
          <span class={note === 'kept' ? 'said' : 'said said-bad'} role="status">
            {note ? t(`letters.said.${note}`) : ''}
          </span>
        </p>
      </fieldset>
    </section>
  );
}
