/**
 * Pictures of the visited page for the evidence pack, by the person's press only. While a picture is taken, what is personal
 * in the page is covered and the element in question stands in a red frame; both are gone right after.
 */
import { browser } from 'wxt/browser';
import { ask } from '../popup/ask';
import { COVER, HIDDEN_PATTERNS, hidePersonal } from './hide-personal';

/** Time for the browser to draw what changed. */
const DRAW_MS = 250;

export type CaptureProblem = 'no-element' | 'not-possible';

export interface CaptureWish {
  /** Element to be marked. */
  selector?: string;
  /** Cover what is personal. */
  hide: boolean;
}

/** Shorter typed values stand in any text. */
const LEAST_NEEDLE = 3;

/** PNG of what is seen of a tab's page, with an element marked where one is asked for. */
export async function captureTab(tabId: number, { selector, hide }: CaptureWish): Promise<{ bytes: Uint8Array } | { problem: CaptureProblem }> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab || tab.windowId === undefined) return { problem: 'not-possible' };
  const here = await browser.tabs.getCurrent().catch(() => undefined);
  try {
    // Only the tab in front can be pictured: in a tab of its own, this view steps back for a moment.
    if (!tab.active) await browser.tabs.update(tabId, { active: true });
    const found = await prepare(tabId, selector);
    if (selector !== undefined && !found) return { problem: 'no-element' };
    if (hide) await cover(tabId);
    await new Promise((resolve) => setTimeout(resolve, DRAW_MS));
    const address = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    return { bytes: bytesOf(address) };
  } catch (error) {
    console.warn('mingshi: no picture could be taken:', error);
    return { problem: 'not-possible' };
  } finally {
    await clean(tabId);
    if (!tab.active && here?.id !== undefined) await browser.tabs.update(here.id, { active: true }).catch(() => undefined);
  }
}

async function prepare(tabId: number, selector: string | undefined): Promise<boolean> {
  const [result] = await browser.scripting.executeScript({ target: { tabId }, func: markElement, args: [selector ?? ''] });
  return result?.result === true;
}

/** Covers what is personal in every frame. Where the page itself cannot be covered, no picture is taken. */
async function cover(tabId: number): Promise<void> {
  const typed = await ask({ type: 'typed-values', tabId });
  const needles = [...new Set(typed.map((value) => value.trim().toLowerCase()))].filter((value) => value.length >= LEAST_NEEDLE || /^\p{Script=Han}{2}$/u.test(value));
  const patterns = HIDDEN_PATTERNS.map(({ source, flags }): [string, string] => [source, flags]);
  const [page] = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: hidePersonal, args: [COVER, patterns, needles] });
  if (typeof page?.result !== 'number') throw new Error('the page could not be covered');
}

async function clean(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: unmark, args: [COVER] }).catch(() => undefined);
}

/** Runs in the page's isolated world: it may use nothing from outside itself. True when the element stands in the frame. */
function markElement(selector: string): boolean {
  const host = document.createElement('mingshi-mark');
  host.style.cssText = 'all: initial; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none;';
  const root = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
  if (selector === '') return true;

  let scope: Document | ShadowRoot = document;
  let element: Element | null = null;
  let [left, top] = [0, 0];
  for (const [index, part] of selector.split(/ (>>>|\|>) /).entries()) {
    if (index % 2 === 1) {
      if (!element) return false;
      if (part === '>>>') {
        if (!element.shadowRoot) return false;
        scope = element.shadowRoot;
      } else {
        const inner: Document | null = element instanceof HTMLIFrameElement ? element.contentDocument : null;
        if (!inner) return false;
        element.scrollIntoView({ block: 'center' });
        const frame = element.getBoundingClientRect();
        [left, top] = [left + frame.left, top + frame.top];
        scope = inner;
      }
      continue;
    }
    try {
      element = scope.querySelector(part);
    } catch {
      return false;
    }
  }
  if (!element) return false;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return false;
  const frame = document.createElement('div');
  frame.style.cssText = `position: fixed; left: ${left + box.left - 5}px; top: ${top + box.top - 5}px; width: ${box.width + 4}px; height: ${box.height + 4}px; border: 3px solid #d3201f; border-radius: 4px; box-shadow: 0 0 0 2px #fff;`;
  root.append(frame);
  return true;
}

/** Takes away what was put in. */
function unmark(cover: string): void {
  for (const one of document.querySelectorAll(`mingshi-mark, ${cover}`)) one.remove();
}

function bytesOf(address: string): Uint8Array {
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}
