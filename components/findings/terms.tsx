import type { Lang } from '../../analyzers/artifacts';
import { translate } from '../../locales/views';
import { useSpeech } from '../language';

/** Words of the law and of the craft that findings use: each is explained where it occurs. */
const TERMS = ['separate-consent', 'bundled', 'sensitive', 'third-party', 'identifier', 'cookie', 'fingerprint', 'hashed', 'unencrypted', 'abroad', 'profiling', 'guardian', 'handler', 'anonymised'] as const;
export type Term = (typeof TERMS)[number];

/** Terms of a sentence, each once. How a term is written stands in the locales, one way beside the other. */
export function termsIn(sentence: string, lang: Lang): readonly Term[] {
  const plain = sentence.toLowerCase();
  return TERMS.filter((term) => translate(lang, `report.term.${term}.written`).split('|').some((way) => plain.includes(way)));
}

/** "What does that mean?", in everyday words. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  const { t } = useSpeech();
  return (
    <dl class="terms">
      {terms.map((term) => (
        <div key={term}>
          <dt>{t(`report.term.${term}.name`)}</dt>
          <dd>{t(`report.term.${term}.meaning`)}</dd>
        </div>
      ))}
    </dl>
  );
}
