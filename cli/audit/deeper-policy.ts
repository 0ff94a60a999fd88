/**
 * Reads what the extension leaves alone in a person's session: a policy that only scripts fill in is opened in a tab of the
 * audit's browser, and a PDF is read by pdf.js. The lists a policy links are read in the same way where they are missing.
 */
import { createHash } from 'node:crypto';
import { LIMITS } from '../../analyzers/artifacts';
import type { PolicyDocument, PolicyOutcome, Visit } from '../../analyzers/artifacts';
import { classifyDocument } from '../../analyzers/policy/classify';
import { decodeBytes } from '../../analyzers/policy/decode';
import { extractDocument, extractPdf } from '../../analyzers/policy/extract';
import { linkedDocuments } from '../../analyzers/policy/linked';
import { policyPartOf } from '../../analyzers/policy/policy-part';
import { fetchBytes } from '../browser/fetch';
import type { Fetched } from '../browser/fetch';
import type { BrowserSession } from '../browser/session';
import { parse } from '../read-file';
import { readPdf } from '../read-pdf';
import { siteOf } from './unseen';

/** Linked lists read beside one policy; as many as the extension reads. */
const MOST_LINKED = 4;
const FETCHING = { mostBytes: LIMITS.policyBytes, ms: 15_000 };

export interface Deeper {
  policy: PolicyOutcome;
  /** The policy's page as it was rendered. */
  html?: string;
}

/** The visit's policy, read further than the extension could; undefined where there is nothing more to read. */
export async function readDeeper(session: BrowserSession, visit: Visit, timeoutMs: number): Promise<Deeper | undefined> {
  const { policy } = visit;
  if (policy.status === 'failed' && policy.url && (policy.reason === 'shell' || policy.reason === 'pdf')) {
    const read = await (policy.reason === 'pdf' ? readPdfAt(session, policy.url) : readRendered(session, policy.url, timeoutMs));
    if (!read) return undefined;
    const kind = classifyDocument(read.document);
    if (kind.kind === 'failure') return undefined;
    const document = kind.kind === 'combined' ? policyPartOf(read.document) : read.document;
    return { policy: { status: 'read', document, linked: await readLinked(session, document, [], timeoutMs) }, html: read.html };
  }
  if (policy.status !== 'read') return undefined;
  const linked = await readLinked(session, policy.document, policy.linked, timeoutMs);
  return linked.length > policy.linked.length ? { policy: { ...policy, linked } } : undefined;
}

/** The lists a policy links, those that are known already and those that could not be read before. */
async function readLinked(session: BrowserSession, document: PolicyDocument, known: PolicyDocument[], timeoutMs: number): Promise<PolicyDocument[]> {
  const wanted = linkedDocuments(document, siteOf(document.url)).slice(0, MOST_LINKED);
  const read = [...known];
  for (const { href } of wanted) {
    const had = read.findIndex(({ url, finalUrl }) => url === href || finalUrl === href);
    // What was fetched may be a page that only scripts fill in: it holds next to no text.
    if (had >= 0 && read[had]!.text.length >= 200) continue;
    const fetched = await fetchBytes(session, href, FETCHING);
    const document = fetched && isPdf(fetched.bytes) ? await pdfOf(href, fetched) : (await readRendered(session, href, timeoutMs))?.document;
    if (!document || document.text.length < 50) continue;
    if (had >= 0) read[had] = document;
    else read.push(document);
  }
  return read;
}

async function readRendered(session: BrowserSession, url: string, timeoutMs: number): Promise<{ document: PolicyDocument; html: string } | undefined> {
  const page = await session.render(url, timeoutMs);
  if (!page || page.html.length > LIMITS.policyBytes) return undefined;
  const bytes = Buffer.from(page.html, 'utf8');
  const origin = { url, finalUrl: page.url, fetchedAt: Date.now(), source: { mediaType: 'text/html', charset: 'utf-8', bytes: bytes.length, sha256: sha256Of(bytes) } };
  const document = extractDocument(page.html, origin, parse);
  return document.text.length > LIMITS.policyChars ? undefined : { document, html: page.html };
}

async function readPdfAt(session: BrowserSession, url: string): Promise<{ document: PolicyDocument; html?: undefined } | undefined> {
  const fetched = await fetchBytes(session, url, FETCHING);
  const document = fetched && (await pdfOf(url, fetched));
  return document && { document };
}

async function pdfOf(url: string, { bytes, finalUrl }: Fetched): Promise<PolicyDocument | undefined> {
  const pdf = await readPdf(bytes);
  if ('failure' in pdf) return undefined;
  const document = extractPdf(pdf.pages, { url, finalUrl, fetchedAt: Date.now(), source: { mediaType: 'application/pdf', charset: 'utf-8', bytes: bytes.length, sha256: sha256Of(bytes) } });
  return document.text.length > LIMITS.policyChars ? undefined : document;
}

function isPdf(bytes: Buffer): boolean {
  const decoded = decodeBytes(bytes);
  return 'failure' in decoded && decoded.failure === 'pdf';
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
