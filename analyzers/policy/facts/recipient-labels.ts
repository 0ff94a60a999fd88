/** Recipients from lists without a table: "SDK名称：… / 使用目的：… / 收集信息：…", on lines of their own or in one line. */
import type { Block } from '../../artifacts';
import type { Recipient } from '../../report';
import type { Reading } from '../reading';
import { makeRecipient } from './recipient';
import type { RecipientField as Field } from './recipient';

const FIELD_CHARS = 200;

/** Lines without a label of the list after which an entry is over. */
const MOST_BETWEEN = 4;

/** Labels, the first that fits counts. */
const LABELS: [Field, RegExp][] = [
  ['product', /^(?:接入的?|集成的?)?(?:第三方)?(?:sdk|产品|插件|组件|服务|应用)?\s?(?:名称|的名称)\s?[：:]|^(?:第三方)?sdk(?:名称)?\s?[：:]|^名称\s?[：:]/i],
  ['company', /^(?:第三方|合作方|所属|运营|开发|提供|服务|sdk)?\s?(?:公司|主体|机构|提供方|开发者|厂商|服务商|运营方|提供者|合作方|合作伙伴)(?:名称|全称)?\s?[：:]|^第三方(?:名称|主体)\s?[：:]|^(?:数据|信息)?接收方(?:名称)?\s?[：:]/i],
  ['purpose', /^(?:共享|使用|收集|处理|合作|接入|应用)?(?:的)?(?:目的|用途|场景|功能|方式)[^：:]{0,8}[：:]|^(?:主要)?功能\s?[：:]/i],
  ['data', /^(?:共享|收集|获取|处理|使用|涉及)?(?:的)?(?:个人)?(?:信息|数据|字段)[^：:]{0,14}[：:]|^(?:可能)?(?:收集|获取|共享)[^：:]{0,14}[：:]/i],
  ['contact', /^(?:第三方|sdk)?\s?(?:隐私(?:权)?(?:政策|条款|协议)|相关协议|官网|链接|网址|联系方式)[^：:]{0,8}[：:]/i],
];

/** Where one line may hold the next label. */
const NEXT_LABEL = /(?<=\S)(?=(?:收集的?个人信息|个人信息(?:类型|种类|字段)|隐私(?:政策|协议)(?:链接)?|官网链接|使用目的|SDK\s?名称|公司名称|第三方名称)[^：:，。；]{0,10}[：:])|(?<=[；;。，,\s])(?=(?:第三方|SDK|sdk|使用|收集|共享|合作|隐私|官网|公司|主体|功能|链接|获取|接收方)[^：:，。；]{0,12}[：:])/;

/** Recipients in order of the text. */
export function recipientsOfLabels(reading: Reading): Recipient[] {
  const { blocks, text } = reading.document;
  const recipients: Recipient[] = [];
  let open: Partial<Record<Field, string>> = {};
  let lastAt = -10;
  let ofKit = false;
  const close = () => {
    // A label alone may head anything; with a second field it is an entry of a list.
    const recipient = open.purpose || open.data || open.contact ? makeRecipient(open, 'list', ofKit) : undefined;
    if (recipient) recipients.push(recipient);
    open = {};
    ofKit = false;
  };
  blocks.forEach((block: Block, index) => {
    if (block.kind === 'table-row') return;
    const whole = text.slice(block.start, Math.min(block.end, block.start + 2_000));
    if (!/[：:]/.test(whole)) {
      if (block.kind === 'heading') close();
      return;
    }
    let named = false;
    for (const piece of whole.split(NEXT_LABEL)) {
      const line = piece.replace(/^[\s•·●○\-–—*>①-⑳]+|^\d{1,3}[.、)）]\s?/, '').trim();
      const field = LABELS.find(([, pattern]) => pattern.test(line))?.[0];
      if (!field) continue;
      named = true;
      const value = line.slice(line.search(/[：:]/) + 1).replace(/^[\s：:]+/, '').replace(/[；;，,。]$/, '').trim().slice(0, FIELD_CHARS);
      if ((field === 'product' && open.product !== undefined) || (field === 'company' && open.company !== undefined) || index - lastAt > MOST_BETWEEN) close();
      if (open[field] === undefined && value) open[field] = value;
      if (field === 'product' && /^(?:第三方)?sdk/i.test(line)) ofKit = true;
      lastAt = index;
    }
    if (!named && block.kind === 'heading') close();
  });
  close();
  return recipients;
}
