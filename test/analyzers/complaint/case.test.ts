import { describe, expect, it } from 'vitest';
import { contactRecord, rightsRequestsOf, statusOf, toRemind, withStep } from '../../../analyzers/complaint/case';
import type { Case, CaseStep } from '../../../analyzers/complaint/case';
import { draftComplaint } from '../../../analyzers/complaint/draft';
import { promiseOf } from '../../../analyzers/complaint/due-day';
import { escalation } from '../../../analyzers/complaint/escalation';
import { badReport, policy } from '../../components/samples';

const at = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);
const step = (kind: CaseStep['kind'], on: string, more: Partial<CaseStep> = {}): CaseStep => ({ kind, on, at: at(on), ...more });
const letter: Case['letter'] = { kind: 'deletion', request: 'deletion', text: '信' };
const caseWith = (steps: CaseStep[] = [], over: Partial<Case> = {}): Case => ({
  id: 'c1', site: 'yunshang-shop.cn', createdAt: 0, changedAt: 0, letter, report: badReport(), findings: ['right-deletion'], complaint: '', steps, remind: true, ...over,
});

describe('where a case stands', () => {
  it('follows the diary from draft to closed', () => {
    let one = caseWith();
    const state = (today: string) => statusOf(one, today).state;
    expect(state('2026-09-15')).toBe('draft');
    one = withStep(one, step('sent', '2026-09-15'));
    expect(statusOf(one, '2026-09-16')).toMatchObject({ state: 'sent', due: { day: '2026-10-12', certain: true }, daysLeft: 26, next: ['wait', 'record-answer', 'retest'] });
    expect(state('2026-10-12')).toBe('sent');
    expect(statusOf(one, '2026-10-13')).toMatchObject({ state: 'overdue', daysLeft: -1, next: ['complain', 'record-answer', 'retest'] });
    one = withStep(one, step('answered', '2026-10-14', { note: '不能删除' }));
    expect(state('2026-10-14')).toBe('answered');
    one = withStep(one, step('retested', '2026-10-15', { outcome: { fixed: [], still: ['right-deletion'], fresh: [] } }));
    expect(statusOf(one, '2026-10-15').next[0]).toBe('complain');
    one = withStep(one, step('complained', '2026-10-16', { channel: 'csac' }));
    expect(statusOf(one, '2026-10-16')).toMatchObject({ state: 'complained', next: ['record-reply', 'retest', 'escalate', 'close'] });
    one = withStep(one, step('replied', '2026-11-02'));
    expect(state('2026-11-02')).toBe('replied');
    one = withStep(one, step('closed', '2026-11-03'));
    expect(statusOf(one, '2026-12-01')).toMatchObject({ state: 'closed', next: ['reopen'] });
    one = withStep(one, step('reopened', '2026-12-02'));
    expect(state('2026-12-02')).toBe('draft');
  });

  it('takes the operator’s own shorter time', () => {
    expect(statusOf(caseWith([step('sent', '2026-09-15')], { promised: { days: 3, unit: 'calendar' } }), '2026-09-19').state).toBe('overdue');
  });

  it('suggests closing after a re-test that found everything fixed', () => {
    const outcome = { fixed: ['right-deletion'], still: [], fresh: [] };
    expect(statusOf(caseWith([step('sent', '2026-09-15'), step('answered', '2026-09-20'), step('retested', '2026-09-21', { outcome })]), '2026-09-22').next).toEqual(['close']);
  });

  it('says that the day of an answer is uncertain where the year’s holidays are not published', () => {
    expect(statusOf(caseWith([step('sent', '2034-09-20')]), '2034-09-21').due?.certain).toBe(false);
  });

  it('notices steps in the future: the clock is wrong', () => {
    expect(statusOf(caseWith([step('sent', '2027-05-01')]), '2026-09-15').clockWrong).toBe(true);
    expect(statusOf(caseWith([step('sent', '2026-09-15')]), '2026-09-15').clockWrong).toBeUndefined();
  });

  it('waits for an answer again after a second letter', () => {
    const one = caseWith([step('sent', '2026-03-02'), step('answered', '2026-03-10'), step('sent', '2026-09-15')]);
    expect(statusOf(one, '2026-09-20').state).toBe('sent');
    expect(rightsRequestsOf([one])[0]).toMatchObject({ sentOn: '2026-09-15' });
    expect(rightsRequestsOf([one])[0]).not.toHaveProperty('answeredOn');
  });

  it('refuses a day that does not exist and cuts endless notes', () => {
    expect(withStep(caseWith(), step('sent', '2026-02-30')).steps).toEqual([]);
    expect(withStep(caseWith(), step('sent', '2026-02-27', { note: 'x'.repeat(9_999) })).steps[0]?.note).toHaveLength(2_000);
  });
});

describe('reminders', () => {
  it('come on the day an answer is due, once, and only where wanted', () => {
    const one = caseWith([step('sent', '2026-09-15')]);
    expect(toRemind([one], at('2026-10-11'))).toEqual([]);
    expect(toRemind([one], at('2026-10-12'))).toEqual([one]);
    expect(toRemind([{ ...one, reminded: '2026-10-12' }, { ...one, remind: false }, caseWith([step('sent', '2026-09-15'), step('answered', '2026-09-20')])], at('2026-10-20'))).toEqual([]);
  });
});

describe('escalation', () => {
  it('adds the overdue answer as a finding once the day is past', () => {
    const one = caseWith([step('sent', '2026-09-15', { note: '邮件 service@yunshang-shop.cn' })]);
    expect(escalation(one, at('2026-10-12')).findings).toEqual(['right-deletion']);
    const { report, findings } = escalation(one, at('2026-10-13'));
    expect(findings).toEqual(['right-deletion', 'overdue-rights-request']);
    const { text } = draftComplaint(report, { findings, now: at('2026-10-13'), history: contactRecord(one, '2026-10-13') });
    expect(text).toContain('本人在 2026-09-15 提出的请求（删除个人信息）最迟应在 2026-10-12 答复');
    expect(text).toContain('此前与运营者的沟通');
    expect(text).toContain('截至 2026-10-13 没有收到答复');
    expect(text).toContain('《个人信息保护法》第五十条');
    expect(text).not.toContain('上看到：“邮件');
  });

  it('tells an answer that came', () => {
    const one = caseWith([step('sent', '2026-09-15'), step('answered', '2026-09-20', { note: '不能删除' })]);
    const { text } = draftComplaint(badReport(), { now: at('2026-09-21'), history: contactRecord(one, '2026-09-21') });
    expect(text).toContain('2026-09-20 收到答复：“不能删除”');
  });
});

describe('the operator’s promise', () => {
  const promised = (amount: number, unit: 'hour' | 'workday' | 'day' | 'month') => {
    const one = policy();
    return promiseOf({ ...one, facts: { ...one.facts, responseTimes: [{ within: { amount, unit }, text: '……', start: 0, end: 2 }] } })?.promised;
  };

  it('is read from the policy in days', () => {
    expect(promised(15, 'workday')).toEqual({ days: 15, unit: 'working' });
    expect(promised(48, 'hour')).toEqual({ days: 2, unit: 'calendar' });
    expect(promised(1, 'month')).toEqual({ days: 30, unit: 'calendar' });
    expect(promiseOf(policy())).toBeUndefined();
    expect(promiseOf({ error: 'x' })).toBeUndefined();
  });
});
