/** When the person deletes everything: visits under way, and what is kept beside the database. */
import { browser } from 'wxt/browser';
import { PACK_KEYS } from '../actions/pack-keys';
import { showBadge } from './badge';
import { SESSION_KEY, type VisitBook } from './visit-book';

/** Forgets all but settings and the database. Pages that are open are seen again when they are loaded anew. */
export async function forgetAll(book: VisitBook): Promise<void> {
  const tabs = await book.drop();
  await Promise.all(tabs.map((tabId) => showBadge(tabId, undefined, [])));
  // Judgements of tabs, policies as they were received, a text on its way to the printer.
  const kept = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(kept.filter((key) => key !== SESSION_KEY));
  await browser.storage.local.remove(PACK_KEYS);
}
