import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Settings } from '../background/messages';
import { ask } from '../popup/ask';

/** What holds until the background has answered. */
function untold(): Settings {
  return { lang: browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en', pausedSites: [], pausedEverywhere: false, theme: 'system', textSize: 'normal', reportOnly: [] };
}

/** The person's settings; follows what popup or a second dashboard changes. */
export function useSettings(): { settings: Settings; change: (part: Partial<Settings>) => Promise<void> } {
  const [settings, setSettings] = useState(untold);
  useEffect(() => {
    const read = (): void => void ask({ type: 'settings' }).then(setSettings, () => undefined);
    read();
    const follow = (_: unknown, area: string): void => void (area === 'local' && read());
    browser.storage.onChanged.addListener(follow);
    return () => browser.storage.onChanged.removeListener(follow);
  }, []);
  const change = useCallback(async (part: Partial<Settings>) => setSettings(await ask({ type: 'settings', change: part })), []);
  return { settings, change };
}
