import { describe, expect, it } from 'vitest';
import { recipientsNamed } from '../../../../analyzers/policy/duties/recipients-named';
import { labelOf } from '../judge-lines';

describe('recipients-named', () => {
  it('is met by a company', () => {
    expect(labelOf(recipientsNamed, '# 信息共享', '我们会将您的手机号提供给深圳市某某云通信有限公司，用于发送短信。')).toBe('met');
  });

  it('is met by a list of its own', () => {
    expect(labelOf(recipientsNamed, '关于共享的情况，请查阅《第三方信息共享清单》。')).toBe('met');
  });

  it('is partial by kinds', () => {
    expect(labelOf(recipientsNamed, '我们可能与广告合作伙伴共享您的设备信息。')).toBe('partial');
  });

  it('is absent when others only give data to the operator', () => {
    expect(labelOf(recipientsNamed, '如您使用微信账号登录，我们会从该第三方平台获取您的昵称。')).toBe('absent');
  });

  it('does not take the operator for a recipient', () => {
    expect(labelOf(recipientsNamed, '本政策由北京某某科技有限公司（以下简称“我们”）制定。', '我们可能与合作伙伴共享您的信息。')).toBe('partial');
  });

  it('does not apply where nothing is shared', () => {
    expect(labelOf(recipientsNamed, '我们不会向任何第三方共享、出售您的个人信息。')).toBe('na');
  });

  it('does not take the name in a denial for a recipient', () => {
    expect(labelOf(recipientsNamed, '我们不会接入任何第三方 SDK（例如友盟、极光）。')).toBe('na');
  });

  it('does not apply where the text never speaks of others', () => {
    expect(labelOf(recipientsNamed, '我们收集您的手机号，用于登录。')).toBe('na');
  });

  it('finds the kinds in the list that a sentence of exceptions opens', () => {
    expect(labelOf(recipientsNamed, '除以下情形外，我们不会与第三方分享您的信息：', '（1）我们的关联公司、物流供应商及广告商。')).toBe('partial');
  });

  it('is met by partners named in brackets', () => {
    expect(labelOf(recipientsNamed, '您可以选择第三方支付机构（包括支付宝、银联）提供的服务。')).toBe('met');
  });
});
