/**
 * What a policy denies, with the scope of the denial. Only a flat denial binds: one with a condition (未经您同意不会…), an
 * exception (…除外), a purpose (不会用于…之外) or a place of its own (注册时不会…) says less than it seems and is left out.
 */
import type { DataKind } from '../../artifacts';
import { POLICY_KINDS } from '../facts/kinds';
import { ENGLISH_KINDS } from '../facts/kinds-en';
import type { Reading, Sentence } from '../reading';
import { sharingStatements } from '../sharing';
import { saidAt, type Said } from './said';

export interface Denial extends Said {
  /**
   * `kinds`: these kinds are not collected · `nothing`: no personal information is collected · `cookies`: no cookies are used ·
   * `sharing`: nothing (or none of `kinds`) is given to others · `abroad`: nothing goes abroad.
   */
  of: 'kinds' | 'nothing' | 'cookies' | 'sharing' | 'abroad';
  /** For `kinds`, and for a `sharing` denial that speaks of certain kinds only. */
  kinds?: DataKind[];
  /** Other words of the policy say the opposite: a person must weigh them. */
  contradicted?: boolean;
}

/** Conditions and exceptions that take the edge off a denial, anywhere in its sentence. */
const QUALIFIED_ZH = /未经|未获|未征得|没有(?:您|你|用户)的?(?:同意|授权)|除非|除(?!了)[^，。；]{1,40}(?:外|以外)|除外|例外|否则|以外|之外|超出|超过|完整|全量|全部的|几乎|主动|营销目的|推广目的|广告目的|无关|非必要|不必要|必要范围|过度|滥用|擅自|随意|私自|非法|违反|以下(?:情形|情况)|下列(?:情形|情况)|另有(?:规定|约定)|原则上|一般(?:情况下)?不|通常不|尽量|同意(?:前|之前)|授权(?:前|之前)|为(?:其|他们)?(?:自身|自己)|用于(?:其|他们)?(?:自身|自己|营销|商业|广告|推销)/;
/** Cases a denial is limited to; harmless for "data do not go abroad at present; should they ever …". */
const CASE_ZH = /如果|倘若|假如|若(?:您|你|无|要|需|不)|当(?:您|你)|如(?:您|你|需|有|不|确|要)|情况下|前提|(?:关闭|拒绝|撤回|注销|卸载|退出|开启|到期)(?:[^，。；]{0,10})后|(?:^|[，。；])仅(?!存储|保存)|只(?:有|在|会)/;
/** A denial about one page, step, tool or mode. */
const LOCAL_ZH = /(?:时|过程中|期间|前|阶段)(?:，|我们)|(?:本|该|此|这一|上述|其)(?:功能|服务|过程|场景|sdk|权限|环节|步骤|插件|工具|按钮|接口|页面|表单|问卷|活动)|模式下|后台|静默|sdk|插件|第三方(?:不会?|亦不|也不)|(?:他们|对方|合作方|支付宝|微信|银行)(?:不会?|亦不|也不)|儿童|未成年/;
const QUALIFIED_EN = /\bunless\b|\bexcept\b|\bother than\b|\bwithout (?:your|prior|the|first)\b|\bbeyond\b|\bonly\b|\bmore than\b|\bunrelated\b|\bunnecessar|\bapart from\b|\bfor (?:their|marketing|advertising|any other)\b|\bmeans\b|\bgenerally\b|\bnormally\b|\btypically\b|\bchildren\b|\bunder (?:13|14|16|18)\b|\bfollowing (?:cases|circumstances)\b/;
const CASE_EN = /\bif\b|\bwhen\b|\bwhere\b|\bin (?:this|that|these) (?:mode|case|feature)\b|\bwhile\b/;

