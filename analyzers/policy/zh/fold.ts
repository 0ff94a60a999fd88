import type { Folded } from '../language-reader';
import { simplified } from './simplify';

const SPACE = 0x20;
const QUOTE = 0x22;
const STAR = 0x2a;

/** What a character counts as: quotation marks as one, full-width letters, digits and address marks (＠ ． － ＿ ／) in half width, letters in lower case. */
function foldCode(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code < 0x2018) return code;
  if (code <= 0x201f) return code === 0x201c || code === 0x201d || code === 0x201e ? QUOTE : code;
  if (code >= 0x300c && code <= 0x300f) return QUOTE; // 「」『』
  if (code < 0xff02) return code;
  if (code === 0xff02) return QUOTE;
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff41 && code <= 0xff5a)) return code - 0xfee0;
  if (code >= 0xff21 && code <= 0xff3a) return code - 0xfee0 + 32;
  if (code === 0xff20 || code === 0xff0e || code === 0xff0d || code === 0xff3f || code === 0xff0f) return code - 0xfee0;
  return code;
}

/**
 * Words that mean one thing under two spellings, or under another name in Hong Kong and Taiwan: pairs of characters that stand
 * only for each other, so that offsets stay.
 */
const SAME_WORD: readonly string[] = [
  '其它其他', '帐号账号', '帐户账户', '登陆登录', '搜集收集', '资讯信息', '私隐隐私', '透过通过', '伺服服务', '软体软件', '网路网络', '设定设置', '连结链接', '简讯短信', '阁下用户', '程式程序', '连络联络', '回覆回复', '经由通过',
];
const wordKey = (first: number, second: number): number => first * 0x10000 + second;
const WORDS = new Map(SAME_WORD.map((words) => [wordKey(words.charCodeAt(0), words.charCodeAt(1)), [words.charCodeAt(2), words.charCodeAt(3)] as const]));
/** 1 for each second character of those words: almost every character is none. */
const SECONDS = new Uint8Array(0x10000);
for (const words of SAME_WORD) SECONDS[words.charCodeAt(1)] = 1;

/** Half-width punctuation that Chinese policies write too, in full width; 0 for everything else. */
function widened(code: number): number {
  // , ; : ( ) ? !
  return code === 0x2c || code === 0x3b || code === 0x3a || code === 0x28 || code === 0x29 || code === 0x3f || code === 0x21 ? code + 0xfee0 : 0;
}

const isChinese = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
const isChineseMark = (code: number): boolean =>
  (code > 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff0f) || (code >= 0xff1a && code <= 0xff1f);
const isSpace = (code: number): boolean =>
  code <= SPACE || (code >= 0xa0 && (code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f) || code === 0x2028 || code === 0x2029 || code === 0x202f));

/** Work space of the fold, used again for the next text. */
let scratch = { codes: new Uint16Array(2_048), offsets: new Int32Array(2_049) };
/** Places of a text of which every character was kept. */
const IN_PLACE = Int32Array.from({ length: 2_048 }, (_, i) => i);

/**
 * Folds Chinese text for matching: traditional characters to simplified, words of one meaning to one spelling, full-width letters and digits to half width, letters to lower case, half-width
 * punctuation beside Chinese to full width, quotation marks to `"`, emphasis marks and spaces that touch Chinese dropped.
 */
export function foldChinese(text: string): Folded {
  if (scratch.codes.length < text.length) scratch = { codes: new Uint16Array(text.length), offsets: new Int32Array(text.length + 1) };
  const { codes, offsets } = scratch;
  let count = 0;
  let previous = 0; // the last kept code
  let gap = -1; // place of a space not yet decided on
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (isSpace(code)) {
      if (gap < 0) gap = i;
      continue;
    }
    if (isChinese(code)) {
      code = simplified(code);
      const word = SECONDS[code] === 1 && gap < 0 ? WORDS.get(wordKey(previous, code)) : undefined;
      if (word) {
        codes[count - 1] = word[0];
        code = word[1];
      }
    } else {
      if (code === STAR && (text.charCodeAt(i + 1) === STAR || text.charCodeAt(i - 1) === STAR)) continue; // ** of Markdown
      code = foldCode(code);
      const wide = widened(code);
      if (wide && (isChinese(previous) || isChineseMark(previous) || isChinese(nextVisible(text, i + 1)))) code = wide;
    }
    if (gap >= 0) {
      const besideChinese = isChinese(code) || isChinese(previous) || isChineseMark(code) || isChineseMark(previous);
      if (count > 0 && !besideChinese) {
        offsets[count] = gap;
        codes[count++] = SPACE;
      }
      gap = -1;
    }
    offsets[count] = i;
    codes[count++] = code;
    previous = code;
  }
  offsets[count] = text.length;
  // Most sentences lose no character: they share one list of places.
  return { text: fromCodes(codes, count), offsets: count === text.length && count < IN_PLACE.length ? IN_PLACE : offsets.slice(0, count + 1) };
}

/** Arguments that one call may take safely. */
const CHUNK = 8192;

function fromCodes(codes: Uint16Array, count: number): string {
  if (count <= CHUNK) return String.fromCharCode.apply(null, codes.subarray(0, count) as unknown as number[]);
  let text = '';
  for (let at = 0; at < count; at += CHUNK) text += String.fromCharCode.apply(null, codes.subarray(at, Math.min(count, at + CHUNK)) as unknown as number[]);
  return text;
}

/** The next code that is no space, looking a few characters ahead. */
function nextVisible(text: string, from: number): number {
  for (let i = from; i < text.length && i < from + 8; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code)) return code;
  }
  return 0;
}
