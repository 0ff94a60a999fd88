/** Small conversions for texts that people send: one line, no control characters, no personal values. */
import type { Lang } from '../artifacts';
import { Redactor, maskPersonal } from './personal';

export { maskPersonal };

/**
 * Text from a page as part of one line: white space folded, control, zero-width and direction-changing characters
 * dropped (they could reorder or hide words), personal values masked, cut to `max` UTF-16 units with an ellipsis.
 */
export function oneLine(text: string, max = 120, redactor = new Redactor()): string {
  return cut(redactor.mask(tidy(text)), max);
}

/** The same without masks, for what is no free text: selectors, ids, file names, names of companies. */
export function plainLine(text: string, max = 120): string {
  return cut(tidy(text), max);
}

function tidy(text: string): string {
  return text
    .slice(0, 4_000)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}

/** An address without its query and fragment, where identifiers and what people typed live. Empty for anything but http(s). */
export function plainAddress(address: string, max = 160): string {
  const match = /^(https?:\/\/)(?:[^/?#@]*@)?([^/?#]+)([^?#]*)/i.exec(address);
  if (!match) return '';
  return oneLine(`${match[1]}${match[2]}${match[3]}`, max);
}

/**
 * The address of a published document: it must lead there again, so its query stays unless something in it looks personal.
 * Empty for anything but http(s).
 */
export function documentAddress(address: string, max = 300): string {
  const whole = /^https?:\/\/[^/?#@\s]+(?:[/?][^#\s]*)?/i.exec(address)?.[0] ?? '';
  return whole !== '' && whole.length <= max && maskPersonal(whole) === whole ? plainLine(whole, max) : plainAddress(address, max);
}

/** A moment in Beijing time, `2026-11-21 08:05:09`: where the complaint is read, whatever the machine's own zone. */
export function beijingTime(at: number): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15 - 8 * 3_600_000) return '';
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * A sentence that speaks to the reader (你) as the complainant's own (本人). Words of a page, between “ and ” or （ and ）,
 * stay as they are but for the mark they were cut off at.
 */
export function firstPerson(sentence: string, lang: Lang = 'zh-CN'): string {
  return sentence
    .split(/(“[^“”]*”|（[^（）]*）)/)
    .map((part) => {
      if (/^“/.test(part)) return quoteEnd(part.slice(0, -1)) + '”';
      if (/^（/.test(part)) return part;
      return lang === 'zh-CN' ? part.replace(/[你您]自己|[你您]/g, '本人').replace(/; /g, '；') : inEnglish(part);
    })
    .join('');
}

/** Words quoted from a page or policy without the mark at their end: the sentence around has its own. */
export function quoteEnd(text: string): string {
  return text.replace(/[\s，,、；;。：:]{1,8}$/, '');
}

/** What an English sentence says of “you”, said of oneself. */
const PERSONS: readonly [RegExp, string][] = [
  [/\b(who )you are\b/g, '$1I am'],
  [/\b(for|to|of|about|with|from|making|makes|make|ask|asks|asking|asked|tell|tells|told|lets?|letting|recognises?|serves?|affects?) you\b(?! (?:have|had|did|do|were|are|pressed|typed|agreed|chose)\b)/g, '$1 me'],
  [/\byou were\b/gi, 'I was'],
  [/\byou are\b/gi, 'I am'],
  [/\byou\b/gi, 'I'],
  [/\bYour\b/g, 'My'],
  [/\byours\b/g, 'mine'],
  [/\byourself\b/g, 'myself'],
  [/\byour\b/g, 'my'],
];

function inEnglish(part: string): string {
  return PERSONS.reduce((text, [pattern, own]) => text.replace(pattern, own), part);
}
