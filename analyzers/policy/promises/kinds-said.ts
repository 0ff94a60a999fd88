/** Which kinds of data a policy says are handled, and where; and whether an observed kind is among them. */
import type { DataKind } from '../../artifacts';
import { readDataKinds } from '../facts/data-kinds';
import { POLICY_KINDS } from '../facts/kinds';
import { ENGLISH_KINDS } from '../facts/kinds-en';
import type { Reading } from '../reading';
import { saidAt, type Said } from './said';

/** Policy kind (`facts/kinds.ts`) or umbrella (`umbrella:contact` …) → first sentence that says it. */
export type KindsSaid = Map<string, Said>;

/** Words that stand for several kinds at once. Folded text. */
const UMBRELLAS: readonly { id: string; zh: RegExp; en: RegExp }[] = [
  { id: 'umbrella:contact', zh: /联系方式|联络方式|联系信息|通讯方式|通信方式|收货信息|收件信息|配送信息/, en: /\bcontact (?:details|information|data)\b/ },
  { id: 'umbrella:identity', zh: /身份信息|实名(?:认证|登记)?信息|个人基本(?:信息|资料)|基本资料|身份资料|身份认证信息|证件信息/, en: /\bidentity (?:data|information|details)\b|\bbasic personal (?:data|information)\b/ },
  { id: 'umbrella:payment', zh: /支付信息|付款信息|财产信息|结算信息|收款(?:账户|账号|信息)/, en: /\b(?:payment|billing|financial) (?:data|information|details)\b/ },
  { id: 'umbrella:identifier', zh: /标识符|(?:唯一|用户|访客|匿名|浏览器|终端)(?:的)?(?:标识|编号|识别码)|(?:cookie|统计|访客)编号|设备指纹|浏览器指纹|设备信息|终端信息/, en: /\bidentifiers?\b|\bfingerprint|\bdevice (?:data|information)\b/ },
  { id: 'umbrella:account', zh: /账号|帐号|账户|帐户|登录信息|注册信息|第三方登录|微信登录/, en: /\baccounts?\b|\blog-?in\b/ },
  { id: 'umbrella:given', zh: /您(?:主动|自行|自愿)?(?:填写|提供|提交|输入|上传)的(?:其他)?(?:信息|内容|资料|数据)|表单(?:信息|内容)|(?:报名|登记|预约|申请)(?:表)?(?:信息|资料)/, en: /\binformation (?:that )?you (?:provide|give|submit|enter)\b|\bform data\b/ },
  // Everyday words for one kind, wider than the facts take them: they tell a reader, so they count for the site.
  { id: 'loose:name', zh: /(?:收件|收货|收信|联系|寄件|订购|购票|乘车|乘机|入住|就诊|报名|预约|申请|投保|参赛|持卡|开票)人|称呼|名字|署名|(?:家长|学生|孩子|宝宝)(?:的)?(?:名|信息)|签名/, en: /\bnames?\b/ },
  { id: 'loose:phone', zh: /手机|电话/, en: /\b(?:phone|mobile|telephone)\b/ },
  { id: 'loose:email', zh: /邮箱|邮件/, en: /\be-?mail\b/ },
  { id: 'loose:id-number', zh: /证件|身份证|护照/, en: /\b(?:passport|identity card|id card|identification)\b/ },
  { id: 'loose:bank-card', zh: /银行卡|卡号|银行账|信用卡/, en: /\b(?:card|bank)\b/ },
  { id: 'loose:address', zh: /(?<!ip|mac|邮箱|邮件|网络|网页|物理|硬件|协议)地址|门牌|小区|住处|住所/, en: /(?<!ip |mac |e-?mail |protocol )\baddress(?:es)?\b/ },
  { id: 'loose:birthday', zh: /生日|出生|年龄|周岁的?生/, en: /\bbirth|\bage\b/ },
  { id: 'loose:precise-location', zh: /位置|定位|经纬度|坐标/, en: /\blocation\b|\bcoordinates\b/ },
  { id: 'loose:health', zh: /健康|病情|病史|症状|就诊|体检|过敏|用药|身体状况|孕/, en: /\bhealth|\bmedical|\bsymptoms?\b/ },
  { id: 'loose:face-image', zh: /人脸|面部|刷脸|自拍|照片/, en: /\bface|\bfacial|\bselfie|\bphoto/ },
  { id: 'umbrella:sound', zh: /录音|语音|声音|麦克风/, en: /\bvoice|\baudio|\bmicrophone/ },
];

