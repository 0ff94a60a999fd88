/**
 * Every sentence a person sees, in both product languages. Chinese is written first. One file an area; a key is
 * `<area>.<path>`, for instance `report.verdict.clean`; `{word}` is a placeholder, `{word:site|sites}` one of two words by its
 * number. Here are the areas of views and letters:
 * a view opens faster without the sentences of rules and duties, which stand in the report already.
 */
import type { Lang, Text } from '../analyzers/artifacts';
import enComplaint from './en/complaint.json';
import enPopup from './en/popup.json';
import enReport from './en/report.json';
import enSummary from './en/summary.json';
import zhComplaint from './zh_CN/complaint.json';
import zhPopup from './zh_CN/popup.json';
import zhReport from './zh_CN/report.json';
import zhSummary from './zh_CN/summary.json';

type Tree = { [key: string]: string | Tree };

const CATALOGUES: Record<Lang, Tree> = {
  'zh-CN': { complaint: zhComplaint, popup: zhPopup, report: zhReport, summary: zhSummary },
  en: { complaint: enComplaint, popup: enPopup, report: enReport, summary: enSummary },
};

/** Adds the sentences of an area that not every part of the product needs. */
export function addArea(area: string, sentences: Record<Lang, Tree>): void {
  for (const lang of Object.keys(CATALOGUES) as Lang[]) CATALOGUES[lang][area] = sentences[lang];
}

/** Values for the placeholders of a sentence; a `Text` where they differ by language. */
export type Params = Record<string, string | number | Text>;

/** The sentence for `key` in one language, placeholders filled. A missing key throws: a test proves that none is missing. */
export function translate(lang: Lang, key: string, params: Params = {}): string {
  const sentence = lookUp(CATALOGUES[lang], key);
  if (sentence === undefined) throw new Error(`no ${lang} text for ${key}`);
  return sentence.replace(/\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return typeof value === 'object' ? value[lang] : String(value);
  });
}

/** The sentence for `key` in every language. */
export function say(key: string, params: Params = {}): Text {
  return { 'zh-CN': translate('zh-CN', key, params), en: translate('en', key, params) };
}

/** Whether both languages have `key`. */
export function hasText(key: string): boolean {
  return lookUp(CATALOGUES['zh-CN'], key) !== undefined && lookUp(CATALOGUES.en, key) !== undefined;
}

/** All keys of one language, sorted: for the test that compares them. */
export function keysOf(lang: Lang): string[] {
  const walk = (tree: Tree, path: string): string[] =>
    Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : walk(value, `${path}${key}.`)));
  return walk(CATALOGUES[lang], '').sort();
}

function lookUp(tree: Tree, key: string): string | undefined {
  let node: string | Tree | undefined = tree;
  for (const part of key.split('.')) {
    if (typeof node !== 'object') return undefined;
    node = node[part];
  }
  return typeof node === 'string' ? node : undefined;
}
