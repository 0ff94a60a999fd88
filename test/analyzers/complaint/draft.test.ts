import { describe, expect, it } from 'vitest';
import { draftComplaint } from '../../../analyzers/complaint/draft';
import { DUTIES } from '../../../analyzers/policy/duties';
import { RULES } from '../../../analyzers/rules';
import type { Evidence, Finding } from '../../../analyzers/report';
import zhComplaint from '../../../locales/zh_CN/complaint.json';
import { BAD_FINDINGS, START, badReport, cleanReport, item, unreadReport } from '../../components/samples';

const NOW = START + 3_600_000;
const draft = (findings?: string[], report = badReport()) => draftComplaint(report, { findings, now: NOW });

describe('a complaint draft', () => {
  it('takes up suspected violations only, and names what is complained of', () => {
    const { text, facts, subject, categories } = draft();
    expect(subject).toBe('关于网站“yunshang-shop.cn”涉嫌未经同意向他人提供个人信息等问题的投诉举报');
    expect(categories).toEqual(['shared-without-consent', 'no-consent', 'no-deletion-or-complaint']);
    expect(facts.filter((fact) => /^\d+\. /.test(fact))).toHaveLength(4);
    expect(text).not.toContain('保存期限只说了');
  });

  it('takes up a doubtful finding when a person chose it', () => {
    expect(draft(['retention-period']).text).toContain('保存期限只说了“必要的时间”');
  });

  it('is empty when nothing is suspected, or nothing could be looked at', () => {
    for (const report of [cleanReport(), unreadReport()]) expect(draftComplaint(report, { now: NOW })).toMatchObject({ text: '', facts: [], categories: [] });
  });

  it('leaves out a violation without evidence', () => {
    const report = badReport({ findings: [{ ...BAD_FINDINGS[0]!, evidence: [] }] });
    expect(draftComplaint(report, { now: NOW }).text).toBe('');
  });

  it('tells each fact with time, recipient, data, consent stage and proof, on one line', () => {
    const { facts } = draft(['typed-data-to-third-party']);
    expect(facts).toEqual([
      '1. 本人填写的手机号疑似未经单独同意，就发给了第三方“合算数据”。',
      '1.1 2026-11-21 09:30:41，网页向“合算数据”发出网络请求（https://log.hesuan-data.com/collect），其中带有手机号（散列值）；这时本人已经点过同意。【证据：traffic.har，请求编号 r7】',
    ]);
  });

  it('tells requests that say the same once, with their number', () => {
    expect(draft(['pre-consent-identifier']).facts.filter((fact) => fact.includes('Adwide') && fact.includes('同样的请求共 2 次'))).toHaveLength(1);
  });

  it('refers to a fact already told instead of repeating it', () => {
    const silent = BAD_FINDINGS[3]!;
    const { facts } = draftComplaint(badReport({ findings: [silent, { ...silent, rule: 'account-cancellation', summary: { 'zh-CN': '疑似没有说怎样注销。', en: '' } }] }), { now: NOW });
    expect(facts).toHaveLength(3);
    expect(facts[2]).toBe('2. 疑似没有说怎样注销。（证据同 1.1）');
  });

  it('says that nothing was consented to only where no act came before', () => {
    const stored: Evidence = { kind: 'storage', area: 'local', key: 'k', mask: 'x', at: START + 1_000, lifetimeHours: null };
    const finding: Finding = { ...BAD_FINDINGS[1]!, evidence: [stored] };
    const after: Finding = { ...BAD_FINDINGS[1]!, evidence: [{ ...stored, at: START + 25_000 }] };
    expect(draftComplaint(badReport({ findings: [finding] }), { now: NOW }).text).toContain('还没有作出任何同意操作');
    expect(draftComplaint(badReport({ findings: [after] }), { now: NOW }).text).not.toContain('还没有作出任何同意操作');
  });

  it('cites laws before yardsticks, with the facts each belongs to, and quotes verified wording only', () => {
    const { laws, yardsticks, text } = draft();
    expect(laws[0]).toMatch(/^《个人信息保护法》第十三条（对应事实 2）/);
    expect(laws.find((law) => law.includes('第二十三条'))).toContain('“个人信息处理者向其他个人信息处理者提供其处理的个人信息的');
    expect(yardsticks).toHaveLength(2);
    expect(text.indexOf('《个人信息保护法》')).toBeLessThan(text.indexOf('认定方法》'));
    const unverified = draftComplaint(badReport({ findings: [{ ...BAD_FINDINGS[0]!, basis: [{ instrument: 'CRITERIA', article: '五-1' }] }] }), { now: NOW });
    expect(unverified.yardsticks).toEqual(['《App违法违规收集使用个人信息行为认定方法》第五条第1项（对应事实 1）']);
  });

  it('words everything as suspicion', () => {
    const { text } = draft();
    expect(text).toContain('不代替主管部门的认定');
    expect(text.replace('认定方法', '').replace('不代替主管部门的认定', '').replace('认定口径', '')).not.toMatch(/(?:已|经|被)认定|构成违法|属于违法/);
  });

  it('holds no value of the person: no typed number, no query of the page, no mask', () => {
    const { text } = draft(undefined, badReport());
    expect(text).not.toMatch(/13800001234|138\*|phone=|from=ad|uid=/);
  });

  it('masks personal values in words of the page, and keeps hostile text on one line', () => {
    const element: Evidence = { kind: 'page-element', url: 'https://a.cn/u?x=1', selector: 'p', text: '您好13912345678\n三、事实\n\u202e9. 假的事实 a.b@c.cn', at: START };
    const { facts } = draftComplaint(badReport({ findings: [{ ...BAD_FINDINGS[2]!, evidence: [element] }] }), { now: NOW });
    expect(facts[1]).toContain('“您好139****5678 三、事实 9. 假的事实 a***@c.cn”');
    expect(facts).toHaveLength(2);
  });

  it('stays readable with two hundred findings and a hundred requests each', () => {
    const evidence: Evidence[] = Array.from({ length: 100 }, (_, index) => ({
      kind: 'request', requestId: `q${index}`, url: 'https://x.cn/', at: START, recipient: `第${index}家`, items: [item('phone', '')],
    }));
    const findings = Array.from({ length: 200 }, (_, index) => ({ ...BAD_FINDINGS[0]!, rule: `rule-${index}`, evidence }));
    const { facts, text } = draftComplaint(badReport({ findings }), { now: NOW });
    expect(facts).toHaveLength(200 * 7);
    expect(facts[6]).toBe('1.6 另有 95 项同类情况，见附件。');
    expect(text.length).toBeLessThan(400_000);
  });

  it('says so when operator, numbers and policy are not known', () => {
    const report = badReport({ operator: { name: '', icp: '', police: '' }, policy: { error: 'x', reason: 'no-link' } });
    expect(draftComplaint(report, { now: NOW }).target.filter(({ value }) => value === '未在访问过的页面上看到').map(({ label }) => label)).toEqual([
      '运营者', 'ICP备案号', '公安备案号', '隐私政策地址',
    ]);
  });

  it('dates by Beijing time, whatever the zone of the machine', () => {
    expect(draftComplaint(badReport(), { now: Date.UTC(2026, 10, 21, 16, 30) }).text).toContain('日期：2026-11-22');
  });

  it('adds an English reading aid on request and stays Chinese itself', () => {
    const { gloss, text } = draftComplaint(badReport(), { lang: 'en', now: NOW });
    expect(text).toContain('一、被投诉对象');
    expect(gloss).toContain('I. Whom the complaint is about');
    expect(draft().gloss).toBeUndefined();
  });

  it('lists only attachments that the evidence needs', () => {
    expect(draft(['right-deletion']).attachments.join()).not.toContain('traffic.har');
    expect(draft(['typed-data-to-third-party']).attachments.join()).toContain('traffic.har');
  });

  it('asks for what the rule is about where it has words of its own, and for the category’s correction where any has none', () => {
    const finding = (rule: string): Finding => ({ ...BAD_FINDINGS.find(({ rule: one }) => one === 'pre-ticked-consent')!, rule });
    const own = zhComplaint.request.rule['pre-ticked-consent'];
    expect(draftComplaint(badReport({ findings: [finding('pre-ticked-consent')] }), { now: NOW }).requests).toEqual([zhComplaint.request.stop, own, zhComplaint.request.answer]);
    const both = draftComplaint(badReport({ findings: [finding('pre-ticked-consent'), finding('bundled-consent')] }), { now: NOW }).requests;
    expect(both).toEqual([zhComplaint.request.stop, zhComplaint.request['no-consent'], own, zhComplaint.request.answer]);
    const known = new Set([...RULES, ...DUTIES].map(({ id }) => id));
    for (const rule of Object.keys(zhComplaint.request.rule)) expect(known).toContain(rule);
  });

  it('counts what was seen again only where time lay between', () => {
    const element = (at: number): Evidence => ({ kind: 'page-element', url: 'https://a.cn/', selector: '#ad', text: '摇一摇', at });
    const told = (...times: number[]): string => draftComplaint(badReport({ findings: [{ ...BAD_FINDINGS[0]!, evidence: times.map((at) => element(START + at)) }] }), { now: NOW }).facts[1]!;
    expect(told(0, 40, 90)).not.toContain('共');
    expect(told(0, 40, 9_000)).toContain('同样的情况共 2 次');
  });
});
