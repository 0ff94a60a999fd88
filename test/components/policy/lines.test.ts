import { describe, expect, it } from 'vitest';
import { brief, policyLine, shortAnswers } from '../../../components/policy/lines';
import type { LineName } from '../../../components/policy/lines';
import { duty, policy, richPolicy } from '../samples';

const line = (name: LineName, of = richPolicy(), lang: 'zh-CN' | 'en' = 'zh-CN') => policyLine(name, of, lang);
const words = (name: LineName, of = richPolicy(), lang: 'zh-CN' | 'en' = 'zh-CN') => line(name, of, lang)?.values.map(({ text, detail }) => [text, detail].filter(Boolean).join(' | '));

describe('the lines of a policy', () => {
  it('give values, not only passages', () => {
    expect(words('retention')).toEqual(['3 年 | 交易记录', '到注销账号为止 | 其他信息']);
    expect(words('retention', richPolicy(), 'en')).toEqual(['3 years | 交易记录', 'until the account is closed | 其他信息']);
    expect(words('purpose')).toEqual(['完成下单和配送', '登录和联系您', '结算货款']);
    expect(words('place')).toEqual(['中国境内', '说不向境外提供']);
    expect(words('answer')).toEqual(['15 个工作日内答复']);
    expect(words('closing')).toEqual(['我的—账户与安全—注销账号']);
    expect(words('personalised')).toEqual(['可以关掉 | 您可以在“设置—隐私—个性化推荐”中关闭']);
    expect(words('contact')).toEqual(['service@yunshang-shop.cn | 个人信息保护负责人', '400-800-0000 | 客服']);
  });

  it('are told in as few words as they have, for comparing versions', () => {
    expect(shortAnswers('retention', richPolicy(), 'zh-CN')).toEqual(['交易记录 3 年', '其他信息 到注销账号为止']);
    expect(shortAnswers('correction', richPolicy(), 'zh-CN')).toEqual(['您有权更正您的个人信息']);
    expect(shortAnswers('personalised', policy(), 'zh-CN')).toEqual([]);
  });

  it('end a passage that stands for an answer where a clause ends', () => {
    expect(brief('我们采取合理的安全措施')).toBe('我们采取合理的安全措施');
    expect(brief('未满十四周岁的儿童应由监护人同意后使用本商城，监护人可以随时撤回同意，并要求我们删除儿童的全部信息。')).toBe('未满十四周岁的儿童应由监护人同意后使用本商城，监护人可以随时撤回同意');
    expect(brief('没有标点'.repeat(20))).toBe('没有标点'.repeat(20));
    expect(brief('Write to privacy@shop.example, and we answer within 1,000 minutes. A copy is sent to you by post in the second week after that day.')).toBe('Write to privacy@shop.example, and we answer within 1,000 minutes.');
  });

  it('put sensitive kinds first', () => {
    expect(line('collects')?.values[0]).toEqual({ text: '银行卡号', sensitive: true });
  });

  it('tell silence that was judged from silence that only was not found', () => {
    expect(line('deletion')?.state).toBe('absent');
    expect(line('permissions')?.state).toBe('silent');
    expect(line('correction')?.state).toBe('partly');
    expect(line('access')?.state).toBe('told');
  });

  it('leave out what does not arise', () => {
    expect(line('personalised', policy())).toBeUndefined();
    expect(line('security', policy())).toBeUndefined();
  });

  it('hold each passage once, with its place where it is known', () => {
    const quotes = line('recipients')!.quotes;
    expect(quotes).toEqual([{ text: '我们与迅达快递、合算数据共享必要的信息', start: 40, end: 60 - 1 }]);
  });

  it('fall back to the words of a policy read by an earlier version', () => {
    expect(words('retention', policy())).toEqual(['账号注销后三年']);
    const old = policy({ duties: { 'account-cancellation': duty('met', '可以注销账号') } });
    expect(line('closing', old)).toEqual({ name: 'closing', values: [], quotes: [{ text: '可以注销账号' }], state: 'told' });
    expect(line('closing', policy({ duties: {} }))).toBeUndefined();
  });
});
