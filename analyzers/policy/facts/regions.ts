/** Where data is stored, or sent to: countries and regions that the policy names for it. */
import type { Reading } from '../reading';
import { addOnce, wordingOf } from './statement';

/** Names as policies write them, with the one form that is given. */
const REGIONS: [RegExp, string][] = [
  [/(?:中华人民共和国|中国|我国|国家)(?:大陆)?(?:境内|大陆|内地|领域内|国内|地区内)|(?<![非出])境内(?!外)|国内(?:的)?(?:服务器|云|机房)|(?:mainland )?china\b|People's Republic of China/i, '中国境内'],
  [/(?:位于|部署[在于]|(?:存储|储存|保存|存放)[于在至])[^，。]{0,6}中国(?!香港|台湾|台灣|澳门|澳門|以外|境外|大陆以外)/, '中国境内'],
  [/香港|Hong Kong/i, '香港'],
  [/台湾|台灣|Taiwan/i, '台湾'],
  [/澳门|Macau/i, '澳门'],
  [/新加坡|Singapore/i, '新加坡'],
  [/美国|美國|United States|U\.S\./, '美国'],
  [/日本|Japan/, '日本'],
  [/韩国|韓國|Korea/, '韩国'],
  [/欧盟|欧洲经济区|歐盟|European (?:Union|Economic Area)|\bEEA\b/, '欧盟'],
  [/德国|Germany/, '德国'],
  [/爱尔兰|Ireland/, '爱尔兰'],
  [/英国|United Kingdom/, '英国'],
  [/加拿大|Canada/, '加拿大'],
  [/澳大利亚|Australia/, '澳大利亚'],
  [/印度(?!尼)|India\b/, '印度'],
];

const PLACING = /存储|储存|保存|存放|存于|位于|服务器|传输|转移|储於|\bstor(?:e|ed|age)\b|servers?|located|transfer/i;
const FOREIGN = /境外|出境|跨境|海外|国外|abroad|overseas|cross-border/i;

/** Regions, in order of the text. Denials ("不会传输至境外") name no region. */
export function readRegions(reading: Reading): string[] {
  const values: string[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.isHeading || !PLACING.test(sentence.text)) continue;
    for (const clause of wordingOf(reading, sentence).split(/[，,；;]/)) {
      if (!sentence.signals.has('store') && !sentence.signals.has('abroad') && !PLACING.test(clause)) continue;
      const denied = /(?:不|未|没有|无需|不存在|暂不)[^，]{0,14}(?:传输|转移|存储|提供|出境|跨境)|\bnot\b/i.test(clause);
      if (denied) continue;
      for (const [pattern, name] of REGIONS) {
        const match = pattern.exec(clause);
        // "来自欧盟的用户" tells where people are, not where data go.
        if (!match || /(?:来自|对于从?|居住[在于]|身处)[^，；存储保传]{0,12}$/.test(clause.slice(0, match.index)) || (name !== '中国境内' && /^[^，；]{0,8}(?:用户|居民|访客|的?个人(?!信息|数据))/.test(clause.slice(match.index + match[0].length)))) continue;
        // "收集和产生于境内的信息" speaks of where data comes from; the place of storage must be said as well.
        if (name === '中国境内' && /境内[^，。]{0,12}(?:收集|产生|运营)/.test(clause) && !/(?:存储|储存|保存|存放|存于)[^，。]{0,12}(?:境内|国内|中国|大陆)/.test(clause)) continue;
        if (name === '中国境内' && FOREIGN.test(clause) && !/(?:存储|储存|保存|存放)/.test(clause)) continue;
        addOnce(values, name);
      }
    }
  }
  return values;
}
