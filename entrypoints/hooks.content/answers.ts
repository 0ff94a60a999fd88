/**
 * Looks through JSON that page scripts read from their own site for full phone and id numbers. Only masks of two or more
 * different numbers leave the page's world; nothing is read again, nothing kept, and while the page loads nothing is looked at.
 */
import { ANSWER_CHARS, fullNumbers, type FullNumber } from '@/analyzers/traffic/full-numbers';
import type { Line } from './line';
import { watchMethod, watchResult } from './wrap';

/** Answers looked through for one document. */
let answersLeft = 60;
/** Values of one parsed answer that are looked at. */
const MAX_NODES = 5_000;
/** One number may be the visitor's own. */
const OTHERS = 2;

const listen = EventTarget.prototype.addEventListener;

export function watchAnswers(line: Line): void {
  const look = (url: string, text: () => string | undefined) => {
    if (answersLeft <= 0 || !isOwn(url)) return;
    whenLoaded(() => {
      if (answersLeft-- <= 0) return;
      const read = text();
      if (read === undefined || read.length < 22) return;
      const numbers: FullNumber[] = fullNumbers(read);
      if (numbers.length >= OTHERS) line.tell({ t: 'answer', at: Date.now(), url: url.slice(0, 4_096), complete: read.length < ANSWER_CHARS, numbers });
    });
  };
  watchResult(Response.prototype, 'json', (self, value) => look((self as Response).url, () => textOf(value)));
  watchResult(Response.prototype, 'text', (self, value) => look((self as Response).url, () => (typeof value === 'string' && /^\s{0,8}[[{]/.test(value.slice(0, 10)) ? value : undefined)));
  watchMethod(XMLHttpRequest.prototype, 'send', (self) => {
    if (answersLeft <= 0) return;
    const request = self as XMLHttpRequest;
    listen.call(request, 'load', () => {
      const { responseType, responseURL } = request;
      if (responseType === 'json') look(responseURL, () => textOf(request.response));
      else if (responseType === '' || responseType === 'text') look(responseURL, () => (/^\s{0,8}[[{]/.test(request.responseText.slice(0, 10)) ? request.responseText : undefined));
    }, { once: true });
  });
}

/** Strings and whole numbers of a parsed answer, a line each; accessors are not read. */
function textOf(root: unknown): string | undefined {
  const parts: string[] = [];
  const waiting: unknown[] = [root];
  for (let left = MAX_NODES; waiting.length > 0 && left > 0; left--) {
    const node = waiting.pop();
    if (typeof node === 'string') {
      if (node.length >= 11 && node.length <= 400) parts.push(node);
    } else if (typeof node === 'number') {
      if (node >= 1e10) parts.push(String(node));
    } else if (typeof node === 'object' && node !== null) {
      for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(node)).slice(0, 1_000)) if ('value' in descriptor) waiting.push(descriptor.value);
    }
  }
  return parts.join('\n');
}

/** Of the page's own site, as far as that can be told without a list of suffixes; the background looks again. */
function isOwn(url: string): boolean {
  try {
    const labels = new URL(url).hostname.split('.');
    return location.hostname.endsWith(labels.slice(-2).join('.'));
  } catch {
    return false;
  }
}

function whenLoaded(run: () => void): void {
  if (document.readyState === 'complete') run();
  else listen.call(window, 'load', () => setTimeout(run, 0), { once: true });
}
