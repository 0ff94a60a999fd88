import { describe, expect, it } from 'vitest';
import { securityMeasures } from '../../../../analyzers/policy/duties/security-measures';
import { labelOf } from '../judge-lines';

describe('security-measures', () => {
  it('is met by two measures', () => {
    expect(labelOf(securityMeasures, '我们采用SSL加密保护您的信息，并部署访问控制机制，确保只有授权人员才可访问。')).toBe('met');
  });

  it('is partial by one', () => {
    expect(labelOf(securityMeasures, '我们使用加密技术保护您的信息。')).toBe('partial');
  });

  it('is partial by general words', () => {
    expect(labelOf(securityMeasures, '我们采取合理的安全措施保护您的信息。')).toBe('partial');
  });

  it('does not count what happens to data at their end', () => {
    expect(labelOf(securityMeasures, '我们采取合理的安全措施保护您的信息。', '期满后我们将删除或匿名化处理您的信息。')).toBe('partial');
  });

  it('is absent when nothing is said', () => {
    expect(labelOf(securityMeasures, '本政策适用于全部产品。')).toBe('absent');
  });

  it('does not take a web address for encryption', () => {
    expect(labelOf(securityMeasures, '反馈页面：https://example.cn/issues')).toBe('absent');
  });

  it('does not take limits of a right for limits of access', () => {
    expect(labelOf(securityMeasures, '您访问或控制数据的能力可能受到限制。')).toBe('absent');
  });
});
