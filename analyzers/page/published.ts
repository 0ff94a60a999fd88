/**
 * Identity-card numbers and mobile numbers of private persons that stand in full in a page's text. Numbers that serve a
 * business, examples, forms to test and the person's own account page are left out. Only masks leave this file.
 */
import type { PublishedData } from '../artifacts';
import { LIMITS } from '../artifacts';
import { isResidentId } from '../traffic/shapes';
import type { PageContext } from './context';
import { isPage } from './context';
import { ancestorsOf, isVisible, parentOf, selectorOf, textOf } from './dom';

/** Text nodes worth a look; kept by the scan. */
export const NUMBER_TEXT = /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/;
const ID = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const PHONE = /(?<![\dA-Za-z-])1[3-9]\d{9}(?![\dA-Za-z])/g;

/** Numbers of those who want to be called. */
const BUSINESS =
  /客服|热线|咨询|联系(?:我们|电话|方式|人|手机)|销售|经理|商家|商户|门店|店铺|公司|企业|律师|医生|中介|经纪|招聘|加盟|合作|预约|报修|物业|服务电话|订购|订票|值班|举报|监督|投诉|服务商|师傅|司机|老师|班主任|主播|媒体|商务|微信同号|电话[:：]|手机[:：]|Tel|供应|求购|出售|出租|转让|发布者|卖家|房东/i;
/** Words that only say what sort of number stands there. */
const LABELS = /联系(?:电话|方式|手机)|电话[:：]|手机[:：]|Tel/gi;
/** Lists whose every line is a private person. */
const ROLL = /业主|住户|居民|租户|名单|名册|花名册|欠费|欠缴|欠款|拖欠|催收/;
const BUSINESS_PAGE = /联系我们|客服|门店|网点|招商|加盟|律师|医生|专家|团队|经纪|中介|招聘|黄页|二手|contact/i;
/** Lists of private persons. */
const PRIVATE = /业主|住户|居民|租户|家长名单|学生名单|新生|名单|名册|花名册|中奖|获奖|欠费|欠缴|欠款|拖欠|老赖|催收|曝光|人肉|开盒|扒皮|户籍|身份证|公示|登记表|报名表|通讯录|签到/;
/** Lists of a court or authority have rules of their own; examples and tools for testing show nobody. */
const OFFICIAL = /失信被执行人|法院|执行案件|公安局|通缉/;
const EXAMPLE = /例如|示例|样例|举例|比如|格式|虚构|测试|生成|校验|随机|模拟|演示|占位|demo|example|sample|test/i;
/** The person's own data. */
const OWN_PAGE = /个人中心|我的(?:资料|信息|账号|账户|订单|名片)|账号(?:设置|安全)|个人(?:资料|信息)(?!保护|公开)|收货地址|订单详情|实名信息/;
const OWN_ADDRESS = /\/(?:user|account|profile|member|my|order|ucenter|personal|address)(?:[/?#.]|$)/i;

/** Levels up to the table, list or section a number stands in. */
const MAX_LEVELS = 8;

export function* readPublished(context: PageContext, url: string, title: string): Generator<void, PublishedData[]> {
  if (context.scan.numbers.length === 0 || OWN_PAGE.test(title) || OWN_ADDRESS.test(pathOf(url))) return [];
  const titled = new Map<Element, boolean>();
  const parts = new Map<Element, { ids: Set<string>; phones: Set<string>; text: string; about: PublishedData['about'] }>();
  for (const source of context.scan.numbers) {
    yield;
    if (/^(?:code|pre|samp|kbd|textarea|option)$/.test(source.localName) || ancestorsOf(source, 6).some((node) => /^(?:code|pre|textarea|footer)$/.test(node.localName)) || !isVisible(source)) continue;
    const row = rowOf(source);
    const text = textOf(row, 300);
    const part = partOf(row, titled);
    const around = `${title} ${headingBefore(part)} ${textOf(part, 400)}`;
    if (EXAMPLE.test(text) || EXAMPLE.test(title) || OFFICIAL.test(around) || OWN_PAGE.test(textOf(part, 60))) continue;
    const ids = (text.match(ID) ?? []).slice(0, 20).filter(isResidentId);
    const heading = `${title} ${headingBefore(part)}`;
    // 联系电话 in every line of a list of owners is a column, not an offer to call.
    const isRoll = ROLL.test(heading) && !/联系人|咨询|异议/.test(text) && new Set(textOf(part, 2_000).match(PHONE)).size > 1;
    const said = (words: string) => (isRoll ? words.replace(LABELS, '') : words);
    const phones = BUSINESS_PAGE.test(title) || BUSINESS.test(said(text)) || BUSINESS.test(said(`${headingBefore(part)} ${textOf(part, 60)}`)) ? [] : (text.match(PHONE) ?? []).slice(0, 20);
    if (ids.length === 0 && phones.length === 0) continue;
    const entry = parts.get(part) ?? { ids: new Set(), phones: new Set(), text: masked(text).slice(0, 120), about: PRIVATE.test(around) ? ('private' as const) : ('unclear' as const) };
    ids.forEach((id) => entry.ids.add(id));
    phones.forEach((phone) => entry.phones.add(phone));
    parts.set(part, entry);
    if (parts.size >= LIMITS.signsPerSurface) break;
  }
  return [...parts].flatMap(([part, { ids, phones, text, about }]): PublishedData[] => {
    const selector = selectorOf(part);
    return [
      ...(ids.size > 0 ? [{ kind: 'id-number' as const, count: ids.size, text, selector, about }] : []),
      ...(phones.size > 0 ? [{ kind: 'phone' as const, count: phones.size, text, selector, about }] : []),
    ];
  });
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return '';
  }
}

/** The row, item or paragraph a number stands in. */
function rowOf(element: Element): Element {
  const row = [element, ...ancestorsOf(element, 5)].find((node) => /^(?:tr|li|p|dd|article|section|blockquote)$/.test(node.localName));
  return row ?? element;
}

/** The table, list or section around a row, with its heading where that is near. */
function partOf(row: Element, titled: Map<Element, boolean>): Element {
  let part = row;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const parent = parentOf(part);
    if (!parent || isPage(parent)) break;
    part = parent;
    const known = titled.get(part) ?? (/^(?:section|article|main)$/.test(part.localName) || (part.localName !== 'tr' && part.querySelector('h1,h2,h3,h4,caption') !== null));
    titled.set(part, known);
    if (known) break;
  }
  return part;
}

/** The nearest heading in front of a part, looking at three levels and five neighbours of each. */
function headingBefore(part: Element): string {
  let node: Element | null = part;
  for (let level = 0; node && level < 3; level++) {
    let before = node.previousElementSibling;
    for (let count = 0; before && count < 5; count++) {
      const heading = /^h[1-4]$/.test(before.localName) ? before : before.querySelector('h1,h2,h3,h4');
      if (heading) return textOf(heading, 60);
      before = before.previousElementSibling;
    }
    node = parentOf(node);
  }
  return '';
}

/** A text with every number of this file's kinds masked: 110***********7758, 138****1234. */
export function masked(text: string): string {
  return text
    .replace(ID, (id) => `${id.slice(0, 3)}***********${id.slice(-4)}`)
    .replace(PHONE, (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`);
}
