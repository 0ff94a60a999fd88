import { describe, expect, it } from 'vitest';
import type { PolicyDocument, PolicyOutcome } from '../../../analyzers/artifacts';
import { noSimplifiedChinesePolicy } from '../../../analyzers/rules/no-simplified-chinese-policy';
import { READ, fixture, judge, surfaceOf, visitOf } from './page-visit';

interface Case { page: string; language: PolicyDocument['language']; text: string; links?: PolicyDocument['links']; policy?: PolicyOutcome }
const read = (name: string) => JSON.parse(fixture('no-simplified-chinese-policy', `${name}.json`)) as Case;
const answer = ({ page, language, text, links = [], policy }: Case) => {
  const base = (READ as Extract<PolicyOutcome, { status: 'read' }>).document;
  return judge(noSimplifiedChinesePolicy, visitOf([surfaceOf(page)], { policy: policy ?? { status: 'read', linked: [], document: { ...base, language, text, links } } }));
};
const english = read('failing');

describe('no-simplified-chinese-policy', () => {
  it('accuses a Chinese page whose policy is in English, with the policy as evidence', () => {
    expect(answer(english)).toMatchObject({ outcome: 'violation', say: 'foreign', evidence: [{ kind: 'policy-text', quote: english.text }] });
  });

  it('passes a policy in simplified Chinese', () => {
    expect(answer(read('passing')).outcome).toBe('pass');
  });

  it('does not apply to an English page without a record number', () => {
    expect(answer(read('inapplicable')).outcome).toBe('not-applicable');
  });

  it.each([
    ['a policy in traditional Chinese', { ...english, language: 'zh-Hant' as const, text: '隱私權政策。我們蒐集您的手機號碼。' }, 'violation'],
    ['a link to the Chinese version', { ...english, links: [{ text: '中文版', href: 'https://www.example.cn/zh/privacy' }] }, 'pass'],
    ['a text in both languages', { ...english, text: `${english.text}${'我们收集您的手机号，用于创建账号。'.repeat(40)}` }, 'pass'],
    ['an English page with a record number', { ...read('inapplicable'), page: read('inapplicable').page.replace('</footer>', '<p>京ICP备20260001号</p></footer>') }, 'review'],
    ['another policy link in Chinese', { ...english, page: english.page.replace('</footer>', '<a href="/cn/privacy">个人信息保护政策</a></footer>') }, 'review'],
    ['a link that leads to nothing', { ...english, policy: { status: 'failed' as const, reason: 'http-error' as const, httpStatus: 404 } }, 'not-applicable'],
    ['a policy that could not be loaded', { ...english, policy: { status: 'failed' as const, reason: 'timeout' as const } }, 'error'],
  ])('answers %s', (_what, what, outcome) => {
    expect(answer(what).outcome).toBe(outcome);
  });
});
