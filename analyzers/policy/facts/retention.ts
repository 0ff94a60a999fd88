/** How long data is kept: the clauses that state a period or an event that ends it, and what each applies to. */
import type { RetentionFact } from '../../report';
import type { Reading, Sentence } from '../reading';
import { wordingOf } from './statement';
import { timeSpansIn } from './time-span';

const MOST = 12;
const VALUE_CHARS = 100;

/** 储存权限, 存储卡: not keeping but what a device has. */
const KEEPING = /(?:保存|存储|储存|留存|保留|存留)(?!权限|空间|卡|功能|设备|服务|的?权利)|期限|\b(?:retain|retention|keep|kept|stor(?:e|ed|ing))\b/i;
const ENDING = /(?:注销|终止|删除|撤回|停止使用|关闭)[^，。；]{0,16}(?:为止|之日|之前|时止|后.{0,8}(?:删除|匿名)|前)|直[至到].{0,20}(?:注销|终止|删除|撤回|停止|关闭)|until .{0,40}(?:delet|terminat|cancel|clos)|\b(?:(?:as|so) long as|while|until) (?:you (?:have|keep|hold|maintain|remain|are a|use)|(?:your|the) account (?:is|exists|remains)|you (?:ask|request|withdraw))/i;
/** The end of the account ends the keeping: "注销账号后，我们将删除您的个人信息". */
const ENDS_WITH_ACCOUNT = /(?:注销(?!前|协议|流程)|销户|停止使用|账[号户]被删除)[^。；]{0,90}?(?:我们|本公司|将|会|予以|应|被|及时|并|依法|根据|要求)[^，。；]{0,24}?(?:(?<!您|自主|自行)删除(?!后|之后|时|的?期限)|匿名化?|移除|清除|销毁)[^，。；]{0,24}/;
const IN_USE = /(?:在|您|只要)[^，。；]{0,8}(?:使用|拥有|处于活跃)[^，。；]{0,16}(?:期间|状态)|[账帐][号户][^，。；]{0,6}(?:处于)?(?:活跃|存续|有效)(?:状态|期间)/;
/** Periods of other things: answers, coupons, ages, notice before a change. */
const OF_OTHER = /答复|回复|响应|反馈|联络您|与您联系|核查|核实|周岁|岁|工作日内(?:处理|审核|完成核查|予以)|提前.{0,6}(?:日|天)|respond|reply|years? (?:old|of age)/i;
/** What the person may ask for is a right, not a period; copies that stay behind are neither. */
const NO_PERIOD = /您(?:可以|可|有权)|申请|方式|无法删除|不会|备份/;
/** Said anywhere in the clause: a right, or what stays behind for technical reasons. */
const NO_PERIOD_AT_ALL = /有权|难以实现|直到可以|无法立即|暂时无法|技术限制|备份(?:系统|更新)/;
const DATA = /信息|数据|资料|内容|记录|日志|文件|cookie|照片|号码|地址|头像|information|data|records?|logs?/i;

const UNTIL: [NonNullable<RetentionFact['until']>, RegExp][] = [
  ['account-closing', /注销|销户|账[号户]被删除|clos(?:e|ing) (?:your|the) account|account is (?:closed|deleted|cancel|active|open)|you (?:have|keep|hold|maintain) (?:an|your) account/i],
  ['withdrawal', /撤回|撤销|withdraw/i],
  ['deletion', /(?:您|用户|自行|主动)[^，。；]{0,8}删除|删除请求|you (?:delete|ask|request)/i],
  ['service-end', /停止(?:运营|服务|使用)|终止服务|卸载|stop using|no longer use|you (?:remain|are) a (?:customer|member|user|subscriber)|you use/i],
  ['session', /会话|关闭浏览器|session/i],
  ['purpose', /目的|所必需|所需|purpose/i],
];

/** Clauses with a retention period, in order, each with what it applies to as the policy words it. */
export function readRetention(reading: Reading): RetentionFact[] {
  const found: RetentionFact[] = [];
  const add = (fact: RetentionFact | undefined) => {
    const key = (text: string) => text.replace(/\s+/g, '');
    if (fact && found.length < MOST && !found.some((other) => key(other.text).includes(key(fact.text)) || key(fact.text).includes(key(other.text)))) found.push(fact);
  };
  for (const sentence of reading.sentences) {
    if (found.length >= MOST) break;
    if (sentence.isHeading) continue;
    if (sentence.kind === 'table-row') {
      add(periodOfRow(reading, sentence));
      continue;
    }
    const ends = sentence.signals.has('cancel-account') || /停止使用|账[号户]被删除/.test(sentence.text);
    const keeps = sentence.signals.has('store') || KEEPING.test(sentence.text);
    if (!ends && !keeps) continue;
    const text = wordingOf(reading, sentence);
    const factOf = (value: string) => toFact(reading, sentence, value);
    const ending = ends ? ENDS_WITH_ACCOUNT.exec(text) : null;
    if (ending) {
      const value = withClause(text, ending.index, ending[0].length);
      if (DATA.test(value) && !NO_PERIOD_AT_ALL.test(value) && !NO_PERIOD.test(ending[0]) && !OF_OTHER.test(ending[0])) add(factOf(value));
    }
    if (!keeps) continue;
    for (const clause of clausesOf(text)) {
      if (OF_OTHER.test(clause) || NO_PERIOD_AT_ALL.test(clause) || !KEEPING.test(clause)) continue;
      if (timeSpansIn(clause).length > 0 || ENDING.test(clause) || (IN_USE.test(clause) && DATA.test(clause))) add(factOf(clause.trim()));
    }
  }
  return found;
}

