import { describe, expect, it } from 'vitest';
import { analyzePolicy, prepareReading } from '../../../../analyzers/policy/analyze';
import type { DutyLabel } from '../../../../analyzers/report';
import { documentOf } from '../document';

/** The same invented shop, in two languages. */
const CHINESE = [
  '# 隐私政策', '本政策由苏州灯笼书店有限公司（以下简称“我们”）制定，更新日期：2026年3月1日。', '# 我们收集的信息', '您注册时，我们收集您的手机号、邮箱和昵称，用于创建账号；我们自动收集设备型号、操作系统和IP地址，用于排查故障。',
  '# 保存', '订单记录自交易完成之日起保存三年，之后删除。数据存储在中国境内。', '# 您的权利', '您可以发送邮件至 hello@lantern.test 查阅、更正、删除个人信息或注销账号，我们在十日内答复。',
];
const ENGLISH = [
  '# Privacy Policy', 'Suzhou Lantern Books Co., Ltd. ("we") made this policy. Last updated: March 1, 2026.', '# What we collect', 'When you register we collect your phone number, e-mail address and nickname to create your account; we automatically collect your device model, operating system and IP address to find faults.',
  '# Keeping', 'We keep order records for three years after the sale and then delete them. Data are stored in mainland China.', '# Your rights', 'You may write to hello@lantern.test to access, correct or delete your personal information or to delete your account; we answer within ten days.',
];
const ASKED = ['handler-identity', 'policy-date', 'data-categories', 'retention-period', 'storage-location', 'right-access-copy', 'right-deletion', 'account-cancellation', 'response-time'];

const labels = (language: 'zh' | 'en', ...lines: string[]): (DutyLabel | undefined)[] => {
  const { duties } = analyzePolicy({ ...documentOf(...lines), language }, { id: 'x', lang: 'en' });
  return ASKED.map((duty) => duties[duty]?.label);
};
const MET = ASKED.map(() => 'met');

describe('a policy in two languages', () => {
  it('is met in each language alone', () => {
    expect(labels('zh', ...CHINESE)).toEqual(MET);
    expect(labels('en', ...ENGLISH)).toEqual(MET);
  });

  it('gets one verdict with one text after the other, or paragraph by paragraph', () => {
    const inTurn = CHINESE.flatMap((line, i) => [line, ENGLISH[i]!]);
    for (const language of ['zh', 'en'] as const) {
      expect(labels(language, ...CHINESE, ...ENGLISH)).toEqual(MET);
      expect(labels(language, ...inTurn)).toEqual(MET);
    }
  });

  it('is one policy when each language says another half', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(labels(language, ...CHINESE.slice(0, 4), ...ENGLISH.slice(4))).toEqual(MET);
      expect(labels(language, ...ENGLISH.slice(0, 4), ...CHINESE.slice(4))).toEqual(MET);
    }
  });

  it('finds the operator of an English text in its Chinese footer, however long the text', () => {
    const nameless = ENGLISH.map((line) => line.replace('Suzhou Lantern Books Co., Ltd. ("we") made', 'Lantern made'));
    const long = [...nameless, ...Array.from({ length: 200 }, (_, i) => `Shelf ${i} holds novels, maps and letters that readers may borrow and return.`)];
    expect(labels('en', ...long)[0]).toBe('partial');
    expect(labels('en', ...long, '© 2026 苏州灯笼书店有限公司 版权所有')[0]).toBe('met');
  });
});

describe('reading in slices', () => {
  it('lets other work go on, and finds the same', async () => {
    const lines = [...ENGLISH, ...Array.from({ length: 1_500 }, (_, i) => `We keep list ${i} of your orders for ${(i % 9) + 2} years, share it with couriers that we instruct, and never sell your phone number to advertisers.`)];
    const sliced = { ...documentOf(...lines), language: 'en' as const };
    let turns = 0;
    const others = setInterval(() => turns++);
    await prepareReading(sliced);
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
    const whole = { ...documentOf(...lines), language: 'en' as const };
    expect(analyzePolicy(sliced, { id: 'x', lang: 'en' }).duties).toEqual(analyzePolicy(whole, { id: 'x', lang: 'en' }).duties);
  });
});
