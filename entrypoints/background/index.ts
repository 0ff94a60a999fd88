import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { dismissedRules } from '@/store/decisions';
import { showBadge } from './badge';
import { watchCases } from './cases';
import { injectObserver } from './inject';
import type { FromPage, FromView } from './messages';
import { receiveFromPage } from './pages';
import { PolicyDesk } from './policy-desk';
import { OwnFailures, watchRequests } from './requests';
import { SettingsBook } from './settings-book';
import { keepSnapshot } from './snapshot';
import { answerView, summaryOf } from './views';
import { VisitBook } from './visit-book';

/** Wires browser events to visits. All listeners are set synchronously, so that a woken worker misses nothing. */
export default defineBackground(() => {
  const settings = new SettingsBook();
  const book = new VisitBook(settings);
  const failures = new OwnFailures();
  const desk = new PolicyDesk(book, failures);
  const ready = settings
    .open()
    .then(() => book.open())
    .then(() => desk.resume())
    .catch((error: unknown) => console.warn('mingshi: earlier visits could not be taken up:', error));

  book.onReport = (live, report) => {
    const isOver = live.visit.endedAt !== undefined || book.of(live.tabId) !== live;
    const isWhole = !isOver && live.report === report && !desk.isBusy(live) && live.visit.surfaces.length > 0;
    // A tab that has gone on to another site may have a snapshot of that already.
    if (isWhole || book.of(live.tabId) === undefined) void keepSnapshot(live.tabId, isWhole ? { state: 'ready', site: live.visit.site, revision: live.revision, report, visit: summaryOf(live, report) } : undefined);
    void dismissedRules(book.db, report).then((dismissed) => showBadge(live.tabId, live.visit.endedAt ? undefined : report, [...settings.current.reportOnly, ...dismissed]));
  };
  watchRequests(book, ready, failures);
  watchCases(book.db, ready, settings);

  browser.tabs.onRemoved.addListener((tabId) => void ready.then(() => book.forget(tabId, Date.now())).then(() => keepSnapshot(tabId, undefined)));
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return undefined;
    if ('to' in message) return undefined; // for the offscreen document
    // Extension pages come with their own address; a page in a tab that is not ours is a content script.
    if ('type' in message && message.type === 'observe') return void injectObserver(sender);
    const isView = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
    return isView
      ? ready.then(() => answerView(message as FromView, { book, desk, settings }))
      : ready.then(() => receiveFromPage(message as FromPage, sender, book, desk));
  });
});
