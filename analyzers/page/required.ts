/** Whether a field must be filled, and by what the page says so. Nothing is tried out: only what it shows is read. */
import type { FormField } from '../artifacts';
import { attribute, fold, holds, isElement, isText, isVisible, parentOf, textOf } from './dom';
import { isOptional } from './wording';

/** What is known of a field's surroundings. */
export interface FieldPlace {
  element: Element;
  /** The largest surroundings that hold no other field. */
  row: Element | null;
  label: string;
  /** Label of the group the field belongs to, '' without one. */
  group: string;
  placeholder: string;
}

/** What a form says of all its fields. */
export interface FormRequirement {
  /** The form says that everything in it must be filled. */
  allRequired: boolean;
  /** Messages the page shows against what was sent (姓名不能为空). */
  refusals: readonly Element[];
}

/** Attributes of validation libraries in use on Chinese sites (layui, Validform, jQuery Validation, Bootstrap Validator, Parsley, easyui, ASP.NET). */
const LIBRARY_ATTRIBUTES = [
  'lay-verify', 'datatype', 'data-rule-required', 'data-val-required', 'data-bv-notempty', 'data-required', 'ng-required', 'nullmsg', 'data-parsley-required', 'data-rules', 'data-options', 'validate', 'data-validate', 'data-msg-required', 'lay-reqtext',
] as const;
/** Attributes that say it by being there. */
const BY_PRESENCE: ReadonlySet<string> = new Set(['data-val-required', 'nullmsg', 'data-msg-required', 'lay-reqtext']);

export function requirementOf(place: FieldPlace, form: FormRequirement): FormField['requiredBy'] {
  const { element, label, group, placeholder } = place;
  if (element.hasAttribute('required') || element.getAttribute('aria-required') === 'true' || byLibrary(element)) return 'attribute';
  if (isOptional(label) || isOptional(placeholder)) return undefined;
  if (hasMark(place) || isStarred(label) || isStarred(group) || /必填|[*＊]$/.test(placeholder) || byClass(place)) return 'mark';
  if (isRefused(place, form.refusals)) return 'refusal';
  if (form.allRequired) return 'mark';
  return hasDrawnStar(place) ? 'mark' : undefined;
}

