/**
 * The one walk over the page. It collects, within caps, the elements the readers look at, and the length of text under
 * every element, so that no reader walks again over a large tree.
 */
import { fold, frameDocument, hiddenByMarkup, isElement, isText, parentOf, TEXTLESS, textOf } from './dom';
import { CHILD_TEXT } from './children';
import { FACE_TEXT } from './face';
import { GATE_TEXT, WAY_ROUND } from './gates';
import { NUMBER_TEXT } from './published';
import { REFUSAL_TEXT } from './required';
import type { Mark } from './marks';
import { marksOf } from './marks';
import { inSimplified } from './simplified';
import { MAX_CONTROL_CHARS, mayDecide, readsLikeButton, roleOf } from './wording';

/** Nodes visited at most: a page of 100,000 nodes is read whole, one of a million is not. */
export const MAX_NODES = 200_000;
/** Nodes between two pauses; well below a millisecond of work, some milliseconds before the browser has compiled it. */
const NODES_PER_SLICE = 250;
/** Elements kept of each sort while scanning: a little above what a surface keeps, since not all of them are shown. */
const MAX_ELEMENTS = 400;
/** Elements kept of each mark. */
const MAX_MARKED = 150;
/** Frames and shadow roots inside each other. */
const MAX_ROOTS = 200;

export interface Scan {
  /** Text under each element in UTF-16 units, hidden mark-up left out. */
  textLength: Map<Element, number>;
  forms: Element[];
  /** Inputs, selects, text areas and their ARIA look-alikes; buttons, tick boxes and radios are kept apart. */
  fields: Element[];
  radios: Element[];
  /** Native tick boxes and elements with the role of one. */
  boxes: Element[];
  /** Buttons and whatever reads like one. */
  controls: Element[];
  /** Controls whose text decides on consent, kept apart so that no flood of others crowds them out. */
  deciders: Element[];
  /** Elements holding a text node that speaks of agreement. */
  consentText: Element[];
  /** Elements holding a text node that says what data is for. */
  purposeText: Element[];
  /** Short prompts that stand where a field would (请选择出生日期 in a div). */
  prompts: Element[];
  /** Drawn choices that read 男 or 女. */
  genders: Element[];
  /** Messages against what was sent (姓名不能为空). */
  refusals: Element[];
  /** Elements holding a short text that speaks of permissions and places, of an account, of a changed policy. */
  marked: Record<Mark, Element[]>;
  /** Texts that may speak of a condition or an account, of faces, of children; short texts that lead past a gate. */
  gateText: Element[];
  faceText: Element[];
  childText: Element[];
  waysRound: Element[];
  /** Texts with a number shaped like one of a person. */
  numbers: Element[];
  /** The first text of the page. */
  firstText?: Element;
  /** Camera pictures and places to take one. */
  cameras: Element[];
  /** Texts that may name the operator, in order. */
  footerText: Element[];
  headings: Element[];
  /** `label[for]` by the id it is for. */
  labels: Map<string, Element>;
  /** Open shadow roots and bodies of same-origin frames that were entered. */
  roots: (ShadowRoot | Element)[];
  totalText: number;
  truncated: boolean;
}

const CONSENT_TEXT = /同意|接受|拒绝|遵守|认可|授权|视为|约束|已阅读|agree|consent|accept|declined|rejected|refused/i;
const PURPOSE_TEXT = /用于|用来|用途|以便|为了|方便|便于|仅供|仅限|规定|要求|目的|used? (?:only )?(?:for|to)|in order to|so (?:that )?we|required by|purpose/i;
const FOOTER_TEXT = /©|\(c\)|copyright|版权所有|ICP|公网安备|网安备|主办单位|运营(?:方|单位|主体)|all rights reserved/i;
const PROMPT_TEXT = /^(?:请)?(?:点击)?(?:选择|填写|输入|上传)|^(?:please )?(?:select|choose)\b/i;

/**
 * Walks the document, or one part of it, with its open shadow roots and same-origin frames once. A generator: the caller
 * decides after each pause whether to go on now or in the next idle time.
 */
