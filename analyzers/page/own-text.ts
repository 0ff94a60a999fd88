/** What the text of a page tells beside its controls: rules printed on the page itself, and whether it can be read at all. */
import { textOf } from './dom';

/** Characters of a page that are looked at; agreements on registration pages stand well within. */
const SAMPLE_CHARS = 40_000;

/** Someone's data … */
const DATA = /个人信息|个人资料|个人隐私|隐私信息|用户信息|用户资料|用户隐私|\bpersonal (?:data|information)\b/i;
/** … and what is done with it. */
const HANDLING = /收集|使用|保密|披露|透露|泄露|共享|提供给|保护|存储|保存|删除|更正|\b(?:collect|use|disclos|shar|protect|stor|delet)/i;

/** UTF-8 read as GBK turns the commonest characters into these. */
const GARBLED = /锛|銆|鐨|鍦ㄧ|鎴戜|璇|鍙|涓€|涓|\ufffd/g;
const COMMON = /[的是在和有我你了人不这请]/g;
/** Fewer signs than this may be anything. */
const GARBLED_SIGNS = 8;

export interface OwnText {
  rules: number;
  isGarbled: boolean;
}

/** Reads a bounded sample of the page's text, hidden parts included: agreements often wait in a dialog. */
export function readOwnText(document: Document): OwnText {
  const root = document.body ?? document.documentElement;
  const text = root ? textOf(root, SAMPLE_CHARS) : '';
  // Links and tick lines (同意《隐私政策》) are short; a rule is a sentence of some length.
  const rules = text.split(/[。；;！!\n]/).filter((sentence) => sentence.length >= 20 && sentence.length <= 1_000 && DATA.test(sentence) && HANDLING.test(sentence)).length;
  const signs = text.match(GARBLED)?.length ?? 0;
  return { rules, isGarbled: signs >= GARBLED_SIGNS && (text.match(COMMON)?.length ?? 0) * 4 < signs };
}
