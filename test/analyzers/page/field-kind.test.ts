import { describe, expect, it } from 'vitest';
import type { FieldHints } from '../../../analyzers/page/field-kind';
import { fieldKind } from '../../../analyzers/page/field-kind';

const kind = (hints: Partial<FieldHints>) => fieldKind({ label: '', placeholder: '', names: '', autocomplete: '', type: 'text', options: '', sendsCode: false, ...hints });

describe('fieldKind', () => {
  it.each([
    ['真实姓名', 'name'], ['收货人', 'name'], ['手机号码', 'phone'], ['联系方式', 'phone'], ['常用邮箱', 'email'], ['公民身份号码', 'id-number'], ['护照号', 'passport'],
    ['储蓄卡号', 'bank-card'], ['详细地址', 'address'], ['出生年月', 'birthday'], ['年龄', 'age'], ['性别', 'gender'], ['婚姻状况', 'marital-status'], ['税前月薪', 'income'],
    ['职业', 'occupation'], ['最高学历', 'education'], ['毕业院校', 'school'], ['几年级', 'grade'], ['民族', 'ethnicity'], ['宗教信仰', 'religion'], ['既往病史', 'health'],
    ['上传自拍照', 'face-photo'], ['身份证人像面照片', 'id-photo'], ['紧急联系人电话', 'emergency-contact'], ['孩子姓名', 'child-name'], ['宝宝的出生日期', 'child-birthday'],
    ['就读幼儿园', 'child-school'], ['车牌号', 'plate'], ['微信号', 'wechat'], ['QQ号', 'qq'], ['用户名', 'username'], ['短信验证码', 'sms-code'], ['图形验证码', 'captcha'],
    ['搜索商品', 'search'], ['留言内容', 'message'], ['Date of birth', 'birthday'], ['Phone number', 'phone'], ['Full name', 'name'],
  ])('reads the label %s', (label, expected) => {
    expect(kind({ label })).toBe(expected);
  });

  it.each([
    ['邮箱地址', 'email'], ['公司名称', 'other'], ['网站地址', 'other'], ['手机号/邮箱/用户名', 'username'], ['银行卡开户名', 'bank-card'], ['会员卡号', 'username'],
    ['请输入礼品卡卡号', 'username'], ['手机型号', 'other'], ['生日蛋糕尺寸', 'other'], ['产品定位', 'other'], ['身份证有效期', 'other'],
  ])('is not misled by the words in %s', (label, expected) => {
    expect(kind({ label })).toBe(expected);
  });

  it('takes a bare 验证码 for the message code only where codes are sent', () => {
    expect(kind({ placeholder: '请输入验证码', sendsCode: true })).toBe('sms-code');
    expect(kind({ placeholder: '请输入验证码', sendsCode: false })).toBe('captcha');
    expect(kind({ placeholder: '请输入验证码', names: 'smsCode' })).toBe('sms-code');
  });

  it('tells a list to choose from that can be searched from a search', () => {
    const list = { type: 'search', isCombobox: true };
    expect(kind({ ...list, label: '婚姻状况' })).toBe('marital-status');
    expect(kind({ ...list, placeholder: '请选择' })).toBe('other');
    expect(kind({ ...list, placeholder: '搜索姓名或手机号' })).toBe('search');
    expect(kind({ type: 'search', label: '婚姻状况' })).toBe('search');
  });

  it('takes a portrait of the size of a document for none', () => {
    expect(kind({ label: '上传证件照片', type: 'file' })).toBe('id-photo');
    expect(kind({ label: '在线证件照制作', type: 'file' })).toBe('other');
  });

  it('reads the account by what the prompt says it is', () => {
    expect(kind({ label: '账 号', placeholder: '请使用邮箱注册' })).toBe('email');
    expect(kind({ label: '账号', placeholder: '手机号/邮箱' })).toBe('username');
    expect(kind({ label: '手机验证', names: 'mobile' })).toBe('phone');
    expect(kind({ placeholder: '请输入验证码', sendsCode: true, codeBeside: 'picture' })).toBe('captcha');
  });

  it('falls back to autocomplete, options, type and technical names, in this order', () => {
    expect(kind({ autocomplete: 'section-a tel', names: 'email' })).toBe('phone');
    expect(kind({ options: '男 女', names: 'a1' })).toBe('gender');
    expect(kind({ type: 'email', names: 'x' })).toBe('email');
    expect(kind({ names: 'user[realName]' })).toBe('name');
    expect(kind({ names: 'sfzh' })).toBe('id-number');
    expect(kind({ names: 'field_7' })).toBe('other');
  });

  it('never takes a password for anything else', () => {
    expect(kind({ type: 'password', label: '手机号' })).toBe('password');
  });

  it('stays quick on a label made to be slow', () => {
    const started = performance.now();
    kind({ label: `${'身份证'.repeat(40)}${'孩子'.repeat(40)}`, names: 'a_'.repeat(200) });
    expect(performance.now() - started).toBeLessThan(50);
  });
});
