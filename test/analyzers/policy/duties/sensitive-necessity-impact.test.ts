import { describe, expect, it } from 'vitest';
import { sensitiveNecessityImpact } from '../../../../analyzers/policy/duties/sensitive-necessity-impact';
import { labelOf } from '../judge-lines';

describe('sensitive-necessity-impact', () => {
  it('is met by need and effect', () => {
    expect(labelOf(sensitiveNecessityImpact, '为完成实名认证，我们收集您的身份证号；如您拒绝提供，将无法使用租车功能。')).toBe('met');
  });

  it('is partial by need alone', () => {
    expect(labelOf(sensitiveNecessityImpact, '我们收集您的人脸信息用于登录验证。')).toBe('partial');
  });

  it('does not apply when none are collected', () => {
    expect(labelOf(sensitiveNecessityImpact, '我们收集您的昵称用于展示。')).toBe('na');
  });
});
