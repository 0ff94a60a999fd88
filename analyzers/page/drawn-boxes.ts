/**
 * Tick boxes that are no controls of the browser: an icon, a glyph of an icon font, a sign, a background or a
 * pseudo-element beside the sentence they stand for, or a small square laid to its left. Found from the sentence outward.
 */
import type { PageContext } from './context';
import { isPage } from './context';
import { ancestorsOf, dense, fold, isElement, isText, parentOf, sizeOf, textOf } from './dom';
import { lineOf } from './notices';
import { declaresConsent, impliesConsent, roleOf } from './wording';

/** Longest sentence of a box. */
export const MAX_BOX_LABEL = 300;

export interface DrawnBox {
  element: Element;
  label: string;
}

/** In the person's own voice, or asked of them: 我已阅读并同意…, 登录前请先阅读并同意…, 我已满14周岁，已阅读…. */
const AGREES_FIRST =
  /^[\s\ue000-\uf8ff·•*□☐◻⬜○◯〇☑✓✔✅■☒◉●[\]()√xX]*(?:我?(?:已|年)满\d{1,2}周?岁[，,、 ]?(?:并|且)?)?(?:(?:登录|登陆|注册|使用|提交|预约|报名|下单)[^，。；]{0,6}前[，,]?)?(?:请|需|须|应)?(?:您|你)?(?:先|务必)?(?:我|本人|您|你|本公司|我方)?(?:已|已经|确认|承诺)?(?:认真|仔细|充分|详细|完整)?(?:阅读|同意|知悉|知晓|接受|了解|理解|勾选)|^(?:yes,? )?(?:i|we)(?: |['’](?:ve|m) )(?:have )?(?:carefully )?(?:read|understood|understand|agree|accept|consent|confirm|acknowledge)|^(?:agree|accept|consent)/i;

/** The drawn box of a sentence such as 我已阅读并同意…; null when the text is no such sentence, or has a real box. */
export function drawnBoxFor(textElement: Element, context: PageContext): DrawnBox | null {
  const line = lineOf(textElement, context);
  const label = textOf(line, MAX_BOX_LABEL);
  if (context.lengthOf(line) > MAX_BOX_LABEL || roleOf(label) === 'accept') return null;
  const words = dense(label);
  // 单独同意 elsewhere is a promise to ask; here it is what the sentence says.
  const isOwnVoice = AGREES_FIRST.test(words) && declaresConsent(words.replace(/单独|明示|书面/g, ''));
  if (!isOwnVoice && !impliesConsent(label)) return null;
  const around: Element[] = [];
  for (let node: Element | null = line; node && around.length < 3 && !isPage(node); node = parentOf(node)) {
    if (context.boxesIn(node) > 0) return null;
    if (context.fieldsIn(node) > 0 || context.lengthOf(node) > MAX_BOX_LABEL) break;
    around.push(node);
  }
  const found = startsWithSign(label, isOwnVoice) ? line : (iconAmong(around, textElement, context, isOwnVoice) ?? pseudoBox(around, textElement, isOwnVoice) ?? boxToTheLeft(line, textElement, context));
  return found ? { element: found, label } : null;
}

/** The page's own word that there is a box, however it is made: 请勾选. */
const TELLS_OF_BOX = /(?<![未无不])(?:请(?:您|先|务必)?|需|须)勾选|勾选(?:此|该|下方|上方|左侧|方框|同意|后|即|表示|代表)|在方框内?打[勾钩√]|\b(?:tick|check|ticking|checking) (?:the|this) box/i;

/** A line in sight by which a box stands that nobody can read otherwise; for a page where no box was found. */
export function toldBox(textElement: Element, context: PageContext): DrawnBox | null {
  const line = lineOf(textElement, context);
  const label = textOf(line, MAX_BOX_LABEL);
  return context.lengthOf(line) <= MAX_BOX_LABEL && !isPage(line) && TELLS_OF_BOX.test(dense(label)) && AGREES_FIRST.test(dense(label)) ? { element: line, label } : null;
}

/** Signs that stand for a box, empty or ticked. */
const SIGN = /^(?:[□☐◻⬜○◯〇☑✓✔✅■☒◉●]|[[【(（]\s?[xX√✓ ]?\s?[\]】)）])$/;
const TICKED = /^(?:[☑✓✔✅■☒◉●]|[[【(（]\s?[xX√✓]\s?[\]】)）])/;
/** A sign before a sentence may be the mark of a list; squares are none. */
const SQUARE_START = /^(?:[□☐☑☒]|\[[xX√✓ ]?\])/;
const OWN_START = /^(?:[□☐◻⬜○◯〇☑✔✅☒◉]|\[\s?[xX√✓ ]?\s?\])/;

/** Whether an element is, or begins with, the sign of a ticked box. */
export function showsTickedSign(element: Element): boolean {
  const text = (element.textContent ?? '').trim().slice(0, 40);
  if (text.length <= 5) return TICKED.test(text);
  return TICKED.test(text) && SQUARE_START.test(text);
}

function startsWithSign(label: string, isOwnVoice: boolean): boolean {
  return (isOwnVoice ? OWN_START : SQUARE_START).test(label);
}

/** One character of an icon font. */
const GLYPH = /^[\ue000-\uf8ff]$/;

const DRAWN = /check|tick|select|choose|agree|radio|gou|xuan|icon|circle|protocol|xieyi|square/i;
const TICKS = /check|tick|select|choose|agree|radio|gouxuan|xuanzhong|square/i;
/** Icons that only adorn a line, or lead on. */
const DECORATION = /info|tip|warn|shield|lock|safe|secur|question|help|notice|bell|logo|arrow|chevron|right|more|close|clear|phone|mobile|user|avatar|loading|we-?chat|weixin|weibo|alipay|apple|google/i;
const DRAWN_NAMES: ReadonlySet<string> = new Set(['i', 'span', 'em', 'b', 'img', 'div', 'svg', 'label', 'image', 'p', 'u', 's', 'tt', 'ins', 'view', 'td', 'a', 'button']);

/** An icon before the sentence, nearest parts first; one behind it only where the person speaks. */
function iconAmong(around: readonly Element[], textElement: Element, context: PageContext, isOwnVoice: boolean): Element | null {
  const found = around.map((root) => iconsIn(root, context));
  for (const icons of found) {
    const before = icons.find((icon) => standsBefore(icon, textElement));
    if (before) return before;
  }
  if (!isOwnVoice) return null;
  for (const icons of found) {
    const behind = icons.find((icon) => (typeof icon.checkVisibility === 'function' ? isBoxSized(icon, 12) : TICKS.test(looksIn(icon))));
    if (behind) return behind;
  }
  return null;
}

/** What may be a box below `root`: without words, and by its names or its size. */
function iconsIn(root: Element, context: PageContext): Element[] {
  const found: Element[] = [];
  const queue: Element[] = [root];
  for (let count = 0; queue.length > 0 && count < 40; count++) {
    const element = queue.shift()!;
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
      if (isIcon(child, context)) found.push(child);
      else if (queue.length < 40) queue.push(child);
    }
  }
  return found;
}

function isIcon(element: Element, context: PageContext): boolean {
  const name = element.localName;
  if (!(DRAWN_NAMES.has(name) || name.includes('-')) || leadsElsewhere(element) || context.lengthOf(element) > 5) return false;
  const text = (element.textContent ?? '').slice(0, 40).trim();
  if (SIGN.test(text)) return true;
  // What stands in a hidden part has no length, but is not empty.
  if (text !== '' && !GLYPH.test(text)) return false;
  const look = looksIn(element);
  return !DECORATION.test(look) && ((DRAWN.test(look) && name !== 'a' && name !== 'button') || isBoxSized(element) || text !== '');
}

function looksIn(element: Element): string {
  return ['class', 'id', 'src', 'name'].map((name) => element.getAttribute(name) ?? '').join(' ').slice(0, 400);
}

/** A link with an address; javascript: and # are none. */
function leadsElsewhere(element: Element): boolean {
  const href = element.getAttribute('href');
  return href !== null && !/^\s*(?:$|#|javascript:)/i.test(href);
}

/** An empty square of the size of a tick box, whatever its class is called (CSS pixels). */
function isBoxSized(element: Element, least = 9): boolean {
  const size = sizeOf(element);
  return size !== undefined && size.width >= least && size.width <= 40 && Math.abs(size.width - size.height) <= 4;
}

/** Whether no word of the sentence comes before an icon. */
function standsBefore(icon: Element, textElement: Element): boolean {
  if (icon.contains(textElement)) return false;
  if (!textElement.contains(icon)) return (icon.compareDocumentPosition(textElement) & FOLLOWS) !== 0;
  for (let node: Element = icon; node !== textElement; node = node.parentElement!) {
    for (let before = node.previousSibling, count = 0; before && count < 20; before = before.previousSibling, count++) {
      if ((isText(before) && fold(before.data.slice(0, 100)) !== '') || (isElement(before) && textOf(before, 2) !== '')) return false;
    }
    if (!node.parentElement) return false;
  }
  return true;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING` */
const FOLLOWS = 4;

/** A box drawn by the style sheet alone: before a part of the line, or as its ground with room left for it (needs layout). */
function pseudoBox(around: readonly Element[], textElement: Element, isOwnVoice: boolean): Element | null {
  const [line] = around;
  const view = line?.ownerDocument.defaultView;
  if (!line || !view || typeof line.checkVisibility !== 'function') return null;
  const between = line.contains(textElement) ? [textElement, ...ancestorsOf(textElement, 4).filter((node) => node !== line && line.contains(node))] : [];
  const parts = new Set([...around.flatMap((root) => [root, ...(root.firstElementChild ? [root.firstElementChild] : [])]), ...between]);
  for (const element of parts) {
    const style = view.getComputedStyle(element, '::before');
    const [width, height] = [Number.parseFloat(style.width), Number.parseFloat(style.height)];
    if (style.content === 'none' || style.content === 'normal') continue;
    if (width >= 9 && width <= 40 && Math.abs(width - height) <= 4 && (Number.parseFloat(style.borderTopWidth) > 0 || style.backgroundImage !== 'none')) return element;
    const drawn = style.content.replace(/^["']|["']$/g, '');
    if (isOwnVoice && (GLYPH.test(drawn) || SQUARE_START.test(drawn))) return element;
  }
  if (!isOwnVoice) return null;
  for (const element of [line, ...between]) {
    const style = view.getComputedStyle(element);
    const room = Number.parseFloat(style.paddingLeft);
    if (style.backgroundImage.startsWith('url(') && style.backgroundRepeat.includes('no-repeat') && room >= 14 && room <= 60) return element;
  }
  return null;
}

/** Siblings looked at on each side. */
const MAX_BESIDE = 4;
/** Farthest a box stands from its sentence, in CSS pixels. */
const MAX_GAP = 40;

/** A small square laid out to the left of the sentence, wherever it stands in the source (pages put together from placed parts). */
function boxToTheLeft(line: Element, textElement: Element, context: PageContext): Element | null {
  if (typeof line.checkVisibility !== 'function') return null;
  const text = firstLineOf(textElement);
  if (!text) return null;
  let placed = line;
  for (let parent = parentOf(line), level = 0; parent && level < 3 && !isPage(parent) && context.lengthOf(parent) === context.lengthOf(line); parent = parentOf(parent), level++) placed = parent;
  for (const direction of ['previousElementSibling', 'nextElementSibling'] as const) {
    for (let node = placed[direction], count = 0; node && count < MAX_BESIDE; node = node[direction], count++) {
      if (context.lengthOf(node) > 0 || context.fieldsIn(node) > 0) continue;
      const icon = isBoxSized(node) ? node : node.firstElementChild;
      if (!icon || !isBoxSized(icon) || DECORATION.test(looksIn(icon)) || leadsElsewhere(icon)) continue;
      const box = icon.getBoundingClientRect();
      if (box.right <= text.left + 4 && text.left - box.right <= MAX_GAP && box.top < text.bottom && box.bottom > text.top) return icon;
    }
  }
  return null;
}

function firstLineOf(element: Element): DOMRect | undefined {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].find(({ width }) => width > 0);
}
