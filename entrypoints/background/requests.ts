/** Every request of the browser, from webRequest to the visit it belongs to. Only what really leaves the machine counts. */
import { browser } from 'wxt/browser';
import type { RawRequest } from '@/analyzers/traffic/observe';
import type { LiveVisit } from './live-visit';
import { RequestsUnderWay, type Details, type RequestBody, type UnderWay } from './under-way';
import { siteOf, type VisitBook } from './visit-book';

const FILTER = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] };

/**
 * Kinds of request that can carry a body, or start a visit. Each event of each request is sent from one process to another
 * while the page loads, so scripts, pictures, styles and fonts are looked at twice (sent, answered) and no more.
 */
const WITH_BODY = { ...FILTER, types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'websocket', 'other', ...(import.meta.env.FIREFOX ? ['beacon'] : [])] };

type BodyDetails = Details & { requestBody?: RequestBody };
type Headers = { name: string; value?: string }[];

/**
 * Starts listening. `ready` must be settled before anything is recorded: a worker woken by a request first takes up
 * what its predecessor left.
 */
export function watchRequests(book: VisitBook, ready: Promise<void>, ownFailures: OwnFailures): void {
  const underWay = new RequestsUnderWay();
  // Chrome hides Cookie, Referer and Set-Cookie without extraHeaders; Firefox knows no such option.
  const extra = import.meta.env.FIREFOX ? [] : ['extraHeaders'];
  const { webRequest } = browser as unknown as { webRequest: Record<string, { addListener(listener: (details: never) => void, ...rest: unknown[]): void }> };

  webRequest.onBeforeRequest!.addListener(({ requestBody, ...details }: BodyDetails) => {
    if (isOwn(details)) return;
    // Like all that follows: while a worker starts, redirects must not overtake the requests that led to them.
    void ready.then(() => {
      underWay.begin(details, requestBody);
      // A page fetched ahead (prerender) is no visit until the person goes there.
      if (details.type === 'main_frame' && details.documentLifecycle !== 'prerender') void book.navigate(details.tabId, details.url, details.timeStamp);
    });
  }, WITH_BODY, ['requestBody']);

  webRequest.onSendHeaders!.addListener((details: Details & { requestHeaders?: Headers }) => {
    if (isOwn(details)) return;
    void ready.then(() => {
      const earlier = underWay.get(details.requestId);
      const entry = earlier && !earlier.sent ? earlier : underWay.begin(details);
      const visit = book.forRequest(details.tabId, pageOrigin(entry.details));
      if (details.type === 'main_frame') keepWithSender(entry, details.requestHeaders ?? [], book);
      const waiting = visit?.addRequest(rawRequest(entry, details.requestHeaders ?? [], visit));
      if (!visit || !waiting) return;
      underWay.sent(entry, waiting, visit);
      book.schedule();
    });
  }, FILTER, ['requestHeaders', ...extra]);

  webRequest.onHeadersReceived!.addListener((details: Details & { statusCode: number; responseHeaders?: Headers }) => {
    if (isOwn(details)) return;
    void ready.then(() => {
      const { sent } = underWay.get(details.requestId) ?? {};
      // A redirect goes on under the same id.
      if (details.statusCode < 300 || details.statusCode > 399) underWay.end(details.requestId);
      if (!sent) return;
      sent.visit.addResponse(sent.waiting, details.statusCode, filled(details.responseHeaders ?? []));
      book.schedule();
    });
  }, FILTER, ['responseHeaders', ...extra]);

  webRequest.onErrorOccurred!.addListener((details: Details & { error: string }) => {
    if (isOwn(details)) ownFailures.note(details.error);
    else void ready.then(() => underWay.end(details.requestId));
  }, FILTER);
}

/** Network errors of our own policy reading, which fetch() itself does not tell apart. Chrome only. */
export class OwnFailures {
  private readonly errors: { error: string; at: number }[] = [];

  note(error: string): void {
    this.errors.push({ error, at: Date.now() });
    if (this.errors.length > 20) this.errors.shift();
  }

  /** Whether one of our requests failed since `since` because of endless redirects. */
  hadRedirectLoop(since: number): boolean {
    return this.errors.some(({ error, at }) => at >= since && /TOO_MANY_REDIRECTS/.test(error));
  }
}

/**
 * A form that posts to another company's site, or leads there with a query: what it sends was given on the page before, so
 * it belongs to that visit too. Cookies stay out: the person goes there themselves.
 */
function keepWithSender(entry: UnderWay, headers: Headers, book: VisitBook): void {
  const { tabId, url, method, initiator, originUrl } = entry.details;
  const from = siteOf(initiator ?? originUrl ?? '');
  if (!from || from === siteOf(url) || (method === 'GET' && !url.includes('?'))) return;
  const before = book.before(tabId, from);
  before?.addRequest(rawRequest(entry, headers.filter(({ name }) => name.toLowerCase() !== 'cookie'), before));
}

/** Requests of the extension itself: reading policies. They are no part of any visit. */
function isOwn(details: Details): boolean {
  const from = details.initiator ?? details.originUrl ?? details.documentUrl ?? '';
  return /^(chrome|moz)-extension:/.test(from);
}

/** Page a request came from. Chrome tells its origin only; a page's own address counts for the main frame. */
function pageOrigin(details: Details): string | undefined {
  if (details.type === 'main_frame') return details.url;
  return details.documentUrl ?? details.initiator ?? details.originUrl;
}

function rawRequest({ details, body, hop }: UnderWay, headers: Headers, visit: LiveVisit): RawRequest {
  return {
    id: hop ? `${details.requestId}.${hop}` : details.requestId,
    at: details.timeStamp,
    url: details.url,
    method: details.method,
    type: details.type,
    pageUrl: visit.visit.surfaces.at(-1)?.url ?? visit.visit.url,
    headers: filled(headers),
    seenBy: 'web-request',
    ...(details.documentLifecycle === 'prerender' ? { speculative: true } : {}),
    ...body,
  };
}

function filled(headers: Headers): { name: string; value: string }[] {
  return headers.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
}
