import type { Folded } from '../language-reader';

/** Punctuation that Chinese policies write in half width too; folded only beside Chinese characters. */
const WIDE_PUNCTUATION: Record<string, string> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？', '!': '！' };
/** Quotation marks of every sort count as one. Book-title marks 《》 stay: they name documents. */
const QUOTES = /[“”„「」『』＂]/;

const isChinese = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
const isChineseMark = (code: number): boolean => (code >= 0x3000 && code <= 0x303f && code !== 0x3000) || (code >= 0xff01 && code <= 0xff0f) || (code >= 0xff1a && code <= 0xff1f);
const isSpace = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f) || code === 0x2028 || code === 0x2029 || code === 0x202f;

/**
 * Folds Chinese text for matching: full-width letters and digits to half width, letters to lower case, half-width
 * punctuation beside Chinese to full width, quotation marks to `"`, emphasis marks and spaces that touch Chinese dropped.
 */
export function foldChinese(text: string): Folded {
  const kept: string[] = [];
  const offsets = new Int32Array(text.length + 1);
  let previous = 0; // code of the last kept character
  let gap = -1; // place of a space not yet decided on
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (isSpace(code)) {
      if (gap < 0) gap = i;
      continue;
    }
    if (code === 0x2a && (text.charCodeAt(i + 1) === 0x2a || text.charCodeAt(i - 1) === 0x2a)) continue; // ** of Markdown
    // Full-width letters, digits and the marks of addresses (＠ ． － ＿ ／): same letters, other width.
    const isWide = (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
    if (isWide || code === 0xff20 || code === 0xff0e || code === 0xff0d || code === 0xff3f || code === 0xff0f) code -= 0xfee0;
    if (code >= 65 && code <= 90) code += 32;
    let character = String.fromCharCode(code);
    const next = nextVisible(text, i + 1);
    const touchesChinese = isChinese(previous) || isChinese(next) || isChineseMark(previous);
    if (touchesChinese && WIDE_PUNCTUATION[character]) {
      character = WIDE_PUNCTUATION[character]!;
      code = character.charCodeAt(0);
    }
    if (QUOTES.test(character)) {
      character = '"';
      code = 0x22;
    }
    if (gap >= 0) {
      const chineseBeside = isChinese(previous) || isChineseMark(previous) || isChinese(code) || isChineseMark(code);
      if (kept.length > 0 && !chineseBeside) {
        offsets[kept.length] = gap;
        kept.push(' ');
      }
      gap = -1;
    }
    offsets[kept.length] = i;
    kept.push(character);
    previous = code;
  }
  const folded = kept.join('');
  offsets[folded.length] = text.length;
  return { text: folded, offsets: offsets.subarray(0, folded.length + 1) };
}

function nextVisible(text: string, from: number): number {
  for (let i = from; i < text.length && i < from + 8; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code)) return code;
  }
  return 0;
}
