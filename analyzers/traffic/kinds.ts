/**
 * Which personal data a value is, by its shape and its name together. A shape alone decides only where chance cannot
 * produce it (check digits, e-mail addresses, +86); a name alone never does.
 */
import type { DataItem, DataKind } from '../artifacts';
import type { Leaf } from './decode';
import { classOfMember, wordsOf, type KeyClass } from './key-class';
import { decimalsOf, hashLength, isChineseName, isEmail, isHouseAddress, isLuhn, isPublicIp, isResidentId, isTime, looksRandom, looksUnique, mobileNumber } from './shapes';

export interface Recognised {
  kind: DataKind;
  /** The value in its normal form: equal values in different writing get equal digests. */
  canonical: string;
  foundBy: Extract<DataItem['foundBy'], 'value' | 'key'>;
  hashed?: boolean;
}

const EMPTY = /^(null|undefined|none|nan|true|false|guest|anonymous|unknown|default|test|-?\d{1,3}|0+|\*+)$/i;

/** Kind of one value, or undefined. Coordinates in two values are found by `recognisePairs`. */
export function recognise(leaf: Leaf): Recognised | undefined {
  const { value } = leaf;
  const kind = classOfMember(leaf.key, leaf.parent);
  if (leaf.mediaType) return recogniseMedia(leaf, kind);
  if (value.length > 300 || (value.length <= 10 && EMPTY.test(value))) return undefined;
  const byValue = recogniseValue(value, kind, leaf.key);
  if (byValue) return byValue;
  switch (kind) {
    case 'phone':
    case 'email':
    case 'id-number':
      return hashLength(value) ? { kind, canonical: value.toLowerCase(), foundBy: 'key', hashed: true } : undefined;
    case 'name':
      return /^[\u4e00-\u9fff·]{2,6}$/.test(value) || /^[A-Z][a-z]{1,20} [A-Z][a-z]{1,20}$/.test(value) ? { kind: 'name', canonical: value, foundBy: 'key' } : undefined;
    case 'name-part':
      return /^[\u4e00-\u9fff]{1,3}$/.test(value) || /^[A-Z][a-z]{1,20}$/.test(value) ? { kind: 'name', canonical: value, foundBy: 'key' } : undefined;
    // A nickname or the name of anything may stand here: only what reads like a person's name counts.
    case 'weak-name':
      return isChineseName(value) ? { kind: 'name', canonical: value, foundBy: 'key' } : undefined;
    case 'login-name':
      if (isChineseName(value)) return { kind: 'name', canonical: value, foundBy: 'value' };
      return /^[a-z]{0,8}_?\d{5,15}$/i.test(value) && !isTime(value) ? { kind: 'account-id', canonical: value, foundBy: 'key' } : undefined;
    case 'address':
      return value.length >= 8 && (value.match(/[\u4e00-\u9fff][省市区县镇乡村街路道巷弄号楼栋室]/g)?.length ?? 0) >= 2
        ? { kind: 'address', canonical: value.replace(/\s/g, ''), foundBy: 'key' }
        : undefined;
    case 'birthday':
      return /^(19|20)\d\d[-/.年]?(0?[1-9]|1[0-2])[-/.月]?(0?[1-9]|[12]\d|3[01])日?$/.test(value) ? { kind: 'birthday', canonical: value, foundBy: 'key' } : undefined;
    case 'gender':
      return /^(男|女|male|female|[mf])$/i.test(value) ? { kind: 'gender', canonical: value.toLowerCase(), foundBy: 'key' } : undefined;
    case 'point':
      return recognisePoint(value);
    case 'ip':
      return isPublicIp(value) ? { kind: 'ip', canonical: value, foundBy: 'key' } : undefined;
    case 'openid':
      return /^[\w-]{20,40}$/.test(value) && /[a-z]/i.test(value) ? { kind: 'account-id', canonical: value, foundBy: 'key' } : undefined;
    case 'account':
      if (/^\d{5,20}$/.test(value) || USER_NUMBER.test(value)) return { kind: 'account-id', canonical: value, foundBy: 'key' };
      if (looksUnique(value)) return { kind: 'device-id', canonical: value, foundBy: 'key' };
      return /^[a-z][\w-]{2,30}[._@-][\w.@-]{2,40}$/i.test(value) && value.includes('.') && !/\.(js|html?|json|php|aspx?)$/i.test(value) ? { kind: 'account-id', canonical: value, foundBy: 'key' } : undefined;
    case 'device':
      if (USER_NUMBER.test(value)) return { kind: 'account-id', canonical: value, foundBy: 'key' };
      if (/^\d{5,14}$/.test(value) && /distinct_?id$|^did$|cuid$/i.test(leaf.key) && !isTime(value)) return { kind: 'account-id', canonical: value, foundBy: 'key' };
      // The names of applications at a service stand in headers of their own.
      if (leaf.where === 'header' && /client-?id|^x-?cid/i.test(leaf.key)) return undefined;
      return looksRandom(value) ? { kind: 'device-id', canonical: value, foundBy: 'key' } : undefined;
    case 'fingerprint':
      if (/^\d{5,14}$/.test(value) && /visitor_?id$/i.test(leaf.key) && !isTime(value)) return { kind: 'account-id', canonical: value, foundBy: 'key' };
      return looksRandom(value) ? { kind: 'device-id', canonical: value, foundBy: 'key' } : undefined;
    case 'face':
      return value.startsWith('data:image/') || (value.length > 200 && looksBase64(value)) ? { kind: 'face-image', canonical: value.slice(0, 200), foundBy: 'key' } : undefined;
    case 'password':
      return value.length >= 4 && !leaf.encoded ? { kind: 'password', canonical: value, foundBy: 'key', hashed: hashLength(value) !== undefined } : undefined;
    default:
      if (kind !== 'other') return undefined;
      return accountIn(value) ?? recognisePlace(leaf);
  }
}

