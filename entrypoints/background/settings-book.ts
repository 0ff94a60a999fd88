/** The person's few settings, kept in the browser's own local storage. */
import { browser } from 'wxt/browser';
import type { Settings } from './messages';

const KEY = 'settings';

/** More paused sites than anyone keeps by hand; a bound against a broken caller. */
const MAX_PAUSED = 1_000;
/** More rules than there are. */
const MAX_RULES = 500;

/** The settings as they are kept, or what holds while nothing is; for pages that cannot wait for the background. */
export async function storedSettings(): Promise<Settings> {
  return settingsFrom((await browser.storage.local.get(KEY))[KEY]);
}

function settingsFrom(stored: unknown): Settings {
  const untold: Settings = {
    lang: browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en', pausedSites: [], pausedEverywhere: false, theme: 'system', textSize: 'normal', reportOnly: [],
  };
  return { ...untold, ...checked(typeof stored === 'object' && stored !== null ? stored : {}) };
}

export class SettingsBook {
  current: Settings = settingsFrom(undefined);

  async open(): Promise<void> {
    this.current = await storedSettings();
  }

  async change(change: Partial<Settings>): Promise<Settings> {
    this.current = { ...this.current, ...checked(change) };
    await browser.storage.local.set({ [KEY]: this.current });
    return this.current;
  }

  isPaused(site: string): boolean {
    return this.current.pausedEverywhere || this.current.pausedSites.includes(site);
  }
}

function checked({ lang, pausedSites, pausedEverywhere, theme, textSize, reportOnly }: Partial<Settings>): Partial<Settings> {
  return {
    ...(lang === 'zh-CN' || lang === 'en' ? { lang } : {}),
    ...(Array.isArray(pausedSites) ? { pausedSites: texts(pausedSites, MAX_PAUSED) } : {}),
    ...(typeof pausedEverywhere === 'boolean' ? { pausedEverywhere } : {}),
    ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(textSize === 'normal' || textSize === 'large' || textSize === 'larger' ? { textSize } : {}),
    ...(Array.isArray(reportOnly) ? { reportOnly: texts(reportOnly, MAX_RULES) } : {}),
  };
}

function texts(values: readonly unknown[], most: number): string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))].slice(0, most);
}
