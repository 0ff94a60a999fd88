import { describe, expect, it } from 'vitest';
import { minorsGuardianConsent } from '../../../../analyzers/policy/duties/minors-guardian-consent';
import { labelOf } from '../judge-lines';

describe('minors-guardian-consent', () => {
  it('is met for children', () => {
    expect(labelOf(minorsGuardianConsent, '如果您是未满14周岁的儿童，应在取得监护人同意后使用。')).toBe('met');
  });

  it('is met when the sentence beside speaks of children', () => {
    expect(labelOf(minorsGuardianConsent, '没有监护人的同意，不得创建账户。我们将不满14周岁的人视为儿童。')).toBe('met');
  });

  it('is partial for all minors', () => {
    expect(labelOf(minorsGuardianConsent, '若您是18周岁以下的未成年人，应事先取得监护人的同意。')).toBe('partial');
  });

  it('is partial by guidance', () => {
    expect(labelOf(minorsGuardianConsent, '我们建议未成年人在监护人指导下使用。')).toBe('partial');
  });

  it('is absent when nothing is said', () => {
    expect(labelOf(minorsGuardianConsent, '我们收集您的手机号。')).toBe('absent');
  });
});
