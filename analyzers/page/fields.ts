/** Reads one form field: its wording, kind, whether it must be filled, and what is said of its purpose. */
import type { FieldKind, FormField } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { PageContext } from './context';
import { isPage } from './context';
import { attribute, fold, idOf, isElement, isText, isVisible, parentOf, selectorOf, textOf } from './dom';
import { fieldKind } from './field-kind';
import { isForm } from './scan';
import { isConsentRadio } from './tick-boxes';
import { choicesOf } from './choices';
import { requirementOf, type FormRequirement } from './required';
import { readsLikeButton, roleOf, statesPurpose } from './wording';

/** A label is a short text; longer ones are help or running text. */
const MAX_LABEL = 60;
/** A hint beside a field. */
const MAX_HINT = 160;

export interface FieldSource {
  element: Element;
  /** Radios of one group are one field. */
  members: Element[];
}

/** What stands for the field in the page, with the wording its kind is read from. */
export interface FieldReading {
  field: FormField;
  element: Element;
}

/** Groups radios by name inside their form, and joins the fields of one scan in document order. */
export function fieldSources(context: PageContext): FieldSource[] {
  const sources: FieldSource[] = [];
  for (const element of context.scan.fields) {
    const hidden = selectBefore(element);
    const own = hidden && sources.find((source) => source.element === hidden);
    if (own) own.members.push(element);
    else sources.push({ element, members: [element] });
  }
  const groups = new Map<string | Element, FieldSource>();
  for (const radio of context.scan.radios) {
    if (isConsentRadio(radio, context)) continue;
    const key = radio.getAttribute('name') || groupAround(radio, context) || radio;
    const group = groups.get(key);
    if (group) group.members.push(radio);
    else {
      const source = { element: radio, members: [radio] };
      groups.set(key, source);
      sources.push(source);
    }
  }
  return sources;
}

/** The hidden select in whose place a read-only input is drawn (layui); null for any other field. */
function selectBefore(element: Element): Element | null {
  if (element.localName !== 'input' || !element.hasAttribute('readonly')) return null;
  let node: Element | null = element;
  for (let level = 0; node && level < 3; node = parentOf(node), level++) {
    const before = node.previousElementSibling;
    if (before?.localName === 'select') return /select/i.test(node.getAttribute('class') ?? '') ? before : null;
  }
  return null;
}

/** The group of a radio without a name (component libraries join them by script): by its role, or the nearest part that holds another one. */
function groupAround(radio: Element, context: PageContext): Element | null {
  let node = parentOf(radio);
  for (let level = 0; node && level < 6 && !isPage(node) && !isForm(node); level++) {
    if (node.getAttribute('role') === 'radiogroup' || (context.fieldsIn(node) > 1 && context.lengthOf(node) <= 200)) return node;
    node = parentOf(node);
  }
  return null;
}

/** A radio of the browser's or a drawn one with the role. */
function isRadio(element: Element): boolean {
  return element.getAttribute('role') === 'radio' || (element.localName === 'input' && element.getAttribute('type') === 'radio');
}

/** Steps from a field through wrappers that add no text: component libraries put up to a dozen around it. */
const MAX_WRAPPERS = 14;

/** What a field's form tells of all its fields. */
export interface FormFacts extends FormRequirement {
  /** The form has a control that sends a code by message. */
  sendsCode: boolean;
  /** A purpose said once for the form. */
  purpose?: string;
  /** Sentences of the form that say what some data is for. */
  purposes: readonly string[];
}

