/**
 * Covers what is personal in a page while it is pictured. `hidePersonal` is put into every frame of the page and may use
 * nothing from outside itself: patterns and needles come as plain values.
 */

import { PERSONAL_PATTERNS } from '@/analyzers/complaint/personal';

/** Name of the element that is put into a page for a picture, and taken away right after it. */
export const COVER = 'mingshi-cover';

/** What is covered by its look: personal values; e-mail addresses whole; and masked ones, which still tell whose they are (138****0001). */
export const HIDDEN_PATTERNS: readonly RegExp[] = [
  ...PERSONAL_PATTERNS,
  /[\w.%+-]{1,64}@[\w.-]{1,80}/g,
  /\d{2,4}[*＊•●]{3,12}\d{0,4}/g,
  /[\w.]{1,4}[*＊•●]{2,12}[\w.]{0,4}@[\w.-]{1,80}/g,
];

/**
 * Draws a grey bar over filled-in fields and over every visible piece of text that fits a pattern or holds a needle, in open
 * shadow roots too, and keeps the bars in place while the page moves. Answers how many bars there are.
 * @param patterns source and flags of regular expressions
 * @param needles what the person typed
 */
export function hidePersonal(cover: string, patterns: readonly [string, string][], needles: readonly string[]): number {
  const MOST_NODES = 40_000;
  const MOST_BARS = 1_000;
  const MOST_CHARS = 4_000;
  /** A value may be set in several pieces (<b>138</b> <i>…</i>); longer elements are looked at piece by piece only. */
  const PIECES_CHARS = 60;
  const tests = patterns.map(([source, flags]) => new RegExp(source, flags));
  const found: (Range | Element)[] = [];

  const places = (text: string): [number, number][] => {
    const hits: [number, number][] = [];
    for (const test of tests) for (const match of text.matchAll(test)) if (match[0] !== '') hits.push([match.index, match.index + match[0].length]);
    const lower = text.toLowerCase();
    for (const needle of needles) for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + needle.length)) hits.push([at, at + needle.length]);
    return hits;
  };
  const isFilled = (element: Element): boolean =>
    element instanceof HTMLInputElement
      ? element.value !== '' && !['hidden', 'button', 'submit', 'reset', 'image', 'checkbox', 'radio', 'range', 'color', 'file'].includes(element.type)
      : (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
        ? element.value !== ''
        : element instanceof HTMLElement && (element.contentEditable === 'true' || element.contentEditable === 'plaintext-only') && element.innerText.trim() !== '';

  const inside = ({ left, top, width, height }: DOMRect): DOMRect => new DOMRect(left + 3, top + 3, width - 6, height - 6);

  let seen = 0;
  const look = (scope: Node): void => {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null && seen < MOST_NODES && found.length < MOST_BARS; node = walker.nextNode()) {
      seen += 1;
      if (node instanceof Element) {
        if (node.shadowRoot) look(node.shadowRoot);
        const isPieces = node.childElementCount > 0 && node.childElementCount < 20 && (node.textContent ?? '').length <= PIECES_CHARS;
        if (isFilled(node)) found.push(node);
        else if (isPieces && places(node.textContent ?? '').length > 0 && [...node.childNodes].every((piece) => places(piece.textContent ?? '').length === 0)) {
          const range = document.createRange();
          range.selectNodeContents(node);
          found.push(range);
        }
        continue;
      }
      const text = (node.nodeValue ?? '').slice(0, MOST_CHARS);
      if (text.trim().length < 2) continue;
      for (const [start, end] of places(text)) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        found.push(range);
      }
    }
  };
  look(document.documentElement);

  const host = document.createElement(cover);
  host.style.cssText = 'all: initial; position: fixed; inset: 0; z-index: 2147483646; pointer-events: none;';
  const root = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
  let bars = 0;
  const draw = (): void => {
    // A field keeps its border, so that one sees what it is.
    const rects = found.flatMap((one) => (one instanceof Element ? [inside(one.getBoundingClientRect())] : [...one.getClientRects()])).filter(({ width, height, bottom, right, top, left }) => width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth);
    bars = rects.length;
    root.replaceChildren(
      ...rects.map(({ left, top, width, height }) => {
        const bar = document.createElement('div');
        bar.style.cssText = `position: fixed; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px; background: #8a8a8a; border-radius: 2px;`;
        return bar;
      }),
    );
    if (host.isConnected) requestAnimationFrame(draw);
  };
  draw();
  return bars;
}
