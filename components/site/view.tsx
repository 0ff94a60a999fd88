import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dismissalOf } from '../../analyzers/decision';
import type { SiteReport } from '../../analyzers/report';
import { hasText } from '../../locales/views';
import { useActions } from '../actions';
import { LazyComplaint } from '../complaint/lazy';
import type { LazyComplaintProps } from '../complaint/lazy';
import { Dismissed } from '../findings/dismissal';
import { AllFindings } from '../findings/groups';
import { useSpeech } from '../language';
import { Overview } from './overview';
import type { Part } from './overview';
import { PolicyHistory } from '../policy/history';
import type { PolicyHistoryProps } from '../policy/history';
import { PolicySummary } from '../policy/summary';
import { Recipients } from './recipients';
import { Tabs } from '../tabs';
import { findingsOf, tally } from './tally';
import { Timeline } from './timeline';
import type { Shown } from './timeline-events';
import { Operator, Verdict } from './verdict';

export interface SiteViewProps extends Pick<LazyComplaintProps, 'now' | 'actions'> {
  report: SiteReport;
  /** What kept us from seeing everything, as kinds of `Problem`. */
  problems: readonly string[];
  /** Consent questions that came into view. */
  shown?: readonly Shown[];
  /** Nothing of this visit is written to disk. */
  isPrivate?: boolean;
  /** Rules whose findings are shown but counted in no verdict. */
  reportOnly?: readonly string[];
  onRetry?: () => void;
  /** Whether the site's policy changed, and the way to its kept versions. */
  history?: PolicyHistoryProps;
}

/** What there is to say of what kept us from seeing everything, each sentence once. */
function problemWords(kinds: readonly string[]): string[] {
  return [...new Set(kinds.map((kind) => (hasText(`popup.problem.${kind}`) ? `popup.problem.${kind}` : 'popup.incomplete')))];
}

/** A judged site: the verdict and the first answers, one button for the next step, then all of it in four tabs. The complaint takes the whole view. */
export function SiteView({ report: whole, problems, shown, isPrivate = false, reportOnly = [], onRetry, history, ...complaint }: SiteViewProps) {
  const { t } = useSpeech();
  const { decisions } = useActions();
  const [tab, setTab] = useState<string>('findings');
  const [doubtsWanted, setDoubtsWanted] = useState(false);
  const [complaining, setComplaining] = useState<'complain' | 'write'>();
  const opener = useRef<HTMLButtonElement>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const returned = useRef(false);
  useEffect(() => {
    if (!complaining && returned.current) opener.current?.focus();
    returned.current = complaining !== undefined;
  }, [complaining]);

  const dismissed = whole.findings.filter((finding) => dismissalOf(finding, decisions, whole.tool.rulesVersion));
  // The card that was set aside takes the focus with it: the keyboard goes on from the list it went to, or from the tab.
  const wasDismissed = useRef(dismissed.length);
  useEffect(() => {
    if (dismissed.length !== wasDismissed.current) (tabs.current?.querySelector<HTMLElement>('.dismissed > summary') ?? tabs.current?.querySelector<HTMLElement>('[aria-selected=true]'))?.focus();
    wasDismissed.current = dismissed.length;
  }, [dismissed.length]);
  const report = useMemo(() => ({ ...whole, findings: whole.findings.filter((finding) => !dismissed.includes(finding)) }), [whole, decisions]);
  const counted = useMemo(() => ({ ...report, findings: report.findings.filter(({ rule }) => !reportOnly.includes(rule)) }), [report, reportOnly]);
  if (complaining) return <LazyComplaint report={report} {...complaint} way={complaining} onBack={() => setComplaining(undefined)} />;

  const { counts, mood } = tally(counted);
  const others = new Set(report.flows.filter(({ recipient }) => recipient.party !== 'first').map(({ recipient }) => recipient.domain)).size;
  const open = (part: Part): void => {
    const name = part === 'doubts' ? 'findings' : part;
    if (part === 'doubts') setDoubtsWanted(true);
    setTab(name);
    tabs.current?.querySelector<HTMLElement>(`[data-tab="${name}"]`)?.focus();
    tabs.current?.scrollIntoView({ block: 'start' });
  };
  const unread = 'error' in report.policy;
  const next = {
    bad: { label: t('popup.next.bad'), act: () => setComplaining('complain') },
    doubt: { label: t(counts.review === 1 ? 'popup.next.doubt-one' : 'popup.next.doubt', { count: counts.review }), act: () => open('findings') },
    unseen: 'error' in report.policy && report.policy.reason !== 'no-link' && onRetry ? { label: t('report.policy.retry'), act: onRetry } : { label: t('popup.next.unseen'), act: () => open('findings') },
    clean: { label: t('popup.next.clean'), act: () => open('policy') },
  }[mood];
  return (
    <div class="site">
      {isPrivate ? <p class="notice notice-private">{t('popup.private')}</p> : null}
      <Operator operator={report.operator} />
      <Verdict report={counted} incomplete={problems.some((kind) => kind !== 'storage-full')} />
      {problemWords(problems).map((key) => (
        <p key={key} class="notice">
          {t(key)}
        </p>
      ))}
      {unread && 'error' in report.policy ? (
        <p class="notice">
          {t(report.policy.reason === 'no-link' ? 'report.policy.missing' : 'report.policy.unread')}{' '}
          <button type="button" class="button button-quiet button-small" onClick={() => open('policy')}>
            {t('popup.why')}
          </button>
        </p>
      ) : null}
      <Overview report={counted} onOpen={open} />
      <div class="next">
        <button type="button" class="button button-main" ref={opener} onClick={next.act}>
          {next.label}
        </button>
        {mood === 'bad' ? null : (
          <button type="button" class="button" onClick={() => setComplaining('write')}>
            {t('popup.write')}
          </button>
        )}
      </div>
      <div class="parts" ref={tabs}>
        <Tabs
          label={t('popup.tabs.label')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'findings', label: t('popup.tabs.findings'), count: findingsOf(report, 'violation').length + findingsOf(report, 'review').length,
              body: () => (
                <>
                  <AllFindings report={report} reportOnly={reportOnly} doubtsOpen={doubtsWanted} />
                  <Dismissed findings={dismissed} />
                </>
              ),
            },
            { id: 'recipients', label: t('popup.tabs.recipients'), count: others, body: () => <Recipients report={report} /> },
            {
              id: 'policy', label: t('popup.tabs.policy'),
              body: () => (
                <>
                  {history && !unread ? <PolicyHistory {...history} /> : null}
                  <PolicySummary policy={report.policy} onRetry={onRetry} />
                </>
              ),
            },
            { id: 'timeline', label: t('popup.tabs.timeline'), body: () => <Timeline report={report} shown={shown} /> },
          ]}
        />
      </div>
      <p class="footnote">{t('report.footnote')}</p>
    </div>
  );
}
