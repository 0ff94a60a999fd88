/** How to reach the operator: e-mail, telephone, postal address, forms and services in the product, each with what it is offered for. */
import type { ContactFact as Contact, ContactUse } from '../../report';
import type { Reading, Sentence } from '../reading';
import { organisationsOf, speaksOfOthers, wordingOf } from './statement';

const MOST = 20;

// "#" and "(at)" stand for "@" where a writer fears collectors of addresses.
const EMAIL = /[A-Za-z0-9][\w.+-]{0,63}\s?(?:@|＠|#|\s?[[(（]at[\])）]\s?)\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,30}){1,4}/g;
const PHONE = /(?<![\d.\-A-Za-z@/])(?:(?:\+|00)\s?86[-\s]?)?(?:400[-\s]?\d{3,4}[-\s]?\d{3,4}|800[-\s]?\d{3}[-\s]?\d{4}|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|[（(]?0\d{2,3}[)）]?[-—\s]?\d{7,8}(?:[-转]\d{1,5})?)(?![\d@])|(?<![\d.\-A-Za-z@/])\+(?:852|853|886|81|82|65|1|44|60)[-\s]?\d{1,4}(?:[-\s]\d{2,5}){1,3}(?!\d)/g;
/** Short service numbers are numbers of something else unless the words say so. */
/** North American numbers, only where the words say that a telephone number follows. */
const LABELLED_PHONE = /(?:电话|热线|致电|拨打|传真|\b(?:tel|phone|call|telephone)\b)[^\d+，。]{0,8}((?:\+?1[-.\s]?)?\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4})(?!\d)/gi;
const SERVICE_NUMBER = /(?:电话|热线|拨打|致电|客服)[^\d，。]{0,8}(\b(?:9[56]\d{3,4}|1(?:00|23)\d{2})\b)/g;
const ADDRESS = /(?:地址|住所|通讯处|邮寄至|寄至|寄送至)\s?(?:为|是|在|位于)?\s?[：:]?\s?[【“]?([\u4e00-\u9fff][^。；;，,\n【】“”：:]{5,90})/g;
/** A postal address in Latin letters, after its label. */
const LATIN_ADDRESS = /(?:(?<!IP|网络|MAC|邮箱|邮件)地址|\b(?<!e-?mail |ip |mac )address)\s?[：:]\s?([A-Z\d][^\u4e00-\u9fff：:@\n]{9,110})/g;
/** A whole line that is an address, as contact sections give it without a label. */
const BARE_ADDRESS = /^[\u4e00-\u9fff]{2,8}(?:省|自治区|市|特别行政区)[^，。；：:]{6,90}$/;
/** What may follow an address in the same breath. */
const AFTER_ADDRESS = /[，,]?\s?(?:邮编|收件人|电话|邮箱|联系电话|联系方式|邮政编码|以下简称|如您|有关|E-?mail)|\s?[（(]收[）)]|\s[\u4e00-\u9fff]{2,20}(?:部|部门|中心|办公室|小组|团队|组)(?=\s?(?:[（(]收|收$|$))/i;
const IS_ADDRESS = /(?:省|市|区|县|镇|路|街|道|巷|号|楼|栋|幢|座|层|室|园|厦|村).{0,60}(?:号|楼|栋|幢|座|层|室|院|园|厦|区|村|单元|邮编|\d)/;
const PLACEHOLDER = /[xX*]{3}|example\.|your|yourname|companyname|123456789?|test@/i;
/** A menu path in quotation marks or brackets. */
const MENU = /[「“【][^」”】]{2,40}[」”】](?:\s?(?:-|—|–|>|→|－|–|中的?){1,3}\s?[「“【]?[\u4e00-\u9fffA-Za-z]{2,16}[」”】]?){0,4}/g;
const SERVICE_WORD = /在线客服|意见反馈|客服中心|帮助与反馈|帮助与客服|问题反馈|人工客服|用户反馈|反馈中心|投诉与建议|联系客服/;
const FORM = /https?:\/\/[\w./?=&%#:~+-]{6,300}/g;
const OTHER = /(?:QQ(?:群|号|客服)?|微信(?:号|公众号|客服)?|企业微信|Telegram|WhatsApp)\s?(?:[：:]|为|是)\s?[「“【]?([\w-]{5,30})/g;

/** What a contact may be offered for, in the words of policies. */
const PURPOSES = ['投诉', '举报', '疑问', '意见', '建议', '查阅', '更正', '删除', '注销', '撤回', '未成年', '儿童', '个人信息保护负责人', '个人信息保护', '反馈', 'complaint', 'question', 'request', 'data protection officer'];

const USES: [ContactUse, RegExp][] = [
  ['questions', /疑问|意见|建议|咨询|问题|questions?|enquir|inquir|comments?|concerns?/i],
  ['complaints', /投诉|举报|申诉|complain/i],
  ['access', /查阅|查询|副本|复制|\baccess\b|\bcopy\b/i],
  ['correction', /更正|修改|补充|correct|rectif/i],
  ['deletion', /删除|delet|eras/i],
  ['account-closing', /注销|close (?:your )?account/i],
  ['withdrawal', /撤回|撤销|withdraw/i],
  ['minors', /未成年|儿童|孩子|监护人|\bchild(?:ren)?\b|minors?|guardian/i],
  ['security', /漏洞|安全事件|泄露|vulnerabilit|breach/i],
];

/** The person or team in charge. */
const OFFICER = /(?:个人信息|隐私|数据)[^，。；]{0,10}(?:负责人|专员|专职|保护官|办公室|保护部|保护团队|保护小组|保护中心|工作组|工作人员|委员会)|data protection officer|privacy (?:officer|team)|\bDPO\b/i;

/** A sentence without any of these holds no contact. */
const MAY_HOLD = /[@＠#]|\[at\]|[（(]at[)）]|\d{3}|地址|住所|寄|http|QQ|微信|客服|反馈|投诉|举报|Telegram|WhatsApp|^[\u4e00-\u9fff]{2,8}(?:省|市|区)|address/i;

/** What is said, recorded or collected when somebody asks is data, not an offer. */
const ABOUT_DATA = /收集|记录(?:您|用户)|(?:沟通|通话|聊天|通信)记录|获取您|采集/;

/** An offer to be reached through a place in the product. */
const OFFERS = /(?:可以?|请|能够?|欢迎|随时|将|方式|渠道|途径|入口)[^。；]{0,60}$/;

/**
 * Contacts that the policy offers, in order; those in lists of third parties are not the operator's and left out.
 * @param handler names of the operator
 */
export function readContacts(reading: Reading, handler: readonly string[] = []): Contact[] {
  const contacts: Contact[] = [];
  for (const sentence of reading.sentences) {
    if (contacts.length >= MOST) break;
    if (!MAY_HOLD.test(sentence.text) || (sentence.kind === 'table-row' && isThirdPartyRow(sentence))) continue;
    const text = wordingOf(reading, sentence);
    if (/(?:sdk|第三方).{0,30}(?:隐私|链接|官网|公司)/i.test(text) || (sentence.signals.has('authority') && !sentence.signals.has('we'))) continue;
    if (isOfAnother(reading, sentence, handler)) continue;
    let reached = false;
    let about: Pick<Contact, 'purpose' | 'uses' | 'officer'> | undefined;
    const add = (kind: Contact['kind'], raw: string) => {
      const value = raw.trim();
      if (value === '' || PLACEHOLDER.test(value)) return;
      reached = true;
      const offered = (about ??= offeredFor(reading, sentence, text));
      const before = contacts.find((contact) => contact.kind === kind && (digest(contact.value) === digest(value) || (kind === 'address' && digest(contact.value).includes(digest(value)))));
      if (before) merge(before, offered);
      else if (contacts.length < MOST) contacts.push({ kind, value, ...offered });
    };
    if (/[@＠#]|at[\])）]/i.test(text)) for (const match of text.matchAll(EMAIL)) if (isMail(match[0], text)) add('email', match[0].replace(/\s/g, '').replace(/＠|#|[[(（]at[\])）]/, '@'));
    if (/\d{3}/.test(text)) {
      for (const match of text.matchAll(PHONE)) if (isPhone(match[0], text, match.index)) add('phone', balanced(match[0]));
      for (const match of text.matchAll(LABELLED_PHONE)) if (match[1]) add('phone', match[1]);
      for (const match of text.matchAll(SERVICE_NUMBER)) add('phone', match[1] ?? '');
    }
    for (const value of addressesIn(reading, sentence, text)) add('address', value);
    if (/QQ|微信|Telegram|WhatsApp/.test(text)) for (const match of text.matchAll(OTHER)) add('other', match[0]);
    if (!/联系|反馈|投诉|举报|咨询|客服|contact|feedback/i.test(text)) continue;
    // "人工客服通道：400…" names the number, not a place.
    const word = reached || ABOUT_DATA.test(text) ? null : SERVICE_WORD.exec(text);
    if (word && (OFFERS.test(text.slice(0, word.index)) || text.length < 40)) {
      add('service', [...text.matchAll(MENU)].map((match) => match[0]).find((menu) => menu.includes(word[0])) ?? word[0]);
    }
    if (text.includes('http')) for (const match of text.matchAll(FORM)) if (/feedback|complain|contact|service|report|kf|help|support|form|tousu|jubao/i.test(match[0])) add('form', match[0].replace(/[.,]$/, ''));
  }
  return contacts;
}

/** A sentence that names another company in a place about others gives that company's contact. */
function isOfAnother(reading: Reading, sentence: Sentence, handler: readonly string[]): boolean {
  if (handler.length === 0 || !(speaksOfOthers(sentence) || reading.under(sentence, 'share-heading'))) return false;
  const companies = organisationsOf(reading, sentence).filter(({ isCompany }) => isCompany);
  return companies.length > 0 && companies.every(({ name }) => !handler.some((own) => own.includes(name) || name.includes(own)));
}

function merge(contact: Contact, offered: Pick<Contact, 'purpose' | 'uses' | 'officer'>): void {
  contact.purpose ||= offered.purpose;
  if (offered.uses) contact.uses = [...new Set([...(contact.uses ?? []), ...offered.uses])];
  if (offered.officer) contact.officer = true;
  if (contact.purpose === undefined) delete contact.purpose;
}

function addressesIn(reading: Reading, sentence: Sentence, text: string): string[] {
  const found: string[] = [];
  if (/址|寄|住所/.test(text)) {
    for (const match of text.matchAll(ADDRESS)) {
      // "湖南省长沙市开福区，某某路1号": a comma after the district does not end it.
      const more = /[省市区县]$/.test(match[1] ?? '') ? (/^，[\u4e00-\u9fff][^，。；;：:\n]{3,60}/.exec(text.slice(match.index + match[0].length))?.[0] ?? '') : '';
      const value = balanced(((match[1] ?? '') + (/[路街道号楼室园厦]|中心/.test(more) ? more : '')).split(AFTER_ADDRESS)[0] ?? '');
      if (IS_ADDRESS.test(value) && !/信息|识别|数据/.test(value) && !/(?:IP|网络|MAC|邮箱)$/.test(text.slice(0, match.index))) found.push(value.replace(/[，,、]\s?$/, ''));
    }
  }
  for (const match of text.matchAll(LATIN_ADDRESS)) {
    const value = (match[1] ?? '').trim();
    if (/\d/.test(value) && /,/.test(value) && !/https?:|[，。]/.test(value)) found.push(value);
  }
  if (found.length === 0 && sentence.kind !== 'table-row' && BARE_ADDRESS.test(text)) {
    const value = balanced(text.split(AFTER_ADDRESS)[0] ?? '').trim();
    const isMarked = value.length < text.length || reading.under(sentence, 'way-section', 'contact-word') || [...reading.preceding(sentence, 2), ...reading.following(sentence, 2)].some((other) => /邮编|地址|电话|邮箱|收件/.test(other.text));
    if (isMarked && IS_ADDRESS.test(value) && /[路街道巷村].{0,30}[号室楼层栋座]|号/.test(value)) found.push(value);
  }
  return found;
}

function isThirdPartyRow(sentence: Sentence): boolean {
  return (sentence.cells ?? []).some((cell) => /sdk|第三方|公司|提供方|主体|机构|合作/.test(cell.header));
}

/** "#" counts as "@" only where the words promise an address. */
function isMail(value: string, text: string): boolean {
  return /@|＠|at[\])）]/.test(value) || /邮箱|邮件|e-?mail/i.test(text);
}

/** A telephone number, not a part of an identity number, order or date. */
function isPhone(value: string, text: string, at: number): boolean {
  const digits = value.replace(/\D/g, '');
  if (/^(\d)\1{6,}$/.test(digits.slice(-7))) return false;
  const before = text.slice(Math.max(0, at - 14), at);
  if (/备案|ICP|许可|统一社会|证号|编号|QQ/i.test(before)) return false;
  return !/^1[3-9]/.test(digits) || /电话|手机|热线|联系|客服|致电|拨打|tel|phone|\+86|[：:]|微信/i.test(text);
}

/** What a contact is offered for, by the sentence and the two before it. */
function offeredFor(reading: Reading, sentence: Sentence, text: string): Pick<Contact, 'purpose' | 'uses' | 'officer'> {
  const near = [...reading.preceding(sentence, 2).map((other) => wordingOf(reading, other)), text].join(' ');
  const lower = near.toLowerCase();
  const words = PURPOSES.filter((word) => lower.includes(word));
  const purpose = words.filter((word) => !words.some((other) => other !== word && other.includes(word))).join('、');
  const uses = USES.filter(([, pattern]) => pattern.test(near)).map(([use]) => use);
  return { ...(purpose ? { purpose } : {}), ...(uses.length ? { uses } : {}), ...(OFFICER.test(text) ? { officer: true as const } : {}) };
}

/** Up to a closing bracket that opened before the value, and without an opening one that never closes. */
function balanced(value: string): string {
  let open = 0;
  for (let i = 0; i < value.length; i++) {
    if (/[（(]/.test(value[i] ?? '')) open++;
    else if (/[）)]/.test(value[i] ?? '') && --open < 0) return value.slice(0, i);
  }
  return open > 0 ? value.replace(/^[（(]|[（(][^）)]{0,200}$/g, '') : value;
}

function digest(value: string): string {
  return value.replace(/[\s\-—()（）+]/g, '').toLowerCase();
}
