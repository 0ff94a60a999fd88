import { describe, expect, it } from 'vitest';
import { LETTER_KINDS, draftLetter } from '../../../analyzers/complaint/letter';
import { articleOf } from '../../../analyzers/data/statutes';
import { START, badReport, cleanReport, policy, unreadReport } from '../../components/samples';

const letter = (kind: (typeof LETTER_KINDS)[number], report = badReport()) => draftLetter(report, { kind, now: START, lang: 'en' });

describe('letters to the operator', () => {
  it.each(LETTER_KINDS)('%s names operator, request, law and the time for an answer', (kind) => {
    const { text, gloss, subject } = letter(kind);
    expect(text.startsWith(subject)).toBe(true);
    expect(text).toContain('云裳服饰有限公司：');
    expect(text).toMatch(/^1\. /m);
    expect(text).toContain('第');
    expect(text).toContain('15 个工作日');
    expect(gloss!.split('\n')).toHaveLength(text.split('\n').length);
  });

  it('quote verified wording only; what is not verified is cited by number', () => {
    const { text } = letter('children');
    expect(articleOf({ instrument: 'CHILDREN', article: '19' })?.text).toBeUndefined();
    expect(text).toMatch(/《儿童个人信息网络保护规定》第十九条$/m);
    for (const kind of LETTER_KINDS) {
      for (const [, quotation] of letter(kind).text.matchAll(/条：“([^\n]+)”$/gm)) {
        expect(quotation!.length).toBeGreaterThan(10);
      }
    }
  });

  it('put the contact for the matter first, then the officer', () => {
    const one = policy();
    const contacts = [
      { kind: 'phone' as const, value: '400-1' },
      { kind: 'email' as const, value: 'dpo@x.cn', officer: true as const },
      { kind: 'email' as const, value: 'delete@x.cn', uses: ['deletion' as const] },
    ];
    const report = badReport({ policy: { ...one, facts: { ...one.facts, contacts } } });
    expect(letter('deletion', report).contacts.map(({ value }) => value)).toEqual(['delete@x.cn', 'dpo@x.cn', '400-1']);
    expect(letter('access', report).contacts[0]?.value).toBe('dpo@x.cn');
  });

  it('ask for the time the policy promises', () => {
    const one = policy();
    const report = badReport({ policy: { ...one, facts: { ...one.facts, responseTimes: [{ within: { amount: 7, unit: 'day' }, text: '我们将在7天内答复。', start: 0, end: 9 }] } } });
    expect(letter('access', report)).toMatchObject({ promised: { days: 7, unit: 'calendar' } });
    expect(letter('access', report).text).toContain('“我们将在7天内答复”');
  });

  it('go to “the operator” where nobody is named, and have no contact where none was read', () => {
    expect(letter('access', unreadReport()).text).toContain('“qingquan-library.org.cn”网站运营者：');
    expect(letter('access', unreadReport()).contacts).toEqual([]);
  });

  it('the notice lists the chosen findings, and is empty where nothing is suspected', () => {
    expect(draftLetter(badReport(), { kind: 'notice', now: START, findings: ['right-deletion'] }).text).toContain('没有说怎样删除个人信息');
    expect(letter('notice', cleanReport()).text).toBe('');
  });
});
