/** Chrome only: a page without a window that lends its DOM to the service worker, which has none. */
import { browser } from 'wxt/browser';
import { readWithSources } from '../background/read-policy';
import type { ToReader } from '../background/policy-reader';

browser.runtime.onMessage.addListener((message: unknown, sender) => {
  if (sender.id !== browser.runtime.id || sender.tab) return undefined;
  const request = message as ToReader;
  if (request?.to !== 'policy-reader') return undefined;
  return readWithSources(request.url, request.pageUrl, request.site);
});