/** Reads one field. */
export function readField(source: FieldSource, context: PageContext, form: FormFacts): FieldReading {
  const { element } = source;
  const row = rowOf(source, context);
  const own = labelOf(source, row, context);
  // Parts of one answer (省, 市, 区) stand behind one label.
  const group = groupLabel(source, context);
  const placeholder = attribute(element, 'placeholder') || attribute(element, 'data-placeholder') || firstOption(element) || drawnPlaceholder(element);
  const label = own || (placeholder ? '' : group);
  const type = element.localName === 'input' ? (element.getAttribute('type') ?? 'text').toLowerCase() : element.localName;
  const options = optionsOf(source);
  const hints = { label, placeholder, names: namesOf(element), autocomplete: attribute(element, 'autocomplete'), type, isCombobox: element.getAttribute('role') === 'combobox', options, sendsCode: form.sendsCode, maxLength: Number(element.getAttribute('maxlength') ?? NaN), codeBeside: codeBeside(element, row, `${label}${placeholder}`) };
  let kind = fieldKind(hints);
  if (kind === 'other' && group) kind = fieldKind({ ...hints, label: group });
  const requiredBy = requirementOf({ element, row, label, group, placeholder }, form);
  const choices = choicesOf(kind, element, source.members);
  const selector = selectorOf(element);
  const purpose = purposeBeside(element, row, context) ?? purposeNamed(kind, form.purposes) ?? form.purpose;
  return {
    element,
    field: {
      id: idOf('field', selector),
      selector,
      kind,
      label: (label || placeholder || options || attribute(element, 'name')).slice(0, LIMITS.excerptChars),
      required: requiredBy !== undefined,
      ...(requiredBy ? { requiredBy } : {}),
      ...(choices ? { choices } : {}),
      ...(purpose ? { purposeText: purpose.slice(0, LIMITS.excerptChars) } : {}),
      visible: isVisible(element) || (row !== null && (type === 'file' || type === 'radio' || isDrawnChoice(element)) && isVisible(row)),
    },
  };
}

/** Words by which a sentence of the form names sensitive data a field asks for. */
const NAMES: Partial<Record<FieldKind, RegExp>> = {
  'id-number': /身份证|证件|\bid (?:card|number)/i, 'id-photo': /身份证|证件|\bid (?:card|photo)/i, passport: /护照|\bpassport/i, 'bank-card': /银行卡|卡号|账户|\b(?:bank|card)/i,
  'face-photo': /人脸|面部|正脸|脸部|自拍|\bfac(?:e|ial)\b/i, health: /健康|病|过敏|体检|孕|用药|\b(?:health|medical)/i, 'precise-location': /位置|定位|\blocation/i,
  'child-birthday': /孩子|儿童|宝宝|\bchild/i, 'child-school': /孩子|儿童|宝宝|\bchild/i, 'marital-status': /婚姻|婚育|\bmarital/i,
};

/** A sentence of the form, not beside the field, that says what this kind of data is for. */
function purposeNamed(kind: FieldKind, purposes: readonly string[]): string | undefined {
  const names = NAMES[kind];
  return names && purposes.find((sentence) => names.test(sentence));
}

/** A list to choose from, drawn over an input or select that itself is out of sight. */
function isDrawnChoice(element: Element): boolean {
  if (element.getAttribute('role') === 'combobox' || element.getAttribute('aria-haspopup') === 'listbox') return true;
  return element.localName === 'select' && /select/i.test(element.nextElementSibling?.getAttribute('class') ?? '');
}

/** Advice on how to fill something in stands beside a field, not for one. */
const NOTE = /必填|真实|有效|正确|一致|可以?|后|将|为|仅|限|格式|不|或|以便|务必|完整|[。；！]/;

/** A div that stands where a field would: its prompt is its wording (请选择出生日期). Null when the wording tells no kind. */
export function readPrompt(element: Element, context: PageContext, form: FormFacts): FieldReading | null {
  const text = textOf(element, MAX_LABEL);
  if (NOTE.test(text)) return null;
  const row = promptRow(element, context);
  const before = row ? textBefore(element, parentOf(row), context) : '';
  const hints = { placeholder: '', names: '', autocomplete: '', type: 'div', options: '', sendsCode: false };
  const kinds: FieldKind[] = [text, before, row ? textOf(row, MAX_LABEL) : ''].map((label) => fieldKind({ ...hints, label }));
  const kind = kinds.find((one) => one !== 'other');
  if (!kind || kind === 'search' || kind === 'message' || kind === 'password') return null;
  return drawnReading(element, row, kind, kinds[0] === kind ? text : before || text, context, form);
}

