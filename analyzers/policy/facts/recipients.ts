/** Who receives data: companies, services and software kits, from tables, labelled lists and running text. */
import { OWNERS } from '../../data/recipients';
import type { Recipient } from '../../report';
import type { Block } from '../../artifacts';
import type { Reading, Sentence } from '../reading';
import { findOrganisations } from './organisations';
import { wordingOf } from './statement';

const MOST = 200;
const FIELD_CHARS = 200;

type Field = 'product' | 'company' | 'purpose' | 'data' | 'contact';

/** What the columns of third-party lists are called. The first that fits counts. */
const COLUMNS: [Field, RegExp][] = [
  ['contact', /隐私(?:政策|条款|权)|链接|网址|官网|联系|网站|url|privacypolicy|website|contact/i],
  ['data', /信息|字段|数据|权限|类型.{0,4}收集|收集|data|information/i],
  ['purpose', /目的|用途|功能|场景|使用方式|业务|purpose|usage|function/i],
  ['company', /公司|主体|提供方|提供者|开发者|厂商|机构|运营|合作方|接收方|第三方名称|服务商|所属|company|provider|operator|vendor/i],
  ['product', /sdk|名称|插件|产品|组件|第三方|服务|name|product|service|plugin/i],
];

/** Labels of the same in lists without a table. */
const LABELS: [Field, RegExp][] = [
  ['product', /^(?:第三方)?(?:sdk|产品|插件|组件|服务|应用)?(?:名称|的名称)\s?[：:]|^(?:第三方)?sdk(?:名称)?\s?[：:]|^名称\s?[：:]/i],
  ['company', /^(?:第三方|合作方|所属|运营|开发|提供)?(?:公司|主体|机构|提供方|开发者|厂商|服务商|运营方|提供者|合作方)(?:名称)?\s?[：:]|^第三方(?:名称|主体)\s?[：:]|^(?:数据)?接收方(?:名称)?\s?[：:]/i],
  ['purpose', /^(?:共享|使用|收集|处理|合作|接入)?(?:的)?(?:目的|用途|场景|功能)[^：:]{0,8}[：:]|^(?:主要)?功能\s?[：:]/i],
  ['data', /^(?:共享|收集|获取|处理|使用|涉及)?(?:的)?(?:个人)?(?:信息|数据|字段)[^：:]{0,14}[：:]|^(?:收集|获取|共享)[^：:]{0,14}[：:]/i],
  ['contact', /^(?:第三方|sdk)?(?:隐私(?:权)?(?:政策|条款|协议)|官网|链接|网址|联系方式)[^：:]{0,8}[：:]/i],
];

/**
 * Recipients in order of the text, each once.
 * @param handler Names of the operator, which is no recipient.
 */
export function readRecipients(reading: Reading, handler: readonly string[]): Recipient[] {
  const found: Recipient[] = [];
  const add = (recipient: Recipient) => {
    const key = (text: string) => text.replace(/\s+/g, '').toLowerCase();
    if (recipient.name === '' || found.length >= MOST) return;
    const known = found.find((other) => key(other.name) === key(recipient.name));
    if (!known) found.push(recipient);
    else for (const field of ['purpose', 'data', 'contact'] as const) known[field] ||= recipient[field];
  };
  fromTables(reading).forEach(add);
  fromLabels(reading).forEach(add);
  fromSentences(reading, found, handler).forEach(add);
  return found;
}

function fromTables(reading: Reading): Recipient[] {
  const { blocks, text } = reading.document;
  const recipients: Recipient[] = [];
  let columns: (Field | undefined)[] = [];
  let table = -1;
  for (const block of blocks) {
    if (block.kind !== 'table-row' || !block.cells) continue;
    const cells = block.cells.map((cell) => text.slice(cell.start, cell.end).trim());
    if (block.isHeader || block.table !== table) {
      table = block.table ?? -1;
      columns = block.isHeader ? columnsOf(cells) : [];
      continue;
    }
    const names = columns.some((field) => field === 'product' || field === 'company');
    const isThirdParty = columns.includes('company') || (columns.includes('product') && (columns.includes('data') || columns.includes('contact')));
    if (!names || !isThirdParty) continue;
    const fields = pick(cells, columns);
    if (fields) recipients.push(fields);
  }
  return recipients;
}

