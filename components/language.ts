/** The language of a view: given once at its root, read by every part. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang, Text } from '../analyzers/artifacts';
import { translate } from '../locales/views';
import type { Params } from '../locales/views';

export const Language = createContext<Lang>('zh-CN');

export interface Speech {
  lang: Lang;
  /** The sentence of a locale key, `report.verdict.clean`. */
  t(key: string, params?: Params): string;
  /** The sentence of a bilingual text. */
  of(text: Text): string;
}

/** How a part speaks. */
export function useSpeech(): Speech {
  const lang = useContext(Language);
  return { lang, t: (key, params) => translate(lang, key, params), of: (text) => text[lang] };
}