/** 男 and 女 side by side, drawn instead of a radio group, in surroundings that speak of gender. */
export function readDrawnGender(element: Element, context: PageContext, form: FormFacts): FieldReading | null {
  let row: Element | null = null;
  let node = parentOf(element);
  for (let level = 0; node && level < 7 && !isPage(node) && context.fieldsIn(node) === 0 && context.lengthOf(node) <= 40; level++) {
    const text = textOf(node, 50);
    if (/^\D{0,16}男[^男女]{0,4}女\D{0,12}$|^\D{0,16}女[^男女]{0,4}男\D{0,12}$/.test(text)) {
      row = node;
      if (/性别|称呼|gender|\bsex\b/i.test(text)) return drawnReading(element, row, 'gender', text, context, form);
    }
    node = parentOf(node);
  }
  return null;
}

function drawnReading(element: Element, row: Element | null, kind: FieldKind, label: string, context: PageContext, form: FormFacts): FieldReading {
  const selector = selectorOf(element);
  const purpose = purposeBeside(element, row, context) ?? form.purpose;
  const requiredBy = requirementOf({ element, row, label, group: '', placeholder: '' }, form);
  return {
    element,
    field: {
      id: idOf('field', selector), selector, kind, label: label.slice(0, LIMITS.excerptChars), required: requiredBy !== undefined,
      ...(requiredBy ? { requiredBy } : {}),
      ...(purpose ? { purposeText: purpose.slice(0, LIMITS.excerptChars) } : {}),
      visible: isVisible(element),
    },
  };
}

/** The surroundings of a prompt that hold no field and no other prompt. */
function promptRow(element: Element, context: PageContext): Element | null {
  let row: Element | null = null;
  let node = parentOf(element);
  for (let step = 0, level = 0; node && step < MAX_WRAPPERS && level < 4 && !isPage(node); step++) {
    if (context.fieldsIn(node) > 0 || context.promptsIn(node) > 1 || context.lengthOf(node) > 160 || isForm(node)) break;
    if (!row || context.lengthOf(node) > context.lengthOf(row)) level++;
    row = node;
    node = parentOf(node);
  }
  return row;
}

/** The largest surroundings that hold no other field, at most five levels up that add to them. */
function rowOf(source: FieldSource, context: PageContext): Element | null {
  let row: Element | null = null;
  let node = parentOf(source.element);
  for (let step = 0, level = 0; node && step < MAX_WRAPPERS && level < 5 && !isPage(node); step++) {
    const length = context.lengthOf(node);
    if (context.fieldsIn(node) > Math.max(1, source.members.length) || length > 400 || isForm(node)) break;
    if (!row || length > context.lengthOf(row)) level++;
    row = node;
    node = parentOf(node);
  }
  return row;
}

/** The field's own wording: declared label first, then the text that stands before it. */
function labelOf(source: FieldSource, row: Element | null, context: PageContext): string {
  const { element } = source;
  if (!isRadio(element)) {
    const declared = declaredLabel(element, context);
    if (declared) return declared;
  }
  const before = textBefore(element, row, context);
  if (before) return before;
  // Table layouts: the wording stands in the cell before.
  const cell = closest(element, /^t[dh]$/);
  const cellBefore = cell?.previousElementSibling;
  if (cellBefore && context.lengthOf(cellBefore) <= MAX_LABEL) {
    const text = textOf(cellBefore, MAX_LABEL);
    if (text) return text;
  }
  if (row) {
    const sibling = row.previousElementSibling;
    if (sibling && context.fieldsIn(sibling) === 0 && context.lengthOf(sibling) > 0 && context.lengthOf(sibling) <= 20 && /[:：*]$|^\*/.test(textOf(sibling, MAX_LABEL))) return textOf(sibling, MAX_LABEL);
  }
  return attribute(element, 'title', MAX_LABEL) || (attribute(element, 'placeholder') ? '' : floatingLabel(element, row));
}

/** A label that stands after its field and floats into it: short, and no button. */
function floatingLabel(element: Element, row: Element | null): string {
  const next = element.nextElementSibling;
  if (!row || !next || !/^(?:span|label|em|i|b|div|p)$/.test(next.localName)) return '';
  const text = textOf(next, MAX_LABEL);
  return text.length <= 12 && !readsLikeButton(text) ? text : '';
}

