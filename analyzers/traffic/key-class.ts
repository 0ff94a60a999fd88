/** What a value's name says about it. Names are split into words: `userPhone`, `user_phone` and `user-phone` are one. */

export type KeyClass =
  | 'phone' | 'email' | 'id-number' | 'bank-card' | 'name' | 'address' | 'birthday' | 'gender' | 'latitude' | 'longitude' | 'point' | 'ip'
  | 'openid' | 'account' | 'device' | 'fingerprint' | 'face' | 'audio' | 'password' | 'login-name' | 'name-part' | 'weak-name'
  | 'not-personal' // versions, builds, orders, goods, keys of an application, times, one-off request numbers
  | 'other';

/** Words that say the value belongs to a shop, a hotline or a sample, not to the person. */
const NOT_THE_PERSON = /(^|_)(shop|store|seller|merchant|supplier|service|kefu|hotline|company|corp|poi|dest|destination|warehouse|demo|example|sample|placeholder)(_|$)/;
/** The same of the object a value stands in. */
const NOT_A_PERSON_OBJECT = /(^|_)(shops?|stores?|sellers?|merchants?|suppliers?|vendors?|kefu|hotline|company|companies|corp|pois?|cit(y|ies)|province|destination|warehouses?|branch(es)?|outlets?|hospitals?|schools?|hotels?|restaurants?|stations?|demo|examples?|samples?|placeholders?|mock)$/;
/** Classes whose values such an object has of its own. */
const HAS_OF_ITS_OWN: ReadonlySet<KeyClass> = new Set<KeyClass>(['phone', 'email', 'id-number', 'address', 'latitude', 'longitude', 'point', 'name', 'name-part', 'ip']);

/** Order matters: the first that fits decides. */
const CLASSES: readonly [KeyClass, RegExp][] = [
  ['password', /(^|_)(password|passwd|pwd|passcode|mima)(_|$)|密码|^pass_word$/],
  ['fingerprint', /finger_?print|(^|_)(fp|fpid|fp_hash|visitor_?id|canvas_?(id|hash|fp)|device_?hash|browser_?hash|murmur)(_|$)/],
  ['openid', /(^|_)(open_?id|union_?id)(_|$)/],
  // A number of the thing the name speaks of.
  ['not-personal', /(^|_)(content|topic|post|comment|media|document|doc|block|node|widget|component|module|section|story|course|lesson|activity|coupon|creative|banner|category|brand|question|answer|album|playlist|song|game|match|room|team)_(uuid|guid|gid|id)(_|$)/],
  ['not-personal', /(^|_)(ts|time|timestamp|date|expires?|nonce|version|ver|build|commit|rev|revision|release|chunk|etag|hash|order|trade|goods|sku|spu|item|product|prod|article|news|video|page|pv|view|event|log|trace|span|request|req|transaction|csrf|xsrf|sign|signature|appid|app_?id|app_?key|api_?key|access_?key|secret|sdk|lib|site_?id|project|tenant|campaign|channel|template|config|sess|session|sid|sesid|window|tab|batch|seq|msg|message|file|upload|image|img|pic|asset|css|js|test|ab|experiment|exp|feature|flag|captcha|challenge|verify|serial|serial_?(no|num|number)|barcode|nonce_str)(_|$)/],
  ['id-number', /id_?card|identity|(^|_)(idno|id_no|id_num|id_number|cert_?no|cert_?num|cardno_?id|sfz|sfzh|zjhm|citizen_?id|shenfenzheng)(_|$)|身份证|证件号/],
  ['bank-card', /bank|^card$|(^|_)(card_?(no|num|number)|credit_?card|debit_?card|acct_?no|account_?no|pan|yhk)(_|$)|银行卡|卡号/],
  ['phone', /phone|mobile|shouji|(^|_)(tel|tels|telno|telnum|telephone|cell|msisdn|sjh|ph)(_|$)|手机|电话/],
  ['email', /e_?mail|(^|_)(em|mailbox)(_|$)|邮箱|邮件/],
  ['face', /(^|_)(face|selfie|face_?img|face_?image|portrait)(_|$)|人脸|自拍/],
  ['audio', /(^|_)(audio|voice|recording|voiceprint)(_|$)|录音|声纹/],
  ['birthday', /birth|(^|_)(dob|bday)(_|$)|生日|出生/],
  ['gender', /(^|_)(gender|sex|xingbie)(_|$)|性别/],
  ['latitude', /(^|_)(lat|latitude|weidu)(_|$)|纬度/],
  ['longitude', /(^|_)(lng|lon|long|longitude|jingdu)(_|$)|经度/],
  ['address', /(^|_)(address|addr|dizhi|street|detail_?address)(_|$)|地址/],
  ['point', /(^|_)(location|loc|coord|coords|coordinate|coordinates|position|point|geo|gps|latlng|lnglat|latlon|lonlat|ll)(_|$)|位置|坐标|定位/],
  ['ip', /(^|_)(ip|ipv4|ipv6|client_?ip|user_?ip|remote_?addr|real_?ip)(_|$)/],
  ['name-part', /(^|_)(first_?name|last_?name|given_?name|family_?name|surname|xing|ming)(_|$)|^姓$|^名$/],
  ['name', /(^|_)(real_?name|true_?name|full_?name|xingming|xm|consignee|receiver|receiver_?name|recipient_?name|contact_?name|contacts_?name|customer_?name|cust_?name|client_?name|lead_?name|user_?real_?name|id_?name|card_?name|patient_?name|payer_?name|holder|guest_?name|passenger_?name)(_|$)|姓名|收货人|联系人/],
  ['weak-name', /(^|_)nick(_?name)?(_|$)|昵称/],
  ['account', /(^|_)(uid|user_?id|end_?user_?id|usr_?id|targeting_?key|userid|user_uuid|user_unique_id|user_?token|member_?id|account_?id|customer_?id|buyer_?id|login_?id|profile_?id|person_?id|external_?id|uin|puid|uidaplus|passport_?id|user_?code|user_?no)(_|$)|^cs1$/],
  ['device', /(^|_)(device_?id|device_(?:[a-z]{1,16}_)?(?:id|uuid|guid|stamp|token)|dev_?id|devid|did|oaid|vaid|aaid|idfa|idfv|imei|imsi|meid|android_?id|androidid|mac_?addr|udid|uuid|guid|gid|cid|client_?id|distinct_?id|anonymous_?id|anon_?id|anonid|stable_?id|browser_?id|machine_?id|install_?id|installation_?id|web_?id|webid|ttwid|utdid|umid|cna|cookie_?id|visitor|visitor_?uuid|bd_?uid|baiduid|hmaccount|qimei|q36|buvid|ssid|fbp|uu_?id|tracking_?id|identity_cookie_id|duid|cuid|suid|sdid|web_uuid|pvi|pvid|pgv_pvid|guest_?id|track_id|hca|cnzz_eid|umuuid|smid|smid_?v2|sm_device_?id|ysf_device_?id)(_|$)/],
  
  ['login-name', /(^|_)(account|acct|login|login_?name|user_?name|username|uname|login_?account|user|alias)(_|$)|账号|帐号/],
];

