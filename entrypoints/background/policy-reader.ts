/** Reads policies wherever this browser has a DOM: here (Firefox), or in the offscreen document (Chrome). */
import { browser } from 'wxt/browser';
import type { PolicyOutcome } from '@/analyzers/artifacts';
import { prepareReading } from '@/analyzers/policy/analyze';
import { keepSources } from './policy-sources';
import { readWithSources } from './read-policy';
import type { Read } from './read-policy';
import { siteOf } from './visit-book';

/** Message to the offscreen document. */
export interface ToReader {
  to: 'policy-reader';
  url: string;
  pageUrl: string;
  /** Registrable domain of `url`. */
  site?: string;
}

/** Longer than all fetches of one policy together may take; then the reader itself is taken to be lost. */
const READER_TIMEOUT_MS = 40_000;

const OFFSCREEN_PAGE = 'offscreen.html';

/** The part of chrome.offscreen that is used; webextension-polyfill does not know it. */
interface Offscreen {
  hasDocument?(): Promise<boolean>;
  closeDocument(): Promise<void>;
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
}

/** The offscreen document is closed when nothing was read for this long: it holds memory only while needed. */
const CLOSE_AFTER_MS = 15_000;

let opening: Promise<void> | undefined;
let readings = 0;
let closing: ReturnType<typeof setTimeout> | undefined;

/** The policy at `url`, or why it could not be read. Never rejects. */
export async function readPolicy(url: string, pageUrl: string): Promise<PolicyOutcome> {
  const failed = (reason: 'timeout' | 'interrupted', detail?: string): Read => ({ outcome: { status: 'failed', reason, url, detail }, sources: [] });
  const work = import.meta.env.FIREFOX ? readWithSources(url, pageUrl, siteOf(url)) : readOffscreen(url, pageUrl);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Read>((resolve) => (timer = setTimeout(() => resolve(failed('timeout')), READER_TIMEOUT_MS)));
  try {
    const { outcome, sources } = await Promise.race([work, late]);
    void keepSources(sources);
    // Judging is done here and at once: what it needs for this language must be there before.
    if (outcome.status === 'read') await prepareReading(outcome.document, outcome.linked);
    return outcome;
  } catch (error) {
    return failed('interrupted', String(error)).outcome;
  } finally {
    clearTimeout(timer);
  }
}

async function readOffscreen(url: string, pageUrl: string): Promise<Read> {
  clearTimeout(closing);
  readings++;
  try {
    opening ??= openOffscreen().finally(() => (opening = undefined));
    await opening;
    const request: ToReader = { to: 'policy-reader', url, pageUrl, site: siteOf(url) };
    const read = (await browser.runtime.sendMessage(request)) as Read | undefined;
    return read ?? { outcome: { status: 'failed', reason: 'interrupted', url }, sources: [] };
  } finally {
    if (--readings === 0) closing = setTimeout(() => void offscreen().closeDocument().catch(() => undefined), CLOSE_AFTER_MS);
  }
}

async function openOffscreen(): Promise<void> {
  if (await offscreen().hasDocument?.()) return;
  await offscreen().createDocument({ url: OFFSCREEN_PAGE, reasons: ['DOM_PARSER'], justification: 'Reads the text of privacy policies.' });
}

function offscreen(): Offscreen {
  return (globalThis as unknown as { chrome: { offscreen: Offscreen } }).chrome.offscreen;
}
