/**
 * What lies over the page: found by asking the browser what a person would hit at a grid of points, not by class names.
 * Needs layout; a parsed file has none and yields nothing. Only reads.
 */
import type { Overlay, OverlayClose } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { SurfaceReading } from './consent-surfaces';
import { ancestorsOf, holds, idOf, isVisible, parentOf, selectorOf, textOf } from './dom';
import { looksOfControl } from './looks';
import { controlText } from './scan';
import { roleOf } from './wording';

/** Points a row and a column. */
const GRID = 5;
/** Least share of the view, and of its width and height, from which a floating part counts as an overlay; bars and buttons at an edge are none. */
const MIN_COVER = 0.12;
const MIN_SIDE = 0.25;
/** A part holding this share of the page's text is the page itself. */
const PAGE_SHARE = 0.6;
/** Elements of one overlay looked at for a way to close it. */
const MAX_ELEMENTS = 300;

export interface OverlayReading {
  element: Element;
  /** Its mask and its other parts. */
  parts: Element[];
  /** Moments are filled in by whoever watches the page. */
  overlay: Omit<Overlay, 'firstAt' | 'lastAt' | 'byPerson' | 'close'> & { close?: Omit<OverlayClose, 'at'> };
  /** The closing control's element. */
  closer?: Element;
}

export interface OverlayContext {
  surfaces: SurfaceReading[];
  /** Text under an element, UTF-16 units. */
  lengthOf(element: Element): number;
  totalText: number;
  hasField(element: Element): boolean;
}

interface Layer {
  element: Element;
  points: [number, number][];
}

/** Overlays that lie over the page now. */
export function readOverlays(document: Document, context: OverlayContext): OverlayReading[] {
  const view = document.defaultView;
  if (!view || typeof document.elementFromPoint !== 'function' || view.innerWidth < 100 || view.innerHeight < 100) return [];
  const layers = layersOf(document, view, context);
  const [width, height] = [view.innerWidth, view.innerHeight];
  const large = layers.filter(({ element, points }) => {
    const rect = element.getBoundingClientRect();
    return points.length / GRID ** 2 >= MIN_COVER && rect.width >= width * MIN_SIDE && rect.height >= height * MIN_SIDE;
  });
  return joined(large, view).slice(0, 3).map((group) => readOverlay(group, document, context));
}

function layersOf(document: Document, view: Window, context: OverlayContext): Layer[] {
  const layers = new Map<Element, Layer>();
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const [x, y] = [((column + 0.5) / GRID) * view.innerWidth, ((row + 0.5) / GRID) * view.innerHeight];
      const hit = hitAt(document, x, y);
      const element = hit ? floatingRoot(hit, view, context) : null;
      if (!element) continue;
      const layer = layers.get(element) ?? { element, points: [] };
      layer.points.push([x, y]);
      layers.set(element, layer);
    }
  }
  return [...layers.values()];
}

