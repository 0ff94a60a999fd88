import { useState } from 'preact/hooks';
import { statusOf } from '../../analyzers/complaint/case';
import type { Case, CaseAction, CaseStep } from '../../analyzers/complaint/case';
import { dayInBeijing, isDay } from '../../analyzers/complaint/working-days';
import { channelOf } from '../../analyzers/data/channels';
import { compareReports } from '../../analyzers/evidence/compare';
import type { SiteReport } from '../../analyzers/report';
import '../../locales/action';
import { ComparisonView } from '../packs/compare';
import { useSpeech } from '../language';

/** All cases, those that want something done first. */
export function CaseList({ cases, now, linkTo }: { cases: Case[]; now: number; linkTo: (id: string) => string }) {
  const { t } = useSpeech();
  const today = dayInBeijing(now);
  const rows = cases.map((one) => ({ one, status: statusOf(one, today) }));
  const order = ['overdue', 'sent', 'answered', 'retested', 'replied', 'complained', 'draft', 'closed'];
  rows.sort((a, b) => order.indexOf(a.status.state) - order.indexOf(b.status.state) || (a.status.due?.day ?? '9').localeCompare(b.status.due?.day ?? '9') || b.one.changedAt - a.one.changedAt);
  return (
    <ul class="plain cases">
      {rows.map(({ one, status }) => (
        <li key={one.id}>
          <a class="case-line" href={linkTo(one.id)}>
            <span class="case-site">{one.site}</span>
            <span class={`tag case-${status.state}`}>{t(`cases.state.${status.state}`)}</span>
            <span class="case-what">{[one.letter ? t(`letters.kind.${one.letter.kind}.name`) : t('cases.no-letter'), t('cases.about', { count: one.findings.length })].join(t('report.comma'))}</span>
            <span class="case-due">{status.daysLeft === undefined ? t('cases.opened', { day: dayInBeijing(one.createdAt) }) : <DaysLeft days={status.daysLeft} />}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function DaysLeft({ days }: { days: number }) {
  const { t } = useSpeech();
  return <>{days === 0 ? t('cases.today') : t(days > 0 ? 'cases.days-left' : 'cases.days-over', { count: Math.abs(days) })}</>;
}

export interface CaseViewProps {
  one: Case;
  now: number;
  /** The newest report of the site that was made after the case began. */
  latest?: SiteReport;
  backLink: string;
  /** False where the disk refused. */
  onStep: (step: CaseStep) => Promise<boolean>;
  onComplain: () => void;
  /** Answers whether the browser allows it. */
  onRemind: (remind: boolean) => Promise<boolean>;
  onOpenSite: () => void;
  onDelete: () => void;
}

/** Steps a person dates and words themselves, by the action that notes them. */
const NOTED: Partial<Record<CaseAction, CaseStep['kind']>> = { send: 'sent', 'record-answer': 'answered', 'record-reply': 'replied', close: 'closed', reopen: 'reopened' };

/** One case: where it stands, what happened, what is next. */
export function CaseView({ one, now, latest, backLink, onStep, onComplain, onRemind, onOpenSite, onDelete }: CaseViewProps) {
  const { t, of } = useSpeech();
  const today = dayInBeijing(now);
  const status = statusOf(one, today);
  const [open, setOpen] = useState<CaseAction>();
  const [note, setNote] = useState('');
  const [isSure, setSure] = useState(false);
  const findings = one.report.findings.filter(({ rule }) => one.findings.includes(rule));

  const act = (action: CaseAction): void => {
    setNote('');
    if (action === 'complain' || action === 'escalate') onComplain();
    else setOpen(open === action ? undefined : action);
  };
  const keep = async (step: CaseStep): Promise<void> => {
    const done = await onStep(step);
    setNote(t(done ? 'cases.saved' : 'cases.full'));
    if (done) setOpen(undefined);
  };

  return (
    <div class="case">
      <p>
        <a class="button button-quiet" href={backLink}>
          ‹ {t('cases.back')}
        </a>
      </p>
      <header class="case-head">
        <h2 class="part-title">{one.site}</h2>
        <span class={`tag case-${status.state}`}>{t(`cases.state.${status.state}`)}</span>
      </header>
      <p class="part-note">{[one.letter ? t(`letters.kind.${one.letter.kind}.name`) : t('cases.no-letter'), t('cases.opened', { day: dayInBeijing(one.createdAt) })].join(t('report.comma'))}</p>
      {status.due && status.daysLeft !== undefined ? (
        <p class={status.daysLeft < 0 ? 'case-date case-late' : 'case-date'}>
          {t('cases.due', { day: status.due.day })}
          {status.due.certain ? '' : t('cases.due-uncertain')} · <DaysLeft days={status.daysLeft} />
        </p>
      ) : null}
      {status.clockWrong ? <p class="notice">{t('cases.clock')}</p> : null}

      <h3 class="part-title">{t('cases.next')}</h3>
      <ul class="plain case-actions">
        {status.next.map((action, index) => (
          <li key={action} class="case-action">
            {action === 'wait' ? (
              <strong>{t('cases.action.wait')}</strong>
            ) : (
              <button type="button" class={index === 0 ? 'button button-main' : 'button'} aria-expanded={open === action} onClick={() => act(action)}>
                {t(`cases.action.${action}`)}
              </button>
            )}
            <span class="part-note">{t(`cases.advice.${action}`)}</span>
            {open === action && NOTED[action] ? <StepForm kind={NOTED[action]} now={now} onKeep={keep} onCancel={() => setOpen(undefined)} /> : null}
            {open === 'retest' && action === 'retest' ? <Retest one={one} now={now} latest={latest} onOpenSite={onOpenSite} onKeep={keep} /> : null}
          </li>
        ))}
      </ul>
      <p class="said" role="status">
        {note}
      </p>

      <h3 class="part-title">{t('cases.timeline')}</h3>
      {one.steps.length === 0 ? <p class="part-note">{t('cases.nothing-yet')}</p> : null}
      <ol class="plain timeline">
        {one.steps.map((step, index) => (
          <li key={index} class="timeline-step">
            <time dateTime={step.on}>{step.on}</time>
            <span>
              {t(`cases.step.${step.kind}`)}
              {step.channel ? t('cases.to', { channel: of(channelOf(step.channel).name) }) : ''}
              {step.outcome ? <span class="part-note"> {t('cases.outcome', { fixed: step.outcome.fixed.length, still: step.outcome.still.length, fresh: step.outcome.fresh.length })}</span> : null}
              {step.note ? <span class="timeline-note">{step.note}</span> : null}
            </span>
          </li>
        ))}
      </ol>

      <details class="fold">
        <summary>{t('cases.findings')}</summary>
        <ul class="plain rest-list">
          {findings.map((finding) => (
            <li key={finding.rule}>{of(finding.summary)}</li>
          ))}
        </ul>
      </details>
      {one.letter ? (
        <details class="fold">
          <summary>{t('cases.letter')}</summary>
          <pre class="gloss" lang="zh-CN" tabIndex={0}>
            {one.letter.text}
          </pre>
        </details>
      ) : null}
      <label class="choice">
        <input
          type="checkbox"
          checked={one.remind}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            void onRemind(wanted).then((allowed) => setNote(wanted && !allowed ? t('cases.remind-off') : t('cases.saved')));
          }}
        />
        <span>{t('cases.remind')}</span>
      </label>
      <p class="actions">
        {isSure ? (
          <>
            <span>{t('cases.delete-sure')}</span>
            <button type="button" class="button button-danger" onClick={onDelete}>
              {t('cases.delete-yes')}
            </button>
            <button type="button" class="button" onClick={() => setSure(false)}>
              {t('cases.form.cancel')}
            </button>
          </>
        ) : (
          <button type="button" class="button button-quiet" onClick={() => setSure(true)}>
            {t('cases.delete')}
          </button>
        )}
      </p>
    </div>
  );
}

function StepForm({ kind, now, onKeep, onCancel }: { kind: CaseStep['kind']; now: number; onKeep: (step: CaseStep) => Promise<void>; onCancel: () => void }) {
  const { t } = useSpeech();
  const today = dayInBeijing(now);
  const [on, setOn] = useState(today);
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<'' | 'bad-day' | 'future'>('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!isDay(on)) return setWrong('bad-day');
    if (on > today) return setWrong('future');
    void onKeep({ kind, on, at: now, ...(words.trim() ? { note: words.trim() } : {}) });
  };
  return (
    <form class="step-form" onSubmit={submit}>
      <label>
        {t('cases.form.on')} <input type="date" class="field" value={on} max={today} onInput={(event) => setOn(event.currentTarget.value)} />
      </label>
      <label class="step-note">
        {t('cases.form.note')}
        <textarea class="field" rows={2} maxLength={2_000} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      {wrong ? <p class="draft-stale" role="alert">{t(`cases.${wrong}`)}</p> : null}
      <p class="actions">
        <button type="submit" class="button button-main">
          {t('cases.form.save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cases.form.cancel')}
        </button>
      </p>
    </form>
  );
}

/** Opens the site again, then compares what was found. */
function Retest({ one, now, latest, onOpenSite, onKeep }: { one: Case; now: number; latest?: SiteReport; onOpenSite: () => void; onKeep: (step: CaseStep) => Promise<void> }) {
  const { t } = useSpeech();
  const comparison = latest && compareReports(one.report, latest);
  const rules = (findings: { rule: string }[]): string[] => findings.map(({ rule }) => rule);
  return (
    <div class="step-form">
      <p class="actions">
        <button type="button" class="button" onClick={onOpenSite}>
          {t('cases.retest.open', { site: one.site })}
        </button>
        {comparison ? (
          <button
            type="button"
            class="button button-main"
            onClick={() =>
              void onKeep({
                kind: 'retested', on: dayInBeijing(now), at: now,
                // What could not be seen again is not known to be fixed.
                outcome: { fixed: rules(comparison.fixed), still: rules([...comparison.still, ...comparison.unclear]), fresh: rules(comparison.fresh) },
              })
            }
          >
            {t('cases.retest.compare')}
          </button>
        ) : null}
      </p>
      {comparison && latest ? <ComparisonView before={one.report} after={latest} /> : <p class="part-note">{t('cases.retest.none')}</p>}
    </div>
  );
}
