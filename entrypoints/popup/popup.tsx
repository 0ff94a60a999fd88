import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { translate } from '../../locales/views';
import { ActionsContext } from '../../components/actions';
import type { Actions } from '../../components/actions';
import { Language } from '../../components/language';
import { Mark } from '../../components/seal';
import type { PolicyHistoryProps } from '../../components/policy/history';
import { SettingsMenu } from '../../components/settings-menu';
import { SiteView } from '../../components/site/view';
import { Analysing, Paused, Unreachable, Unseen, Unsupported, Waking, Welcome } from '../../components/states';
import type { Settings, TabState } from '../background/messages';
import { ask } from './ask';
import { dressed, first, WELCOMED } from './start';
import { isWide, openDashboard, openWide } from './tab';
import { useDecisions } from './use-decisions';
import { useTabState } from './use-tab-state';

const WIDE = isWide();

export function Popup() {
  const { tab, state, silent, refresh } = useTabState();
  const [settings, setSettings] = useState<Settings | undefined>(first.settings);
  const [welcome, setWelcome] = useState(first.welcome);
  const [openedAt] = useState(() => Date.now());
  const lang = settings?.lang ?? (browser.i18n.getUILanguage().startsWith('zh') ? 'zh-CN' : 'en');
  useLayoutEffect(() => dressed(settings, lang), [settings, lang]);
  useEffect(() => {
    if (!settings) ask({ type: 'settings' }).then(setSettings, () => undefined);
  }, []);

  const change = async (part: Partial<Settings>): Promise<void> => {
    setSettings(await ask({ type: 'settings', change: part }));
    refresh();
  };
  const pauseHere = (site: string): void => void change({ pausedSites: [...new Set([...(settings?.pausedSites ?? []), site])] });
  const resume = (paused: Extract<TabState, { state: 'paused' }>): void =>
    void change(paused.everywhere ? { pausedEverywhere: false } : { pausedSites: (settings?.pausedSites ?? []).filter((site) => site !== paused.site) });

  const site = state && 'site' in state ? state.site : '';
  const isPausable = state !== undefined && state.state !== 'unsupported' && state.state !== 'paused';
  const dashboard = useCallback(() => void openDashboard(state?.state === 'ready' ? site : undefined), [site, state?.state]);
  return (
    <Language.Provider value={lang}>
      <div class={`popup-root${WIDE ? ' wide' : ''}`}>
        <header class="bar">
          <Mark />
          <span class="bar-name">{translate(lang, 'popup.name')}</span>
          <bdi class="bar-site" title={site}>
            {site}
          </bdi>
          <button type="button" class="button button-quiet" onClick={dashboard}>
            {translate(lang, 'popup.dashboard')}
          </button>
          <SettingsMenu
            textSize={settings?.textSize ?? 'normal'}
            theme={settings?.theme ?? 'system'}
            site={isPausable ? site : undefined}
            onPauseHere={() => pauseHere(site)}
            onPauseEverywhere={() => void change({ pausedEverywhere: true })}
            onLanguage={(chosen) => void change({ lang: chosen })}
            onTextSize={(textSize) => void change({ textSize })}
            onTheme={(theme) => void change({ theme })}
            onWide={tab !== undefined && !WIDE && state?.state === 'ready' ? () => void openWide(tab) : undefined}
          />
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
          ) : !state ? (
            <Waking />
          ) : state.state === 'unsupported' ? (
            <Unsupported />
          ) : state.state === 'unseen' ? (
            <Unseen onReload={() => void (tab === undefined ? Promise.resolve() : browser.tabs.reload(tab)).then(refresh, refresh)} />
          ) : state.state === 'paused' ? (
            <Paused everywhere={state.everywhere} onResume={() => resume(state)} />
          ) : state.state === 'analysing' ? (
            <Analysing step={state.step} site={state.site} />
          ) : (
            <Ready key={state.site} state={state} tab={tab} now={openedAt} settings={settings} refresh={refresh} />
          )}
        </main>
      </div>
    </Language.Provider>
  );
}

interface ReadyProps {
  state: Extract<TabState, { state: 'ready' }>;
  tab?: number;
  now: number;
  settings?: Settings;
  refresh: () => void;
}

/** A judged site, with all that a person can do in the popup. */
function Ready({ state: { report, visit }, tab, now, settings, refresh }: ReadyProps) {
  const decisions = useDecisions(report);
  const actions = useMemo<Actions>(
    () => ({
      ...decisions,
      functions: visit.functions,
      ...(tab === undefined
        ? {}
        : {
            show: (place) => ask({ type: 'show', tabId: tab, place }).then(({ showing }) => showing),
            confirmFunction: (url, service) => void ask({ type: 'confirm-function', tabId: tab, url, service }).then(refresh, refresh),
          }),
    }),
    [decisions, visit.functions, tab, refresh],
  );
  const history = 'url' in report.policy && report.policy.url !== undefined ? historyOf(report.site, report.policy.url) : undefined;
  return (
    <ActionsContext.Provider value={actions}>
      <SiteView
        report={report}
        problems={visit.problems.map((problem) => problem.kind)}
        shown={visit.shown}
        isPrivate={visit.isPrivate}
        reportOnly={settings?.reportOnly}
        now={now}
        actions={async () => {
          const { complaintActions, visitOfTab } = await import('../actions/complaint-actions');
          return complaintActions(visitOfTab(tab ?? -1), tab);
        }}
        onRetry={tab === undefined ? undefined : () => void ask({ type: 'retry-policy', tabId: tab }).then(refresh, refresh)}
        history={history}
      />
    </ActionsContext.Provider>
  );
}

function historyOf(site: string, url: string): PolicyHistoryProps {
  return {
    read: () => ask({ type: 'policy-history', url }).then(({ history }) => history),
    onVersions: () => void openDashboard(site, 'versions'),
  };
}
