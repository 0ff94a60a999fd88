import { describe, expect, it } from 'vitest';
import { rightExplanation } from '../../../../analyzers/policy/duties/right-explanation';
import { labelOf } from '../judge-lines';

describe('right-explanation', () => {
  it('is met when decisions may be questioned', () => {
    expect(labelOf(rightExplanation, '如果这些决定影响您的权益，您有权要求我们作出解释。')).toBe('met');
  });

  it('is met when the rules must be explained', () => {
    expect(labelOf(rightExplanation, '- 解释权：要求说明处理规则')).toBe('met');
  });

  it('is absent when suppliers follow our instructions', () => {
    expect(labelOf(rightExplanation, '我们要求他们按照我们的说明处理个人信息。')).toBe('absent');
  });

  it('is absent when the operator keeps the last word', () => {
    expect(labelOf(rightExplanation, '本政策的最终解释权归本公司所有。')).toBe('absent');
  });

  it('is absent when questions may be asked', () => {
    expect(labelOf(rightExplanation, '如有疑问，请联系客服。')).toBe('absent');
  });
});
