import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../language';

export interface AskDialogProps {
  title: string;
  /** The word on the button that does it. */
  action: string;
  /** What is done cannot be undone. */
  grave?: boolean;
  onDo: () => void;
  onCancel: () => void;
  children?: ComponentChildren;
}

/** Asks before something is done. The browser's own dialog keeps the focus inside, and Escape leaves it. */
export function AskDialog({ title, action, grave = false, onDo, onCancel, children }: AskDialogProps) {
  const { t } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog class="ask" ref={dialog} onCancel={onCancel} onClose={onCancel} aria-labelledby="ask-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDo();
        }}
      >
        <h2 class="part-title" id="ask-title">
          {title}
        </h2>
        {children}
        <p class="actions">
          <button type="submit" class={`button ${grave ? 'button-grave' : 'button-main'}`}>
            {action}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {t('dashboard.ask.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