const CACHE = new Map<string, KeyClass>();
/** Names kept; a page can invent names without end. */
const CACHE_LIMIT = 2_000;

/** Class of a value's name. */
export function classOfKey(key: string): KeyClass {
  const known = CACHE.get(key);
  if (known) return known;
  const words = wordsOf(key);
  const kind = NOT_THE_PERSON.test(words) ? 'not-personal' : (CLASSES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other');
  if (CACHE.size >= CACHE_LIMIT) CACHE.clear();
  CACHE.set(key, kind);
  return kind;
}

/** Members that say nothing by themselves, and the objects that make them speak: `user: { id, name }`. */
const BARE_MEMBER = /^(id|uuid|guid|gid|name|no|code|key|value|detail|identifier)$/i;
const PERSON_PARENT = /(^|_)(user|usr|end_?user|member|customer|person|people|profile|traits|person_properties|buyer|visitor|passenger|patient|consignee|receiver|applicant|contact|account|login_user|student|guardian|parent|driver|employee)$/;
const DEVICE_PARENT = /(^|_)(device|client|browser|visitor|terminal)$/;

/**
 * Class of a value's name, with the name of the object it stands in where its own says nothing. A bare `uuid` deep inside a
 * structure numbers the thing described there; at the top of a request it numbers the sender.
 * @param parent Way to the object: `body > json > data.user`.
 */
export function classOfMember(key: string, parent: string): KeyClass {
  // Told by its length first: most names are none of these.
  if ((key.length > 6 && key.length !== 10) || !BARE_MEMBER.test(key)) {
    const kind = classOfKey(key);
    // `identities: { other: … }`: whatever stands there says who it is.
    if (kind === 'other' && parent.endsWith('identities')) return 'openid';
    return HAS_OF_ITS_OWN.has(kind) && parent.length > 8 && NOT_A_PERSON_OBJECT.test(ownerOf(parent)) ? 'not-personal' : kind;
  }
  const bare = key.toLowerCase();
  const owner = ownerOf(parent);
  if (bare === 'detail') return /(^|_)(address|addr)$/.test(owner) ? 'address' : 'other';
  if (PERSON_PARENT.test(owner)) return bare === 'name' ? 'weak-name' : bare === 'id' || bare === 'no' || bare === 'code' || bare === 'key' || bare === 'identifier' ? 'account' : classOfKey(key);
  if (DEVICE_PARENT.test(owner)) return bare === 'name' ? 'other' : 'device';
  if ((bare === 'uuid' || bare === 'guid' || bare === 'gid') && (parent.includes('.') || parent.includes('[') || parent.includes(' > json > '))) return 'other';
  return classOfKey(key);
}

/** Words of the object's own name: `body > json > data.shopList[0]` → `shop_list`; lists of things count as the things. */
function ownerOf(parent: string): string {
  const last = Math.max(parent.lastIndexOf(' '), parent.lastIndexOf('.'));
  const own = parent.slice(last + 1);
  return wordsOf(own.endsWith(']') ? own.slice(0, own.indexOf('[')).replace(/_?(list|array|data|info)$/i, '') : own);
}

/** `ud[userPhone]` → `ud_user_phone`; at most 64 characters are looked at. */
export function wordsOf(key: string): string {
  return key
    .slice(0, 64)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9\u4e00-\u9fff]+/g, '_');
}
