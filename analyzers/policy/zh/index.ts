/** Chinese: how its policies are folded, cut and searched. */
import type { LanguageReader } from '../language-reader';
import { COMMON } from './common';
import { MEASURED } from './confidence';
import { cutChinese } from './cut';
import { foldChinese } from './fold';
import { NOTICE } from './notice';
import { RIGHTS } from './rights';

/** Words of denial right before what they deny; "不仅/不限于/不时/不同/不断" deny nothing. */
const DENIAL = /(?:不会|不得|不能|不将|不再|并不|均不|不予|无法|无需|不需|从不|绝不|未经|没有|禁止|拒绝|不[^仅限时同断论管但便可])[^，。；：]{0,12}$|(?:未|非|不)$/;

/** "我们如何…", "关于…的说明", "本政策的更新": names of parts. */
const HEADING_WORDING =
  /^(?:第?[一二三四五六七八九十\d.]{1,6}[章节条、.．]?|（[一二三四五六七八九十\d]{1,3}）|[•·■●▪◆*-])?(?:我们|您|本公司|本平台|平台)?(?:会|将|是)?(?:如何|怎样|怎么)[^，。；！]{2,40}$/;

export const ZH: LanguageReader = {
  id: 'zh',
  fold: foldChinese,
  cut: cutChinese,
  clauseBreak: /[，。；：！？\n]/,
  negates: (before) => DENIAL.test(before),
  looksLikeHeading: (text) => text.length <= 48 && HEADING_WORDING.test(text),
  wholeWords: false,
  sources: [COMMON, NOTICE, RIGHTS],
  measured: MEASURED,
};
