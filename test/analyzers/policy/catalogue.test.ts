import { describe, expect, it } from 'vitest';
import { analyzePolicy } from '../../../analyzers/policy/analyze';
import { DUTIES } from '../../../analyzers/policy/duties';
import { RULES_VERSION } from '../../../analyzers/version';
import { hasText, keysOf } from '../../../locales';
import { documentOf } from './document';

describe('the catalogue of duties', () => {
  it('holds 48 duties, each once', () => {
    expect(new Set(DUTIES.map((duty) => duty.id)).size).toBe(48);
    expect(DUTIES).toHaveLength(48);
  });
  it.each(DUTIES.map((duty) => [duty.id, duty] as const))('%s has a title, a sentence per label, a basis and a kind that fits its name', (id, duty) => {
    const labels = duty.kind === 'flag' ? ['present', 'none'] : ['met', 'partial', 'absent'];
    for (const key of ['title', ...labels]) expect(hasText(`duties.${id}.${key}`), `${id}.${key}`).toBe(true);
    expect(duty.basis.length).toBeGreaterThan(0);
    expect(duty.kind === 'flag').toBe(id.startsWith('flag-'));
  });
  it('explains the same duties in both languages', () => {
    const duties = (lang: 'zh-CN' | 'en') => keysOf(lang).filter((key) => key.startsWith('duties.'));
    expect(duties('en')).toEqual(duties('zh-CN'));
  });
});

describe('judging a policy', () => {
  const policy = documentOf('# 隐私政策', '更新日期：2024年3月1日', '本政策由青禾科技有限公司（以下简称“我们”）制定。', '我们收集您的手机号，用于登录。');

  it('answers every duty with a label of its kind, quotes from the text and a sentence in the language asked for', () => {
    const result = analyzePolicy(policy, { id: 'a', lang: 'en' });
    expect(Object.keys(result.duties)).toHaveLength(48);
    expect(result.rulesVersion).toBe(RULES_VERSION);
    for (const { label, quotes, confidence, why } of Object.values(result.duties)) {
      expect(quotes.length > 0).toBe(['met', 'partial', 'present'].includes(label));
      for (const quote of quotes) expect(policy.text).toContain(quote);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      // A legal term may carry its Chinese in brackets.
      expect(why.replace(/\([^()]*\)/g, '')).toMatch(/^[A-Z][^\u4e00-\u9fff]*$/);
    }
  });
  it('is sure of nothing in a language that it cannot read', () => {
    const result = analyzePolicy({ ...policy, language: 'other' }, { id: 'a', lang: 'zh-CN' });
    expect(Object.values(result.duties).every(({ confidence }) => confidence === 0)).toBe(true);
  });
});