function declaredLabel(element: Element, context: PageContext): string {
  const aria = attribute(element, 'aria-label', MAX_LABEL);
  if (aria) return aria;
  const by = element.getAttribute('aria-labelledby');
  const id = element.getAttribute('id');
  const labels = [
    ...(by ? by.split(/\s+/).slice(0, 3).map((one) => element.ownerDocument.getElementById(one)) : []),
    id ? context.scan.labels.get(id) : undefined,
    closest(element, /^label$/),
  ];
  for (const label of labels) {
    if (!label) continue;
    const text = textOf(label, MAX_HINT, (node) => node !== label && /^(?:select|textarea|option|button)$/.test(node.localName));
    if (text && text.length <= MAX_LABEL) return text;
  }
  return '';
}

function closest(element: Element, name: RegExp): Element | null {
  let node = parentOf(element);
  for (let level = 0; node && level < 6; level++) {
    if (name.test(node.localName)) return node;
    node = parentOf(node);
  }
  return null;
}

/** The nearest short text before the field: beside it, then further up inside its row. */
function textBefore(element: Element, row: Element | null, context: PageContext): string {
  let node: Element | null = element;
  for (let level = 0; node && node !== row && level < (row ? MAX_WRAPPERS : 6); level++) {
    let sibling: Node | null = node.previousSibling;
    for (let count = 0; sibling && count < 6; count++) {
      if (isElement(sibling) && context.fieldsIn(sibling) > 0) return '';
      if (isElement(sibling) && isDrawnPlaceholder(sibling)) {
        sibling = sibling.previousSibling;
        continue;
      }
      const text = isText(sibling) ? fold(sibling.data.slice(0, 400)) : isElement(sibling) ? textOf(sibling, MAX_HINT) : '';
      if (/[\p{L}]/u.test(text)) return text.length <= MAX_LABEL && !/^(?:登\s?录|注\s?册|log ?in|sign ?(?:in|up)|register)$/i.test(text) && roleOf(text) !== 'send-code' ? text : '';
      sibling = sibling.previousSibling;
    }
    if (row === null) break;
    node = parentOf(node);
  }
  return '';
}

/** Technical names: the field's own, and the model names that form libraries put on the element around it. */
function namesOf(element: Element): string {
  const own = ['name', 'id', 'data-field', 'data-name', 'data-label', 'data-key', 'ng-model', 'v-model', 'data-prop', 'formcontrolname'].map((name) => attribute(element, name, 60));
  const parent = parentOf(element);
  return [...own, ...(parent ? ['data-label', 'data-name', 'data-prop', 'prop'].map((name) => attribute(parent, name, 60)) : [])].filter(Boolean).join(' ');
}

/** The label of a group of at most four fields: the first short text in the element around them. */
function groupLabel(source: FieldSource, context: PageContext): string {
  let node = parentOf(source.element);
  for (let level = 0; node && level < 4 && !isPage(node) && !isForm(node); level++) {
    const fields = context.fieldsIn(node);
    if (fields > 4 || context.lengthOf(node) > 300) return '';
    const first = node.firstElementChild;
    if (fields > source.members.length && first && context.fieldsIn(first) === 0 && context.lengthOf(first) > 0 && context.lengthOf(first) <= 20) {
      const text = textOf(first, MAX_LABEL);
      return /^(?:label|legend|th|td|dt)$/.test(first.localName) || /^[*＊]|[:：*＊]$/.test(text) ? text : '';
    }
    node = parentOf(node);
  }
  return '';
}

/** For a bare 验证码: whether its row holds a control that sends one, or a picture behind the field to copy it from. */
function codeBeside(element: Element, row: Element | null, words: string): 'sender' | 'picture' | undefined {
  if (!row || !/验证码|校验码/.test(words)) return undefined;
  const buttons = [...row.querySelectorAll('input[type="button"],input[type="submit"]')].slice(0, 3).map((button) => attribute(button, 'value', 20));
  if (/(?:获取|发送|免费)[^，。]{0,4}(?:验证码|校验码|验证|短信)/.test([textOf(row, 200), ...buttons].join(' '))) return 'sender';
  for (let node: Element | null = element; node && node !== row; node = parentOf(node)) {
    for (let next = node.nextElementSibling, count = 0; next && count < 4; next = next.nextElementSibling, count++) {
      if (/^(?:img|canvas)$/.test(next.localName) || next.querySelector('img,canvas')) return 'picture';
    }
  }
  return undefined;
}

