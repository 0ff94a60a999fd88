import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Decision, DismissReason } from '@/analyzers/decision';
import type { Finding, SiteReport } from '@/analyzers/report';
import type { Actions } from '@/components/actions';
import { ask } from './ask';

/** The person's decisions on a site's findings, and the two actions that change them. */
export function useDecisions(report: SiteReport | undefined): Pick<Actions, 'decisions' | 'dismiss' | 'restore'> {
  const site = report?.site;
  const rulesVersion = report?.tool.rulesVersion ?? '';
  const [list, setList] = useState<readonly Decision[]>([]);
  const read = useCallback(() => {
    if (site === undefined) setList([]);
    else void ask({ type: 'decisions', site }).then(setList, () => undefined);
  }, [site]);
  useEffect(read, [read]);

  const decide = useCallback(
    (finding: Finding, choice: Decision['choice'], reason?: DismissReason): void => {
      if (site === undefined) return;
      const note = list.find(({ rule }) => rule === finding.rule)?.note ?? '';
      const decision = { site, rule: finding.rule, choice, ...(reason ? { reason } : {}), note, outcome: finding.outcome, rulesVersion };
      // Seen at once; what the disk really took is read after it.
      setList((before) => [...before.filter(({ rule }) => rule !== finding.rule), { ...decision, at: Date.now() }]);
      void ask({ type: 'decide', decision }).then(read, read);
    },
    [site, rulesVersion, list, read],
  );
  return {
    decisions: useMemo(() => new Map(list.map((decision) => [decision.rule, decision])), [list]),
    dismiss: (finding, reason) => decide(finding, 'dismissed', reason),
    restore: (finding) => decide(finding, 'open'),
  };
}
