import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, dayInBeijing, isDay } from '../../../analyzers/complaint/working-days';

describe('working days', () => {
  it('skip weekends and begin on the day after', () => {
    expect(addWorkingDays('2026-11-06', 1)).toEqual({ day: '2026-11-09', certain: true }); // a Friday
    expect(addWorkingDays('2026-11-02', 15)).toEqual({ day: '2026-11-23', certain: true });
  });

  it('skip the National Day holidays and count the Saturday that makes up for them', () => {
    // 2026: off from 1 to 7 October, at work on Saturday 10 October (and on Sunday 20 September).
    expect(addWorkingDays('2026-09-30', 1).day).toBe('2026-10-08');
    expect(addWorkingDays('2026-10-08', 2).day).toBe('2026-10-10');
    expect(addWorkingDays('2026-09-18', 1).day).toBe('2026-09-20');
  });

  it('are uncertain in years whose holidays are not published', () => {
    expect(addWorkingDays('2034-09-20', 15).certain).toBe(false);
  });

  it('are counted on days that exist, in Beijing', () => {
    expect([isDay('2026-02-29'), isDay('2028-02-29'), isDay('2026-2-1'), isDay(20260201)]).toEqual([false, true, false, false]);
    expect(dayInBeijing(Date.UTC(2026, 0, 1, 16, 30))).toBe('2026-01-02');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
