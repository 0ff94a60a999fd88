/** Who handles the information: full names, the one that the policy calls "我们" first, and what each is. */
import type { HandlerFact, HandlerKind } from '../../report';
import type { Reading, Sentence } from '../reading';
import { addOnce, organisationsOf, speaksOfOthers, wordingOf } from './statement';

/** Evidence that a name is the operator's, below which it is not given: complaint drafts are addressed to it. */
const ENOUGH = 6;
const MOST = 4;

/** "…（以下简称“X”或“我们”）", right after the name. */
const ALIAS = /^[^。；]{0,30}?(?:以下(?:简称|称|统称|亦称|合称|也称)|下称|下文称|简称|亦称|hereinafter|collectively|referred to as)([^）)。；]{1,50})/i;
/** Short forms for a class of others, defined once and used all along. */
const OF_OTHERS = /机构|合作|第三方|伙伴|关联|服务商|供应商|接收方|银行们?$|partner|third part|affiliate/i;
/** "我们"指X, the other way round. */
const WE_BEFORE = /(?:我们|本公司|我司|\b(?:we|us|our)\b)[”"」’'』]?(?!的|与|和|向|会|将|通过|委托)[^，。；]{0,8}(?:是|指|即|系|为|：|means|refers to|is|are)[^。；]{0,14}$/i;
/** "我们是X" closes an alias as well as it opens it. */
const SELF = /我们|本公司|我司|本平台|本网站|本应用|\b(?:we|us|our)\b/i;
/** "由X运营", "X开发的…": the product is X's. 提供 alone says it of any service inside the product too. */
const RUN_BY = /(?:由|系|是)[^，。；]{0,12}$|\bby (?:the )?$/i;
const RUNS = /^[”"」’'』]?(?:[（(][^）)]{0,140}[）)])?(?:[和与及、][^，。；]{2,40}公司(?:[（(][^）)]{0,140}[）)])?)?(?:自主|独立|合法|共同|负责|全权)?(?:拥有|所有)?(?:并|及|和|、)?(?:运营|开发|研发|主办|制作|经营|拥有|所有)/;
const PROVIDES = /^[”"」’'』]?(?:[（(][^）)]{0,140}[）)])?(?:[和与及、][^，。；]{2,40}公司(?:[（(][^）)]{0,140}[）)])?)?(?:为您|向您|共同|负责|直接)?(?:提供|制定)/;
/** "服务提供者是指X", "运营方为X", "本政策适用于X". */
const ROLE_BEFORE = /(?:(?:服务|产品|平台|网站|应用|软件|APP)[^，。；]{0,10}(?:提供者|运营者|经营者|提供方|运营方|运营主体|开发者)|本(?:隐私)?(?:政策|协议|声明|指引)[^，。；]{0,10}适用于|欢迎(?:您)?(?:使用|访问|来到)|感谢(?:您)?(?:使用|选择))[^，。；]{0,24}$/i;
const LABEL = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.]\s?)?(?:公司|企业|单位|运营者|运营主体|运营方|开发者|开发商|主办单位|主体|个人信息处理者|(?:数据|信息)控制者|服务提供者|注册)?(?:名称|全称|主体|名|姓名)?\s?[：:]/;
const PERSON_LABEL = /(?:开发者|运营者|作者|个人开发者|个人信息处理者)(?:名称|姓名)?\s?[：:]\s?([\u4e00-\u9fff·A-Za-z][\u4e00-\u9fff·\w ]{1,20})(?=[，。；,;\s（(]|$)/;

/** Public bodies by the last word of their names; schools and hospitals may be private and count as organisations. */
const PUBLIC_BODY = /(?:人民政府|人民法院|检察院|管理局|侦查局|公安局|教育局|税务局|财政局|统计局|监督局|委员会|办公室|管理中心|图书馆|博物馆|[部厅局署])$/;

/** What a name stands for, told by its form. */
function kindOf(name: string): HandlerKind {
  if (/公司|集团|合伙|\b(?:Inc|Ltd|LLC|LLP|Limited|Corp|Corporation|GmbH|PLC|Oy|AG|AB|Co)\b|B\.?V\.?$|S\.?[AL]\.?$/.test(name)) return 'company';
  if (PUBLIC_BODY.test(name)) return 'public-body';
  return 'organisation';
}

/** Names of the handler with their kinds, best first; empty when the policy names only a brand. */
export function readHandlers(reading: Reading): HandlerFact[] {
  const names = organisationNames(reading);
  if (names.length > 0) return names.map((name) => ({ name, kind: kindOf(name) }));
  const person = personName(reading) ?? selfName(reading);
  return person ? [person] : [];
}

function organisationNames(reading: Reading): string[] {
  const scores = new Map<string, { score: number; order: number }>();
  const blocks = reading.document.blocks.length;
  for (const sentence of reading.sentences) {
    if (sentence.kind === 'table-row') continue;
    const text = wordingOf(reading, sentence);
    for (const { name, start, end, isCompany } of organisationsOf(reading, sentence)) {
      const score = weigh(reading, sentence, text, start, end, blocks) + (isCompany ? 1 : -1);
      const before = scores.get(name);
      scores.set(name, { score: Math.max(score, before?.score ?? 0) + (before ? 1 : 0), order: before?.order ?? sentence.index });
    }
  }
  const names: string[] = [];
  const ranked = [...scores].filter(([, { score }]) => score >= ENOUGH).sort((a, b) => b[1].score - a[1].score || a[1].order - b[1].order);
  for (const [name] of ranked) {
    // A longer wording that ends with a known name repeats it.
    if (names.length < MOST && !names.some((other) => name.endsWith(other) || other.endsWith(name))) addOnce(names, name);
  }
  return names;
}

/** "开发者：张三", where no organisation stands behind the product. */
function personName(reading: Reading): HandlerFact | undefined {
  for (const sentence of reading.sentences) {
    if (sentence.kind === 'table-row' || sentence.text.length > 120 || speaksOfOthers(sentence)) continue;
    const name = PERSON_LABEL.exec(wordingOf(reading, sentence))?.[1]?.trim();
    if (name && !/^(?:我们|您|用户|其|该|本)/.test(name)) return { name, kind: /^[\u4e00-\u9fff·]{2,4}$/.test(name) ? 'individual' : 'unknown' };
  }
  return undefined;
}

/** "由我们 LuoYun 提供", "数据控制者名称：X Oy", "由XX工作室（“我们”）": a trading name that the text itself calls "we" or the controller. */
const SELF_NAMED = /由(?:我们|本公司)\s?([A-Z][\w&.'’-]{1,30}(?:\s[A-Z][\w&.'’-]{0,30}){0,4})\s?(?:提供|运营|开发|所有)|(?:数据|信息)(?:控制者|处理者)(?:的?名称)?\s?(?:[：:]|为|是)\s?([A-Z][\w&.'’-]{1,30}(?:\s[A-Z][\w&.'’-]{0,30}){0,4})/;

