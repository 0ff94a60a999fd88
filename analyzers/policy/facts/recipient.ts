/** A recipient from the fields that a table, a list or a sentence gives. */
import type { Recipient, RecipientKind } from '../../report';

export type RecipientField = 'product' | 'company' | 'purpose' | 'data' | 'contact';

const COMPANY_FORM = /公司|合伙企业|集团|\b(?:Inc|Ltd|LLC|Limited|Corp|Corporation|GmbH|Oy|LLP)\b/i;

/** Text that stands in a column of names and names nobody. */
const NO_NAME = /^(?:第三方|合作方|合作伙伴|服务商|供应商|sdk|无|其他|等|序号|名称|公司名称|[\d.、\s\-—/]{1,8})$/i;

const URL = /https?:\/\/[^\s，。；）)】」”"'<>]{4,300}/i;

/** Longest name, UTF-16 units. */
const NAME_CHARS = 80;

/** An address, a number, a document: what stands under a label of contacts and is none of these is no contact. */
const REACHES = /https?:|www\.|@|\d{5}|隐私|《|客服|联系|官网|\.(?:com|cn|net|org)|privacy|policy/i;

/**
 * @param isKit the column or label says that the product is a software kit
 * @returns undefined where the fields name nobody.
 */
export function makeRecipient(fields: Partial<Record<RecipientField, string>>, from: NonNullable<Recipient['from']>, isKit = false): Recipient | undefined {
  const product = clean(fields.product ?? '');
  const company = clean(fields.company ?? '');
  const name = nameOf(product, company);
  if (name === '' || name.length > NAME_CHARS || NO_NAME.test(name) || !/[\p{L}]/u.test(name)) return undefined;
  const contact = REACHES.test(fields.contact ?? '') ? fields.contact! : '';
  const policyUrl = URL.exec(contact)?.[0]?.replace(/\(opens[\s\S]*$|[.,]$/, '');
  const recipient: Recipient = { name, purpose: fields.purpose ?? '', data: fields.data ?? '', contact, kind: isKit && product ? 'sdk' : kindOf(product, company), from };
  if (product && product !== company) recipient.product = product;
  if (company || COMPANY_FORM.test(product)) recipient.company = company || product;
  if (recipient.company === recipient.product) delete recipient.product;
  if (policyUrl) recipient.policyUrl = policyUrl;
  return recipient;
}

function kindOf(product: string, company: string): RecipientKind {
  if (/sdk/i.test(product)) return 'sdk';
  return product && product !== company && !COMPANY_FORM.test(product) ? 'service' : company || COMPANY_FORM.test(product) ? 'company' : 'service';
}

function clean(text: string): string {
  return text.replace(/^\d{1,3}[.、)）]?\s?(?=\D)/, '').replace(/[；;，,。]$/, '').trim();
}

function nameOf(product: string, company: string): string {
  if (/^\d*$/.test(product)) return company;
  return product && company && !product.includes(company) && !company.includes(product) ? `${product}（${company}）` : company.length > product.length ? company : product;
}
