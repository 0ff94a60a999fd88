import { describe, expect, it } from 'vitest';
import { sensitiveIdentified } from '../../../../analyzers/policy/duties/sensitive-identified';
import { labelOf } from '../judge-lines';

describe('sensitive-identified', () => {
  it('is met when a kind is called sensitive', () => {
    expect(labelOf(sensitiveIdentified, '我们收集您的身份证号，身份证号属于敏感个人信息。')).toBe('met');
  });

  it('is met when the list stands in the next sentence', () => {
    expect(labelOf(sensitiveIdentified, '您上传的内容可能涉及敏感个人信息。包括证件号码、人脸信息。')).toBe('met');
  });

  it('is partial when the term is only used', () => {
    expect(labelOf(sensitiveIdentified, '我们收集您的银行卡号用于退款。', '我们加密存储敏感信息。')).toBe('partial');
  });

  it('is absent when such kinds are collected and never called so', () => {
    expect(labelOf(sensitiveIdentified, '我们会收集您的身份证号码和人脸照片。')).toBe('absent');
  });

  it('does not apply when none are collected', () => {
    expect(labelOf(sensitiveIdentified, '我们收集您的昵称。我们并未收集您的任何银行卡账号。')).toBe('na');
  });

  it('does not take a rough place for a track', () => {
    expect(labelOf(sensitiveIdentified, '我们收集您的位置信息。我们通过IP地址推断您大概的位置。')).toBe('na');
  });
});
