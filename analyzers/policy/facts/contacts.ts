/** How to reach the operator: e-mail, telephone, postal address, forms and services in the product, each with what it is offered for. */
import type { PolicyFacts } from '../../report';
import type { Reading, Sentence } from '../reading';
import { wordingOf } from './statement';

type Contact = PolicyFacts['contacts'][number];

const MOST = 20;

// "#" and "(at)" stand for "@" where a writer fears collectors of addresses.
const EMAIL = /[A-Za-z0-9][\w.+-]{0,63}\s?(?:@|＠|#|\s?[[(（]at[\])）]\s?)\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,30}){1,4}/g;
const PHONE = /(?<![\d.\-A-Za-z@/])(?:(?:\+|00)\s?86[-\s]?)?(?:400[-\s]?\d{3,4}[-\s]?\d{3,4}|800[-\s]?\d{3}[-\s]?\d{4}|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|[（(]?0\d{2,3}[)）]?[-—\s]?\d{7,8}(?:[-转]\d{1,5})?)(?![\d@])|(?<![\d.\-A-Za-z@/])\+(?:852|853|886|81|82|65|1|44|60)[-\s]?\d{1,4}(?:[-\s]\d{2,5}){1,3}(?!\d)/g;
/** Short service numbers are numbers of something else unless the words say so. */
const SERVICE_NUMBER = /(?:电话|热线|拨打|致电|客服)[^\d，。]{0,8}(\b(?:9[56]\d{3,4}|1(?:00|23)\d{2})\b)/g;
const ADDRESS = /(?:地址|住所|通讯处|邮寄至|寄至|寄送至)\s?(?:为|是|在|位于)?\s?[：:]?\s?[【“]?([\u4e00-\u9fff][^。；;，,\n【】“”：:]{5,90})/g;
/** What may follow an address in the same breath. */
const AFTER_ADDRESS = /[，,]?\s?(?:邮编|收件人|电话|邮箱|联系电话|联系方式|邮政编码|以下简称|如您|有关|E-?mail)|\s?[（(]收[）)]/i;
const IS_ADDRESS = /(?:省|市|区|县|镇|路|街|道|巷|号|楼|栋|幢|座|层|室|园|厦|村).{0,60}(?:号|楼|栋|幢|座|层|室|院|园|厦|区|村|单元|邮编|\d)/;
const PLACEHOLDER = /[xX*]{3,}|example\.|your|yourname|companyname|123456789?|test@/i;
/** A menu path in quotation marks or brackets. */
const MENU = /[「“【][^」”】]{2,40}[」”】](?:\s?(?:-|—|–|>|→|－|–|中的?)+\s?[「“【]?[\u4e00-\u9fffA-Za-z]{2,16}[」”】]?){0,4}/g;
const SERVICE_WORD = /在线客服|意见反馈|客服中心|帮助与反馈|帮助与客服|问题反馈|人工客服|用户反馈|反馈中心|投诉与建议|联系客服/;
const FORM = /https?:\/\/[\w./?=&%#:~+-]{6,300}/g;
const OTHER = /(?:QQ(?:群|号|客服)?|微信(?:号|公众号|客服)?|企业微信|Telegram|WhatsApp)\s?(?:[：:]|为|是)\s?[「“【]?([\w-]{5,30})/g;

/** What a contact may be offered for, in the words of policies. */
const PURPOSES = ['投诉', '举报', '疑问', '意见', '建议', '查阅', '更正', '删除', '注销', '撤回', '未成年', '儿童', '个人信息保护负责人', '个人信息保护', '反馈', 'complaint', 'question', 'request', 'data protection officer'];

/** Contacts that the policy offers, in order; those in lists of third parties are not the operator's and left out. */
export function readContacts(reading: Reading): Contact[] {
  const contacts: Contact[] = [];
  for (const sentence of reading.sentences) {
    if (contacts.length >= MOST) break;
    if (sentence.kind === 'table-row' && isThirdPartyRow(sentence)) continue;
    const text = wordingOf(reading, sentence);
    if (/(?:sdk|第三方).{0,30}(?:隐私|链接|官网|公司)/i.test(text) || (sentence.signals.has('authority') && !sentence.signals.has('we'))) continue;
    let known: string | undefined;
    const purposeHere = () => (known ??= purposeOf(reading, sentence, text));
    const add = (kind: Contact['kind'], raw: string) => {
      const value = raw.trim();
      const before = contacts.find((contact) => contact.kind === kind && digest(contact.value) === digest(value));
      if (before) {
        if (!before.purpose && purposeHere()) before.purpose = purposeHere();
      } else if (value !== '' && !PLACEHOLDER.test(value) && contacts.length < MOST) contacts.push({ kind, value, ...(purposeHere() ? { purpose: purposeHere() } : {}) });
    };
    if (/[@＠#]|at[\])）]/i.test(text)) for (const match of text.matchAll(EMAIL)) if (isMail(match[0], text)) add('email', match[0].replace(/\s/g, '').replace(/＠|#|[[(（]at[\])）]/, '@'));
    if (/\d{3}/.test(text)) for (const match of text.matchAll(PHONE)) if (isPhone(match[0], text, match.index)) add('phone', balanced(match[0]));
    for (const match of text.matchAll(SERVICE_NUMBER)) add('phone', match[1] ?? '');
    if (/址|寄|住所/.test(text)) {
      for (const match of text.matchAll(ADDRESS)) {
        const value = balanced((match[1] ?? '').split(AFTER_ADDRESS)[0] ?? '');
        if (IS_ADDRESS.test(value) && !/信息|识别|数据/.test(value) && !/(?:IP|网络|MAC|邮箱)$/.test(text.slice(0, match.index))) add('address', value.replace(/[，,、]\s?$/, ''));
      }
    }
    for (const match of text.matchAll(OTHER)) add('other', match[0]);
    const reaches = /联系|反馈|投诉|举报|咨询|客服|contact|feedback/i.test(text);
    if (reaches) {
      const word = SERVICE_WORD.exec(text)?.[0];
      if (word) add('service', [...text.matchAll(MENU)].map((match) => match[0]).find((menu) => menu.includes(word)) ?? word);
    }
    if (reaches) for (const match of text.matchAll(FORM)) if (/feedback|complain|contact|service|report|kf|help|support|form|tousu|jubao/i.test(match[0])) add('form', match[0].replace(/[.,]$/, ''));
  }
  return contacts;
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

function purposeOf(reading: Reading, sentence: Sentence, text: string): string {
  const near = [...reading.preceding(sentence, 2).map((other) => wordingOf(reading, other)), text].join(' ');
  const words = PURPOSES.filter((word) => near.toLowerCase().includes(word));
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word))).join('、');
}

/** Up to a closing bracket that opened before the value, and without an opening one that never closes. */
function balanced(value: string): string {
  let open = 0;
  for (let i = 0; i < value.length; i++) {
    if (/[（(]/.test(value[i] ?? '')) open++;
    else if (/[）)]/.test(value[i] ?? '') && --open < 0) return value.slice(0, i);
  }
  return open > 0 ? value.replace(/^[（(]|[（(][^）)]*$/g, '') : value;
}

function digest(value: string): string {
  return value.replace(/[\s\-—()（）+]/g, '').toLowerCase();
}
