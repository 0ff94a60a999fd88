import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../analyzers/policy/facts';
import { readPolicy } from '../../../../analyzers/policy/reading';
import { EN } from '../../../../analyzers/policy/en';
import { ZH } from '../../../../analyzers/policy/zh';
import { documentOf } from '../document';

function purposesOf(lines: string[], language = ZH) {
  const document = documentOf(...lines);
  const { purposes = [] } = readFacts(document, readPolicy(document, language));
  for (const { text, start, end } of purposes) expect(document.text.slice(start, end)).toContain(text);
  return purposes.map(({ text }) => text);
}

describe('what data are for', () => {
  it.each([
    ['我们收集您的手机号，用于登录和联系您。', ['登录和联系您']],
    ['为了核对收货人，我们会收集您的姓名和收货地址。', ['核对收货人']],
    ['为完成寄件，我们需要收集您的身份证号。', ['完成寄件']],
    ['我们收集您的位置信息以便推荐附近门店（您可以关闭）。', ['推荐附近门店']],
    ['我们收集您的设备信息，以保障账号不被盗用、防止欺诈。', ['保障账号不被盗用、防止欺诈']],
  ])('is told in a few words: %s', (line, expected) => {
    expect(purposesOf(['# 我们如何收集和使用您的个人信息', line])).toEqual(expected);
  });

  it.each([
    ['本政策适用于云雀科技有限公司的网站，包括您的手机号等信息的处理。'],
    ['我们收集的手机号不会用于本政策未载明的其他目的。'],
    ['为了您更好地了解我们如何收集您的手机号，请阅读以下内容。'],
    ['您可以删除您的手机号，以便停止接收短信。'],
    ['我们收集您的手机号用于维护产品安全稳定运行所必需的，无需征得您的同意。'],
  ])('is not what only sounds like it: %s', (line) => {
    expect(purposesOf(['# 我们如何收集和使用您的个人信息', line])).toEqual([]);
  });

  it('comes from the column of a table that says so', () => {
    expect(purposesOf(['# 我们收集的个人信息', '| 信息 | 目的 |', '| 手机号 | 登录验证 |', '| 收货地址 | 配送商品 |'])).toEqual(['登录验证', '配送商品']);
  });

  it('leaves the purposes of recipients to the recipients', () => {
    expect(purposesOf(['# 第三方清单', '| SDK 名称 | 使用目的 |', '| 云雀推送 | 推送消息 |'])).toEqual([]);
  });

  it('tells what every service says only where there is nothing better', () => {
    expect(purposesOf(['# 我们如何收集和使用您的个人信息', '我们收集您的手机号，用于提供服务。'])).toEqual(['提供服务']);
    expect(purposesOf(['# 我们如何收集和使用您的个人信息', '我们收集您的手机号，用于提供服务。', '我们收集您的地址，用于上门安装。'])).toEqual(['上门安装']);
  });

  it('is read in English', () => {
    expect(purposesOf(['# How we use your information', 'We collect your email address in order to send you receipts.', 'Your phone number is used to verify your account.'], EN)).toEqual(['send you receipts', 'verify your account']);
  });
});
