/** Recipients that running text names: companies, known products, software kits. */
import type { Recipient } from '../../report';
import type { Reading, Sentence } from '../reading';
import { kindsIn } from './data-kinds';
import { holdsKnownName, knownNamesIn, namesOfOwners } from './known-names';
import type { NameMention } from './known-names';
import { makeRecipient } from './recipient';
import { organisationsOf, wordingOf } from './statement';

const FIELD_CHARS = 200;

/** Sentences that may name a recipient speak of giving, of others, or of what others built. */
const SPEAKS_OF_RECIPIENTS = ['share', 'entrust', 'sdk', 'third-party', 'provider', 'third-party-service', 'social-service', 'shares', 'gives-others'] as const;

/** Whose machines serve the pages. */
const HOSTED = /托管[于在]|内容分发|cdn|部署[在于]|云服务/;

/** "不会接入任何第三方SDK": nobody is named by a denial. */
const DENIES = /(?:不|未|没有|暂无)(?:会|曾|再)?(?:接入|使用|集成|嵌入|引入|包含|向|与)[^，。；]{0,4}(?:任何|其他|第三方)/;

const DENIES_ENGLISH = /\b(?:(?:do|does|will|shall)(?: not|n't|n’t)|never) (?:[a-z]{2,10} ){0,2}?(?:share|sell|use|integrate|include|embed|send|give|disclose|transfer)\b/i;

/** Words that explain who somebody is; the parent company and the operator receive nothing by that. */
const EXPLAINS = /(?:提供者|关联公司|关联方|运营者|集团)[^，。；]{0,6}[：:]?(?:是?指|系)/;

/** Before a list of names: who they are … */
const LEAD_NOUN = /(?:第三方|合作|服务商|供应商|提供商|机构|平台|渠道|伙伴|运营商|厂商|品牌|工具|服务|通道|支付|登录|登陆|推送|统计|地图|账[号户]|应用|网站|SDK|API|接收方|受托方|插件)[^，。；]{0,14}$/i;
/** … or what is done with them. */
const LEAD_VERB = /(?:即|如|例如|比如|譬如|包括|（)[：:]?\s?$|(?:接入|集成|嵌入|引入|内置|使用|采用|调用|通过|依托|委托|托管[于在]|共享给|提供给|分享给|披露给|传输给|同步给|发送给|选择|经由|跳转至|与|向|由|给|从)(?:了|过|的)?[^，。；]{0,8}$/;
/** The same in English: "we share … with", "services such as", "partners (". */
const LEAD_ENGLISH = /(?:\b(?:with|to|by|via|through|using|uses?|integrates?|embeds?|employs?|engages?|including|such as|like|e\.g)\b[,:.]{0,2}|[(:])[^.;\u4e00-\u9fff]{0,16}$/i;
/** After a list of names: what they do for the operator. */
const TAIL = /^(?:等|[^，。；]{0,3}(?:SDK|sdk)|[^，。；]{0,6}(?:推送|支付|登录|登陆|统计|地图|定位|分享|提供|会收集|将收集|获取|服务商|平台|等?第三方|合作|共享|的服务))/;

/** After a name: a part of the person's or the operator's own things, not a third party. */
const OWN_THING = /^(?:号|账[号户](?!登|授权|快捷|一键)|帐[号户](?!登|授权)|公众[号平]|小程序|视频号|群|好友|昵称|头像|ID|openid|unionid|用户ID|浏览器|应用商店|商店|市场|双开|分身|助手|邮箱|钱包|粉丝|联系|与我们|沟通|咨询|客服|[：:]\s?[\w-]{5})/i;
/** Before a name: our account there, or what the person must search for. */
const OWN_PLACE = /(?:关注|添加|搜索|扫描|官方|我们的|本公司的?|适用于|包括但不限于本|客服)[^，。；]{0,4}$/;

/** Between two names of one list. */
const BETWEEN = /^\s?(?:[（(][^（()）]{0,12}[)）])?[^，。；、]{0,6}(?:[、/／，,]|和|与|及|以及|或者?|\s)\s?(?:[\u4e00-\u9fff]{0,4})$/;

const BETWEEN_ENGLISH = /^(?: ?\([^()]{0,40}\))?,? (?:and|or|&) $/;

/** Recipients in order of the text; names in `known` are left out. */
export function recipientsOfSentences(reading: Reading, known: readonly Recipient[], handler: readonly string[]): Recipient[] {
  const recipients: Recipient[] = [];
  const own = new Set([...namesOfOwners(handler), ...knownNamesIn(opening(reading)).map(({ name }) => name)]);
  for (const sentence of reading.sentences) {
    if (sentence.kind === 'table-row' || (sentence.isHeading && !isKitEntry(sentence)) || !(SPEAKS_OF_RECIPIENTS.some((signal) => sentence.signals.has(signal)) || HOSTED.test(sentence.text))) continue;
    const text = wordingOf(reading, sentence);
    if (DENIES.test(text) || (DENIES_ENGLISH.test(text) && !sentence.signals.has('exception'))) continue;
    for (const whole of namesIn(reading, sentence, text, handler, own)) {
      const name = whole.replace(/^(?:neither|both|either|and|the|our) /i, '');
      if (/^(?:third[- ]party|any|such|other) /i.test(name)) continue; // a kind, no name
      const bare = name.replace(/\s?SDK$/i, '');
      const isKnown = (other: Recipient) => alike(other.name, bare);
      if (known.some(isKnown) || recipients.some(isKnown)) continue;
      const isCompany = /公司|合伙|\b(?:Inc|Ltd|LLC|Limited|Corp)\b/.test(name);
      const recipient = makeRecipient({ [isCompany ? 'company' : 'product']: name, purpose: purposeIn(text), data: dataIn(sentence, text), contact: addressIn(reading, sentence, text) }, 'text');
      if (recipient) recipients.push(recipient);
    }
  }
  return recipients;
}

/** Title, first heading and what the first lines introduce ("X产品是由…", "X（以下简称…"): the names there are what the policy is about. */
function opening(reading: Reading): string {
  const lines = reading.sentences.slice(0, 8).filter((sentence) => sentence.start < 600).map((sentence) => (sentence.isHeading ? wordingOf(reading, sentence).slice(0, 40) : (INTRODUCES.exec(wordingOf(reading, sentence).slice(0, 80))?.[1] ?? '')));
  return [reading.document.title, ...lines].join('\n');
}

const INTRODUCES = /^(.{2,30}?)(?:[（(“"](?:以下|下称|简称|我们)|是由|系由|重视|致力于|非常|尊重|深知)/;

/** One stands for the other: "微信支付" for "微信支付SDK", not "微信" for "微信支付". */
function alike(name: string, bare: string): boolean {
  const key = (text: string) => text.replace(/\s|SDK/gi, '').toLowerCase();
  const [a, b] = [key(name), key(bare)];
  return a === b || a.startsWith(`${b}（`) || a.startsWith(b) || a.includes(`(${b})`) || (b.length >= 3 && a.includes(b));
}

function namesIn(reading: Reading, sentence: Sentence, text: string, handler: readonly string[], own: ReadonlySet<string>): string[] {
  const names: string[] = [];
  const explains = sentence.signals.has('definition') || EXPLAINS.test(text);
  if (!explains) for (const { name, isCompany, start, end } of organisationsOf(reading, sentence)) {
    if (isCompany && !isOperator(text, start, end) && !isContactOf(text, start) && !handler.some((other) => other.includes(name) || name.includes(other))) names.push(name);
  }
  const kits = kitsIn(text);
  for (const kit of kits) if (!own.has(kit)) names.push(`${kit} SDK`);
  if (!explains) for (const name of listedNames(text)) if (!own.has(name) && !kits.some((kit) => kit.includes(name)) && !names.some((other) => other.includes(name)) && !handler.some((other) => other.includes(name))) names.push(name);
  return names;
}

/** Known names, and unknown ones in a list with a known one, where the words before or after make them third parties. */
function listedNames(text: string): string[] {
  if (!holdsKnownName(text)) return [];
  const isOwn = ({ start, end }: NameMention) => OWN_THING.test(text.slice(end, end + 12)) || OWN_PLACE.test(text.slice(Math.max(0, start - 12), start));
  const names: string[] = [];
  for (const whole of listsOf(text, knownNamesIn(text))) {
    // "微信/QQ/支付宝小程序": the word behind the last belongs to all.
    if (isOwn(whole[whole.length - 1]!)) continue;
    const list = whole.filter((mention) => !isOwn(mention));
    const [first] = list;
    const last = list[list.length - 1];
    if (!first || !last || list.every(({ weak }) => weak) && list.length < 2) continue;
    const before = text.slice(Math.max(0, first.start - 30), first.start);
    const after = text.slice(last.end, last.end + 16);
    if (/(?:不会?|未|没有|无需|并非|不属于)[^，。；]{0,8}$/.test(before) || /^[^，。；]{0,10}(?:收费标准|充值卡)/.test(after)) continue;
    const leads = LEAD_NOUN.test(before) || LEAD_VERB.test(before) || LEAD_ENGLISH.test(before);
    if (!(leads || (TAIL.test(after) && list.length > 1) || /^\s?(?:SDK|sdk)/.test(after) || /^(?:推送|支付|登录|统计|地图|定位|分享)/.test(after))) continue;
    for (const name of list.flatMap((mention, index) => namesFrom(text, mention, list[index + 1]))) if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** Mentions that stand in one list. */
function listsOf(text: string, mentions: readonly NameMention[]): NameMention[][] {
  const lists: NameMention[][] = [];
  for (const mention of mentions) {
    const list = lists[lists.length - 1];
    const last = list?.[list.length - 1];
    const gap = last ? text.slice(last.end, mention.start) : '';
    // "百度统计（Baidu Analytics）": the same under another name.
    if (last && /^\s?[（(]$/.test(gap)) continue;
    if (last && gap.length <= 24 && (gap === '' || BETWEEN.test(gap) || BETWEEN_ENGLISH.test(gap) || isListGap(gap))) list?.push(mention);
    else lists.push([mention]);
  }
  return lists;
}

/** Other entries of a list between two names: "、UC头条、", with nothing that ends the list. */
function isListGap(gap: string): boolean {
  return /^[^，。；：]{0,8}[、/／]/.test(gap) && /[、/／]$|[和与及或]$/.test(gap) && !/[。；：]|将|会|用于|进行/.test(gap);
}

/** What stands for a product right behind a name. */
const PRODUCT_TAIL = /^(?:推送|支付|开放平台|登录|地图|定位|统计|广告|云|小程序|平台|Push|push|空间)/;

/** A name with the word for its product, and the unknown names between it and the next of its list. */
function namesFrom(text: string, mention: NameMention, next: NameMention | undefined): string[] {
  const tail = PRODUCT_TAIL.exec(text.slice(mention.end, mention.end + 6))?.[0] ?? '';
  const names = [`${mention.name}${/^(?:小程序|平台)$/.test(tail) ? '' : tail}`];
  const rest = text.slice(mention.end + tail.length, next ? next.start : Math.min(text.length, mention.end + tail.length + 30));
  // Without an end in sight the last word may be cut in two.
  const list = next ? rest : (/^[^，。；：）)]{0,29}?(?=等|[）)，。；：])/.exec(`${rest}${rest.length < 30 ? '。' : ''}`)?.[0] ?? '');
  // Without a 、 at once, the words behind the name go on with something else.
  if (!/^\s?(?:[（(][^（()）]{0,12}[)）])?\s?[、/／]/.test(list)) return names;
  for (const item of list.split(/[、/／]|以及|和|与|及|或/).slice(1)) {
    const name = item.trim();
    if (/^[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9+. ]{1,11}$/.test(name) && !GENERIC_NAME.test(name)) names.push(name);
  }
  return names;
}

/** Kinds of partners, data and functions stand in the same lists as names. */
const GENERIC_NAME = /[商方者人员]$|机构|公司|平台$|伙伴|服务$|企业|部门|账[号户]|帐[号户]|信息|数据|支付宝?方式|方式|功能|渠道|品牌|手机|邮箱|短信|电话|银行卡|号码?$|其他|任何|您|我们|用户|相关|登录$|注册|授权|系统|设备|网站|小程序|等|的|了|会|将|可|用于|进行|提供|客户端|版$|应用$|朋友圈|好友/;

const KIT = /([A-Za-z0-9\u4e00-\u9fff+.·_-]{2,24}?)\s?(?:[（(][^（()）]{1,12}[)）])?\s?(?:SDK|sdk)(?![A-Za-z])/g;
/** A kit has a name of its own: foreign letters, a sign, or the name of a known product; "部分第三方SDK", "推送类SDK" name none. */
const GENERIC_KIT = /第三方|三方|部分|点击|查看|具体|详细|详见|参见|请|您|我们|我行|他们|以|于|但|不限|更新|前述|上述|下面|如下|以下|方式|情况|相关|工具包|开发包|没有|无|所有|清单|目录|列表|这些|该|此|其他|任何|各|每个|类|部|等|若干|接口|厂商|广告联盟/;
/** "（1）社保卡SDK：…": an entry of a list of kits names one whatever it is called. */
const KIT_ENTRY = /^(?:[（(]?\d{1,2}[)）.、]\s?|[①-⑳]\s?)?([A-Za-z0-9\u4e00-\u9fff+.·_-]{2,16})\s?(?:SDK|sdk)\s?(?:[（(][^（()）]{1,12}[)）])?\s?[：:]\s?(?=\S{8})/;
/** What a kit is for is no name. */
const KIT_CLASS = /(?:服务|功能|相关)$|^(?:统计|推送|支付|地图|定位|分享|登录|广告|社交|安全|监控|数据|消息|分析|和|与|、)+$/;

function isKitEntry(sentence: Sentence): boolean {
  return sentence.signals.has('sdk') && /sdk/.test(sentence.text) && /[：:]/.test(sentence.text);
}

function kitsIn(text: string): string[] {
  const kits: string[] = [];
  if (!/sdk/i.test(text)) return kits;
  // Addresses hold names of files.
  const words = text.replace(/https?:\/\/[^\s，。；）)]{1,300}|www\.[^\s，。；）)]{1,300}/g, ' ');
  const entry = KIT_ENTRY.exec(text)?.[1];
  if (entry && !GENERIC_KIT.test(entry) && !KIT_CLASS.test(entry)) kits.push(entry);
  for (const match of words.matchAll(KIT)) {
    const kit = trimKit(match[1] ?? '');
    if (kit && !kits.includes(kit)) kits.push(kit);
  }
  return kits;
}

function trimKit(raw: string): string {
  const kit = (raw.replace(/^\d{1,3}[.、]\s?/, '').split(/(?:接入了?|集成了?|使用了?|嵌入了?|引入了?|主要包括|包括|包含|例如|比如|采用|通过|调用|其中|由|的|如|为|和|与|及|或|、)/).pop() ?? '').trim();
  if (kit.length < 2 || kit.length > 20 || GENERIC_KIT.test(kit)) return '';
  if (/^(?:App|IOS|Android|API|H5|Web|Push|and|or|the|of|by|our|and\/or)$/i.test(kit)) return '';
  return /[A-Za-z+]/.test(kit) || holdsKnownName(kit) ? kit : '';
}

/** The operator itself, named in a sentence about sharing. */
function isOperator(text: string, start: number, end: number): boolean {
  return /^[（(“”]?.{0,4}(?:以下|下称|简称|我们)/.test(text.slice(end, end + 12)) || /(?:我们|本公司)(?:是|即|指)$/.test(text.slice(Math.max(0, start - 6), start));
}

/** "公司名称：X有限公司", "指X有限公司": an imprint or a definition, no recipient. */
function isContactOf(text: string, start: number): boolean {
  return /(?:公司名称|运营主体|运营者|主办单位|注册地址|联系地址|地址)\s?[：:]?\s?$|^[^，。；]{0,20}[：:]\s?指由?$/.test(text.slice(Math.max(0, start - 24), start));
}

function purposeIn(text: string): string {
  return (/(?:用于|以便于?|目的(?:是|为)|为了?(?:向您|您|实现|提供|帮助|保障|完成)|以(?:实现|完成|提供|支持))[^。；]{2,60}?(?=[，。；]|$)/.exec(text)?.[0] ?? '').slice(0, FIELD_CHARS);
}

const TAKES = /(?:收集|获取|读取|采集|共享|提供(?![者商方给])|传输|上传)(?:您的|用户的|以下|了)?([^。；，]{2,120})/gi;

/** The kinds of data that the sentence says are taken or given, in its words; '' where it tells none. */
function dataIn(sentence: Sentence, text: string): string {
  for (const match of text.matchAll(TAKES)) {
    const value = (match[1] ?? '').trim();
    const kinds = kindsIn(value.toLowerCase().replace(/\s/g, ''), sentence.language.id);
    if (kinds.length > 0) return value.slice(0, FIELD_CHARS);
  }
  return '';
}

/** An address in the sentence or the next two. */
function addressIn(reading: Reading, sentence: Sentence, text: string): string {
  for (const part of [text, ...reading.following(sentence, 2).map((other) => wordingOf(reading, other))]) {
    const url = /https?:\/\/[^\s，。；）)】」”"']{4,300}/.exec(part)?.[0];
    if (url) return url.replace(/[.,]$/, '');
  }
  return '';
}
