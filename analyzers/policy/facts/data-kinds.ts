/** Kinds of data the policy says are collected or handled, normalised, sensitive ones marked. */
import type { PolicyFacts } from '../../report';
import type { Reading, Sentence } from '../reading';
import { withFirstLook } from './first-characters';
import { POLICY_KINDS } from './kinds';
import type { PolicyKind } from './kinds';
import { ENGLISH_KINDS } from './kinds-en';

type Kind = PolicyFacts['dataKinds'][number];

/** Somebody takes, gets or handles the data; a bare mention does not say that it is collected. */
const TAKING = /收集|采集|获取|读取|搜集|提供|填写|上传|记录|使用|存储|保存|调用|访问|申请|接收|包括|包含|如下|共享|登记|提交|录入|用于|collect|use|receiv|provid|record|store|share|gather|includ|give us|giving us|ask for|submit|upload|enter|need/;

/** All kinds of a language in one pattern, so that a sentence is read once: the number of the group that matched tells the kind. */
interface Scanner {
  kinds: readonly PolicyKind[];
  pattern: RegExp;
}

function scannerOf(kinds: readonly PolicyKind[]): Scanner {
  return { kinds, pattern: withFirstLook(kinds.map(({ pattern }) => `(${pattern.source})`).join('|'), 'g') };
}

const CHINESE = scannerOf(POLICY_KINDS);
const ENGLISH = scannerOf(ENGLISH_KINDS);

export interface KindMention {
  kind: PolicyKind;
  start: number;
  end: number;
}

/** Kinds of data that a folded Chinese or English text mentions, in order. */
export function kindsIn(text: string, language: 'zh' | 'en' = 'zh'): KindMention[] {
  const { kinds, pattern } = language === 'en' ? ENGLISH : CHINESE;
  const found: KindMention[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    let group = 1;
    while (match[group] === undefined) group++;
    found.push({ kind: kinds[group - 1]!, start: match.index, end: match.index + match[0].length });
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** Kinds, in order of the text, each once; a kind stays sensitive when any wording of it was. */
export function readDataKinds(reading: Reading): Kind[] {
  const kinds = new Map<string, Kind>();
  let listIsCollected = false;
  for (const sentence of reading.sentences) {
    const counts = statesHandling(reading, sentence, listIsCollected);
    // Entries below "我们会收集以下信息：" belong to it, up to the next sentence that is none.
    if (sentence.kind !== 'list-item' && sentence.kind !== 'table-row') listIsCollected = counts && sentence.opensList;
    if (!counts) continue;
    for (const { kind: { kind, sensitive }, start, end } of kindsIn(sentence.text, sentence.language.id)) {
      const known = kinds.get(kind);
      if (known && (known.sensitive || !sensitive)) continue;
      if (reading.negated(sentence, { start, end }) || deniesBefore(sentence.text, start)) continue;
      const name = sentence.text.slice(start, end);
      if (!known) kinds.set(kind, { name, kind, sensitive });
      else {
        known.sensitive = true;
        known.name = name;
      }
    }
  }
  return [...kinds.values()];
}

function statesHandling(reading: Reading, sentence: Sentence, listIsCollected: boolean): boolean {
  if (sentence.isHeading || sentence.signals.has('definition') || sentence.signals.has('law-quote')) return false;
  // "个人信息是指…包括姓名…" explains a word.
  if (/(?:个人信息|敏感信息|隐私信息)[^，。]{0,8}(?:是指|指的?是?|，?包括(?:但不限于)?)/.test(sentence.text) && !/我们|收集您|本(?:公司|应用|平台)/.test(sentence.text)) return false;
  if (sentence.kind === 'table-row') return !sentence.isHeader;
  if (sentence.kind === 'list-item' && (listIsCollected || reading.under(sentence, 'collect'))) return true;
  return TAKING.test(sentence.text) || (listIsCollected && sentence.text.length < 120);
}

/** A denial far before the word, in the same clause: "不会收集、使用或向第三方提供您的通讯录". */
function deniesBefore(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 60 && !/[。；;：:]/.test(text[from - 1] ?? '')) from--;
  const before = text.slice(from, at);
  return /(?:不会|不收集|不采集|不读取|不获取|不存储|不记录|从不|绝不|并不|无需|未收集|没有收集|不需要|不要求|donot|willnot|do not|don't|will not|never)[^，,]{0,60}$/.test(before) && !/(?:除非|否则|如您不|若您不|不会.{0,8}除)/.test(before);
}
