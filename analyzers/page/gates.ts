/**
 * What stands before a service by the page's own words: follow us first, register first, tell us who you are first; and
 * what the page says it does with accounts by itself. Nothing is pressed: a condition counts only where it is written.
 */
import type { Gate } from '../artifacts';
import { LIMITS } from '../artifacts';
import type { PageContext } from './context';
import { isPage } from './context';
import { ancestorsOf, attribute, blockOf, isVisible, parentOf, selectorOf, textOf } from './dom';
import { controlText } from './scan';
import { inSimplified } from './simplified';
import { roleOf, sentencesOf } from './wording';

/** Gates speak in short blocks; longer ones are documents and articles. */
const MAX_BLOCK = 240;
const MAX_SENTENCE = 120;

/** Text nodes worth a look; kept by the scan. */
export const GATE_TEXT =
  /关注|[加入进]\S{0,4}群|企微|企业微信|加\S{0,6}微信|注册|登[录陆]|会员|手机号?|完善|职业|年级|兴趣|为[你您]|个性化|[为帮给][您你]|自动|[账帐][号户]|密码(?:为|是|已)|\baccount\b|\bsign (?:in|up)\b|\blog in\b|\bregister|\bfollow (?:us|our|the)\b|\btell us about\b|\byour (?:occupation|job|age|gender|grade|interests?)\b/i;
/** Short texts that lead past a gate; kept by the scan. */
export const WAY_ROUND =
  /^(?:我?先|我)?(?:跳过(?!导航|正文|内容)|暂不|稍后|以后再|下次再|不关注|不注册|不登录|不填|不用了|不想|免(?:注册|登录)|游客|直接(?:点餐|下单|使用|进入|浏览|支付|缴费|购买|查看|结账|开始)|逛逛|看看|随便看看|继续浏览|残忍)|(?:游客|免登录|免注册|不登录)(?:模式|访问|登录|点餐|下单|浏览|直接)?|跳过$|^(?:skip(?! to| nav)|not now|maybe later|continue as guest|guest)\b/i;

const NEGATED = /无[需须]|不用|不必|不需要?|免关注|免注册|免登录|不强制|非必须|自愿|也可以?|可选|选填|\bno need\b|\boptional(?:ly)?\b|\bwithout\b/i;
/** Told of others, asked, or forbidden: 强制关注公众号属于违规. */
const TOLD = /强制|违规|违法|禁止|不得|投诉|曝光|通报|记者|消费者|商家|应当|[？?]$/;

const FOLLOW = /(?:关注|订阅)[^，。；！]{0,14}(?:公众号|服务号|订阅号|官方微信|微信|官微|视频号)|(?:公众号|服务号)[^，。；！]{0,8}关注|(?:加|入|进|加入)[^，。；！]{0,8}群(?!众)|(?:添加|加)[^，。；！]{0,8}(?:企业微信|企微|客服微信|店长微信|微信好友|好友)|\bfollow (?:us on|(?:our|the)\b[^.!]{0,24}\b(?:account|channel|wechat)\b)/i;
const FOLLOW_STATED =
  /(?:关注|入群|进群|加群|加入[^，。；！]{0,6}群|添加|订阅)[^。；！]{0,24}(?:后|之后|才|方|即可|就能)[^。；！]{0,6}(?:可|能|即可|继续|进入|使用|开始|解锁|提交|点|开|看|查|享)|(?:需要?|须|请|必须|务必)先?[^。；！，]{0,10}(?:关注|入群|加群|加入|添加)[^。；！]{0,20}(?:后|再|才|方)|未(?:关注|入群|加群)[^。；！]{0,16}(?:无法|不能|不可)|\bfollow\b[^.!]{0,40}\b(?:to (?:order|continue|unlock|start|use|view)|before you)\b/i;
