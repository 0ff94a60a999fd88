import { describe, expect, it } from 'vitest';
import { rightPortability } from '../../../../analyzers/policy/duties/right-portability';
import { labelOf } from '../judge-lines';

describe('right-portability', () => {
  it('is met when a copy can be had', () => {
    expect(labelOf(rightPortability, '您有权获取您的个人信息副本。')).toBe('met');
  });

  it('is met when data can be moved elsewhere', () => {
    expect(labelOf(rightPortability, '您可以请求将个人信息转移至您指定的其他处理者。')).toBe('met');
  });

  it('is absent when data move with the business', () => {
    expect(labelOf(rightPortability, '如我们被收购，您的个人信息可能会转移给新的公司。')).toBe('absent');
  });

  it('is absent when data move abroad', () => {
    expect(labelOf(rightPortability, '如果需要将您的个人信息转移到境外，我们会另行告知。')).toBe('absent');
  });

  it('does not take a copy of a licence or of the terms for a copy of data', () => {
    expect(labelOf(rightPortability, '认证时需提供营业执照副本照片。', '您可以获取本协议条款的副本。')).toBe('absent');
  });
});
