import { expect, it } from 'vitest';
import { comeToRest } from '../../cli/audit/rest';
import { pause } from '../../cli/browser/session';
import type { BrowserSession } from '../../cli/browser/session';

/** A page whose plans are told by a list of moments (from now), and which is quiet. */
const page = (plans: number[] | undefined, answeredAt = 0) => {
  const since = Date.now();
  return {
    since,
    session: {
      answeredAt,
      isAlive: true,
      quiet: (ms: number) => pause(ms).then(() => true),
      planned: () => Promise.resolve(plans && Math.max(0, ...plans.map((at) => since + at - Date.now()))),
    } as unknown as BrowserSession,
  };
};
const stay = async ({ session, since }: ReturnType<typeof page>) => ({ sure: await comeToRest(session, since), ms: Date.now() - since });

it('leaves a page that plans nothing after its shortest stay, quiet included', async () => {
  const { sure, ms } = await stay(page([]));
  expect(sure).toBe(true);
  expect(ms).toBeGreaterThanOrEqual(1_190);
  expect(ms).toBeLessThan(4_000); // the stay where nothing can be told
});

it('waits for what a page plans, for what it makes of an answer, and no longer than four seconds where it cannot be told', async () => {
  const [timer, answer, endless, blind] = await Promise.all([stay(page([1_800])), stay(page([], Date.now())), stay(page([60_000])), stay(page(undefined))]);
  expect(timer.ms).toBeGreaterThanOrEqual(1_800 + 500);
  expect(answer.ms).toBeGreaterThanOrEqual(1_890);
  expect(endless).toMatchObject({ sure: false });
  expect(endless.ms).toBeGreaterThanOrEqual(3_990);
  expect(endless.ms).toBeLessThan(15_000); // a quarter of what it plans
  expect(blind.sure).toBe(false);
  expect(blind.ms).toBeGreaterThanOrEqual(3_990);
});

it('does not wait for a browser that has ended', async () => {
  const { session, since } = page([]);
  await expect(comeToRest(Object.assign(session, { isAlive: false }), since)).rejects.toThrow('ended');
});
