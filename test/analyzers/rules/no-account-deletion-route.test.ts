import { describe, expect, it } from 'vitest';
import type { PolicyOutcome, Visit } from '../../../analyzers/artifacts';
import type { DutyLabel, PolicyResult } from '../../../analyzers/report';
import { noAccountDeletionRoute } from '../../../analyzers/rules/no-account-deletion-route';
import { fixture, PAGE, READ, surfaceOf, visitOf } from './page-visit';

const GONE: PolicyOutcome = { status: 'failed', reason: 'http-error', httpStatus: 404, url: 'https://www.example.cn/privacy' };
const page = (inside: string, name = '账号设置') => `<html><head><title>${name}</title></head><body><h1>${name}</h1>${inside}<button>退出登录</button></body></html>`;

/** Judges pages of a visit with a policy of that label on cancelling. */
function verdictOf(pages: [markup: string, url?: string][], label: DutyLabel | undefined, changes: Partial<Visit> = {}) {
  const visit = visitOf(pages.map(([markup, url], index) => surfaceOf(markup, url ?? PAGE, 1_000 + index)), { policy: label ? READ : GONE, ...changes });
  const result = { duties: { 'account-cancellation': { label, quotes: [], confidence: 1, why: '' } } } as unknown as PolicyResult;
  const policy = label ? { url: PAGE, sha256: '', text: '我们收集手机号。', result, names: () => false } : undefined;
  return noAccountDeletionRoute.judge({ visit, flows: [], ...(policy ? { policy } : {}) } as unknown as Parameters<typeof noAccountDeletionRoute.judge>[0]);
}
const outcome = (markup: string, label: DutyLabel | undefined = 'absent') => verdictOf([[markup]], label).outcome;

describe('no-account-deletion-route', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('judges the %s page', (name, expected) => {
    expect(outcome(fixture('no-account-deletion-route', `${name}.html`))).toBe(expected);
  });

  it('takes what the policy says of cancelling as a route', () => {
    expect(outcome(page(''), 'met')).toBe('pass');
    expect(outcome(page(''), 'partial')).toBe('review');
  });

  it('accuses where the policy is gone, and concludes nothing where it could not be read', () => {
    expect(verdictOf([[page('')]], undefined).outcome).toBe('violation');
    expect(verdictOf([[page('')]], undefined, { policy: { status: 'failed', reason: 'timeout' } }).outcome).toBe('error');
    expect(verdictOf([[page('')]], undefined, { policy: { status: 'failed', reason: 'http-error', httpStatus: 502 } }).outcome).toBe('error');
    expect(verdictOf([[page('')]], undefined, { policy: { status: 'pending' } }).outcome).toBe('error');
  });

  it('does not count an entry nobody can see', () => {
    expect(verdictOf([[page('<ul style="display:none"><li><a href="/close">注销账号</a></li></ul>')]], 'absent')).toMatchObject({ outcome: 'violation', say: 'violation-hidden' });
  });

  it('leaves parts of the account that were not opened to a person, and accuses once they were', () => {
    const start = page('<a href="/me/security">账号与安全</a>', '个人中心');
    expect(verdictOf([[start]], 'absent')).toMatchObject({ outcome: 'review', facts: { entries: '账号与安全' } });
    expect(verdictOf([[start], [page('<a href="/me/phone">换绑手机</a>', '账号与安全'), 'https://www.example.cn/me/security']], 'absent').outcome).toBe('violation');
    expect(verdictOf([[start], [page('<a href="/close">注销账号</a>', '账号与安全'), 'https://www.example.cn/me/security']], 'absent').outcome).toBe('pass');
  });

  it.each([
    ['a part that a script opens', page('<div onclick="open()">隐私设置</div>'), 'review'],
    ['an entry in a list line with a remark', page('<div class="cell"><span>注销账号</span><span>注销后数据将永久删除</span></div>'), 'pass'],
    ['安全退出 and 注销登录, which end the session', page('<a href="/logout">注销登录</a>'), 'violation'],
    ['注销 that leads to log-out', page('<a href="/user/logout">注销</a>'), 'violation'],
    ['永久删除账号 instead of 注销', page('<a href="/bye">永久删除账号</a>'), 'pass'],
    ['a page headed 账号设置 with nobody logged in', '<html><head><title>账号设置</title></head><body><h1>账号设置教程</h1><p>登录后点击右上角。</p></body></html>', 'not-applicable'],
    ['a product page with 退出登录 in its header', '<html><head><title>保温杯</title></head><body><h1>316 保温杯</h1><button>退出登录</button></body></html>', 'not-applicable'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });

  it('takes the number under the name of the page for no way on', () => {
    const page = surfaceOf('<section><h1>个人中心</h1><p>手机号 138****2605</p></section><ul><li><a href="/orders">我的订单</a></li></ul><button>退出登录</button>');
    expect(page.account?.entries).toEqual([]);
  });
});
