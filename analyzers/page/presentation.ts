/** How the text of a policy page looks: size, contrast and line height of a sample of its blocks, or pictures in its place. */
import type { Looks, Presentation } from '../artifacts';
import { isVisible, selectorOf, textOf } from './dom';
import { looksOf } from './looks';
import type { Scan } from './scan';

/** Least that can be read (rule catalogue): font size in CSS pixels, contrast, line height as a share of the font size. */
export const MIN_FONT_PX = 10;
export const MIN_CONTRAST = 3;
export const MIN_LINE_HEIGHT = 1;

/** Blocks that are measured, taken evenly from all; shorter ones are headings and links. */
const MAX_BLOCKS = 48;
const MIN_BLOCK_CHARS = 20;
/** Elements looked at in search of blocks. */
const MAX_ELEMENTS = 4_000;
/** A page named a policy with less text than this shows its text in pictures, if in anything. */
const MAX_BARE_CHARS = 300;
/** A picture that can hold text, CSS pixels. */
const PICTURE_WIDTH = 240;
const PICTURE_HEIGHT = 400;

/** Measures a policy page; undefined without layout. */
export function readPresentation(document: Document, scan: Scan): Presentation | undefined {
  const { body } = document;
  if (!body || typeof body.checkVisibility !== 'function') return undefined;
  const blocks = blocksOf(body);
  const step = Math.max(1, Math.floor(blocks.length / MAX_BLOCKS));
  let measured = 0;
  const below = { small: 0, pale: 0, tight: 0 };
  let worst: { looks: Looks; element: Element; faults: number } | undefined;
  for (let i = 0; i < blocks.length && i < step * MAX_BLOCKS; i += step) {
    const element = blocks[i]!;
    const looks = looksOf(element);
    if (!looks || !isVisible(element)) continue;
    const chars = ownText(element).length;
    measured += chars;
    const faults = faultsOf(looks);
    for (const fault of faults) below[fault] += chars;
    if (faults.length > (worst?.faults ?? 0)) worst = { looks, element, faults: faults.length };
  }
  const share = (chars: number) => (measured > 0 ? Math.round((chars / measured) * 100) / 100 : 0);
  const pictures = scan.totalText < MAX_BARE_CHARS ? picturesOf(body) : [];
  return {
    measured, small: share(below.small), pale: share(below.pale), tight: share(below.tight),
    ...(worst ? { worst: { ...worst.looks, text: textOf(worst.element, 80), selector: selectorOf(worst.element) } } : {}),
    ...(pictures.length > 0 ? { pictures: { count: pictures.length, selector: selectorOf(pictures[0]!) } } : {}),
  };
}

/** In what a text falls below what can be read. */
export function faultsOf(looks: Looks): ('small' | 'pale' | 'tight')[] {
  return [
    ...(looks.fontSize < MIN_FONT_PX ? ['small' as const] : []),
    ...((looks.contrast ?? MIN_CONTRAST) < MIN_CONTRAST ? ['pale' as const] : []),
    ...((looks.lineHeight ?? MIN_LINE_HEIGHT) < MIN_LINE_HEIGHT ? ['tight' as const] : []),
  ];
}

function blocksOf(body: Element): Element[] {
  const found: Element[] = [];
  let looked = 0;
  for (const element of body.querySelectorAll('p,li,td,dd,div,span,section')) {
    if (++looked > MAX_ELEMENTS) break;
    if (ownText(element).length >= MIN_BLOCK_CHARS) found.push(element);
  }
  return found;
}

/** Text that stands in the element itself, not in blocks inside it. */
function ownText(element: Element): string {
  let text = '';
  for (const node of element.childNodes) if (node.nodeType === 3 && text.length < 2_000) text += (node.nodeValue ?? '').slice(0, 2_000);
  return text.trim();
}

function picturesOf(body: Element): Element[] {
  return [...body.querySelectorAll('img,canvas,embed,object')].slice(0, 50).filter((element) => {
    const rect = element.getBoundingClientRect();
    return rect.width >= PICTURE_WIDTH && rect.height >= PICTURE_HEIGHT && isVisible(element);
  });
}
