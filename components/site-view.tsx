import { useEffect, useRef, useState } from 'preact/hooks';
import type { SiteReport } from '../analyzers/report';
import { ComplaintEditor } from './complaint-editor';
import type { ComplaintEditorProps } from './complaint-editor';
import { AllFindings } from './finding-groups';
import { useSpeech } from './language';
import { PolicySummary } from './policy-summary';
import { Recipients } from './recipients';
import { Tabs } from './tabs';
import { tally } from './tally';
import { Operator, Verdict } from './verdict';

export interface SiteViewProps extends Pick<ComplaintEditorProps, 'now' | 'onCopy' | 'onSavePack'> {
  report: SiteReport;
  /** What kept us from seeing everything, as kinds of `Problem`. */
  problems: readonly string[];
  onRetry?: () => void;
}

/** A judged site: verdict, then findings, recipients and policy as tabs; the complaint takes the whole view. */
export function SiteView({ report, problems, onRetry, ...complaint }: SiteViewProps) {
  const { t } = useSpeech();
  const [tab, setTab] = useState('findings');
  const [complaining, setComplaining] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const returned = useRef(false);
  useEffect(() => {
    if (!complaining && returned.current) opener.current?.focus();
    returned.current = complaining;
  }, [complaining]);
  if (complaining) return <ComplaintEditor report={report} {...complaint} onBack={() => setComplaining(false)} />;

  const { counts, mood } = tally(report);
  const others = new Set(report.flows.filter(({ recipient }) => recipient.party !== 'first').map(({ recipient }) => recipient.domain)).size;
  return (
    <div class="site">
      <Operator operator={report.operator} />
      <Verdict report={report} />
      {'error' in report.policy && tab !== 'policy' ? (
        <p class="notice">
          {t(report.policy.reason === 'no-link' ? 'report.policy.missing' : 'report.policy.unread')}{' '}
          <button type="button" class="button button-quiet" onClick={() => setTab('policy')}>
            {t('popup.why')}
          </button>
        </p>
      ) : null}
      {mood === 'bad' ? (
        <p class="actions">
          <button type="button" class="button button-main" ref={opener} onClick={() => setComplaining(true)}>
            {t('popup.complain')}
          </button>
        </p>
      ) : null}
      <Tabs
        label={t('popup.tabs.label')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'findings', label: t('popup.tabs.findings'), count: counts.violation + counts.review, body: <AllFindings report={report} /> },
          { id: 'recipients', label: t('popup.tabs.recipients'), count: others, body: <Recipients report={report} /> },
          { id: 'policy', label: t('popup.tabs.policy'), body: <PolicySummary policy={report.policy} onRetry={onRetry} /> },
        ]}
      />
      {problems.length > 0 ? <p class="part-note">{t('popup.incomplete')}</p> : null}
      <p class="footnote">{t('report.footnote')}</p>
    </div>
  );
}