/** What a press at a point reaches, open shadow roots entered. */
function hitAt(document: Document, x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (let level = 0; hit?.shadowRoot && level < 8; level++) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** The outermost part around an element that floats over the page without being the page; null for what lies in the page. */
function floatingRoot(element: Element, view: Window, context: OverlayContext): Element | null {
  const chain = [element, ...ancestorsOf(element, 40)].filter((node) => node.localName !== 'body' && node.localName !== 'html');
  for (let i = chain.length - 1; i >= 0; i--) {
    const node = chain[i]!;
    if (floats(node, view) && !isThePage(node, context)) return node;
  }
  return null;
}

function floats(element: Element, view: Window): boolean {
  if (element.localName === 'dialog' && element.hasAttribute('open')) return true;
  const style = view.getComputedStyle(element);
  if (style.position === 'fixed') return true;
  return style.position === 'absolute' && Number(style.zIndex) >= 10;
}

function isThePage(element: Element, context: OverlayContext): boolean {
  return context.totalText > 0 && context.lengthOf(element) > context.totalText * PAGE_SHARE && context.totalText - context.lengthOf(element) < 200;
}

/** A mask and what stands on it belong together. */
function joined(layers: Layer[], view: Window): Layer[][] {
  const isMask = ({ element }: Layer) => {
    const rect = element.getBoundingClientRect();
    return rect.width >= view.innerWidth * 0.9 && rect.height >= view.innerHeight * 0.9;
  };
  const mask = layers.find(isMask);
  return mask ? [layers] : layers.map((layer) => [layer]);
}

/** What waits for something: a spinner and a word. */
const WAITS = /^(?:(?:正在|努力|拼命|页面|数据|内容)?(?:加载|载入|处理|提交|跳转)中?|请稍[候等后]|loading|please wait)?[.…。 \d%]*$/i;
const SYSTEM =
  /浏览器(?:版本|内核)?(?:过低|太旧|较低|不支持)|升级(?:您的|你的)?浏览器|不支持(?:您|你|当前|该|此)|请(?:开启|启用) ?javascript|网络(?:异常|错误|连接|不给力|开小差)|系统(?:维护|升级)|在(?:系统|手机|默认|其他)?浏览器(?:中|里)?打开|右上角|横屏|竖屏|旋转(?:手机|设备|屏幕)|(?:年满|满|已满|未满) ?(?:18|十八)|\b(?:upgrade|update) your browser\b|\bunsupported browser\b|\brotate your\b|\b18 years\b/i;
const MOTION = /摇一摇|摇动|晃动|扭一扭|扭动|转动手机|倾斜手机|前倾|翻转手机|\b(?:shake|tilt|twist) (?:your|the) (?:phone|device)\b/i;

function readOverlay(group: Layer[], document: Document, context: OverlayContext): OverlayReading {
  const parts = group.map((layer) => layer.element);
  const element = parts.reduce((best, part) => (weightOf(part, context) > weightOf(best, context) ? part : best));
  const points = group.flatMap((layer) => layer.points);
  const text = textOf(element, LIMITS.excerptChars);
  const selector = selectorOf(element);
  const surface = context.surfaces.find((one) => one.surface.visible && parts.some((part) => holds(part, one.element) || holds(one.element, part)));
  const kind = surface ? 'consent' : kindOf(parts, text, points, document, context);
  const closing = bestClose(parts, document);
  const link = linkOf(points, document);
  const others = otherAnswers(parts, closing?.element);
  return {
    element, parts,
    ...(closing ? { closer: closing.element } : {}),
    overlay: {
      id: idOf('overlay', selector), selector, text, cover: Math.round((points.length / GRID ** 2) * 100) / 100, holds: kind,
      ...(closing ? { close: closing.close } : {}),
      ...(others.length > 0 ? { otherAnswers: others } : {}),
      ...(link ? { link } : {}),
      ...(MOTION.test(text) ? { asksMotion: true } : {}),
      ...(surface ? { surfaceId: surface.surface.id } : {}),
    },
  };
}

function weightOf(element: Element, context: OverlayContext): number {
  return context.lengthOf(element) + (element.querySelector(PICTURES) ? 50 : 0);
}

const PICTURES = 'img,picture,canvas,video,svg';

function kindOf(parts: Element[], text: string, points: [number, number][], document: Document, context: OverlayContext): Overlay['holds'] {
  const framed = points.filter(([x, y]) => hitAt(document, x, y)?.localName === 'iframe').length;
  if (framed > points.length / 3) return 'frame';
  if (parts.some((part) => context.hasField(part))) return 'fields';
  if (SYSTEM.test(text)) return 'system';
  const hasPicture = parts.some((part) => part.querySelector('img,picture,canvas,video') !== null || hasGroundPicture(part));
  const leadsOut = parts.some((part) => (part.closest('a[href]') ?? part.querySelector('a[href]')) !== null);
  if (WAITS.test(text) && !leadsOut && !(hasPicture && text.length === 0 && points.length > GRID)) return 'wait';
  return hasPicture || leadsOut || parts.some(offersSomething) ? 'offer' : 'notice';
}

/** Something to take up that only serves the seller, on something made to be pressed; 登录, 重试, 更新 may be the page's own matter. */
const OFFERS = /领取|开抢|[抢秒]购|(?:立即|马上|立刻|赶紧|快来|去)抢|抢(?:红包|券|福利)|收下(?:红包|优惠|好礼)|(?:立即|马上|去)(?:兑换|拼单|砍价)|购买|参与活动|下载|安装|打开 ?(?:app|应用|客户端|小程序)|开通|免费(?:试|领|体验)|去?看看优惠|\b(?:get|claim|open) (?:the |your )?(?:app|offer|coupon|discount)\b|\b(?:buy|shop) now\b|\binstall\b/i;

function offersSomething(part: Element): boolean {
  const view = part.ownerDocument.defaultView;
  return [...part.querySelectorAll('button,[role="button"],[onclick],[class*="btn" i],[class*="button" i],div,span,p')].slice(0, MAX_ELEMENTS).some((element) => {
    if (element.childElementCount > 1) return false;
    const text = textOf(element, 13);
    if (text.length < 2 || text.length > 12 || !OFFERS.test(text)) return false;
    return /^button$/.test(element.localName) || element.hasAttribute('role') || element.hasAttribute('onclick') || /btn|button/i.test(element.getAttribute('class') ?? '') || view?.getComputedStyle(element).cursor === 'pointer';
  });
}

function hasGroundPicture(part: Element): boolean {
  const view = part.ownerDocument.defaultView;
  return view !== null && [part, ...[...part.querySelectorAll('div,span,section,a')].slice(0, 12)].some((element) => view.getComputedStyle(element).backgroundImage.includes('url('));
}

/** Least side in CSS pixels, and least contrast, of a control to close with (rule catalogue). */
export const MIN_CLOSE_PX = 12;
export const MIN_CLOSE_CONTRAST = 1.5;

const CLOSE_MARKED = '[class*="close" i],[id*="close" i],[aria-label*="close" i],[aria-label*="关闭"],[title*="关闭"],[alt*="关闭"],[class*="skip" i],[class*="guanbi" i],[class*="dismiss" i]';
/** Words that close, with or without a countdown beside them. */
const CLOSES =
  /^(?:[×✕✖╳xX⨯]|(?:点击|一键)?关闭(?:广告|弹窗|窗口|页面)?|跳过(?:广告)?|取消|不了?(?:谢谢)?|不用了?|不需要|知道了|我知道了|好的?|确[定认]|稍后(?:再说|提醒)?|以后再说|下次(?:再说|再来|吧)|暂不[^，。]{0,6}|残忍[^，。]{0,4}|狠心[^，。]{0,4}|放弃[^，。]{0,6}|继续(?:浏览|访问|阅读)|返回[^，。]{0,4}|收起|skip(?: ad)?|close(?: ad)?|dismiss|no,? thanks|not now|later|got it|ok)$/i;
/** 5 秒后可关闭 does not close yet. */
const NOT_YET = /后(?:可|自动|才能)?(?:关闭|跳过)|\bin \d/i;

interface Closing {
  element: Element;
  close: Omit<OverlayClose, 'at'>;
}

/** The best control to close with among the parts: one that can be hit and seen before any other. */
function bestClose(parts: Element[], document: Document): Closing | undefined {
  const candidates = new Set<Element>();
  for (const part of parts) {
    for (const element of [...part.querySelectorAll(CLOSE_MARKED)].slice(0, 20)) candidates.add(element);
    let looked = 0;
    for (const element of part.querySelectorAll('button,a,span,div,i,em,b,p,img,svg,[role="button"]')) {
      if (++looked > MAX_ELEMENTS) break;
      if ((element.childElementCount <= 1 && closesByWords(element)) || isBareIcon(element)) candidates.add(element);
    }
  }
  const read = [...candidates].slice(0, 40).flatMap((element) => readClose(element, document) ?? []);
  return read.sort((a, b) => goodness(b.close) - goodness(a.close))[0];
}

/** Sides of an icon that stands by itself, CSS pixels. */
const ICON_PX = [MIN_CLOSE_PX, 64] as const;

/** A small square without words, set apart from the flow or made to be pressed, with something drawn in it: on an overlay a cross more often than not. */
function isBareIcon(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width < ICON_PX[0] || width > ICON_PX[1] || Math.abs(width - height) > 8 || controlText(element).length > 0 || leadsOutTo(element) !== undefined) return false;
  const view = element.ownerDocument.defaultView;
  const style = view?.getComputedStyle(element);
  if (!view || !style || !(style.position === 'absolute' || style.position === 'fixed' || style.cursor === 'pointer' || element.hasAttribute('onclick'))) return false;
  if (/^(?:svg|img)$/.test(element.localName) || style.backgroundImage !== 'none' || element.querySelector('svg,img') !== null) return true;
  return ['::before', '::after'].some((part) => !/^(?:none|normal)$/.test(view.getComputedStyle(element, part).content));
}

