import { describe, expect, it } from 'vitest';
import { recipientsDetail } from '../../../../analyzers/policy/duties/recipients-detail';
import { labelOf } from '../judge-lines';

describe('recipients-detail', () => {
  it('is met by purpose, data and the policy of the recipient', () => {
    expect(labelOf(recipientsDetail, '# 第三方服务', '本应用接入友盟SDK，收集设备型号和IP地址，用于统计分析，详见《友盟隐私政策》。')).toBe('met');
  });

  it('is met by a list of its own', () => {
    expect(labelOf(recipientsDetail, '共享的接收方、目的和信息种类见《第三方信息共享清单》。')).toBe('met');
  });

  it('is partial when the recipient cannot be asked', () => {
    expect(labelOf(recipientsDetail, '我们会向支付机构提供您的订单号，用于完成支付。')).toBe('partial');
  });

  it('does not apply where the text never speaks of others', () => {
    expect(labelOf(recipientsDetail, '我们收集您的手机号。')).toBe('na');
  });

  it('does not take links to other sites for recipients', () => {
    expect(labelOf(recipientsDetail, '本站可能包含第三方网站链接，请查看第三方网站的隐私政策。')).toBe('absent');
  });

  it('does not apply where nothing is shared', () => {
    expect(labelOf(recipientsDetail, '我们不会将您的个人信息提供给任何第三方。')).toBe('na');
  });
});
