import { describe, expect, it } from 'vitest';
import { entrustedProcessing } from '../../../../analyzers/policy/duties/entrusted-processing';
import { labelOf } from '../judge-lines';

describe('entrusted-processing', () => {
  it('is met by agreements', () => {
    expect(labelOf(entrustedProcessing, '对我们委托处理个人信息的公司，我们会与其签署严格的保密协定。')).toBe('met');
  });

  it('is met by instructions', () => {
    expect(labelOf(entrustedProcessing, '服务供应商仅会按照我们的指示处理您的数据。')).toBe('met');
  });

  it('is partial when suppliers are only mentioned', () => {
    expect(labelOf(entrustedProcessing, '我们使用第三方服务商存储数据。')).toBe('partial');
  });

  it('does not apply when nobody is entrusted', () => {
    expect(labelOf(entrustedProcessing, '我们未委托第三方处理您的个人信息。')).toBe('na');
  });

  it('is absent when nothing is said', () => {
    expect(labelOf(entrustedProcessing, '我们收集您的手机号。')).toBe('absent');
  });

  it('is not met by the operator\'s own secrecy, or by an authority\'s demand', () => {
    expect(labelOf(entrustedProcessing, '我们与合作伙伴共享信息。', '我们对您的信息承担保密义务。', '我们会根据行政机关的要求向其提供信息。')).toBe('partial');
  });

  it('is met where the processor must keep the data secret', () => {
    expect(labelOf(entrustedProcessing, '我们委托的服务商须承担保密义务。')).toBe('met');
  });

  it('is met by an agreement on who protects the data', () => {
    expect(labelOf(entrustedProcessing, '我们与合作方签订协议，明确数据保护责任。')).toBe('met');
  });
});