/** The number of an account, said to be one: `user_80417735`. */
const USER_NUMBER = /^(?:user|usr|uid|member|customer|account)[-_:]?\d{4,15}$/i;

/** The same, where nothing but the value says so. */
const NUMBERED_USER = /^(?:user|member|customer)[-_]?\d{5,15}$/i;
/** A person's number in a sentence of a log. */
const TOLD_USER = /(?:用户|会员|账号|帐号)(?:id|编号)?[ :：]{0,2}(\d{5,15})(?!\d)/i;

function accountIn(value: string): Recognised | undefined {
  const number = NUMBERED_USER.test(value) ? value : value.charCodeAt(value.length - 1) > 127 || value.charCodeAt(0) > 127 ? TOLD_USER.exec(value)?.[1] : undefined;
  return number === undefined ? undefined : { kind: 'account-id', canonical: number, foundBy: 'value' };
}

/** What goes with the name of an application where a person logs in to it or registers (RFC 6749 and its like). */
const LOG_IN = /^(user_?name|pass_?word|grant_type|response_type|redirect_uri|client_secret|code_challenge|code_verifier|refresh_token|scope)$/;
/** What goes with the site's own number at the service it uses. */
const SERVICE = /^(project_?id|client_(name|version)|sdk_?(name|version|ver)?|lib_?(name|version)?|api_?key|app_?key|write_?key|environment)$/;

/** Whether a `client_id` names the application that asks, as in OAuth, or an `account_id` the site at a service: neither is of the visitor. */
export function namesApplication({ key, parent, where }: Leaf, leaves: readonly Leaf[]): boolean {
  const beside = /client_?id$/i.test(key) ? LOG_IN : /^account_?id$/i.test(key) ? SERVICE : undefined;
  return beside !== undefined && leaves.some((other) => other.parent === parent && other.where === where && beside.test(wordsOf(other.key)));
}

/** Names under which services of maps take what they look up; a bare path segment is one as well. */
const PLACE_QUERY = /^(q|query|keyword|keywords|wd|address|proximity|origin|from|near|searchtext|geocode|term|text|input)?$/i;

/** An address or a point that is looked up: in the address of a request, under a name that says nothing else. */
function recognisePlace({ where, key, value }: Leaf): Recognised | undefined {
  if (value.length < 9 || (where !== 'url' && where !== 'body') || !PLACE_QUERY.test(key) || (where === 'body' && key === '')) return undefined;
  const bare = value.replace(/\.json$/, '');
  if (isHouseAddress(bare)) return { kind: 'address', canonical: bare.replace(/\s/g, ''), foundBy: 'value' };
  const point = where === 'url' ? recognisePoint(bare) : undefined;
  return point?.kind === 'precise-location' ? { ...point, foundBy: 'value' } : undefined;
}

