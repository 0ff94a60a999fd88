import { describe, expect, it } from 'vitest';
import { rightCorrection } from '../../../../analyzers/policy/duties/right-correction';
import { labelOf } from '../judge-lines';

describe('right-correction', () => {
  it('is met when a page for it is named', () => {
    expect(labelOf(rightCorrection, '# 更正您的个人信息', '您可以进入“我的-个人资料”页面修改您的昵称和头像信息。')).toBe('met');
  });

  it('is met when steps follow a heading', () => {
    expect(labelOf(rightCorrection, '# 更正个人信息', '- 1）打开应用后，点击“我”', '- 2）点击“编辑资料”')).toBe('met');
  });

  it('is partial when the law grants it and no way is told', () => {
    expect(labelOf(rightCorrection, '您可以要求更正不准确的个人信息。')).toBe('partial');
  });

  it('is absent when only the policy is corrected', () => {
    expect(labelOf(rightCorrection, '我们可能适时修改本政策，并在页面公布修改后的版本。', '我们采取措施防止数据被未经授权修改。')).toBe('absent');
  });
});
