/**
 * Runs beside the page in the isolated world: reads its surface, hears the person's presses and typing, and passes on what
 * the hooks in the page's world saw. It changes nothing on the page and decides nothing about it. The background puts it
 * into a document when the script that is there from the start (`early.content`) asks, and it begins with what that one kept.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { UNREAD_PRESS, type ConsentAct, type FieldKind } from '@/analyzers/artifacts';
import type { PressContext } from '@/analyzers/page/acts';
import { actOf, actOfSubmit } from '@/analyzers/page/acts';
import { closedBy } from '@/analyzers/page/consent-surfaces';
import { isElement } from '@/analyzers/page/dom';
import { shownMasked } from '@/analyzers/traffic/full-numbers';
import type { FromPage, ToPage } from '@/entrypoints/background/messages';
import { keptEarly, type EarlyEvent } from '@/entrypoints/early.content/early';
import { messagesOf } from './bridge';
import { JumpWatch } from './jump-watch';
import { Outbox } from './outbox';
import { Presses } from './presses';
import { StorageRest } from './storage-rest';
import { PageWatch } from './page-watch';
import { PermissionWatch } from './permission-watch';
import { TickWatch } from './tick-watch';
import { TypedValues } from './typed-values';

/** A permission asked this long after a press is the answer to it (the lifetime of a browser's transient activation). */
const ACTIVATION_MS = 5_000;
/** What a page shows this long after the answer to a permission is what it has to say to it. */
const ANSWER_STANDS_MS = 1_500;
/** Longest wait for the load event once the document itself is there. */
const LOAD_WAIT_MS = 2_500;
/** Things from the hooks that are passed on for one document; they send no more. */
const MAX_HOOKED = 3_000;
/** Two events of one press. */
const SAME_PRESS_MS = 1_000;

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchAboutBlank: true,
  registration: 'runtime',
  main() {
    const early = keptEarly();
    if (!early) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const outbox = new Outbox();
    const post = outbox.post.bind(outbox);

    let lastAction = Number.NEGATIVE_INFINITY;
    const permissions = new PermissionWatch(post, ACTIVATION_MS, () => {
      if (document.readyState !== 'complete') return;
      watch.refresh();
      // What it makes of the answer in the end may take a moment.
      setTimeout(() => watch.refresh(), ANSWER_STANDS_MS);
    });
    const rest = new StorageRest(post);
    const presses = new Presses(post);
    const fromHooks = (message: FromPage) => {
      if (message.type === 'storage') message.writes.forEach((write) => rest.onWritten(write));
      if (message.type === 'answer') return withPage(message, post);
      post(message);
    };
    let hookedLeft = MAX_HOOKED;
    const onHooked = (detail: string, shown?: string) => {
      for (const message of messagesOf(detail, location.href.slice(0, 2_048), (at) => at - lastAction >= -100 && at - lastAction <= ACTIVATION_MS)) {
        if (hookedLeft-- <= 0) return;
        if (message.type === 'permission') permissions.onCall(message.call, shown);
        else fromHooks(message);
      }
    };

    const navigation = (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type;
    const ticks = new TickWatch(navigation);
    const kinds = new WeakMap<Element, FieldKind>();
    const typed = new TypedValues(post, (element) => kinds.get(element));
    const watch = new PageWatch(post, ticks.memory, isOwnDocument(), (reading) => {
      for (const form of reading.forms) for (const { element, field } of form.fields) kinds.set(element, field.kind);
      if (window === window.top) jumps.onReading(reading);
      for (const { element } of reading.surfaces) hearInside(element.ownerDocument);
    });
    const jumps = new JumpWatch(post, () => watch.latest, signal);

    let lastAct: ConsentAct | undefined;
    const accepted = new Set<string>();
    const tell = (act: ConsentAct | null) => {
      if (!act || (lastAct && act.kind === lastAct.kind && act.at - lastAct.at < SAME_PRESS_MS)) return;
      // Refusing what was accepted on this very page takes the consent back.
      if (act.kind === 'refuse' && act.topics.some((topic) => accepted.has(topic))) act = { ...act, kind: 'withdraw' };
      if (act.kind === 'accept' || act.kind === 'tick-and-submit') act.topics.forEach((topic) => accepted.add(topic));
      if (act.kind === 'withdraw') act.topics.forEach((topic) => accepted.delete(topic));
      if (act.kind === 'accept') ticks.onAgreed(act.at);
      lastAct = act;
      post({ type: 'act', act }, true);
    };
    const context = (at: number): PressContext => ({
      at, pageUrl: location.href, boxes: watch.current()?.boxes ?? [], forms: watch.current()?.forms ?? [], tickedByUser: (box) => ticks.tickedByUser(box.element),
    });
    // A consent dialog in a frame of the same origin is read with this page; its presses are heard there. The frame's own script tells of acts.
    const heard = new WeakSet<Document>([document]);
    const hearInside = (inner: Document) => {
      if (heard.has(inner)) return;
      heard.add(inner);
      inner.addEventListener('click', (event) => {
        const target = event.composedPath()[0] as Node | undefined;
        if (!event.isTrusted || !isElement(target)) return;
        const at = Date.now();
        const closed = closedBy(target, watch.latest?.surfaces ?? []);
        watch.keepPressed(target, at);
        watch.showings.onPress(at, closed === undefined && actOf(target, context(at)) === null, closed?.text);
        watch.touch(true);
      }, { capture: true, passive: true, signal });
    };

    const onClick = ({ target, at, isLate }: EarlyEvent) => {
      typed.flush();
      presses.onClick(target, at);
      // Judged before the page's own listeners run: they may take the dialog away.
      const act = actOf(target, context(at));
      watch.keepPressed(target, at);
      tell(act);
      // Pressed before we were there, and the page has answered: what it meant is not known.
      if (isLate && !act && !isShown(target)) post({ type: 'problem', problem: { at, kind: 'page-unreadable', detail: UNREAD_PRESS } }, true);
      const closed = act ? undefined : closedBy(target, watch.latest?.surfaces ?? []);
      watch.showings.onPress(at, act === null && closed === undefined, closed?.text);
      jumps.onPress(target, at, act?.kind === 'refuse');
      permissions.onPress(target, at);
      ticks.onPress(target, at);
      watch.touch(true);
    };
    const onEvent = (event: EarlyEvent) => {
      const { type, target, at } = event;
      if (type === 'click' || type === 'keydown' || type === 'touchend') lastAction = at;
      if (type === 'input') return typed.onInput(target, at);
      if (type === 'change') return target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio') ? ticks.onChange(target) : typed.onInput(target, at);
      if (type === 'submit') {
        typed.flush();
        presses.onEnter(at);
        return tell(actOfSubmit(target, context(at)));
      }
      presses.onActivity(at);
      if (type === 'click') onClick(event);
      if (event.isEnter && target.localName === 'input') presses.onEnter(at);
    };

    const begin = () => {
      if (signal.aborted) return;
      watch.start();
      rest.start();
      if (window === window.top) jumps.start();
      if (!early.hasLine() && window === window.top) post({ type: 'problem', problem: { at: Date.now(), kind: 'hook-missing', detail: location.hostname.slice(0, 100) } });
    };
    const isFirst = early.take({ onEvent: (event) => signal.aborted || onEvent(event), onHooked: (detail, shown) => signal.aborted || onHooked(detail, shown) });
    if (!isFirst) return;
    whenLoaded(begin, signal);
    browser.runtime.onMessage.addListener((message: unknown, sender) => {
      const isLook = sender.id === browser.runtime.id && (message as ToPage | undefined)?.type === 'look';
      return isLook && !signal.aborted && watch.latest ? watch.lookNow() : undefined;
    });
    window.addEventListener('pageshow', (event) => {
      if (event.persisted && window === window.top) post({ type: 'resumed', at: Date.now() }, true);
    }, { capture: true, signal });
    window.addEventListener('pagehide', () => {
      typed.flush();
      rest.look();
      outbox.flush();
    }, { capture: true, signal });

    outbox.onClosed = () => {
      stopping.abort();
      watch.stop();
      rest.stop();
    };
  },
});

