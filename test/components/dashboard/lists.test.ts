import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../analyzers/decision';
import { overviewOf } from '../../../analyzers/overview';
import { changedFacts } from '../../../analyzers/policy/changed-facts';
import type { SiteReport } from '../../../analyzers/report';
import { beforeAfter, countriesOf, monthsOf, ownersOf } from '../../../components/dashboard/picture-data';
import { partOf, queueOf } from '../../../components/dashboard/queue';
import { NO_FILTER, applyFilter, choicesIn, filterFrom, linesOf, queryOf, type SiteFilter } from '../../../components/dashboard/site-line';
import { linkTo, parseRoute } from '../../../entrypoints/dashboard/route';
import { syntheticReport } from '../../../scripts/bench/synthetic-sites';
import { BAD_FINDINGS, badReport, cleanReport, policy, unreadReport } from '../samples';

const OVERVIEWS = [badReport(), cleanReport(), unreadReport()].map((report, index) => overviewOf({ ...report, site: ['yunshang-shop.cn', 'library.cn', 'unread.cn'][index]! }, `v${index}`, false));
const decision = (rule: string, change: Partial<Decision> = {}): Decision => ({ site: 'yunshang-shop.cn', rule, choice: 'dismissed', reason: 'allowed', note: '', outcome: 'violation', rulesVersion: badReport().tool.rulesVersion, at: 1, ...change });
const lines = (decisions: Decision[] = [], reportOnly: string[] = []) => linesOf(OVERVIEWS, { tags: new Map([['library.cn', ['公益']]]), decisions, reportOnly });
const found = (filter: Partial<SiteFilter>, from = lines()) => applyFilter(from, { ...NO_FILTER, ...filter }, (rule) => BAD_FINDINGS.find((finding) => finding.rule === rule)?.category).map(({ overview }) => overview.site);

describe('lines of the list', () => {
  it('have the mood of what still counts', () => {
    expect(lines().map(({ mood }) => mood)).toEqual(['bad', 'clean', 'unseen']);
    const all = BAD_FINDINGS.map(({ rule }) => rule);
    expect(lines(all.slice(0, 4).map((rule) => decision(rule)))[0]).toMatchObject({ mood: 'doubt', decided: 4 });
    expect(lines([], all)[0]!.mood).toBe('clean');
    expect(lines([decision('right-deletion', { choice: 'open', note: 'x' })])[0]).toMatchObject({ mood: 'bad', decided: 0 });
  });

  it('are found by words in site, operator and tag, by every filter, and by all of them together', () => {
    expect(found({ text: '云裳 服饰' })).toEqual(['yunshang-shop.cn']);
    expect(found({ text: '公益' })).toEqual(['library.cn']);
    expect(found({ outcome: 'bad' })).toEqual(['yunshang-shop.cn']);
    expect(found({ outcome: 'no-policy' })).toEqual(['unread.cn']);
    expect(found({ outcome: 'undecided' })).toEqual(['yunshang-shop.cn']);
    expect(found({ outcome: 'undecided' }, lines([decision('right-deletion')]))).toEqual([]);
    expect(found({ rule: 'pre-ticked-consent' })).toEqual(['yunshang-shop.cn']);
    expect(found({ rule: 'pre-ticked-consent' }, lines([], ['pre-ticked-consent']))).toEqual([]);
    expect(found({ category: 'shared-without-consent' })).toEqual(['yunshang-shop.cn']);
    expect(found({ owner: '合算数据' })).toEqual(['yunshang-shop.cn']);
    expect(found({ tag: '公益', outcome: 'clean' })).toEqual(['library.cn']);
    expect(found({ tag: '公益', outcome: 'bad' })).toEqual([]);
    expect(found({ since: '2100-01-01' })).toEqual([]);
    expect(found({ until: '2100-01-01' })).toHaveLength(3);
  });

  it('are sorted either way', () => {
    expect(found({ sort: 'site', ascending: true })).toEqual(['library.cn', 'unread.cn', 'yunshang-shop.cn']);
    expect(found({ sort: 'suspected' })[0]).toBe('yunshang-shop.cn');
    expect(found({ sort: 'recipients', ascending: true }).at(-1)).toBe('yunshang-shop.cn');
  });

  it('offer what occurs', () => {
    const choices = choicesIn(lines());
    expect(choices.rules).toContain('pre-ticked-consent');
    expect(choices.owners).toContain('合算数据');
    expect(choices.tags).toEqual(['公益']);
  });
});

