/** How text looks on a laid-out page: size, line height, and contrast with what lies behind it. */
import type { Looks } from '../artifacts';
import { parentOf } from './dom';

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
type Color = [number, number, number, number];

/** Grounds looked through until one is opaque. */
const MAX_GROUNDS = 24;

/** Looks of an element's own text; undefined without layout. */
export function looksOf(element: Element): Looks | undefined {
  const view = element.ownerDocument.defaultView;
  if (!view || typeof element.checkVisibility !== 'function') return undefined;
  const style = view.getComputedStyle(element);
  const declared = Number.parseFloat(style.fontSize);
  if (!Number.isFinite(declared)) return undefined;
  const lineHeight = Number.parseFloat(style.lineHeight) / declared;
  const fontSize = declared * scaleOf(element);
  const contrast = contrastOf(element, style, view);
  return {
    fontSize: round(fontSize),
    ...(contrast === undefined ? {} : { contrast }),
    ...(Number.isFinite(lineHeight) ? { lineHeight: round(lineHeight) } : {}),
    shape: isButtonShaped(style) ? 'button' : 'text',
  };
}

/** How much a transform makes the element larger or smaller than its style says: some sites go below a browser's least font so. */
function scaleOf(element: Element): number {
  const { offsetHeight } = element as HTMLElement;
  const ratio = offsetHeight > 0 ? element.getBoundingClientRect().height / offsetHeight : 1;
  return ratio > 0.1 && Math.abs(ratio - 1) > 0.06 ? ratio : 1;
}

/** Looks of the element inside a control that carries its text. */
export function looksOfControl(control: Element): Looks | undefined {
  let node = control;
  for (let level = 0; level < 4; level++) {
    const [only] = node.children;
    if (node.childElementCount !== 1 || !only || [...node.childNodes].some((child) => child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '')) break;
    node = only;
  }
  const outer = looksOf(control);
  const inner = node === control ? outer : looksOf(node);
  return inner && outer ? { ...inner, shape: outer.shape === 'button' || inner.shape === 'button' ? 'button' : 'text' } : inner;
}

/**
 * Contrast of an element's text with its ground (WCAG 2.2, relative luminance), transparency and opacity computed in;
 * undefined where a picture lies behind it or a colour is not given as RGB.
 */
function contrastOf(element: Element, style: CSSStyleDeclaration, view: Window): number | undefined {
  const text = colorOf(style.color);
  // A picture as the ink of the text, or text drawn with an outline only.
  if (!text || style.backgroundClip === 'text' || style.webkitTextFillColor === 'transparent') return undefined;
  const layers: Color[] = [];
  let opacity = 1;
  let node: Element | null = element;
  for (let level = 0; node && level < MAX_GROUNDS; level++) {
    const ground = level === 0 ? style : view.getComputedStyle(node);
    opacity *= Number.parseFloat(ground.opacity) || 0;
    if (ground.backgroundImage !== 'none') return undefined;
    const color = colorOf(ground.backgroundColor);
    if (!color) return undefined;
    if (color[3] > 0) layers.push(color);
    if (color[3] === 1) break;
    node = parentOf(node);
  }
  // What no element paints is the browser's white page.
  const ground = layers.reduceRight<Color>((below, above) => over(above, below), [255, 255, 255, 1]);
  const ink = over([text[0], text[1], text[2], text[3] * opacity], ground);
  const [bright, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a) as [number, number];
  return round((bright + 0.05) / (dark + 0.05));
}

const RGB = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:[,\s/]+([\d.]+)(%?))?\s*\)$/;

function colorOf(text: string): Color | undefined {
  if (text === 'transparent') return [0, 0, 0, 0];
  const match = RGB.exec(text);
  if (!match) return undefined;
  const alpha = match[4] === undefined ? 1 : Number(match[4]) / (match[5] ? 100 : 1);
  return [Number(match[1]), Number(match[2]), Number(match[3]), alpha];
}

function over(above: Color, below: Color): Color {
  const mix = (i: 0 | 1 | 2) => above[i] * above[3] + below[i] * (1 - above[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance([red, green, blue]: Color): number {
  const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function isButtonShaped(style: CSSStyleDeclaration): boolean {
  const ground = colorOf(style.backgroundColor);
  const hasGround = style.backgroundImage !== 'none' || !ground || ground[3] > 0.02;
  const hasBorder = ['Top', 'Bottom'].every((side) => Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0 && style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none');
  return hasGround || hasBorder || style.boxShadow !== 'none';
}

const round = (value: number) => Math.round(value * 100) / 100;
