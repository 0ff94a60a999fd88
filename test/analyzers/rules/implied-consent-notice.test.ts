import { describe, expect, it } from 'vitest';
import { impliedConsentNotice } from '../../../analyzers/rules/implied-consent-notice';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const outcome = (markup: string) => judge(impliedConsentNotice, visitOf([surfaceOf(markup)]));
const login = (line: string) => `<form><input name="mobile" placeholder="手机号"><input placeholder="验证码"><button>登录</button>${line}</form>`;

describe('implied-consent-notice', () => {
  it('accuses 登录即代表同意 without a box', () => {
    expect(outcome(fixture('implied-consent-notice', 'failing.html'))).toMatchObject({
      outcome: 'violation', evidence: [{ kind: 'page-element', text: expect.stringContaining('登录即代表') }],
    });
  });

  it('passes the same sentence beside a box to tick', () => {
    expect(outcome(fixture('implied-consent-notice', 'passing.html')).outcome).toBe('pass');
  });

  it('does not apply to a log-in without such a sentence', () => {
    expect(outcome(fixture('implied-consent-notice', 'inapplicable.html')).outcome).toBe('not-applicable');
  });

  it.each([
    ['注册 with 视为', login('<p>点击注册，视为您接受我们的隐私政策</p>'), 'violation'],
    ['未注册将自动注册，且代表同意', login('<p>未注册的手机号验证后自动注册，且代表您已同意《隐私政策》</p>'), 'violation'],
    ['the English form', login('<p>By signing in, you agree to our <a href="/p">Privacy Policy</a>.</p>'), 'violation'],
    ['browsing on, with a cross only', '<div id="bar">您继续浏览本网站即视为同意我们使用 Cookie。<button aria-label="关闭">×</button></div>', 'violation'],
    ['browsing on, with 我知道了', '<div id="bar"><p>您继续浏览本网站即视为同意我们使用 Cookie。</p><button>我知道了</button></div>', 'pass'],
    ['browsing on, with 接受 and 拒绝', '<div id="bar"><p>继续使用即表示你同意我们的隐私政策。</p><button>拒绝</button><button>接受</button></div>', 'pass'],
    ['a button that itself agrees', login('<p>注册即表示同意《隐私政策》</p>').replace('<button>登录', '<button>同意协议并登录'), 'pass'],
    ['an agreement only', login('<p>登录即代表同意《用户服务协议》</p>'), 'review'],
    ['a line that speaks for the person, with no box in sight', login('<p>我已阅读并同意《隐私政策》</p>'), 'review'],
    ['the same line beside a box', login('<p><input type="checkbox" id="c"><label for="c">我已阅读并同意《隐私政策》</label></p>'), 'not-applicable'],
    ['the same line above a button that agrees', login('<p>我已阅读并同意《隐私政策》</p>').replace('<button>登录', '<button>同意并登录'), 'not-applicable'],
    ['pressing 同意 means consent', login('<p>点击“同意”即表示您已阅读隐私政策</p>'), 'not-applicable'],
    ['ticking means consent', login('<p>勾选即代表您同意《隐私政策》</p>'), 'not-applicable'],
    ['a report on such sentences', '<h1>“登录即代表同意隐私政策”被点名</h1><p>记者发现，有应用写着“登录即代表同意《隐私政策》”。</p>', 'not-applicable'],
    ['an article', '<article><p>很多网站规定，登录即视为同意隐私政策。</p></article>', 'not-applicable'],
    ['the text of a short agreement', '<h1>用户服务协议</h1><p>您在注册、登录时，即视为您已同意本协议及隐私政策的全部内容。</p><p>账号由您妥善保管。</p>', 'not-applicable'],
    ['logging in does not mean consent', login('<p>登录不代表同意隐私政策，您可以另行选择</p>'), 'not-applicable'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup).outcome).toBe(expected);
  });

  it('leaves the words of a long agreement to the judging of documents', () => {
    const clause = '<p>会员应当妥善保管账号，因保管不善造成的损失由会员自行承担，平台将在能力范围内提供协助，并保留进一步处理的权利。</p>';
    expect(outcome(`<article>${clause.repeat(20)}<p>您继续使用平台服务，即视为同意本协议的全部内容和隐私政策。</p>${clause.repeat(20)}</article>`).outcome).toBe('not-applicable');
  });
});