/** Columns of a table of third parties; [] for tables of other things (data kinds, permissions). */
function columnsOf(headers: string[]): (Field | undefined)[] {
  const taken = new Set<Field>();
  const columns = headers.map((header) => {
    const field = COLUMNS.find(([name, pattern]) => pattern.test(header) && (!taken.has(name) || name === 'data' || name === 'purpose'))?.[0];
    if (field) taken.add(field);
    return field;
  });
  const all = headers.join(' ');
  if (/权限(?:名称)?/.test(headers[0] ?? '') && !/sdk|第三方|公司/i.test(all)) return [];
  return /sdk|第三方|公司|主体|合作|接收方|提供方|机构|厂商|插件|开发者|company|provider|vendor|third/i.test(all) ? columns : [];
}

function pick(cells: string[], columns: (Field | undefined)[]): Recipient | undefined {
  const value = (field: Field) => cells.filter((cell, index) => columns[index] === field && cell !== '' && !/^[-—/无\s]{1,4}$/.test(cell)).join('；').slice(0, FIELD_CHARS);
  const name = nameOf(value('product'), value('company'));
  return name ? { name, purpose: value('purpose'), data: value('data'), contact: value('contact') } : undefined;
}

function nameOf(product: string, company: string): string {
  const clean = (text: string) => text.replace(/^\d{1,3}[.、)）]?\s?(?=\D)/, '').replace(/[；;，,。]$/, '').trim();
  const [p, c] = [clean(product), clean(company)];
  if (/^\d*$/.test(p)) return c;
  return p && c && !p.includes(c) && !c.includes(p) ? `${p}（${c}）` : c.length > p.length ? c : p;
}

/** "SDK名称：… / 使用目的：… / 收集信息：…", on lines of their own or in one line. */
function fromLabels(reading: Reading): Recipient[] {
  const { blocks, text } = reading.document;
  const recipients: Recipient[] = [];
  let open: Partial<Record<Field, string>> = {};
  let lastAt = -10;
  const close = () => {
    const name = nameOf(open.product ?? '', open.company ?? '');
    // A label alone may head anything; with a second field it is an entry of a list.
    if (name && name.length <= 80 && (open.purpose || open.data || open.contact)) recipients.push({ name, purpose: open.purpose ?? '', data: open.data ?? '', contact: open.contact ?? '' });
    open = {};
  };
  blocks.forEach((block: Block, index) => {
    if (block.kind === 'table-row') return;
    const pieces = text.slice(block.start, block.end).split(/(?<=[；;。，,\s])(?=(?:第三方|SDK|sdk|使用|收集|共享|合作|隐私|官网|公司|主体|功能|链接|获取)[^：:，。；]{0,12}[：:])/);
    let named = false;
    for (const piece of pieces) {
      const line = piece.replace(/^[\s•·●\-–—*①-⑳]+|^\d{1,3}[.、)）]\s?/, '').trim();
      const field = LABELS.find(([, pattern]) => pattern.test(line))?.[0];
      if (!field) continue;
      named = true;
      const value = line.slice(line.search(/[：:]/) + 1).replace(/[；;，,。]$/, '').trim().slice(0, FIELD_CHARS);
      if ((field === 'product' && open.product !== undefined) || (field === 'company' && open.company !== undefined) || index - lastAt > 4) close();
      if (open[field] === undefined && value) open[field] = value;
      lastAt = index;
    }
    if (!named && block.kind === 'heading') close();
  });
  close();
  return recipients;
}

const KIT = /([A-Za-z0-9\u4e00-\u9fff+.·_-]{2,24}?)\s?(?:SDK|sdk)(?![A-Za-z])/g;
/** A kit has a name of its own: foreign letters, a sign, or the name of a known product; "部分第三方SDK", "推送类SDK" name none. */
const GENERIC_KIT = /第三方|三方|部分|点击|查看|具体|详细|详见|参见|请|您|我们|他们|以|于|但|不限|更新|前述|上述|下面|如下|以下|方式|情况|相关|工具包|开发包|没有|无|所有|清单|目录|列表|渠道|这些|该|此|其他|任何|各|每个|类|部|等|若干|接口/;
const KNOWN_NAMES: readonly string[] = [...new Set(OWNERS.flatMap((owner) => [...owner.names, ...owner.services.flatMap((service) => service.names)]))].filter((name) => name.length >= 2);

