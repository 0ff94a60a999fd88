/** What a value looks like, whatever its name: numbers of persons, identifiers, and the many things that only look alike. */

/** First two digits of a resident id number: provinces of GB/T 2260, and 83 (residence permit, Taiwan), 81, 82. */
const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '));
/** Weights and check characters of ISO 7064 MOD 11-2, as GB 11643-1999 uses them. */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** An 18-digit resident id number: province, a real date since 1900, and the check digit. */
export function isResidentId(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !PROVINCES.has(text.slice(0, 2))) return false;
  const year = Number(text.slice(6, 10));
  const month = Number(text.slice(10, 12));
  const day = Number(text.slice(12, 14));
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return ID_CHECKS[sum % 11] === text[17]!.toUpperCase();
}

/**
 * Digits of a mainland mobile number (11 digits, 1 then 3–9: numbering plan of MIIT), or undefined.
 * `prefixed` tells that +86 or 0086 stood before it, which order numbers never do.
 */
export function mobileNumber(text: string): { digits: string; prefixed: boolean } | undefined {
  if (text.length < 11 || text.length > 22) return undefined;
  const match = /^(\+86|\+86 |0086|\(\+86\)|86-|86)?[ -]?(1[3-9]\d[ +-]?\d{4}[ +-]?\d{4})$/.exec(text);
  if (!match) return undefined;
  return { digits: match[2]!.replace(/\D/g, ''), prefixed: match[1] !== undefined && match[1] !== '86' };
}

/** An e-mail address and nothing else; file names such as `logo@2x.png` and package names with a version are none. */
export function isEmail(text: string): boolean {
  if (text.length < 6 || text.length > 100) return false;
  const match = /^[\w.+-]{1,64}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.([a-z]{2,12})$/i.exec(text);
  return match !== null && !/^(png|jpe?g|gif|svg|webp|css|js|map|html?|json|woff2?|ttf|otf|eot|ico|avif|mp[34]|vue|tsx?|mjs)$/i.test(match[1]!);
}

/** Luhn checksum over 13 to 19 digits (ISO/IEC 7812-1). */
export function isLuhn(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

const UUID = /^\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i;

/** MD5, SHA-1, SHA-256 in hex, by length. */
export function hashLength(text: string): 32 | 40 | 64 | undefined {
  return (text.length === 32 || text.length === 40 || text.length === 64) && /^[0-9a-f]+$/i.test(text) ? (text.length as 32 | 40 | 64) : undefined;
}

/**
 * Whether a value looks drawn at random, as identifiers are: UUIDs, long hexadecimal, mixed tokens, long numbers that are no
 * time. Versions, dates, addresses, locales and words are not.
 */
export function looksRandom(text: string): boolean {
  const length = text.length;
  if (length < 8 || length > 200 || text.includes('://') || text.includes(' ')) return false;
  if (UUID.test(text)) return !/^[0-]+$/.test(text);
  if (length > 36 && UUID.test(text.slice(-36)) && /^[a-z]{1,24}[-_.:|]$/i.test(text.slice(0, -36))) return true;
  if (/^\d+$/.test(text)) return length >= 15 && length <= 24 && !/^(\d)\1+$/.test(text) && !/^1[4-9]\d{14}$/.test(text) && !/^20\d\d(0[1-9]|1[0-2])/.test(text);
  // Google: number.seconds; Meta: fb.1.milliseconds.number
  if (/^(?:[A-Z]{2}\d\.\d\.)?\d{6,10}\.1\d{9}$/.test(text) || /^fb\.\d\.1\d{12}\.\d{6,}$/.test(text)) return true;
  if (/^v?\d{1,5}(\.\d{1,6}){1,4}([-+][\w.]{0,40})?$/i.test(text) || /^\d{4}[-/]\d\d[-/]\d\d/.test(text)) return false;
  if (!/^[\w+/=.:|~!*-]+$/.test(text)) return false;
  if (/^[0-9a-f]{16,}$/i.test(text)) return /[a-f]/i.test(text) && new Set(text.toLowerCase()).size >= 6;
  return length >= 10 && mixes(text);
}

/**
 * Whether a value could be one of many, under a name that says it identifies: less strict than `looksRandom`, so that
 * `v-1700000000-8412` counts where the browser keeps it as a visitor id. Times alone do not.
 */
export function looksUnique(text: string): boolean {
  if (looksRandom(text)) return true;
  if (text.length < 8 || text.length > 200 || !/^[\w.:|~-]+$/.test(text)) return false;
  if (/^1[4-9]\d{8}(\d{3})?$/.test(text) || /^v?\d{1,5}(\.\d{1,6}){1,4}$/i.test(text) || /^(19|20)\d\d[-./]?\d\d[-./]?\d\d/.test(text)) return false;
  return (text.match(/\d/g)?.length ?? 0) >= 4;
}

/** Letters of both cases and digits change places often, and at least eight characters differ. */
function mixes(text: string): boolean {
  let last = 0;
  let changes = 0;
  let counted = 0;
  let digits = 0;
  const seen = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = code >= 48 && code <= 57 ? 1 : code >= 65 && code <= 90 ? 2 : code >= 97 && code <= 122 ? 3 : 0;
    if (kind === 0) continue;
    counted++;
    seen.add(code);
    if (kind === 1) digits++;
    if (last !== 0 && kind !== last) changes++;
    last = kind;
  }
  return counted >= 10 && seen.size >= 8 && digits >= 1 && changes / counted >= 0.3;
}

