/** How long data is kept: the clauses that state a period or an event that ends it. */
import type { Reading, Sentence } from '../reading';
import { addOnce, wordingOf } from './statement';

const MOST = 12;
const VALUE_CHARS = 100;

const PERIOD = /(?:[\d１-９]{1,4}|[一二三四五六七八九十两半百]{1,4})\s?(?:个)?(?:年|月|日|天|小时|周|工作日|自然日)|\b(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four|thirty|sixty|ninety)\s(?:\(\d{1,3}\)\s)?(?:calendar |business |working )?(?:days?|months?|years?|hours?|weeks?)\b/i;
const KEEPING = /保存|存储|储存|留存|保留|存留|期限|\b(?:retain|retention|keep|kept|stor(?:e|ed|ing))\b/i;
const ENDING = /(?:注销|终止|删除|撤回|停止使用|关闭)[^，。；]{0,16}(?:为止|之日|之前|时止|后.{0,8}(?:删除|匿名)|前)|直至.{0,20}(?:注销|终止|删除|撤回)|until .{0,40}(?:delet|terminat|cancel|clos)/i;
/** The end of the account ends the keeping: "注销账号后，我们将删除您的个人信息". */
const ENDS_WITH_ACCOUNT = /(?:注销(?!前)|销户|停止使用|账[号户]被删除)[^。；]{0,60}?(?:删除|匿名化?|移除|清除|销毁)[^。；]{0,24}/;
const IN_USE = /(?:在|您)[^，。；]{0,8}(?:使用|拥有|处于活跃)[^，。；]{0,16}(?:期间|状态)/;
/** Periods of other things: answers, coupons, ages, notice before a change. */
const OF_OTHER = /答复|回复|响应|反馈|联络您|与您联系|核查|核实|周岁|岁|工作日内(?:处理|审核|完成核查|予以)|提前.{0,6}(?:日|天)|respond|reply|years? (?:old|of age)/i;

/** Clauses with a retention period, in order, each with what it applies to as the policy words it. */
export function readRetention(reading: Reading): string[] {
  const values: string[] = [];
  for (const sentence of reading.sentences) {
    if (values.length >= MOST) break;
    if (sentence.isHeading) continue;
    const text = wordingOf(reading, sentence);
    if (sentence.kind === 'table-row') {
      for (const value of periodsOfRow(reading, sentence)) addOnce(values, value);
      continue;
    }
    const ending = ENDS_WITH_ACCOUNT.exec(text)?.[0];
    // What the person may ask for is a right, not a period.
    if (ending && /信息|数据|资料|内容/.test(ending) && !/您(?:可以|可|有权)|申请|方式|无法删除|不会|备份/.test(ending) && !OF_OTHER.test(ending)) addOnce(values, ending.slice(0, VALUE_CHARS).replace(/[，,]$/, ''));
    if (!KEEPING.test(text) && !sentence.signals.has('store')) continue;
    for (const clause of clausesOf(text)) {
      const states = (PERIOD.test(clause) && KEEPING.test(clause)) || (KEEPING.test(clause) && (ENDING.test(clause) || IN_USE.test(clause)));
      if (states && !OF_OTHER.test(clause)) addOnce(values, clause.slice(0, VALUE_CHARS).trim());
      if (values.length >= MOST) break;
    }
  }
  return values;
}

/** Tables of data kinds often have a column for the period. */
function periodsOfRow(reading: Reading, sentence: Sentence): string[] {
  const at = (sentence.cells ?? []).findIndex((cell) => /期限|期间|有效期|时长|保存|保留|存储时|retention|period|duration/.test(cell.header));
  const cells = reading.document.blocks[sentence.block]?.cells;
  if (at < 0 || !cells || sentence.isHeader) return [];
  const textOf = (index: number) => reading.document.text.slice(cells[index]?.start, cells[index]?.end).trim();
  const value = textOf(at);
  return PERIOD.test(value) || ENDING.test(value) ? [`${at === 0 ? '' : `${textOf(0)}：`}${value}`.slice(0, VALUE_CHARS)] : [];
}

/** Clauses at commas, put together again until each has both what is kept and how long, or is long enough. */
function clausesOf(text: string): string[] {
  const parts = text.split(/(?<=[，,；;：:])/);
  const clauses: string[] = [];
  let open = '';
  for (const part of parts) {
    open += part;
    if (PERIOD.test(part) || ENDING.test(part) || open.length > 80) {
      clauses.push(open.slice(-VALUE_CHARS - 20).replace(/[，,；;：:。]$/, ''));
      open = '';
    }
  }
  if (open) clauses.push(open.replace(/[，,；;：:。]$/, ''));
  return clauses;
}