describe('addresses', () => {
  it('carry a filter there and back, and nothing that makes no sense', () => {
    const filter: SiteFilter = { ...NO_FILTER, text: 'a b&c', outcome: 'bad', since: '2026-01-02', sort: 'site', ascending: true };
    expect(filterFrom(queryOf(filter))).toEqual(filter);
    expect([...queryOf(NO_FILTER).keys()]).toEqual([]);
    expect(filterFrom(new URLSearchParams('outcome=evil&sort=evil&since=yesterday'))).toEqual(NO_FILTER);
  });

  it('lead to a site whatever its name, and unknown ones to the list', () => {
    for (const site of ['example.cn', '例え.cn', 'a/b?c#d', '100%', '<b>']) expect(parseRoute(linkTo('sites', [site, 'audit'], { visit: 'x y' }))).toMatchObject({ page: 'sites', parts: [site, 'audit'] });
    expect(parseRoute('#/nowhere/else')).toMatchObject({ page: 'sites', parts: [] });
    expect(parseRoute('#/sites/%E0%A4%A')).toMatchObject({ page: 'sites', parts: ['%E0%A4%A'] });
    expect(parseRoute('')).toMatchObject({ page: 'sites' });
  });
});

describe('the review queue', () => {
  const overviews = Array.from({ length: 40 }, (_, index) => overviewOf(syntheticReport(index, Date.UTC(2026, 10, 30)), `v${index}`, false));
  const queue = queueOf(overviews, []);

  it('has doubts before suspicions, the least sure first, and every finding once', () => {
    const firstViolation = queue.findIndex(({ outcome }) => outcome === 'violation');
    expect(queue.slice(firstViolation).every(({ outcome }) => outcome === 'violation')).toBe(true);
    const doubts = queue.slice(0, firstViolation).map(({ sureness }) => sureness);
    expect(doubts).toEqual([...doubts].sort((a, b) => a - b));
    expect(queue).toHaveLength(overviews.reduce((sum, { suspected, doubtful }) => sum + suspected.length + doubtful.length, 0));
    expect(new Set(queue.map(({ site, rule }) => `${site} ${rule}`)).size).toBe(queue.length);
  });

  it('leaves what was decided, and brings it back when the rules or the outcome changed', () => {
    const [first, second, third] = queue as [typeof queue[0], typeof queue[0], typeof queue[0]];
    const made = [
      { ...decision(first.rule), site: first.site, outcome: first.outcome, rulesVersion: first.rulesVersion },
      { ...decision(second.rule), site: second.site, outcome: second.outcome, rulesVersion: 'older' },
      { ...decision(third.rule, { choice: 'open', note: 'later' }), site: third.site },
    ];
    expect(partOf(queue, made, 'open', '')).toHaveLength(queue.length - 2);
    expect(partOf(queue, made, 'outdated', '')).toEqual([second]);
    expect(partOf(queue, made, 'decided', '')).toEqual([first, second]);
    expect(partOf(queue, made, 'open', first.rule).every(({ rule }) => rule === first.rule)).toBe(true);
  });

  it('asks nothing about rules that only report', () => {
    expect(queueOf(overviews, [queue[0]!.rule]).some(({ rule }) => rule === queue[0]!.rule)).toBe(false);
  });
});

describe('numbers of the pictures', () => {
  it('count sites by owner and country, and those that sent early', () => {
    const owners = ownersOf(lines());
    expect(owners.find(({ owner }) => owner === '合算数据')).toMatchObject({ sites: 1, early: 1 });
    for (const { sites, early } of owners) expect(early).toBeLessThanOrEqual(sites);
    expect(countriesOf(lines()).reduce((most, { sites }) => Math.max(most, sites), 0)).toBe(1);
  });

  it('count a site once a month, with its last look', () => {
    const day = (iso: string, findings = BAD_FINDINGS) => badReport({ startedAt: iso, findings });
    let overview = overviewOf(day('2026-09-03T08:00:00Z'), 'a', false);
    overview = overviewOf(day('2026-09-20T08:00:00Z', BAD_FINDINGS.slice(0, 1)), 'b', false, overview);
    overview = overviewOf(day('2026-10-20T08:00:00Z', []), 'c', false, overview);
    const months = monthsOf(linesOf([overview], { tags: new Map(), decisions: [], reportOnly: [] }));
    expect(months.map(({ month, counts }) => [month, counts.reduce((sum, count) => sum + count, 0)])).toEqual([['2026-09', 1], ['2026-10', 0]]);
  });

  it('tell before from after by kind, the site itself left out', () => {
    const rows = beforeAfter(badReport());
    expect(rows.find(({ kind }) => kind === 'device-id')).toEqual({ kind: 'device-id', before: 2, after: 1 });
    expect(rows.find(({ kind }) => kind === 'account-id')).toBeUndefined();
  });
});

describe('facts of two versions', () => {
  const facts = policy().facts;
  it('are told where they differ: 3年 → 实现目的所需时间', () => {
    expect(changedFacts({ ...facts, retention: ['账号注销后三年'] }, { ...facts, retention: ['实现目的所需时间'] })).toEqual([{ fact: 'retention', gone: ['账号注销后三年'], come: ['实现目的所需时间'] }]);
  });
  it('are the same in another spelling or order', () => {
    const twin: SiteReport['policy'] & object = { ...policy(), facts: { ...facts, dataKinds: [...facts.dataKinds].reverse(), contacts: facts.contacts.map((contact) => ({ ...contact, value: contact.value.toUpperCase() })) } };
    expect(changedFacts(facts, twin.facts)).toEqual([]);
  });
});
