import { describe, expect, it } from 'vitest';
import { complaintChannel } from '../../../../analyzers/policy/duties/complaint-channel';
import { labelOf } from '../judge-lines';

describe('complaint-channel', () => {
  it('is met when complaints have an address', () => {
    expect(labelOf(complaintChannel, '如您有投诉或举报，请发送邮件至 complaint@example.cn。')).toBe('met');
  });

  it('is met when the address stands in the list below', () => {
    expect(labelOf(complaintChannel, '如您对个人信息保护有任何投诉，请通过以下方式联系我们：', '- 电话：400-123-4567')).toBe('met');
  });

  it('is partial when the contact is a general one', () => {
    expect(labelOf(complaintChannel, '如对本政策有疑问，请联系 hello@example.cn。')).toBe('partial');
  });

  it('is partial when only an authority takes complaints', () => {
    expect(labelOf(complaintChannel, '您也可以向监管部门投诉。', '联系邮箱：hello@example.cn')).toBe('partial');
  });

  it('is absent when there is no contact', () => {
    expect(labelOf(complaintChannel, '我们重视您的隐私。', '当您投诉时，我们可能收集您的联系记录。')).toBe('absent');
  });

  it('is not met by a change of the channel', () => {
    expect(labelOf(complaintChannel, '个人信息保护部门的联络方式及投诉渠道发生变化时，我们会通知您。')).toBe('absent');
  });
});
