/** Kinds of data the policy says are collected or handled, normalised, sensitive ones marked. */
import type { PolicyFacts } from '../../report';
import type { Reading, Sentence } from '../reading';
import { POLICY_KINDS } from './kinds';
import { ENGLISH_KINDS } from './kinds-en';

type Kind = PolicyFacts['dataKinds'][number];

/** Somebody takes, gets or handles the data; a bare mention does not say that it is collected. */
const TAKING = /收集|采集|获取|读取|搜集|提供|填写|上传|记录|使用|存储|保存|调用|访问|申请|接收|包括|包含|如下|共享|登记|提交|录入|用于|collect|use|receiv|provid|record|store|share|gather|includ|give us|giving us|ask for|submit|upload|enter|need/;

/** Kinds, in order of the text, each once; a kind stays sensitive when any wording of it was. */
export function readDataKinds(reading: Reading): Kind[] {
  const kinds = new Map<string, Kind>();
  let listIsCollected = false;
  for (const sentence of reading.sentences) {
    const counts = statesHandling(reading, sentence, listIsCollected);
    // Entries below "我们会收集以下信息：" belong to it, up to the next sentence that is none.
    if (sentence.kind !== 'list-item' && sentence.kind !== 'table-row') listIsCollected = counts && sentence.opensList;
    if (!counts) continue;
    for (const { kind, pattern, sensitive } of sentence.language.id === 'en' ? ENGLISH_KINDS : POLICY_KINDS) {
      const known = kinds.get(kind);
      if (known && (known.sensitive || !sensitive)) continue;
      const match = pattern.exec(sentence.text);
      if (!match || reading.negated(sentence, { start: match.index, end: match.index + match[0].length }) || deniesBefore(sentence.text, match.index)) continue;
      if (!known) kinds.set(kind, { name: match[0], kind, sensitive });
      else {
        known.sensitive = true;
        known.name = match[0];
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
  return /(?:不会|不收集|不采集|不读取|不获取|不存储|不记录|从不|绝不|并不|无需|未收集|没有收集|不需要|不要求|donot|willnot|do not|don't|will not|never)[^，,]{0,60}$/.test(text.slice(from, at)) && !/(?:除非|否则|如您不|若您不|不会.{0,8}除)/.test(text.slice(from, at));
}
