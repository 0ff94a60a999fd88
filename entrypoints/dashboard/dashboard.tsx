import { useEffect, useRef } from 'preact/hooks';
import { translate } from '../../locales/index';
import { Frame } from '../../components/dashboard/frame';
import { Language } from '../../components/language';
import { dressed } from '../popup/start';
import { Workspace } from './workspace';
import { LazyPage } from './lazy-page';
import { linkTo, PAGES, useRoute } from './route';
import { useSettings } from './use-settings';

/** The dashboard: navigation around one page, which is loaded when it is first asked for. */
export function Dashboard() {
  const route = useRoute();
  const { settings, change } = useSettings();
  const { lang, theme } = settings;
  const place = [route.page, ...route.parts].join('/');
  const before = useRef(place);

  useEffect(() => {
    dressed(settings, lang);
    document.title = `${translate(lang, `dashboard.nav.${route.page}`)} · ${translate(lang, 'popup.name')}`;
  }, [settings, route.page]);
  useEffect(() => {
    // Another page: the keyboard and the screen reader go on from its beginning.
    if (before.current !== place) document.getElementById('content')?.focus();
    before.current = place;
  }, [place]);

  return (
    <Language.Provider value={lang}>
      <Workspace.Provider value={{ settings, change }}>
        <Frame
          links={PAGES.map((page) => ({ name: page, href: linkTo(page), current: page === route.page }))}
          theme={theme}
          onTheme={(next) => void change({ theme: next })}
          onLanguage={() => void change({ lang: lang === 'en' ? 'zh-CN' : 'en' })}
        >
          <LazyPage route={route} />
        </Frame>
      </Workspace.Provider>
    </Language.Provider>
  );
}
