/** What a list of choices lets a person say of an age: the lowest age, the latest year of birth. */
import type { FieldKind, FormField } from '../artifacts';
import { attribute, textOf } from './dom';

/** Choices read of one list. */
const MAX_CHOICES = 160;

const KINDS: ReadonlySet<FieldKind> = new Set(['age', 'birthday', 'grade', 'school', 'education', 'child-birthday', 'child-school']);

/**
 * Usual age at the start of a school stage: kindergarten from three; school from six, six years of it before junior
 * middle school (义务教育法 11, 学制). Only stages that begin before fourteen.
 */
const STAGES: readonly [number, RegExp][] = [
  [3, /幼儿园|学前|小班|中班|大班|kindergarten|preschool/i],
  [6, /小学|小[一二三四五六]|(?:^|[^初高大学])[一二三四五六]年级|primary school|elementary/i],
  [12, /初中|初[一二]|[七八]年级|junior (?:high|middle)/i],
];

/** Undefined where nothing is listed that bears on age. */
export function choicesOf(kind: FieldKind, element: Element, members: readonly Element[]): FormField['choices'] {
  if (!KINDS.has(kind)) return undefined;
  if (element.localName === 'input' && element.getAttribute('type') !== 'radio') return boundsOf(element);
  const ages: number[] = [];
  const years: number[] = [];
  for (const text of choiceTexts(element, members)) {
    const age = ageIn(text);
    if (age !== undefined) ages.push(age);
    const year = /^(?:19|20)\d{2}(?=年?$)/.exec(text);
    if (year) years.push(Number(year[0]));
  }
  if (ages.length === 0 && years.length === 0) return undefined;
  return { ...(ages.length > 0 ? { youngest: Math.min(...ages) } : {}), ...(years.length > 0 ? { latestYear: Math.max(...years) } : {}) };
}

/** Lowest age a choice names: 6-12岁, 14岁以下, 小学三年级. Undefined where it names none. */
export function ageIn(text: string): number | undefined {
  const below = /(\d{1,2})\s*(?:周?岁)?(?:以下|及以下)/.exec(text);
  if (below) return 0;
  const years = /(\d{1,2})\s*(?:[-~～—–至到]\s*\d{1,2}\s*)?周?岁/.exec(text);
  if (years) return Number(years[1]);
  return STAGES.find(([, pattern]) => pattern.test(text))?.[0];
}

function choiceTexts(element: Element, members: readonly Element[]): string[] {
  if (element.localName === 'select') return [...element.querySelectorAll('option')].slice(0, MAX_CHOICES).map((option) => textOf(option, 20));
  return members.slice(0, MAX_CHOICES).map((radio) => textOf(radio.nextSibling ?? radio, 20) || (radio.parentElement ? textOf(radio.parentElement, 20) : ''));
}

function boundsOf(element: Element): FormField['choices'] {
  const type = attribute(element, 'type');
  const latest = /^((?:19|20)\d{2})-/.exec(attribute(element, 'max', 12));
  if (type === 'date' && latest) return { latestYear: Number(latest[1]) };
  const lowest = attribute(element, 'min', 4);
  return type === 'number' && /^\d{1,2}$/.test(lowest) ? { youngest: Number(lowest) } : undefined;
}
