/**
 * What the popup asks for before anything is drawn: all at once, so that the first picture is the final one in the person's
 * own language, colours and size.
 */
import { browser } from 'wxt/browser';
import type { Lang } from '@/analyzers/artifacts';
import { translate } from '@/locales/views';
import type { Settings, TabState } from '../background/messages';
import { ask } from './ask';
import { tabId } from './tab';

/** Key in `storage.local`: the first-run words were read. */
export const WELCOMED = 'welcomed';

/** A first picture without an answer after this long: "checking" is better than nothing. */
const PATIENCE_MS = 400;

export interface First {
  tab?: number;
  state?: TabState;
  settings?: Settings;
  welcome: boolean;
}

/** The first answers, filled by `begin`. */
export const first: First = { welcome: false };

/** Asks for everything at once; resolves when all is there, or when waiting longer would be felt. */
export async function begin(): Promise<void> {
  const state = tabId().then(async (tab) => {
    first.tab = tab;
    const answer: TabState | { state: 'same' } = tab === undefined ? { state: 'unsupported' } : await ask({ type: 'tab-state', tabId: tab });
    if (answer.state !== 'same') first.state = answer;
  });
  const settings = ask({ type: 'settings' }).then((answer) => (first.settings = answer));
  const welcome = browser.storage.local.get(WELCOMED).then((stored) => (first.welcome = stored[WELCOMED] !== true));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.allSettled([state, settings, welcome]), late]);
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
