/** The days the policy names as its own: of update, of effect, of publication. */
import type { DateFact } from '../../report';
import type { Reading } from '../reading';
import { wordingOf } from './statement';

const CHINESE = /(20\d{2}|19\d{2})\s?】?\s?(?:年|[-/.．])\s?【?\s?(\d{1,2})\s?】?\s?(?:月|[-/.．])\s?(?:【?\s?(\d{1,2})\s?】?\s?日?)?/g;
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const MONTH_FIRST = new RegExp(`\\b(${MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(20\\d{2})`, 'gi');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(${MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?,?\\s(20\\d{2})`, 'gi');
const DAY_LAST = /\b(\d{1,2})[/.](\d{1,2})[/.](20\d{2})\b/g;

/** Words around a date, with how well they fit as the day of this text: the update says when it was written, the effect when it holds. */
const WORDS: [RegExp, DateFact['kind'], number][] = [
  [/更新|修订|修改|变更|last (?:updated?|modified|revised)|updated|revised/i, 'updated', 30],
  [/生效|施行|实施|启用|effective/i, 'effective', 25],
  [/发布|公布|版本|制定|published|version|posted/i, 'published', 20],
];
/** Dates of laws and standards are no dates of the policy. */
const OF_LAWS = /《[^》]{2,40}(?:法|条例|规定|规范|办法)》|GB\/?T|通过|颁布/;
/** Earlier versions that the policy links to. */
const OF_EARLIER = /(?:历史|过往|旧|上一|以前|此前)[^，。；]{0,6}版|previous version/i;

const MOST = 6;

/**
 * Days of the policy itself, best first: the first is the one that tells how old the text is.
 * @returns `date` is `YYYY-MM-DD` or `YYYY-MM`.
 */
export function readDates(reading: Reading): DateFact[] {
  const { blocks } = reading.document;
  const found: (DateFact & { score: number })[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.text.length > 160 || !/\d{4}/.test(sentence.text)) continue;
    const text = sentence.language.id === 'zh' ? sentence.text : wordingOf(reading, sentence);
    const isEdge = sentence.block < 10 || sentence.block >= blocks.length - 8;
    for (const { date, at, length } of datesIn(text)) {
      const before = text.slice(Math.max(0, at - 16), at);
      const after = text.slice(at + length, at + length + 8);
      const around = before + text.slice(at, at + length) + after;
      const [, kind = 'other', word = 0] = nearestWord(before, after) ?? [];
      // Without a word, only a date alone on a line at the top or the end.
      if (word === 0 && (!isEdge || text.length > length + 6)) continue;
      if (OF_LAWS.test(around) || OF_EARLIER.test(around)) continue;
      const score = word + (isEdge ? 12 : 0) + (date.length > 7 ? 2 : 0) + (text.length < length + 20 ? 3 : 0);
      const same = found.find((other) => other.date === date && (other.kind === kind || kind === 'other'));
      if (same) same.score = Math.max(same.score, score);
      else found.push({ kind, date, score });
    }
  }
  found.sort((a, b) => b.score - a.score || (b.date > a.date ? 1 : -1));
  // A date in the middle of the text is only taken where none stands at the top or the end.
  const least = (found[0]?.score ?? 0) >= 30 ? 30 : 0;
  return found.filter(({ score }) => score >= least).slice(0, MOST).map(({ kind, date }) => ({ kind, date }));
}

/** What the date is of: the word closest before it, else right after it ("2024年3月5日起生效"). */
function nearestWord(before: string, after: string): (typeof WORDS)[number] | undefined {
  let best: { entry: (typeof WORDS)[number]; at: number } | undefined;
  for (const entry of WORDS) {
    const at = lastMatch(before, entry[0]);
    if (at >= 0 && (!best || at > best.at)) best = { entry, at };
  }
  const following = WORDS.find(([pattern]) => pattern.test(after));
  // "发布之日2024年3月5日生效": what follows at once says it better than what stood before.
  return following && (!best || /^\s?日?\s?(?:起|开始|之日起)?\s?(?:正式)?(?:生效|施行|实施|启用|更新|修订|发布)(?!日期|时间|于)/.test(after)) ? following : (best?.entry ?? following);
}

function lastMatch(text: string, pattern: RegExp): number {
  for (let from = text.length; from >= 0; from--) if (text.slice(from).search(pattern) === 0) return from;
  return -1;
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