export function* scan(document: Document, root: Element | null = document.body ?? document.documentElement): Generator<void, Scan> {
  const result: Scan = {
    textLength: new Map(), forms: [], fields: [], radios: [], boxes: [], controls: [], deciders: [], consentText: [], purposeText: [], prompts: [], genders: [], refusals: [], gateText: [], faceText: [], childText: [], waysRound: [], numbers: [], cameras: [],
    marked: { permission: [], account: [], change: [] }, footerText: [], headings: [], labels: new Map(), roots: [], totalText: 0, truncated: false,
  };
  if (!root) return result;
  const taken = new Set<Element>();
  const stack: { element: Element; next: Node[]; length: number; hidden: boolean }[] = [];
  let visited = 0;

  const enter = (element: Element, hidden: boolean) => {
    collect(element, result, taken);
    const next: Node[] = [];
    if (element.firstChild) next.push(element.firstChild);
    const inner = innerRoot(element);
    if (inner && result.roots.length < MAX_ROOTS) {
      result.roots.push(inner);
      if (isElement(inner)) next.push(inner);
      else if (inner.firstChild) next.push(inner.firstChild);
    }
    stack.push({ element, next, length: 0, hidden: hidden || hiddenByMarkup(element) });
  };
  enter(root, false);

  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const node = top.next[0];
    if (!node || result.truncated) {
      stack.pop();
      result.textLength.set(top.element, top.length);
      const above = stack[stack.length - 1];
      if (above) above.length += top.length;
      else result.totalText = top.length;
      continue;
    }
    if (node.nextSibling) top.next[0] = node.nextSibling;
    else top.next.shift();

    if (++visited > MAX_NODES) {
      result.truncated = true;
      continue;
    }
    if (visited % NODES_PER_SLICE === 0) yield;

    if (isText(node)) {
      const length = readText(node.data, top.element, result, taken);
      if (!top.hidden) top.length += length;
    } else if (isElement(node) && !TEXTLESS.has(node.localName)) {
      enter(node, top.hidden);
    }
  }
  return result;
}

/** The open shadow root of an element, or the body of a same-origin frame. */
function innerRoot(element: Element): ShadowRoot | Element | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (element.localName === 'iframe' || element.localName === 'frame') return frameDocument(element)?.body ?? null;
  return null;
}

function keep(list: Element[], element: Element, result: Scan): void {
  if (list.length < MAX_ELEMENTS) list.push(element);
  else result.truncated ||= list === result.fields || list === result.boxes || list === result.deciders;
}

const BUTTON_TYPES = new Set(['submit', 'button', 'image', 'reset']);
const FIELD_ROLES = new Set(['textbox', 'combobox', 'spinbutton', 'searchbox']);

function collect(element: Element, result: Scan, taken: Set<Element>): void {
  const name = element.localName;
  const role = element.getAttribute('role');
  if (isCamera(element, name)) keep(result.cameras, element, result);
  if (name === 'input') {
    const type = (element.getAttribute('type') ?? 'text').toLowerCase();
    if (type === 'hidden') return;
    if (type === 'checkbox') keep(result.boxes, element, result);
    else if (type === 'radio') keep(result.radios, element, result);
    else if (BUTTON_TYPES.has(type)) takeControl(element, result, taken);
    else keep(result.fields, element, result);
  } else if (name === 'select' || (name === 'textarea' && !element.hasAttribute('readonly'))) keep(result.fields, element, result);
  else if (isForm(element)) keep(result.forms, element, result);
  else if (role === 'checkbox' || role === 'switch' || isDrawnBox(element, name)) keep(result.boxes, element, result);
  else if (role === 'radio' && element.querySelector('input[type="radio"]') === null) keep(result.radios, element, result);
  else if (name === 'button' || role === 'button') takeControl(element, result, taken);
  else if ((role !== null && FIELD_ROLES.has(role)) || isEditable(element)) keep(result.fields, element, result);
  else if (name === 'label') {
    const target = element.getAttribute('for');
    if (target && !result.labels.has(target) && result.labels.size < MAX_ELEMENTS) result.labels.set(target, element);
  } else if (/^h[1-4]$/.test(name)) keep(result.headings, element, result);
  else if (isDrawnButton(element, name) || (name === 'img' && mayDecide(element.getAttribute('alt') ?? ''))) takeControl(element, result, taken);
}

/** The tick box of a component library with an element of its own (uni-checkbox), where no input stands inside. */
function isDrawnBox(element: Element, name: string): boolean {
  return /-(?:checkbox|switch)$/.test(name) && element.querySelector('input,[role="checkbox"],[role="switch"]') === null;
}

/** A button of a component library (uni-button, van-button) or by its class, with a short text of its own and nothing else inside. */
function isDrawnButton(element: Element, name: string): boolean {
  if (!name.endsWith('-button') && !BUTTON_CLASS.test(element.getAttribute('class') ?? '')) return false;
  return element.childElementCount <= 2 && element.querySelector('input,button,a,[role="button"]') === null && textOf(element, MAX_CONTROL_CHARS + 1).length <= MAX_CONTROL_CHARS;
}

const BUTTON_CLASS = /(?:^|[\s_-])(?:btn|button)(?:$|[\s_-])/i;

/** A form of the page's author: uni-app wraps every single input into a form of its own. */
export function isForm(element: Element): boolean {
  return element.localName === 'form' && !(element.getAttribute('class') ?? '').includes('uni-input-form');
}

/** A live picture, or a file field that opens the front camera. */
function isCamera(element: Element, name: string): boolean {
  if (name === 'video') return !element.hasAttribute('src') && !element.hasAttribute('controls') && element.querySelector('source') === null;
  return name === 'input' && element.getAttribute('type') === 'file' && (element.getAttribute('capture') === 'user' || /^image/.test(element.getAttribute('accept') ?? ''));
}

