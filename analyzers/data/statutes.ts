/**
 * The instruments that findings cite, with the text of each article where it has been checked against the official
 * wording. An article without text may be cited by number, never quoted.
 */
import type { Lang, Text } from '../artifacts';
import type { Basis, InstrumentId } from '../report';
import data from './statutes.json';

/** In this order they are cited: laws, administrative regulations, departmental rules, then what only serves as a yardstick. */
export type InstrumentRank = 'law' | 'regulation' | 'rule' | 'yardstick';

export interface Article {
  /** Word for word, paragraphs and items on lines of their own; only where `verified`. */
  text?: string;
  /** The wording was compared with an official copy. Only then may it stand in quotation marks. */
  verified: boolean;
}

export interface Instrument {
  id: InstrumentId;
  rank: InstrumentRank;
  /** Full official name. */
  name: Text;
  /** Usual short name in Chinese. */
  short: string;
  issuer: Text;
  /** Document or order number, where checked. */
  number?: string;
  /** ISO date from which this text is in force; for normative documents without such a date the day of publication. */
  effective: string;
  /** By article number in the instrument's own numbering: `23`, `三-1`, `5.5`. */
  articles: Record<string, Article>;
}

// The JSON's inferred type lists every article of every instrument; a test checks its shape instead.
const INSTRUMENTS = data as unknown as Instrument[];
const BY_ID = new Map(INSTRUMENTS.map((instrument) => [instrument.id, instrument]));
const CHINESE_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** All instruments, in the order of citation. */
export function instruments(): readonly Instrument[] {
  return INSTRUMENTS;
}

/** The instrument of a provision. Throws for an unknown id: ids are a closed type. */
export function instrumentOf(id: InstrumentId): Instrument {
  const instrument = BY_ID.get(id);
  if (!instrument) throw new Error(`unknown instrument ${id}`);
  return instrument;
}

/** A provision taken apart: `17(1)2` is article 17, paragraph 1, item 2. */
interface Provision {
  article: string;
  paragraph?: number;
  item?: number;
}

/** Accepts `23`, `17(1)`, `17(1)2`, `三-1`, `2.1` and `2-1` (the last two for 认定方法), `5.5` (standards). */
function provisionOf(basis: Basis): Provision {
  const written = basis.article.trim();
  if (basis.instrument === 'CRITERIA') {
    const match = /^([一二三四五六1-6])(?:[-.](\d))?$/.exec(written);
    if (!match) return { article: written };
    const part = CHINESE_DIGITS[Number(match[1])] ?? match[1]!;
    return { article: match[2] ? `${part}-${match[2]}` : part };
  }
  const match = /^(\d+)(?:\((\d+)\)(\d+)?)?$/.exec(written);
  if (!match) return { article: written };
  return {
    article: match[1]!,
    ...(match[2] ? { paragraph: Number(match[2]) } : {}),
    ...(match[3] ? { item: Number(match[3]) } : {}),
  };
}

/** The cited article; undefined when the instrument has no such article in our data. */
export function articleOf(basis: Basis): Article | undefined {
  return BY_ID.get(basis.instrument)?.articles[provisionOf(basis).article];
}

/** A citation for people: 《个人信息保护法》第二十三条, or "Personal Information Protection Law, Art. 23". */
export function citation(basis: Basis, lang: Lang): string {
  const instrument = instrumentOf(basis.instrument);
  const { article, paragraph, item } = provisionOf(basis);
  if (lang === 'en') {
    const name = instrument.name.en.replace(/ \([^()]*\)$/, '');
    if (basis.instrument === 'GB35273') return `${name}, clause ${article}`;
    if (basis.instrument === 'CRITERIA') {
      const [part, point] = article.split('-');
      return `${name}, part ${CHINESE_DIGITS.indexOf(part!)}${point ? `, item ${point}` : ''}`;
    }
    return `${name}, Art. ${article}${paragraph ? `(${paragraph})` : ''}${item ? `, item ${item}` : ''}`;
  }
  const name = `《${instrument.rank === 'law' ? instrument.short : instrument.name['zh-CN']}》`;
  if (basis.instrument === 'GB35273') return `${instrument.name['zh-CN'].replace(/^(GB\/T \S+) (.+)$/, '$1《$2》')} ${article}`;
  if (basis.instrument === 'CRITERIA') {
    const [part, point] = article.split('-');
    return `${name}第${part}条${point ? `第${point}项` : ''}`;
  }
  const where = [
    `第${chineseNumber(Number(article))}条`,
    paragraph ? `第${chineseNumber(paragraph)}款` : '',
    item ? `第${chineseNumber(item)}项` : '',
  ];
  return name + where.join('');
}

/** Provisions without repeats, in the order of citation: by rank, by instrument, by article. */
export function inCitationOrder(bases: readonly Basis[]): Basis[] {
  const seen = new Map(bases.map((basis) => [`${basis.instrument} ${basis.article}`, basis]));
  const place = (basis: Basis): number => INSTRUMENTS.findIndex(({ id }) => id === basis.instrument);
  const position = (basis: Basis): number => {
    const articles = Object.keys(BY_ID.get(basis.instrument)?.articles ?? {});
    return articles.indexOf(provisionOf(basis).article);
  };
  return [...seen.values()].sort((a, b) => place(a) - place(b) || position(a) - position(b) || (a.article < b.article ? -1 : 1));
}

/** 1 to 9999 as statutes write their article numbers: 二十三, 一百零二, 一千零三十五. */
export function chineseNumber(value: number): string {
  let rest = value;
  let text = '';
  let gap = false;
  for (const [size, unit] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += (size === 10 && digit === 1 && text === '' ? '' : CHINESE_DIGITS[digit]!) + unit;
  }
  return text;
}
