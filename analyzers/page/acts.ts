/** What a press means for consent: which control of which surface it hit, and whether that decides anything. */
import type { ConsentAct, ConsentTopic, EpochMs } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { SurfaceReading } from './consent-surfaces';
import { LIVE_VIEW, readConsentSurfaces, readSurfaceElement, surfaceAround } from './consent-surfaces';
import { isPage } from './context';
import { ancestorsOf, holds, isVisible, parentOf, selectorOf, textOf } from './dom';
import type { FormReading } from './forms';
import { controlText, scan } from './scan';
import { finish } from './slices';
import type { BoxReading } from './tick-boxes';
import { isChecked } from './tick-boxes';
import { MAX_CONTROL_CHARS, isNoAnswer, readsLikeButton, roleOf, topicsOf, withdraws } from './wording';

export interface PressContext {
  at: EpochMs;
  pageUrl: string;
  /** Consent boxes of the latest reading. */
  boxes: BoxReading[];
  /** Forms of the latest reading. */
  forms: FormReading[];
  /** Whether the person ticked the box; for a drawn one, whose state may not be readable, by their presses. */
  tickedByUser(box: BoxReading): boolean;
}

/**
 * The consent act a trusted press on `target` is; null for every press that decides nothing: closing, logging in without
 * a box, acknowledging a pure notice.
 */
