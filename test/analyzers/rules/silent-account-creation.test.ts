import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../analyzers/artifacts';
import { silentAccountCreation } from '../../../analyzers/rules/silent-account-creation';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(silentAccountCreation, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('silent-account-creation', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('silent-account-creation', `${name}.html`))).toBe(expected);
  });

  const page = (line: string) => surfaceOf(`<form><p>手机号 <input name="m"></p><p>验证码 <input name="c"><span>获取验证码</span></p>${line}<button>登录</button></form>`);
  const exchange = (changes: Partial<Exchange>): Exchange => ({
    id: 'r1', at: 2_000, url: 'https://www.example.cn/login', host: 'www.example.cn', method: 'POST', type: 'xhr', pageUrl: 'https://www.example.cn/', items: [], setCookies: [], bodyBytes: 10, body: 'read', seenBy: 'web-request', ...changes,
  });
  const phone = { kind: 'phone' as const, form: 'plain' as const, where: 'body' as const, path: 'body > m', mask: '138****1234', digest: 'd', foundBy: 'needle' as const };
  const session = { name: 'token', domain: 'www.example.cn', lifetimeHours: null, mask: '***', digest: 'e', isIdentifier: true, blocked: false };
  const announced = page('<p>未注册的手机号验证后将自动创建账号</p>');

  it('accuses where the page announces an account and a session begins once the number was sent', () => {
    const visit = visitOf([announced], { exchanges: [exchange({ items: [phone], setCookies: [session] })] });
    expect(judge(silentAccountCreation, visit)).toMatchObject({ outcome: 'violation', say: 'violation-session', evidence: [{ kind: 'page-element' }, { kind: 'request', requestId: 'r1' }] });
  });

  it('leaves the announcement alone for review, and passes it beside a box', () => {
    expect(judge(silentAccountCreation, visitOf([announced])).outcome).toBe('review');
    expect(judge(silentAccountCreation, visitOf([page('<p><label><input type="checkbox">未注册手机号将自动创建账号，我同意《用户协议》</label></p>')])).outcome).toBe('pass');
  });

  it('asks a person where a session begins with a phone number and nothing spoke of an account', () => {
    const sent = { exchanges: [exchange({ items: [phone], setCookies: [session] })] };
    const lead = (line: string, button: string) => visitOf([surfaceOf(`<form><p>手机号 <input name="m"></p>${line}<button>${button}</button></form>`)], sent);
    expect(judge(silentAccountCreation, lead('', '立即领取'))).toMatchObject({ outcome: 'review', say: 'session-only', evidence: [{ kind: 'request' }] });
    expect(judge(silentAccountCreation, lead('', '登录')).outcome).toBe('not-applicable');
    expect(judge(silentAccountCreation, lead('<label><input type="checkbox">同意《隐私政策》</label>', '立即领取')).outcome).toBe('not-applicable');
  });

  it('does not take a session of another kind for one', () => {
    const visit = visitOf([announced], { exchanges: [exchange({ items: [phone], setCookies: [{ ...session, name: 'theme' }] })] });
    expect(judge(silentAccountCreation, visit).outcome).toBe('review');
  });

  it('passes an account made after the person agreed', () => {
    const surface = surfaceOf(fixture('silent-account-creation', 'failing.html'));
    const act = { at: 1, kind: 'tick-and-submit' as const, topics: ['agreement' as const], text: '登录', selector: 'button', pageUrl: surface.url };
    expect(judge(silentAccountCreation, visitOf([surface], { acts: [act] })).outcome).toBe('pass');
  });

  it.each([
    ['a person who pressed 注册', '<form><p>手机号 <input name="m"></p><p>密码 <input type="password" name="p"></p><button>注册</button></form><p>账号已创建</p>', 'pass'],
    ['an account that was there', '<p>您的账号已登录</p>', 'not-applicable'],
    ['an account made in a quote form', '<form><p>手机号 <input name="m"></p><button>获取报价</button></form><p>系统已自动为您注册会员账号</p>', 'violation'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
