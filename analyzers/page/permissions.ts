/** Sentences of a page that speak of permissions, and ways to name a place without positioning. */
import type { EpochMs, PageSurface, PermissionNotice } from '../artifacts';
import { LIMITS } from '../artifacts';
import { isPage } from './context';
import { attribute, blockOf, isVisible, parentOf, selectorOf, textOf } from './dom';
import { asksPermission, closesIn, offersByHand, permissionsIn, purposeIn, serves } from './permission-words';
import type { Scan } from './scan';
import { controlText } from './scan';

/** A notice with its heading and button is at most this long. */
const MAX_CARD = 220;

export interface PermissionReading {
  permissionNotices: PermissionNotice[];
  placeByHand?: PageSurface['placeByHand'];
}

/** Reads what was marked in the scan. Pauses after each. */
export function* readPermissionText(found: Scan, at: EpochMs): Generator<void, PermissionReading> {
  const seen = new Set<Element>();
  const notices: PermissionNotice[] = [];
  let placeByHand = yield* fieldForPlace(found);
  for (const element of found.marked.permission) {
    yield;
    const own = controlText(element);
    if (!placeByHand && !/^h[1-6]$/.test(element.localName) && offersByHand(own) && isVisible(element)) placeByHand = { text: own, selector: selectorOf(element) };
    if (notices.length >= LIMITS.signsPerSurface) continue;
    const card = cardOf(element);
    if (!card || seen.has(card)) continue;
    seen.add(card);
    const text = textOf(card, MAX_CARD);
    const permissions = permissionsIn(text);
    if (permissions.length === 0 || !asksPermission(text)) continue;
    const purpose = purposeIn(text) ?? (permissions.some((permission) => serves(text, permission)) ? 'clear' : undefined);
    const closes = closesIn(text);
    notices.push({ permissions, text: text.slice(0, LIMITS.excerptChars), selector: selectorOf(card), ...(purpose ? { purpose } : {}), ...(closes ? { closes } : {}), visible: isVisible(card), at });
  }
  return { permissionNotices: notices, ...(placeByHand ? { placeByHand } : {}) };
}

/** The largest part of the page around a text that is still one short message. */
function cardOf(element: Element): Element | null {
  let card: Element | null = null;
  let node: Element | null = blockOf(element);
  for (let level = 0; node && level < 4 && !isPage(node); level++) {
    // Two headings are two messages.
    if (textOf(node, MAX_CARD + 1).length > MAX_CARD || node.querySelectorAll('h1,h2,h3,h4').length > 1) break;
    card = node;
    node = parentOf(node);
  }
  return card;
}

const PLACE = /地址|城市|地区|省份|省市|区县|小区|街道|位置|地点|\b(?:address|city|postcode|zip|location)\b/i;
/** Only the rest of an address that positioning has to begin. */
const REST = /门牌|楼栋|楼号|单元|室|备注|\b(?:floor|unit|apt)\b/i;

/** A field into which a place can be typed or in which it can be chosen. */
function* fieldForPlace(found: Scan): Generator<void, PageSurface['placeByHand'] | undefined> {
  for (const field of found.fields) {
    yield;
    if (field.hasAttribute('readonly') || field.hasAttribute('disabled') || field.getAttribute('aria-readonly') === 'true') continue;
    const id = field.getAttribute('id');
    const label = id ? found.labels.get(id) : undefined;
    const around = parentOf(field);
    const words = [attribute(field, 'placeholder'), attribute(field, 'aria-label'), label ? textOf(label, 40) : '', around ? textOf(around, 41) : ''].filter((text) => text.length <= 40).join(' ');
    if (PLACE.test(words) && !REST.test(words) && isVisible(field)) return { text: words.trim().slice(0, 80), selector: selectorOf(field) };
  }
  return undefined;
}