function selfName(reading: Reading): HandlerFact | undefined {
  for (const sentence of reading.sentences) {
    if (sentence.kind === 'table-row' || sentence.isHeading || !/控制者|处理者|由我们|由本公司/.test(sentence.text)) continue;
    const match = SELF_NAMED.exec(wordingOf(reading, sentence));
    const name = (match?.[1] ?? match?.[2])?.trim();
    if (name) return { name, kind: kindOf(name) === 'company' ? 'company' : 'unknown' };
  }
  return undefined;
}

/** `… Co., Ltd. ("Lantern", "we")`: names in brackets right after a company's, the operator's own among them. */
const BRACKETED_SELF = /^\.?,?[^.;()]{0,70}\((?:[^()]{0,60}[\s"“‘'])?(?:we|us|our)\b[^()]{0,30}\)/i;

/** The policy calls this name itself: "我们", or a short form that it uses all along or has in its title. */
function isCalledWe(reading: Reading, text: string, start: number, end: number): boolean {
  if (WE_BEFORE.test(text.slice(Math.max(0, start - 40), start))) return true;
  if (/^\s?[（(]\s?[“「"『‘']?(?:我们|本公司|我司)[”」"』’']?/.test(text.slice(end, end + 12))) return true;
  if (BRACKETED_SELF.test(text.slice(end, end + 120))) return true;
  const alias = ALIAS.exec(text.slice(end, end + 90))?.[1];
  if (!alias) return false;
  if (SELF.test(alias)) return true;
  const short = alias.replace(/^[\s“"”‘'「『：:为]+/, '').split(/[“”"'‘’」』，、）)或和及\s]/)[0] ?? '';
  if (short.length < 2 || OF_OTHERS.test(short)) return false;
  const { title, text: whole } = reading.document;
  return title.includes(short) || occursOften(whole, short);
}

/** Said a dozen times or more. */
function occursOften(text: string, word: string): boolean {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < 12; at = text.indexOf(word, at + word.length)) count++;
  return count >= 12;
}

function weigh(reading: Reading, sentence: Sentence, text: string, start: number, end: number, blocks: number): number {
  let score = 0;
  const isSelf = isCalledWe(reading, text, start, end);
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 320);
  const isTop = sentence.block < 15;
  if (isSelf) score += 7;
  // A group is no legal person; where a company of it is named too, that one answers.
  if (text.slice(start, end).endsWith('集团')) score -= 3;
  if (RUN_BY.test(before) && RUNS.test(after)) score += 6;
  else if (RUNS.test(after) && isTop) score += 4;
  if (PROVIDES.test(after) && RUN_BY.test(before) && isTop) score += 5;
  // "是由A（注册地址：…；…）提供": the verb may stand behind a long bracket.
  else if (/(?:是|系)由\s?$/.test(before) && isTop) score += 3;
  if (ROLE_BEFORE.test(before)) score += isTop || /指|为|是/.test(before.slice(-24)) ? 6 : 3;
  if (LABEL.test(text) && start < 16) score += reading.preceding(sentence, 3).some((other) => /sdk|第三方|合作/.test(other.text)) ? -6 : 5;
  if (/©|版权所有|copyright|ICP/i.test(text)) score += 4;
  if (sentence.block < 12 || sentence.block > blocks - 8) score += 2;
  if (reading.under(sentence, 'way-section', 'way-phone', 'way-email') || /注册地址|办公地址|联系地址|联系我们/.test(text)) score += 2;
  // Others: partners, kits, parents of the brand, examples.
  if (speaksOfOthers(sentence) && !isSelf) score -= 6;
  if (/(?:共享|提供给|合作|委托|接入|支付宝|微信|银联|例如|比如|如：)/.test(text.slice(Math.max(0, start - 20), start)) && !isSelf) score -= 6;
  // "X及其关联公司" names X as the one whose policy it is; "关联公司（包括X）" names another.
  if (/(?:关联公司|关联方|子公司|母公司)/.test(text.slice(Math.max(0, start - 12), start)) && !isSelf) score -= 4;
  if (sentence.signals.has('share') || sentence.signals.has('entrust')) score -= 3;
  return score;
}
