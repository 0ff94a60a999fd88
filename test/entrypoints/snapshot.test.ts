import { beforeEach, describe, expect, it, vi } from 'vitest';
import { richReport } from '../components/samples';
import type { Snapshot } from '../../entrypoints/background/snapshot';

const memory = new Map<string, unknown>();
let url = '';
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (memory.has(key) ? { [key]: memory.get(key) } : {}),
        set: async (items: Record<string, unknown>) => Object.entries(items).forEach(([key, value]) => memory.set(key, value)),
        remove: async (key: string) => void memory.delete(key),
      },
    },
    tabs: { get: async () => ({ url }) },
  },
}));
const { keepSnapshot, snapshotOf } = await import('../../entrypoints/background/snapshot');

const state = (over: Partial<Snapshot> = {}): Snapshot => ({
  state: 'ready', site: 'yunshang-shop.cn', revision: 'a-1', report: richReport(),
  visit: { startedAt: 0, requests: 0, thirdParties: 0, acts: [], problems: [], shown: [], functions: [], isPrivate: false }, ...over,
});

describe('the judgement kept of a tab', () => {
  beforeEach(() => memory.clear());

  it.each([
    ['https://www.yunshang-shop.cn/register?x=1', true],
    ['http://yunshang-shop.cn/', true],
    ['https://notyunshang-shop.cn/', false],
    ['https://yunshang-shop.cn.evil.example/', false],
    ['chrome://settings/', false],
    ['', false],
  ])('is told only while the tab is on that site: %s', async (address, isTold) => {
    await keepSnapshot(7, state());
    url = address;
    expect((await snapshotOf(7))?.revision).toBe(isTold ? 'a-1' : undefined);
    expect(await snapshotOf(8)).toBeUndefined();
  });

  it('is forgotten with the visit, and not kept where it would be too large', async () => {
    url = 'https://yunshang-shop.cn/';
    await keepSnapshot(7, state());
    await keepSnapshot(7, undefined);
    expect(await snapshotOf(7)).toBeUndefined();
    await keepSnapshot(7, state());
    await keepSnapshot(7, state({ revision: 'x'.repeat(700_000) }));
    expect(await snapshotOf(7)).toBeUndefined();
  });
});
