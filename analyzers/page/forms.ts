/** Reads forms: real ones, and groups of fields with a button that make do without the element. */
import type { FormSurface } from '../artifacts';
import { LIMITS } from '../artifacts';
import { readControl } from './consent-surfaces';
import type { PageContext } from './context';
import { isPage, zoneOf } from './context';
import { attribute, fold, holds, idOf, isVisible, parentOf, selectorOf, textOf } from './dom';
import type { FieldReading, FieldSource } from './fields';
import { fieldSources, readDrawnGender, readField, readPrompt } from './fields';
import type { NoticeReading } from './notices';
import { controlText, isForm } from './scan';
import { roleOf, sentencesOf, statesPurpose } from './wording';

export interface FormReading {
  form: FormSurface;
  element: Element;
  /** The form with what stands right beside it. */
  zone: Element;
  fields: FieldReading[];
}

/** 以下均为必填: said once for all fields; 带*的为必填 is not. */
const ALL_REQUIRED = /(?:以下|所有|全部|各)(?:[^，。*＊]{0,6})(?:均|都|全部)?(?:为|是|需|须)?必[填须]|\ball fields (?:are|is) (?:required|mandatory)/i;

/** Upward steps from a loose field to the group with its button. */
const MAX_GROUP_CLIMB = 12;
/** A group longer than this is a page, not a form. */
const MAX_GROUP_CHARS = 6_000;

/** Forms of the page with their fields, controls and the consent sentences in or right beside them. Pauses after each. */
export function* readForms(context: PageContext, notices: NoticeReading[], pageUrl: string): Generator<void, FormReading[]> {
  const sources = fieldSources(context);
  const groups = new Map<Element, FieldSource[]>();
  const senders = context.scan.controls.filter((control) => /^(?:submit|accept|search)$/.test(roleOf(controlText(control))) || isSubmitType(control));
  for (const source of sources) {
    yield;
    const root = formOf(source.element) ?? groupOf(source.element, context, senders);
    groups.set(root, [...(groups.get(root) ?? []), source]);
  }
  mergeNested(groups);
  const prompts = context.scan.prompts;
  const readings: FormReading[] = [];
  for (const [element, members] of groups) {
    if (readings.length >= LIMITS.elementsPerSurface) break;
    yield;
    const zone = zoneOf(element, context);
    const controls = [...new Set([...context.scan.deciders, ...context.scan.controls])].filter((control) => holds(zone, control)).slice(0, LIMITS.elementsPerSurface);
    const sendsCode = controls.some((control) => roleOf(controlText(control)) === 'send-code');
    const facts = { sendsCode, purpose: formPurpose(zone, context), purposes: purposesIn(zone, context), allRequired: ALL_REQUIRED.test(textOf(zone, 600)), refusals: context.scan.refusals };
    const fields: FieldReading[] = [];
    for (const source of members) {
      yield;
      fields.push(readField(source, context, facts));
    }
    for (const prompt of prompts) {
      yield;
      if (fields.length < LIMITS.elementsPerSurface && holds(element, prompt) && !standsForField(prompt, context, fields)) {
        const reading = readPrompt(prompt, context, facts);
        if (reading && !fields.some((one) => one.field.kind === reading.field.kind)) fields.push(reading);
      }
    }
    for (const choice of context.scan.genders) {
      yield;
      const reading = holds(zone, choice) && !fields.some((one) => one.field.kind === 'gender') ? readDrawnGender(choice, context, facts) : null;
      if (reading) fields.push(reading);
    }
    yield;
    const selector = selectorOf(element);
    readings.push({
      element, zone, fields,
      form: {
        id: idOf('form', selector),
        selector,
        purpose: purposeOf(element, zone, fields, controls),
        action: actionOf(element, pageUrl),
        fields: fields.slice(0, LIMITS.elementsPerSurface).map((one) => one.field),
        controls: controls.map(readControl).filter((control) => control.text.length > 0),
        notices: notices.filter((notice) => (notice.ofDocument ? standsBy(zone, notice.element, fields.length) : holds(zone, notice.element))).slice(0, 20).map((notice) => ({
          text: notice.text.slice(0, LIMITS.excerptChars), selector: selectorOf(notice.element), topics: notice.topics, impliesConsent: notice.impliesConsent,
        })),
        visible: fields.some((one) => one.field.visible) && (isVisible(element) || fields.some((one) => isVisible(one.element))),
      },
    });
  }
  return readings;
}

