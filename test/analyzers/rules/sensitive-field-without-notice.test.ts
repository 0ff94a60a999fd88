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
    ['a notice in the form on this very data', form('<section><p>处理者：影像公司。我们处理您的人脸照片，目的仅为生成本次写真，保存 24 小时后删除。</p></section><p>上传正脸照 <input type="file" accept="image/*"></p>'), 'pass'],
    ['a notice in the form on other data', form('<section><p>我们收集您的银行卡号，用于退款。</p></section><p><span>姓名</span> <input></p><p><span>电话</span> <input></p><p>身份证号 <input name="i"></p>'), 'violation'],
    ['an age asked on a page that speaks to children', `<h1>小朋友，快来加入</h1>${form('<p>你几岁啦 <input name="n"></p>')}`, 'review'],
    ['a purpose said once for the form', form('<p>您填写的信息仅用于办理入住登记。</p><p>身份证号 <input name="i"></p>'), 'pass'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup).outcome).toBe(expected);
  });
});
