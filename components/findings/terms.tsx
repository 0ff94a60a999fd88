import type { Lang } from '../../analyzers/artifacts';
import { translate } from '../../locales/views';
import { useSpeech } from '../language';

/** Words of the law and of the craft that findings use: each is explained where it occurs. */
const TERMS = ['separate-consent', 'bundled', 'sensitive', 'third-party', 'identifier', 'cookie', 'fingerprint', 'hashed', 'unencrypted', 'abroad', 'profiling', 'guardian', 'handler', 'anonymised', 'request', 'domain', 'script', 'contrast', 'referer'] as const;
export type Term = (typeof TERMS)[number];

/** How the terms are written, as the locales have it; made once, for it is asked of every finding. */
const written: Partial<Record<Lang, readonly { term: Term; ways: string[] }[]>> = {};

/** Terms of a sentence, each once. */
export function termsIn(sentence: string, lang: Lang): readonly Term[] {
  const known = (written[lang] ??= TERMS.map((term) => ({ term, ways: translate(lang, `report.term.${term}.written`).split('|') })));
  const plain = sentence.toLowerCase();
  return known.filter(({ ways }) => ways.some((way) => plain.includes(way))).map(({ term }) => term);
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
