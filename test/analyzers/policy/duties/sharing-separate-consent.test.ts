import { describe, expect, it } from 'vitest';
import { sharingSeparateConsent } from '../../../../analyzers/policy/duties/sharing-separate-consent';
import { labelOf } from '../judge-lines';

describe('sharing-separate-consent', () => {
  it('is met by a consent of its own', () => {
    expect(labelOf(sharingSeparateConsent, '经您单独同意后，我们才会向第三方提供您的账户信息。')).toBe('met');
  });

  it('is partial by plain consent', () => {
    expect(labelOf(sharingSeparateConsent, '获得您的明确同意后，我们会与其他方共享您的个人信息。')).toBe('partial');
  });

  it('is partial when consent stands in a list of cases', () => {
    expect(labelOf(sharingSeparateConsent, '# 共享', '我们仅在以下情况下共享您的信息：', '- 1、事先获得您的同意')).toBe('partial');
  });

  it('is partial when the separate consent is for publishing', () => {
    expect(labelOf(sharingSeparateConsent, '公开披露前，我们会取得您的单独同意。', '经您授权，我们会与合作伙伴共享您的订单。')).toBe('partial');
  });

  it('is absent when data are shared unasked', () => {
    expect(labelOf(sharingSeparateConsent, '我们会与合作伙伴共享您的设备信息用于营销。')).toBe('absent');
  });

  it('does not apply where nothing is shared', () => {
    expect(labelOf(sharingSeparateConsent, '我们不会向任何第三方共享您的个人信息。')).toBe('na');
  });

  it('does not apply where the text never speaks of sharing', () => {
    expect(labelOf(sharingSeparateConsent, '我们收集您的手机号，用于登录。')).toBe('na');
  });

  it('is absent where data are given to others without a word on consent', () => {
    expect(labelOf(sharingSeparateConsent, '我们会将您的订单号提供给物流公司。')).toBe('absent');
  });
});
