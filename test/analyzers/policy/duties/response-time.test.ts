import { describe, expect, it } from 'vitest';
import { responseTime } from '../../../../analyzers/policy/duties/response-time';
import { labelOf } from '../judge-lines';

describe('response-time', () => {
  it('is met by fifteen working days', () => {
    expect(labelOf(responseTime, '我们将在验证您的身份后十五个工作日内回复您的请求。')).toBe('met');
  });

  it('is met by seven days', () => {
    expect(labelOf(responseTime, '收到您的申请后，我们会在7日内处理完毕。')).toBe('met');
  });

  it('is partial when it takes a month', () => {
    expect(labelOf(responseTime, '我们将在三十天内做出答复。')).toBe('partial');
  });

  it('is partial when it is only prompt', () => {
    expect(labelOf(responseTime, '您的意见将会得到及时的处理。')).toBe('partial');
  });

  it('is absent when a term is one of keeping', () => {
    expect(labelOf(responseTime, '账号注销后，我们将在15日内完成删除。', '日志保存7天后会自动清除。')).toBe('absent');
  });

  it('takes the shortest term promised', () => {
    expect(labelOf(responseTime, '访问请求将在30天内回复。', '投诉将在15个工作日内处理。')).toBe('met');
  });

  it('is not met by a denial', () => {
    expect(labelOf(responseTime, '我们不能保证及时处理您的请求。')).toBe('absent');
  });
});
