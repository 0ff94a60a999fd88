/** Every request of the browser, from webRequest to the visit it belongs to. Only what really leaves the machine counts. */
import { browser } from 'wxt/browser';
import { LIMITS } from '@/analyzers/artifacts';
import type { RawRequest } from '@/analyzers/traffic/observe';
import type { LiveVisit, Waiting } from './live-visit';
import { siteOf, type VisitBook } from './visit-book';

/** Requests waiting for their headers or answer; a bound against a page that opens thousands, and for those that never get one. */
const MAX_PENDING = 500;

const FILTER = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] };

/**
 * Kinds of request that can carry a body, or start a visit. Each event of each request is sent from one process to another
 * while the page loads, so scripts, pictures, styles and fonts are looked at twice (sent, answered) and no more.
 */
const WITH_BODY = { ...FILTER, types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'websocket', 'other', ...(import.meta.env.FIREFOX ? ['beacon'] : [])] };

type Details = { requestId: string; url: string; method: string; type: string; tabId: number; timeStamp: number; documentLifecycle?: string; initiator?: string; originUrl?: string; documentUrl?: string };
type BodyDetails = Details & { requestBody?: { raw?: { bytes?: ArrayBuffer }[]; formData?: Record<string, unknown[]>; error?: string } | null };
type Headers = { name: string; value?: string }[];

interface Pending {
  details: BodyDetails;
  /** Number of redirects before this address; each hop is a request of its own. */
  hop: number;
  waiting?: Waiting;
  visit?: LiveVisit;
}

/**
 * Starts listening. `ready` must be settled before anything is recorded: a worker woken by a request first takes up
 * what its predecessor left.
 */
export function watchRequests(book: VisitBook, ready: Promise<void>, ownFailures: OwnFailures): void {
  const pending = new Map<string, Pending>();
  // Chrome hides Cookie, Referer and Set-Cookie without extraHeaders; Firefox knows no such option.
  const extra = import.meta.env.FIREFOX ? [] : ['extraHeaders'];
  const remember = (requestId: string, entry: Pending): void => {
    if (pending.size >= MAX_PENDING) pending.delete(pending.keys().next().value!);
    pending.set(requestId, entry);
  };
  const { webRequest } = browser as unknown as { webRequest: Record<string, { addListener(listener: (details: never) => void, ...rest: unknown[]): void }> };

  webRequest.onBeforeRequest!.addListener((details: BodyDetails) => {
    if (isOwn(details)) return;
    remember(details.requestId, { details, hop: hopAfter(pending.get(details.requestId)) });
    // A page fetched ahead (prerender) is no visit until the person goes there.
    if (details.type === 'main_frame' && details.documentLifecycle !== 'prerender') void ready.then(() => book.navigate(details.tabId, details.url, details.timeStamp));
  }, WITH_BODY, ['requestBody']);

  webRequest.onSendHeaders!.addListener((details: Details & { requestHeaders?: Headers }) => {
    if (isOwn(details)) return;
    void ready.then(() => {
      const earlier = pending.get(details.requestId);
      const entry: Pending = earlier && !earlier.waiting ? earlier : { details, hop: hopAfter(earlier) };
      const visit = book.forRequest(details.tabId, pageOrigin(entry.details));
      if (details.type === 'main_frame') keepWithSender(entry, details.requestHeaders ?? [], book);
      if (!visit) return;
      entry.visit = visit;
      entry.waiting = visit.addRequest(rawRequest(entry, details.requestHeaders ?? [], visit));
      remember(details.requestId, entry);
      book.schedule();
    });
  }, FILTER, ['requestHeaders', ...extra]);

  webRequest.onHeadersReceived!.addListener((details: Details & { statusCode: number; responseHeaders?: Headers }) => {
    if (isOwn(details)) return;
    void ready.then(() => {
      const { waiting, visit } = pending.get(details.requestId) ?? {};
      if (!waiting || !visit) return;
      visit.addResponse(waiting, details.statusCode, filled(details.responseHeaders ?? []));
      // A redirect goes on under the same id.
      if (details.statusCode < 300 || details.statusCode > 399) pending.delete(details.requestId);
      book.schedule();
    });
  }, FILTER, ['responseHeaders', ...extra]);

  webRequest.onErrorOccurred!.addListener((details: Details & { error: string }) => {
    if (isOwn(details)) ownFailures.note(details.error);
  }, WITH_BODY);
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

/** Redirects before the next address of the same request. */
function hopAfter(earlier: Pending | undefined): number {
  return earlier ? earlier.hop + 1 : 0;
}

/**
 * A form that posts to another company's site, or leads there with a query: what it sends was given on the page before, so
 * it belongs to that visit too. Cookies stay out: the person goes there themselves.
 */
function keepWithSender(entry: Pending, headers: Headers, book: VisitBook): void {
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

function rawRequest({ details, hop }: Pending, headers: Headers, visit: LiveVisit): RawRequest {
  const { requestBody } = details;
  const raw: RawRequest = {
    id: hop ? `${details.requestId}.${hop}` : details.requestId,
    at: details.timeStamp,
    url: details.url,
    method: details.method,
    type: details.type,
    pageUrl: visit.visit.surfaces.at(-1)?.url ?? visit.visit.url,
    headers: filled(headers),
    seenBy: 'web-request',
    ...(details.documentLifecycle === 'prerender' ? { speculative: true } : {}),
  };
  if (!requestBody) return raw;
  if (requestBody.formData) return { ...raw, body: textOnly(requestBody.formData) };
  if (requestBody.error) return { ...raw, bodyUnreadable: true };
  if (!requestBody.raw) return raw;
  return { ...raw, ...joined(requestBody.raw.map((part) => part.bytes)) };
}

/** Parts of a body as one, cut to the limit. A part without bytes is a file or blob that webRequest does not show. */
function joined(parts: (ArrayBuffer | undefined)[]): Partial<RawRequest> {
  const seen = parts.filter((part) => part !== undefined);
  if (seen.length === 0) return { bodyUnreadable: true };
  const size = seen.reduce((sum, part) => sum + part.byteLength, 0);
  const body = new Uint8Array(Math.min(size, LIMITS.bodyBytes));
  let at = 0;
  for (const part of seen) {
    if (at >= body.length) break;
    const bytes = new Uint8Array(part, 0, Math.min(part.byteLength, body.length - at));
    body.set(bytes, at);
    at += bytes.length;
  }
  return { body, bodyCut: size > body.length || seen.length < parts.length };
}

function textOnly(formData: Record<string, unknown[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(formData).map(([name, values]) => [name, values.filter((value) => typeof value === 'string')]));
}

function filled(headers: Headers): { name: string; value: string }[] {
  return headers.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
}
