import { describe, expect, it } from 'vitest';
import { automatedDecisionOptOut } from '../../../../analyzers/policy/duties/automated-decision-opt-out';
import { labelOf } from '../judge-lines';

describe('automated-decision-opt-out', () => {
  it('is met by a switch', () => {
    expect(labelOf(automatedDecisionOptOut, '我们会向您推送个性化广告。', '您可以在“设置-隐私-个性化推荐”中关闭个性化广告。')).toBe('met');
  });

  it('is met by an answer to the message', () => {
    expect(labelOf(automatedDecisionOptOut, '我们会发送营销短信，您可以回复TD退订营销短信。')).toBe('met');
  });

  it('is partial without a way', () => {
    expect(labelOf(automatedDecisionOptOut, '我们会向您推荐您感兴趣的内容。', '您有权拒绝个性化推荐。')).toBe('partial');
  });

  it('is absent when there is no refusal', () => {
    expect(labelOf(automatedDecisionOptOut, '我们根据用户画像向您推送个性化广告。')).toBe('absent');
  });

  it('does not apply when nothing is personalised', () => {
    expect(labelOf(automatedDecisionOptOut, '我们收集您的手机号用于登录。')).toBe('na');
  });

  it('does not take places shown near the user for profiling', () => {
    expect(labelOf(automatedDecisionOptOut, '为精准展示您周边的站点，我们会收集位置。')).toBe('na');
  });

  it('is partial where only cookies can be refused', () => {
    expect(labelOf(automatedDecisionOptOut, '我们向您推送您感兴趣的广告。', '您可以通过修改浏览器设置拒绝接受 Cookie。')).toBe('partial');
  });
});
