import { describe, expect, it } from 'vitest';
import type { PageSurface } from '../../../analyzers/artifacts';
import { preTickedConsent } from '../../../analyzers/rules/pre-ticked-consent';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const outcome = (markup: string) => judge(preTickedConsent, visitOf([surfaceOf(markup)]));
const boxed = (box: string) => `<form><input name="mobile" placeholder="手机号">${box}<button>注册</button></form>`;

describe('pre-ticked-consent', () => {
  it('accuses a box that is ticked when the page opens', () => {
    const verdict = outcome(fixture('pre-ticked-consent', 'failing.html'));
    expect(verdict).toMatchObject({ outcome: 'violation', evidence: [{ kind: 'page-element', text: expect.stringContaining('《隐私政策》') }] });
  });

  it('passes an empty consent box beside a ticked 自动登录', () => {
    expect(outcome(fixture('pre-ticked-consent', 'passing.html')).outcome).toBe('pass');
  });

  it('does not apply to product filters', () => {
    expect(outcome(fixture('pre-ticked-consent', 'inapplicable.html')).outcome).toBe('not-applicable');
  });

  it.each([
    ['a switch of somebody logged in', '<header>你好，138****5678</header><div>接收优惠活动短信 <input type="checkbox" role="switch" checked></div>', 'review'],
    ['a switch beside a way to log out', '<a href="/logout">退出登录</a><div>接收优惠活动短信 <input type="checkbox" checked></div>', 'review'],
    ['the same switch where nobody is logged in', '<div>接收优惠活动短信 <input type="checkbox" checked></div>', 'violation'],
    ['a box in the form of an account being made', '<p>验证码已发送至 138****5678</p><form><input placeholder="短信验证码"><label><input type="checkbox" checked>接收优惠活动短信</label><button>完成注册</button></form>', 'violation'],
    ['a box in an order of somebody logged in', '<p>当前账号 138****5678</p><form><input placeholder="收货人"><label><input type="checkbox" checked>接收优惠活动短信</label><button>提交订单</button></form>', 'violation'],
  ])('weighs who may have ticked: %s', (_what, page, expected) => {
    expect(outcome(page).outcome).toBe(expected);
  });

  it.each([
    ['a ticked box for advertising messages', '<p><label><input type="checkbox" checked>同意接收优惠短信</label></p>', 'violation'],
    ['a ticked box with the role of one', '<p><span role="checkbox" aria-checked="true"></span>我同意《隐私政策》</p>', 'violation'],
    ['同意 chosen of a pair of radios', '<p>是否同意隐私政策：<label><input type="radio" name="a" checked>同意</label><label><input type="radio" name="a">不同意</label></p>', 'violation'],
    ['同意 chosen under a question of its own', '<p>是否同意我们向合作保险公司提供您的资料？</p><label><input type="radio" name="a" checked>同意</label><label><input type="radio" name="a">不同意</label>', 'violation'],
    ['a box with its words inside', '<div role="checkbox" aria-checked="true"><div><i></i></div><span>我已阅读并同意《隐私政策》</span></div>', 'violation'],
    ['a hidden box with its look drawn behind it', '<input type="checkbox" checked style="display:none"><div class="ui-form-checkbox"><span>我已阅读并同意《隐私政策》</span></div>', 'violation'],
    ['a ticked box in traditional characters', '<p><label><input type="checkbox" checked>我已閱讀並同意《隱私權政策》</label></p>', 'violation'],
    ['a sign that is a ticked box', '<p><span>☑</span> 我已阅读并同意《隐私政策》</p>', 'review'],
    ['a sign that is an empty box', '<p><span>□</span> 我已阅读并同意《隐私政策》</p>', 'pass'],
    ['a ticked box of another matter', '<p><label><input type="checkbox" checked>接受缺货时换同类商品</label></p>', 'review'],
    ['a ticked box for an agreement only', '<p><label><input type="checkbox" checked>我同意《用户协议》</label></p>', 'review'],
    ['an icon that looks ticked', '<p><i class="icon-check checked"></i>我已阅读并同意《隐私政策》</p>', 'review'],
    ['an icon that looks empty', '<p><i class="icon-check unchecked"></i>我已阅读并同意《隐私政策》</p>', 'pass'],
    ['a ticked box nobody can see', '<p style="display:none"><label><input type="checkbox" checked>我同意《隐私政策》</label></p>', 'not-applicable'],
    ['a locked switch for necessary cookies', '<p><label><input type="checkbox" checked disabled>同意必要 Cookie</label></p>', 'not-applicable'],
  ])('answers %s', (_what, box, expected) => {
    expect(outcome(boxed(box)).outcome).toBe(expected);
  });

  it('accuses a box that a script ticked, and not one the person ticked', () => {
    const change = (changedBy: 'user' | 'script'): PageSurface => {
      const surface = surfaceOf(boxed('<p><label><input type="checkbox">我同意《隐私政策》</label></p>'));
      return { ...surface, tickBoxes: surface.tickBoxes.map((box) => ({ ...box, checkedNow: true, changedBy })) };
    };
    expect(judge(preTickedConsent, visitOf([change('script')]))).toMatchObject({ outcome: 'violation', say: 'violation-by-script' });
    expect(judge(preTickedConsent, visitOf([change('user')])).outcome).toBe('pass');
  });

  it('does not accuse a site that remembers the tick of an earlier page', () => {
    const first = surfaceOf(boxed('<p><label><input type="checkbox">我同意《隐私政策》</label></p>'), 'https://www.example.cn/a', 1);
    const ticked = { ...first, tickBoxes: first.tickBoxes.map((box) => ({ ...box, checkedNow: true, changedBy: 'user' as const })) };
    const later = surfaceOf(boxed('<p><label><input type="checkbox" checked>我同意《隐私政策》</label></p>'), 'https://www.example.cn/b', 2);
    expect(judge(preTickedConsent, visitOf([ticked, later])).outcome).toBe('pass');
    expect(judge(preTickedConsent, visitOf([later])).outcome).toBe('violation');
  });

  it('does not accuse a site that remembers a tick which was sent before the page was read again', () => {
    const first = surfaceOf(boxed('<p><label><input type="checkbox">我同意《隐私政策》</label></p>'), 'https://www.example.cn/a', 1);
    const later = surfaceOf(boxed('<p><label><input type="checkbox" checked>我同意《隐私政策》</label></p>'), 'https://www.example.cn/b', 9);
    const sent = { at: 5, kind: 'tick-and-submit' as const, topics: ['policy' as const], text: '注册', selector: 'button', pageUrl: 'https://www.example.cn/a' };
    expect(judge(preTickedConsent, visitOf([first, later], { acts: [sent] })).outcome).toBe('pass');
    expect(judge(preTickedConsent, visitOf([first, later], { acts: [{ ...sent, pageUrl: 'https://www.example.cn/c' }] })).outcome).toBe('violation');
    expect(judge(preTickedConsent, visitOf([first, later], { acts: [{ ...sent, topics: ['cookies'] }] })).outcome).toBe('violation');
  });

  it('does not blame the site for the frame of another company', () => {
    const frame = surfaceOf(boxed('<p><label><input type="checkbox" checked>我同意《隐私政策》</label></p>'), 'https://ads.example.com/frame');
    expect(judge(preTickedConsent, visitOf([surfaceOf('<p>新闻</p>'), frame])).outcome).toBe('not-applicable');
  });

  it('says that it could not look when no page was read', () => {
    expect(judge(preTickedConsent, visitOf([]))).toMatchObject({ outcome: 'error', say: 'unread' });
  });

  it('leaves a switch among the person’s own settings to them', () => {
    expect(outcome('<h1>消息设置</h1><p>138****8888 <a href="#">退出登录</a></p><label>接收优惠短信 <input type="checkbox" role="switch" checked></label>')).toMatchObject({ outcome: 'review', say: 'own-setting' });
  });
});
