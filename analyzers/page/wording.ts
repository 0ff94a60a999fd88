/**
 * What the wording of buttons, labels and notices means: Chinese first, English beside it. Every pattern works on short
 * text (a control, a label, a sentence) and bounds its gaps.
 */
import type { ConsentTopic, Control } from '../artifacts';
import { dense } from './dom';
import { inSimplified } from './simplified';

/** Control texts longer than this are running text, not a control. */
export const MAX_CONTROL_CHARS = 40;

const REFUSE_ZH = [
  /^(?:我|先|暂|全部|一键|残忍|狠心|仍然?|坚持){0,2}(?:不同意|不接受|不允许|不授权|不愿意|暂不(?:同意|使用|授权|接受|允许)|拒绝|婉拒)[^，。；《]{0,12}(?:[，,]\s?(?:仅|只|先|继续|直接|以)[^，。；《]{0,10})?$/,
  /^(?:继续)?(?:仅|只)(?:限|接受|允许|使用|保留|同意|启用|选择)?(?:使用)?(?:严格|最)?(?:必要|必需|必须|基本|基础)[^，。；《]{0,12}$/,
  /^(?:全部|一律)?(?:禁止|禁用)(?:全部|所有|使用|非必要)?(?: ?cookies?)?$/i,
  /^(?:退出|离开|退出并关闭)(?:应用|网站|本站|页面|浏览|程序)?$/,
  /^(?:我|暂时?|先|都)?不(?:了|用了?|需要了?|想要?|感兴趣|要了?|必了?|开启|启用|参与|分享|提供)?[，,！! ]?(?:谢谢|多谢)?[！!。.]?$/,
  /^算了[吧！!。.]?$/,
  /^我?(?:先|仅|只|随便|四处)(?:去|来)?(?:浏览|逛逛|逛一逛|看看|看一看|体验|访问|试用)(?:一下|(?:基本|基础)(?:功能|服务)|内容|页面)?$/,
  /^(?:以|使用|进入|切换到?)?(?:游客|访客|仅浏览|基[本础](?:功能|服务)?)(?:身份|模式)(?:访问|浏览|使用|进入|体验)?$/,
  /^(?:关闭|停用|禁用|不启用|取消|去掉|屏蔽)(?:全部|所有)?(?:非必[要需]|不必要|可选|统计|广告|分析|跟踪|追踪)[^，。；《]{0,12}$/,
];
const REFUSE_EN =
  /^(?:no,? )?(?:i )?(?:reject|decline|refuse|deny|disagree|opt[ -]?out|disable all)\b|^(?:i )?(?:do not|don['’]t) (?:accept|agree|allow|consent)|^(?:use |accept |allow )?(?:only|just) (?:the )?(?:strictly )?(?:necessary|essential|required)|^(?:use |accept |allow )?(?:strictly )?(?:necessary|essential|required)(?: cookies)? only|^no,? thanks|^continue without/i;
const WITHDRAW = /撤(?:回|销)[^，。；《]{0,10}(?:同意|授权|许可)|取消(?:我的|全部)?(?:cookie|隐私|个性化)?(?:同意|授权)|关闭授权|\b(?:withdraw|revoke)\b.{0,20}\b(?:consent|permission|authori[sz]ation)/i;
const ACCEPT_ZH =
  /^(?:(?:好的?|行|是的?|可以|没问题|确认|我?已?(?:知道|明白|知悉|清楚)了?|ok|yes)[，,！! ]?)?(?:我|本人)?(?:已(?:经)?)?(?:认真|仔细)?(?:阅读|了解|知晓|知悉|明白|清楚|理解)?(?:并|且)?(?:全部|一键|确认|立即|始终|总是|使用时|仅?本次|仍然?)?(?:同意|接受|允许|赞成|准许|许可(?!证|协议)|授权(?!登[录陆]|书|协议|管理))[^。；《》]{0,12}$/;
const ENABLES = /^(?:全部|所有|一键)(?:启用|开启|打开)$|^(?:启用|开启|打开)(?:全部|所有)[^，。；《》]{0,8}$/;
/** 同意《隐私政策》并登录 is a button, 同意《隐私政策》 may be a link. */
const AGREES_AND_ACTS = /^(?:我)?(?:已)?(?:阅读)?(?:并)?(?:同意|接受)《[^》]{1,20}》(?:[和与及、]《[^》]{1,20}》)?(?:并|后)(?:登录|登陆|注册|继续|进入|使用|提交|开始|加入)/;
const ACCEPT_EN = /^(?:yes,? |ok(?:ay)?,? )?(?:i )?(?:accept|agree|allow|consent|enable all)\b|\b(?:accept|agree)(?: (?:all|and \w+|& \w+))?$/i;
const ACKNOWLEDGE =
  /^(?:我|本人)?(?:已)?(?:知道了?|知晓|了解|明白了?|悉知|知悉)(?:了)?[！!。.]?$|^(?:好的?|好哒|行|确定|确认|继续|继续访问|继续浏览)[！!。.]?$|^(?:ok(?:ay)?|got it|i understand|understood|confirm|continue)[!.]?$/i;
const SETTINGS = /设置(?!密码|头像|昵称|新密码)|自定义|偏好|管理(?:选项|cookie|隐私)|更多选项|选择(?:cookie|类别)|\b(?:customi[sz]e|settings|preferences|manage|options|choices)\b/i;
const CLOSE = /^(?:[×✕✖xX╳]|关闭|取消|稍后再说|以后再说|跳过|close|dismiss|cancel|skip|later|not now)$/i;
const SEND_CODE = /(?:获取|发送|点击获取|免费获取|重新(?:获取|发送)).{0,4}(?:验证码|校验码|动态码|动态密码|短信)|^(?:获取验证|发送短信)|^(?:send|get|request) (?:me )?(?:a |the |an )?(?:sms |verification |security |otp )?(?:code|otp)\b/i;
const SEARCH = /^(?:搜索|搜一下|搜一搜|查询|检索|search|find|go)$/i;
const SUBMIT =
  /登\s?录|登\s?陆|登入|注\s?册|提\s?交|保存|下一步|完成|报名|申请|下单|支付|付款|结算|预约|预订|领取|绑定|立即|马上|开通|订阅|留言|发布|发送|进入|验证|加入|开始|测算|投保|参与|购买|\b(?:sign ?(?:in|up)|log ?(?:in|on)|register|submit|next|save|subscribe|join|create (?:an |my )?account|get started|send|apply|order|book|checkout|continue|start)\b/i;
/** A label (手机号：, *密码) or a sentence, whatever words it holds. */
const NO_CONTROL = /[:：]$|^[*＊]|[。；]|[，,].{9}|即(?:代表|表示|视为|同意)|^请|^(?:点击|登录|注册|继续使用).{0,8}(?:即|表示|代表|视为)/;

/**
 * Role of a control by its text. Refusal is read first: 不同意 holds 同意. An accepting control may submit as well
 * (同意并登录): accept wins, since the text itself asks for agreement.
 */
export function roleOf(raw: string): Control['role'] {
  if (raw.length === 0 || raw.length > MAX_CONTROL_CHARS) return 'other';
  const text = dense(raw);
  if (CLOSE.test(text)) return 'close';
  if (NO_CONTROL.test(text)) return 'other';
  if (isRefusing(text) || WITHDRAW.test(text)) return 'refuse';
  if (isAgreeing(text)) return 'accept';
  if (SEND_CODE.test(text)) return 'send-code';
  if (SEARCH.test(text)) return 'search';
  if (ACKNOWLEDGE.test(text)) return 'acknowledge';
  if (SUBMIT.test(text)) return /[《》]/.test(text) ? 'other' : 'submit';
  if (SETTINGS.test(text)) return 'settings';
  return 'other';
}

function isRefusing(text: string): boolean {
  return REFUSE_ZH.some((pattern) => pattern.test(text)) || REFUSE_EN.test(text);
}

/** 同意, 全部接受, Accept all; not the name of a document. */
function isAgreeing(text: string): boolean {
  return AGREES_AND_ACTS.test(text) || ENABLES.test(text) || (ACCEPT_ZH.test(text) || ACCEPT_EN.test(text)) && !/[《〈]|.{4}(?:协议|政策|条款|声明|须知|说明|规范)[！!。.]?$/.test(text);
}

/** Whether a control's text takes an earlier consent back. */
export function withdraws(text: string): boolean {
  return text.length <= MAX_CONTROL_CHARS && WITHDRAW.test(inSimplified(text));
}

/** Whether a short text can decide in a consent surface. */
export function mayDecide(text: string): boolean {
  const role = roleOf(text);
  return role === 'accept' || role === 'refuse' || role === 'acknowledge';
}

/** A text that on its own, without being a button, reads like one: 登录, 立即注册, 获取验证码. */
export function readsLikeButton(raw: string): boolean {
  const text = inSimplified(raw);
  // 我已阅读并同意 leads in the names of documents beside a box; only a real button says it for itself.
  if (/(?:阅读|知晓|了解|知悉).{0,4}(?:同意|接受)$/.test(text)) return false;
  return /^(?:立即|马上|免费|点击|确认|一键|快速|同意并)?(?:登\s?录|登\s?陆|注\s?册|提\s?交|下一步|完成|报名|申请|下单|支付|预约|领取|绑定|开通|订阅|发布|发送|验证|加入|购买|保存)(?:[/并]?(?:登录|注册|绑定|订单|申请|预约|报名|账号|验证))?$|^(?:sign (?:in|up)|log ?in|register|submit|next|subscribe)$/i.test(text) || SEND_CODE.test(text) || (text.length <= 10 && SETTINGS.test(text)) || mayDecide(text);
}

const TOPICS: readonly [ConsentTopic, RegExp][] = [
  ['policy', /隐私|个人信息|个人资料保护|\bprivacy\b|\bpersonal (?:data|information)\b|\bdata (?:protection|policy)\b/i],
  ['agreement', /(?:用户|服务|使用|注册|会员|平台|软件|账号|帐号|许可|交易|社区|开发者|加盟|投稿|网站|客户)[^，。；]{0,10}(?:协议|条款|须知|章程|规范|公约|声明)|《[^》]{0,30}(?:协议|条款|须知|章程|规约|规范)》|(?:以上|下列|上述|该|本|此|法律)(?:协议|条款|声明)|\bterms\b|\b(?:user|service|licen[cs]e|membership) agreement\b|\bconditions of use\b/i],
  ['cookies', /cookie|小型文本文件|浏览器缓存技术/i],
  ['marketing', /营销|促销|广告|推广|优惠(?:信息|资讯|活动|短信|券)|商业(?:性)?(?:信息|短信|电子信息)|(?:接收|订阅|推送).{0,12}(?:信息|资讯|短信|邮件|通知|消息|活动|产品|服务)|个性化(?:推荐|推送|展示)|\bmarketing\b|\bnewsletters?\b|\bpromotion(?:al|s)?\b|\b(?:special )?offers\b|\badvertis(?:ing|ements?)\b/i],
  ['sharing', /(?:向|与|同|给|和)[^，。；]{0,12}(?:第三方|合作(?:伙伴|方|机构|商|银行|单位|企业|平台|门店|品牌|[^，。；]{0,6}公司)|关联(?:公司|方|企业)|集团|服务商|供应商)[^，。；]{0,12}(?:提供|共享|分享|披露|传输|使用)|(?:提供|共享|分享|披露|传输)[^，。；]{0,10}(?:第三方|合作(?:伙伴|方|机构|商|银行|单位|企业|平台|门店|品牌|[^，。；]{0,6}公司)|关联(?:公司|方|企业)|集团)|授权[^，。；]{0,8}(?:第三方|合作|关联|集团)|\bshar(?:e|ed|ing)\b[^.;]{0,60}\b(?:third[- ]part(?:y|ies)|partners?|affiliates?)\b/i],
  ['credit-query', /征信|(?:查询|获取|采集|使用)[^，。；]{0,12}(?:信用(?:信息|报告|状况|记录))|信用(?:信息|报告)[^，。；]{0,12}(?:查询|授权)|\bcredit (?:report|check|bureau|query|inquiry)\b/i],
  ['sensitive', /敏感(?:个人)?信息|人脸|面部|生物(?:识别|特征)|身份证(?:件|号)|银行(?:卡|账户)|行踪|精准定位|健康(?:信息|状况|数据)|病历|未满十四|不满十四|\bsensitive (?:personal )?(?:data|information)\b|\bbiometric|\bfac(?:e|ial) (?:data|recognition|image)|\bhealth (?:data|information)\b/i],
];

/** Topics a text speaks of; empty when none is named. */
export function topicsOf(text: string): ConsentTopic[] {
  const words = inSimplified(text);
  return TOPICS.filter(([, pattern]) => pattern.test(words)).map(([topic]) => topic);
}

const CONSENT_WORD = /同意|接受|授权|允许|已阅读|已阅|阅读并|知悉|知晓并|自愿|认可|愿意|\b(?:agree|consent|accept|authori[sz]e|allow|permit|acknowledge|have read|opt[ -]?in)\b/i;

/** Whether a text asks for, or declares, consent. */
export function asksConsent(text: string): boolean {
  return CONSENT_WORD.test(inSimplified(text));
}

/** Leads elsewhere, tells more, or is another matter: no answer to a question. */
const NO_ANSWER = /了解|查看|详情|更多|阅读|设置|管理|选项|自定义|偏好|隐私|政策|协议|条款|声明|cookie|语言|搜索|首页|注册|登\s?录|登\s?陆|客服|帮助|下载|\b(?:more|learn|read|view|details|settings|manage|options|policy|terms|help|english|log ?in|sign)\b/i;

/** Whether a short text leads elsewhere or tells more, and so answers no question. */
export function isNoAnswer(text: string): boolean {
  return NO_ANSWER.test(inSimplified(text));
}

const AGREES_PLAINLY = /同意|接受|授权|允许|\b(?:agree|consent|accept|authori[sz]e|allow|permit)/gi;
/** Consent that is promised to be asked, or spoken of in general. */
const NOT_HERE = /(?:未经|未获|未取得|没有|取得|征得|征求|获得|经过?|事先|单独|另行|撤回|重新|明示|书面|知情)[^，。；]{0,14}$|不$|无需[^，。；]{0,6}$|\b(?:without|unless|withdraw|obtain|with)\b[^.;,]{0,24}$/i;

/** Whether a text itself asks for, or declares, agreement: not one that only promises to ask for it. */
export function declaresConsent(text: string): boolean {
  return sentencesOf(inSimplified(text)).some((sentence) => impliesConsent(sentence) || [...sentence.matchAll(AGREES_PLAINLY)].some((match) => !NOT_HERE.test(sentence.slice(Math.max(0, match.index - 24), match.index))));
}

const OTHER_WAY =
  /(?:可以?|能够?|有权|随时|通过|前往|请在|请到|请至|也可)[^。；！]{0,40}(?:拒绝|关闭|停用|禁用|清除|退出个性化|撤回|撤销|不同意|取消|管理(?:您|你|Cookie|偏好)|更改(?:您|你|Cookie|设置|选择)|修改(?:您|你|Cookie|设置|选择))|\b(?:you (?:can|may)|to)\b[^.;!]{0,60}\b(?:refuse|reject|decline|opt[- ]out|disable|block|delete|withdraw|change your|manage your|object)\b/i;

/** Whether a text tells of another way to refuse than the buttons below it. */
export function tellsOtherWay(text: string): boolean {
  return sentencesOf(inSimplified(text)).some((sentence) => sentence.length <= 400 && OTHER_WAY.test(sentence));
}

const RECEIVING = /(?:接收|订阅|收到|获取|推送).{0,14}(?:信息|资讯|短信|邮件|通知|消息|活动|优惠)|\b(?:subscribe|receive|send me|keep me|sign me up)\b/i;

/**
 * What a tick box asks consent for, by its label; empty for boxes that are no consent (记住我, 全选, a product filter).
 */
export function boxTopics(raw: string): ConsentTopic[] {
  const label = inSimplified(raw);
  if (KEEPING.test(label)) return [];
  const topics = topicsOf(label);
  if (asksConsent(label)) return topics.length > 0 ? topics : ['other'];
  if (RECEIVING.test(label) && topics.includes('marketing')) return ['marketing'];
  return [];
}

const KEEPING = /^(?:下次|[一二三两]周内|\d+天内?)?(?:自动登录|记住(?:我|密码|账号|用户名|登录)|保持登录|remember me|keep me (?:signed|logged) in|stay signed in)/i;

const ACT = '(?:登录|登陆|登入|注册|使用|继续|点击|提交|访问|浏览|进入|下单|支付|购买|预约|报名|留言|停留|关闭|加盟|申请|验证|发送|获取|扫码|填写|填报|上传|关注|发布|参与|领取|绑定|订阅|入驻|开通|下载|安装|注\\s册)';
const MEANS = '(?:即|就|则|均|都|也|将)?(?:被)?(?:代表|表示|视为|视作|视同|意味着?|表明|说明|等于|等同于?|默认|当作|算作|默示|认为|认定)';
const AGREES = '(?:同意|接受|认可|授权|许可|遵守|受[^，。]{0,12}约束)';
const IMPLIED_ZH = [
  new RegExp(`${ACT}[^。；！？!?\\n]{0,40}?${MEANS}[^。；！？!?\\n]{0,24}?${AGREES}`),
  new RegExp(`${ACT}[^。；！？!?\\n]{0,16}?[，,]?(?:即|就|则|便)(?:为|是|已)?(?:您|你|用户)?(?:已)?(?:阅读并)?(?:同意|接受|授权)`),
];
const IMPLIED_EN =
  /\bby (?:\w{1,20} ){0,3}?(?:continuing|using|signing|logging|clicking|tapping|pressing|registering|browsing|creating|submitting|accessing|entering|proceeding|visiting|joining|subscribing|staying|closing|scrolling|placing|checking out)\b[^.!?\n]{0,160}?\b(?:you|i)(?:['’]re| are)?(?: hereby| also| automatically| confirm| acknowledge| \w{1,20}ly)?(?: that)?(?: you)?(?: have read)?(?: and| to)?(?: understood)?(?: and)?(?: agree| agreeing| consent| consenting| accept| accepting| authori[sz]e| authori[sz]ing)|\b(?:continued|your|further) (?:use|browsing)\b[^.!?\n]{0,80}?\b(?:means|constitutes?|implies|indicates|signifies)\b[^.!?\n]{0,60}?\b(?:agree\w{0,8}|consent|accept\w{0,8})/i;
/** The act the sentence names is itself an express one: pressing 同意, ticking the box. */
const EXPRESS_ACT =
  /阅读并(?:同意|接受)[^。；]{0,30}(?:后|的)[，,]?[^。；，]{0,4}即|(?:点击|点按|按下|选择|勾选|轻触)[^，。；]{0,6}[“"'「『【]?(?:我)?(?:已)?(?:阅读并)?(?:同意|接受|允许)(?:[”"'」』】]|按钮|并|以?下|上述|本|即|后|，)|勾选|打勾|打钩|划勾|\b(?:clicking|tapping|pressing|selecting|choosing)\b[^.]{0,20}["“'‘]?(?:i )?(?:agree|accept|allow|consent)|\b(?:ticking|checking) (?:the|this) box/i;
/** Words of someone who tells or judges what a page does: a report, a lesson, a law. */
const REPORTED =
  /(?:记者|专家|律师|业内人士|法官|监管部门|网信办|工信部)(?:表示|认为|指出|提醒|建议|发现|介绍|调查|体验|了解|称|说|通报|约谈|要求整改)|被(?:点名|通报|曝光|约谈|罚|质疑)|(?:同意|接受|授权)[^。；]{0,20}的(?:做法|情形|说法|字样|现象|套路|陷阱|行为(?=[，。]|$|违反|涉嫌|属于|不))|[？?]$|\b(?:reported(?:ly)?|regulators? (?:said|found)|experts? (?:say|said)|was fined)\b/i;
/** A quotation, and what stands around it. */
const QUOTED = /[“"「『‘]([^“”"「」『』‘’]{6,120})[”"」』’]/;

/** Whether a sentence quotes the declaration instead of making it: 页面上写着“登录即代表同意…”. */
function quotesIt(sentence: string): boolean {
  const quoted = QUOTED.exec(sentence);
  if (!quoted) return false;
  const around = sentence.replace(quoted[0], '').replace(/[\s，。：:；！]/g, '');
  return around.length >= 4 && (IMPLIED_ZH.some((pattern) => pattern.test(quoted[1]!)) || IMPLIED_EN.test(quoted[1]!));
}

const NOT_IMPLIED = /不(?:代表|表示|视为|意味|等于)|并非|不即|\bdoes not (?:mean|constitute|imply)\b/i;

/**
 * Whether a sentence turns logging in, registering, browsing or staying into consent (登录即代表同意…). A sentence whose act
 * is express agreement (点击“同意”即表示…, 勾选即…) does not, nor does one that reports what others write.
 */
export function impliesConsent(raw: string): boolean {
  const sentence = inSimplified(raw);
  if (sentence.length > 400 || EXPRESS_ACT.test(sentence) || NOT_IMPLIED.test(sentence) || REPORTED.test(sentence) || quotesIt(sentence)) return false;
  const text = dense(sentence);
  return IMPLIED_ZH.some((pattern) => pattern.test(text)) || IMPLIED_EN.test(sentence);
}

/** Sentences of a text block. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。；！？!?\n])|(?<=[a-z)]\.)\s/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
}

const PURPOSE =
  /用于|用来|用途|以便|以用于|为了|目的[^，。；]{0,4}(?:是|为|在于)|方便(?:我们|您|你|与|为)|便于|仅供|仅限|仅作|作为[^，。]{0,12}(?:依据|凭证|参考)|根据[^，。]{0,30}(?:规定|要求|法)|依(?:据|照)[^，。]{0,30}(?:规定|要求|法)|按照[^，。]{0,30}(?:规定|要求|法)|(?:需要?|须|应)[^，。]{0,16}(?:核验|核实|验证|实名|匹配|判断|评估)|\b(?:used?|needed|required|collected|necessary) (?:only )?(?:for|to|by)\b|\bso (?:that )?we can\b|\bin order to\b|\bto (?:verify|confirm|contact|send|help|provide|process|check|assess|determine|match|ship|deliver)\b|\bbecause\b|\bpurpose\b/i;

/** Whether a text beside a field says what its data is for. */
export function statesPurpose(text: string): boolean {
  return PURPOSE.test(inSimplified(text));
}

/** Marked as a free choice. */
export function isOptional(text: string): boolean {
  return /可选|选填|非必[填选]|自愿(?:勾选|选择)|\boptional\b/i.test(inSimplified(text));
}
