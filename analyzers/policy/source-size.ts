/** How much there is to read in the source of a page, told before it is parsed: parsing a hostile page is what costs. */
import { LIMITS } from '../artifacts';

/**
 * Elements of a page that are parsed. The largest of some two hundred published policies has 1,200, a long one saved by a word
 * processor some ten thousand; 20,000 nested ones take a parser written in JavaScript about a second.
 */
const MAX_ELEMENTS = 20_000;

/** Text outside of tags that is parsed: the most that is judged, with room for what stands around it and for character references. */
const MAX_TEXT = LIMITS.policyChars * 1.5;

/** Inline marks that word processors put around every few words; they carry no structure that is needed. */
const MARKS = /<\/?(?:span|font|b|i|u|em|strong|small|big|o:p|st1:[a-z]{1,20})(?:\s[^<>]{0,2000})?>/gi;

/** Elements whose content is no text. */
const OPAQUE = /^(?:script|style)$/i;

/**
 * The source as it may be parsed, or undefined where it is too large. A page of too many elements gets a second look without
 * its inline marks, which costs bold lines but no text.
 * @param html Source of a page.
 */
export function withinBounds(html: string): string | undefined {
  const size = sizeOfSource(html);
  if (size.text > MAX_TEXT) return undefined;
  if (size.elements <= MAX_ELEMENTS) return html;
  const plain = html.replace(MARKS, '');
  return sizeOfSource(plain).elements <= MAX_ELEMENTS ? plain : undefined;
}

/** Length from which a tag's attributes are counted: they cost a parser as much as elements. Pictures as `data:` addresses are long without having many. */
const LONG_TAG = 10_000;

function attributesIn(html: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (html.charCodeAt(i) <= 32 && html.charCodeAt(i - 1) > 32) count++;
  return count;
}

/**
 * Counts start tags (with the attributes of monstrous ones) and text characters (white space apart), in one pass. Both are upper bounds of what a parser would make.
 * @param html Source of a page.
 */
export function sizeOfSource(html: string): { elements: number; text: number } {
  let elements = 0;
  let text = 0;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text += solidChars(html, at, open < 0 ? html.length : open);
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      if (close < 0) break;
      at = close + 3;
      continue;
    }
    const name = /^[a-z][\w:-]{0,40}/i.exec(html.slice(open + 1, open + 42))?.[0];
    if (!name && !/[/!?]/.test(html[open + 1] ?? '')) {
      text++;
      at = open + 1;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) {
      text += html.length - open;
      break;
    }
    at = close + 1;
    if (!name) continue;
    elements += 1 + (close - open > LONG_TAG ? attributesIn(html, open, close) : 0);
    if (OPAQUE.test(name)) {
      const end = html.indexOf(`</${name}`, close);
      if (end < 0) break;
      at = end;
    }
  }
  return { elements, text };
}

function solidChars(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) > 32) count++;
  return count;
}
