/** What the wording of a link names: a policy, an agreement, both in one, or a document beside the policy. Chinese and English. */
import type { PolicyLink } from '../artifacts';

/** Longest wording that is read as a name; longer link texts are sentences and headlines. */
const NAME_CHARS = 80;

const POLICY = new RegExp(
  [
    '(?:隐私|隱私|私隱|私隐)(?:权|權|信息|資訊|安全|数据|及个人信息|与个人信息)?(?:保护|保護|处理)?(?:政策|条款|條款|声明|聲明|协议|協議|指引|指南|说明|說明|规则|規則|规范|须知|須知|通知|告知书|告知|制度|方针|守则|公约|原则|承诺|章程)',
    '(?:个人信息|个人资料|用户信息|个人数据|个人隐私|用户隐私|用户数据|個人資料|個人資訊|個資)(?:安全|隐私)?(?:保护|保護|处理|收集|使用|收集使用|收集与使用|收集及使用|处理及保护|和隐私|与隐私|及隐私|蒐集|私隱)?(?:保护|保護)?(?:政策|条款|條款|声明|聲明|协议|指引|说明|规则|規則|须知|告知书|告知|授权书|授权协议|聲明)',
    '信息保护(?:政策|声明|指引)',
    '(?:privacy|data[\\s-]{0,3}protection)\\s{0,3}(?:&|and)?\\s{0,3}(?:cookies?\\s{0,3})?(?:policy|policies|notice|statement|terms|agreement|center|centre|guidelines?|information|declaration)',
    'personal (?:information|data) (?:protection|processing|collection) (?:policy|notice|statement|rules?)',
  ].join('|'),
  'i',
);

/** Names a policy only when nothing else stands in the link. */
const BARE_POLICY = /^(?:隐私|隱私|私隱|隐私权|隱私權|隐私保护|隱私保護|隐私与安全|隐私及安全|隐私安全|隐私和(?:安全|cookie)|隐私与cookies?|个人信息保护|個人資料保護|privacy|your privacy|privacy (?:&|and) (?:security|cookies|terms|legal)|privacy rights|隐私中心|隐私权保护)$/i;

/** A short link that speaks of privacy in words of its own (关于隐私, 数据与隐私, Legal & Privacy): probably the policy. */
const LIKELY_POLICY = /隐私|隱私|私隱|私隐|个人(?:信息|数据|资料)(?:的)?(?:保护|处理|收集|使用)|\bprivacy\b/i;
const LIKELY_CHARS = 14;
const LIKELY_CHARS_EN = 30;
/** Goods, functions and stories that have privacy in their names. */
const NO_POLICY = /玻璃|膜|屏|相册|手机|空间|浏览|模式|号|房|帘|门|袋|面单|通话|泄露|泄漏|曝光|侵犯|纠纷|案|问答|社区|专题|电影|小说|输入|填写|\b(?:screen|glass|filter|fence|browser|mode|phone|tools?|tech|act|law|news)\b/i;

const AGREEMENT = /(?:用户|用戶|会员|會員|服务|服務|注册|註冊|使用|网站|平台|软件|许可|授权|登录|交易|认证|开通|客户端)[^，。；]{0,8}(?:协议|協議|条款|條款|须知|守则|公约)|法律声明|法律條款|法律条款|免责声明|使用条件|\b(?:terms|conditions)\b|user agreement|legal notice|service agreement|eula/i;

const CHILDREN = /(?:儿童|兒童|未成年|青少年|少儿).{0,14}(?:隐私|隱私|信息|资料|資料|保护|保護|监护|规则|声明|政策|指引|须知)|children.{0,20}(?:privacy|policy|notice|information)|kids.{0,10}privacy/i;
const COOKIES = /cookies?\s{0,2}(?:及|和|与|and|&)?.{0,12}(?:政策|声明|聲明|说明|說明|条款|使用规则|规则|policy|notice|statement|usage)|关于cookies?$/i;
const THIRD_PARTIES = /(?:第三方|三方|合作方|合作伙伴|SDK|共享|对外提供|委托处理).{0,20}(?:清单|目录|列表|名单|名录|一览)|(?:third[\s-]part(?:y|ies)|sdk|subprocessors?|partners?).{0,16}(?:list|directory|inventory)/i;

/** Controls and headlines that only contain the words. */
const NO_NAME = /隐私(?:设置|设定|管理|计算|号码|模式|保护通话)|隱私設定|cookies?\s{0,2}(?:设置|設定|偏好|管理|settings|preferences)|privacy (?:settings|preferences|choices|shield|manager)|do not sell|生成器|generator|模板|template/i;
const HEADLINE = /公告|更新通知|变更通知|新闻|解读|发布|曝光|热议|专访|如何|怎么|什么是|教程|报告|白皮书|研讨|大会|news|how to|what is|blog/i;

/** Brackets, quotes and separators around a name. */
const EDGES = /^[\s《〈「『“"'(（【[|｜·•>-]+|[\s》〉」』”"')）】\]|｜·•>-]{1,20}$/g;

/**
 * What a link's wording names.
 * @param text Folded text of the link.
 * @returns undefined when it names none of the documents.
 */
export function nameOf(text: string): PolicyLink['names'] | undefined {
  if (text === '' || text.length > NAME_CHARS || NO_NAME.test(text)) return undefined;
  const bare = text.replace(EDGES, '');
  if (THIRD_PARTIES.test(bare)) return 'third-parties';
  if (CHILDREN.test(bare)) return 'children';
  const policy = POLICY.test(bare) || BARE_POLICY.test(bare);
  if (policy) return AGREEMENT.test(bare.replace(POLICY, ' ')) || /^(?:用户|服务|使用|注册).{0,6}(?:与|和|及|、|&)/.test(bare) ? 'combined' : 'policy';
  if (COOKIES.test(bare)) return 'cookies';
  if (AGREEMENT.test(bare)) return LIKELY_POLICY.test(bare) && bare.length <= 20 ? 'combined' : 'agreement';
  return isLikelyPolicy(bare) ? 'policy' : undefined;
}

function isLikelyPolicy(bare: string): boolean {
  const limit = /[\u4e00-\u9fff]/.test(bare) ? LIKELY_CHARS : LIKELY_CHARS_EN;
  return bare.length <= limit && LIKELY_POLICY.test(bare) && !NO_POLICY.test(bare) && !HEADLINE.test(bare) && !/[？?！!。，,]/.test(bare);
}

/** Whether a wording names a policy beyond doubt; others are likely to be one, and nothing is held against them when they are not. */
export function namesPolicyPlainly(text: string): boolean {
  const bare = text.replace(EDGES, '');
  return POLICY.test(bare) || BARE_POLICY.test(bare);
}

/** How likely a link of this wording is the site's own document rather than a headline about one; 0 is plain, below 0 doubtful. */
export function plainness(text: string): number {
  return (namesPolicyPlainly(text) ? 0 : -30) + (HEADLINE.test(text) ? -60 : 0) + (text.length > 30 ? -20 : 0) + (/^[《〈「“]?.{0,4}(?:隐私|隱私|privacy)/i.test(text) ? 3 : 0);
}

/** Link texts that name nothing themselves; the words beside them do. */
export function isGeneric(text: string): boolean {
  return /^(?:[《〈“"]?[》〉”"]?|详情|詳情|查看|查看详情|点击查看|点击这里|点此|點此|这里|此处|此處|链接|全文|查看全文|阅读全文|了解更多|更多|详细内容|here|click here|link|read more|learn more|details|view|this page)[>》».。]?$/i.test(text);
}
