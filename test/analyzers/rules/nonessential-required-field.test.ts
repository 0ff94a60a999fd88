import { describe, expect, it } from 'vitest';
import { confirmService } from '../../../analyzers/page/service';
import { nonessentialRequiredField } from '../../../analyzers/rules/nonessential-required-field';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(nonessentialRequiredField, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('nonessential-required-field', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('nonessential-required-field', `${name}.html`))).toBe(expected);
  });

  it('names the fields, the function and the words it was read from', () => {
    expect(verdict(fixture('nonessential-required-field', 'failing.html'))).toMatchObject({ facts: { fields: '生日、性别', service: { 'zh-CN': '扫码点餐' } }, evidence: [{ text: '生日' }, { text: '性别' }] });
  });

  it('leaves a guess for review, and accuses once the person confirmed the function', () => {
    const surface = surfaceOf('<form><p>生日 <input name="b" required></p><button>提交</button></form>');
    expect(judge(nonessentialRequiredField, visitOf([surface])).outcome).toBe('review');
    expect(judge(nonessentialRequiredField, visitOf([confirmService(surface, 'parking')])).outcome).toBe('violation');
    expect(judge(nonessentialRequiredField, visitOf([confirmService(surface, 'dating')])).outcome).toBe('pass');
  });

  it.each([
    ['a dictionary that wants a birthday', '<html><head><title>词典大全</title></head><body><form><p>生日 <input name="b" required></p><button>查词</button></form></body></html>', 'violation'],
    ['a birthday that is free', '<html><head><title>扫码点餐</title></head><body><form><p>生日 <input name="b"></p><button>开始点餐</button></form></body></html>', 'not-applicable'],
    ['a birthday with its reason', '<html><head><title>停车缴费</title></head><body><form><p>生日 <input name="b" required><small>用于核实驾驶人年龄</small></p><button>缴费</button></form></body></html>', 'pass'],
    ['a birthday wanted for gifts', '<html><head><title>扫码点餐</title></head><body><form><p>生日 <input name="b" required><small>用于发放生日优惠券</small></p><button>开始点餐</button></form></body></html>', 'review'],
    ['how to address someone', '<html><head><title>外卖订单</title></head><body><form><p>称呼 <label><input type="radio" name="g" required>先生</label><label><input type="radio" name="g">女士</label></p><button>提交订单</button></form></body></html>', 'pass'],
    ['a job application', '<html><head><title>职位申请 - 招聘</title></head><body><form><p>生日 <input name="b" required></p><p>性别 <select required><option>男</option><option>女</option></select></p><button>投递简历</button></form></body></html>', 'pass'],
    ['a horoscope, which works on the birthday', '<html><head><title>今日运势</title></head><body><form><p>生日 <input name="b" required></p><button>开始测算</button></form></body></html>', 'pass'],
    ['marital status at a check-up', '<html><head><title>体检预约</title></head><body><form><p>婚姻状况 <select required><option>未婚</option></select><small>用于确定检查项目</small></p><button>预约</button></form></body></html>', 'pass'],
    ['a birthday where nothing tells the function', '<html><head><title>登记</title></head><body><form><p>生日 <input name="b" required></p><button>提交</button></form></body></html>', 'review'],
    ['the makers of ordering systems', '<html><head><title>扫码点餐系统开发公司</title></head><body><form><p>生日 <input name="b" required></p><button>提交</button></form></body></html>', 'review'],
    ['goods to be sent home', '<html><head><title>确认订单 - 商城</title></head><body><form><p>收货人 <input name="n" required></p><p>手机号 <input name="m" required></p><p>详细地址 <input name="a" required></p><button>提交订单</button></form></body></html>', 'pass'],
    ['a search', '<html><head><title>词典</title></head><body><form><input name="q" placeholder="搜索单词" required><button>查词</button></form></body></html>', 'not-applicable'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
