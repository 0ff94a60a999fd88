/** The sending end, in the page's world: a bounded queue, sent in batches, at once where the page may end. */
import type { Seen } from './channel';
import { MAX_EVENT_CHARS, OFFER, READY } from './channel';

/** Things sent for one document at most, and characters in all. */
const MAX_ITEMS = 3_000;
const MAX_CHARS = 12_000_000;
const BATCH_MS = 150;
/** While the document loads, the processor is the page's: what is seen is carried over later, with its own time. */
const LOADING_BATCH_MS = 1_500;

// The page may replace these later.
const dispatch = EventTarget.prototype.dispatchEvent;
const listen = EventTarget.prototype.addEventListener;
const unlisten = EventTarget.prototype.removeEventListener;
const later = window.setTimeout.bind(window);
const toJson = JSON.stringify;
const Signal = CustomEvent;

export interface Line {
  /** Queues one thing; never throws. `urgent` sends at once. */
  tell(seen: Seen, urgent?: boolean): void;
}

export function openLine(): Line {
  const name = `m${[...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('')}`;
  let open = false;
  let leaving = false;
  let waiting = false;
  let queue: Seen[] = [];
  let left = MAX_ITEMS;
  let charsLeft = MAX_CHARS;

  const send = () => {
    waiting = false;
    if (!open || queue.length === 0) return;
    const batch = queue;
    queue = [];
    for (let start = 0; start < batch.length; ) {
      const part: string[] = [];
      for (let chars = 0; start < batch.length; start++) {
        const text = toJson(batch[start]);
        if (part.length > 0 && chars + text.length > MAX_EVENT_CHARS - 1_000) break;
        chars += text.length;
        charsLeft -= text.length;
        if (text.length < MAX_EVENT_CHARS - 1_000 && charsLeft > 0) part.push(text);
      }
      if (part.length > 0) dispatch.call(document, new Signal(name, { detail: `[${part.join(',')}]` }));
    }
  };

  const offer = () => dispatch.call(document, new Signal(OFFER, { detail: name }));
  const onReady = (event: Event) => {
    if ((event as CustomEvent).detail === name) {
      unlisten.call(document, READY, onReady, true);
      open = true;
      send();
    } else offer();
    event.stopImmediatePropagation();
  };
  listen.call(document, READY, onReady, true);
  offer();
  // Without an answer by then the isolated script is not there: stop listening, so that the page cannot ask in its stead.
  listen.call(window, 'load', () => unlisten.call(document, READY, onReady, true), { once: true });
  listen.call(window, 'pagehide', () => {
    leaving = true;
    send();
  }, true);
  listen.call(window, 'pageshow', () => {
    leaving = false;
  }, true);

  return {
    tell(seen, urgent = false) {
      try {
        if (left-- <= 0) return;
        queue.push(seen);
        if (urgent || leaving) send();
        else if (!waiting) {
          waiting = true;
          later(send, document.readyState === 'complete' ? BATCH_MS : LOADING_BATCH_MS);
        }
      } catch {
        // What we do must never show in the page.
      }
    },
  };
}
