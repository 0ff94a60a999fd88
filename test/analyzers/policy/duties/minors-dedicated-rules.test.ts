import { describe, expect, it } from 'vitest';
import { minorsDedicatedRules } from '../../../../analyzers/policy/duties/minors-dedicated-rules';
import { labelOf } from '../judge-lines';

describe('minors-dedicated-rules', () => {
  it('is met by a section', () => {
    expect(labelOf(minorsDedicatedRules, '# 未成年人保护', '我们重视未成年人个人信息的保护。', '如发现未经监护人同意收集了信息，我们会尽快删除。')).toBe('met');
  });

  it('is met by a document of its own', () => {
    expect(labelOf(minorsDedicatedRules, '请阅读《儿童个人信息保护规则》。')).toBe('met');
  });

  it('is partial by one sentence', () => {
    expect(labelOf(minorsDedicatedRules, '我们建议未成年人在监护人指导下使用本产品。')).toBe('partial');
  });

  it('is partial when one sentence is cut by a semicolon only', () => {
    expect(labelOf(minorsDedicatedRules, '若您是未成年人，请与监护人一起阅读本政策；')).toBe('partial');
  });

  it('is absent by a heading alone', () => {
    expect(labelOf(minorsDedicatedRules, '# 未成年人', '# 联系我们', '请致电客服热线。')).toBe('absent');
  });
});
