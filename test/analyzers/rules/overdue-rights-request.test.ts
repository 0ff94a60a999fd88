import { describe, expect, it } from 'vitest';
import type { RightsRequest } from '../../../analyzers/artifacts';
import { dueDay } from '../../../analyzers/complaint/due-day';
import { overdueRightsRequest } from '../../../analyzers/rules/overdue-rights-request';
import { fixture, judge, visitOf } from './page-visit';

const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
const on = (day: string, ...rightsRequests: RightsRequest[]) => judge(overdueRightsRequest, visitOf([], { startedAt: at(day), rightsRequests }));
const sent = (changes: Partial<RightsRequest> = {}): RightsRequest => ({ id: 'r', kind: 'deletion', sentOn: '2026-09-15', ...changes });

describe('overdue-rights-request', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('judges the %s requests', (name, expected) => {
    const requests = JSON.parse(fixture('overdue-rights-request', `${name}.json`)) as RightsRequest[];
    expect(on('2026-11-20', ...requests).outcome).toBe(expected);
  });

  it('counts fifteen working days over the holidays, and accuses on the day after only', () => {
    expect(dueDay(sent()).day).toBe('2026-10-12'); // at work on 20 September and 10 October, off on 25 to 27 September and 1 to 7 October
    expect(on('2026-10-12', sent()).outcome).toBe('pass');
    expect(on('2026-10-13', sent())).toMatchObject({ outcome: 'violation', facts: { due: '2026-10-12' } });
  });

  it('takes the shorter promise, and not a longer one', () => {
    expect(dueDay(sent({ promised: { days: 7, unit: 'calendar' } })).day).toBe('2026-09-22');
    expect(dueDay(sent({ promised: { days: 30, unit: 'working' } })).day).toBe('2026-10-12');
    expect(dueDay(sent({ promised: { days: 60, unit: 'calendar' } })).day).toBe('2026-10-12');
  });

  it('accuses an answer that came late', () => {
    expect(on('2026-11-20', sent({ answeredOn: '2026-11-01' }))).toMatchObject({ outcome: 'violation', say: 'violation-late-answer' });
  });

  it('leaves a date to a person where the year’s holidays are not known, unless it is long past', () => {
    const later = sent({ sentOn: '2034-09-20' });
    expect(on('2034-10-13', later).outcome).toBe('review');
    expect(on('2034-11-20', later).outcome).toBe('violation');
  });

  it('concludes nothing from days that do not exist', () => {
    expect(on('2026-11-20', sent({ sentOn: '2026-13-01' })).outcome).toBe('error');
  });
});
