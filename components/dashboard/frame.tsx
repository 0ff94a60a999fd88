import type { ComponentChildren } from 'preact';
import { useSpeech } from '../language';
import { Mark } from '../seal';
import { LinkRow } from './link-row';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export interface FrameProps {
  links: { name: string; href: string; current: boolean }[];
  theme: Theme;
  onTheme: (theme: Theme) => void;
  onLanguage: () => void;
  children: ComponentChildren;
}

/** The dashboard's frame: navigation, language and theme around one page. */
export function Frame({ links, theme, onTheme, onLanguage, children }: FrameProps) {
  const { t, lang } = useSpeech();
  return (
    <div class="board">
      <a class="skip" href="#content" onClick={skip}>
        {t('dashboard.frame.skip')}
      </a>
      <header class="board-side">
        <p class="board-name">
          <Mark /> <span>{t('popup.name')}</span>
        </p>
        <LinkRow class="board-nav" as="page" label={t('dashboard.frame.nav')} links={links.map((link) => ({ ...link, text: t(`dashboard.nav.${link.name}`) }))} />
        <div class="board-look">
          <label>
            <span class="unseen">{t('dashboard.frame.theme')}</span>
            <select class="field" value={theme} onChange={(event) => onTheme(THEMES.find((one) => one === event.currentTarget.value) ?? 'system')}>
              {THEMES.map((one) => (
                <option key={one} value={one}>
                  {t(`dashboard.theme.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="button button-quiet" lang={lang === 'en' ? 'zh-CN' : 'en'} onClick={onLanguage}>
            {t('popup.language')}
          </button>
        </div>
      </header>
      <main class="board-main" id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** The address's hash is the router's: the link moves the focus itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