/** A select's first option often is its prompt: 请选择年级. */
function firstOption(element: Element): string {
  const first = element.localName === 'select' ? element.firstElementChild : null;
  const text = first ? textOf(first, 30) : '';
  if (/^[-—\s]*(?:请)?选择|^(?:please )?(?:select|choose)/i.test(text)) return text;
  // 孩子年级, with no value of its own: the choice's name, not a choice.
  const isName = first !== null && (first.getAttribute('value') === '' || first.hasAttribute('disabled') || first.hasAttribute('hidden') || NAMED_CHOICE.test(text));
  return isName ? text : '';
}

/** A prompt drawn by an element of its own before or behind the input (uni-app, ant design). */
function drawnPlaceholder(element: Element): string {
  let node: Element | null = element;
  for (let level = 0; node && level < 3; level++) {
    for (const sibling of [node.previousElementSibling, node.nextElementSibling]) if (sibling && isDrawnPlaceholder(sibling)) return textOf(sibling, MAX_LABEL);
    node = parentOf(node);
  }
  return '';
}

function isDrawnPlaceholder(element: Element): boolean {
  return /placeholder/i.test(element.getAttribute('class') ?? '') && element.childElementCount <= 1;
}

/** What a list of choices may be called; a document's kind (身份证) is a choice itself. */
const NAMED_CHOICE = /^(?:您的?|你的?|孩子的?|宝宝的?|学员的?)?(?:所在)?(?:年级|年龄段?|性别|生日|出生年份|学校|学历|职业|婚姻状况|收入|月收入|民族)[*＊]?$/;

/** First words of a select or of the radios of a group. Values chosen or typed are not read. */
function optionsOf(source: FieldSource): string {
  if (source.element.localName === 'select') {
    const options: string[] = [];
    for (let node = source.element.firstElementChild; node && options.length < 4; node = node.nextElementSibling) options.push(textOf(node, 20));
    return options.join(' ');
  }
  if (!isRadio(source.element)) return '';
  return source.members.slice(0, 4).map((radio) => {
    if (radio.localName !== 'input') return textOf(radio, 12);
    const label = closest(radio, /^label$/);
    if (label) return textOf(label, 12);
    const next = radio.nextSibling;
    return next ? (isText(next) ? fold(next.data.slice(0, 24)) : textOf(next, 12)) : '';
  }).join(' ');
}

/** What the small marks beside a field say when pointed at (a question mark, an i in a ring). */
function helpTexts(row: Element): string[] {
  return [...row.querySelectorAll('[title],[aria-label],[data-tip],[data-tooltip],[data-title],[data-content],[tooltip]')]
    .slice(0, 10)
    .flatMap((element) => ['title', 'aria-label', 'data-tip', 'data-tooltip', 'data-title', 'data-content', 'tooltip'].map((name) => attribute(element, name, MAX_HINT)))
    .filter((text) => text.length > 0);
}

/** A sentence beside the field that says what the data is for: its description, its row, or the hint after the row. */
function purposeBeside(element: Element, row: Element | null, context: PageContext): string | undefined {
  const described = element.getAttribute('aria-describedby');
  const candidates = [
    ...(described ? described.split(/\s+/).slice(0, 3).map((id) => element.ownerDocument.getElementById(id)) : []).map((hint) => (hint ? textOf(hint, MAX_HINT) : '')),
    attribute(element, 'placeholder', MAX_HINT),
    attribute(element, 'title', MAX_HINT),
    ...(row ? helpTexts(row) : []),
  ];
  if (row) {
    candidates.push(textOf(row, 300));
    for (const sibling of [row.nextElementSibling, row.previousElementSibling]) {
      if (sibling && context.fieldsIn(sibling) === 0 && context.boxesIn(sibling) === 0 && context.lengthOf(sibling) <= MAX_HINT) candidates.push(textOf(sibling, MAX_HINT));
    }
  }
  for (const candidate of candidates) {
    const sentence = candidate.split(/(?<=[。；！？!?])/).find((part) => part.length >= 6 && statesPurpose(part));
    if (sentence) return sentence.trim().slice(0, LIMITS.excerptChars);
  }
  return undefined;
}
