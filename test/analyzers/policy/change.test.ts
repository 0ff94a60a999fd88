import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../analyzers/artifacts';
import { changedDuties, comparePolicies, saysTheSame } from '../../../analyzers/policy/change';
import type { PolicyResult } from '../../../analyzers/report';

const document = (text: string) => ({ text }) as unknown as PolicyDocument;
const change = (before: string, after: string) => comparePolicies(document(before), document(after));
const LINES = ['更新日期：2026年3月1日', '我们收集您的手机号，用于登录。', '您的信息保存三年，期满后删除。', '我们不会向第三方提供您的个人信息。', '您可以在设置中注销账号。', '本站由拾光公司负责运营和维护。'];
const TEXT = LINES.join('\n');

describe('two texts of a policy', () => {
  it.each([
    ['white space and line breaks', TEXT.replaceAll('，', '， ').replaceAll('\n', '\n\n')],
    ['full-width signs', TEXT.replaceAll('，', ',').replaceAll('2026', '２０２６')],
    ['the date alone', TEXT.replace('2026年3月1日', '2026-06-30')],
    ['the order of clauses', [LINES[0], LINES[4], LINES[2], LINES[3], LINES[1], LINES[5]].join('\n')],
  ])('say the same when they differ by %s', (_what, after) => {
    expect(change(TEXT, after).clauses).toEqual([]);
  });

  it('give each change with its words and their place', () => {
    const after = TEXT.replace('三年', '十年').replace('您可以在设置中注销账号。', '').concat('\n我们还会读取您的通讯录，用于推荐好友。');
    const { clauses, count } = change(TEXT, after);
    expect(count).toBe(3);
    expect(clauses.map(({ kind, weight }) => [kind, weight])).toEqual([['changed', 'duty'], ['removed', 'duty'], ['added', 'duty']]);
    for (const { before, after: now } of clauses) {
      if (before) expect(TEXT.slice(before.start, before.end)).toBe(before.text);
      if (now) expect(after.slice(now.start, now.end)).toBe(now.text);
    }
  });

  it('weigh a number, a denial and a slip differently', () => {
    const long = '我们收集您的手机号、收货地址、订单信息和浏览记录，用于完成交易、安排配送、处理售后并改进商品的陈列方式，';
    expect(change(`${long}保存三十天。`, `${long}保存九十天。`).clauses[0]).toMatchObject({ kind: 'changed', weight: 'duty' });
    expect(change(`${long}会转给商家。`, `${long}不会转给商家。`).clauses[0]).toMatchObject({ weight: 'duty' });
    expect(change(`${long}保存三十天吧。`, `${long}保存三十天。`).clauses[0]).toMatchObject({ weight: 'wording' });
    expect(change(TEXT, TEXT.replace('负责运营和维护', '运营维护')).clauses).toMatchObject([{ weight: 'wording' }]);
  });

  it('read the date each text gives itself', () => {
    expect(change(TEXT, `${TEXT.replace('2026年3月1日', '2026年6月30日')}\n我们收集身份证号。`).dates).toEqual({ before: '2026-03-01', after: '2026-06-30' });
  });

  it('are compared in bounded time when nothing is alike', () => {
    const text = (seed: string) => Array.from({ length: 12_000 }, (_, i) => `我们为目的${seed}${i}收集信息${(i * 7919) % 1_000}。`).join('\n');
    const begun = performance.now();
    expect(change(text('甲'), text('乙')).count).toBeGreaterThan(1_000);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('are the same in meaning without being compared clause by clause', () => {
    expect(saysTheSame(document('A，b'), document('a b'))).toBe(true);
  });
});

it('duties whose label differs are named with both quotes', () => {
  const result = (label: string, quotes: string[]) => ({ duties: { purposes: { label, quotes, confidence: 1, why: '' }, 'policy-date': { label: 'met', quotes: [], confidence: 1, why: '' } } }) as unknown as PolicyResult;
  expect(changedDuties(result('met', ['用于登录']), result('partial', ['用于服务']))).toEqual([{ duty: 'purposes', before: { label: 'met', quotes: ['用于登录'] }, after: { label: 'partial', quotes: ['用于服务'] } }]);
});
