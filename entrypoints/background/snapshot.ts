/**
 * The newest judgement of each tab in the browser's memory, so that the popup shows it at once even when the background was put
 * to sleep and has to take up its visits first. It is corrected by the background's own answer a moment later.
 */
import { browser } from 'wxt/browser';
import type { TabState } from './messages';

export type Snapshot = Extract<TabState, { state: 'ready' }>;

/** Characters of one snapshot; larger ones are left to the background. */
const MOST_CHARS = 600_000;

const keyOf = (tabId: number): string => `snapshot-${tabId}`;

/** Keeps a tab's judgement, or forgets it. Never rejects: without it the popup only waits a little longer. */
export async function keepSnapshot(tabId: number, state: Snapshot | undefined): Promise<void> {
  const isKept = state !== undefined && JSON.stringify(state).length <= MOST_CHARS;
  await (isKept ? browser.storage.session.set({ [keyOf(tabId)]: state }) : browser.storage.session.remove(keyOf(tabId))).catch(() => undefined);
}

/** The judgement kept of a tab, where the tab is still on that site. */
export async function snapshotOf(tabId: number): Promise<Snapshot | undefined> {
  const key = keyOf(tabId);
  const [stored, tab] = await Promise.all([browser.storage.session.get(key), browser.tabs.get(tabId)]);
  const state = stored[key] as Snapshot | undefined;
  return state?.state === 'ready' && isOn(tab.url ?? '', state.site) ? state : undefined;
}

function isOn(url: string, site: string): boolean {
  const host = URL.canParse(url) && /^https?:/.test(url) ? new URL(url).hostname : '';
  return host === site || host.endsWith(`.${site}`);
}