const NOT_ZH = '(?:不会|不再|从不|绝不|决不|均不|并不|也不|亦不|(?<![无法能要需])不|未|没有)(?:会)?(?:以任何(?:方式|形式))?(?:去)?';
const TAKE_ZH = '(?:收集|采集|获取|读取|上传|索取|搜集|要求(?:您|你|用户)提供)';
const COLLECT_ZH = new RegExp(`${NOT_ZH}(?:${TAKE_ZH}(?:、|或|和|及|与|，)?(?:(?:使用|存储|保存|记录|处理|传输|利用|${TAKE_ZH})(?:、|或|和|及|与)?){0,4})([^。；：:]{2,80})`);
const NOTHING_ZH = /(?:任何|一切)(?:形式的)?(?:用户)?的?(?:个人(?:身份)?(?:信息|数据|资料)|(?:用户|您的?|你的?)(?:个人)?(?:信息|数据|隐私|资料)|信息|数据)(?:$|[，。；、和或及])/;
const COOKIES_ZH = /(?:不会|从不|绝不|并不|(?<![可能法要需])不|未|没有)(?:会)?(?:使用|设置|采用|写入|植入|放置)(?:任何|此类|类似)?(?:形式的)?cookies?(?:技术)?(?:或(?:者)?(?:其他)?(?:类似|同类)?(?:的)?(?:跟踪|追踪)?技术)?(?:$|[，。；、！])/;
/** Advice to the user, or a sentence about one piece of data named before: no promise about all of them. */
const NOT_OURS_ZH = /自己的|建议|提醒您|请您|请勿|不要|您应|用户应|(?:上述|前述|以上|该等?|此类|此为|该项)(?:个人)?(?:敏感)?(?:个人)?(?:信息|数据|资料)|(?:获得|获取|取得)的(?:全部)?(?:数据|信息)/;
const GIVE_ZH = '(?:共享|分享|提供|传输|发送|透露|传送|转交)';
const SELL_ZH = '(?:出售|出租|转让|披露|泄露|公开|交换)';
const OTHERS_ZH = '(?:任何)?(?:其他|其它)?(?:的)?(?:第三方|第三者|他人|外部(?:机构|公司|方)?|(?:公司|企业|组织|机构|单位)(?:、|和|或|及|与)?(?:(?:公司|企业|组织|机构|单位|个人)(?:、|和|或|及|与)?){0,3}|任何人|(?:广告|统计|数据)(?:公司|平台|服务商))';
const SHARING_ZH: readonly RegExp[] = [
  new RegExp(`${NOT_ZH}(?:将|把)?[^，。；]{0,24}(?:向|与|同|和)${OTHERS_ZH}[^，。；]{0,12}?(?:${SELL_ZH}(?:、|或|和|及)){0,3}${GIVE_ZH}`),
  new RegExp(`${NOT_ZH}(?:将|把)[^。；]{0,30}(?:${SELL_ZH}(?:、|或|和|及)){0,3}${GIVE_ZH}(?:、|或|和|及)?(?:${SELL_ZH}(?:、|或|和|及)?){0,3}(?:给|予|至|到)${OTHERS_ZH}`),
  new RegExp(`${NOT_ZH}(?:对外)?(?:${SELL_ZH}(?:、|或|和|及)){0,3}${GIVE_ZH}(?:、|或|和|及)?(?:${SELL_ZH}(?:、|或|和|及)?){0,3}[^，。；]{0,20}(?:给|予|至)${OTHERS_ZH}`),
  new RegExp(`${NOT_ZH}对外${GIVE_ZH}`),
];
const ABROAD_ZH = /(?:不会?(?!允许|同意|愿|能|得|可)|未(?!经|满)|没有|不存在|无|不涉及|均不|暂不)[^，。；]{0,36}(?:传输|提供|转移|存储|传送|发送|流向|出境|跨境)?[^，。；]{0,12}(?:境外|出境|跨境|海外|国外)|不出境|不跨境/;
/** Takes nothing back that a denial of transfer says of today. */
const ABROAD_QUALIFIED_ZH = /未经|未获|除非|除[^，。；]{1,40}(?:外|以外)|除外|例外|以下(?:情形|情况)|另有|主动|境外(?:收集|采集)|拒绝/;

