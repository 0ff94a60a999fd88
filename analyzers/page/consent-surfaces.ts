/**
 * Finds banners and dialogs that ask for consent, from the inside out: from a control whose text decides (同意, 拒绝,
 * 我知道了) up to the smallest part of the page that also says what is decided. Class names only help to tell a banner
 * from a dialog; the finding itself rests on structure and wording.
 */
import type { ConsentSurface, ConsentTopic, Control } from '../artifacts';
import { LIMITS } from '../artifacts';
import { isPage } from './context';
import { attribute, holds, idOf, isVisible, parentOf, selectorOf, sizeOf, textOf } from './dom';
import { looksOfControl } from './looks';
import { platformOf } from './platforms';
import { controlText } from './scan';
import { asksConsent, isNoAnswer, readsLikeButton, roleOf, tellsOtherWay, topicsOf } from './wording';

/** Levels from a control to its surface. */
const MAX_LEVELS = 12;
/** A surface without the marks of a dialog is at most this long: longer parts are the page itself. */
const MAX_CHARS = 1_200;
/** A dialog may show a whole policy. */
const MAX_DIALOG_CHARS = 60_000;

/** How the finder sees the page: from a scan, or directly when a click has to be understood at once. */
export interface SurfaceView {
  hasField(element: Element): boolean;
  lengthOf(element: Element): number;
}

/** Looks at the live page; text is counted up to what matters. */
export const LIVE_VIEW: SurfaceView = {
  hasField: (element) => element.querySelector('input:not([type=checkbox]):not([type=radio]):not([type=hidden]):not([type=button]):not([type=submit]),textarea:not([readonly]),select') !== null,
  lengthOf: (element) => textOf(element, MAX_CHARS + 1).length,
};

/** Words by which a page calls itself a text that is there to be agreed to. */
const CONSENT_DOCUMENT = /隐私|个人信息|个人资料|知情同意|授权|告知|信息采集|\bprivacy\b|\bpersonal (?:data|information)\b|\bconsent\b/i;
/** The same of an agreement, which is a matter of contract. */
const AGREEMENT = /(?:用户|服务|注册|会员|使用|平台|入驻|许可)[^，。；《》]{0,10}(?:协议|条款|章程|公约)|\b(?:user|service|licen[cs]e|membership) agreement\b|\bterms (?:of|and)\b/i;
/** Text that may stand behind the answers of such a page: filings, a hint. */
const MAX_BEHIND = 200;

/** The consent surface a deciding control belongs to; null when there is none (a login box, ordinary buttons). */
export function surfaceAround(control: Element, view: SurfaceView): Element | null {
  const role = roleOf(controlText(control));
  let node = parentOf(control);
  for (let level = 0; node && level < MAX_LEVELS && (!isPage(node) || isFrameBody(node)); level++) {
    const dialog = isDialog(node);
    if (view.hasField(node)) return null;
    if (view.lengthOf(node) > (dialog ? MAX_DIALOG_CHARS : MAX_CHARS)) return isConsentPage(node, control, role) ? node : null;
    if (speaksOfConsent(node, role, dialog)) return dialog || !sendsForm(control, node, view) ? outermost(node, view) : null;
    node = parentOf(node);
  }
  return node && isPage(node) && !view.hasField(node) && view.lengthOf(node) > MAX_CHARS && isConsentPage(node, control, role) ? node : null;
}

/** 同意协议并注册: agrees and sends a form in one. */
const AGREES_AND_SENDS = /注册|登录|登陆|提交|下一步|报名|申请|预约|下单|支付|\b(?:sign ?up|sign ?in|log ?in|register|submit|create|join)\b/i;

/** Whether an agreeing control is the button of a form right around the line it stands in: the form asks, not a banner. */
function sendsForm(control: Element, line: Element, view: SurfaceView): boolean {
  if (!AGREES_AND_SENDS.test(controlText(control)) || isSetApart(line)) return false;
  for (let node = parentOf(line), level = 0; node && level < 4 && !isPage(node) && view.lengthOf(node) <= MAX_CHARS; node = parentOf(node), level++) if (view.hasField(node)) return true;
  return false;
}

