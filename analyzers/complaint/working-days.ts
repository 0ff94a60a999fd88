/**
 * Working days by the calendar of the State Council: public holidays off, make-up days on (chinese-days, MIT). Days are
 * strings YYYY-MM-DD; no clock and no time zone comes in.
 */
// By default import: Node takes the package's CommonJS file, in which it finds no names.
import chineseDays from 'chinese-days';

const DAY_MS = 86_400_000;

/** A day, and whether the calendar of all years it was counted through is published. */
export interface CountedDay {
  day: string;
  certain: boolean;
}

/** The day `count` days after `from`. */
export function addDays(from: string, count: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The `count`th working day after `from`; the day itself is not counted (民法典 201: from the next day on). */
export function addWorkingDays(from: string, count: number): CountedDay {
  let day = from;
  let certain = true;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    certain &&= isPublished(Number(day.slice(0, 4)));
    if (isWorkingDay(day)) left--;
  }
  return { day, certain };
}

/** The day in Beijing at a moment. */
export function dayInBeijing(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists, in years the count can go through. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Handed over as text: the library reads a `Date` by the local clock. */
function isWorkingDay(day: string): boolean {
  return chineseDays.isWorkday(day);
}

const published = new Map<number, boolean>();

/** Whether a year's holidays are known: the first three days of October are always among them, and never all a weekend. */
function isPublished(year: number): boolean {
  const known = published.get(year) ?? ['01', '02', '03'].every((date) => !isWorkingDay(`${year}-10-${date}`));
  published.set(year, known);
  return known;
}
