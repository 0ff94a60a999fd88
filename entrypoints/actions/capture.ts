/**
 * Pictures of the visited page for the evidence pack, by the person's press only. While a picture is taken, what is typed
 * into fields is hidden and the element in question stands in a red frame; both are gone right after.
 */
import { browser } from 'wxt/browser';

/** Time for the browser to draw what changed. */
const DRAW_MS = 250;

export type CaptureProblem = 'no-element' | 'not-possible';

/** PNG of what is seen of a tab's page, with an element marked where one is asked for. */
export async function captureTab(tabId: number, selector?: string): Promise<{ bytes: Uint8Array } | { problem: CaptureProblem }> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab || tab.windowId === undefined) return { problem: 'not-possible' };
  const here = await browser.tabs.getCurrent().catch(() => undefined);
  try {
    // Only the tab in front can be pictured: in a tab of its own, this view steps back for a moment.
    if (!tab.active) await browser.tabs.update(tabId, { active: true });
    const found = await prepare(tabId, selector);
    if (selector !== undefined && !found) return { problem: 'no-element' };
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

async function clean(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, func: unmark }).catch(() => undefined);
}

/** Runs in the page's isolated world: it may use nothing from outside itself. True when the element stands in the frame. */
function markElement(selector: string): boolean {
  const host = document.createElement('mingshi-mark');
  host.style.cssText = 'all: initial; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none;';
  const root = host.attachShadow({ mode: 'closed' });
  // Typed text is the person's own: fields keep their size and lose their ink.
  const style = document.createElement('style');
  style.dataset.mingshi = 'mark';
  style.textContent = 'input, textarea, select, [contenteditable=""], [contenteditable="true"] { color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; caret-color: transparent !important; }';
  document.documentElement.append(style, host);
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

/** Takes away what `markElement` put in. */
function unmark(): void {
  for (const one of document.querySelectorAll('mingshi-mark, style[data-mingshi="mark"]')) one.remove();
}

function bytesOf(address: string): Uint8Array {
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}