function closesByWords(element: Element): boolean {
  const text = controlText(element);
  if (text.length === 0 || text.length > 14 || NOT_YET.test(text)) return false;
  const words = text.replace(/\d+ ?(?:秒|s\b)?|[|｜:：()（）]/gi, '').trim();
  const role = roleOf(words);
  return CLOSES.test(words) || role === 'close' || role === 'refuse' || role === 'acknowledge';
}

function readClose(element: Element, document: Document): Closing | undefined {
  if (!isVisible(element) || NOT_YET.test(controlText(element))) return undefined;
  const rect = element.getBoundingClientRect();
  if (rect.width <= 0 || rect.height <= 0) return undefined;
  const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
  const hit = hitAt(document, x, y);
  const text = controlText(element);
  const contrast = text.length > 0 ? looksOfControl(element)?.contrast : undefined;
  const leadsTo = leadsOutTo(element);
  return {
    element,
    close: {
      text: text.slice(0, 40), selector: selectorOf(element), width: Math.round(rect.width), height: Math.round(rect.height), hittable: hit !== null && (hit === element || holds(element, hit)),
      ...(contrast === undefined ? {} : { contrast }), ...(leadsTo ? { leadsTo } : {}),
    },
  };
}

/** Whether a person can see and hit a closing control. */
export function isGoodClose(close: Omit<OverlayClose, 'at'>): boolean {
  return close.hittable && close.leadsTo === undefined && Math.min(close.width, close.height) >= MIN_CLOSE_PX && (close.contrast ?? MIN_CLOSE_CONTRAST) >= MIN_CLOSE_CONTRAST;
}

