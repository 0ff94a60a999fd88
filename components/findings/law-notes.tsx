import { articleOf, citation, inCitationOrder } from '../../analyzers/data/statutes';
import type { Basis } from '../../analyzers/report';
import { useSpeech } from '../language';

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
