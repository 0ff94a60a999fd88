import { describe, expect, it } from 'vitest';
import { sensitiveFieldWithoutSeparateConsent } from '../../../analyzers/rules/sensitive-field-without-separate-consent';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(sensitiveFieldWithoutSeparateConsent, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('sensitive-field-without-separate-consent', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('sensitive-field-without-separate-consent', `${name}.html`))).toBe(expected);
  });

  it.each([
    ['one tick for policy and sensitive data', '<html><head><title>登记</title></head><body><form><p>身份证号 <input name="i"><small>用于办理年卡</small></p><p><label><input type="checkbox">我已阅读并同意《隐私政策》和《敏感个人信息处理规则》</label></p><button>提交</button></form></body></html>', 'review'],
    ['a button that agrees, under a line that names the data', '<html><head><title>登记</title></head><body><form><p>身份证号 <input name="i"><small>用于办理年卡</small></p><p>点击下方按钮，即表示您单独同意我们处理您的身份证号</p><button>同意并提交</button></form></body></html>', 'pass'],
    ['a reason by law', '<html><head><title>登记</title></head><body><form><p>身份证号 <input name="i"><small>根据《中华人民共和国反恐怖主义法》规定，须实名登记</small></p><button>提交</button></form></body></html>', 'review'],
    ['credit bought with what the contract needs', '<html><head><title>先享后付</title></head><body><form><p>姓名 <input name="n"></p><p>身份证号 <input name="i"><small>用于核验身份，为订立先享后付合同所必需</small></p><button>立即开通</button></form></body></html>', 'pass'],
    ['a card on an order', '<html><head><title>登记</title></head><body><form><p>银行卡号 <input name="c"></p><button>提交订单</button></form></body></html>', 'review'],
    ['a free field on illness', '<html><head><title>登记</title></head><body><form><p>过敏史（选填） <textarea name="g"></textarea></p><button>提交</button></form></body></html>', 'review'],
    ['a phone number', '<html><head><title>登记</title></head><body><form><p>手机号 <input name="m"></p><button>提交</button></form></body></html>', 'not-applicable'],
    ['a drawn box of its own', '<html><head><title>登记</title></head><body><form><p>身份证号 <input name="i"><small>用于办理年卡</small></p><p><i class="icon-check"></i>我已阅读并单独同意《敏感个人信息处理授权书》</p><button>提交</button></form></body></html>', 'pass'],
    ['a box that asks for marketing only', '<html><head><title>登记</title></head><body><form><p>身份证号 <input name="i"><small>用于办理年卡</small></p><p><label><input type="checkbox">同意接收优惠信息</label></p><button>提交</button></form></body></html>', 'violation'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
