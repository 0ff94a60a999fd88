/** Leads the person to a place: the tab it is in comes to the front, or one is opened, and the page makes the place stand out. */
import { browser } from 'wxt/browser';
import { anchorOf } from '@/analyzers/policy/anchor';
import type { TextAnchor } from '@/analyzers/policy/anchor';
import type { PolicyDocument } from '@/analyzers/artifacts';
import type { Place, Showing } from '@/components/actions';
import type { ToPage } from './messages';
import type { VisitBook } from './visit-book';

/** How long a page that was opened may take until the place is there (policies that scripts fill), and how often it is looked for. */
const OPEN_LIMIT_MS = 12_000;
const LOOK_EVERY_MS = 400;

/** `entrypoints/show`; its type is a list that the build makes, which a fresh checkout does not have yet. */
const SCRIPT = '/show.js' as never;

/** @throws where the address is none of a page */
export async function showPlace(tabId: number, place: Place, book: VisitBook): Promise<Showing> {
  const url = String(place.url);
  if (!/^https?:\/\//i.test(url)) throw new Error('not the address of a page');
  const wanted: ToPage = { type: 'show', ...(place.kind === 'policy-text' ? { passage: await anchorFor(tabId, place, book) } : { selector: String(place.selector).slice(0, 1_000) }) };
  const own = await browser.tabs.get(tabId).catch(() => undefined);
  const tabs = await browser.tabs.query({ ...(own?.windowId === undefined ? {} : { windowId: own.windowId }) });
  const there = [...(own ? [own] : []), ...tabs].find((tab) => sameAddress(tab.url ?? '', url));
  if (there?.id !== undefined) {
    if (await isShownIn(there.id, wanted)) {
      if (!there.active) await browser.tabs.update(there.id, { active: true });
      return 'shown';
    }
    return 'gone';
  }
  const opened = await browser.tabs.create({ url, ...(own?.windowId === undefined ? {} : { windowId: own.windowId, index: own.index + 1 }) });
  const end = Date.now() + OPEN_LIMIT_MS;
  while (opened.id !== undefined && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const tab = await browser.tabs.get(opened.id).catch(() => undefined);
    if (!tab) break; // closed again
    if (tab.status === 'complete' && (await isShownIn(opened.id, wanted))) return 'opened';
  }
  return 'gone';
}

async function isShownIn(tabId: number, wanted: ToPage): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT] });
    const answer = (await browser.tabs.sendMessage(tabId, wanted)) as { found?: boolean } | undefined;
    return answer?.found === true;
  } catch {
    return false; // a page no script may enter, or one that is just going
  }
}

/** The passage with its surroundings, where its document is at hand: repeated sentences are told apart by them. */
async function anchorFor(tabId: number, { quote = '', start, end, sha256 }: Extract<Place, { kind: 'policy-text' }>, book: VisitBook): Promise<TextAnchor | undefined> {
  const document = await documentOf(tabId, sha256, book);
  const text = document?.text ?? '';
  const isThere = start !== undefined && end !== undefined && text.slice(start, end) === quote;
  const at = isThere ? start : text.indexOf(quote);
  return at >= 0 && text !== '' ? anchorOf(text, at, at + quote.length) : anchorOf(quote, 0, quote.length);
}

async function documentOf(tabId: number, sha256: string, book: VisitBook): Promise<PolicyDocument | undefined> {
  const policy = book.of(tabId)?.visit.policy;
  const documents = policy?.status === 'read' ? [policy.document, ...policy.linked] : [];
  return documents.find(({ source }) => source.sha256 === sha256) ?? (await book.db.policies.get(sha256).catch(() => undefined))?.document;
}

/** Same page, whatever follows ? and #: noted addresses have no query. A route behind #/ is a page of its own. */
function sameAddress(a: string, b: string): boolean {
  const bare = (url: string): string => url.replace(/\?[^#]*/, '').replace(/#(?!!?\/).*$/, '').replace(/\/$/, '');
  return bare(a) === bare(b);
}
