import { describe, expect, it } from 'vitest';
import type { Finding, Outcome, SiteReport } from '../../analyzers/report';
import { differences } from '../../cli/audit/expectation';
import type { Expectation } from '../../cli/audit/expectation';

const finding = (rule: string, outcome: Outcome): Finding => ({ rule, outcome, category: 'no-consent', severity: 'high', basis: [], summary: { 'zh-CN': '', en: '' }, evidence: [] });

const reportOf = (outcomes: Record<string, Outcome>, rest: Partial<SiteReport> = {}): SiteReport => ({
  site: 'a.test',
  url: 'https://a.test/',
  startedAt: '',
  tool: { version: '', rulesVersion: '', browser: '' },
  policy: { error: '', reason: 'no-link' },
  flows: [],
  findings: Object.entries(outcomes).map(([rule, outcome]) => finding(rule, outcome)),
  operator: { name: '', icp: '', police: '' },
  acts: [],
  ...rest,
});

const expected = (change: Partial<Expectation> = {}): Expectation => ({ violations: [], reviews: [], policy: 'no-link', ...change });
const rules = ['one', 'two'];

describe('differences', () => {
  it('finds none where every rule answers as expected', () => {
    expect(differences(reportOf({ one: 'violation', two: 'pass' }), expected({ violations: ['one'] }), { rules })).toEqual([]);
  });

  it('tells a missed violation from a wrong accusation', () => {
    const found = differences(reportOf({ one: 'pass', two: 'violation' }), expected({ violations: ['one'] }), { rules });
    expect(found.map(({ code, rule }) => `${code} ${rule}`)).toEqual(['missing-violation one', 'wrong-violation two']);
  });

  it('takes an unexpected review or error for a difference, unless the input is broken', () => {
    const report = reportOf({ one: 'review', two: 'error' });
    expect(differences(report, expected(), { rules }).map(({ rule }) => rule)).toEqual(['one', 'two']);
    expect(differences(report, expected(), { rules, mayBeUnread: true }).map(({ rule }) => rule)).toEqual(['one']);
  });

  it('takes a rule without or with two answers for a difference', () => {
    const twice = reportOf({ one: 'pass' });
    twice.findings.push(finding('one', 'pass'));
    expect(differences(twice, expected(), { rules }).map(({ outcome }) => outcome)).toEqual(['2 findings', '0 findings']);
  });

  it('accepts each outcome that a scene leaves open', () => {
    const open = expected({ open: { one: ['review', 'pass'] } });
    expect(differences(reportOf({ one: 'review' }), open, { rules: ['one'] })).toEqual([]);
    expect(differences(reportOf({ one: 'violation' }), open, { rules: ['one'] })).toHaveLength(1);
  });

  it('compares the policy and its named duties', () => {
    expect(differences(reportOf({}), expected({ policy: 'read' }), { rules: [] })).toMatchObject([{ code: 'policy', outcome: 'no-link', wanted: 'read' }]);
    const policy = { duties: { a: { label: 'absent' }, b: { label: 'absent' } } } as unknown as SiteReport['policy'];
    const found = differences(reportOf({}, { policy }), expected({ policy: 'read', absentDuties: ['a'], statedDuties: ['b'] }), { rules: [] });
    expect(found).toMatchObject([{ code: 'duty', rule: 'b', outcome: 'absent' }]);
  });

  it('names recipients that are too many or too few, the site itself aside', () => {
    const flow = (domain: string, party: string, kinds: string[]) => ({ recipient: { domain, party }, kinds });
    const flows = [flow('a.test', 'first', ['cookie-id']), flow('b.test', 'third', ['cookie-id']), flow('c.test', 'third', [])] as unknown as SiteReport['flows'];
    expect(differences(reportOf({}, { flows }), expected({ recipients: ['b.test'] }), { rules: [] })).toEqual([]);
    expect(differences(reportOf({}, { flows }), expected({ recipients: ['c.test'] }), { rules: [] })).toMatchObject([{ wanted: 'c.test', outcome: 'b.test' }]);
  });
});
