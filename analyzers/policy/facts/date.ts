/** The day the policy was last updated or took effect, as an ISO date. */
import type { Reading } from '../reading';
import { wordingOf } from './statement';

const CHINESE = /(20\d{2}|19\d{2})\s?】?\s?(?:年|[-/.．])\s?【?\s?(\d{1,2})\s?】?\s?(?:月|[-/.．])\s?(?:【?\s?(\d{1,2})\s?】?\s?日?)?/g;
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const MONTH_FIRST = new RegExp(`\\b(${MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(20\\d{2})`, 'gi');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(${MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?,?\\s(20\\d{2})`, 'gi');
const DAY_LAST = /\b(\d{1,2})[/.](\d{1,2})[/.](20\d{2})\b/g;

/** Words around a date, with how well they fit: the update says when this text was written, the effect when it holds. */
const WORDS: [RegExp, number][] = [
  [/更新|修订|修改|变更|last (?:updated?|modified|revised)|updated|revised/i, 30],
  [/生效|施行|实施|启用|effective/i, 25],
  [/发布|公布|版本|制定|published|version|posted/i, 20],
];
/** Dates of laws and standards are no dates of the policy. */
const OF_LAWS = /《[^》]{2,40}(?:法|条例|规定|规范|办法)》|GB\/?T|通过|颁布/;

/** `YYYY-MM-DD` or `YYYY-MM`; '' when no date is stated. */
export function readDate(reading: Reading): string {
  const { blocks } = reading.document;
  let best = { score: 0, date: '' };
  for (const sentence of reading.sentences) {
    if (sentence.text.length > 160 || !/\d{4}/.test(sentence.text)) continue;
    const text = wordingOf(reading, sentence);
    const isEdge = sentence.block < 10 || sentence.block >= blocks.length - 8;
    for (const { date, at, length } of datesIn(text)) {
      const around = text.slice(Math.max(0, at - 16), at + length + 8);
      const word = WORDS.find(([pattern]) => pattern.test(around))?.[1] ?? 0;
      // Without a word, only a date alone on a line at the top or the end.
      if (word === 0 && (!isEdge || text.length > length + 6)) continue;
      if (OF_LAWS.test(around)) continue;
      const score = word + (isEdge ? 12 : 0) + (date.length > 7 ? 2 : 0) + (text.length < length + 20 ? 5 : 0);
      if (score > best.score || (score === best.score && date > best.date)) best = { score, date };
    }
  }
  return best.date;
}

function datesIn(text: string): { date: string; at: number; length: number }[] {
  const found: { date: string; at: number; length: number }[] = [];
  const add = (match: RegExpMatchArray, year: string | undefined, month: number, day: number | undefined) => {
    if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return;
    const two = (value: number) => String(value).padStart(2, '0');
    found.push({ date: `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`, at: match.index ?? 0, length: match[0].length });
  };
  for (const match of text.matchAll(CHINESE)) add(match, match[1], Number(match[2]), match[3] ? Number(match[3]) : undefined);
  for (const match of text.matchAll(MONTH_FIRST)) add(match, match[3], monthOf(match[1]), Number(match[2]));
  for (const match of text.matchAll(DAY_FIRST)) add(match, match[3], monthOf(match[2]), Number(match[1]));
  for (const match of text.matchAll(DAY_LAST)) {
    // 31/12 can only be day first; 12/31 only month first; where both fit, nobody knows: month alone would be a guess too, so the American order is taken.
    const [a, b] = [Number(match[1]), Number(match[2])];
    add(match, match[3], a > 12 ? b : a, a > 12 ? a : b);
  }
  return found;
}

function monthOf(word: string | undefined): number {
  return MONTHS.split('|').findIndex((month) => month.startsWith((word ?? '').slice(0, 3).toLowerCase())) + 1;
}
