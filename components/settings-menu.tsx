import { useEffect, useRef } from 'preact/hooks';
import type { Lang } from '../analyzers/artifacts';
import { useSpeech } from './language';

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface SettingsMenuProps {
  textSize: TextSize;
  theme: Theme;
  /** Site to pause on; absent where there is nothing to pause. */
  site?: string;
  onPauseHere: () => void;
  onPauseEverywhere: () => void;
  onLanguage: (lang: Lang) => void;
  onTextSize: (size: TextSize) => void;
  onTheme: (theme: Theme) => void;
  /** Opens the same view in a tab; absent where it is in one. */
  onWide?: () => void;
}

/** Each language by its own name: whoever cannot read the other one must find it. */
const LANGUAGES: readonly [Lang, string][] = [['zh-CN', '中文'], ['en', 'English']];

/** The few settings; closes on Escape and when the focus leaves. */
export function SettingsMenu(props: SettingsMenuProps) {
  const { t, lang } = useSpeech();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };

  useEffect(() => {
    const onPress = (event: Event): void => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    event.preventDefault();
    close();
    menu.current.querySelector('summary')?.focus();
  };
  const onLeave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !menu.current?.contains(event.relatedTarget)) close();
  };

  const then = (act: () => void) => (): void => {
    close();
    act();
  };
  return (
    <details class="menu" ref={menu} onKeyDown={onKey} onFocusOut={onLeave}>
      <summary class="button button-quiet">{t('popup.settings.title')}</summary>
      <div class="menu-list">
        {props.site ? (
          <div class="menu-part">
            <button type="button" class="menu-item" onClick={then(props.onPauseHere)}>
              {t('popup.pause.here', { site: props.site })}
            </button>
            <button type="button" class="menu-item" onClick={then(props.onPauseEverywhere)}>
              {t('popup.pause.everywhere')}
            </button>
          </div>
        ) : null}
        <div class="menu-part">
          <Choice label={t('popup.settings.language')} options={LANGUAGES} chosen={lang} onChoose={props.onLanguage} inItself />
          <Choice label={t('popup.settings.size')} options={TEXT_SIZES.map((size) => [size, t(`popup.settings.sizes.${size}`)])} chosen={props.textSize} onChoose={props.onTextSize} />
          <Choice label={t('popup.settings.theme')} options={THEMES.map((theme) => [theme, t(`popup.settings.themes.${theme}`)])} chosen={props.theme} onChoose={props.onTheme} />
        </div>
        {props.onWide ? (
          <div class="menu-part">
            <button type="button" class="menu-item" onClick={then(props.onWide)}>
              {t('popup.full')}
            </button>
          </div>
        ) : null}
      </div>
    </details>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  options: readonly (readonly [Value, string])[];
  chosen: Value;
  onChoose: (value: Value) => void;
  /** Options are languages, each written in itself. */
  inItself?: boolean;
}

function Choice<Value extends string>({ label, options, chosen, onChoose, inItself = false }: ChoiceProps<Value>) {
  return (
    <fieldset class="setting">
      <legend>{label}</legend>
      <div class="setting-options">
        {options.map(([value, text]) => (
          <button key={value} type="button" class="button button-small" lang={inItself ? value : undefined} aria-pressed={value === chosen} onClick={() => onChoose(value)}>
            {text}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