const COLLECT_EN = /\b(?:do not|don't|does not|will not|never) (?:collect|gather|obtain|capture)(?:,? (?:or|and|store|use|process|share)){0,4} /;
const NOTHING_EN = /^(?:any )?(?:personal(?:ly identifiable)? (?:data|information)|information about you)\b/;
const COOKIES_EN = /\b(?:do not|don't|does not|will not|never) (?:use|set|place|employ) (?:any )?(?:tracking )?cookies?\b(?! (?:to|for|that|which|on))/;
const SHARING_EN = /\b(?:do not|don't|does not|will not|never) (?:sell|rent|trade|disclose|lease|share|provide|pass|give|transmit|send)\b/;
const GIVE_EN = /\b(?:share|provide|pass|give|transmit|send)\b/;
const OTHERS_EN = /\b(?:third part(?:y|ies)|anyone|others?|other compan(?:y|ies)|any compan(?:y|ies))\b/;
const ABROAD_EN = /\b(?:not|never)\b[^.;]{0,60}\b(?:transfer(?:red)?|sent?|export(?:ed)?|leave)\b[^.;]{0,60}\b(?:abroad|overseas|outside (?:of )?(?:the )?(?:mainland|china|prc)|cross-border)/;

/** Words after a denial that begin an exception in a sentence of their own. */
const THEN_ZH = /^(?:但|不过|然而|除|以下|下列|上述情况)/;
const THEN_EN = /^(?:however|but|except|unless|notwithstanding)\b/;

/** Denials of one document. */
export function denialsOf(reading: Reading): Denial[] {
  const found: Denial[] = [];
  const sharesElsewhere = sharingStatements(reading).length > 0;
  for (const sentence of reading.sentences) {
    if (sentence.isHeading || sentence.isHeader || sentence.signals.has('definition') || sentence.signals.has('law-quote')) continue;
    const english = sentence.language.id === 'en';
    if (!(english ? /\bnot\b|n't\b|\bnever\b/ : /[不未无]|没有/).test(sentence.text)) continue;
    if (isTakenBack(reading, sentence)) continue;
    for (const denial of english ? inEnglish(reading, sentence) : inChinese(reading, sentence)) {
      found.push(denial.of === 'sharing' && sharesElsewhere ? { ...denial, contradicted: true } : denial);
    }
  }
  return found;
}

/** The sentence after it makes an exception. */
function isTakenBack(reading: Reading, sentence: Sentence): boolean {
  const next = reading.sentences[sentence.index + 1];
  if (!next || next.section !== sentence.section) return false;
  return sentence.opensList || (sentence.language.id === 'en' ? THEN_EN : THEN_ZH).test(next.text);
}

function inChinese(reading: Reading, sentence: Sentence): Denial[] {
  const { text } = sentence;
  const found: Denial[] = [];
  const say = (of: Denial['of'], match: RegExpExecArray, kinds?: DataKind[]) => found.push({ ...saidAt(reading, sentence, { start: match.index, end: match.index + match[0].length }), of, ...(kinds ? { kinds } : {}) });
  const abroad = ABROAD_ZH.exec(text);
  if (abroad && /信息|数据|资料/.test(text) && !ABROAD_QUALIFIED_ZH.test(text) && !sentence.signals.has('exception')) say('abroad', abroad);
  if (QUALIFIED_ZH.test(text) || CASE_ZH.test(text)) return found;
  const sharing = SHARING_ZH.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (sharing && !NOT_OURS_ZH.test(text)) {
    const kinds = kindsIn(text, false);
    const general = /个人(?:信息|数据|资料|隐私)|(?:任何|所有|全部|您的|你的|用户的?)(?:信息|数据|资料|隐私)/.test(text);
    if (general || kinds.length > 0) say('sharing', sharing, general ? undefined : kinds);
  }
  if (LOCAL_ZH.test(text)) return found;
  const collect = COLLECT_ZH.exec(text);
  if (collect) {
    const object = clauseOf(collect[1]!);
    const kinds = kindsIn(object, false);
    if (kinds.length > 0) say('kinds', collect, kinds);
    else if (NOTHING_ZH.test(object)) say('nothing', collect);
  }
  const cookies = COOKIES_ZH.exec(text);
  if (cookies) say('cookies', cookies);
  return found;
}

/** The object of a denial ends where a clause begins that says something else: 不收集位置，仅收集手机号. */
function clauseOf(object: string): string {
  const [first = '', ...rest] = object.split('，');
  const more = rest.findIndex((clause) => /我们|仅|只|但|会|将|用于|以便|收集|使用|可以|请/.test(clause));
  return [first, ...(more < 0 ? rest : rest.slice(0, more))].join('，');
}

function inEnglish(reading: Reading, sentence: Sentence): Denial[] {
  const { text } = sentence;
  const found: Denial[] = [];
  const say = (of: Denial['of'], match: RegExpExecArray, kinds?: DataKind[]) => found.push({ ...saidAt(reading, sentence, { start: match.index, end: match.index + match[0].length }), of, ...(kinds ? { kinds } : {}) });
  if (QUALIFIED_EN.test(text)) return found;
  const abroad = ABROAD_EN.exec(text);
  if (abroad) say('abroad', abroad);
  if (CASE_EN.test(text)) return found;
  const sharing = SHARING_EN.exec(text);
  const denied = sharing ? text.slice(sharing.index).split(/[.;]/, 1)[0]! : '';
  if (sharing && GIVE_EN.test(denied) && OTHERS_EN.test(denied)) {
    const general = /\b(?:personal )?(?:information|data)\b/.test(text);
    const kinds = kindsIn(text, true);
    if (general || kinds.length > 0) say('sharing', sharing, general ? undefined : kinds);
  }
  const collect = COLLECT_EN.exec(text);
  if (collect) {
    const object = text.slice(collect.index + collect[0].length).split(/\b(?:but|and we|we)\b|[.;:]/, 1)[0]!.slice(0, 200);
    const kinds = kindsIn(object, true);
    if (kinds.length > 0) say('kinds', collect, kinds);
    else if (NOTHING_EN.test(object)) say('nothing', collect);
  }
  const cookies = COOKIES_EN.exec(text);
  if (cookies) say('cookies', cookies);
  return found;
}

/** Kinds that a sensitive-information denial means (PIPL 28), as far as traffic shows them. */
const SENSITIVE: readonly DataKind[] = ['id-number', 'bank-card', 'face-image', 'health'];

/** Kinds that traffic can show among those a text names. "Location" without more means both precise and rough. */
function kindsIn(text: string, english: boolean): DataKind[] {
  const found = new Set<DataKind>();
  for (const { kind, pattern } of english ? ENGLISH_KINDS : POLICY_KINDS) if (OBSERVABLE.has(kind) && pattern.test(text)) found.add(kind as DataKind);
  if (english ? /\bsensitive (?:personal )?(?:data|information)\b/.test(text) : /敏感(?:的)?(?:个人)?(?:信息|数据)/.test(text)) for (const kind of SENSITIVE) found.add(kind);
  return [...found];
}

/** Cookies are denied by a sentence of their own kind; an account, log or photo says too little to be held against anyone. */
const OBSERVABLE: ReadonlySet<string> = new Set([
  'name', 'phone', 'id-number', 'email', 'bank-card', 'address', 'birthday', 'gender', 'precise-location', 'coarse-location', 'device-id', 'face-image', 'audio', 'contacts', 'health',
] satisfies DataKind[]);

/** Every pattern of this file, for the check that none takes more than linear time. */
export const DENIAL_PATTERNS: readonly RegExp[] = [
  QUALIFIED_ZH, CASE_ZH, LOCAL_ZH, QUALIFIED_EN, CASE_EN, COLLECT_ZH, NOTHING_ZH, COOKIES_ZH, NOT_OURS_ZH, ...SHARING_ZH, ABROAD_ZH, ABROAD_QUALIFIED_ZH, COLLECT_EN, NOTHING_EN,
  COOKIES_EN, SHARING_EN, GIVE_EN, OTHERS_EN, ABROAD_EN, THEN_ZH, THEN_EN,
];
