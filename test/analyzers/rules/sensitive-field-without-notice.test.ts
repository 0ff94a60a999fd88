import { describe, expect, it } from 'vitest';
import { sensitiveFieldWithoutNotice } from '../../../analyzers/rules/sensitive-field-without-notice';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const outcome = (markup: string) => judge(sensitiveFieldWithoutNotice, visitOf([surfaceOf(markup)]));
const form = (rows: string, button = '提交') => `<form>${rows}<button>${button}</button></form>`;

describe('sensitive-field-without-notice', () => {
  it('accuses an id number asked without a reason', () => {
    expect(outcome(fixture('sensitive-field-without-notice', 'failing.html'))).toMatchObject({
      outcome: 'violation', facts: { fields: '身份证号码' }, evidence: [{ kind: 'page-element', text: '身份证号码', note: { 'zh-CN': '字段旁边没有看到说明用途的文字。' } }],
    });
  });

  it('passes the same field with its purpose beside it', () => {
    expect(outcome(fixture('sensitive-field-without-notice', 'passing.html')).outcome).toBe('pass');
  });

  it('does not apply to a message form', () => {
    expect(outcome(fixture('sensitive-field-without-notice', 'inapplicable.html')).outcome).toBe('not-applicable');
  });

  it.each([
    ['a child’s birthday', form('<p>宝宝生日 <input name="b"></p>'), 'violation'],
    ['a grown-up’s birthday', form('<p>生日 <input name="b"></p>'), 'not-applicable'],
    ['a child’s nickname alone', form('<p>宝宝昵称 <input name="b"></p>'), 'not-applicable'],
    ['an illness', form('<p>过敏史 <textarea name="g"></textarea></p>'), 'violation'],
    ['a department to visit', form('<p>就诊科室 <select name="d"><option>内科</option></select></p>'), 'review'],
    ['a card on an order', form('<p>银行卡号 <input name="c"></p>', '提交订单'), 'review'],
    ['a card elsewhere', form('<p>银行卡号 <input name="c"></p>'), 'violation'],
    ['an id number on a form called 实名认证', form('<p>身份证号 <input name="i"></p>', '提交实名认证'), 'review'],
    ['a purpose behind a question mark', form('<p>身份证号<i title="用于核实投保人身份">?</i> <input name="i"></p>'), 'pass'],
    ['a child’s grade named by the list itself', form('<p><input placeholder="孩子姓名"></p><p><select><option>孩子年级</option><option>一年级</option></select></p>'), 'violation'],
    ['a search for card cases', '<form><input placeholder="搜索身份证卡套、银行卡包"><button>搜索</button></form>', 'not-applicable'],
    ['an account that may be an id number', form('<p><input name="i" placeholder="手机号/身份证号/用户名"></p>', '登录'), 'not-applicable'],
    ['a purpose said once for the form', form('<p>您填写的信息仅用于办理入住登记。</p><p>身份证号 <input name="i"></p>'), 'pass'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup).outcome).toBe(expected);
  });
});
