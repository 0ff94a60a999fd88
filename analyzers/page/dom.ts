/**
 * Bounded reading of a DOM that may be hostile, without changing it. Works on a browser's document (frames, open shadow
 * roots, layout) and on a parsed file without layout.
 */

import { inSimplified } from './simplified';

/** Levels an upward climb goes at most: deeper nesting carries no meaning, and a page may nest without end. */
const MAX_CLIMB = 64;

/** Text nodes one excerpt reads at most. */
const MAX_TEXT_NODES = 400;

/** Elements whose text is never shown. */
export const TEXTLESS: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'head', 'object', 'embed', 'math', 'svg']);

const ELEMENT = 1;
const TEXT = 3;
const FRAGMENT = 11;

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === ELEMENT;
}

export function isText(node: Node): node is Text {
  return node.nodeType === TEXT;
}

/** Parent of an element, through open shadow roots and same-origin frames. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const parent = element.parentNode;
  if (parent?.nodeType === FRAGMENT) return (parent as ShadowRoot).host ?? null;
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null; // another origin's frame
  }
}

/** Ancestors from the parent upward, at most `MAX_CLIMB`. */
export function ancestorsOf(element: Element, limit = MAX_CLIMB): Element[] {
  const found: Element[] = [];
  for (let node = parentOf(element); node && found.length < limit; node = parentOf(node)) found.push(node);
  return found;
}

/** Whether `ancestor` is `element` or holds it, shadow roots and frames crossed. */
export function holds(ancestor: Element, element: Element): boolean {
  let node: Element | null = element;
  for (let level = 0; node && level <= MAX_CLIMB; level++) {
    if (node === ancestor) return true;
    node = parentOf(node);
  }
  return false;
}

/** The document of a same-origin frame; null for another origin or no frame. */
export function frameDocument(element: Element): Document | null {
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** White space (no-break and ideographic too) and zero-width characters folded to single spaces. */
export function fold(text: string): string {
  return text.replace(/[\s\u00a0\u3000\u200b-\u200d\ufeff]+/g, ' ').trim();
}

/** A folded text as patterns read it: without the blanks that spread Chinese out (登 录, 姓 名), in simplified characters. */
export function dense(text: string): string {
  return inSimplified(text.replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '$1'));
}

/** Hidden by mark-up alone: `hidden`, inline display or visibility. What style sheets hide needs layout. */
export function hiddenByMarkup(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && style.length < 4096 && /(?:display:\s*none|visibility:\s*hidden)/i.test(style);
}

/**
 * Text below `root` in document order, folded, at most `limit` UTF-16 units. Hidden parts and `skip`ped elements are left out.
 */
export function textOf(root: Node, limit: number, skip?: (element: Element) => boolean): string {
  let text = '';
  let seen = 0;
  let node: Node | null = root;
  while (node && seen < MAX_TEXT_NODES && text.length < limit * 2) {
    let descend = true;
    if (isText(node)) {
      seen++;
      text += node.data.slice(0, limit * 2);
    } else if (isElement(node)) {
      const name = node.localName;
      descend = !TEXTLESS.has(name) && (node === root || (!hiddenByMarkup(node) && !skip?.(node)));
      if (BREAKS.has(name)) text += ' ';
    }
    node = following(node, root, descend);
  }
  return fold(text).slice(0, limit);
}

const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'option', 'section', 'dt', 'dd']);

/** The next node in document order inside `root`. */
function following(node: Node, root: Node, descend: boolean): Node | null {
  if (descend && node.firstChild) return node.firstChild;
  let current: Node | null = node;
  while (current && current !== root) {
    if (current.nextSibling) return current.nextSibling;
    current = current.parentNode;
  }
  return null;
}

const INLINE: ReadonlySet<string> = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'em', 'font', 'i', 'label', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'ins', 'uni-text', 'uni-label', 'text', 'wx-text', 'taro-text-core',
]);

/** The block a piece of running text belongs to: the nearest ancestor that is not an inline element. */
export function blockOf(element: Element): Element {
  let node = element;
  for (let level = 0; level < 8 && INLINE.has(node.localName); level++) {
    const parent = parentOf(node);
    if (!parent || parent.localName === 'body') break;
    node = parent;
  }
  return node;
}

