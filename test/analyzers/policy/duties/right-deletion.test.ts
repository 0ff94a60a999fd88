import { describe, expect, it } from 'vitest';
import { rightDeletion } from '../../../../analyzers/policy/duties/right-deletion';
import { labelOf } from '../judge-lines';

describe('right-deletion', () => {
  it('is met when requests go to a contact', () => {
    expect(labelOf(rightDeletion, '在以下情形中，您可以向我们提出删除个人信息的请求，请发送邮件至 help@example.cn。')).toBe('met');
  });

  it('is met when the user deletes in the product', () => {
    expect(labelOf(rightDeletion, '您可以在“设置-历史记录”中清除您的搜索记录。')).toBe('met');
  });

  it('is partial when the right is only named', () => {
    expect(labelOf(rightDeletion, '您有权要求我们删除您的个人信息。')).toBe('partial');
  });

  it('is absent when only the operator deletes at the end', () => {
    expect(labelOf(rightDeletion, '超出保存期限后，我们将删除或匿名化处理相关数据。')).toBe('absent');
  });

  it('is absent when a permission to delete files is asked for', () => {
    expect(labelOf(rightDeletion, '该功能需要获取修改或删除SD卡内容的权限。')).toBe('absent');
  });
});