/** From the beginning of the clause that holds a place, at most `VALUE_CHARS`. */
function withClause(text: string, at: number, length: number): string {
  let from = at;
  while (from > 0 && at - from < 30 && !/[，。；：,;:\s]/.test(text[from - 1] ?? '')) from--;
  return text.slice(from, Math.min(at + length, from + VALUE_CHARS + 20)).replace(/[，,]$/, '');
}

function toFact(reading: Reading, sentence: Sentence, value: string, what = subjectOf(value)): RetentionFact {
  const original = reading.document.text.slice(sentence.start, sentence.end);
  const at = original.indexOf(value);
  const start = sentence.start + Math.max(0, at);
  const [span] = timeSpansIn(value);
  const until = UNTIL.find(([, pattern]) => pattern.test(value))?.[0];
  return {
    text: value,
    start,
    end: at < 0 ? sentence.end : start + value.length,
    what,
    ...(span ? { length: { amount: span.amount, unit: span.unit } } : {}),
    ...(span && /不少于|不得少于|不低于|至少|不短于|以上|at least|no less/i.test(value) ? { atLeast: true as const } : {}),
    ...(until && !span ? { until } : {}),
  };
}

/** What is kept: the words before the keeping, without the operator and what merely leads on. */
function subjectOf(value: string): string {
  const cut = value.search(/(?:的)?(?:保存|存储|储存|留存|保留|存留|将被|将会?|会被|自(?!动|己|行)|直至|一直|至少|不少于|后[，,]|期限)|\b(?:is|are|will be) (?:kept|stored|retained)/i);
  const before = (cut < 0 ? '' : value.slice(0, cut)).replace(/^.{0,40}[：:]/, '').replace(/^.{0,12}《[^》]{2,40}》[^，。]{0,16}(?:要求|规定)，?/, '').replace(/^.{0,16}按照?规定，?/, '').replace(/^(?:\d{1,2}[.、)）]|[（(]\d{1,2}[)）]|其中|一般情况下|我们|对于?|会?将|您的|the|your)\s?/i, '').replace(/[，,、\s]{1,40}$/, '').trim();
  if (DATA.test(before) && before.length <= 60) return before;
  // "留存相关的网络日志不少于六个月": between the verb and the period.
  const object = /(?:保存|存储|储存|留存|保留)(?:相关的?|您的|有关的?){0,4}([^，。；]{2,24}?)(?:的?(?:时间|期限)(?:为|是)?)?(?:不少于|不得少于|不低于|至少|超过|\d)/.exec(value)?.[1];
  if (object && DATA.test(object)) return object;
  // "…后，我们将删除您的个人信息": what stands behind the verb.
  return /(?:删除|匿名化?(?:处理)?|清除|销毁)(?:有关|您的|你的|您|该等|相应的?)*([^，。；、或]{0,24}(?:信息|数据|资料|内容|记录|日志))/.exec(value)?.[1] ?? '';
}

/** Tables of data kinds often have a column for the period. */
function periodOfRow(reading: Reading, sentence: Sentence): RetentionFact | undefined {
  const at = (sentence.cells ?? []).findIndex((cell) => /期限|期间|有效期|时长|保存|保留|存储时|retention|period|duration/.test(cell.header));
  const cells = reading.document.blocks[sentence.block]?.cells;
  if (at < 0 || !cells || sentence.isHeader) return undefined;
  const textOf = (index: number) => reading.document.text.slice(cells[index]?.start, cells[index]?.end).trim();
  const value = textOf(at);
  if (timeSpansIn(value).length === 0 && !ENDING.test(value) && !/会话|session/i.test(value)) return undefined;
  const what = at === 0 ? '' : textOf(0);
  const fact = toFact(reading, sentence, `${what ? `${what}：` : ''}${value}`.slice(0, VALUE_CHARS), what);
  return { ...fact, start: sentence.start, end: sentence.end };
}

/** Clauses at commas, put together again until each has both what is kept and how long, or is long enough. */
function clausesOf(text: string): string[] {
  const parts = text.split(/(?<=[，,；;：:])/);
  const clauses: string[] = [];
  let open: string[] = [];
  const close = () => {
    // The end states the period; what is too long is cut at its beginning.
    while (open.length > 1 && open.reduce((sum, part) => sum + part.length, 0) > VALUE_CHARS) open.shift();
    const clause = open.join('').slice(-VALUE_CHARS * 2).replace(/[，,；;：:。]$/, '');
    if (clause) clauses.push(clause);
    open = [];
  };
  for (const part of parts) {
    open.push(part);
    if (timeSpansIn(part).length > 0 || ENDING.test(part) || open.reduce((sum, other) => sum + other.length, 0) > 80) close();
  }
  close();
  return clauses;
}
