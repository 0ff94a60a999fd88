/** Finds names of companies and institutions in running text: the end is told by the kind of body, the beginning by what may stand before a name. */

export interface OrganisationName {
  name: string;
  start: number;
  end: number;
  /** Registered form of a company; institutions (大学, 医院 …) are told by their last word only and need other signs. */
  isCompany: boolean;
}

/** UTF-16 units a Chinese name may have. */
const NAME_CHARS = 40;

const COMPANY_END = /(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|（有限合伙）|\(有限合伙\)|合伙企业|股份有限公司分公司|集团(?=\s?[（(](?:以下|下称|我们)))/g;
const BODY = '大学|学院|医院|管理局|侦查局|委员会|管理中心|服务中心|诊断中心|数据中心|研究院|研究所|协会|基金会|出版社|电视台|事务所|工作室|经营部|商行|人民政府|公安局|教育局|幼儿园|中学|小学|图书馆|博物馆';
/** An institution may hold another (…大学附属医院); street names and things of the same ending (学院路, 服务中心电话) are none. */
const BODY_END = new RegExp(`(?:${BODY})(?:[\\u4e00-\u9fff]{0,8}(?:${BODY}))?(?![路街道桥里东西南北]|[\u4e00-\u9fff]{0,2}(?:系统|账户|信息|认证|电话|热线))`, 'g');
/** Trade words and general words: alone before the form of a company they name nobody. */
const NAMELESS = /^原|^(?:科技|网络|信息|技术|文化|传媒|发展|软件|电子|商务|服务|咨询|互联网|关联|集团|控股|投资|管理|我们|您|其|用户|本|该|某|各|其他|任何|上述|相关|有关|一家|多家|合作|的|XX|xx|\*|○)+$|^(?:我们|您的|用户|其他|任何|某)/;

const ENGLISH = /(?:[A-Z][\w&.'’-]{0,30}[,]?\s){1,6}(?:Inc|Ltd|LLC|Limited|Corporation|Corp|GmbH|PLC|Pte\.?\sLtd|Pty\.?\sLtd|Sdn\.?\sBhd|LLP|Oy|UC|B\.V|Co\.,?\s?Ltd)\b\.?/g;

/** Asked first: most sentences hold no such form. */
const ENGLISH_END = /\b(?:Inc|Ltd|LLC|Limited|Corp|Corporation|GmbH|PLC|Bhd|LLP|Oy|UC|B\.V)\b/;

/** Places that registered names begin with (regulation on enterprise names: place, word, trade, form). Longest first where one begins with another. */
const PLACES = '中国|中华|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|广州|深圳|杭州|南京|苏州|成都|武汉|西安|厦门|珠海|佛山|东莞|宁波|青岛|济南|郑州|长沙|合肥|福州|南昌|沈阳|大连|长春|哈尔滨|昆明|贵阳|南宁|海口|太原|石家庄|兰州|乌鲁木齐|呼和浩特|银川|西宁|拉萨|无锡|常州|南通|徐州|扬州|温州|绍兴|嘉兴|金华|湖州|台州|泉州|漳州|莆田|烟台|潍坊|临沂|洛阳|桂林|惠州|中山|江门|汕头|湛江|绵阳|三亚|义乌|昆山|石狮|永城|雄安|天府|横琴|前海';
const PLACE_START = new RegExp(`(?:${PLACES})(?:省|市|自治区|特别行政区)?`, 'g');

/** Characters a Chinese registered name is made of. */
const NAME_CHARACTER = /[\u4e00-\u9fffA-Za-z0-9（）()·&]/;

/** Words that stand before a name and are no part of it. */
const BEFORE_NAME = /(?:是指|系指|指的是|特指|均指|以及|或者|其中|包括但不限于|包括|包含|不限于|适用于|旨在介绍|旨在|阅读|位于|預約|预约|仔细阅读|和及其|及其关联公司|及其|平台為|為|名称|名字|经营者|经营主体|法律主体|运营者|运营商|运营方|运营主体|开发者|开发商|提供者|提供商|服务商|供应商|主办单位|主体|机构|合作伙伴|合作方|第三方|第三方公司|关联公司|母公司|子公司|我们|本公司|您与|您和|用户与|公司名|版权所有|运营|归属|属于|所有权归|委托|通过|根据|使用|接入|依托|来自|分享给|共享给|提供给|披露给|传输给|同步给|授权|欢迎使用|感谢您使用|总部位于|[由是系即指向给至归称的：:「“《【、，,；;。！及与或])/g;

/** Organisations named in a text, in order. */
export function findOrganisations(text: string): OrganisationName[] {
  const found: OrganisationName[] = [];
  for (const [pattern, isCompany] of [[COMPANY_END, true], [BODY_END, false]] as const) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const end = match.index + match[0].length;
      const start = beginningOf(text, match.index);
      // "深圳市腾讯计算机系统有限公司及其关联公司": an ending alone, or a general word before it, names nobody.
      const core = text.slice(start, match.index);
      // House numbers stand in addresses ("…路77号金融服务中心"), not in names.
      if (core.length < 2 || NAMELESS.test(core) || /\d\s?号|[路街]\d/.test(core) || found.some((other) => start < other.end && end > other.start)) continue;
      found.push({ name: text.slice(start, end), start, end, isCompany });
    }
  }
  ENGLISH.lastIndex = 0;
  if (ENGLISH_END.test(text)) for (let match = ENGLISH.exec(text); match; match = ENGLISH.exec(text)) {
    const name = match[0].replace(/^(?:(?:The|By|And|Our|We,|To|From|At|Of|In|With|Copyright|Reserved)\s)/, '');
    found.push({ name, start: match.index + match[0].length - name.length, end: match.index + match[0].length, isCompany: true });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where the name that ends at `tail` (before its form) begins. */
function beginningOf(text: string, tail: number): number {
  let lowest = tail;
  while (lowest > 0 && tail - lowest < NAME_CHARS && NAME_CHARACTER.test(text[lowest - 1] ?? '')) lowest--;
  const window = text.slice(lowest, tail);
  // An opening bracket without its partner belongs to the sentence, not to the name.
  const open = Math.max(unclosed(window, '（', '）'), unclosed(window, '(', ')'));
  const close = Math.max(unopened(window, '（', '）'), unopened(window, '(', ')'));
  const from = lowest + Math.max(open, close) + 1;
  const candidate = text.slice(from, tail);
  const place = lastPlace(candidate);
  if (place >= 0) return from + place;
  let cut = 0;
  BEFORE_NAME.lastIndex = 0;
  for (let match = BEFORE_NAME.exec(candidate); match; match = BEFORE_NAME.exec(candidate)) {
    const after = match.index + match[0].length;
    // What is left must still be a name.
    if (candidate.length - after >= 2) cut = after;
  }
  const rest = candidate.slice(cut);
  const leading = /^(?:了|为(?!.?[技科])|在(?!线)|和(?=[\u4e00-\u9fff]{3,})|对|从|被|让|请|将|把|向)/.exec(rest);
  return from + cut + (leading ? leading[0].length : 0);
}

/** Last place that can begin the name: not inside brackets, and not the second of two places in a row. */
function lastPlace(candidate: string): number {
  let best = -1;
  PLACE_START.lastIndex = 0;
  for (let match = PLACE_START.exec(candidate); match; match = PLACE_START.exec(candidate)) {
    const inside = candidate.lastIndexOf('（', match.index) > candidate.lastIndexOf('）', match.index) || candidate.lastIndexOf('(', match.index) > candidate.lastIndexOf(')', match.index);
    if (inside) continue;
    const before = candidate.slice(0, match.index);
    const follows = best >= 0 && /^(?:[\u4e00-\u9fff]{0,4}(?:省|市|区|县)?)$/.test(before.slice(best)) && before.length - best <= 6;
    if (best < 0 || !follows) {
      // A place in the middle of a name ("新华三信息北京…") only counts when something that ends a phrase stands before it.
      if (best < 0 && (match.index === 0 || endsPhrase(before))) best = match.index;
      else if (best >= 0 && endsPhrase(before)) best = match.index;
    }
  }
  return best;
}

function endsPhrase(before: string): boolean {
  return /(?:由|是|为|指|即|系|与|和|及|或|向|给|至|归|称|的|在|对|名称|单位|主体|运营|开发|提供|委托|授权|所有|版权|公司|商|者|方|务|台|用|户|入|供)$/.test(before);
}

/** A closing bracket without its partner ends what stood before the name. */
function unopened(text: string, open: string, close: string): number {
  let depth = 0;
  let last = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth < 0) {
      last = i;
      depth = 0;
    }
  }
  return last;
}

function unclosed(text: string, open: string, close: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === close) depth++;
    else if (text[i] === open && --depth < 0) return i;
  }
  return -1;
}