function byLibrary(element: Element): boolean {
  if (attribute(element, 'ignore') === 'ignore') return false;
  return LIBRARY_ATTRIBUTES.some((name) => {
    const value = element.getAttribute(name);
    if (value === null) return false;
    if (BY_PRESENCE.has(name)) return value.length > 0;
    if (name === 'datatype') return value.length > 0;
    if (/^(?:data-required|data-bv-notempty|data-rule-required|data-parsley-required|ng-required)$/.test(name)) return value !== 'false';
    return /\brequired\b(?!["']?\s{0,4}[:=]\s{0,4}false)|notempty|notnull|必填/i.test(value.slice(0, 200));
  });
}

const STAR_BEFORE = /^\s*[*＊]/;

function isStarred(label: string): boolean {
  return STAR_BEFORE.test(label) || /[*＊]\s{0,8}[:：]?\s{0,8}$|必填|\brequired\b/i.test(label);
}

/** A star or the word 必填 in the field's row: in front of everything, or alone behind the field. */
function hasMark({ element, row }: FieldPlace): boolean {
  if (!row) return false;
  const text = textOf(row, 300);
  if (isOptional(text) && !/必填/.test(text)) return false;
  if (/^[*＊]|必填/.test(text)) return true;
  for (let node: Element | null = element, level = 0; node && node !== row && level < 3; node = parentOf(node), level++) {
    // Behind the field, or between its wording and it.
    for (const side of ['nextSibling', 'previousSibling'] as const) {
      let beside: Node | null = node[side];
      for (let count = 0; beside && count < 6; beside = beside[side], count++) {
        const text = isText(beside) ? fold(beside.data.slice(0, 20)) : isElement(beside) ? textOf(beside, 12) : '';
        if (/^[*＊]$/.test(text)) return true;
      }
    }
  }
  return false;
}

/** Steps from a field to its row: component libraries put many wrappers around it. */
const MAX_WRAPPERS = 14;

/** Class names by which form libraries mark the row or label of a field. */
const REQUIRED_CLASS = /(?:^|[\s_-])(?:is-)?required(?:$|[\s_-])/;

function byClass({ element, row }: FieldPlace): boolean {
  const marked = (node: Element | null | undefined) => node !== null && node !== undefined && REQUIRED_CLASS.test(node.getAttribute('class') ?? '');
  let node: Element | null = element;
  for (let level = 0; node && level < MAX_WRAPPERS && node.localName !== 'form'; level++) {
    if (marked(node)) return true;
    if (node === row || row === null) return false;
    // The label beside it: ant-form-item-required, van-field__label--required, a star drawn in it.
    const before = node.previousElementSibling;
    if (marked(before) || [...(before?.querySelectorAll('[class*="required"]') ?? [])].slice(0, 3).some(marked)) return true;
    node = parentOf(node);
  }
  return false;
}

/** A star that only the style sheet draws before or behind the label (needs layout). */
function hasDrawnStar({ element, row }: FieldPlace): boolean {
  const view = element.ownerDocument.defaultView;
  if (!row || !view || typeof element.checkVisibility !== 'function') return false;
  // What stands before the row belongs to another field.
  for (let node: Element | null = element, level = 0; node && node !== row && level < MAX_WRAPPERS; node = parentOf(node), level++) {
    for (const label of [node.previousElementSibling, node.previousElementSibling?.firstElementChild]) {
      if (label && ['::before', '::after'].some((part) => /^["'][*＊]\s*["']$/.test(view.getComputedStyle(label, part).content))) return true;
    }
  }
  return false;
}

/** Words by which a page turns back what was sent for want of an answer. */
export const REFUSAL_TEXT = /(?:不能|不可|不得)为空|未(?:填写|选择|上传)|必须(?:填写|选择|上传)|请先?(?:填写|选择|输入|上传)|(?:是|为)必填/;
/** What a choice not yet made shows as well as a message: 请选择, 请选择学历. */
const PROMPTS = /^请(?:填写|选择|输入|上传)/;
const ERROR_CLASS = /err|invalid|explain|danger|warn|fail|feedback|help-block/i;

/** Marked as a message about what was sent: by its role, its class or that of what it stands in, or in red. */
function looksLikeError(message: Element): boolean {
  for (let node: Element | null = message, level = 0; node && level < 3; node = parentOf(node), level++) {
    if (node.getAttribute('role') === 'alert' || ERROR_CLASS.test(node.getAttribute('class') ?? '')) return true;
  }
  const ink = /^rgba?\((\d+), (\d+), (\d+)/.exec(message.ownerDocument.defaultView?.getComputedStyle(message).color ?? '');
  return ink !== null && Number(ink[1]) > 160 && Number(ink[2]) < 120 && Number(ink[3]) < 120;
}

const OF_FORMAT = /正确|有效|格式|\d/;

/** Whether a message on the page turns back an empty answer of this field. Only a page with layout shows what is visible. */
function isRefused({ element, row, label, placeholder }: FieldPlace, refusals: readonly Element[]): boolean {
  if (refusals.length === 0 || typeof element.checkVisibility !== 'function') return false;
  const name = (label || placeholder).replace(/[*＊:：\s]|请|输入|填写|选择|您的?|你的?/g, '');
  return refusals.some((message) => {
    const text = textOf(message, 40);
    if (OF_FORMAT.test(text) || !isVisible(message) || holds(message, element) || (PROMPTS.test(text) && !looksLikeError(message))) return false;
    return (row !== null && holds(row, message)) || (name.length >= 2 && name.length <= 12 && text.includes(name));
  });
}
