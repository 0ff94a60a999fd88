/** The steps of a visitor, carried out in Chromium with trusted events. */
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { messageOf } from '../io';
import { SHAKE, STEP_WAIT_MS, StepError, parseSelector } from '../steps';
import type { SelectorPart, Step } from '../steps';
import { pause, within } from './session';
import type { Arrival } from './session';

/** Carries out steps in one tab. */
export class Visitor {
  /** @param open - leads the tab to an address; @param frame - the frame of an address, the page itself where none is named, undefined where it is gone */
  constructor(
    private readonly page: Page,
    private readonly open: (url: string, timeoutMs: number) => Promise<Arrival>,
    private readonly frame: (url?: string) => Frame | undefined,
  ) {}

  /** @throws StepError */
  async perform(step: Step): Promise<void> {
    try {
      switch (step.do) {
        case 'goto': {
          const arrival = await this.open(new URL(step.url, this.page.url()).href, 30_000);
          if (!arrival.arrived) throw new StepError('failed', step, arrival.detail);
          return;
        }
        case 'wait':
          if (step.ms) await pause(step.ms);
          if (step.selector) await this.#find(step, step.selector);
          return;
        case 'click':
          return await this.#atRest(step, step.selector, click);
        case 'tick':
          return await this.#atRest(step, step.selector, (element) => tick(element, step));
        case 'type':
          return await this.#atRest(step, step.selector, (element) => this.#type(element, step));
        case 'shake':
          // A page that leaves at the first movement takes the answer with it.
          await this.page.evaluate(SHAKE).catch(() => undefined);
          await pause(700);
          return;
      }
    } catch (error) {
      throw error instanceof StepError ? error : new StepError('failed', step, messageOf(error));
    }
  }

  /**
   * Does something to the element of a step once it stands still: banners slide in, and frameworks replace what they drew.
   * Tried again while the contract's time for a step lasts.
   */
  async #atRest(step: Step, selector: string, act: (element: ElementHandle) => Promise<void>): Promise<void> {
    const until = Date.now() + STEP_WAIT_MS;
    for (;;) {
      const element = await this.#find(step, selector);
      try {
        await standsStill(element, until);
        return await act(element);
      } catch (error) {
        if (error instanceof StepError || Date.now() >= until || !/clickable|not visible|detached|not an Element|Node is|no node/i.test(messageOf(error))) throw error;
        await pause(200);
      }
    }
  }

  /** The element of a step, waited for as long as the contract says. */
  async #find(step: Step, selector: string): Promise<ElementHandle> {
    const parts = parseSelector(selector);
    const until = Date.now() + STEP_WAIT_MS;
    for (;;) {
      // The inner limit: a page whose script never ends answers no question.
      const found = await within(locate(this.frame(step.do === 'click' ? step.frame : undefined), parts), Math.max(until - Date.now(), 100), selector).catch((error: unknown) => {
        if (/not a valid selector|SyntaxError/i.test(messageOf(error))) throw new StepError('bad-selector', step);
        return undefined;
      });
      if (found && (await isShown(found, step))) return found;
      if (Date.now() >= until) throw new StepError('not-there', step);
      await pause(100);
    }
  }

  async #type(element: ElementHandle, step: Step & { do: 'type' }): Promise<void> {
    const sort = await element.evaluate((e) => (e instanceof HTMLSelectElement ? 'select' : e instanceof HTMLInputElement ? e.type : ''));
    if (sort === 'select') return choose(this.page, element as ElementHandle<HTMLSelectElement>, step);
    if (/^(date|month|week|time|datetime-local|color|range)$/.test(sort)) {
      // The parts of a date field are entered in an order that depends on the language: the value is set whole.
      await element.evaluate((e, text) => {
        const field = e as HTMLInputElement;
        field.value = text;
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
      }, step.text);
      return;
    }
    await click(element);
    await element.focus();
    await this.page.keyboard.type(step.text, { delay: 15 });
  }
}

/** The element of a selector that may lead into frames and shadow roots; undefined while it is not there. */
export async function locate(frame: Frame | undefined, parts: SelectorPart[]): Promise<ElementHandle | undefined> {
  let element: ElementHandle | undefined;
  for (const { within: place, css } of parts) {
    const scope = place === 'page' ? frame : await inside(element, place);
    element = (await scope?.$(css)) ?? undefined;
    if (!element) return undefined;
  }
  return element;
}

/** Waits until an element keeps its place for a moment, at most until `until`. */
async function standsStill(element: ElementHandle, until: number): Promise<void> {
  let before = '';
  while (Date.now() < until) {
    const now = JSON.stringify(await element.boundingBox());
    if (now === before) return;
    before = now;
    await pause(80);
  }
}

/** What stands inside an element: the document of its frame, or its shadow root. */
async function inside(element: ElementHandle | undefined, place: 'frame' | 'shadow'): Promise<Frame | ElementHandle | undefined> {
  if (place === 'frame') return (await (element as ElementHandle<HTMLIFrameElement> | undefined)?.contentFrame()) ?? undefined;
  const root = await element?.evaluateHandle((e) => e.shadowRoot);
  return (root?.asElement() as ElementHandle | null | undefined) ?? undefined;
}

/** Boxes of styled tick boxes are often hidden behind their label: for ticking it is enough that they are there. */
async function isShown(element: ElementHandle, step: Step): Promise<boolean> {
  return step.do === 'tick' || within(element.isVisible(), 2_000, 'element').catch(() => false);
}

async function click(element: ElementHandle): Promise<void> {
  await element.scrollIntoView();
  await element.click({ delay: 20 });
}

/** Ticks a native or script-made box by clicks, as a person would; a box that is ticked already is left alone. */
async function tick(element: ElementHandle, step: Step): Promise<void> {
  const isTicked = () => element.evaluate((e) => (e instanceof HTMLInputElement ? e.checked : e.getAttribute('aria-checked') === 'true'));
  const canTell = await element.evaluate((e) => e instanceof HTMLInputElement || e.hasAttribute('aria-checked'));
  if (canTell && (await isTicked())) return;
  const tries: (() => Promise<void>)[] = [
    () => click(element),
    async () => {
      const label = (await element.evaluateHandle((e) => (e instanceof HTMLInputElement ? (e.labels?.[0] ?? null) : null))).asElement();
      if (label) await click(label as ElementHandle);
    },
    () => element.focus(),
  ];
  for (const attempt of tries) {
    const done = await attempt().then(
      () => true,
      () => false,
    );
    if (done && attempt === tries[2]) await element.press('Space');
    if (canTell ? await isTicked() : done) return;
  }
  throw new StepError('not-tickable', step);
}

/** Chooses an option by its text or value with the arrow keys, so that the page sees trusted events. */
async function choose(page: Page, select: ElementHandle<HTMLSelectElement>, step: Step & { do: 'type' }): Promise<void> {
  const plan = await select.evaluate((e, wanted) => {
    const open = [...e.options].filter((o) => !o.disabled && !(o.parentElement instanceof HTMLOptGroupElement && o.parentElement.disabled));
    const option = open.find((o) => o.value === wanted || o.text.trim() === wanted.trim());
    return option && { value: option.value, moves: open.indexOf(option) - open.findIndex((o) => o.selected) };
  }, step.text);
  if (!plan) throw new StepError('no-option', step, step.text);
  await select.focus();
  for (let i = 0; i < Math.abs(plan.moves); i++) await page.keyboard.press(plan.moves > 0 ? 'ArrowDown' : 'ArrowUp');
  if ((await select.evaluate((e) => e.value)) !== plan.value) await select.select(plan.value);
}