/** Words that leave no choice, whatever the service is called. */
const BARS = /未(?:关注|入群|加群)|才(?:能|可)|方可|必须|务必/;
/** What one may be given for following, without which the service goes on. */
const BENEFIT = /优惠|红包|福利|礼[品包物]|券|奖|积分|折扣?|返现|资料|试用|更多(?:精彩|资讯|内容|信息|干货)|最新|动态|通知|推送|活动|攻略|接收|提醒|会员价|免单|抽|发票|进度/;
const SERVED = /点[餐单菜]|下单|结账|支付|买单|付款|开门|开锁|停车|缴费|充电|租借|借用|使用|上网|进入|继续|查看|阅读|浏览|下载|提交|预约|取号|排队|打印|查询|查词|开始|解锁|观看|开柜|取件|取餐|领取|领红包|拆开|抽奖|寄存|打卡|签到|测试|入场|入园|就餐|用餐|\border\b|\bcontinue\b|\bunlock\b|\bview\b/i;

const JOIN = /注册|登[录陆]|(?:成为|加入|开通|办理)[^，。；]{0,6}会员|入会|(?:绑定|验证|授权|填写|输入|留下|提供)[^，。；]{0,8}手机号?码?|\b(?:sign (?:in|up)|log in|register|create an account)\b/i;
const JOIN_STATED =
  /(?:请|需要?|须|必须)先?[^，。；]{0,8}(?:注册|登[录陆]|入会|成为[^，。；]{0,4}会员|(?:绑定|验证|授权|填写|输入)[^，。；]{0,6}手机)[^。；]{0,16}(?:后|再|才|方|以|来)?[^。；]{0,16}|(?:注册|登[录陆]|会员|入会|手机号?码?)[^，。；]{0,10}(?:后|才|方)[，,]?[^，。；]{0,8}(?:可|能|继续|点|查|看|使用|开始|阅读|浏览|收听|播放|下载|解锁|展开)|(?:填写|输入|留下|验证|绑定|提供)[^，。；]{0,6}手机号?码?[^，。；]{0,4}(?:即可|即能|就能|立即|马上)[^，。；]{0,3}(?:领|拆|抽奖|参与|查|看|解锁|下载|使用|继续)|未(?:注册|登[录陆]|入会)[^，。]{0,12}(?:无法|不能|不可)|仅限?(?:会员|注册用户)(?:使用|点餐|下单|查看|可用)|(?:非会员|游客)[^，。]{0,6}(?:无法|不能|不可)|\b(?:sign (?:in|up)|log in|register|create an account)\b[^.!]{0,20}\b(?:to (?:order|continue|read|view|use|search|watch|download)|before)\b/i;
/** What an account is for: things kept in it, said to others, owed to a person. */
const KEEPS = /评论|收藏|点赞|发[布帖表言]|同步|保存|云端|个人中心|我的|购物车|关注|私信|投稿|历史|进度|订单(?:查询|记录|详情)|收货地址|报名记录|\bcomment|\bsave\b|\bfavou?rites?\b|\bsync/i;
const PAID = /VIP|付费|[元￥¥]|包月|包年|续费|试看|超级会员|\bpremium\b|\bsubscri/i;

