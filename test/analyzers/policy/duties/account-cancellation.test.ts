import { describe, expect, it } from 'vitest';
import { accountCancellation } from '../../../../analyzers/policy/duties/account-cancellation';
import { labelOf } from '../judge-lines';

describe('account-cancellation', () => {
  it('is met when a path leads to it', () => {
    expect(labelOf(accountCancellation, '您可以通过“我的→设置→注销账号”注销您的账号。')).toBe('met');
  });

  it('is met when steps stand in the lines after', () => {
    expect(labelOf(accountCancellation, '# 注销账户', '您随时可注销账户，您可以通过以下方式操作：', '1、打开应用', '2、点击“注销账户”')).toBe('met');
  });

  it('is partial when it is only a case among others', () => {
    expect(labelOf(accountCancellation, '您注册账号后即可使用。', '如果您注销了账号，我们会停止收集。')).toBe('partial');
  });

  it('is partial when it is offered without a way', () => {
    expect(labelOf(accountCancellation, '您可以注册账号。', '当您不再使用本服务时，可以申请注销账户。')).toBe('partial');
  });

  it('is absent when there are accounts and nothing is said', () => {
    expect(labelOf(accountCancellation, '您注册账号时需要填写手机号，登录后即可使用。')).toBe('absent');
  });

  it('does not apply where there are no accounts', () => {
    expect(labelOf(accountCancellation, '本网站没有用户账户，浏览无需注册。')).toBe('na');
  });

  it('needs no answer where only children are told not to open accounts', () => {
    expect(labelOf(accountCancellation, '没有监护人同意，儿童不应创建用户账户。')).toBe('na');
  });

  it('is absent where accounts exist though some functions need none', () => {
    expect(labelOf(accountCancellation, '注册账号时您需提供手机号。', '若您仅需浏览，无需注册。')).toBe('absent');
  });
});