/** Decimals of a number text, or undefined where it is none. */
export function decimalsOf(text: string): number | undefined {
  const match = /^-?\d{1,3}(?:\.(\d{1,16}))?$/.exec(text);
  return match ? (match[1]?.length ?? 0) : undefined;
}

/** A public IPv4 address. */
export function isPublicIp(text: string): boolean {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return false;
  const [a, b] = [Number(match[1]), Number(match[2])];
  if (match.slice(1).some((part) => Number(part) > 255)) return false;
  return !(a === 0 || a === 10 || a === 127 || a >= 224 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254));
}

/** The commonest surnames of the mainland (Ministry of Public Security name report and the Hundred Family Surnames), and compound ones. */
const SURNAMES = new Set('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'.split(''));
const COMPOUND = /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|端木|百里|呼延|轩辕|长孙|宇文|南宫|西门|独孤|拓跋)/;

/** Words for users and roles that begin with a surname. */
const NO_NAME = /^(游客|游戏|管理|安全|方便|高级|时间|金牌|金额|黄金|白金|白银|万能|关注|关于|于是|成功|成员|成为|全部|全国|平台|平安|常用|常见|和平|贵宾|温馨|温州|包邮|包括|包装|空白|向导|项目|夏季|冬季|古代|古典|国际|牛仔|马上|计划|石头|路人|路由|双十|单身|单品|单位|水果|车主|车辆|连接|连衣|金华|江苏|江西|黄山|徐州|苏州|常州|温柔|池州|梅州|柳州|连云|安徽|安庆|安阳|安康|庄园|宁波|宁夏|柏林|通用|简介|简单)|[店馆厂部社司员]$/;

/** Reads like a Chinese personal name: a surname and one or two characters, a compound surname, or a name with an interpunct. */
export function isChineseName(text: string): boolean {
  if (/^[\u4e00-\u9fff]{2,10}·[\u4e00-\u9fff]{2,10}$/.test(text)) return true;
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(text) || NO_NAME.test(text)) return false;
  return COMPOUND.test(text) ? text.length >= 3 : text.length <= 3 && SURNAMES.has(text[0]!);
}

/** Words that name parts of a Chinese address, each behind its own name or number. */
const ADDRESS_PART = /[\u4e00-\u9fff\d][省市区县旗镇乡村街路道巷弄号楼栋幢室层]/g;

/** A Chinese postal address down to the house: several parts, one of them numbered. */
export function isHouseAddress(text: string): boolean {
  return text.length >= 9 && text.length <= 120 && /\d{1,5}(?:号|弄|室|栋|幢|单元)/.test(text) && (text.match(ADDRESS_PART)?.length ?? 0) >= 3 && /^[\u4e00-\u9fff\d\s()（）a-zA-Z#-]+$/.test(text);
}

/** Seconds or milliseconds of this century, as a number. */
export function isTime(text: string): boolean {
  return /^1[0-9]\d{8}(\d{3})?$/.test(text);
}