/** Shapes that decide alone, or with a name that does not speak against them. */
function recogniseValue(value: string, key: KeyClass, named: string): Recognised | undefined {
  const first = value.charCodeAt(0);
  const digitish = (first >= 48 && first <= 57) || first === 43 || first === 40; // 0-9 + (
  if (!digitish) return key !== 'not-personal' && value.includes('@') && isEmail(value) ? { kind: 'email', canonical: value.toLowerCase(), foundBy: byName(key, 'email') } : undefined;
  if (key === 'not-personal') return undefined;
  const mobile = mobileNumber(value);
  if (mobile) {
    if (mobile.prefixed) return { kind: 'phone', canonical: mobile.digits, foundBy: byName(key, 'phone') };
    return key === 'phone' || key === 'login-name' || (key === 'id-number' && named === 'identity') || (key === 'account' && /account|login|passport/i.test(named)) ? { kind: 'phone', canonical: mobile.digits, foundBy: 'key' } : undefined;
  }
  if (value.length === 18 && isResidentId(value)) return { kind: 'id-number', canonical: value.toUpperCase(), foundBy: byName(key, 'id-number') };
  if (key === 'bank-card') {
    const digits = value.replace(/[ -]/g, '');
    // UnionPay cards are 16 or 19 digits from 62 on; other brands by key and checksum alike.
    return isLuhn(digits) ? { kind: 'bank-card', canonical: digits, foundBy: 'key' } : undefined;
  }
  if (/^62(\d{14}|\d{17})$/.test(value) && (key === 'login-name' || key === 'id-number') && isLuhn(value)) return { kind: 'bank-card', canonical: value, foundBy: 'key' };
  return value.includes('@') && isEmail(value) ? { kind: 'email', canonical: value.toLowerCase(), foundBy: byName(key, 'email') } : undefined;
}

/** `key` where the name says the same as the shape, or that a person logs in with it. */
function byName(key: KeyClass, kind: KeyClass): Recognised['foundBy'] {
  return key === kind || key === 'login-name' ? 'key' : 'value';
}

function recogniseMedia(leaf: Leaf, kind: KeyClass): Recognised | undefined {
  if (kind === 'face' && leaf.mediaType!.startsWith('image/')) return { kind: 'face-image', canonical: leaf.value, foundBy: 'key' };
  if (kind === 'audio' && leaf.mediaType!.startsWith('audio/')) return { kind: 'audio', canonical: leaf.value, foundBy: 'key' };
  return undefined;
}

function looksBase64(text: string): boolean {
  return /^[A-Za-z0-9+/=_-]+$/.test(text);
}

/** `116.397128,39.916527` or the other way round, `geo:39.9,116.4`, `POINT(116.39 39.91)`, or metres of Baidu's Mercator map. */
function recognisePoint(value: string): Recognised | undefined {
  const match = /^(?:geo:|POINT ?)?[[({]?\s{0,2}(-?\d{1,8}\.\d{1,16}|\d{7,9})\s{0,2}[,; |]\s{0,2}(-?\d{1,8}\.\d{1,16}|\d{7,9})\s{0,2}[\])}]?(?:[;,]u?=?\d{0,6}|,0)?$/i.exec(value);
  return match ? pointOf(match[1]!, match[2]!) : undefined;
}

/** Millionths of degrees, as mobile maps count: latitude and longitude of China only, so that other large numbers are none. */
function isMillionths(x: number, y: number): boolean {
  const [low, high] = [Math.min(x, y), Math.max(x, y)];
  return low >= 3.5e6 && low <= 54e6 && high >= 73e6 && high <= 136e6;
}

/** Metres of Baidu's Mercator projection (BD-09MC), within China. */
function isMercator(x: number, y: number): boolean {
  const [low, high] = [Math.min(x, y), Math.max(x, y)];
  return low >= 3.5e5 && low <= 7.2e6 && high >= 8.1e6 && high <= 15.2e6;
}

