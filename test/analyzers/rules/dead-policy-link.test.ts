import { describe, expect, it } from 'vitest';
import type { PolicyFailureReason, PolicyOutcome } from '../../../analyzers/artifacts';
import { deadPolicyLink } from '../../../analyzers/rules/dead-policy-link';
import { hasText } from '../../../locales';
import { fixture, judge, READ, surfaceOf, visitOf } from './page-visit';

interface Fixture {
  page: string;
  policy: PolicyOutcome | 'read';
}

function answer({ page, policy }: Fixture) {
  return judge(deadPolicyLink, visitOf([surfaceOf(page)], { policy: policy === 'read' ? READ : policy }));
}
const stored = (name: string) => answer(JSON.parse(fixture('dead-policy-link', `${name}.json`)) as Fixture);
const link = '<footer><a href="/yinsi.html">隐私政策</a></footer>';
const failed = (reason: PolicyFailureReason, httpStatus?: number, page = link) => answer({ page, policy: { status: 'failed', reason, url: 'https://www.example.cn/yinsi.html', httpStatus } });

describe('dead-policy-link', () => {
  it('accuses a link to a page that is not there, and shows the link and the answer', () => {
    expect(stored('failing')).toMatchObject({
      outcome: 'violation', evidence: [{ kind: 'page-element', text: '隐私政策', note: { 'zh-CN': expect.stringContaining('404') } }],
    });
  });

  it('passes a policy that could be read', () => {
    expect(stored('passing').outcome).toBe('pass');
  });

  it('does not apply without a link', () => {
    expect(stored('inapplicable').outcome).toBe('not-applicable');
  });

  it.each(['redirect-loop', 'empty', 'no-rules', 'self-link'] as const)('accuses %s', (reason) => {
    expect(failed(reason).outcome).toBe('violation');
  });

  it.each([['no-rules', 'other-document'], ['http-error', 'refused']] as const)('leaves %s to a person where the link is not called a policy', (reason, say) => {
    expect(failed(reason, reason === 'http-error' ? 404 : undefined, '<footer><a href="/yinsi.html">关于隐私</a></footer>')).toMatchObject({ outcome: 'review', say });
  });

  it.each(['shell', 'pdf', 'not-text', 'too-large', 'timeout', 'network', 'blocked', 'interrupted'] as const)('says that it could not look: %s', (reason) => {
    const verdict = failed(reason);
    expect(verdict.outcome).toBe('error');
    expect(hasText(`rules.dead-policy-link.${verdict.say}`)).toBe(true);
  });

  it.each([[410, 'violation'], [500, 'error'], [503, 'error'], [405, 'review']])('weighs status %i', (status, expected) => {
    expect(failed('http-error', status).outcome).toBe(expected);
  });

  it('leaves a link that only a script opens to a person', () => {
    expect(failed('self-link', undefined, '<footer><a href="javascript:;">隐私政策</a></footer>')).toMatchObject({ outcome: 'review', say: 'script-link' });
  });

  it('leaves another document to a person', () => {
    expect(failed('other-document').outcome).toBe('review');
  });

  it('has a sentence for whatever came back', () => {
    for (const reason of ['http-error', 'redirect-loop', 'empty', 'no-rules', 'self-link', 'other-document']) expect(hasText(`rules.dead-policy-link.evidence-${reason}`), reason).toBe(true);
  });
});
