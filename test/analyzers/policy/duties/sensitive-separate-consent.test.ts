import { describe, expect, it } from 'vitest';
import { sensitiveSeparateConsent } from '../../../../analyzers/policy/duties/sensitive-separate-consent';
import { labelOf } from '../judge-lines';

describe('sensitive-separate-consent', () => {
  it('is met by a consent of its own', () => {
    expect(labelOf(sensitiveSeparateConsent, '收集人脸信息前，我们会取得您的单独同意。')).toBe('met');
  });

  it('is partial by plain consent', () => {
    expect(labelOf(sensitiveSeparateConsent, '经您授权后，我们会收集您的银行卡号。')).toBe('partial');
  });

  it('is absent without consent', () => {
    expect(labelOf(sensitiveSeparateConsent, '我们会收集您的身份证号。')).toBe('absent');
  });

  it('does not count consent to publishing', () => {
    expect(labelOf(sensitiveSeparateConsent, '我们会收集您的身份证号。', '公开披露敏感信息前，我们会告知公开披露的目的并征得您的明示同意。')).toBe('absent');
  });

  it('does not apply when none are collected', () => {
    expect(labelOf(sensitiveSeparateConsent, '我们收集您的昵称。')).toBe('na');
  });
});
