import { describe, expect, it } from 'vitest';
import { promisePractice } from '../../../analyzers/traffic/promise-practice';
import { contextOf, cookie, exchange, item, T0 } from './visit-builder';

const stored = item('device-id', { lifetimeHours: 87_600, digest: 'd1' });
const phone = item('phone', { digest: 'p1' });
const rowsOf = (...args: Parameters<typeof contextOf>) => promisePractice(contextOf(...args)).rows.map(({ recipient, kind, says, missing, said }) => [recipient.domain, kind, says, missing ?? '', said?.quote ?? ''].join('|'));

describe('promisePractice', () => {
  it('puts the sentence that allows beside a kind and a recipient that are both told of', () => {
    expect(rowsOf({ exchanges: [exchange('hm.baidu.com', 5, [stored])] }, '我们使用百度统计，它会收集您的设备标识符。')).toEqual(['baidu.com|device-id|allows||我们使用百度统计，它会收集您的设备标识符。']);
  });

  it('tells a missing kind from a missing recipient and from both', () => {
    const missing = (text: string) => promisePractice(contextOf({ exchanges: [exchange('hm.baidu.com', 5, [stored])] }, text)).rows[0];
    expect(missing('我们使用百度统计。')).toMatchObject({ says: 'omits', missing: 'kind' });
    expect(missing('我们收集设备标识符用于统计。')).toMatchObject({ says: 'omits', missing: 'recipient', said: { quote: expect.stringContaining('设备标识符') as string } });
    expect(missing('我们重视您的隐私。')).toMatchObject({ says: 'omits', missing: 'both' });
  });

  it('puts a denial before what else the policy says', () => {
    expect(rowsOf({ exchanges: [exchange('hm.baidu.com', 5, [stored])] }, '我们收集设备标识符。\n我们不会向任何第三方提供您的个人信息。')[0]).toMatch(/denies\|\|我们不会向任何第三方/);
  });

  it('says nothing of a policy that could not be read', () => {
    expect(rowsOf({ exchanges: [exchange('hm.baidu.com', 5, [stored])] })).toEqual(['baidu.com|device-id|unread||']);
    expect(promisePractice(contextOf({ exchanges: [exchange('hm.baidu.com', 5, [stored])] }, 'Nous recueillons…', 'other')).rows[0]?.says).toBe('unread');
  });

  it('needs no name of the site itself, counts requests and keeps their stages', () => {
    const acts = [{ at: T0 + 50, kind: 'accept' as const, topics: ['policy' as const], text: '同意', selector: '#a', pageUrl: 'https://shop.example.cn/' }];
    const { rows } = promisePractice(contextOf({ exchanges: [exchange('shop.example.cn', 5, [phone]), exchange('shop.example.cn', 90, [phone])], acts }, '我们收集手机号用于登录。'));
    expect(rows).toMatchObject([{ kind: 'phone', count: 2, stages: ['before-choice', 'after-accept'], says: 'allows' }]);
  });

  it('counts a cookie that an answer sets, and leaves out what keeps the site’s own session', () => {
    expect(rowsOf({ exchanges: [exchange('stats.test', 5, [], { setCookies: [cookie()] }), exchange('shop.example.cn', 6, [stored])] }, '我们重视隐私。')).toEqual(['stats.test|cookie-id|omits|both|']);
  });

  it('lists what the policy declares and the visit did not show', () => {
    const { unseen } = promisePractice(contextOf({ exchanges: [exchange('shop.example.cn', 5, [phone])] }, '我们收集手机号、邮箱用于登录。'));
    expect(unseen.kinds.map(({ kind }) => kind)).toEqual(['email']);
  });

  it('stays bounded on a page with very many recipients', () => {
    const exchanges = Array.from({ length: 3_000 }, (_, i) => exchange(`r${i}.tracker${i}.test`, i, [stored]));
    expect(promisePractice(contextOf({ exchanges }, '我们重视隐私。')).rows).toHaveLength(200);
  });
});
