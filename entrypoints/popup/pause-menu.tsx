import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../../components/language';

/** Pause here or everywhere; closes on Escape, on choice and when focus leaves. */
export function PauseMenu({ site, onHere, onEverywhere }: { site: string; onHere: () => void; onEverywhere: () => void }) {
  const { t } = useSpeech();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };

  useEffect(() => {
    const element = menu.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !element?.open) return;
      event.preventDefault();
      close();
      element.querySelector('summary')?.focus();
    };
    const onLeave = (event: FocusEvent): void => {
      if (event.relatedTarget instanceof Node && !element?.contains(event.relatedTarget)) close();
    };
    element?.addEventListener('keydown', onKey);
    element?.addEventListener('focusout', onLeave);
    return () => {
      element?.removeEventListener('keydown', onKey);
      element?.removeEventListener('focusout', onLeave);
    };
  }, []);

  const choose = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <details class="menu" ref={menu}>
      <summary>{t('popup.pause.title')}</summary>
      <div class="menu-list">
        <button type="button" class="button" onClick={choose(onHere)}>
          {t('popup.pause.here', { site })}
        </button>
        <button type="button" class="button" onClick={choose(onEverywhere)}>
          {t('popup.pause.everywhere')}
        </button>
      </div>
    </details>
  );
}