/** Laid over or fixed to the page, as banners are. */
function isSetApart(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  return typeof element.checkVisibility === 'function' && /fixed|sticky/.test(view?.getComputedStyle(element).position ?? '');
}

/** A page that is nothing but a long text to be agreed to, with its answers at the foot. */
function isConsentPage(root: Element, control: Element, role: Control['role']): boolean {
  if ((role !== 'accept' && role !== 'refuse') || !(control.localName.endsWith('button') || control.localName === 'input' || control.getAttribute('role') === 'button' || isPressable(control))) return false;
  const head = headOf(root);
  if (!CONSENT_DOCUMENT.test(head) && !AGREEMENT.test(head)) return false;
  let behind = 0;
  for (let node: Element | null = control; node && node !== root; node = parentOf(node)) {
    for (let next = node.nextElementSibling, count = 0; next && count < 20; next = next.nextElementSibling, count++) behind += textOf(next, MAX_BEHIND + 1).length;
    if (behind > MAX_BEHIND) return false;
  }
  return true;
}

/** What a page calls itself: its title and first words. */
function headOf(root: Element): string {
  return `${root.ownerDocument.title.slice(0, 60)} ${textOf(root, 60)}`;
}

/** The body of a page in a frame: consent platforms fill a frame with nothing but their banner. */
function isFrameBody(element: Element): boolean {
  const view = element.localName === 'body' ? element.ownerDocument.defaultView : null;
  return view !== null && view.parent !== undefined && view.parent !== view;
}

/** Whether an element holds, beside its buttons, text that asks or tells about consent. */
function speaksOfConsent(element: Element, role: Control['role'], dialog: boolean): boolean {
  const text = textOf(element, 1_200, (node) => isButton(node));
  if (text.length < 6) return false;
  const topics = topicsOf(text);
  if (topics.includes('cookies') || topics.includes('policy')) return true;
  if (role === 'acknowledge') return topics.length > 0 && asksConsent(text);
  return topics.length > 0 ? asksConsent(text) || dialog : dialog && asksConsent(text);
}

function isButton(element: Element): boolean {
  const name = element.localName;
  if (name === 'button' || element.getAttribute('role') === 'button') return true;
  return element.childElementCount === 0 && readsLikeButton(textOf(element, 60));
}

/** Upward as long as the element around adds hardly any text: the box with its mask and title. */
function outermost(element: Element, view: SurfaceView): Element {
  let found = element;
  const own = view.lengthOf(element);
  let node = parentOf(element);
  for (let level = 0; node && level < 4 && !isPage(node); level++) {
    if (view.lengthOf(node) > own + 40 || view.hasField(node)) break;
    if (isDialog(node)) found = node;
    node = parentOf(node);
  }
  return found;
}

const DIALOG_CLASS = /(?:^|[\s_-])(?:modal|dialog|popup|pop|popbox|popover|alert|layer|mask|overlay|lightbox)(?:$|[\s_-])|(?:modal|dialog|popup|layer)/i;

function isDialog(element: Element): boolean {
  const role = element.getAttribute('role');
  if (element.localName === 'dialog' || role === 'dialog' || role === 'alertdialog' || element.getAttribute('aria-modal') === 'true') return true;
  return DIALOG_CLASS.test((element.getAttribute('class') ?? '').slice(0, 200));
}

export interface SurfaceReading {
  surface: ConsentSurface;
  element: Element;
}

/**
 * Consent surfaces of the page. Pauses after each.
 * @param deciders controls whose text decides on consent
 * @param controls all controls of the page
 */
