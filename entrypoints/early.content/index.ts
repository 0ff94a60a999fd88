/**
 * Runs in every document before the page's scripts, in the isolated world, and does as little as it can: it takes the line
 * from the hooks and keeps what must not be missed until the observer, twenty times its size, is there. That is asked for
 * when the page has loaded, or when the person does something before.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { FromPage } from '@/entrypoints/background/messages';
import { MAX_EVENT_CHARS, OFFER, READY } from '@/entrypoints/hooks.content/channel';
import { WATCHED, keepEarly, type EarlyEvent, type Listener } from './early';

/** Longest wait for the load event once the document itself is there. */
const LOAD_WAIT_MS = 2_500;
/** The background may be starting, or the answer be lost: it is asked again this often and this many times. */
const ASK_AGAIN_MS = 2_500;
const ASKS = 4;
/** What is kept before the observer is there; a page that sends more is lying. */
const MAX_KEPT = 400;
const MAX_KEPT_CHARS = 4_000_000;
/** Text in sight that is kept of a page which asks for a permission, and how many times. */
const MAX_SHOWN_CHARS = 20_000;
const MAX_SHOWN = 10;
/** How often frames that have no observer pass on what the hooks told. */
const FORWARD_MS = 2_000;
/** When a frame of another site is looked at for a consent dialog again: milliseconds after load, and after the look before. */
const DIALOG_LOOKS_MS = [1_000, 2_500];
/** Cheap to look for: the observer reads what it means. */
const ASKING = /cookie|隐私|隱私|个人信息|個人資料|consent/i;
/** What comes before a click or a letter: time enough for the observer to come as well. */
const PRESENCE = ['pointerdown', 'touchstart', 'focusin'] as const;

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_start',
  main() {
    if (!(document.documentElement instanceof HTMLElement) && document.contentType !== 'text/html') return;
    // An empty tab is no page; an empty frame belongs to the page around it.
    if (window === window.top && !/^https?:$/.test(location.protocol)) return;

    // A frame of another site is no part of what the site asks, and one of the same origin is read together with its page.
    const isAsking = window === window.top || isOtherOriginOfSite();
    let listener: Listener | undefined;
    let events: EarlyEvent[] = [];
    let hooked: { at: number; detail: string; shown?: string }[] = [];
    let chars = 0;
    let asks = ASKS;
    let asked = false;

    const ask = () => {
      if (listener || asked || asks-- <= 0) return;
      asked = true;
      send({ type: 'observe' });
      setTimeout(() => {
        asked = false;
        ask();
      }, ASK_AGAIN_MS);
    };
    const forward = () => {
      if (listener || hooked.length === 0) return;
      send({ type: 'hooked', details: hooked.splice(0).map(({ detail }) => detail), pageUrl: location.href.slice(0, 2_048) });
      chars = 0;
    };

    let shownLeft = MAX_SHOWN;
    const line = openLine((detail) => {
      const isPermission = detail.includes('"t":"permission"');
      // Told while the page asks: a moment later the words that said what for may be gone.
      const shown = isPermission && shownLeft-- > 0 ? document.body?.innerText.slice(0, MAX_SHOWN_CHARS) : undefined;
      if (listener) return listener.onHooked(detail, shown);
      chars += detail.length + (shown?.length ?? 0);
      if (hooked.length >= MAX_KEPT || chars > MAX_KEPT_CHARS) return;
      hooked.push({ at: Date.now(), detail, shown });
      // Who was asked, and what the browser answers, has to be looked at right now.
      if (isPermission) ask();
      else if (!isAsking && hooked.length === 1) setTimeout(forward, FORWARD_MS);
    });

    for (const type of WATCHED) {
      document.addEventListener(type, (event) => {
        if (!event.isTrusted) return;
        const target = event.composedPath()[0];
        if (!(target instanceof Element)) return;
        const isEnter = event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing;
        const seen: EarlyEvent = { type, target, at: Date.now(), isEnter };
        if (listener) return listener.onEvent(seen);
        const isMove = type === 'pointermove' || type === 'wheel';
        if (isMove && events.some((other) => other.type === type)) return;
        if (events.length < MAX_KEPT) events.push({ ...seen, isLate: true });
        if (!isMove || document.readyState !== 'loading') ask();
      }, { capture: true, passive: true });
    }
    for (const type of PRESENCE) document.addEventListener(type, ask, { capture: true, passive: true });

    keepEarly({
      hasLine: line,
      take(taker) {
        if (listener) return false;
        listener = taker;
        // In the order it happened: a press explains what the page asked for after it.
        let next = 0;
        for (const { at, detail, shown } of hooked) {
          while (next < events.length && events[next]!.at <= at) taker.onEvent(events[next++]!);
          taker.onHooked(detail, shown);
        }
        for (const event of events.slice(next)) taker.onEvent(event);
        hooked = [];
        events = [];
        return true;
      },
    });
    window.addEventListener('pagehide', forward, { capture: true });
    if (isAsking) whenLoaded(ask);
    else if (!isReadByParent()) whenLoaded(() => whenDialog(ask));
  },
});

