import type { Folded } from '../language-reader';

const SPACE = 0x20;
const STAR = 0x2a;
const UNDERSCORE = 0x5f;

const isWordCode = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** What a character counts as: letters in lower case, curly quotation marks and apostrophes straight, dashes as one. */
function foldCode(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code < 0x2010) return code;
  if (code <= 0x2015) return 0x2d;
  if (code === 0x2018 || code === 0x2019 || code === 0x02bc) return 0x27;
  if (code === 0x201c || code === 0x201d || code === 0x201e) return 0x22;
  if (code >= 0xff01 && code <= 0xff5e) return foldCode(code - 0xfee0);
  return code;
}

const isSpace = (code: number): boolean =>
  code <= SPACE || (code >= 0xa0 && (code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f) || code === 0x2028 || code === 0x2029 || code === 0x202f));

/**
 * Folds English text for matching: lower case, straight quotation marks, one dash, one space between words, emphasis marks
 * of Markdown dropped.
 */
export function foldEnglish(text: string): Folded {
  const offsets = new Int32Array(text.length + 1);
  const parts: string[] = [];
  let count = 0;
  let gap = -1; // place of a space not yet decided on
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      if (gap < 0) gap = i;
      continue;
    }
    if (code === STAR && (text.charCodeAt(i + 1) === STAR || text.charCodeAt(i - 1) === STAR)) continue;
    // "_June 2022_"; within a word, as in names of keys, the line belongs to it.
    if (code === UNDERSCORE && !(isWordCode(text.charCodeAt(i - 1)) && isWordCode(text.charCodeAt(i + 1)))) continue;
    if (gap >= 0 && count > 0) {
      offsets[count++] = gap;
      parts.push(' ');
    }
    gap = -1;
    offsets[count++] = i;
    parts.push(String.fromCharCode(foldCode(code)));
  }
  offsets[count] = text.length;
  return { text: parts.join(''), offsets: offsets.subarray(0, count + 1) };
}
