/** Recipients from tables of third parties. */
import type { Recipient } from '../../report';
import type { Reading } from '../reading';
import { makeRecipient } from './recipient';
import type { RecipientField as Field } from './recipient';

/** Longest value of a cell that is kept, UTF-16 units. */
const FIELD_CHARS = 200;

/** What the columns of third-party lists are called. The first that fits counts. */
const COLUMNS: [Field, RegExp][] = [
  ['contact', /隐私(?:政策|条款|权|协议)|链接|网址|官网|联系|网站|url|privacypolicy|website|contact/i],
  ['data', /信息|字段|数据|权限|类型.{0,4}收集|收集|data|information/i],
  ['purpose', /目的|用途|功能|场景|使用方式|业务|purpose|usage|function/i],
  ['company', /公司|主体|提供方|提供者|开发者|厂商|机构|运营|合作方|接收方|第三方名称|服务商|所属|company|provider|operator|vendor/i],
  ['product', /sdk|名称|插件|产品|组件|第三方|服务|name|product|service|plugin/i],
];

interface Row {
  cells: string[];
  isHeader: boolean;
}

/** Recipients in order of the rows. */
export function recipientsOfTables(reading: Reading): Recipient[] {
  return tablesOf(reading).flatMap((rows) => (isOfPairs(rows) ? ofPairs(rows) : ofColumns(rows)));
}

/** Tables of the document; a table that goes on after other text is read on. */
function tablesOf(reading: Reading): Row[][] {
  const { blocks, text } = reading.document;
  const tables = new Map<number, Row[]>();
  for (const block of blocks) {
    if (block.kind !== 'table-row' || !block.cells) continue;
    const rows = tables.get(block.table ?? 0) ?? [];
    rows.push({ cells: block.cells.map((cell) => text.slice(cell.start, cell.end).trim()), isHeader: block.isHeader === true });
    tables.set(block.table ?? 0, rows);
  }
  return [...tables.values()];
}

/** A name and a value in each row: such a table describes its things one after another. */
function isOfPairs(rows: readonly Row[]): boolean {
  if (rows.length < 2 || !rows.every(({ cells }) => cells.length === 2)) return false;
  const labels = rows.filter(({ cells: [label = ''] }) => label.length <= 24 && fieldOf(label) !== undefined).length;
  // A header over two columns names both of them.
  const second = fieldOf(rows[0]?.cells[1] ?? '');
  return labels * 3 >= rows.length * 2 && !(rows[0]?.isHeader && second && labels < rows.length);
}

function ofPairs(rows: readonly Row[]): Recipient[] {
  if (!rows.some(({ cells: [label = ''] }) => /sdk|第三方|公司|合作|接收方|提供方|主体/i.test(label))) return [];
  const recipients: Recipient[] = [];
  let fields: Partial<Record<Field, string>> = {};
  let isKit = false;
  const close = () => {
    const recipient = fields.purpose || fields.data || fields.contact ? makeRecipient(fields, 'table', isKit) : undefined;
    if (recipient) recipients.push(recipient);
    fields = {};
    isKit = false;
  };
  for (const { cells: [label = '', value = ''] } of rows) {
    const field = label.length <= 24 ? fieldOf(label) : undefined;
    if (!field) continue;
    if ((field === 'product' && fields.product) || (field === 'company' && fields.company)) close();
    fields[field] ??= value.slice(0, FIELD_CHARS);
    if (field === 'product' && /sdk/i.test(label)) isKit = true;
  }
  close();
  return recipients;
}

function ofColumns(rows: readonly Row[]): Recipient[] {
  const recipients: Recipient[] = [];
  let columns: (Field | undefined)[] = [];
  let ofKits = false;
  for (const { cells, isHeader } of rows) {
    if (isHeader) {
      columns = columnsOf(cells);
      ofKits = cells.some((cell, index) => columns[index] === 'product' && /sdk/i.test(cell));
      continue;
    }
    // One cell over all columns heads the rows below it.
    if (cells.length > 2 && cells.every((cell) => cell === cells[0])) continue;
    const names = columns.some((field) => field === 'product' || field === 'company');
    const isThirdParty = columns.includes('company') || (columns.includes('product') && (columns.includes('data') || columns.includes('contact')));
    if (!names || !isThirdParty) continue;
    const value = (field: Field) => cells.filter((cell, index) => columns[index] === field && cell !== '' && !/^[-—/无\s]{1,4}$/.test(cell)).join('；').slice(0, FIELD_CHARS);
    const recipient = makeRecipient({ product: value('product'), company: value('company'), purpose: value('purpose'), data: value('data'), contact: value('contact') }, 'table', ofKits);
    if (recipient) recipients.push(recipient);
  }
  return recipients;
}

function fieldOf(label: string): Field | undefined {
  return COLUMNS.find(([, pattern]) => pattern.test(label))?.[0];
}

/** Columns of a table of third parties; [] for tables of other things (data kinds, permissions). */
function columnsOf(headers: string[]): (Field | undefined)[] {
  const all = headers.join(' ');
  if (!/sdk|第三方|公司|主体|合作|接收方|提供方|机构|厂商|插件|开发者|company|provider|vendor|third/i.test(all)) return [];
  if (/权限(?:名称)?/.test(headers[0] ?? '') && !/sdk|第三方|公司/i.test(all)) return [];
  const taken = new Set<Field>();
  const columns = headers.map((header) => {
    const field = COLUMNS.find(([name, pattern]) => pattern.test(header) && (!taken.has(name) || name === 'data' || name === 'purpose'))?.[0];
    if (field) taken.add(field);
    return field;
  });
  // "第三方SDK场景描述" in front of a column of companies describes the product rather than its purpose.
  const scene = headers.findIndex((header) => /sdk|第三方/i.test(header) && /场景|功能/.test(header));
  if (scene >= 0 && !taken.has('product') && taken.has('company') && columns.filter((field) => field === 'purpose').length > 1) columns[scene] = 'product';
  return columns;
}