function goodness(close: Omit<OverlayClose, 'at'>): number {
  return (isGoodClose(close) ? 8 : 0) + (close.leadsTo === undefined ? 4 : 0) + (close.hittable ? 2 : 0) + Math.min(1, Math.min(close.width, close.height) / 100);
}

/** Address of another page that pressing an element leads to. */
function leadsOutTo(element: Element): string | undefined {
  const link = element.closest('a[href]');
  const raw = link?.getAttribute('href')?.trim() ?? '';
  if (!link || raw === '' || raw.startsWith('#') || /^javascript:/i.test(raw)) return undefined;
  try {
    const url = new URL(raw, link.baseURI);
    return /^https?:$/.test(url.protocol) ? (url.origin + url.pathname).slice(0, LIMITS.urlChars) : undefined;
  } catch {
    return undefined;
  }
}

/** Where the sample points of an overlay lead. */
function linkOf(points: [number, number][], document: Document): Overlay['link'] {
  const counts = new Map<string, number>();
  for (const [x, y] of points) {
    const hit = hitAt(document, x, y);
    const href = hit ? leadsOutTo(hit) : undefined;
    if (href) counts.set(href, (counts.get(href) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best ? { href: best[0], share: Math.round((best[1] / points.length) * 100) / 100 } : undefined;
}

/** Words of an offer: pressing them takes it up. */
const TAKES_UP = /立即|马上|点击|去|领取|下载|打开|查看|了解|抢|购买|参与|开通|关注|咨询|体验|安装|详情|加入|申请|收下|download|open|get|buy|shop|learn|start|claim|install|view|more|follow/i;

/** Ways to close that are told in words: 点击空白处关闭. */
const TOLD_WAY = /(?:点击|轻触|点按)(?:空白|任意|屏幕|遮罩|四周|周围|外部|弹窗外)[^，。]{0,6}(?:关闭|取消|返回|继续|跳过)|(?:下拉|上滑|左滑|右滑|滑动)(?:即可)?(?:关闭|返回|跳过)|\b(?:tap|click) (?:anywhere|outside)\b/i;

/** Buttons that lead nowhere else and take nothing up, and ways out that are told. */
function otherAnswers(parts: Element[], closer: Element | undefined): string[] {
  const texts = parts.flatMap((part) => TOLD_WAY.exec(textOf(part, LIMITS.excerptChars))?.[0] ?? []);
  for (const part of parts) {
    for (const element of [...part.querySelectorAll('button,[role="button"],input[type="button"]')].slice(0, 20)) {
      if (closer && (holds(closer, element) || holds(element, closer))) continue;
      const text = controlText(element);
      if (text.length > 0 && !TAKES_UP.test(text) && isVisible(element) && leadsOutTo(element) === undefined) texts.push(text.slice(0, 40));
    }
  }
  return texts.slice(0, 6);
}

/** What a press on an overlay hit: its closing control, its picture, link or button, or its bare area. */
export function pressedPart(target: Element, reading: OverlayReading): 'close' | 'content' | 'blank' | undefined {
  if (reading.closer && (holds(reading.closer, target) || target === reading.closer)) return 'close';
  if (!reading.parts.some((part) => holds(part, target))) return undefined;
  let node: Element | null = target;
  for (let level = 0; node && level < 6 && !reading.parts.includes(node); level++) {
    if (/^(?:a|button|img|picture|video|canvas|h[1-6]|p|b|strong)$/.test(node.localName) || node.getAttribute('role') === 'button' || node.hasAttribute('onclick')) return 'content';
    node = parentOf(node);
  }
  return textOf(target, 40).length > 0 ? 'content' : 'blank';
}
