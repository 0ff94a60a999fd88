import { describe, expect, it } from 'vitest';
import { breachNotice } from '../../../../analyzers/policy/duties/breach-notice';
import { labelOf } from '../judge-lines';

describe('breach-notice', () => {
  it('is met when the persons concerned are told', () => {
    expect(labelOf(breachNotice, '发生个人信息安全事件后，我们会以邮件、推送通知等方式告知您事件的基本情况。')).toBe('met');
  });

  it('is partial when there is only a plan', () => {
    expect(labelOf(breachNotice, '若发生信息泄露，我们会启动应急预案并上报监管部门。')).toBe('partial');
  });

  it('is absent when the user must tell the operator', () => {
    expect(labelOf(breachNotice, '如您发现账号泄露，请立即联系客服。')).toBe('absent');
  });

  it('is absent when only changes are notified', () => {
    expect(labelOf(breachNotice, '我们修改政策时会通知您。')).toBe('absent');
  });

  it('is not met by what users send', () => {
    expect(labelOf(breachNotice, '我们不对数据泄露负责。', '您需对您发送的内容负责。')).toBe('absent');
  });

  it('is met where an announcement lets users know', () => {
    expect(labelOf(breachNotice, '发生信息泄露时，我们会发布公告让您及时了解进展。')).toBe('met');
  });
});
