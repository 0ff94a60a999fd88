import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TabState } from '../background/messages';
import { ask } from './ask';
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
  const [watched, setWatched] = useState<Omit<Watched, 'refresh'>>({ silent: false });
  const [round, setRound] = useState(0);
  const last = useRef('');
  const refresh = useCallback(() => setRound((value) => value + 1), []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const look = async (): Promise<void> => {
      let wait = LATER;
      try {
        const tab = await tabId();
        const state: TabState = tab === undefined ? { state: 'unsupported' } : await ask({ type: 'tab-state', tabId: tab });
        if (over) return;
        if (state.state === 'analysing') wait = SOON;
        const text = JSON.stringify(state);
        if (text !== last.current) {
          last.current = text;
          setWatched({ tab, state, silent: false });
        }
      } catch {
        if (over) return;
        last.current = '';
        setWatched((before) => ({ ...before, silent: true }));
      }
      timer = setTimeout(() => void look(), wait);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [round]);

  return { ...watched, refresh };
}
