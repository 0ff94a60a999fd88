/**
 * Fetches one policy document and turns it into text: the product's only network request of its own. Without cookies,
 * once a visit. Runs where a DOM is at hand: Firefox's background page, Chrome's offscreen document.
 */
import { LIMITS, type PolicyDocument, type PolicyFailureReason, type PolicyOutcome } from '@/analyzers/artifacts';
import { classifyDocument } from '@/analyzers/policy/classify';
import { decodeBytes } from '@/analyzers/policy/decode';
import { extractDocument } from '@/analyzers/policy/extract';
import { policyPartOf } from '@/analyzers/policy/policy-part';
import { linkedDocuments, textElsewhere } from '@/analyzers/policy/linked';
import { packSource } from './policy-sources';
import type { PackedSource } from './policy-sources';

/** One document must answer within this time, redirects and body included. */
const FETCH_TIMEOUT_MS = 15_000;

/** Linked lists (third parties, children, cookies) read as parts of one policy. */
const MAX_LINKED = 4;

type OnSource = (sha256: string, bytes: Uint8Array<ArrayBuffer>) => void;

/** A failure on the way to a document, with what is known of it. */
class ReadFailure extends Error {
  constructor(readonly reason: PolicyFailureReason, readonly extra: { httpStatus?: number; detail?: string } = {}) {
    super(reason);
  }
}

/** What a reading brings: the policy, and its documents as they were received. */
export interface Read {
  outcome: PolicyOutcome;
  sources: PackedSource[];
}

/** Reads a policy, and packs its documents. */
export async function readWithSources(url: string, pageUrl: string, site: string | undefined): Promise<Read> {
  const packing: Promise<PackedSource | undefined>[] = [];
  const outcome = await readPolicy(url, pageUrl, site, (sha256, bytes) => void packing.push(packSource(sha256, bytes).catch(() => undefined)));
  return { outcome, sources: (await Promise.all(packing)).filter((source) => source !== undefined) };
}

/**
 * Reads the policy at `url` and the same-site lists it links.
 * @param pageUrl page the link stood on; a policy that is only that page again is `self-link`.
 * @param site registrable domain of `url`
 * @param onSource gets the bytes of each document that was read, by their SHA-256
 */
async function readPolicy(url: string, pageUrl: string, site: string | undefined, onSource: OnSource): Promise<PolicyOutcome> {
  try {
    const document = await readDocument(url, pageUrl, { site, onSource });
    const linked = await Promise.all(
      linkedDocuments(document, site).slice(0, MAX_LINKED).map((link) => readDocument(link.href, pageUrl, { part: true, onSource }).catch(() => undefined)),
    );
    return { status: 'read', document, linked: linked.filter((part) => part !== undefined) };
  } catch (error) {
    if (!(error instanceof ReadFailure)) return { status: 'failed', reason: 'network', url, detail: String(error) };
    // A link that only leads back here is its own kind of dead link, whatever the page says otherwise.
    const reason = isSamePage(url, pageUrl) && (error.reason === 'no-rules' || error.reason === 'other-document') ? 'self-link' : error.reason;
    return { status: 'failed', reason, url, ...error.extra };
  }
}

interface HowToRead {
  site?: string;
  onSource: OnSource;
  /** A list that belongs to a policy: taken as it is. */
  part?: boolean;
  /** Already one step on from the address that was asked for. */
  followed?: boolean;
}

async function readDocument(url: string, pageUrl: string, { site, part, followed, onSource }: HowToRead): Promise<PolicyDocument> {
  if (!mayFetch(url, pageUrl)) throw new ReadFailure('network', { detail: 'private-address' });
  const { response, bytes } = await fetchBytes(url);
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  const decoded = decodeBytes(bytes, response.headers.get('content-type') ?? undefined);
  if ('failure' in decoded) throw new ReadFailure(decoded.failure);

  const origin = {
    url,
    finalUrl: response.url || url,
    fetchedAt: Date.now(),
    source: { mediaType, charset: decoded.charset, bytes: bytes.length, sha256: hex(await crypto.subtle.digest('SHA-256', bytes)) },
  };
  const document = extractDocument(decoded.text, origin, (html) => new DOMParser().parseFromString(html, 'text/html'));
  if (document.text.length > LIMITS.policyChars) throw new ReadFailure('too-large');
  onSource(origin.source.sha256, bytes);
  if (part) return document;

  const kind = classifyDocument(document);
  if (kind.kind === 'failure') {
    // The text stands in a frame of the page, or behind one more step that the page takes by itself.
    const elsewhere = kind.reason === 'shell' && !followed ? textElsewhere(document, site) : undefined;
    if (elsewhere) return readDocument(elsewhere, pageUrl, { followed: true, onSource });
    throw new ReadFailure(kind.reason);
  }
  return kind.kind === 'combined' ? policyPartOf(document) : document;
}

/** Bytes of the answer, cut off (as a failure) beyond the limit; the status and the kind of network failure told apart. */
async function fetchBytes(url: string): Promise<{ response: Response; bytes: Uint8Array<ArrayBuffer> }> {
  const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit', redirect: 'follow', referrerPolicy: 'no-referrer', signal });
  } catch (error) {
    throw new ReadFailure(isTimeout(error) ? 'timeout' : 'network', { detail: String(error) });
  }
  const { status } = response;
  if (status === 401 || status === 403 || status === 407 || status === 429) throw new ReadFailure('blocked', { httpStatus: status });
  if (!response.ok) throw new ReadFailure('http-error', { httpStatus: status });
  if (Number(response.headers.get('content-length') ?? 0) > LIMITS.policyBytes) throw new ReadFailure('too-large');

  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (const reader = response.body!.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > LIMITS.policyBytes) {
        await reader.cancel();
        throw new ReadFailure('too-large');
      }
      chunks.push(value);
    }
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw new ReadFailure(isTimeout(error) ? 'timeout' : 'network', { detail: String(error) });
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { response, bytes };
}

/** A public page must not make the extension reach into the person's own network. */
function mayFetch(url: string, pageUrl: string): boolean {
  const target = new URL(url);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return false;
  return !isPrivateHost(target.hostname) || isPrivateHost(new URL(pageUrl).hostname);
}

function isPrivateHost(host: string): boolean {
  return /^(localhost|.*\.localhost|\[::1\]|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[f[cd])/i.test(host);
}

function isSamePage(url: string, pageUrl: string): boolean {
  const bare = (address: string) => address.replace(/#.*$/, '').replace(/\/$/, '');
  return bare(url) === bare(pageUrl);
}

function isTimeout(error: unknown): boolean {
  return (error as Error)?.name === 'TimeoutError' || (error as Error)?.name === 'AbortError';
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
