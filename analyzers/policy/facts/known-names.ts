/** Names of companies and products that policies use for those who receive data, found in running text. */
import { OWNERS } from '../../data/recipients';
import { withFirstLook } from './first-characters';

/** Names that policies use beside those of the owners' list: log-in, payment, delivery and models. */
const FURTHER: readonly string[] = [
  'QQ', 'QQ空间', '微信开放平台', '新浪微博', '企业微信', '网联', '中国银联', '翼支付', '和包支付', 'Apple Pay', 'Google Pay', 'MasterCard', 'Visa', 'GitHub', 'GitHub Pages',
  '顺丰', '中通', '圆通', '申通', '韵达', '京东物流', '菜鸟裹裹', '百度云', '字节', '今日头条', 'UC头条', '抖音开放平台', 'OpenAI', 'DeepSeek', '文心一言', '通义千问', '豆包', '智谱', '月之暗面',
];

/** Names that are words of the language too: they count only beside another name or with SDK behind them. */
const WEAK = new Set(['联通', '蚂蚁', '头条', '灯塔', '小能', '连连', '个数', '荣耀', '快钱', '秒针', '基调', '字节', '天翼', '豆包', '中通', '圆通', '申通', 'Segment', 'Branch', 'Clarity', 'Meta', 'Intercom', 'Amplitude', 'Visa', 'HMS', 'MTA', 'ARMS', 'Sentry', 'QQ', '菜鸟']);

export interface NameMention {
  name: string;
  start: number;
  end: number;
  weak: boolean;
}

const ALL: readonly string[] = [...new Set([...OWNERS.flatMap((owner) => [...owner.names, ...owner.services.flatMap((service) => service.names)]), ...FURTHER])]
  .filter((name) => name.length >= 2)
  .sort((a, b) => b.length - a.length);

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A Latin name must not be a part of a longer word. */
const PATTERN = withFirstLook(ALL.map((name) => `${/^[A-Za-z]/.test(name) ? '(?<![A-Za-z])' : ''}${escaped(name)}${/[A-Za-z]$/.test(name) ? '(?![A-Za-z])' : ''}`).join('|'), 'g');

/** Known names in a text, in order; of names that begin at one place the longest. */
export function knownNamesIn(text: string): NameMention[] {
  const found: NameMention[] = [];
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match; match = PATTERN.exec(text)) {
    found.push({ name: match[0], start: match.index, end: match.index + match[0].length, weak: WEAK.has(match[0]) });
  }
  return found;
}

/** All names under which the owners of these names go: a site that is one of them is no recipient of its own data. */
export function namesOfOwners(own: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const owner of OWNERS) {
    if (!own.some((text) => text.includes(owner.name) || owner.names.some((name) => name.length >= 2 && text.includes(name)))) continue;
    for (const name of [...owner.names, ...owner.services.flatMap((service) => service.names)]) names.add(name);
  }
  return names;
}

/** Whether a text holds the name of a known company or product. */
export function holdsKnownName(text: string): boolean {
  PATTERN.lastIndex = 0;
  return PATTERN.test(text);
}