/** Whether an agreement stands in a form that asks for several things, or in the part of the page around it. */
function standsBy(zone: Element, paragraph: Element, fields: number): boolean {
  if (fields < 2) return false;
  let node: Element | null = zone;
  for (let level = 0; node && level < 4; node = parentOf(node), level++) if (holds(node, paragraph)) return true;
  return false;
}

function formOf(element: Element): Element | null {
  let node = parentOf(element);
  for (let level = 0; node && level < 64; level++) {
    if (isForm(node)) return node;
    node = parentOf(node);
  }
  return null;
}

/** The smallest part of the page around a loose field that also holds a control that sends it. */
function groupOf(element: Element, context: PageContext, senders: Element[]): Element {
  let fallback = element;
  let node = parentOf(element);
  for (let level = 0; node && level < MAX_GROUP_CLIMB && !isPage(node); level++) {
    if (context.lengthOf(node) > MAX_GROUP_CHARS) break;
    if (senders.some((sender) => holds(node!, sender))) return node;
    if (level < 3) fallback = node;
    node = parentOf(node);
  }
  return fallback;
}

function isSubmitType(control: Element): boolean {
  const type = control.getAttribute('type')?.toLowerCase();
  return type === 'submit' || type === 'image';
}

/** A group inside another group belongs to it. */
function mergeNested(groups: Map<Element, FieldSource[]>): void {
  const roots = [...groups.keys()];
  for (const inner of roots) {
    if (inner.localName === 'form') continue;
    const outer = roots.find((one) => one !== inner && groups.has(one) && holds(one, inner));
    if (!outer) continue;
    groups.set(outer, [...groups.get(outer)!, ...groups.get(inner)!]);
    groups.delete(inner);
  }
}

/** A prompt that is the look of a field already read (a select drawn anew). */
function standsForField(prompt: Element, context: PageContext, fields: FieldReading[]): boolean {
  let node: Element | null = prompt;
  for (let level = 0; node && level < 2; level++) {
    if (context.fieldsIn(node) > 0) return true;
    node = parentOf(node);
  }
  return fields.some((one) => holds(one.element, prompt)) || prompt.localName === 'option' || prompt.localName === 'button' || prompt.localName === 'label';
}

/** Sentences of a form worth keeping. */
const MAX_PURPOSES = 12;

/** Sentences in a form that say what we do with some data of the person: 我们处理您的人脸照片，目的仅为…. A tick line is none. */
function purposesIn(zone: Element, context: PageContext): string[] {
  const found: string[] = [];
  for (const source of context.scan.purposeText) {
    if (found.length >= MAX_PURPOSES) break;
    if (!holds(zone, source) || context.lengthOf(source) > 1_000) continue;
    found.push(...sentencesOf(textOf(source, 1_000)).filter((sentence) => sentence.length <= 200 && statesPurpose(sentence) && /收集|采集|处理|使用|提供|填写|用于|\b(?:collect|process|use)/i.test(sentence)));
  }
  return found.slice(0, MAX_PURPOSES);
}

