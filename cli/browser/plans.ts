/**
 * What a page has planned: its timers and animations. An audit stays on a page as long as something is still to come, and no
 * longer. Timers are noted by proxies set before the page's own scripts, as the extension's hooks are: the page sees its
 * native functions, and nothing it does is changed.
 */
import { randomUUID } from 'node:crypto';
import type { Frame, Page } from 'puppeteer-core';
import { within } from './session';

const ASK_MS = 1_000;

export class Plans {
  private constructor(private readonly page: Page, private readonly secret: string) {}

  /** Watches every document that `page` loads from now on. */
  static async watch(page: Page): Promise<Plans> {
    const secret = `m${randomUUID()}`;
    await page.evaluateOnNewDocument(noteTimers(secret));
    return new Plans(page, secret);
  }

  /** See `BrowserSession.planned`. Workers have timers of their own, which nobody can see. */
  async ask(horizonMs: number): Promise<number | undefined> {
    if (this.page.workers().length > 0) return undefined;
    const answers = await Promise.all(this.page.frames().filter((frame) => /^https?:/.test(frame.url())).map((frame) => this.#askFrame(frame, horizonMs)));
    // The number comes from the page's world: it may delay us a little, and nothing else.
    return answers.some((answer) => answer === undefined) ? undefined : Math.min(horizonMs, Math.max(0, ...(answers as number[])));
  }

  async #askFrame(frame: Frame, horizonMs: number): Promise<number | undefined> {
    const answer = await within(frame.evaluate(askTimers(this.secret, horizonMs)), ASK_MS, 'frame').catch(() => undefined);
    return typeof answer === 'number' && Number.isFinite(answer) ? answer : undefined;
  }
}

/** Script for the page, before its own: notes timers, and answers an event nobody else knows the name of. */
const noteTimers = (secret: string): string => `(() => {
  const KEPT = 500;
  // Firings of an interval that are waited for: what it has to do shows by then.
  const FIRINGS = 2;
  const { apply } = Reflect;
  const now = performance.now.bind(performance);
  const due = new Map();
  const watch = (name, after) => {
    const descriptor = Object.getOwnPropertyDescriptor(window, name);
    if (typeof descriptor?.value !== 'function' || !descriptor.configurable) return;
    const value = new Proxy(descriptor.value, {
      apply(target, self, args) {
        const result = apply(target, self, args);
        // What we note must never show in the page.
        try { after(args, result); } catch {}
        return result;
      },
    });
    Object.defineProperty(window, name, { ...descriptor, value });
  };
  const delayOf = (args) => (typeof args[1] === 'number' && args[1] > 0 ? args[1] : 0);
  const note = (id, at) => {
    if (due.size >= KEPT) for (const [old, then] of due) if (then < now()) due.delete(old);
    if (due.size < KEPT) due.set(id, at);
  };
  watch('setTimeout', (args, id) => note(id, now() + delayOf(args)));
  watch('setInterval', (args, id) => note(id, now() + FIRINGS * delayOf(args)));
  watch('clearTimeout', (args) => due.delete(args[0]));
  watch('clearInterval', (args) => due.delete(args[0]));
  addEventListener(${JSON.stringify(secret)}, (event) => {
    event.stopImmediatePropagation();
    const lefts = [...due.values()].map((at) => at - now()).filter((left) => left > 0 && left <= event.detail.horizon);
    event.detail.left = Math.max(0, ...lefts);
  }, true);
})();`;

/** Script for the page: milliseconds until the last planned thing within the horizon; null where nobody noted the timers. */
const askTimers = (secret: string, horizon: number): string => `(() => {
  const answer = { horizon: ${horizon}, left: -1 };
  dispatchEvent(new CustomEvent(${JSON.stringify(secret)}, { detail: answer }));
  if (answer.left < 0) return null;
  const animations = document.getAnimations().slice(0, 50).map((animation) => {
    const end = animation.effect?.getComputedTiming().endTime;
    const left = animation.playState === 'running' && typeof end === 'number' ? end - Number(animation.currentTime ?? 0) : 0;
    return left > 0 && left <= ${horizon} ? left : 0;
  });
  return Math.max(answer.left, ...animations);
})()`;
