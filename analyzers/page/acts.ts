/** What a press means for consent: which control of which surface it hit, and whether that decides anything. */
import type { ConsentAct, ConsentTopic, EpochMs } from '../artifacts';
import { LIMITS } from '../artifacts';
import { LIVE_VIEW, readSurfaceElement, surfaceAround } from './consent-surfaces';
import { isPage } from './context';
import { holds, isVisible, parentOf, selectorOf, textOf } from './dom';
import type { FormReading } from './forms';
import { controlText } from './scan';
import type { BoxReading } from './tick-boxes';
import { isChecked } from './tick-boxes';
import { MAX_CONTROL_CHARS, readsLikeButton, roleOf, topicsOf, withdraws } from './wording';

export interface PressContext {
  at: EpochMs;
  pageUrl: string;
  /** Consent boxes of the latest reading. */
  boxes: BoxReading[];
  /** Forms of the latest reading. */
  forms: FormReading[];
  /** Whether the person ticked the box. */
  tickedByUser(box: BoxReading): boolean;
}

/**
 * The consent act a trusted press on `target` is; null for every press that decides nothing: closing, logging in without
 * a box, acknowledging a pure notice.
 */
export function actOf(target: Element, context: PressContext): ConsentAct | null {
  const control = pressedControl(target);
  if (!control) return null;
  const text = controlText(control);
  const role = roleOf(text);
  const act = (kind: ConsentAct['kind'], topics: ConsentTopic[], surfaceId?: string): ConsentAct => ({
    at: context.at, kind, topics: topics.length > 0 ? topics : ['other'], text: text.slice(0, 80), selector: selectorOf(control), pageUrl: context.pageUrl.slice(0, LIMITS.urlChars),
    ...(surfaceId ? { surfaceId } : {}),
  });
  if (withdraws(text)) return act('withdraw', topicsOf(`${text} ${textOf(parentOf(control) ?? control, 400)}`));

  const mayBelongToSurface = role === 'accept' || role === 'refuse' || role === 'acknowledge' || SAVES_CHOICE.test(text);
  const root = mayBelongToSurface ? surfaceAround(control, LIVE_VIEW) : null;
  if (root) {
    const surface = readSurfaceElement(root, controlsIn(root));
    if (role === 'accept') return act('accept', surface.topics, surface.id);
    // 退出 in a menu is no refusal: there must have been something to agree to.
    if (role === 'refuse') return surface.controls.some((one) => one.role === 'accept' || one.role === 'acknowledge') ? act('refuse', surface.topics, surface.id) : null;
    const choice = savedChoice(root);
    if (choice) return act(choice, surface.topics, surface.id);
    // 我知道了 alone under a text that asks for or declares consent stands for acceptance; beside 同意 it does not.
    const alone = !surface.controls.some((one) => one.role === 'accept');
    return role === 'acknowledge' && alone && surface.asksConsent ? act('accept', surface.topics, surface.id) : null;
  }

  const form = context.forms.find((one) => holds(one.zone, control));
  if (role === 'accept' && form) {
    const around = textOf(form.zone, 1_200);
    const topics = topicsOf(`${text} ${around}`).filter((topic) => topic === 'policy' || topic === 'agreement' || topic === 'cookies');
    return topics.length > 0 ? act('accept', topics) : null;
  }
  if (role === 'submit' || role === 'send-code' || role === 'acknowledge' || isSubmit(control)) return tickedAct(control, form, context, act);
  return null;
}

/** A form sent without a press on a button (Enter in a field). */
export function actOfSubmit(form: Element, context: PressContext): ConsentAct | null {
  const reading = context.forms.find((one) => one.element === form || holds(one.element, form));
  return tickedAct(form, reading, context, (kind, topics) => ({
    at: context.at, kind, topics, text: '', selector: selectorOf(form), pageUrl: context.pageUrl.slice(0, LIMITS.urlChars),
  }));
}

function tickedAct(control: Element, form: FormReading | undefined, context: PressContext, act: (kind: ConsentAct['kind'], topics: ConsentTopic[]) => ConsentAct): ConsentAct | null {
  const ticked = context.boxes.filter((box) => isChecked(box.element) && context.tickedByUser(box) && (form ? holds(form.zone, box.element) : isNear(box.element, control)));
  if (ticked.length === 0) return null;
  return act('tick-and-submit', [...new Set(ticked.flatMap((box) => box.box.topics))]);
}

/** A box and a control without a form belong together when a part of the page of moderate length holds both. */
function isNear(box: Element, control: Element): boolean {
  let node = parentOf(box);
  for (let level = 0; node && level < 8 && !isPage(node); level++) {
    if (holds(node, control)) return textOf(node, 1_300).length <= 1_200;
    node = parentOf(node);
  }
  return false;
}

/** The control a press hit: the nearest element that is a button or reads like one. */
export function pressedControl(target: Element): Element | null {
  let node: Element | null = target;
  for (let level = 0; node && level < 6 && !isPage(node); level++) {
    const name = node.localName;
    if (name === 'button' || name === 'a' || node.getAttribute('role') === 'button' || (name === 'input' && isSubmit(node))) return node;
    const text = textOf(node, MAX_CONTROL_CHARS + 1);
    if (text.length > MAX_CONTROL_CHARS) return null;
    if (readsLikeButton(text) && name !== 'label') return node;
    node = parentOf(node);
  }
  return null;
}

function isSubmit(element: Element): boolean {
  const type = element.getAttribute('type')?.toLowerCase();
  return type === 'submit' || type === 'image' || (element.localName === 'input' && type === 'button');
}

function controlsIn(root: Element): Element[] {
  const found: Element[] = [];
  for (const element of root.querySelectorAll('button,a,[role="button"],input[type="button"],input[type="submit"],[onclick],span,div,p')) {
    if (found.length >= 40) break;
    const name = element.localName;
    const native = name === 'button' || name === 'a' || name === 'input' || element.hasAttribute('role');
    const text = controlText(element);
    if (text.length > 0 && text.length <= MAX_CONTROL_CHARS && roleOf(text) !== 'other' && (native || (element.childElementCount === 0 && readsLikeButton(text))) && !found.some((one) => holds(one, element))) found.push(element);
  }
  return found;
}

const SAVES_CHOICE = /保存|确认(?:我的)?选择|提交(?:我的)?选择|\b(?:save|confirm|accept selected|allow selection|submit)\b/i;

/**
 * What saving the choices of a settings layer means: all switches off is a refusal, any on is consent (to those alone).
 * Undefined when there are no switches that can be moved.
 */
function savedChoice(root: Element): 'accept' | 'refuse' | undefined {
  const switches = [...root.querySelectorAll('input[type="checkbox"],[role="checkbox"],[role="switch"]')]
    .slice(0, 60)
    .filter((element) => !element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true' && isVisible(parentOf(element) ?? element));
  if (switches.length === 0) return undefined;
  return switches.some(isChecked) ? 'accept' : 'refuse';
}

