import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TabState } from '../background/messages';
import { ask } from './ask';
import { first } from './start';
import { tabId } from './tab';

/** Milliseconds between questions: often while something is coming, seldom when the page may still change the result. */
const SOON = 400;
const LATER = 2_000;

export interface Watched {
  tab?: number;
  /** Undefined until the first answer. */
  state?: TabState;
  /** The background did not answer. */
  silent: boolean;
  /** Asks again at once. */
  refresh: () => void;
}

/** Follows the state of the tab the view is about. The state object stays the same while nothing in it changes. */
export function useTabState(): Watched {
  const [watched, setWatched] = useState<Omit<Watched, 'refresh'>>({ tab: first.tab, state: first.state, silent: false });
  const [round, setRound] = useState(0);
  const last = useRef(textOf(first.state));
  /** Number of the judgement that is shown: the background need not send the same one again. */
  const have = useRef(first.state?.state === 'ready' ? first.state.revision : undefined);
  const refresh = useCallback(() => setRound((value) => value + 1), []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const look = async (): Promise<void> => {
      let wait = LATER;
      try {
        const tab = await tabId();
        const state: TabState | { state: 'same' } = tab === undefined ? { state: 'unsupported' } : await ask({ type: 'tab-state', tabId: tab, have: have.current });
        if (over) return;
        if (state.state === 'analysing') wait = SOON;
        const text = textOf(state);
        if (state.state !== 'same' && text !== last.current) {
          last.current = text;
          have.current = state.state === 'ready' ? state.revision : undefined;
          setWatched({ tab, state, silent: false });
        }
      } catch {
        if (over) return;
        last.current = '';
        have.current = undefined;
        setWatched((before) => ({ ...before, silent: true }));
      }
      timer = setTimeout(() => void look(), wait);
    };
    // What was asked before the first drawing needs not be asked again at once.
    if (round === 0 && last.current !== '' && first.state && !first.isKept) timer = setTimeout(() => void look(), first.state.state === 'analysing' ? SOON : LATER);
    else void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [round]);

  return { ...watched, refresh };
}

/** What makes two states the same to the eye; a judgement is known by its number. */
function textOf(state: TabState | { state: 'same' } | undefined): string {
  if (!state) return '';
  return state.state === 'ready' ? `ready ${state.site} ${state.revision}` : JSON.stringify(state);
}
