/** Reads the tick boxes that ask for consent: native ones, ARIA ones, and those drawn beside the sentence. */
import type { TickBox } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { PageContext } from './context';
import { isPage } from './context';
import { attribute, fold, idOf, isElement, isText, isVisible, parentOf, selectorOf, textOf } from './dom';
import { MAX_BOX_LABEL as MAX_LABEL, drawnBoxFor, showsTickedSign, toldBox } from './drawn-boxes';
import { isUnfinished } from './notices';
import { asksConsent, boxTopics, isOptional, readsLikeButton, roleOf, topicsOf } from './wording';

/** What whoever watches the page remembers of a box; a single reading of a page knows only the present state. */
export interface TickState {
  checkedAtLoad: boolean;
  changedBy: TickBox['changedBy'];
}

/** Asked once for each consent box of a reading. */
export type TickMemory = (element: Element, label: string) => TickState | undefined;

export interface BoxReading {
  box: TickBox;
  element: Element;
}

/** Consent boxes of the page, in document order within each sort. Pauses after each. */
export function* readTickBoxes(context: PageContext, memory: TickMemory = () => undefined): Generator<void, BoxReading[]> {
  const readings: BoxReading[] = [];
  const add = (element: Element, label: string, made: TickBox['made']) => {
    const topics = boxTopics(label);
    if (topics.length === 0 || readings.length >= LIMITS.elementsPerSurface || readings.some((one) => one.element === element)) return;
    const selector = selectorOf(element);
    const checkedNow = isChecked(element);
    const remembered = memory(element, label);
    readings.push({
      element,
      box: {
        id: idOf('box', selector), selector, label: label.slice(0, LIMITS.excerptChars), topics,
        checkedAtLoad: remembered?.checkedAtLoad ?? checkedNow,
        checkedNow,
        changedBy: remembered?.changedBy ?? 'none',
        optional: isOptional(label),
        made,
        visible: isBoxVisible(element),
      },
    });
  };
  for (const element of context.scan.boxes) {
    yield;
    if (isNecessary(element)) continue;
    add(element, boxLabel(element, context), element.localName === 'input' ? 'input' : 'aria');
  }
  for (const radio of context.scan.radios) {
    if (isConsentRadio(radio, context)) add(radio, radioLabel(radio, context), 'input');
  }
  for (const text of context.scan.consentText) {
    yield;
    const drawn = drawnBoxFor(text, context);
    if (drawn) add(drawn.element, drawn.label, 'drawn');
  }
  if (!readings.some(({ box }) => box.visible)) {
    for (const text of context.scan.consentText) {
      yield;
      const told = isVisible(text) ? toldBox(text, context) : null;
      if (told) add(told.element, told.label, 'drawn');
    }
  }
  return readings;
}

/** A radio that stands for agreement: 同意 of a pair, or one alone beside 我已阅读并同意…. */
export function isConsentRadio(radio: Element, context: PageContext): boolean {
  const label = ownLabel(radio, context) || attribute(radio, 'value', 40);
  if (roleOf(label) === 'accept') return true;
  const name = radio.getAttribute('name');
  const alone = !name || context.scan.radios.filter((one) => one.getAttribute('name') === name).length === 1;
  return alone && asksConsent(label) && boxTopics(label).length > 0;
}

/** Whether a box of any make is ticked now. Drawn ones are read from the class names in use. */
export function isChecked(element: Element): boolean {
  if (element.localName === 'input') {
    const { checked } = element as HTMLInputElement;
    return typeof checked === 'boolean' ? checked : element.hasAttribute('checked');
  }
  const aria = element.getAttribute('aria-checked');
  if (aria !== null) return aria === 'true';
  if (showsTickedSign(element)) return true;
  const look = looksOfBox(element);
  if (/(?:un|not?|non)[-_]?(?:checked|selected|active|choose)|disabled/i.test(look)) return false;
  return /(?:^|[\s_/-])(?:is[-_])?(?:checked|selected|active|actived|ticked|choosed|chosen|on)(?:$|[\s_.@-])/i.test(look);
}

/** Class names of a box and of what it is drawn with, two levels down. */
function looksOfBox(element: Element): string {
  const names = [element.getAttribute('class') ?? '', element.getAttribute('src') ?? ''];
  for (let node = element.firstElementChild, level = 0; node && level < 2; node = node.firstElementChild, level++) names.push(node.getAttribute('class') ?? '');
  return names.join(' ').slice(0, 400);
}

/** A switch that cannot be moved (strictly necessary cookies) asks for nothing. */
function isNecessary(element: Element): boolean {
  return element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true';
}

