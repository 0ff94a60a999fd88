/** The language of a view: given once at its root, read by every part. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang, Text } from '../analyzers/artifacts';
import type { SiteReport } from '../analyzers/report';
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
  return { lang, t: (key, params) => tame(translate(lang, key, params)), of: (text) => tame(text[lang]) };
}

/** A sentence without characters that change the direction of what follows: a name on a page may hold them to turn our words around. */
export function tame(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** A name from a page or the network, fit for one line among our own words. */
export function shortName(name: string, most = 48): string {
  const plain = tame(name).replace(/\s+/g, ' ').trim();
  // By whole characters: half of an emoji is none.
  const characters = [...plain];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : plain;
}

/** Language of what is quoted from a site's policy, as a `lang` attribute: screen readers and fonts go by it. */
export function quoteLang({ policy }: Pick<SiteReport, 'policy'>): string | undefined {
  const language = 'duties' in policy ? policy.language : '';
  return { zh: 'zh-CN', 'zh-Hant': 'zh-Hant', en: 'en' }[language];
}