export function* readConsentSurfaces(deciders: Element[], controls: Element[], view: SurfaceView): Generator<void, SurfaceReading[]> {
  const roots: Element[] = [];
  for (const control of deciders) {
    yield;
    const role = roleOf(controlText(control));
    if (role !== 'accept' && role !== 'acknowledge' && role !== 'refuse') continue;
    const root = surfaceAround(control, view);
    if (!root || roots.includes(root)) continue;
    // A page that is a consent text as a whole may hold a banner beside it: each asks for itself.
    const isWhole = isLong(root);
    if (!isWhole && roots.some((one) => holds(one, root) && !isLong(one))) continue;
    if (!isWhole) for (let i = roots.length - 1; i >= 0; i--) if (holds(root, roots[i]!)) roots.splice(i, 1);
    if (roots.length < LIMITS.elementsPerSurface) roots.push(root);
  }
  const readings: SurfaceReading[] = [];
  for (const root of roots) {
    yield;
    const surface = readSurfaceElement(root, controls);
    // A layer of switches with 全部拒绝 and 保存 is where the choice of another one goes on.
    const isFurtherLayer = (surface.switches ?? 0) > 0 && surface.controls.some((one) => one.role === 'refuse');
    if (isFurtherLayer || surface.controls.some((one) => one.role === 'accept' || one.role === 'acknowledge')) readings.push({ element: root, surface });
  }
  return readings;
}

/** Controls of one surface that are read. */
const MAX_CONTROLS = 40;

/** Reads one surface. */
export function readSurfaceElement(root: Element, controls: Element[]): ConsentSurface {
  const inside = controls.filter((control) => holds(root, control)).slice(0, MAX_CONTROLS);
  inside.push(...ownWordAnswers(root, inside));
  const read = inside.map((control) => readSurfaceControl(control));
  for (const close of closeIcons(root)) {
    const known = inside.indexOf(close);
    if (known >= 0) read[known]!.role = 'close';
    else read.push({ ...readSurfaceControl(close), role: 'close' });
  }
  nameByContrast(read);
  const text = textOf(root, 1_200, (node) => inside.includes(node));
  const kind = kindOf(root);
  // An agreement as a page of its own may speak of anything; what is agreed to is the agreement.
  const topics: ConsentTopic[] = kind === 'page' && !CONSENT_DOCUMENT.test(headOf(root)) ? ['agreement'] : topicsOf(text);
  const selector = selectorOf(root);
  const platform = platformOf(root);
  const switches = switchesIn(root);
  return {
    id: idOf('surface', selector),
    kind,
    selector,
    text: text.slice(0, LIMITS.excerptChars),
    topics: topics.length > 0 ? topics : ['other'],
    asksConsent: asksConsent(text) || read.some((control) => control.role === 'accept'),
    ...(platform ? { platform } : {}),
    controls: read,
    visible: isVisible(root),
    ...(switches > 0 ? { switches } : {}),
    ...(tellsOtherWay(text) ? { tellsOtherWay: true } : {}),
  };
}

/** Reads one control: what it says, what that means, how large it is. */
export function readControl(element: Element): Control {
  const text = controlText(element);
  return { role: roleOf(text), text: text.slice(0, 80), selector: selectorOf(element), ...sizeOf(element) };
}

/** A control of a consent surface, with its looks. */
function readSurfaceControl(element: Element): Control {
  const looks = looksOfControl(element);
  return { ...readControl(element), visible: isVisible(element), ...(looks ? { looks } : {}) };
}

/** Longest answer in words of its own. */
const MAX_ANSWER = 16;

/**
 * What can be pressed beside an agreeing control and answers in words no list knows (残忍离开, 先逛逛). Only looked for
 * where no control refuses in plain words.
 */
function ownWordAnswers(root: Element, inside: Element[]): Element[] {
  const roles = inside.map((control) => roleOf(controlText(control)));
  if (!roles.includes('accept') || roles.includes('refuse')) return [];
  const found: Element[] = [];
  let looked = 0;
  for (const element of root.querySelectorAll('a,span,div,p,[onclick],[tabindex]')) {
    if (++looked > 200 || found.length >= 4) break;
    if (element.childElementCount > 1 || [...inside, ...found].some((one) => holds(one, element) || holds(element, one))) continue;
    const text = textOf(element, MAX_ANSWER + 1);
    if (text.length < 2 || text.length > MAX_ANSWER || isNoAnswer(text) || /[《》，。；：]/.test(text)) continue;
    if (isPressable(element) || inside.some((one) => standsBeside(element, one) && roleOf(controlText(one)) === 'accept')) found.push(element);
  }
  return found;
}

