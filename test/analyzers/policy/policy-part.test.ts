import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../../analyzers/policy/classify';
import { policyPartOf } from '../../../analyzers/policy/policy-part';
import { documentOf } from './document';

const COMBINED = [
  '# 青禾商城用户协议与隐私政策', '更新日期：2030年5月1日',
  '## 第一部分 用户协议', '本平台为用户提供商品展示与交易服务。', '继续使用本服务即视为您同意本协议的全部内容。', '本平台有权随时终止服务，且不承担任何责任。',
  '## 第二部分 隐私政策', '### 一、收集', '您注册账号时，我们会收集您的手机号码，用于创建账号。', '| 信息 | 用途 |', '| 手机号码 | 登录 |', '### 二、共享', '未经您同意，我们不会向第三方提供您的个人信息。',
  '## 第三部分 争议解决', '因本协议产生的争议，提交本平台所在地人民法院解决。', '## 联系我们', '请写信给 privacy@qinghe.test。',
];

describe('a combined page', () => {
  const document = { ...documentOf(...COMBINED), title: '青禾商城用户协议与隐私政策' };
  const part = policyPartOf(document);

  it('is known as one', () => {
    expect(classifyDocument(document)).toEqual({ kind: 'combined' });
  });

  it('is judged by its policy, its date and its contacts, not by the clauses of the agreement', () => {
    expect(part.text).toContain('手机号码');
    expect(part.text).toContain('2030年5月1日');
    expect(part.text).toContain('privacy@qinghe.test');
    expect(part.text).not.toMatch(/视为您同意|不承担任何责任|人民法院/);
  });

  it('gives blocks and cells places in its own text', () => {
    expect(part.blocks.map((block) => part.text.slice(block.start, block.end)).join('\n')).toBe(part.text);
    const row = part.blocks.filter((block) => block.kind === 'table-row').at(-1);
    expect(row?.cells?.map((cell) => part.text.slice(cell.start, cell.end))).toEqual(['手机号码', '登录']);
  });

  it('is left whole where no part can be told', () => {
    const plain = documentOf('# 用户协议', '我们会收集您的手机号码。', '本平台有权终止服务。');
    expect(policyPartOf(plain)).toBe(plain);
  });
});
