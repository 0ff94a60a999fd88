/** Which language most of a document is written in, by counting characters; no dictionaries. */
import type { PolicyDocument } from '../artifacts';

/** Frequent characters that only simplified, or only traditional, writing has; the same words in both, in the same order. */
const SIMPLIFIED = new Set('们这个资讯与为会将时对应该隐权条网联络务规护关从来开发现产业动员号码给让进种类类问题简单统计错误认证传输处备则约责任订阅设记录须仅过还进实际无论说话语选择签账户储权');
const TRADITIONAL = new Set('們這個資訊與為會將時對應該隱權條網聯絡務規護關從來開發現產業動員號碼給讓進種類類問題簡單統計錯誤認證傳輸處備則約責任訂閱設記錄須僅過還進實際無論說話語選擇簽賬戶儲權');
for (const char of [...SIMPLIFIED]) if (TRADITIONAL.has(char)) {
  SIMPLIFIED.delete(char);
  TRADITIONAL.delete(char);
}

/** Characters that are counted; the head of a document tells as much as all of it. */
const SAMPLE_CHARS = 50_000;

/**
 * The language of most of a text.
 * @param text Extracted text.
 * @returns `zh` and `zh-Hant` for Chinese, `en` for English, `other` for the rest and for texts without letters.
 */
export function languageOf(text: string): PolicyDocument['language'] {
  let han = 0;
  let kanaOrHangul = 0;
  let latin = 0;
  let accented = 0;
  let otherLetters = 0;
  let simplified = 0;
  let traditional = 0;
  const end = Math.min(text.length, SAMPLE_CHARS);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      if ((code | 32) >= 97 && (code | 32) <= 122) latin++;
    } else if (code >= 0x4e00 && code <= 0x9fff) {
      han++;
      const char = text[i] ?? '';
      if (SIMPLIFIED.has(char)) simplified++;
      else if (TRADITIONAL.has(char)) traditional++;
    } else if ((code >= 0x3041 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af)) kanaOrHangul++;
    else if (code >= 0xc0 && code <= 0x24f) accented++;
    else if (code >= 0x370 && code <= 0xe7f) otherLetters++;
  }
  // One Chinese character carries about as much as four Latin letters; code, addresses and product names stand in both.
  const chinese = han * 4;
  if (kanaOrHangul * 5 > han + kanaOrHangul && kanaOrHangul * 4 > latin) return 'other';
  if (chinese > latin && chinese > otherLetters) return traditional > simplified ? 'zh-Hant' : 'zh';
  if (latin + accented === 0 || otherLetters > latin) return 'other';
  return accented * 50 > latin || !looksEnglish(text.slice(0, SAMPLE_CHARS)) ? 'other' : 'en';
}

/**
 * How much of a text is Chinese and how much Latin letters, as shares of both: a Chinese character counts as four letters.
 * Latin letters that are no English prose (addresses, code) count too.
 */
export function mixOf(text: string): { zh: number; en: number } {
  let chinese = 0;
  let latin = 0;
  const end = Math.min(text.length, SAMPLE_CHARS);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) chinese += 4;
    else if ((code | 32) >= 97 && (code | 32) <= 122) latin++;
  }
  const all = Math.max(1, chinese + latin);
  return { zh: chinese / all, en: latin / all };
}

/** English function words make up more than an eighth of any English prose. */
function looksEnglish(text: string): boolean {
  const words = text.match(/[A-Za-z]+/g) ?? [];
  const common = words.filter((word) => ENGLISH.has(word.toLowerCase())).length;
  return common > words.length / 8;
}

const ENGLISH = new Set(
  ('the of and to in a is that for it as with on by this we you your our are be or not from may will us any have has at'
    + ' which other information use can if when an such their these those they its do does was were').split(' '),
);