/**
 * Policy kinds that tell a person of the observed one. Wider than the strict name: doubt counts for the site.
 * `umbrella:given` covers nothing by itself (it names no kind): see `mentionOf`.
 */
const COVERED_BY: Record<DataKind, readonly string[]> = {
  name: ['name', 'umbrella:identity', 'id-number', 'loose:name'],
  phone: ['phone', 'umbrella:contact', 'loose:phone'],
  'id-number': ['id-number', 'umbrella:identity', 'loose:id-number'],
  email: ['email', 'umbrella:contact', 'loose:email'],
  'bank-card': ['bank-card', 'umbrella:payment', 'loose:bank-card'],
  address: ['address', 'umbrella:contact', 'loose:address'],
  birthday: ['birthday', 'age', 'id-number', 'umbrella:identity', 'loose:birthday'],
  gender: ['gender', 'umbrella:identity', 'id-number'],
  'precise-location': ['precise-location', 'loose:precise-location'],
  'coarse-location': ['precise-location', 'coarse-location', 'ip'],
  ip: ['ip', 'log', 'network-info'],
  'device-id': ['device-id', 'cookie-id', 'umbrella:identifier'],
  'cookie-id': ['cookie-id', 'device-id', 'umbrella:identifier'],
  'account-id': ['account-id', 'avatar', 'umbrella:account'],
  'face-image': ['face-image', 'biometric', 'image', 'loose:face-image'],
  audio: ['audio', 'umbrella:sound'],
  contacts: ['contacts'],
  health: ['health', 'loose:health'],
  'search-or-page-content': ['search-or-page-content', 'log', 'typed-text', 'messages'],
  'typed-text': ['typed-text', 'messages', 'umbrella:given', 'search-or-page-content'],
  password: ['password', 'umbrella:account'],
};

/** Kinds a document says are collected or handled, each with its first sentence. Denials count for nothing. */
export function kindsDeclared(reading: Reading): KindsSaid {
  const stated = new Set(readDataKinds(reading).map(({ kind }) => kind));
  const said: KindsSaid = new Map();
  for (const [kind, where] of everyMention(reading, true)) if (stated.has(kind) || kind.includes(':')) said.set(kind, where);
  return said;
}

/** Kinds whose wording stands anywhere in a document, headings and examples included, unless denied there. */
export function kindsMentioned(reading: Reading): KindsSaid {
  return everyMention(reading, false);
}

function everyMention(reading: Reading, statements: boolean): KindsSaid {
  const said: KindsSaid = new Map();
  for (const sentence of reading.sentences) {
    if (statements && (sentence.isHeading || sentence.isHeader || sentence.signals.has('law-quote'))) continue;
    const english = sentence.language.id === 'en';
    const look = (id: string, pattern: RegExp) => {
      if (said.has(id)) return;
      const match = pattern.exec(sentence.text);
      if (!match) return;
      const hit = { start: match.index, end: match.index + match[0].length };
      if (!reading.negated(sentence, hit) && !deniedBefore(sentence.text, hit.start)) said.set(id, saidAt(reading, sentence, hit));
    };
    for (const { kind, pattern } of english ? ENGLISH_KINDS : POLICY_KINDS) look(kind, pattern);
    for (const { id, zh, en } of UMBRELLAS) look(id, english ? en : zh);
  }
  return said;
}

/** "不会收集您的姓名、手机号": the denial stands before the whole list. */
function deniedBefore(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 60 && !/[。；;：:，]/.test(text[from - 1]!)) from--;
  return /(?:不会?|从不|绝不|未|没有)(?:主动)?(?:收集|采集|获取|读取)|\b(?:do not|don't|never|will not) (?:collect|gather)/.test(text.slice(from, at));
}

/** The sentence by which a kind is declared, if one is. */
export function declarationOf(kind: DataKind, declared: KindsSaid): Said | undefined {
  for (const id of COVERED_BY[kind]) {
    const said = declared.get(id);
    if (said) return said;
  }
  return undefined;
}

/** Words that may tell of a kind without saying that it is collected: the kind's name anywhere, or "what you fill in". */
export function mentionOf(kind: DataKind, mentioned: KindsSaid): Said | undefined {
  return declarationOf(kind, mentioned) ?? (IDENTIFIER.has(kind) ? mentioned.get('device-info') : mentioned.get('umbrella:given'));
}

const IDENTIFIER: ReadonlySet<DataKind> = new Set(['device-id', 'cookie-id', 'ip']);
