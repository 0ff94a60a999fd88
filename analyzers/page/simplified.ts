/**
 * Pages in traditional characters, read with the patterns for simplified ones: character by character, and for the words
 * that Taiwan and Hong Kong have of their own, length for length. Only for recognising: what is shown as evidence stays as it stands on the page.
 */
import { simplified } from '../policy/zh/simplify';

const WORDS: readonly [RegExp, string][] = [
  [/行销/g, '营销'], [/个人(?:资料|资讯)/g, '个人信息'], [/讯息|资讯/g, '信息'], [/简讯/g, '短信'], [/身分/g, '身份'], [/搜集/g, '收集'], [/登入/g, '登录'],
];

/** The text in simplified characters; the same string where it is written so already. */
export function inSimplified(text: string): string {
  let folded: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff) continue;
    const simple = simplified(code);
    if (simple === code) continue;
    folded = (folded ?? text.slice(0, i)) + text.slice(folded?.length ?? i, i) + String.fromCharCode(simple);
  }
  if (folded === undefined) return text;
  folded += text.slice(folded.length);
  return WORDS.reduce((words, [theirs, ours]) => words.replace(theirs, ours), folded);
}
