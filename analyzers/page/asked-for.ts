/**
 * What one act of consent covers, by the words it stands under: the documents it names, and what it asks for beside them.
 * A topic that is merely mentioned (按照《隐私政策》, 不会向第三方提供) is not asked for.
 */
import type { ConsentTopic } from '../artifacts';
import { inSimplified } from './simplified';

/** Topics that need an act of their own (条例 22, 消保条例 23, PIPL 23, 29). */
export type ExtraTopic = Extract<ConsentTopic, 'marketing' | 'sharing' | 'credit-query' | 'sensitive'>;

export interface AskedFor {
  /** The general rules on personal data are agreed to. */
  policy: boolean;
  /** A contract is agreed to. */
  agreement: boolean;
  /** Asked for beside them. `document`: by a document named for it; `clause`: in the sentence itself. */
  extras: { topic: ExtraTopic; how: 'document' | 'clause'; words: string }[];
}

/** Longest text that is read: labels and short dialogs. */
const MAX_CHARS = 600;

const DOCUMENT = /[《〈「]([^》〉」]{2,40})[》〉」]/g;
/** The document is only the manner of what is asked for, or a place to read more. */
const AS_MANNER = /(?:按照?|依照|依据|根据|遵照|详见|参见|参阅|见|如|在|\b(?:under|per|see|according to|in accordance with|as (?:described|set out) in))\s{0,2}(?:本平台|我们的|贵司|我司|our |the )?$/i;
/** Lists and explanations inform; nobody consents to them. */
const INFORMS = /清单|目录|列表|说明|须知|指南|问答|摘要|简版/;
const AUTHORISES = /授权|同意书|委托书|协议|确认书|承诺书|许可/;

const EXTRA_DOCUMENTS: readonly [ExtraTopic, RegExp][] = [
  ['credit-query', /征信|信用(?:信息|报告|查询)/],
  ['sensitive', /人脸|面部|生物识别|敏感(?:个人)?信息|健康信息|医疗信息/],
  ['marketing', /营销|推广|商业信息|广告|推送/],
  ['sharing', /第三方|合作(?:方|机构|伙伴)|共享|关联公司|信息提供/],
];

const EXTRA_CLAUSES: readonly [ExtraTopic, RegExp][] = [
  ['marketing', /(?:接收|收取|发送|推送|获取|订阅|推荐)[^，。；]{0,24}(?:营销|促销|推广|广告|优惠|活动|商业|资讯|短信|电话|邮件)|(?:营销|促销|推广|广告)(?:信息|短信|电话|邮件|推送|用途|目的|活动)|电话(?:回访|营销|推销)|\b(?:receive|get|send me|subscribe)\b[^.;,]{0,50}\b(?:marketing|promotion\w{0,10}|offers|newsletters?|news|advertising|updates)\b|\bmarketing (?:e-?mails?|messages|calls|purposes|communications)\b/i],
  ['sharing', /(?:提供给|共享给|分享给|披露给|转让给|推送给|传输给)[^，。；]{0,24}|(?:向|与|同|给)[^，。；]{0,20}(?:第三方|合作|关联|集团|机构|商户|门店|银行|保险|伙伴|供应商|服务商|企业|公司)[^，。；]{0,12}(?:提供|共享|分享|披露|传输|推送|转让)|\bshar(?:e|ing)\b[^.;]{0,60}\b(?:third[- ]part(?:y|ies)|partners?|affiliates?|companies)\b/i],
  ['credit-query', /(?:查询|获取|采集|报送|使用)[^，。；]{0,16}(?:征信|信用)(?:信息|报告|状况|记录|系统)?|征信[^，。；]{0,8}(?:查询|授权)|\bcredit (?:report|check|bureau|inquiry|query)\b/i],
  ['sensitive', /(?:处理|收集|采集|使用|存储|提供|上传|核验|识别)[^，。；]{0,16}(?:人脸|面部|指纹|声纹|生物识别|身份证|银行卡|健康|病历|病史|体检|行踪|精准定位|宗教|敏感(?:个人)?信息)|\b(?:process|collect|use)\w{0,10}\b[^.;]{0,40}\b(?:biometric|facial|health|medical|identity card|bank card|sensitive)\b/i],
];

