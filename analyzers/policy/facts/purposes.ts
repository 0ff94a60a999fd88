/** What data are for, in the policy's own few words: "用于登录和联系您" gives 登录和联系您. */
import type { StatedFact } from '../../report';
import type { Reading, Sentence } from '../reading';
import { wordingOf } from './statement';

const MOST = 8;
/** Sentences looked into; more of them add nothing to one screen. */
const LOOKED_INTO = 60;

/** Columns of a table; where another column names recipients, the purposes are theirs. */
const OF_PURPOSE = /目的|用途|purpose/i;
const OF_OTHERS = /sdk|第三方|公司|接收|合作|提供[方者]|机构|插件|recipient|provider|partner|third part/i;
/** Words that lead to a purpose; the purpose is the rest of the clause, an enumeration by 、 and all. 适用于 tells whom the policy is for. */
const CHINESE = /(?:(?<![适应使作利专不非])用于|用来|用以(?![上下])|用作|以便于?(?!捷)|(?<!以)便于|(?<![认作成称视列设因])为了|以(?=实现|完成|保障|确保|验证|核实|核验|识别|判断|改善|优化|提供|帮助|协助))([^，。；：！？（）(),;]{2,36})(?=[，。；：！？（）(),;]|$)|(?<=^|[，。；：])为(?=帮助?您|向您|您|确保|保障|完成|实现|提供|满足|履行)([^，。；：！？（）(),;]{3,36})，/g;
const ENGLISH = /\b(?:in order to|used? (?:it |them |this |that |these |those |your |[a-z]{1,12} ){0,3}(?:only |solely |primarily )?(?:to|for)|for the purposes? of|so (?:that )?we can) ([a-z][^,.;:()]{3,60})(?=[,.;:()]|$)/gi;
/** What names no purpose: another word for "the above", another place of the policy, the person's understanding of it, a list of what needs no consent. */
const NO_PURPOSE = /未载明|未列明|其[他它]|上述|以下|下列|前述|本(?:隐私)?(?:政策|协议|《)|除.{0,12}外|必[需要]|所需|您?(?:更好地?|充分|清楚地?|全面)?(?:了解|理解|知悉|掌握)我?|^(?:我们|公司|目的|该|此|这)|收集.{0,8}信息|个人信息(?:的|权|安全|保护|得到)|字段|收集时|您(?:需要?|应|须)|请您|[做作]出.{0,6}选择|的(?:数据|信息)$|合法依据|承诺|该(?:功能|服务)|公司$|\b(?:extent|transfer[a-z]{0,6}|purposes?|above|following|this (?:privacy )?policy|third part)/i;
/** Words of which one can make a purpose that any service has: where nothing else is left, it is told only if there is nothing better. */
const SAID_BY_ALL = /提供|使用|改善|优化|提升|改进|实现|更好地|更好的?|优质的?|完整的?|相关的?|某些|一些|我们的?|产品|服务|体验|功能|用途|实用|稳定的?|基本|正常|持续|可以|[给向您能的本和或及与、]|\b(?:provide|improve|offer|the|our|your|you|with|a|better|and|these|services?|products?|experience)\b/gi;
/** Purposes of others, or of what is not collecting: whoever may see data, what a right is for, what a law is for. */
const NO_COLLECTING = ['incident', 'authority', 'denies-collecting', 'delete', 'withdraw', 'access', 'correct', 'policy-change', 'third-party', 'share', 'negation', 'no-liability', 'after-change', 'exercise'] as const;

/** The purposes, those tied to a kind of data first, each once. */
export function readPurposes(reading: Reading): StatedFact[] {
  const rows = reading.sentences.filter((sentence) => sentence.cells !== undefined && !sentence.isHeader && sentence.cells.some(({ header }) => OF_PURPOSE.test(header)) && !sentence.cells.some(({ header }) => OF_OTHERS.test(header)));
  const tied = reading.statements('purpose', 'data-concrete').filter((sentence) => sentence.cells === undefined && isOfCollecting(sentence));
  const others = reading.statements('purpose').filter((sentence) => isOfCollecting(sentence) && !tied.includes(sentence) && sentence.cells === undefined && (['purpose-told', 'collect', 'use'] as const).some((signal) => sentence.signals.has(signal)));
  const found: StatedFact[] = [];
  const vague: StatedFact[] = [];
  for (const sentence of [...rows, ...tied, ...others].slice(0, LOOKED_INTO)) {
    for (const fact of purposesIn(reading, sentence)) (fact.text.replace(SAID_BY_ALL, '').trim() === '' ? vague : found).push(fact);
  }
  // Short ones are taken in at a glance.
  const isLong = ({ text }: StatedFact): number => Number(text.length > (reading.language === 'en' ? 45 : 20));
  return distinct(found.length > 0 ? found : vague).sort((a, b) => isLong(a) - isLong(b)).slice(0, MOST);
}

function isOfCollecting(sentence: Sentence): boolean {
  return !NO_COLLECTING.some((signal) => sentence.signals.has(signal));
}

function purposesIn(reading: Reading, sentence: Sentence): StatedFact[] {
  const column = (sentence.cells ?? []).findIndex(({ header }) => OF_PURPOSE.test(header));
  const cell = column < 0 ? undefined : reading.document.blocks[sentence.block]?.cells?.[column];
  if (cell) return factOf(reading.document.text.slice(cell.start, cell.end).split(/[，。；;\n]|\. /)[0]!, cell.start, cell.end);
  const text = wordingOf(reading, sentence);
  const original = reading.document.text.slice(sentence.start, sentence.end);
  return [...text.matchAll(sentence.language.id === 'zh' ? CHINESE : ENGLISH)].flatMap((match) => {
    const value = match[1] ?? match[2] ?? '';
    const at = original.indexOf(value);
    return factOf(value, at < 0 ? sentence.start : sentence.start + at, at < 0 ? sentence.end : sentence.start + at + value.length);
  });
}

/** Without the words that only lead on: for whom, by whom. */
function factOf(words: string, start: number, end: number): StatedFact[] {
  const text = words
    .replace(/(?:的?(?:目的|用途)|之(?:目的|用)|时|的|等)$/, '')
    .replace(/^(?:(?:能够?|可以|帮助?您?|向您|为您|给您|使您|您的?|的|我们)(?=[^，]{3}))+/, '')
    .trim();
  return text.length < (/^[a-z]/i.test(text) ? 8 : 2) || NO_PURPOSE.test(text) ? [] : [{ text, start, end }];
}

/** Each purpose once, and none that only repeats part of another. */
function distinct(facts: readonly StatedFact[]): StatedFact[] {
  const kept: StatedFact[] = [];
  for (const fact of facts) {
    if (!kept.some(({ text }) => text.includes(fact.text) || fact.text.includes(text))) kept.push(fact);
  }
  return kept;
}