/**
 * Whether a person can see the element. With layout: the browser's own answer, fully transparent counting as hidden.
 * Without layout (parsed file): everything is visible that mark-up does not hide.
 */
export function isVisible(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    try {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    } catch {
      return false;
    }
    const rect = element.getBoundingClientRect();
    // Moved out of reach to the left or above: the usual way to hide without display:none.
    return rect.right > 0 && rect.bottom + (element.ownerDocument.defaultView?.scrollY ?? 0) > 0 && (rect.width > 0 || element.childElementCount > 0);
  }
  if (element.localName === 'input' && element.getAttribute('type')?.toLowerCase() === 'hidden') return false;
  return !hiddenByMarkup(element) && !ancestorsOf(element).some((node) => hiddenByMarkup(node) || TEXTLESS.has(node.localName));
}

/** Width and height in CSS pixels; undefined without layout. */
export function sizeOf(element: Element): { width: number; height: number } | undefined {
  if (typeof element.checkVisibility !== 'function') return undefined;
  const { width, height } = element.getBoundingClientRect();
  return { width: Math.round(width), height: Math.round(height) };
}

/** Siblings counted for one step of a selector; a page with more gets a step without position. */
const MAX_SIBLINGS = 500;

/**
 * A CSS selector that finds the element again. Parts across a shadow root or frame are joined by ` >>> `.
 */
export function selectorOf(element: Element): string {
  const steps: string[] = [];
  let node: Element | null = element;
  for (let level = 0; node && level < MAX_CLIMB; level++) {
    const id = node.getAttribute('id');
    if (id && /^[A-Za-z][\w-]{0,60}$/.test(id) && isOnly(node, id)) {
      steps.unshift(`#${id}`);
      if (!leavesRoot(node)) break;
      node = crossRoot(node, steps);
      continue;
    }
    steps.unshift(stepOf(node));
    node = node.parentElement ?? crossRoot(node, steps);
  }
  return steps.join(' > ').replaceAll(' > >>> > ', ' >>> ').slice(0, 600);
}

function leavesRoot(node: Element): boolean {
  const root = node.getRootNode?.();
  return root?.nodeType === FRAGMENT || hasFrame(node);
}

function hasFrame(node: Element): boolean {
  try {
    return Boolean(node.ownerDocument.defaultView?.frameElement);
  } catch {
    return false;
  }
}

function crossRoot(node: Element, steps: string[]): Element | null {
  const root = node.getRootNode?.();
  let host: Element | null = null;
  if (root?.nodeType === FRAGMENT) host = (root as ShadowRoot).host ?? null;
  else if (hasFrame(node)) host = node.ownerDocument.defaultView?.frameElement ?? null;
  if (host) steps.unshift('>>>');
  return host;
}

function isOnly(node: Element, id: string): boolean {
  const root = node.getRootNode?.() as Document | ShadowRoot | undefined;
  return typeof root?.getElementById === 'function' ? root.getElementById(id) === node : true;
}

function stepOf(node: Element): string {
  const name = node.localName.replace(/[^\w-]/g, '\\$&');
  if (name === 'html' || name === 'body') return name;
  let position = 1;
  let before = node.previousElementSibling;
  for (let count = 0; before; count++) {
    if (count > MAX_SIBLINGS) return name;
    if (before.localName === node.localName) position++;
    before = before.previousElementSibling;
  }
  return `${name}:nth-of-type(${position})`;
}

/** Short stable id of an element: equal selectors give equal ids (FNV-1a, 32 bit). */
export function idOf(prefix: string, selector: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < selector.length; i++) hash = Math.imul(hash ^ selector.charCodeAt(i), 0x01000193);
  return `${prefix}-${(hash >>> 0).toString(36)}`;
}

/** Attribute as a short folded string, '' when absent. */
export function attribute(element: Element, name: string, limit = 200): string {
  const value = element.getAttribute(name);
  return value ? fold(value.slice(0, limit)) : '';
}
