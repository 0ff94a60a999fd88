/**
 * What the popup asks for before anything is drawn: all at once, so that the first picture is the final one in the person's
 * own language, colours and size.
 */
import { browser } from 'wxt/browser';
import type { Lang } from '@/analyzers/artifacts';
import { translate } from '@/locales/views';
import type { Settings, TabState } from '../background/messages';
import { storedSettings } from '../background/settings-book';
import { snapshotOf } from '../background/snapshot';
import { ask } from './ask';
import { tabId } from './tab';

/** Key in `storage.local`: the first-run words were read. */
export const WELCOMED = 'welcomed';

/** A first picture without an answer after this long: "checking" is better than nothing. */
const PATIENCE_MS = 400;

export interface First {
  tab?: number;
  state?: TabState;
  /** The state is the one kept from before: the background has not answered yet. */
  isKept?: boolean;
  settings?: Settings;
  welcome: boolean;
}

/** The first answers, filled by `begin`. */
export const first: First = { welcome: false };

/**
 * Asks for everything at once; resolves when all is there, or when waiting longer would be felt. The background may have been
 * put to sleep: what is kept of the tab's judgement and the settings is read past it.
 */
export async function begin(): Promise<void> {
  const tab = tabId().then((id) => (first.tab = id));
  const settings = storedSettings().then((stored) => (first.settings = stored));
  const welcome = browser.storage.local.get(WELCOMED).then((stored) => (first.welcome = stored[WELCOMED] !== true));
  const answer = tab.then(async (id) => {
    const state: TabState | { state: 'same' } = id === undefined ? { state: 'unsupported' } : await ask({ type: 'tab-state', tabId: id });
    if (state.state !== 'same') Object.assign(first, { state, isKept: false });
  });
  const kept = Promise.all([tab, settings]).then(async ([id, { pausedEverywhere, pausedSites }]) => {
    const state = id === undefined ? undefined : await snapshotOf(id).catch(() => undefined);
    if (!state || pausedEverywhere || pausedSites.includes(state.site)) return answer;
    if (!first.state) Object.assign(first, { state, isKept: true });
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.allSettled([Promise.race([answer, kept]), settings, welcome]), late]);
}

/** Language, colours and text size at the document's root. */
export function dressed(settings: Settings | undefined, lang: Lang): void {
  const root = document.documentElement;
  root.lang = lang;
  document.title = translate(lang, 'popup.name');
  set(root, 'theme', settings && settings.theme !== 'system' ? settings.theme : undefined);
  set(root, 'size', settings && settings.textSize !== 'normal' ? settings.textSize : undefined);
}

function set(root: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) delete root.dataset[name];
  else root.dataset[name] = value;
}