/**
 * What only two values together tell: coordinates whose latitude and longitude stand beside each other or in a list of two, and
 * a bare `name` or the number of a sender beside a phone number, e-mail or id number.
 */
export function recognisePairs(leaves: readonly Leaf[]): { leaf: Leaf; found: Recognised }[] {
  const half = new Map<string, { kind: string; leaf: Leaf }>();
  const pairs: { leaf: Leaf; found: Recognised }[] = [];
  for (const leaf of leaves) {
    const first = leaf.value.charCodeAt(0);
    if (first > 0x3400 && leaf.value.length <= 4 && NAME_KEY.test(leaf.key) && isChineseName(leaf.value) && hasPersonBeside(leaves, leaf)) {
      pairs.push({ leaf, found: { kind: 'name', canonical: leaf.value, foundBy: 'value' } });
      continue;
    }
    if (first < 58 && leaf.key.length >= 4 && leaf.key.length <= 9 && SENDER_KEY.test(leaf.key) && /^\d{5,15}$/.test(leaf.value) && hasPersonBeside(leaves, leaf)) {
      pairs.push({ leaf, found: { kind: 'account-id', canonical: leaf.value, foundBy: 'value' } });
      continue;
    }
    if (leaf.value.length > 24 || !((first >= 48 && first <= 57) || first === 45)) continue;
    const named = classOfMember(leaf.key, leaf.parent);
    const isAxis = named === 'other' && leaf.key.length === 1 && /^[xy]$/i.test(leaf.key) && leaf.value.length >= 7;
    if (named !== 'latitude' && named !== 'longitude' && named !== 'point' && !isAxis) continue;
    const kind = isAxis ? leaf.key.toLowerCase() : named;
    if (decimalsOf(leaf.value) === undefined && !/^\d{7,9}(?:\.\d{1,8})?$/.test(leaf.value)) continue;
    const at = `${leaf.where} ${leaf.parent}`;
    const other = half.get(at);
    if (!other || (kind !== 'point' && other.kind === kind)) {
      half.set(at, { kind, leaf });
      continue;
    }
    const found = isAxis && !isMercator(Number(other.leaf.value), Number(leaf.value)) ? undefined : pointOf(other.leaf.value, leaf.value);
    if (found) pairs.push({ leaf, found }, { leaf: other.leaf, found });
    half.delete(at);
  }
  return pairs;
}

/** Who says something, in messages. */
const SENDER_KEY = /^(?:from|sender|author|from_?(?:id|user)|senderid)$/i;

const NAME_KEY = /^[_$]?(name|姓名|名字)$/;

/** A phone number, e-mail or id number in the same object. */
function hasPersonBeside(leaves: readonly Leaf[], { parent, where }: Leaf): boolean {
  return leaves.some((other) => other.parent === parent && other.where === where && PERSONAL.has(recognise(other)?.kind));
}

const PERSONAL: ReadonlySet<DataKind | undefined> = new Set<DataKind>(['phone', 'email', 'id-number']);

/** Three decimals are about 100 m: the line the catalogue draws between precise and coarse. Whole numbers say nothing. */
function pointOf(a: string, b: string): Recognised | undefined {
  if (a.length >= 7 && b.length >= 6 && (isMercator(Number(a), Number(b)) || (!a.includes('.') && !b.includes('.') && isMillionths(Number(a), Number(b))))) {
    return { kind: 'precise-location', canonical: [a, b].sort().join(','), foundBy: 'key' };
  }
  const decimals = Math.min(decimalsOf(a) ?? 0, decimalsOf(b) ?? 0);
  const [x, y] = [Number(a), Number(b)];
  const latitude = Math.min(Math.abs(x), Math.abs(y));
  if (decimals < 1 || latitude > 90 || Math.abs(x) > 180 || Math.abs(y) > 180 || (x === 0 && y === 0)) return undefined;
  // Ratios and fractions of a screen lie between 0 and 1.
  if (Math.abs(x) <= 1 && Math.abs(y) <= 1) return undefined;
  const canonical = [a, b].sort().join(',');
  return { kind: decimals >= 3 ? 'precise-location' : 'coarse-location', canonical, foundBy: 'key' };
}
