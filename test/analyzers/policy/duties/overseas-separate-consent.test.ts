import { describe, expect, it } from 'vitest';
import { overseasSeparateConsent } from '../../../../analyzers/policy/duties/overseas-separate-consent';
import { labelOf } from '../judge-lines';

describe('overseas-separate-consent', () => {
  it('is met by a consent of its own', () => {
    expect(labelOf(overseasSeparateConsent, '在取得您的单独同意后，我们会向境外接收方提供您的运单信息。')).toBe('met');
  });

  it('is partial by plain consent', () => {
    expect(labelOf(overseasSeparateConsent, '在获得您的授权同意后，您的信息可能会被转移到境外。')).toBe('partial');
  });

  it('is absent without consent', () => {
    expect(labelOf(overseasSeparateConsent, '您的数据可能会被传输到境外服务器。')).toBe('absent');
  });

  it('does not apply when denied', () => {
    expect(labelOf(overseasSeparateConsent, '目前我们不存在向境外提供个人信息的情形。')).toBe('na');
  });
});
