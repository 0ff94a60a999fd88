/** From recorded traffic (HAR 1.2) to visits: one for each site whose pages were recorded. Nobody looked at the pages themselves. */
import { randomUUID } from 'node:crypto';
import { LIMITS } from '../analyzers/artifacts';
import type { AnswerSign, EpochMs, Exchange, PolicyOutcome, Visit } from '../analyzers/artifacts';
import { registrableDomain } from '../analyzers/traffic/domains';
import { ANSWER_CHARS, fullNumbers, shownMasked } from '../analyzers/traffic/full-numbers';
import { Observer } from '../analyzers/traffic/observe';

/** The text is no HAR: `code` is a key below `cli.har.problem`. */
export class HarError extends Error {
  constructor(readonly code: 'not-json' | 'no-log' | 'no-entries') {
    super(code);
  }
}

type Json = Record<string, unknown>;

interface Request {
  at: EpochMs;
  url: string;
  pageUrl: string;
  entry: Json;
}

/** Types of requests, by the names browsers write into `_resourceType`; webRequest's own are understood as well. */
const TYPES: Record<string, string> = { document: 'document', stylesheet: 'stylesheet', eventsource: 'xhr', fetch: 'xhr', xhr: 'xhr', preflight: 'xhr', manifest: 'other' };

/**
 * Reads a recording.
 * @param source Text of the file.
 * @param policy What is known of the site's policy.
 * @returns Visits in order of their first request, values redacted.
 * @throws HarError
 */
export function readHar(source: string, policy: PolicyOutcome): Visit[] {
  const log = logOf(source);
  const entries = listOf(log.entries);
  const pages = pagesOf(log);
  const requests: Request[] = [];
  for (const entry of entries) {
    const url = textOf(recordOf(entry.request).url);
    if (!/^(?:https?|wss?):/i.test(url)) continue;
    const at = Date.parse(textOf(entry.startedDateTime));
    requests.push({ at: Number.isNaN(at) ? 0 : at, url, pageUrl: pages.get(textOf(entry.pageref)) ?? '', entry });
  }
  if (requests.length === 0) throw new HarError('no-entries');
  requests.sort((a, b) => a.at - b.at);
  settlePages(requests);
  const bySite = new Map<string, Request[]>();
  for (const request of requests) {
    const site = registrableDomain(hostOf(request.pageUrl));
    const own = bySite.get(site);
    if (own) own.push(request);
    else bySite.set(site, [request]);
  }
  return [...bySite].map(([site, own]) => visitOf(site, own, browserOf(log), policy));
}

function logOf(source: string): Json {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    throw new HarError('not-json');
  }
  const log = recordOf(recordOf(parsed).log);
  if (!Array.isArray(log.entries)) throw new HarError('no-log');
  return log;
}

