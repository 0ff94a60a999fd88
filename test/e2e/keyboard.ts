/** A page walked through by the tab key alone. */
import type { Page } from 'puppeteer-core';

/** What is needed of a page, as puppeteer's pages have it. */
export interface Hands {
  evaluate<A extends unknown[], R>(act: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  keyboard: { press(key: 'Tab'): Promise<void> };
}
export interface Walk {
  /** Controls that the tab key came to, in order. */
  reached: string[];
  /** Controls in view of a person that it never came to. */
  missed: string[];
  /** Controls without a visible sign of the focus, or with something lying over them while they have it. */
  hidden: string[];
}

/** Presses Tab from the page's beginning until it is through, or is back at the first control; then the focus is where it was. An open dialog is all there is. */
export async function walk(walked: Hands | Page): Promise<Walk> {
  const page = walked as Hands;
  const count = await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) document.activeElement.dataset.walkBefore = '';
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    let number = 0;
    for (const marked of document.querySelectorAll<HTMLElement>('[data-walk]')) delete marked.dataset.walk;
    const groups = new Set<string>();
    for (const element of (document.querySelector('dialog[open]') ?? document).querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
      if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) continue;
      // One stop for a group of radio buttons.
      if (element instanceof HTMLInputElement && element.type === 'radio' && (groups.has(element.name) || !groups.add(element.name))) continue;
      element.dataset.walk = String(number++);
    }
    scrollTo(0, 0);
    return number;
  });
  const seen = new Map<string, string>();
  const hidden: string[] = [];
  // Where the key begins depends on what had the focus last, and boxes that scroll are stops too: twice around is enough for all.
  for (let step = 0; step < 2 * count + 10; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return undefined;
      const style = getComputedStyle(element);
      const next = element.nextElementSibling && getComputedStyle(element.nextElementSibling);
      const isMarked = (one: CSSStyleDeclaration | null): boolean => one !== null && one.outlineStyle !== 'none' && Number.parseFloat(one.outlineWidth) >= 2;
      const box = element.getBoundingClientRect();
      // The middle of what is in sight of it.
      const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
      const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
      const over = document.elementFromPoint(x, y);
      const isFree = box.width <= 1 || over === null || element.contains(over) || over.contains(element);
      const name = `${element.localName}.${element.className || element.id} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}`;
      return { walk: element.dataset.walk ?? name, name, marked: isMarked(style) || isMarked(next), free: isFree && box.top < innerHeight && box.bottom > 0 };
    });
    if (!at) continue;
    if (seen.has(at.walk)) break;
    seen.set(at.walk, at.name);
    if (!at.marked || !at.free) hidden.push(`${at.name}${at.marked ? '' : ' (no mark)'}${at.free ? '' : ' (covered)'}`);
  }
  const missed = await page.evaluate(
    (known) => [...document.querySelectorAll<HTMLElement>('[data-walk]')].filter((one) => !known.includes(one.dataset.walk!) && !(one instanceof HTMLInputElement && one.type === 'radio')).map((one) => `${one.localName}.${one.className} ${one.textContent?.trim().slice(0, 30)}`),
    [...seen.keys()],
  );
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const before = document.querySelector<HTMLElement>('[data-walk-before]');
    delete before?.dataset.walkBefore;
    before?.focus();
    scrollTo(0, 0);
  });
  return { reached: [...seen.values()], missed, hidden };
}
