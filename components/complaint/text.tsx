import { useRef, useState } from 'preact/hooks';
import type { ComplaintDraft } from '../../analyzers/complaint/draft';
import type { MaskedItem } from '../../analyzers/complaint/personal';
import type { ComplaintActions } from './actions';
import { useSpeech } from '../language';

const LIMITS = [undefined, 2_000, 500] as const;

export interface DraftTextProps {
  draft: ComplaintDraft;
  /** The text as it stands, edited or not. */
  text: string;
  isEdited: boolean;
  limit?: number;
  onLimit: (limit: number | undefined) => void;
  /** `undefined` throws away what was edited. */
  onEdit: (text: string | undefined) => void;
  shown: readonly string[];
  onShown: (ids: readonly string[]) => void;
  actions: ComplaintActions;
  /** File name without its ending. */
  name: string;
}

/** The draft to read and change, with every way to take it along. */
export function DraftText({ draft, text, isEdited, limit, onLimit, onEdit, shown, onShown, actions, name }: DraftTextProps) {
  const { t } = useSpeech();
  return (
    <>
      <fieldset class="lengths">
        <legend class="unseen">{t('complaint.ui.length.label')}</legend>
        {LIMITS.map((one) => (
          <label key={one ?? 0} class={one === limit ? 'chip chip-on' : 'chip'}>
            <input type="radio" name="length" class="unseen" checked={one === limit} onChange={() => onLimit(one)} />
            {one === undefined ? t('complaint.ui.length.whole') : t('complaint.ui.length.most', { count: one })}
          </label>
        ))}
        <span class="count-of">{t('complaint.ui.length.count', { count: text.length })}</span>
      </fieldset>
      {limit !== undefined && text.length > limit ? <p class="draft-stale">{t('complaint.ui.length.over', { count: text.length - limit })}</p> : null}
      <TextArea id="complaint-text" label={t('popup.complaint.text')} text={text} isEdited={isEdited} onEdit={onEdit} />
      <TextActions text={text} title={draft.subject} name={name} actions={actions} />
      <Fields draft={draft} actions={actions} />
      {draft.paragraphs ? <Gloss paragraphs={draft.paragraphs} /> : null}
      <MaskSwitches items={draft.masked} shown={shown} onShown={onShown} />
    </>
  );
}

/** A text to edit; what was written stays until the person asks for a new draft. */
export function TextArea({ id, label, text, isEdited, onEdit }: { id: string; label: string; text: string; isEdited: boolean; onEdit: (text: string | undefined) => void }) {
  const { t } = useSpeech();
  return (
    <>
      <label class="draft-label" for={id}>
        {label}
      </label>
      <textarea id={id} class="draft" lang="zh-CN" rows={16} spellcheck={false} value={text} onInput={(event) => onEdit(event.currentTarget.value)} />
      {isEdited ? (
        <p class="draft-stale">
          {t('popup.complaint.edited')}{' '}
          <button type="button" class="button button-quiet" onClick={() => onEdit(undefined)}>
            {t('popup.complaint.rewrite')}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** Copy, save as text or Word, print. */
export function TextActions({ text, title, name, actions }: { text: string; title: string; name: string; actions: ComplaintActions }) {
  const { t } = useSpeech();
  const [note, setNote] = useState<'' | 'copied' | 'copy-refused'>('');
  const here = useRef<HTMLParagraphElement>(null);
  const copy = async (): Promise<void> => {
    const done = await actions.copy(text);
    if (!done) here.current?.closest('section')?.querySelector('textarea')?.select();
    setNote(done ? 'copied' : 'copy-refused');
  };
  return (
    <p class="actions" ref={here}>
      <button type="button" class="button button-main" onClick={() => void copy()}>
        {t('popup.complaint.copy')}
      </button>
      <button type="button" class="button" onClick={() => actions.saveText(text, name)}>
        {t('complaint.ui.save-text')}
      </button>
      <button type="button" class="button" onClick={() => actions.saveWord(text, name)}>
        {t('complaint.ui.save-word')}
      </button>
      <button type="button" class="button" onClick={() => void actions.print(title, text)}>
        {t('complaint.ui.print')}
      </button>
      <span class={note === 'copy-refused' ? 'said said-bad' : 'said'} role="status">
        {note ? t(`popup.complaint.said.${note}`) : ''}
      </span>
    </p>
  );
}

/** The channel's form, field by field in its order, each to be copied by itself. */
function Fields({ draft, actions }: { draft: ComplaintDraft; actions: ComplaintActions }) {
  const { t } = useSpeech();
  const [copied, setCopied] = useState('');
  if (draft.fields.length === 0) return null;
  return (
    <details class="fold">
      <summary>{t('complaint.ui.fields')}</summary>
      <dl class="form-fields">
        {draft.fields.map(({ id, value }) => (
          <div key={id} class="form-field">
            <dt>{t(`complaint.ui.field.${id}`)}</dt>
            <dd lang="zh-CN">{value.length > 160 ? `${value.slice(0, 160)}…` : value}</dd>
            <button type="button" class="button" aria-label={t('complaint.ui.copy-field', { field: t(`complaint.ui.field.${id}`) })} onClick={() => void actions.copy(value).then((done) => setCopied(done ? id : ''))}>
              {copied === id ? '✓' : t('complaint.ui.copy')}
            </button>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Each line beside its English, for those who cannot read what they are about to send. */
function Gloss({ paragraphs }: { paragraphs: { text: string; gloss: string }[] }) {
  const { t } = useSpeech();
  return (
    <details class="fold">
      <summary>{t('popup.complaint.gloss')}</summary>
      <dl class="gloss" tabIndex={0}>
        {paragraphs.map(({ text, gloss }, index) => (
          <div key={index}>
            <dt lang="zh-CN">{text}</dt>
            <dd lang="en">{gloss}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What was masked; single values can be shown where a complaint needs them. */
export function MaskSwitches({ items, shown, onShown }: { items: MaskedItem[]; shown: readonly string[]; onShown: (ids: readonly string[]) => void }) {
  const { t } = useSpeech();
  if (items.length === 0) return null;
  return (
    <details class="fold">
      <summary>{t('complaint.ui.masks', { count: items.length })}</summary>
      <p class="part-note">{t('complaint.ui.masks-note')}</p>
      {items.map(({ id, kind, mask }) => (
        <label key={id} class="choice">
          <input type="checkbox" checked={shown.includes(id)} onChange={() => onShown(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id])} />
          <span>
            {t(`complaint.ui.mask.${kind}`)} <code>{mask}</code>
          </span>
        </label>
      ))}
    </details>
  );
}