function fromSentences(reading: Reading, known: readonly Recipient[], handler: readonly string[]): Recipient[] {
  const recipients: Recipient[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.kind === 'table-row' || sentence.isHeading) continue;
    const gives = sentence.signals.has('share') || sentence.signals.has('entrust') || sentence.signals.has('sdk') || sentence.signals.has('third-party') || sentence.signals.has('provider');
    if (!gives) continue;
    const text = wordingOf(reading, sentence);
    if (/(?:不|未)(?:会|曾)?(?:接入|使用|集成)(?:任何)?(?:第三方)/.test(text)) continue;
    const names: string[] = [];
    // "服务提供者：指X", "关联公司是指…" explain words; the parent company and the operator receive nothing by that.
    const explains = sentence.signals.has('definition') || /(?:提供者|关联公司|关联方|运营者|集团)[^，。；]{0,6}[：:]?(?:是?指|系)/.test(text);
    if (!explains) for (const { name, isCompany, start, end } of findOrganisations(text)) {
      if (isCompany && !isOperator(text, start, end) && !handler.some((own) => own.includes(name) || name.includes(own))) names.push(name);
    }
    for (const match of text.matchAll(KIT)) {
      const kit = trimKit(match[1] ?? '');
      if (kit) names.push(`${kit} SDK`);
    }
    for (const name of names) {
      const bare = name.replace(/\s?SDK$/, '');
      if (known.some((other) => other.name.includes(bare)) || recipients.some((other) => other.name === name)) continue;
      recipients.push({ name, purpose: purposeIn(text), data: dataIn(text), contact: addressIn(reading, sentence, text) });
    }
  }
  return recipients;
}

function trimKit(raw: string): string {
  const kit = (raw.replace(/^\d{1,3}[.、]\s?/, '').split(/(?:接入了?|集成了?|使用了?|嵌入了?|引入了?|包括|包含|例如|比如|采用|通过|调用|其中|由|的|如|为|和|与|及|或|、)/).pop() ?? '').trim();
  if (kit.length < 2 || kit.length > 20 || GENERIC_KIT.test(kit)) return '';
  if (/^(?:App|IOS|Android|API|H5|Web|and|or|the|of|by|our|and\/or)$/i.test(kit)) return '';
  return /[A-Za-z+]/.test(kit) || KNOWN_NAMES.some((name) => kit.includes(name)) ? kit : '';
}

/** The operator itself, named in a sentence about sharing. */
function isOperator(text: string, start: number, end: number): boolean {
  return /^[（(“”]?.{0,4}(?:以下|下称|简称|我们)/.test(text.slice(end, end + 12)) || /(?:我们|本公司)(?:是|即|指)$/.test(text.slice(Math.max(0, start - 6), start));
}

function purposeIn(text: string): string {
  return (/(?:用于|以便于?|目的(?:是|为)|为了?(?:向您|您|实现|提供|帮助|保障|完成)|以(?:实现|完成|提供|支持))[^。；]{2,60}?(?=[，。；]|$)/.exec(text)?.[0] ?? '').slice(0, FIELD_CHARS);
}

function dataIn(text: string): string {
  return (/(?:收集|获取|读取|采集|共享|提供(?![者商方给])|传输)(?:您的|用户的|以下|了)?([^。；，]{0,60}(?:信息|地址|标识|号码?|型号|IMEI|MAC|位置|列表|记录|日志|数据|权限|id)[^。；]{0,60}?)(?=[，。；]|$)/i.exec(text)?.[1] ?? '').slice(0, FIELD_CHARS);
}

/** An address in the sentence or the next two. */
function addressIn(reading: Reading, sentence: Sentence, text: string): string {
  for (const part of [text, ...reading.following(sentence, 2).map((other) => wordingOf(reading, other))]) {
    const url = /https?:\/\/[^\s，。；）)】」”"']{4,300}/.exec(part)?.[0];
    if (url) return url.replace(/[.,]$/, '');
  }
  return '';
}
