/** Who handles the information: full names, the one that the policy calls "我们" first. */
import type { Reading, Sentence } from '../reading';
import { findOrganisations } from './organisations';
import { addOnce, speaksOfOthers, wordingOf } from './statement';

/** Evidence that a name is the operator's, below which it is not given: complaint drafts are addressed to it. */
const ENOUGH = 6;
const MOST = 4;

/** "…（以下简称“X”或“我们”）", right after the name. */
const ALIAS = /^[^。；]{0,30}?(?:以下(?:简称|称|统称|亦称|合称|也称)|下称|下文称|简称|亦称|hereinafter|collectively|referred to as)([^）)。；]{1,50})/i;
/** "我们"指X, the other way round. */
const WE_BEFORE = /(?:我们|本公司|我司|\b(?:we|us|our)\b)[”"」’'』]?[^，。；]{0,8}(?:是|指|即|系|为|：|means|refers to|is|are)[^。；]{0,14}$/i;
/** "我们是X" closes an alias as well as it opens it. */
const SELF = /我们|本公司|我司|本平台|本网站|本应用|\b(?:we|us|our)\b/i;
const OPERATES = /由.{2,60}(?:运营|开发|提供|所有|负责|制定|研发|主办|制作)|(?:运营|开发|主办)(?:者|方|主体|单位|商|公司)|(?:operated|owned|provided|developed|run) by/i;
const LABEL = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.]\s?)?(?:公司|企业|单位|运营者|运营主体|运营方|开发者|开发商|主办单位|主体|个人信息处理者|服务提供者|注册)?(?:名称|全称|主体|名|姓名)?\s?[：:]/;
const PERSON_LABEL = /(?:开发者|运营者|作者|个人开发者|个人信息处理者)(?:名称|姓名)?\s?(?:[：:]|为)\s?([\u4e00-\u9fff·A-Za-z][\u4e00-\u9fff·\w ]{1,20})(?=[，。；,;\s（(]|$)/;

/** Names of the handler, best first; empty when the policy names only a brand. */
export function readHandler(reading: Reading): string[] {
  const scores = new Map<string, { score: number; order: number }>();
  const blocks = reading.document.blocks.length;
  for (const sentence of reading.sentences) {
    if (sentence.kind === 'table-row') continue;
    const text = wordingOf(reading, sentence);
    for (const { name, start, end, isCompany } of findOrganisations(text)) {
      const score = weigh(reading, sentence, text, start, end, blocks) + (isCompany ? 1 : -1);
      const before = scores.get(name);
      scores.set(name, { score: Math.max(score, before?.score ?? 0) + (before ? 1 : 0), order: before?.order ?? sentence.index });
    }
  }
  const names: string[] = [];
  const ranked = [...scores].filter(([, { score }]) => score >= ENOUGH).sort((a, b) => b[1].score - a[1].score || a[1].order - b[1].order);
  for (const [name] of ranked) {
    // A longer wording that ends with a known name repeats it.
    if (names.length < MOST && !names.some((other) => name.endsWith(other) || other.endsWith(name))) addOnce(names, name);
  }
  if (names.length === 0) {
    for (const sentence of reading.sentences) {
      const person = sentence.kind === 'table-row' || speaksOfOthers(sentence) ? undefined : PERSON_LABEL.exec(wordingOf(reading, sentence))?.[1]?.trim();
      if (person && !/^(?:我们|您|用户|其|该|本)/.test(person)) {
        addOnce(names, person);
        break;
      }
    }
  }
  return names;
}

/** The policy calls this name itself: "我们", or a short form that it uses all along or has in its title. */
function isCalledWe(reading: Reading, text: string, start: number, end: number): boolean {
  if (WE_BEFORE.test(text.slice(Math.max(0, start - 40), start))) return true;
  const alias = ALIAS.exec(text.slice(end, end + 90))?.[1];
  if (!alias) return false;
  if (SELF.test(alias)) return true;
  const short = alias.replace(/^[\s“"”‘'「『：:为]+/, '').split(/[“”"'‘’」』，、）)或和及\s]/)[0] ?? '';
  if (short.length < 2) return false;
  const { title, text: whole } = reading.document;
  return title.includes(short) || whole.split(short).length > 12;
}

function weigh(reading: Reading, sentence: Sentence, text: string, start: number, end: number, blocks: number): number {
  const near = text.slice(Math.max(0, start - 25), Math.min(text.length, end + 40));
  let score = 0;
  const isSelf = isCalledWe(reading, text, start, end);
  if (isSelf) score += 7;
  if (OPERATES.test(near)) score += 5;
  if (LABEL.test(text) && start < 16) score += 5;
  if (/©|版权所有|copyright|ICP/i.test(text)) score += 4;
  if (sentence.block < 12 || sentence.block > blocks - 8) score += 2;
  if (reading.under(sentence, 'way-section', 'way-phone', 'way-email') || /注册地址|办公地址|联系地址|联系我们/.test(text)) score += 2;
  // Others: partners, kits, parents of the brand, examples.
  if (speaksOfOthers(sentence) && !isSelf) score -= 6;
  if (/(?:共享|提供给|合作|委托|接入|支付宝|微信|银联|例如|比如|如：)/.test(text.slice(Math.max(0, start - 20), start))) score -= 6;
  if (/(?:关联公司|关联方|子公司|母公司)/.test(text.slice(Math.max(0, start - 12), end + 8)) && !isSelf) score -= 4;
  if (sentence.signals.has('share') || sentence.signals.has('entrust')) score -= 3;
  return score;
}