/** Once the page has loaded: until then the processor is the page's. A page that loads for ever is not waited for. */
function whenLoaded(begin: () => void, signal: AbortSignal): void {
  if (document.readyState === 'complete') return begin();
  let begun = false;
  const once = () => {
    if (!begun) begin();
    begun = true;
  };
  window.addEventListener('load', once, { once: true, signal });
  const wait = () => setTimeout(once, LOAD_WAIT_MS);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', wait, { once: true, signal });
  else wait();
}

/** Whether an element is still in the page and drawn. */
function isShown(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}

/** Whether no parent of the same origin reads this document together with its own. */
function isOwnDocument(): boolean {
  try {
    return window.parent === window || !window.parent.document;
  } catch {
    return true; // another origin's page around us
  }
}

/** A page shows what it got a moment later. */
const SHOWN_AFTER_MS = 1_500;

/** Tells of full numbers in an answer together with which of them the page shows masked. */
function withPage(message: Extract<FromPage, { type: 'answer' }>, post: (message: FromPage) => void): void {
  setTimeout(() => {
    const masks = message.answer.numbers.map(({ mask }) => mask);
    post({ type: 'answer', answer: { ...message.answer, shownMasked: shownMasked(masks, document.body?.textContent ?? '') } });
  }, SHOWN_AFTER_MS);
}