/** Whether an element stands right before or behind a control, or behind the wrapper of nothing but the control, and is of its sort. */
function standsBeside(element: Element, control: Element): boolean {
  if (element.localName === 'p') return false;
  let node: Element | null = control;
  for (let level = 0; node && level < 2; level++) {
    if (node.localName === element.localName ? node.previousElementSibling === element || node.nextElementSibling === element : node.nextElementSibling === element) return true;
    node = parentOf(node);
    if (!node || textOf(node, MAX_ANSWER * 2) !== controlText(control)) break;
  }
  return false;
}

function isPressable(element: Element): boolean {
  if (element.localName === 'a' || element.hasAttribute('onclick') || /btn|button|cancel|refuse|reject|disagree/i.test(attribute(element, 'class'))) return true;
  const view = element.ownerDocument.defaultView;
  return typeof element.checkVisibility === 'function' && view?.getComputedStyle(element).cursor === 'pointer';
}

/** Of two answers of which one agrees, the other one is the opposite whatever it says; the same reading as when it is pressed. */
function nameByContrast(controls: Control[]): void {
  const answers = controls.filter((control) => (control.role === 'accept' || control.role === 'refuse' || control.role === 'other') && control.text.length > 0 && control.text.length <= MAX_ANSWER && !(control.role === 'other' && isNoAnswer(control.text)));
  const [other] = answers.filter((control) => control.role === 'other');
  if (other && answers.length === 2 && answers.some((control) => control.role === 'accept')) other.role = 'refuse';
}

/** Switches and boxes that can be moved. */
function switchesIn(root: Element): number {
  let count = 0;
  for (const element of root.querySelectorAll('input[type="checkbox" i],[role="checkbox"],[role="switch"]')) {
    if (count >= 60) break;
    if (!element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true') count++;
  }
  return count;
}

/** Close marks made of an icon or a bare ×. */
function closeIcons(root: Element): Element[] {
  return [...root.querySelectorAll('[class*="close" i],[aria-label*="close" i],[aria-label*="关闭"],[title*="关闭"]')]
    .filter((element) => textOf(element, 10).length <= 2)
    .slice(0, 3);
}

/** The surface whose closing mark a press hit; undefined for any other press. */
export function closedBy(target: Element, readings: readonly SurfaceReading[]): ConsentSurface | undefined {
  const reading = readings.find((one) => holds(one.element, target));
  if (!reading) return undefined;
  let node: Element | null = target;
  for (let level = 0; node && level < 4 && node !== reading.element; level++) {
    const text = textOf(node, 20);
    if (roleOf(text) === 'close' || (text.length <= 2 && /close|guanbi|关闭/i.test(`${attribute(node, 'class')} ${attribute(node, 'aria-label')} ${attribute(node, 'title')}`))) return reading.surface;
    node = parentOf(node);
  }
  return undefined;
}

/** Longer than a banner, and no dialog: part of the page itself. */
function isLong(root: Element): boolean {
  return !isDialog(root) && textOf(root, MAX_CHARS + 1).length > MAX_CHARS;
}

/** A dialog stands before the page and waits for an answer; a banner lies at an edge; a page is nothing but the question. */
function kindOf(root: Element): ConsentSurface['kind'] {
  if (isLong(root)) return 'page';
  const own = `${attribute(root, 'class')} ${attribute(root, 'id')}`;
  if (/banner|(?:^|[\s_-])(?:bar|notice|toast|strip)(?:$|[\s_-])/i.test(own) && root.getAttribute('aria-modal') !== 'true') return 'banner';
  if (isDialog(root)) return 'dialog';
  const parent = parentOf(root);
  if (parent && !isPage(parent) && isDialog(parent)) return 'dialog';
  const size = sizeOf(root);
  const height = root.ownerDocument.defaultView?.innerHeight ?? 0;
  return size && height > 0 && size.height > height * 0.45 ? 'dialog' : 'banner';
}