/** Takes the line of the hooks; answers whether it is there. Both scripts start before the page's own: who comes later is not ours. */
function openLine(onHooked: (detail: string) => void): () => boolean {
  let name: string | undefined;
  const onOffer = (event: Event) => {
    const offered: unknown = (event as CustomEvent).detail;
    if (name !== undefined || typeof offered !== 'string' || !/^m[a-z\d]{4,40}$/.test(offered)) return;
    event.stopImmediatePropagation();
    name = offered;
    document.removeEventListener(OFFER, onOffer, true);
    document.addEventListener(name, (seen) => {
      seen.stopImmediatePropagation();
      const detail: unknown = (seen as CustomEvent).detail;
      if (typeof detail === 'string' && detail.length <= MAX_EVENT_CHARS) onHooked(detail);
    }, true);
    document.dispatchEvent(new CustomEvent(READY, { detail: name }));
  };
  document.addEventListener(OFFER, onOffer, true);
  document.dispatchEvent(new CustomEvent(READY, { detail: '' }));
  window.addEventListener('DOMContentLoaded', () => document.removeEventListener(OFFER, onOffer, true), { once: true });
  return () => name !== undefined;
}

/** Once the page has loaded: until then the processor is the page's. A page that loads for ever is not waited for. */
function whenLoaded(begin: () => void): void {
  if (document.readyState === 'complete') return begin();
  window.addEventListener('load', begin, { once: true });
  const wait = () => setTimeout(begin, LOAD_WAIT_MS);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', wait, { once: true });
  else wait();
}

/** Begins once a frame of another site shows what a consent platform shows: a few sentences that ask, large enough to be read. */
function whenDialog(begin: () => void, looks = DIALOG_LOOKS_MS.length): void {
  const { body } = document;
  const isLarge = innerWidth >= 240 && innerHeight >= 60 && innerWidth * innerHeight >= 40_000;
  if (isLarge && body && body.getElementsByTagName('*').length < 3_000 && ASKING.test(body.innerText.slice(0, 6_000))) return begin();
  if (looks > 0) setTimeout(whenDialog, DIALOG_LOOKS_MS[DIALOG_LOOKS_MS.length - looks]!, begin, looks - 1);
}

/** A frame of another origin that may still belong to the site at the top, such as its log-in host. */
function isOtherOriginOfSite(): boolean {
  return window !== window.top && !isReadByParent() && !isForeignFrame();
}

/** Whether a parent of the same origin reads this document together with its own. */
function isReadByParent(): boolean {
  try {
    return Boolean(window.parent.document);
  } catch {
    return false;
  }
}

/** Surely of another site than the top: the last two labels of the hosts differ. In doubt it is not. */
function isForeignFrame(): boolean {
  if (window === window.top || !/^https?:$/.test(location.protocol)) return false;
  const top = location.ancestorOrigins?.[location.ancestorOrigins.length - 1] ?? (window.parent === window.top ? document.referrer : '');
  if (!top || !URL.canParse(top)) return false;
  const ending = (host: string) => host.split('.').slice(-2).join('.');
  return ending(new URL(top).hostname) !== ending(location.hostname);
}

/** To the background. It may be gone, or this script be left over from an update: the message is lost, the page unharmed. */
function send(message: FromPage | { type: 'observe' }): void {
  try {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown, done: () => void): void; lastError?: unknown } } }).chrome;
    runtime.sendMessage(message, () => void runtime.lastError);
  } catch {
    // As said.
  }
}
