import type { Finding, SiteReport } from '../../analyzers/report';
import { Dismiss } from './dismissal';
import { Fold } from '../fold';
import { FunctionQuestion } from './function-question';
import { useSpeech } from '../language';
import { Law } from './law';
import { ProofList } from './proof';
import { Terms, termsIn } from './terms';

export interface FindingCardProps {
  finding: Finding;
  report: SiteReport;
  /** Proof unfolded, for print. */
  unfolded?: boolean;
  /** The person wants it shown, but not counted. */
  isUncounted?: boolean;
}

/** One finding: the sentence, its proof, the article on demand, what one can do, and what the person thinks of it. */
export function FindingCard({ finding, report, unfolded = false, isUncounted = false }: FindingCardProps) {
  const { t, of, lang } = useSpeech();
  const sentence = of(finding.summary);
  const sent = finding.evidence.flatMap((item) => (item.kind === 'request' ? item.items : []));
  const terms = termsIn([sentence, ...sent.flatMap(({ kind, form }) => [t(`report.kind.${kind}`), form === 'hashed' ? t('report.form.hashed') : ''])].join(' '), lang);
  const actionable = finding.outcome === 'violation' || finding.outcome === 'review';
  return (
    <article class={`finding finding-${finding.outcome}`} data-rule={finding.rule}>
      <p class="finding-sentence">
        {sentence} {isUncounted ? <span class="tag">{t('report.finding.report-only')}</span> : null}
      </p>
      {actionable ? <FunctionQuestion finding={finding} /> : null}
      <div class="folds">
        {finding.evidence.length > 0 ? (
          <Fold label={t('report.finding.proof', { count: finding.evidence.length })} open={unfolded}>
            {() => <ProofList evidence={finding.evidence} report={report} />}
          </Fold>
        ) : null}
        {actionable && finding.basis.length > 0 ? (
          <Fold label={t('report.finding.law')}>{() => <Law basis={finding.basis} />}</Fold>
        ) : null}
        {actionable ? <Fold label={t('report.finding.advice')}>{() => <p class="advice">{t(`report.category.${finding.category}.advice`)}</p>}</Fold> : null}
        {actionable && terms.length > 0 ? <Fold label={t('report.finding.terms')}>{() => <Terms terms={terms} />}</Fold> : null}
        {actionable ? <Dismiss finding={finding} /> : null}
      </div>
    </article>
  );
}
