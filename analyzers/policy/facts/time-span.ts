/** Lengths of time as policies write them: digits, Chinese numerals, English number words. */
import type { TimeSpan, TimeUnit } from '../../report';

const DIGITS: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 半: 0.5 };
const ENGLISH: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, eighteen: 18, twenty: 20,
  'twenty-four': 24, thirty: 30, 'forty-five': 45, sixty: 60, ninety: 90,
};

/** The first unit whose word fits counts; 工作日 before 日. */
const UNITS: [RegExp, TimeUnit][] = [
  [/工作|business|working/i, 'workday'], [/小时|hour/i, 'hour'], [/年|year/i, 'year'], [/月|month/i, 'month'], [/周|星期|week/i, 'week'], [/日|天|day/i, 'day'],
];

/** "(?:30|三十)(?:（30）)?个工作日": a number and a unit. Group 1 is the number, group 2 the unit. */
const CHINESE_SPAN = '([\\d１-９０]{1,4}|[零〇一二三四五六七八九十两半百]{1,5})\\s?(?:[（(][^（()）]{1,6}[)）])?\\s?(个?\\s?(?:工作日|工作天|自然日|日历日|小时|星期|年|月|日|天|周))(?!岁|年度)';
const ENGLISH_SPAN = `\\b(\\d{1,4}|${Object.keys(ENGLISH).join('|')})\\s(?:\\(\\d{1,3}\\)\\s)?((?:calendar |business |working )?(?:hours?|days?|weeks?|months?|years?))\\b`;
const SPAN = new RegExp(`(?<![\\d.年月第])${CHINESE_SPAN}|${ENGLISH_SPAN}`, 'gi');

/** Asked first: most clauses hold no unit of time behind a number. */
const UNIT_WORD = /[\d零〇一二三四五六七八九十两半百０-９）)个]\s?(?:个|工作|自然|日|天|小时|星期|年|月|周)|days?\b|months?\b|years?\b|hours?\b|weeks?\b/i;

export interface FoundSpan extends TimeSpan {
  start: number;
  end: number;
}

/** Lengths of time in a text, in order; dates ("2024年3月5日") are none. */
export function timeSpansIn(text: string): FoundSpan[] {
  const found: FoundSpan[] = [];
  if (!UNIT_WORD.test(text)) return found;
  for (const match of text.matchAll(SPAN)) {
    const number = numberOf(match[1] ?? match[3] ?? '');
    const unit = UNITS.find(([pattern]) => pattern.test(match[2] ?? match[4] ?? ''))?.[1];
    const end = match.index + match[0].length;
    // A year, and what follows one, is a date.
    if (number === undefined || number === 0 || !unit || (unit === 'year' && number > 100) || (/年|月/.test(match[2] ?? '') && /^\s?\d{1,2}\s?[月日]/.test(text.slice(end)))) continue;
    // "30日内" is a term, "3月30日" a day of the year, "每日" and "7×24小时" none.
    if ((unit === 'month' || unit === 'day') && /\d\s?月\s?$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (unit === 'month' && match[2] !== undefined && !match[2].includes('个')) continue;
    if (/[×xX*/／]\s?$/.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    found.push({ amount: number, unit, start: match.index, end });
  }
  return found;
}

/** Value of a number in digits, Chinese numerals up to 999, or an English word; undefined where it is none. */
export function numberOf(word: string): number | undefined {
  const plain = word.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(plain)) return Number(plain);
  const english = ENGLISH[plain.toLowerCase()];
  if (english !== undefined) return english;
  let total = 0;
  let digit: number | undefined;
  for (const char of plain) {
    if (char === '百' || char === '十') {
      total += (digit ?? 1) * (char === '百' ? 100 : 10);
      digit = undefined;
    } else if (char in DIGITS) digit = DIGITS[char];
    else return undefined;
  }
  return plain === '' ? undefined : total + (digit ?? 0);
}