/** One sentence for the whole form: 以下信息仅用于…. */
function formPurpose(zone: Element, context: PageContext): string | undefined {
  for (const source of context.scan.purposeText) {
    if (!holds(zone, source) || context.lengthOf(source) > 300) continue;
    const sentence = sentencesOf(textOf(source, 300)).find(
      (one) => statesPurpose(one) && /(?:以下|以上|上述|下列|所填|填写|提交|提供|收集|采集)[^，。]{0,16}(?:信息|资料|内容|数据)|(?:信息|资料|数据)[^，。]{0,10}(?:仅|只|将|用于|会)|\b(?:this|these|your|the) (?:information|details|data)\b/i.test(one),
    );
    if (sentence) return sentence.slice(0, LIMITS.excerptChars);
  }
  return undefined;
}

function actionOf(element: Element, pageUrl: string): string {
  const action = element.localName === 'form' ? element.getAttribute('action') : null;
  try {
    return new URL(action || pageUrl, pageUrl).href.slice(0, LIMITS.urlChars);
  } catch {
    return pageUrl.slice(0, LIMITS.urlChars);
  }
}

const PURPOSES: readonly [FormSurface['purpose'], RegExp][] = [
  ['registration', /注册|注 册|创建(?:账号|帐号|账户)|新用户|开户|入驻|\b(?:register|registration|sign ?up|create (?:an |your )?account|join)\b/i],
  ['login', /登录|登陆|登入|登 录|登 陆|\b(?:log ?in|log ?on|sign ?in)\b/i],
  ['order', /下单|订单|结算|购买|收货|预约|预订|挂号|订购|支付|缴费|\b(?:check ?out|order|booking|reserv\w+|appointment|payment)\b/i],
  ['newsletter', /订阅|\b(?:newsletter|subscribe)\b/i],
  ['survey', /问卷|调查|调研|测评|投票|\b(?:survey|questionnaire|poll)\b/i],
];

/** What the form is for: by its fields, then its sending control, then the words about it. */
function purposeOf(element: Element, zone: Element, fields: FieldReading[], controls: Element[]): FormSurface['purpose'] {
  const kinds = fields.map((one) => one.field.kind);
  const has = (...wanted: string[]) => kinds.some((kind) => wanted.includes(kind));
  const passwords = kinds.filter((kind) => kind === 'password').length;
  if (kinds.length > 0 && kinds.every((kind) => kind === 'search' || kind === 'other') && kinds.includes('search')) return 'search';
  const own = controls.filter((control) => element.localName !== 'form' || holds(element, control) || controls.length < 6);
  // A button says what the form does; a link beside it (免费注册 under a log-in) where else one may go.
  const byButton = purposesBy(own.filter((control) => control.localName !== 'a'));
  const words = [attribute(element, 'id'), attribute(element, 'class'), attribute(element, 'name'), attribute(element, 'action'), fold(element.ownerDocument.title ?? '').slice(0, 60)].join(' ');
  if (passwords >= 2) return has('sms-code', 'captcha', 'phone', 'email', 'username', 'name') ? 'registration' : 'other';
  if (passwords === 1 || (has('sms-code') && has('phone', 'username'))) {
    if (byButton.includes('login')) return 'login';
    if (byButton.includes('registration')) return 'registration';
    if (/reg(?:ist|$|\b)|sign-?up|注册/i.test(words)) return 'registration';
    if (passwords === 1 && kinds.length <= 4) return 'login';
  }
  const [first] = byButton;
  if (first) return first === 'login' && fields.length > 5 ? 'registration' : first;
  if (kinds.filter((kind) => kind !== 'other').every((kind) => kind === 'email') && kinds.includes('email') && kinds.length <= 2) return 'newsletter';
  const heading = textOf(zone, 40);
  return PURPOSES.find(([, pattern]) => pattern.test(words) || pattern.test(heading))?.[0] ?? purposesBy(own)[0] ?? 'other';
}

function purposesBy(controls: Element[]): FormSurface['purpose'][] {
  return controls
    .map((control) => controlText(control))
    .filter((text) => /^(?:submit|accept|other)$/.test(roleOf(text)) && text.length <= 16)
    .flatMap((text) => PURPOSES.find(([, pattern]) => pattern.test(text))?.[0] ?? []);
}
