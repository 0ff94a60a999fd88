import { articleOf, citation, inCitationOrder } from '../analyzers/data/statutes';
import type { Basis, Finding, SiteReport } from '../analyzers/report';
import { useSpeech } from './language';
import { ProofList } from './proof';

export interface FindingCardProps {
  finding: Finding;
  report: SiteReport;
  /** Proof and law unfolded, for print. */
  unfolded?: boolean;
}

/** One finding: the sentence, its proof, the article on demand, what one can do. */
export function FindingCard({ finding, report, unfolded = false }: FindingCardProps) {
  const { t, of } = useSpeech();
  const actionable = finding.outcome === 'violation' || finding.outcome === 'review';
  return (
    <article class={`finding finding-${finding.outcome}`} data-rule={finding.rule}>
      <p class="finding-sentence">{of(finding.summary)}</p>
      <div class="folds">
        {finding.evidence.length > 0 ? (
          <details class="fold" open={unfolded}>
            <summary>{t('report.finding.proof', { count: finding.evidence.length })}</summary>
            <ProofList evidence={finding.evidence} report={report} />
          </details>
        ) : null}
        {actionable && finding.basis.length > 0 ? (
          <details class="fold">
            <summary>{t('report.finding.law')}</summary>
            <LawNotes basis={finding.basis} />
          </details>
        ) : null}
        {actionable ? (
          <details class="fold">
            <summary>{t('report.finding.advice')}</summary>
            <p class="advice">{t(`report.category.${finding.category}.advice`)}</p>
          </details>
        ) : null}
      </div>
    </article>
  );
}

/** The provisions of a finding, with their text where the wording is verified. */
export function LawNotes({ basis }: { basis: Basis[] }) {
  const { t, lang } = useSpeech();
  return (
    <ul class="laws">
      {inCitationOrder(basis).map((one) => {
        const text = articleOf(one)?.text;
        return (
          <li key={`${one.instrument} ${one.article}`}>
            <cite>{citation(one, lang)}</cite>
            {text ? <p class="law-text" lang="zh-CN">{text}</p> : <p class="law-none">{t('report.finding.no-text')}</p>}
          </li>
        );
      })}
    </ul>
  );
}
