import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../../analyzers/policy/reading';
import { topicDigest } from '../../../../analyzers/policy/topics/digest';
import type { SummaryMatter } from '../../../../analyzers/report';
import { EN } from '../../../../analyzers/policy/en';
import { ZH } from '../../../../analyzers/policy/zh';
import { keysOf } from '../../../../locales';
import { documentOf } from '../document';

function digest(...lines: string[]): Record<SummaryMatter, string[]> {
  const document = documentOf(...lines);
  const summary = topicDigest(readPolicy(document, ZH));
  for (const { silent, passages } of summary) {
    expect(silent).toBe(passages.length === 0);
    expect(passages.length).toBeLessThanOrEqual(2);
    for (const { text, start, end } of passages) expect(document.text.slice(start, end)).toBe(text);
  }
  return Object.fromEntries(summary.map(({ about, passages }) => [about, passages.map(({ text }) => text)])) as Record<SummaryMatter, string[]>;
}

const POLICY = [
  '# 小象书店隐私政策', '感谢您使用小象书店。', '## 一、我们收集什么', '当您注册账号时，我们会收集您的手机号码和昵称，用于创建账号。', '我们可能收集相关信息。',
  '## 二、我们如何共享', '为向您送货，我们会将您的姓名和收货地址提供给北京飞象快递有限公司。', '## 三、存储', '我们将您的个人信息存储在中国境内，订单记录保存三年。',
  '## 四、您的权利', '您可以在“我的-设置”中查阅、更正、删除您的个人信息。', '## 五、联系我们', '如有疑问，请发送邮件至 help@xiaoxiang.example 联系我们。',
];

describe('the summary', () => {
  it('shows of each matter the sentence that tells most', () => {
    const shown = digest(...POLICY);
    expect(shown.collected[0]).toContain('手机号码和昵称');
    expect(shown.collected.join()).not.toContain('相关信息');
    expect(shown.recipients.join()).toContain('北京飞象快递有限公司');
    expect(shown.retention.join()).toContain('三年');
    expect(shown.place.join()).toContain('中国境内');
    expect(shown.rights.join()).toContain('更正');
    expect(shown.contact.join()).toContain('help@xiaoxiang.example');
  });

  it('says so where the policy is silent', () => {
    const shown = digest(...POLICY);
    for (const matter of ['children', 'personalisation', 'permissions'] as const) expect(shown[matter]).toEqual([]);
  });

  it('takes no heading and no opening of a list for a statement', () => {
    const shown = digest('# 我们如何收集和使用您的个人信息', '我们会收集以下信息：', '未成年人保护');
    expect(Object.values(shown).flat()).toEqual([]);
  });

  it('shows what stands twice in the text once', () => {
    const line = '订单记录保存三年，之后我们会删除您的个人信息。';
    expect(digest('# 存储期限', line, '# 附则', line).retention).toEqual([line]);
  });

  it('stays in the order of the text', () => {
    const shown = digest('# 未成年人保护', '未满十四周岁的儿童使用本服务须取得监护人同意。', '若您是未成年人，请在监护人指导下使用，并取得监护人的同意。').children;
    expect(shown.length).toBe(2);
    expect(shown[0]).toContain('十四');
  });

  it('reads English by what its sentences state', () => {
    const document = { ...documentOf('# Privacy', 'We collect your email address and your phone number when you register.', 'We keep your personal data for three years.'), language: 'en' as const };
    const summary = topicDigest(readPolicy(document, EN));
    const of = (about: SummaryMatter): string => summary.find((line) => line.about === about)!.passages.map(({ text }) => text).join();
    expect(of('collected')).toContain('phone number');
    expect(of('retention')).toContain('three years');
    expect(of('children')).toBe('');
  });

  it('has a title for every matter', () => {
    const matters = topicDigest(readPolicy(documentOf('空'), ZH)).map(({ about }) => about);
    expect(keysOf('zh-CN').filter((key) => key.startsWith('summary.matters.')).map((key) => key.split('.')[2]).sort()).toEqual([...matters].sort());
  });
});
