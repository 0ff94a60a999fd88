import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { translate } from '../../locales/views';
import { Language } from '../../components/language';
import { Mark } from '../../components/seal';
import { SiteView } from '../../components/site-view';
import { Analysing, Paused, Unreachable, Unseen, Unsupported, Welcome } from '../../components/states';
import type { Settings, TabState } from '../background/messages';
import { ask } from './ask';
import { PauseMenu } from './pause-menu';
import { savePack } from './save-pack';
import { isWide, openWide } from './tab';
import { useTabState } from './use-tab-state';

/** Key in `storage.local`: the first-run words were read. */
const WELCOMED = 'welcomed';
const WIDE = isWide();

export function Popup() {
  const { tab, state, silent, refresh } = useTabState();
  const [settings, setSettings] = useState<Settings>();
  const [welcome, setWelcome] = useState(false);
  const [openedAt] = useState(() => Date.now());
  const lang = settings?.lang ?? (browser.i18n.getUILanguage().startsWith('zh') ? 'zh-CN' : 'en');

  useEffect(() => {
    ask({ type: 'settings' }).then(setSettings, () => undefined);
    browser.storage.local.get(WELCOMED).then((stored) => setWelcome(stored[WELCOMED] !== true), () => undefined);
  }, []);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = translate(lang, 'popup.name');
  }, [lang]);

  const change = async (part: Partial<Settings>): Promise<void> => {
    setSettings(await ask({ type: 'settings', change: part }));
    refresh();
  };
  const pauseHere = (site: string): void => void change({ pausedSites: [...new Set([...(settings?.pausedSites ?? []), site])] });
  const resume = (paused: Extract<TabState, { state: 'paused' }>): void =>
    void change(paused.everywhere ? { pausedEverywhere: false } : { pausedSites: (settings?.pausedSites ?? []).filter((site) => site !== paused.site) });
  const retry = (id: number): void => void ask({ type: 'retry-policy', tabId: id }).then(refresh, refresh);

  const site = state && 'site' in state ? state.site : '';
  return (
    <Language.Provider value={lang}>
      <div class={`popup-root${WIDE ? ' wide' : ''}`}>
        <header class="bar">
          <Mark />
          <span class="bar-name">{translate(lang, 'popup.name')}</span>
          <span class="bar-site">{site}</span>
          {tab !== undefined && !WIDE && state?.state === 'ready' ? (
            <button type="button" class="button button-quiet" onClick={() => void openWide(tab)} title={translate(lang, 'popup.full')} aria-label={translate(lang, 'popup.full')}>
              ⤢
            </button>
          ) : null}
          {state && state.state !== 'unsupported' && state.state !== 'paused' ? (
            <PauseMenu site={site} onHere={() => pauseHere(site)} onEverywhere={() => void change({ pausedEverywhere: true })} />
          ) : null}
          <button type="button" class="button button-quiet" lang={lang === 'en' ? 'zh-CN' : 'en'} onClick={() => void change({ lang: lang === 'en' ? 'zh-CN' : 'en' })}>
            {translate(lang, 'popup.language')}
          </button>
        </header>
        <main>
          {welcome ? (
            <Welcome
              onDone={() => {
                setWelcome(false);
                void browser.storage.local.set({ [WELCOMED]: true });
              }}
            />
          ) : null}
          {silent ? (
            <Unreachable onRetry={refresh} />
          ) : !state ? null : state.state === 'unsupported' ? (
            <Unsupported />
          ) : state.state === 'unseen' ? (
            <Unseen onReload={() => void (tab === undefined ? Promise.resolve() : browser.tabs.reload(tab)).then(refresh, refresh)} />
          ) : state.state === 'paused' ? (
            <Paused everywhere={state.everywhere} onResume={() => resume(state)} />
          ) : state.state === 'analysing' ? (
            <Analysing step={state.step} />
          ) : (
            <SiteView
              key={state.site}
              report={state.report}
              problems={state.visit.problems.map((problem) => problem.kind)}
              now={openedAt}
              onCopy={copy}
              onSavePack={tab === undefined ? undefined : (complaintText) => savePack(tab, complaintText)}
              onRetry={tab === undefined ? undefined : () => retry(tab)}
            />
          )}
        </main>
      </div>
    </Language.Provider>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