/** Addresses of pages by their ids. Chrome writes the address into the title, others write the title of the page there. */
function pagesOf(log: Json): Map<string, string> {
  const pages = new Map<string, string>();
  for (const page of listOf(log.pages)) {
    const title = textOf(page.title);
    if (/^https?:\/\//i.test(title)) pages.set(textOf(page.id), title);
  }
  return pages;
}

/**
 * Gives every request the page it belongs to: the page of the file, else the first document of the same page id, else the page that its
 * referrer names, else the last document before it.
 */
function settlePages(requests: Request[]): void {
  const documents = new Map<string, string>();
  const isDocument = ({ entry, url }: Request) => typeNameOf(entry) === 'document' || (typeNameOf(entry) === '' && /html/i.test(mediaTypeOf(entry)) && /^https?:/i.test(url));
  for (const request of requests) {
    const page = textOf(request.entry.pageref);
    if (page !== '' && !documents.has(page) && isDocument(request)) documents.set(page, request.url);
  }
  let last = requests.find(isDocument)?.url ?? requests[0]?.url ?? '';
  for (const request of requests) {
    const referrer = headersOf(recordOf(request.entry.request).headers).find(({ name }) => name.toLowerCase() === 'referer')?.value ?? '';
    const page = textOf(request.entry.pageref);
    if (page === '' && isDocument(request) && referrer === '') last = request.url;
    request.pageUrl ||= documents.get(page) ?? (page === '' && /^https?:/i.test(referrer) && !isDocument(request) && sameSite(referrer, last) ? referrer : last);
  }
}

function visitOf(site: string, requests: Request[], browser: string, policy: PolicyOutcome): Visit {
  const observer = new Observer(randomUUID());
  const exchanges: Exchange[] = [];
  const pageText = documentText(requests);
  for (const [index, { at, url, pageUrl, entry }] of requests.slice(0, LIMITS.exchangesPerVisit).entries()) {
    const request = recordOf(entry.request);
    const response = recordOf(entry.response);
    const exchange = observer.observe({
      id: String(index + 1), at, url, pageUrl, method: textOf(request.method) || 'GET', type: typeOf(entry), headers: headersOf(request.headers), seenBy: 'har', ...bodyOf(request),
    });
    if (typeof response.status === 'number' && response.status > 0) exchange.status = response.status;
    observer.observeResponse(exchange, headersOf(response.headers));
    for (const bytes of sentMessages(entry)) observer.addHookedBody(exchange, url, at, bytes, pageUrl);
    const answer = registrableDomain(hostOf(url)) === site ? answerOf(entry, pageText) : undefined;
    if (answer) exchange.answer = answer;
    exchanges.push(exchange);
  }
  const first = requests[0];
  return {
    id: randomUUID(),
    site,
    url: first?.pageUrl ?? '',
    startedAt: first?.at ?? 0,
    endedAt: requests[requests.length - 1]?.at ?? 0,
    browser,
    surfaces: [],
    acts: [],
    permissions: [],
    exchanges,
    storage: [],
    probes: [],
    policy,
    home: { seen: false, hasPolicyLink: false },
    problems: [
      { at: first?.at ?? 0, kind: 'page-unreadable', detail: 'har' },
      ...(requests.length > LIMITS.exchangesPerVisit ? [{ at: first?.at ?? 0, kind: 'requests-dropped' as const }] : []),
    ],
  };
}

/** One number may be the visitor's own. */
const OTHERS = 2;

/**
 * Full numbers of several people in a JSON answer. Which of them the page shows masked is told only where its document says
 * so itself: what scripts drew nobody recorded.
 */
function answerOf(entry: Json, pageText: string): AnswerSign | undefined {
  const content = recordOf(recordOf(entry.response).content);
  if (!/json/i.test(mediaTypeOf(entry))) return undefined;
  const text = contentText(content);
  const numbers = fullNumbers(text);
  if (numbers.length < OTHERS) return undefined;
  const shown = shownMasked(numbers.map(({ mask }) => mask), pageText);
  return { complete: text.length < ANSWER_CHARS, numbers, ...(shown.length > 0 ? { shownMasked: shown } : {}) };
}

/** Text of the recorded documents, without their tags. */
function documentText(requests: readonly Request[]): string {
  return requests.filter(({ entry }) => /html/i.test(mediaTypeOf(entry))).slice(0, 20)
    .map(({ entry }) => contentText(recordOf(recordOf(entry.response).content)).replace(/<[^<>]{1,2000}>/g, ' ')).join('\n');
}

function contentText(content: Json): string {
  const text = textOf(content.text).slice(0, ANSWER_CHARS * 2);
  return textOf(content.encoding) === 'base64' ? Buffer.from(text, 'base64').toString() : text;
}

/** The body as text, bytes or form fields; `postData` may hold base64 by the extension that browsers use for binary bodies. */
function bodyOf(request: Json): { body?: string | Uint8Array | Record<string, string[]>; bodyUnreadable?: boolean } {
  const data = recordOf(request.postData);
  const text = textOf(data.text);
  if (text !== '') {
    const isBase64 = textOf(data.encoding) === 'base64' || textOf(data._encoding) === 'base64';
    return { body: isBase64 ? new Uint8Array(Buffer.from(text.slice(0, LIMITS.bodyBytes * 2), 'base64')) : text };
  }
  const fields: Record<string, string[]> = {};
  for (const field of listOf(data.params)) {
    const name = textOf(field.name);
    if (name !== '' && name !== '__proto__') (fields[name] ??= []).push(textOf(field.value));
  }
  if (Object.keys(fields).length > 0) return { body: fields };
  return typeof request.bodySize === 'number' && request.bodySize > 0 ? { bodyUnreadable: true } : {};
}

/** Messages read of one socket; chat windows send thousands. */
const MOST_MESSAGES = 200;

/** What a page sent over a socket, as Chrome writes it: text as it is, binary frames (opcode 2) in base64. */
function sentMessages(entry: Json): Uint8Array[] {
  return listOf(entry._webSocketMessages).filter((message) => message.type === 'send').slice(0, MOST_MESSAGES)
    .map(({ data, opcode }) => new Uint8Array(Buffer.from(textOf(data).slice(0, LIMITS.bodyBytes * 2), opcode === 2 ? 'base64' : 'utf8')));
}

function typeOf(entry: Json): string {
  const name = typeNameOf(entry);
  if (name !== '') return TYPES[name] ?? name;
  if (/^wss?:/i.test(textOf(recordOf(entry.request).url))) return 'websocket';
  const media = mediaTypeOf(entry);
  const known: [RegExp, string][] = [[/html/i, 'document'], [/javascript/i, 'script'], [/css/i, 'stylesheet'], [/^image/i, 'image'], [/font/i, 'font'], [/^(?:audio|video)/i, 'media'], [/json/i, 'xhr']];
  return known.find(([pattern]) => pattern.test(media))?.[1] ?? 'other';
}

function typeNameOf(entry: Json): string {
  return textOf(entry._resourceType).toLowerCase();
}

function mediaTypeOf(entry: Json): string {
  return textOf(recordOf(recordOf(entry.response).content).mimeType);
}

function browserOf(log: Json): string {
  const browser = Object.keys(recordOf(log.browser)).length > 0 ? recordOf(log.browser) : recordOf(log.creator);
  return [textOf(browser.name), textOf(browser.version)].filter(Boolean).join(' ').slice(0, 100) || 'HAR';
}

function headersOf(value: unknown): { name: string; value: string }[] {
  return listOf(value).map((header) => ({ name: textOf(header.name), value: textOf(header.value) })).filter(({ name }) => name !== '');
}

function sameSite(a: string, b: string): boolean {
  return registrableDomain(hostOf(a)) === registrableDomain(hostOf(b));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
