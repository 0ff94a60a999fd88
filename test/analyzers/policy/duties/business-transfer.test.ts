import { describe, expect, it } from 'vitest';
import { businessTransfer } from '../../../../analyzers/policy/duties/business-transfer';
import { labelOf } from '../judge-lines';

describe('business-transfer', () => {
  it('is met when the successor is bound', () => {
    expect(labelOf(businessTransfer, '如发生合并、收购，我们会要求新的持有您信息的公司继续受本政策约束。')).toBe('met');
  });

  it('is met when the recipient is told', () => {
    expect(labelOf(businessTransfer, '在合并或分立时，我们会向您告知接收方的名称和联系方式。')).toBe('met');
  });

  it('is partial when only the case is told', () => {
    expect(labelOf(businessTransfer, '如公司发生重组，您的信息可能被转移。')).toBe('partial');
  });

  it('is absent when nothing is said', () => {
    expect(labelOf(businessTransfer, '我们不会转让您的账号。')).toBe('absent');
  });
});