const PROFILE_TOPICS: readonly [string, RegExp][] = [
  ['职业', /职业|职位|岗位|工作|\boccupation\b|\bjob\b|\bprofession\b/i], ['身份', /身份(?!证)/], ['年级', /年级|学龄|学段|\bgrade\b/i], ['学历', /学历/], ['年龄', /年龄|年龄段|岁|\bage\b|\bhow old\b/i], ['性别', /性别|\bgender\b/i], ['兴趣', /兴趣|爱好|感兴趣|喜欢|\binterest/i], ['水平', /水平|基础(?!服务|功能)/],
  ['收入', /收入|月薪/], ['行业', /行业/], ['目标', /目标|目的|想要?(?:达到|提升)/], ['婚育', /婚姻|婚否|已婚|子女|孩子/], ['偏好', /偏好|口味|标签|\bpreferences?\b/i],
];
const PROFILE_ASKS = /(?:选择|告诉我们|请问|填写|完善|设置)[^，。？?]{0,8}(?:你|您)?的?(?:职业|年级|身份(?!证)|兴趣|学习目标|目标|水平|阶段|偏好|爱好|年龄|性别|行业|收入|资料|画像|标签)|(?:你|您)(?:的|是|处于|属于)[^，。]{0,8}(?:职业|年级|阶段|水平|兴趣|身份(?!证)|行业)|感兴趣的(?:内容|领域|标签|话题|课程|方向)|为(?:你|您)(?:推荐|定制|匹配|打造|生成)|\b(?:what(?:'s| is| are)|choose|select|tell us)\b[^.?]{0,20}\byour (?:occupation|job|profession|age|gender|grade|interests?|level|goals?|industry)\b|\btell us about (?:you\b|yourself)/i;
const PERSONALISES = /推荐|定制|个性化|专属|更懂|匹配|量身|\bpersonali[sz]|\brecommend|\btailor/i;
/** Pages on which profile data is the matter itself, or which the person opened to change it. */
const PROFILE_IS_MATTER = /问卷|调查|调研|测评|测试|性格|投票|简历|求职|招聘|应聘|报名|相亲|征婚|编辑资料|修改资料|个人资料|账号设置|筛选|体检|投保|贷款/;
const MAX_PROFILE_CLIMB = 7;
/** A questionnaire with all its answers, UTF-16 units. */
const MAX_PROFILE = 900;

const MADE = /(?:已|已经|自动|系统)(?:经)?(?:自动)?(?:为|帮|给)(?:您|你)[^，。；将会]{0,8}(?:创建|注册|开通|生成|建立)[^，。；]{0,14}(?:账[号户]|帐[号户]|会员|密码|用户)|(?:账[号户]|帐[号户])(?:已|已经|成功)(?:自动)?(?:创建|开通|生成|注册)|(?:初始|默认|登录)密码(?:为|是|已(?:发送|通过))|\b(?:account has been|we(?:'ve| have)) (?:automatically )?created\b/i;
const TO_COME = /(?:未|没有?)注册[^，。；]{0,20}(?:自动|直接|将|会)[^，。；]{0,8}(?:创建|注册|生成|开通)|(?:首次|新用户)(?:登录|验证|使用)[^，。；]{0,8}(?:自动|即)(?:注册|创建|生成|开通)|(?:验证|登录)(?:成功|通过)?(?:后|即)[^，。；]{0,6}自动[^，。；]{0,6}(?:注册|创建|生成|开通)|(?:将|会)(?:自动)?为[您你](?:自动)?(?:创建|注册|开通)[^，。；]{0,6}(?:账[号户]|帐[号户]|会员)/;

/** Gates of the page, each block once. Pauses after each text. */
export function* readGates(context: PageContext, title: string): Generator<void, Gate[]> {
  const gates: Gate[] = [];
  const seen = new Set<Element>();
  const round = wayRoundOf(context);
  for (const source of context.scan.gateText) {
    yield;
    if (gates.length >= LIMITS.signsPerSurface) break;
    const block = blockOf(source);
    if (seen.has(block) || isPage(block)) continue;
    seen.add(block);
    const length = context.lengthOf(block);
    if (length === 0 || length > MAX_BLOCK || isStory(block)) continue;
    const text = textOf(block, MAX_BLOCK);
    for (const sentence of sentencesOf(text).slice(0, 6)) {
      const gate = gateOf(sentence, block, context, title);
      if (!gate || gates.some((one) => one.kind === gate.kind && one.text === gate.text)) continue;
      gates.push({ ...gate, selector: selectorOf(block), visible: isVisible(block), ...(round ? { wayRound: round } : {}) });
    }
  }
  return gates;
}

type Found = Pick<Gate, 'kind' | 'text' | 'condition' | 'asks'>;

function gateOf(written: string, block: Element, context: PageContext, title: string): Found | undefined {
  const sentence = inSimplified(written);
  if (sentence.length > MAX_SENTENCE || TOLD.test(sentence)) return undefined;
  const made = MADE.test(sentence) ? 'account-made' : TO_COME.test(sentence) ? 'account-to-come' : undefined;
  if (made) return { kind: made, text: written, condition: 'stated' };
  if (NEGATED.test(sentence)) return undefined;
  // 扫码关注“…”公众号 | 关注成功后自动跳转点单: the account may be named in the line before.
  const follows = FOLLOW.test(sentence) || (/^[^，。]{0,6}(?:关注|入群|添加)/.test(sentence) && FOLLOW.test(textOf(parentOf(block) ?? block, MAX_BLOCK)));
  if (follows) {
    const serves = SERVED.test(sentence);
    if (BENEFIT.test(sentence) && !serves) return undefined;
    if (FOLLOW_STATED.test(sentence) && (serves || BARS.test(sentence))) return { kind: 'follow', text: written, condition: 'stated' };
    return isOverlay(block) ? { kind: 'follow', text: written, condition: 'implied' } : undefined;
  }
  if (JOIN.test(sentence) && JOIN_STATED.test(sentence) && SERVED.test(sentence) && !KEEPS.test(sentence) && !PAID.test(sentence)) return { kind: 'membership', text: written, condition: 'stated' };
  return profiling(written, block, context, title);
}

/** A questionnaire: a profile question, at least two answers or fields, and a button that leads on. */
function profiling(written: string, block: Element, context: PageContext, title: string): Found | undefined {
  const sentence = inSimplified(written);
  if (!PROFILE_ASKS.test(sentence) || PROFILE_IS_MATTER.test(`${title} ${sentence}`)) return undefined;
  let root: Element = block;
  for (let level = 0; level < MAX_PROFILE_CLIMB; level++) {
    const parent = parentOf(root);
    if (!parent || parent.localName === 'html' || context.lengthOf(parent) > MAX_PROFILE) break;
    root = parent;
    if (context.scan.controls.some((control) => LEADS_ON.test(controlText(control)) && ancestorsOf(control, MAX_PROFILE_CLIMB + 4).includes(parent))) {
      const text = inSimplified(textOf(root, MAX_PROFILE));
      const asks = PROFILE_TOPICS.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic);
      const personal = PERSONALISES.test(text) || /完善(?:个人)?资料/.test(text);
      if (asks.length === 0 || PROFILE_IS_MATTER.test(text.slice(0, 80)) || countAnswers(root) < 3) return undefined;
      return { kind: 'profiling', text: written, condition: personal && (asks.length > 1 || context.fieldsIn(root) === 0) ? 'stated' : 'implied', asks };
    }
  }
  return undefined;
}

const LEADS_ON = /^(?:下一步|完成|确定|确认|开始(?:学习|使用|体验)?|进入(?:首页|学习|应用)?|提交|继续|生成|保存|选好了|好了|立即开启|开启|next|continue|done|start)/i;

/** Short leaf texts and choices under an element: answers to choose from. Looks at 120 elements at most. */
function countAnswers(root: Element): number {
  let count = 0;
  for (const element of [...root.querySelectorAll('*')].slice(0, 120)) {
    if (/^(?:input|select|option|textarea)$/.test(element.localName)) count++;
    else if (element.childElementCount === 0 && /^(?:li|span|div|button|a|label|p|uni-view|uni-text)$/.test(element.localName)) {
      const text = (element.textContent ?? '').trim();
      if (text.length > 0 && text.length <= 12) count++;
    }
  }
  return count;
}

/** A control anywhere on the page that leads on without what is asked; a mere close mark of a dialog comes last. */
function wayRoundOf(context: PageContext): string | undefined {
  const open = context.scan.waysRound.find((element) => isVisible(element));
  if (open) return textOf(open, 20);
  const close = context.scan.controls.find((control) => roleOf(controlText(control)) === 'close' && isVisible(control) && isOverlay(control));
  return close ? 'close' : undefined;
}

/** Inside an article: what is told there is no gate. */
function isStory(block: Element): boolean {
  return ancestorsOf(block, 8).some((node) => node.localName === 'article' || node.localName === 'blockquote' || node.localName === 'footer') && !isOverlay(block);
}

const OVERLAY = /(?:^|[\s_-])(?:modal|dialog|popup|pop|layer|mask|overlay|lightbox|guide|gate|wall|sheet|lock|drawer)(?:$|[\s_-])|modal|dialog|popup|overlay/i;

function isOverlay(element: Element): boolean {
  return [element, ...ancestorsOf(element, 8)].some((node) => node.localName === 'dialog' || /dialog/.test(node.getAttribute('role') ?? '') || OVERLAY.test(attribute(node, 'class')) || OVERLAY.test(attribute(node, 'id')));
}
