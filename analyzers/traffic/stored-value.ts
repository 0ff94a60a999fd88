/** Whether something kept in the browser identifies it, and by which values. */
import { Decoding } from './decode';
import { classOfKey, wordsOf } from './key-class';
import { looksRandom, looksUnique } from './shapes';

/** Hours from which an identifier counts as persistent (catalogue: cookie ≥ 24 h). */
export const PERSISTENT_HOURS = 24;
/** Hours that stand for "until deleted": storage without an expiry. Ten years. */
export const UNTIL_DELETED_HOURS = 87_600;

/** Cookies and entries of consent platforms that hold the choice (their own developer documentation). */
const CONSENT_STATE = /^(cc_cookie|cookie_?consent|cookieconsent_status|optanonconsent|optanonalertboxclosed|eupubconsent|euconsent|didomi_token|usprivacy|klaro|tarteaucitron|cmplz_|borlabs|cookieyes|termly|osano|_evidon|notice_preferences|notice_gdpr_prefs|cookielaw)/i;
const CONSENT_WORDS = /(^|_)(consent|gdpr|cookie_(policy|notice|banner|pref|preference|preferences|choice|choices|agree|agreed|accept|accepted|allowed|control|setting|settings)|privacy_(agree|agreed|accept|accepted|choice|policy|tip))(_|$)/;

/** Protection of the service itself: gateways, bot defence, load balancing, forgery tokens (documentation of Alibaba Cloud WAF, Yunaq, Cloudflare, Akamai, Huawei Cloud, Imperva). */
const PROTECTION = /^(acw_(tc|sc__v2|sc__v3)|aliyungf_tc|cdn_sec_tc|tfstk|__jsl_clearance(_s)?|__jsluid_[hs]|__cf_bm|__cfduid|cf_clearance|_cfuvid|_abck|bm_(sz|sv|mi)|ak_bmsc|hwwafses(id|time)|visid_incap_\d+|incap_ses_.*|serverid|route|awsalb(cors)?|bigipserver.*|sl-session)$/i;
const FORGERY = /(^|_)(csrf|xsrf|csrftoken|xsrftoken|nonce|antiforgery|requestverificationtoken)(_|$)/;
const SESSION = /(^|_)(sess|session|sessionid|sessid|jsessionid|phpsessid|sid|aspsessionid)(_|$)/;

/** The number of an account, which is the person's and not the browser's; or the site's own at the service that keeps it. */
const ACCOUNT = /(^|_)(user_?id|member_?id|account_?id|customer_?id|login_?id)$/;
const ACCOUNT_CHARS = 15;

/** Names of members that carry an identifier in a structured value. */
const ID_MEMBER = /(^|_)(id|uid|uuid|guid|did|cid|visitor|device|client|distinct|anonymous|cookie|fingerprint|fp|oaid|user)(_|$)|id$/;

export interface StoredValue {
  isIdentifier: boolean;
  /** The values to recognise in traffic. */
  identifiers: string[];
}

const NONE: StoredValue = { isIdentifier: false, identifiers: [] };

/**
 * Looks at one stored value. Settings, times, flags, consent choices, application keys, forgery tokens and bot defence are no
 * identifiers; neither are random members of a structure whose name says nothing of an identifier.
 */
export function readStored(key: string, value: string): StoredValue {
  const words = wordsOf(key);
  if (value.length < 8 || CONSENT_STATE.test(key) || CONSENT_WORDS.test(words) || PROTECTION.test(key) || FORGERY.test(words)) return NONE;
  const decoding = new Decoding();
  decoding.stored(key, value.slice(0, 16_384));
  const identifiers = new Set<string>();
  const plain = decoding.leaves.length === 1;
  if (plain && decoding.leaves[0]!.value.length <= ACCOUNT_CHARS && ACCOUNT.test(words)) return NONE;
  // Microsoft Clarity keeps <user>^<version>^… under _clck and sends the short user number alone (its own cookie list).
  const clarity = key === '_clck' ? /^([a-z0-9]{5,16})(?:\^|%5E|\|)/.exec(value)?.[1] : undefined;
  if (clarity) identifiers.add(clarity);
  for (const leaf of decoding.leaves.slice(0, 200)) {
    // What stands in an address is part of a request that waits to be sent, such as the name of the application.
    if (leaf.value.length > 256 || leaf.path.includes(' > url > ') || !mayName(leaf.key, plain && leaf.key === key) || !(saysIdentifier(leaf.key) ? looksUnique(leaf.value) : looksRandom(leaf.value))) continue;
    identifiers.add(leaf.value);
    // Google Analytics keeps GA1.2.<id> and sends <id>.
    const tail = /^[A-Z]{2}\d\.\d\.(\d{6,10}\.\d{10})$/.exec(leaf.value)?.[1];
    if (tail) identifiers.add(tail);
    const head = plain ? firstPart(leaf.value) : undefined;
    if (head) identifiers.add(head);
    if (identifiers.size >= 8) break;
  }
  return identifiers.size > 0 ? { isIdentifier: true, identifiers: [...identifiers] } : NONE;
}

/** The identifier at the head of a composed value: `<uuid>.<time>.<count>…`, `<id>|<date>`. */
function firstPart(value: string): string | undefined {
  const end = value.search(/[.|^~!]/);
  if (end < 8) return undefined;
  const part = value.slice(0, end);
  return looksRandom(part) ? part : undefined;
}

function saysIdentifier(key: string): boolean {
  const kind = classOfKey(key);
  return kind === 'device' || kind === 'account' || kind === 'fingerprint' || kind === 'openid';
}

/** A value that stands alone under its key may have any name but a speaking one; a member of a structure needs an identifier's name. */
function mayName(key: string, alone: boolean): boolean {
  const words = wordsOf(key);
  if (SESSION.test(words) && !alone) return false;
  if (saysIdentifier(key)) return true;
  if (classOfKey(key) === 'not-personal') return alone && SESSION.test(words);
  return alone || ID_MEMBER.test(words);
}
