import { describe, expect, it } from 'vitest';
import { publicDisclosure } from '../../../../analyzers/policy/duties/public-disclosure';
import { labelOf } from '../judge-lines';

describe('public-disclosure', () => {
  it('is met by consent', () => {
    expect(labelOf(publicDisclosure, '取得您的明示同意后，我们才会公开披露您的个人信息。')).toBe('met');
  });

  it('is met when it never happens', () => {
    expect(labelOf(publicDisclosure, '我们不会公开披露您的个人信息。')).toBe('met');
  });

  it('is met when consent stands in the list', () => {
    expect(labelOf(publicDisclosure, '我们仅会在以下情况下，公开披露您的个人信息：', '- 1、获得您明确同意后；')).toBe('met');
  });

  it('is absent when only guards against disclosure are told', () => {
    expect(labelOf(publicDisclosure, '我们防止数据遭到未经授权的访问、披露或丢失。')).toBe('absent');
  });
});
