import { describe, expect, it } from 'vitest';
import type { PolicyDocument, PolicyOutcome, Visit } from '../../../analyzers/artifacts';
import { unannouncedPolicyChange } from '../../../analyzers/rules/unannounced-policy-change';
import { fixture, judge, PAGE, READ, surfaceOf, visitOf } from './page-visit';

interface Case { page: string; before?: string; after: string }
const failing = JSON.parse(fixture('unannounced-policy-change', 'failing.json')) as Case;

const documentOf = (text: string): PolicyDocument => ({ ...(READ as Extract<PolicyOutcome, { status: 'read' }>).document, text });
function verdictOf({ page, before, after }: Case, changes: Partial<Visit> = {}) {
  return judge(unannouncedPolicyChange, visitOf([surfaceOf(page)], {
    policy: { status: 'read', document: documentOf(after), linked: [] },
    earlierPolicy: before === undefined ? 'none' : { document: documentOf(before), firstSeen: 0, lastSeen: Date.UTC(2026, 3, 1) },
    ...changes,
  }));
}
const withPage = (page: string) => verdictOf({ ...failing, page });

describe('unannounced-policy-change', () => {
  it('accuses a changed policy with its old date, and weighs that higher', () => {
    const verdict = verdictOf(failing);
    expect(verdict).toMatchObject({
      outcome: 'violation', say: 'violation-same-date', severity: 'high', facts: { seen: '2026-04-01' },
    });
    const quotes = 'evidence' in verdict ? verdict.evidence.map((one) => (one.kind === 'policy-text' ? one.quote : '')).join('\n') : '';
    for (const words of ['我们不会向第三方提供', '合作广告公司', '30日', '180日']) expect(quotes).toContain(words);
    const dated = verdictOf({ ...failing, after: failing.after.replace('2026年3月1日', '2026年6月1日') });
    expect(dated).toMatchObject({ outcome: 'violation' });
    expect(dated).not.toHaveProperty('severity');
  });

  it.each([['passing', 'pass'], ['inapplicable', 'not-applicable']])('judges the %s visit', (name, expected) => {
    expect(verdictOf(JSON.parse(fixture('unannounced-policy-change', `${name}.json`)) as Case).outcome).toBe(expected);
  });

  it.each([
    ['a dialog that says so', `<div role="dialog"><h2>隐私政策更新提示</h2><p>为了向您说明新的合作方，我们对隐私政策进行了更新。</p><button>同意</button><button>不同意</button></div>${failing.page}`, 'pass'],
    ['a mark beside the link', `${failing.page}<footer><a href="/privacy">隐私政策</a><sup>隐私政策有更新</sup></footer>`, 'pass'],
    ['what the policy says of changes to come', `${failing.page}<p>我们可能会适时更新隐私政策。</p>`, 'violation'],
    ['news of something else', `${failing.page}<p>新书更新：《城市与河》已上架。</p>`, 'violation'],
    ['a notice nobody can see', `<p style="display:none">我们更新了《隐私政策》，请阅读。</p>${failing.page}`, 'violation'],
    ['a dialog that asks anew without saying why', `<div role="dialog"><p>请阅读并同意《隐私政策》</p><button>同意</button><button>不同意</button></div>${failing.page}`, 'review'],
  ])('answers %s', (_what, page, expected) => {
    expect(withPage(page).outcome).toBe(expected);
  });

  it('leaves a slip mended, and a visit that saw the policy alone, to a person', () => {
    expect(verdictOf({ ...failing, after: failing.before!.replace('如有疑问请联系', '如有任何疑问请写信至') })).toMatchObject({ outcome: 'review', say: 'wording' });
    const policyPage = { ...surfaceOf(failing.page), url: 'https://www.example.cn/privacy' };
    expect(verdictOf(failing, { surfaces: [policyPage] })).toMatchObject({ outcome: 'review', say: 'only-policy-seen' });
  });

  it('passes the same text, and concludes nothing from a page half read', () => {
    expect(verdictOf(failing, { earlierPolicy: 'same' }).outcome).toBe('pass');
    expect(verdictOf({ ...failing, after: failing.before! }).outcome).toBe('pass');
    expect(verdictOf(failing, { surfaces: [{ ...surfaceOf(failing.page, PAGE), truncated: true }] }).outcome).toBe('error');
  });
});
