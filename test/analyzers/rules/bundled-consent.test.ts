import { describe, expect, it } from 'vitest';
import { bundledConsent } from '../../../analyzers/rules/bundled-consent';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const answer = (markup: string) => judge(bundledConsent, visitOf([surfaceOf(markup)]));
const box = (label: string) => `<form><input name="mobile" placeholder="手机号"><p><input type="checkbox" id="a"> <label for="a">${label}</label></p><button>提交</button></form>`;

describe('bundled-consent', () => {
  it('accuses one box for the policy, sharing and a credit query', () => {
    expect(answer(fixture('bundled-consent', 'failing.html'))).toMatchObject({ outcome: 'violation', evidence: [{ kind: 'page-element', text: expect.stringContaining('征信') }] });
  });

  it('passes a box for each', () => {
    expect(answer(fixture('bundled-consent', 'passing.html')).outcome).toBe('pass');
  });

  it('does not apply where nothing is agreed to', () => {
    expect(answer(fixture('bundled-consent', 'inapplicable.html')).outcome).toBe('not-applicable');
  });

  it.each([
    ['marketing calls in the same breath', box('我已阅读并同意《隐私政策》，并愿意接收优惠活动短信和电话回访'), 'violation'],
    ['a credit authorisation among the documents', box('同意《用户协议》《隐私政策》《征信查询授权书》'), 'violation'],
    ['data given to partners', box('同意《隐私政策》及将我的信息提供给合作门店'), 'violation'],
    ['a face in the same breath', box('我同意《隐私政策》，同意采集我的人脸信息用于核验'), 'violation'],
    ['an English bundle', box('I agree to the Privacy Policy and to receive marketing emails from partners'), 'violation'],
    ['agreement and policy together', box('我已阅读并同意《用户服务协议》和《隐私政策》'), 'review'],
    ['marketing with the agreement alone', box('我同意《会员服务协议》，并愿意接收促销短信'), 'review'],
    ['the policy as the manner of a separate consent', box('我同意按照《隐私政策》接收优惠活动短信'), 'pass'],
    ['a denial', box('我已阅读并同意《隐私政策》，平台不会向第三方提供我的信息'), 'pass'],
    ['a list that only informs', box('我已阅读并同意《隐私政策》及《第三方信息共享清单》'), 'pass'],
    ['rules for sensitive data read beside the policy', box('我已阅读并同意《隐私政策》《敏感个人信息处理规则》'), 'pass'],
    ['a promise of a later consent', box('我同意《隐私政策》，如需向第三方提供信息，平台将另行征得我的同意'), 'pass'],
    ['a free box left empty', box('（可选）同意《隐私政策》并接收优惠短信'), 'not-applicable'],
    ['a consent of its own for sensitive data', box('我单独同意平台处理我的身份证号，用于实名认证'), 'pass'],
  ])('answers %s', (_what, markup, expected) => {
    expect(answer(markup).outcome).toBe(expected);
  });

  it('takes news that somebody subscribes to for no extra', () => {
    const form = (extra = '') => `<form>订阅我们的新闻 <input type="email" placeholder="邮箱"><label><input type="checkbox">我同意接收营销邮件${extra}，并已阅读《隐私政策》</label><button>订阅</button></form>`;
    expect(answer(form()).outcome).toBe('pass');
    expect(answer(form('并将我的邮箱提供给合作企业')).outcome).toBe('violation');
  });

  it('leaves a long dialog that tells of sharing to a person', () => {
    const dialog = '<div class="modal" role="dialog"><p>点击同意即表示您同意《隐私政策》，并授权我们与关联公司共享您的信息。</p><button>不同意</button><button>同意</button></div>';
    expect(answer(dialog)).toMatchObject({ outcome: 'review', say: 'told-in-dialog' });
  });

  it('accuses a dialog that names an authorisation beside the policy', () => {
    const dialog = '<div class="modal" role="dialog"><p>请阅读并同意《隐私政策》《个人征信授权书》。</p><button>不同意</button><button>同意</button></div>';
    expect(answer(dialog).outcome).toBe('violation');
  });
});