function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value !== 'false';
}

function takeControl(element: Element, result: Scan, taken: Set<Element>): void {
  if (taken.has(element)) return;
  taken.add(element);
  keep(result.controls, element, result);
  const text = controlText(element);
  if (mayDecide(text)) keep(result.deciders, element, result);
}

/** Text of a control: value, content, label or picture text. */
export function controlText(element: Element): string {
  const shown = element.localName === 'input' ? element.getAttribute('value') : textOf(element, 80);
  return fold(shown || element.getAttribute('aria-label') || element.getAttribute('title') || element.getAttribute('alt') || pictureText(element)).slice(0, 80);
}

function pictureText(element: Element): string {
  return element.querySelector?.('img[alt]')?.getAttribute('alt') ?? '';
}

function readText(data: string, element: Element, result: Scan, taken: Set<Element>): number {
  const length = data.length;
  if (length === 0) return 0;
  const shown = length < 2_000 ? fold(data) : data.slice(0, 2_000);
  if (shown.length === 0) return 0;
  const text = inSimplified(shown);
  result.firstText ??= element;
  if (CONSENT_TEXT.test(text)) keep(result.consentText, element, result);
  if (PURPOSE_TEXT.test(text)) keep(result.purposeText, element, result);
  for (const mark of marksOf(text)) if (result.marked[mark].length < MAX_MARKED) result.marked[mark].push(element);
  if (text.length <= 200) {
    if (GATE_TEXT.test(text)) keepEnds(result.gateText, element);
    if (FACE_TEXT.test(text)) keepEnds(result.faceText, element);
    if (CHILD_TEXT.test(text)) keepEnds(result.childText, element);
    if (text.length <= 16 && WAY_ROUND.test(text)) keepEnds(result.waysRound, element);
  }
  if (NUMBER_TEXT.test(text)) keepEnds(result.numbers, element);
  if (FOOTER_TEXT.test(text) && text.length < 600) keepLast(result.footerText, element);
  if (text.length <= MAX_CONTROL_CHARS) {
    const role = roleOf(text);
    if (role !== 'other' && !isPartOfSentence(element, text)) {
      const button = buttonAround(element);
      if (button !== element || readsLikeButton(text) || /btn|button|submit/i.test(element.getAttribute('class') ?? '')) takeControl(button, result, taken);
    }
    if (text.length <= 20 && PROMPT_TEXT.test(text)) keep(result.prompts, element, result);
    if (text.length <= 30 && REFUSAL_TEXT.test(text)) keep(result.refusals, element, result);
    if (text === '男' && !/^(?:option|label)$/.test(element.localName)) keep(result.genders, element, result);
  }
  return text.length;
}

/** The first and the last hundred: what overlays a page often stands at its end. */
function keepEnds(list: Element[], element: Element): void {
  list.push(element);
  if (list.length > 200) list.splice(100, 1);
}

/** Footers stand at the end: the last ones are kept. */
function keepLast(list: Element[], element: Element): void {
  list.push(element);
  if (list.length > 40) list.shift();
}

/** A word such as 同意 that is marked up inside a sentence is no control. */
function isPartOfSentence(element: Element, text: string): boolean {
  if (BUTTON_CLASS.test(element.getAttribute('class') ?? '')) return false;
  if (/^(?:button|a|label|option|th|td|h[1-6]|title)$/.test(element.localName)) return /^(?:label|option|th|h[1-6]|title)$/.test(element.localName);
  let rest = 0;
  for (let node = element.parentNode?.firstChild ?? null, count = 0; node && count < 20; node = node.nextSibling, count++) {
    if (isText(node)) rest += fold(node.data).length;
    // Inline neighbours are running text, unless they are choices themselves (<span>拒绝</span><span>同意</span>).
    else if (isElement(node) && node !== element && SENTENCE_PARTS.has(node.localName)) {
      const beside = textOf(node, MAX_CONTROL_CHARS + 1);
      if (roleOf(beside) === 'other') rest += beside.length;
    }
  }
  for (let node: Node | null = element.firstChild, count = 0; node && count < 20; node = node.nextSibling, count++) {
    if (isElement(node)) rest += textOf(node, 100).length;
  }
  return rest > Math.max(4, text.length);
}

const SENTENCE_PARTS: ReadonlySet<string> = new Set(['a', 'span', 'em', 'b', 'strong', 'font', 'u', 'i', 'label']);

/** The pressable element a short text stands in: the nearest button or link, else the element itself. */
function buttonAround(element: Element): Element {
  let node: Element | null = element;
  for (let level = 0; node && level < 4; level++) {
    const name = node.localName;
    if (name === 'button' || name === 'a' || node.getAttribute('role') === 'button' || node.hasAttribute('onclick')) return node;
    node = parentOf(node);
  }
  return element;
}