function ownLabel(element: Element, context: PageContext): string {
  const id = element.getAttribute('id');
  const declared = (id && context.scan.labels.get(id)) || wrappingLabel(element);
  const within = element.localName === 'input' ? '' : textOf(element, MAX_LABEL);
  if (!declared && within.length > 2) return within;
  const next = element.nextSibling;
  return fold(declared ? textOf(declared, 80) : next ? (isText(next) ? next.data.slice(0, 80) : textOf(next, 80)) : '');
}

function wrappingLabel(element: Element): Element | null {
  let node = parentOf(element);
  for (let level = 0; node && level < 5; level++) {
    if (node.localName === 'label' || node.localName === 'uni-label') return node;
    node = parentOf(node);
  }
  return null;
}

/**
 * The whole line a box stands in: links to the documents often lie outside the label. Where the line holds other fields,
 * what follows the box up to the next field.
 */
export function boxLabel(element: Element, context: PageContext): string {
  let best = ownLabel(element, context);
  let node = parentOf(element);
  for (let level = 0; node && level < 5 && !isPage(node) && node.localName !== 'form'; level++) {
    const members = element.getAttribute('type') === 'radio' || element.getAttribute('role') === 'radio' ? 2 : 0;
    if (context.boxesIn(node) > 1 || context.fieldsIn(node) > members || context.lengthOf(node) > MAX_LABEL) break;
    const text = textOf(node, MAX_LABEL, (part) => part.localName === 'button' || (part.localName === 'a' && readsLikeButton(textOf(part, 20))));
    if (text.length > best.length) best = text;
    if (boxTopics(best).length > 0 && !LABEL_PARTS.has(node.localName) && !isUnfinished(best)) break;
    node = parentOf(node);
  }
  const after = textAfter(element, context);
  if (boxTopics(best).length === 0 && boxTopics(after).length > 0) best = after;
  else if (after.startsWith(best) && after.length > best.length) best = after;
  return best || attribute(element, 'aria-label') || attribute(element, 'title');
}

/** A radio's line; where that is nothing but 同意, with the question that stands before the choice. */
function radioLabel(radio: Element, context: PageContext): string {
  const own = boxLabel(radio, context);
  if (topicsOf(own).length > 0) return own;
  let node: Element | null = radio;
  for (let level = 0; node && level < 4 && !isPage(node); level++) {
    let before = node.previousElementSibling;
    for (let count = 0; before && count < 4; count++) {
      const length = context.lengthOf(before);
      if (length > MAX_LABEL || (context.fieldsIn(before) > 0 && before.querySelector('input[type="radio"]') === null && before.localName !== 'input')) break;
      const text = length > 0 ? textOf(before, MAX_LABEL) : '';
      if (topicsOf(text).length > 0) return `${text} ${own}`.slice(0, MAX_LABEL);
      before = before.previousElementSibling;
    }
    node = parentOf(node);
  }
  return own;
}

const LABEL_PARTS: ReadonlySet<string> = new Set(['label', 'span', 'i', 'em', 'b', 'a', 'uni-label', 'uni-checkbox']);

/** Running text after the box (or its label part) until a field, another box or a break. */
function textAfter(element: Element, context: PageContext): string {
  let text = '';
  let node: Node | null = element.nextSibling ?? (parentOf(element)?.nextSibling ?? null);
  for (let count = 0; node && count < 12 && text.length < MAX_LABEL; count++) {
    if (isElement(node)) {
      if (context.fieldsIn(node) > 0 || context.boxesIn(node) > 0 || node.localName === 'br' || node.localName === 'button') break;
      text += textOf(node, MAX_LABEL);
    } else if (isText(node)) text += node.data.slice(0, MAX_LABEL);
    node = node.nextSibling;
  }
  return fold(text).slice(0, MAX_LABEL);
}

/** Native boxes are often made transparent and drawn anew: what shows then is the label around them. */
function isBoxVisible(element: Element): boolean {
  if (isVisible(element)) return true;
  const label = wrappingLabel(element) ?? (element.getAttribute('id') ? element.ownerDocument.querySelector(`label[for="${CSS_SAFE(element.getAttribute('id')!)}"]`) : null);
  if (label) return isVisible(label);
  // A hidden input with its look drawn right behind it (layui, bootstrap-switch).
  const look = element.nextElementSibling;
  if (element.localName === 'input' && look && /check|switch|radio/i.test(look.getAttribute('class') ?? '') && isVisible(look)) return true;
  const parent = parentOf(element);
  return element.localName === 'input' && parent !== null && !isPage(parent) && parent.localName !== 'form' && isVisible(parent) && !/display:\s*none/i.test(element.getAttribute('style') ?? '') && !element.hasAttribute('hidden');
}

const CSS_SAFE = (value: string) => value.replace(/["\\\n\r\f]/g, '');
