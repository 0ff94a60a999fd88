/** By when a request on one's own data must be answered: what the operator promised or 15 working days, whichever is shorter. */
import type { RightsRequest } from '../artifacts';
import type { PolicyResult, TimeSpan } from '../report';
import { addDays, addWorkingDays } from './working-days';
import type { CountedDay } from './working-days';

/** 认定方法 六-3, 六-5: at most 15 working days, also where nothing or more was promised. */
export const LONGEST_WORKING_DAYS = 15;

/** The earlier of the promised day and the fifteenth working day. */
export function dueDay({ sentOn, promised }: Pick<RightsRequest, 'sentOn' | 'promised'>): CountedDay {
  const longest = addWorkingDays(sentOn, LONGEST_WORKING_DAYS);
  if (!promised || !(promised.days > 0) || promised.days > 365) return longest;
  const days = Math.ceil(promised.days);
  const own = promised.unit === 'working' ? addWorkingDays(sentOn, Math.min(days, LONGEST_WORKING_DAYS)) : { day: addDays(sentOn, days), certain: true };
  return own.day < longest.day ? own : longest;
}

/** The shortest time for an answer that a policy promises, and the words of the promise. */
export function promiseOf(policy: PolicyResult | { error: string }): { promised: NonNullable<RightsRequest['promised']>; words: string } | undefined {
  const times = 'facts' in policy ? (policy.facts.responseTimes ?? []) : [];
  const promises = times.flatMap(({ within, text }) => {
    const promised = daysOf(within);
    return promised ? [{ promised, words: text }] : [];
  });
  return promises.sort((a, b) => inCalendarDays(a.promised) - inCalendarDays(b.promised))[0];
}

function daysOf({ amount, unit }: TimeSpan): RightsRequest['promised'] {
  if (!(amount > 0)) return undefined;
  switch (unit) {
    case 'hour':
      return { days: Math.ceil(amount / 24), unit: 'calendar' };
    case 'day':
      return { days: amount, unit: 'calendar' };
    case 'workday':
      return { days: amount, unit: 'working' };
    case 'week':
      return { days: amount * 7, unit: 'calendar' };
    case 'month':
      return { days: amount * 30, unit: 'calendar' };
    case 'year':
      return undefined;
  }
}

function inCalendarDays({ days, unit }: NonNullable<RightsRequest['promised']>): number {
  return unit === 'working' ? days * 1.4 : days;
}
