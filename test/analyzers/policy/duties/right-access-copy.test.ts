import { describe, expect, it } from 'vitest';
import { rightAccessCopy } from '../../../../analyzers/policy/duties/right-access-copy';
import { labelOf } from '../judge-lines';

describe('right-access-copy', () => {
  it('is met when a menu path leads to the data', () => {
    expect(labelOf(rightAccessCopy, '# 您的权利', '您可以通过“我的-账号设置”查阅您的个人信息。')).toBe('met');
  });

  it('is met when one contact serves all rights', () => {
    expect(labelOf(rightAccessCopy, '# 您的权利', '您有权查询我们持有的您的资料。', '# 如何行使', '如需行使上述权利，请发送邮件至 privacy@example.cn。')).toBe('met');
  });

  it('is partial when the right is only named', () => {
    expect(labelOf(rightAccessCopy, '# 您的权利', '- 访问权：查询个人信息处理情况', '- 删除权：要求删除个人信息')).toBe('partial');
  });

  it('is absent when only visits to the site are spoken of', () => {
    expect(labelOf(rightAccessCopy, '当您访问我们的网站时，我们会收集您的浏览器信息。', '我们防止数据遭到未经授权的访问、使用和修改。')).toBe('absent');
  });

  it('is absent when staff look up data', () => {
    expect(labelOf(rightAccessCopy, '人工客服需要查询您的订单，我们会记录该操作。')).toBe('absent');
  });

  it('is not what a program reads', () => {
    expect(labelOf(rightAccessCopy, '扩展程序访问这些数据的唯一目的是完成您设定的任务。')).toBe('absent');
  });
});
