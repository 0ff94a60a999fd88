/** Puts the observer into a document that asks for it: it is large, and what only watches a page load can do without. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from 'wxt/browser';

const FILE = 'content-scripts/observer.js';

/** The part of chrome.scripting that is used; webextension-polyfill does not know documents by their id. */
interface Scripting {
  executeScript(injection: { target: { tabId: number; documentIds?: string[]; frameIds?: number[] }; files: string[]; injectImmediately: boolean }): Promise<unknown>;
}

/** Never rejects: the document may be gone already. */
export async function injectObserver(sender: Runtime.MessageSender & { documentId?: string }): Promise<void> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return;
  const frameId = sender.frameId ?? 0;
  try {
    if (import.meta.env.FIREFOX) {
      await browser.tabs.executeScript(tabId, { file: `/${FILE}`, frameId, matchAboutBlank: true, runAt: 'document_start' });
      return;
    }
    const { scripting } = (globalThis as unknown as { chrome: { scripting: Scripting } }).chrome;
    const target = sender.documentId ? { tabId, documentIds: [sender.documentId] } : { tabId, frameIds: [frameId] };
    await scripting.executeScript({ target, files: [FILE], injectImmediately: true });
  } catch {
    // Nobody is left to be observed.
  }
}
