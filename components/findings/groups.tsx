import { byCategory, categoryName, categoryPlain } from '../../analyzers/data/categories';
import type { Outcome, SiteReport } from '../../analyzers/report';
import { Fold } from '../fold';
import { FindingCard } from './card';
import { useSpeech } from '../language';
import { findingsOf } from '../site/tally';

/** Findings of one outcome by complaint category, sharing first, each under its plain name with the official phrase below. */
export function FindingGroups({ report, outcome, unfolded, reportOnly }: { report: SiteReport; outcome: Outcome; unfolded?: boolean; reportOnly?: readonly string[] }) {
  const { of } = useSpeech();
  return (
    <>
      {byCategory(findingsOf(report, outcome)).map(({ category, findings }) => (
        <section key={category} class="group">
          <h3 class="group-title">
            {of(categoryPlain(category))} <span class="group-count">{findings.length}</span>
          </h3>
          <p class="group-official">{of(categoryName(category))}</p>
          {findings.map((finding) => (
            <FindingCard key={finding.rule} finding={finding} report={report} unfolded={unfolded} isUncounted={reportOnly?.includes(finding.rule)} />
          ))}
        </section>
      ))}
    </>
  );
}

/** Everything looked at: suspected first; doubts, folded while there is something worse; then what could not be looked at, unfolded where there is nothing else, is fine or does not apply. */
export function AllFindings({ report, unfolded = false, doubtsOpen = false, reportOnly = [] }: { report: SiteReport; unfolded?: boolean; doubtsOpen?: boolean; reportOnly?: readonly string[] }) {
  const { t, of } = useSpeech();
  const has = (outcome: Outcome): boolean => report.findings.some((finding) => finding.outcome === outcome);
  return (
    <div class="findings">
      {has('violation') ? <FindingGroups report={report} outcome="violation" unfolded={unfolded} reportOnly={reportOnly} /> : null}
      {has('review') ? (
        <Fold class="doubts" open={unfolded || doubtsOpen || !has('violation')} label={<h2 class="part-title">{t('report.part.review', { count: findingsOf(report, 'review').length })}</h2>}>
          {() => (
            <>
              <p class="part-note">{t('report.part.review-note')}</p>
              <FindingGroups report={report} outcome="review" unfolded={unfolded} reportOnly={reportOnly} />
            </>
          )}
        </Fold>
      ) : null}
      {(['error', 'pass', 'not-applicable'] as const).filter(has).map((outcome) => (
        <details key={outcome} class="rest" open={outcome === 'error' && !has('violation') && !has('review')}>
          <summary>{t(`report.part.${outcome}`, { count: findingsOf(report, outcome).length })}</summary>
          <ul class="rest-list">
            {findingsOf(report, outcome).map((finding) => (
              <li key={finding.rule}>{of(finding.summary)}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
