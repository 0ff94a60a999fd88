/** Functions of the page that are watched behave as before. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchMethod, watchResult } from '../../entrypoints/hooks.content/wrap';

/** Stands for an interface of the browser. */
class Answer {
  constructor(private readonly outcome: Promise<unknown>) {}
  json(): Promise<unknown> {
    return this.outcome;
  }
}

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
let before: NodeJS.UnhandledRejectionListener[];

beforeEach(() => {
  unhandled.length = 0;
  before = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', note);
});

afterEach(() => {
  process.removeAllListeners('unhandledRejection');
  before.forEach((listener) => process.on('unhandledRejection', listener));
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

it('tells what a promise came to and hands it on', async () => {
  const seen: unknown[] = [];
  watchResult(Answer.prototype, 'json', (_self, value) => {
    seen.push(value);
    throw new Error('ours');
  });
  await expect(new Answer(Promise.resolve({ a: 1 })).json()).resolves.toEqual({ a: 1 });
  expect(seen).toEqual([{ a: 1 }]);
  expect(Answer.prototype.json.name).toBe('json');
});

it('leaves a failure that nobody waits for unhandled, and one that is waited for handled', async () => {
  void new Answer(Promise.reject(new Error('left alone'))).json();
  await settled();
  expect(unhandled.map(String)).toEqual(['Error: left alone']);
  await new Answer(Promise.reject(new Error('waited for'))).json().catch(() => undefined);
  await settled();
  expect(unhandled).toHaveLength(1);
});

it('runs the native function whatever the watch does', () => {
  const owner = { double: (n: number) => n * 2 };
  watchMethod(owner, 'double', () => {
    throw new Error('ours');
  });
  expect(owner.double(21)).toBe(42);
});