export function actOf(target: Element, context: PressContext): ConsentAct | null {
  if ([target, ...ancestorsOf(target, 5)].some(isBoxPart)) return null;
  const pressed = pressedControl(target);
  const control = pressed ?? shortText(target);
  if (!control) return null;
  const text = controlText(control);
  const contrast = byContrast(control, text);
  if (!pressed && !contrast) return null;
  const role = contrast ?? roleOf(text);
  const act = (kind: ConsentAct['kind'], topics: ConsentTopic[], surfaceId?: string): ConsentAct => ({
    at: context.at, kind, topics: topics.length > 0 ? topics : ['other'], text: text.slice(0, 80), selector: selectorOf(control), pageUrl: context.pageUrl.slice(0, LIMITS.urlChars),
    ...(surfaceId ? { surfaceId } : {}),
  });
  if (withdraws(text)) return act('withdraw', topicsOf(`${text} ${textOf(parentOf(control) ?? control, 400)}`));

  const mayBelongToSurface = role === 'accept' || role === 'refuse' || role === 'acknowledge' || SAVES_CHOICE.test(text);
  const root = mayBelongToSurface ? surfaceAround(control, LIVE_VIEW) : null;
  if (root) {
    const surface = readSurfaceElement(root, controlsIn(root));
    // What is no agreement by its own words is one only where the surface asked for it.
    if (role === 'accept') return contrast && !surface.asksConsent ? null : act('accept', surface.topics, surface.id);
    // 退出 in a menu is no refusal: there must have been something to agree to.
    const isAsked = surface.controls.some((one) => one.role === 'accept' || one.role === 'acknowledge') || (surface.asksConsent && !/退出|离开/.test(text));
    if (role === 'refuse') return isAsked ? act('refuse', surface.topics, surface.id) : null;
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

/**
 * The consent surface a press hit, read on its own: the part of the page around the target only, so that it can be done
 * before the page answers. It was in sight, or it could not have been pressed, whatever it is now: fading in, or gone by the
 * time the press is heard of. Undefined where the press hit none.
 */
export function pressedSurface(target: Element): SurfaceReading | undefined {
  const control = pressedControl(target) ?? shortText(target);
  const root = control && surfaceAround(control, LIVE_VIEW);
  if (!root) return undefined;
  const { deciders, controls } = finish(scan(root.ownerDocument, root));
  const reading = finish(readConsentSurfaces(deciders, [...new Set([...deciders, ...controls])], LIVE_VIEW)).find(({ element }) => holds(element, target));
  if (!reading || reading.surface.visible) return reading;
  // Out of sight nothing can be measured, and what was beside the target is taken to have been there.
  const seen = reading.surface.controls.map(({ width: _width, height: _height, looks: _looks, visible: _visible, ...rest }) => rest);
  return { ...reading, surface: { ...reading.surface, controls: seen, visible: true } };
}

/** A form sent without a press on a button (Enter in a field). */
export function actOfSubmit(form: Element, context: PressContext): ConsentAct | null {
  const reading = context.forms.find((one) => one.element === form || holds(one.element, form));
  return tickedAct(form, reading, context, (kind, topics) => ({
    at: context.at, kind, topics, text: '', selector: selectorOf(form), pageUrl: context.pageUrl.slice(0, LIMITS.urlChars),
  }));
}

function tickedAct(control: Element, form: FormReading | undefined, context: PressContext, act: (kind: ConsentAct['kind'], topics: ConsentTopic[]) => ConsentAct): ConsentAct | null {
  const ticked = context.boxes.filter((box) => (box.box.made === 'drawn' || isChecked(box.element)) && context.tickedByUser(box) && (form ? holds(form.zone, box.element) : isNear(box.element, control)));
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
    const text = name === 'img' || name === 'area' ? controlText(node) : textOf(node, MAX_CONTROL_CHARS + 1);
    if (text.length > MAX_CONTROL_CHARS) return null;
    // What holds fields or buttons of its own is a part of the page, whatever its text reads like.
    if (isField(node) || node.querySelector('input,textarea,select,button') !== null) return null;
    if (readsLikeButton(text) && name !== 'label') return node;
    node = parentOf(node);
  }
  return null;
}

/** A tick box, a radio, or the label of one: pressing it fills a form in and decides nothing until it is sent. */
function isBoxPart(element: Element): boolean {
  const name = element.localName;
  const role = element.getAttribute('role');
  if (role === 'checkbox' || role === 'switch' || role === 'radio') return true;
  if (name === 'input') return /^(?:checkbox|radio)$/i.test(element.getAttribute('type') ?? '');
  return name === 'label' && (element.hasAttribute('for') || element.querySelector(BOXES) !== null);
}

const BOXES = 'input[type="checkbox" i],input[type="radio" i],[role="checkbox"],[role="switch"],[role="radio"]';

/** Longest answer that is read by what stands beside it. */
const MAX_ANSWER = 16;

/** The largest part around the target, at most three levels up, that is a short text on its own. */
function shortText(target: Element): Element | null {
  let found: Element | null = null;
  let node: Element | null = target;
  for (let level = 0; node && level < 3 && !isPage(node); level++) {
    const text = textOf(node, MAX_ANSWER + 1);
    if (text.length > MAX_ANSWER) break;
    if (text.length > 0) found = node;
    node = parentOf(node);
  }
  return found;
}

/**
 * Of two answers side by side, of which one agrees or refuses by its words, the other one is the opposite whatever it
 * says (残忍离开, 朕准了). Null where its own words tell, or where more than one other answer stands there.
 */
function byContrast(control: Element, text: string): 'accept' | 'refuse' | null {
  const own = roleOf(text);
  if ((own !== 'other' && own !== 'submit') || text.length === 0 || text.length > MAX_ANSWER || isNoAnswer(text) || SAVES_CHOICE.test(text)) return null;
  let node = parentOf(control);
  for (let level = 0; node && level < 4 && !isPage(node); level++) {
    const beside = controlsIn(node).filter((one) => !holds(one, control) && !holds(control, one));
    const answers = beside.map((one) => roleOf(controlText(one))).filter((role) => role === 'accept' || role === 'refuse');
    if (beside.length > 5) return null;
    if (answers.length > 0) {
      if (answers.length > 1 || surfaceAround(beside.find((one) => roleOf(controlText(one)) === answers[0])!, LIVE_VIEW) === null) return null;
      if (answers[0] === 'refuse') return 'accept';
      return own === 'other' ? 'refuse' : null;
    }
    node = parentOf(node);
  }
  return null;
}

function isField(element: Element): boolean {
  return /^(?:input|textarea|select)$/.test(element.localName);
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

