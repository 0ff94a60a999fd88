/**
 * Requests between their first event and their answer, which come apart: bounded in number and in bytes, because some never
 * get an answer (cut off, taken from the cache) and a page may send what it likes.
 */
import { LIMITS } from '@/analyzers/artifacts';
import type { RawRequest } from '@/analyzers/traffic/observe';
import type { LiveVisit, Waiting } from './live-visit';

/** What webRequest tells of a request in each of its events. */
export interface Details {
  requestId: string;
  url: string;
  method: string;
  type: string;
  tabId: number;
  timeStamp: number;
  documentLifecycle?: string;
  initiator?: string;
  originUrl?: string;
  documentUrl?: string;
}

/** A body as webRequest shows it. */
export type RequestBody = { raw?: { bytes?: ArrayBuffer }[]; formData?: Record<string, unknown[]>; error?: string } | null;

export type ReadBody = Pick<RawRequest, 'body' | 'bodyCut' | 'bodyUnreadable'>;

export interface UnderWay {
  details: Details;
  /** Cut to what is read of it at once: uploads are not held whole. */
  body: ReadBody;
  /** Number of redirects before this address; each hop is a request of its own. */
  hop: number;
  /** Once it was sent. */
  sent?: { waiting: Waiting; visit: LiveVisit };
}

/** Requests waiting for their headers or answer. */
const MOST = 500;
/** Bytes of the bodies of requests that were not sent yet. */
const MOST_BYTES = 8 * 1024 * 1024;

export class RequestsUnderWay {
  readonly #byId = new Map<string, UnderWay>();
  #bytes = 0;

  get count(): number {
    return this.#byId.size;
  }

  /** Bytes of bodies held. */
  get bytes(): number {
    return this.#bytes;
  }

  get(requestId: string): UnderWay | undefined {
    return this.#byId.get(requestId);
  }

  /** A request begins, or goes on at another address. */
  begin(details: Details, requestBody?: RequestBody): UnderWay {
    const earlier = this.#byId.get(details.requestId);
    const entry: UnderWay = { details, body: readBody(requestBody), hop: earlier ? earlier.hop + 1 : 0 };
    this.end(details.requestId);
    const size = sizeOf(entry.body);
    while (this.#byId.size > 0 && (this.#byId.size >= MOST || (size > 0 && this.#bytes + size > MOST_BYTES))) this.end(this.#byId.keys().next().value!);
    this.#byId.set(details.requestId, entry);
    this.#bytes += size;
    return entry;
  }

  /** It leaves the browser: its body has gone on to the visit. */
  sent(entry: UnderWay, waiting: Waiting, visit: LiveVisit): void {
    if (this.#byId.get(entry.details.requestId) === entry) this.#bytes -= sizeOf(entry.body);
    entry.body = {};
    entry.sent = { waiting, visit };
  }

  /** Answered, or ended without an answer. */
  end(requestId: string): void {
    const entry = this.#byId.get(requestId);
    if (!entry) return;
    this.#bytes -= sizeOf(entry.body);
    this.#byId.delete(requestId);
  }
}

function sizeOf({ body }: ReadBody): number {
  return body instanceof Uint8Array ? body.length : 0;
}

function readBody(requestBody: RequestBody | undefined): ReadBody {
  if (!requestBody) return {};
  if (requestBody.formData) return { body: textOnly(requestBody.formData) };
  if (requestBody.error) return { bodyUnreadable: true };
  return requestBody.raw ? joined(requestBody.raw.map((part) => part.bytes)) : {};
}

/** Parts of a body as one, cut to the limit. A part without bytes is a file or blob that webRequest does not show. */
function joined(parts: (ArrayBuffer | undefined)[]): ReadBody {
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

/** Form fields, cut to the limit; files among them are not shown by webRequest. */
function textOnly(formData: Record<string, unknown[]>): Record<string, string[]> {
  let left: number = LIMITS.bodyBytes;
  const take = (text: string): string => {
    const kept = text.slice(0, Math.max(0, left));
    left -= kept.length;
    return kept;
  };
  return Object.fromEntries(Object.entries(formData).map(([name, values]) => [name, values.filter((value) => typeof value === 'string').map(take)]));
}
