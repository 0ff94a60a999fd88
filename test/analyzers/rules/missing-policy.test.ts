import { describe, expect, it } from 'vitest';
import { missingPolicy } from '../../../analyzers/rules/missing-policy';
import { fixture, judge, READ, surfaceOf, visitOf } from './page-visit';

const failing = () => surfaceOf(fixture('missing-policy', 'failing.html'));

describe('missing-policy', () => {
  it('accuses a form without a link, on it or on the home page', () => {
    expect(judge(missingPolicy, visitOf([failing()]))).toMatchObject({ outcome: 'violation', evidence: [{ kind: 'page-element', text: expect.stringContaining('联系电话') }] });
  });

  it('passes when the footer links to the policy', () => {
    expect(judge(missingPolicy, visitOf([surfaceOf(fixture('missing-policy', 'passing.html'))])).outcome).toBe('pass');
  });

  it('does not apply to a search box', () => {
    expect(judge(missingPolicy, visitOf([surfaceOf(fixture('missing-policy', 'inapplicable.html'))])).outcome).toBe('not-applicable');
  });

  it('does not accuse before the home page was looked at', () => {
    expect(judge(missingPolicy, visitOf([failing()], { home: { seen: false, hasPolicyLink: false } }))).toMatchObject({ outcome: 'review', say: 'home-unseen' });
  });

  it.each([
    ['the home page has the link', { home: { seen: true, hasPolicyLink: true } }],
    ['the policy was read', { policy: READ }],
    ['the link is there but dead', { policy: { status: 'failed' as const, reason: 'http-error' as const, httpStatus: 404 } }],
  ])('passes when %s', (_what, changes) => {
    expect(judge(missingPolicy, visitOf([failing()], changes)).outcome).toBe('pass');
  });

  it('passes when the log-in frame of another host shows the link', () => {
    const frame = surfaceOf('<p><a href="/privacy">隐私政策</a></p>', 'https://passport.example.com/box');
    expect(judge(missingPolicy, visitOf([failing(), frame])).outcome).toBe('pass');
  });

  it('leaves it to a person when only an agreement is linked', () => {
    const surface = surfaceOf('<form><input placeholder="手机号"><button>登录</button><a href="/t">《用户协议》</a></form>');
    expect(judge(missingPolicy, visitOf([surface]))).toMatchObject({ outcome: 'review', say: 'other-document' });
  });

  it('concludes nothing from a page that was cut', () => {
    expect(judge(missingPolicy, visitOf([{ ...failing(), truncated: true }])).outcome).toBe('error');
  });

  it('does not accuse a hidden form', () => {
    const surface = surfaceOf('<div style="display:none"><form><input placeholder="手机号"><button>提交</button></form></div>');
    expect(judge(missingPolicy, visitOf([surface])).outcome).toBe('not-applicable');
  });
});
