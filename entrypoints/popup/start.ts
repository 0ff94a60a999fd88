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
 * put to sleep: what is kept of the tab's judgement and the settings is read past it, and only where nothing is kept is it
 * asked before the first picture. Starting it takes the processor that the picture needs; it is asked right after (`useTabState`).
 */
export async function begin(): Promise<void> {
  const tab = tabId().then((id) => (first.tab = id));
  const settings = storedSettings().then((stored) => (first.settings = stored));
  const welcome = browser.storage.local.get(WELCOMED).then((stored) => (first.welcome = stored[WELCOMED] !== true));
  const state = Promise.all([tab, settings]).then(async ([id, { pausedEverywhere, pausedSites }]) => {
    const kept = id === undefined ? undefined : await snapshotOf(id).catch(() => undefined);
    if (kept && !pausedEverywhere && !pausedSites.includes(kept.site)) Object.assign(first, { state: kept, isKept: true });
    else first.state = await answerFor(id);
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.allSettled([state, settings, welcome]), late]);
}

/** The background's own answer; undefined where the asker has it already, which a first question cannot. */
async function answerFor(tab: number | undefined): Promise<TabState | undefined> {
  const state: TabState | { state: 'same' } = tab === undefined ? { state: 'unsupported' } : await ask({ type: 'tab-state', tabId: tab });
  return state.state === 'same' ? undefined : state;
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