const ASKS = /同意|授权|允许|许可|愿意|自愿|接受|接收|委托|认可|\b(?:agree|consent|authori[sz]e|accept|allow|permit|receive|subscribe|opt[- ]in)\b/i;
/** Not asked for: denied, promised, or put off to a later consent. */
const DENIED = /不会|不得|不向|不将|不予|不用于|绝不|未经|除非|拒绝|禁止|另行|单独(?:征得|取得|征求)|届时|需要时|再次(?:征得|征求|取得)|\b(?:not|never|without|unless|separately)\b/i;
/** Holds only in a case that is told of: 经您同意后，…. */
const CONDITIONAL = /(?:在|经|征得|取得|获得|待|如|若|如果|仅在|只有)(?:您|你|用户|本人)?[^，。；]{0,8}(?:同意|授权|允许)[^，。；]{0,6}(?:后|时|的情况下|的前提下|，|才)|\b(?:if|once|after|when|only with)\b[^.;]{0,20}\b(?:consent|agree|permission)/i;

/** What a text asks consent for. */
export function askedFor(text: string): AskedFor {
  const result: AskedFor = { policy: false, agreement: false, extras: [] };
  const whole = inSimplified(text.slice(0, MAX_CHARS));
  const rest = whole.replace(DOCUMENT, (match: string, name: string, offset: number) => {
    if (AS_MANNER.test(whole.slice(Math.max(0, offset - 24), offset))) return '';
    readDocument(name, match, result);
    return '';
  });
  readPlainNames(rest, result);
  for (const clause of clausesOf(rest)) {
    if (!ASKS.test(clause.text) || DENIED.test(clause.text) || CONDITIONAL.test(clause.text)) continue;
    for (const [topic, pattern] of EXTRA_CLAUSES) if (pattern.test(clause.text)) result.extras.push({ topic, how: 'clause', words: clause.text.slice(0, 60) });
  }
  return result;
}

function readDocument(name: string, match: string, result: AskedFor): void {
  if (INFORMS.test(name)) return;
  const extra = EXTRA_DOCUMENTS.find(([, pattern]) => pattern.test(name));
  if (extra && AUTHORISES.test(name)) result.extras.push({ topic: extra[0], how: 'document', words: match });
  else if (extra) return; // rules on a special matter, read beside the policy
  else if (/儿童|未成年|监护/.test(name)) return;
  else if (/隐私|个人信息|privacy/i.test(name)) result.policy = true;
  else if (/协议|条款|章程|公约|terms|agreement/i.test(name)) result.agreement = true;
}

/** Documents named without marks: 隐私政策, the Privacy Policy. */
function readPlainNames(rest: string, result: AskedFor): void {
  for (const match of rest.matchAll(/隐私(?:权)?(?:保护)?(?:政策|声明|条款|协议|指引)|个人信息(?:保护|处理)(?:政策|规则|声明)|\bprivacy (?:policy|notice|statement)\b/gi)) {
    if (!AS_MANNER.test(rest.slice(Math.max(0, match.index - 24), match.index))) result.policy = true;
  }
  if (/(?:用户|服务|会员|注册|使用)(?:服务)?(?:协议|条款)|\bterms\b|\b(?:user|service|membership) agreement\b/i.test(rest)) result.agreement = true;
}

/** Clauses of a text; one that goes on with 并, 及, and without a verb of its own takes the verb from before. */
function clausesOf(text: string): { text: string }[] {
  const clauses: { text: string }[] = [];
  for (const sentence of text.split(/[。；;！!\n]|\.\s/)) {
    let asking = '';
    for (const part of sentence.split(/[，,]|(?=并且?(?!不)|以及|及(?!时)|\band (?!conditions))/)) {
      const verb = ASKS.exec(part);
      if (verb) asking = verb[0];
      // 我同意…，并向…提供: the verb governs what is joined to it, up to a denial.
      const joined = !verb && asking !== '' && /^\s*(?:并|以及|及|同时|and\b)/.test(part) ? `${asking} ${part}` : part;
      clauses.push({ text: joined.trim() });
    }
  }
  return clauses.slice(0, 40);
}
