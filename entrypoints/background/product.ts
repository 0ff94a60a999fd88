/** What this build is and where it runs. */
import { browser } from 'wxt/browser';

export const VERSION = browser.runtime.getManifest().version;

/** Name and major version of the browser, for reports: "Chrome 156", "Firefox 153". */
export function browserName(): string {
  const match = /(Firefox|Edg|Chrome)\/(\d+)/.exec(navigator.userAgent);
  return match ? `${match[1] === 'Edg' ? 'Edge' : match[1]} ${match[2]}` : 'unknown';
}
