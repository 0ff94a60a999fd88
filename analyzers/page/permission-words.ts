/** What words say of permissions: which one, what for, and whether something is closed without it. Chinese first. */
import type { PermissionName } from '../artifacts';
import { inSimplified } from './simplified';
import { statesPurpose } from './wording';

/** Words for the permission itself. */
const NAMED: Readonly<Record<PermissionName, RegExp>> = {
  location: /定位|位置(?!于|为)|GPS|\blocation\b|\bgeolocation\b/i,
  camera: /摄像[头机]|相机|\bcamera\b/i,
  microphone: /麦克风|话筒|录音|\bmicrophone\b/i,
  notification: /通知(?!书|单|公告)|消息提醒|推送|\bnotifications?\b/i,
  'clipboard-read': /[剪粘][贴切]板|\bclipboard\b/i,
  motion: /传感器|陀螺仪|加速度|运动(?:数据|状态|权限|与方向)|\bmotion\b/i,
  screen: /(?:共享|录制|分享)(?:您的|你的|我的)?屏幕|屏幕(?:共享|录制|分享)|\bscreen (?:sharing|capture|recording)\b|\bshare (?:your|my) screen\b/i,
  contacts: /通讯录|联系人|\bcontacts\b/i,
};

/** Words for what a permission serves: whoever presses such a control knows what it is for. */
const SERVES: Readonly<Record<PermissionName, RegExp>> = {
  location: /(?:添加|新增|填写|选择)(?:收货|配送|取餐)?地址|上车(?:点|地点)|附近|周边|离我(?:最)?近|距离|导航|路线|我在哪|最近的?(?:门店|网点|店|站)|打卡|签到|所在(?:城市|地|区域)|当前城市|配送范围|\bnear(?:by| me|est)\b|\bdirections\b/i,
  camera: /扫码|扫一扫|扫描|拍照|拍摄|拍一?张|视频(?:通话|认证|面签|会议|客服)?|人脸|刷脸|自拍|识图|以图搜|\bscan\b|\btake (?:a )?photo\b|\bvideo\b|\bselfie\b/i,
  microphone: /语音|说话|通话|录一?段|听写|跟读|唱|视频(?:通话|面签|会议|客服)|\bvoice\b|\bspeak\b|\bcall\b|\bdictat/i,
  notification: /(?:降价|到货|开[播抢售]|上新|物流|更新|赛程|预约|上课|直播|发货|回复)[^，。]{0,6}(?:提醒|通知)|提醒我|(?:有|新)[^，。]{0,6}时(?:提醒|通知)|\bremind me\b|\bnotify me\b|\balerts?\b/i,
  'clipboard-read': /粘贴|识别(?:口令|地址|链接)|\bpaste\b/i,
  motion: /摇一摇|计步|体感|水平仪|指南针|\bshake\b|\bcompass\b/i,
  screen: /共享|录屏|投屏|远程协助|演示|\bshare\b|\bpresent\b/i,
  contacts: /邀请好友|从通讯录|选择联系人|找好友|\binvite\b|\bfind friends\b/i,
};

export const PERMISSIONS = Object.keys(NAMED) as PermissionName[];

/** Permissions a text names. */
export function permissionsIn(raw: string): PermissionName[] {
  const text = inSimplified(raw);
  return PERMISSIONS.filter((permission) => NAMED[permission].test(text));
}

/** Whether a text names a permission, or what only it can serve. */
export function speaksOf(raw: string, permission: PermissionName): boolean {
  const text = inSimplified(raw);
  return NAMED[permission].test(text) || SERVES[permission].test(text);
}

/** Whether a control's words say what a permission serves. */
export function serves(text: string, permission: PermissionName): boolean {
  return SERVES[permission].test(inSimplified(text));
}

/** Speaks of opening, asking for or using a permission, not of a place or a device alone (本店位置, 相机专卖). */
const ASKS =
  /权限|授权|允许|开启|打开|启用|获取|获得|读取|调用|申请|请求|需要|使用您|使用你|未开启|关闭|失败|拒绝|无法|\b(?:allow|enable|turn on|access|permission|need|grant|use your|share your|denied|blocked)\b/i;

/** Whether a text asks for, or tells of, a permission. */
export function asksPermission(text: string): boolean {
  return ASKS.test(inSimplified(text));
}

const FOR_YOU =
  /(?:为|向|给|帮|替|助)(?:助)?(?:您|你|用户|大家)[^，。；]{0,6}(?:推荐|展示|提供|查找|匹配|计算|规划|显示|找到|定位|播报|安排|分配|接入|识别|推送|核实|查询|预估|派单|接单)|(?:来|去|才能|即可|就能|可以?|以)(?:自动)?(?:查找|查看|计算|推荐|展示|显示|匹配|填写|识别|核对|核实|扫描|拍摄|上传|找到|提醒|播报|规划|预估|语音|视频|拨打)|\bto (?:find|show|see|locate|recommend|scan|take|record|call|display|estimate|calculate|remind|fill|pick)\b/i;
/** A purpose that says nothing: service gets better (认定方法 二-3: 目的不明确). */
const VAGUE =
  /(?:更好|更优质|更优|优质|更完善|更贴心|更便捷|更个性化|更佳|更多|良好|完整|精准|全面)的?(?:地)?(?:产品|平台|用户)?(?:与|和|及)?(?:服务|体验|使用体验|功能|内容)|(?:提升|提高|改善|优化|保证|保障|完善)(?:您的|你的|用户|产品)?(?:与|和|及)?(?:服务|使用|浏览)?(?:质量|体验|服务)|正常使用(?:本|全部|我们|网站|应用|服务|功能)|\b(?:better|improve|best|full|optimal) (?:your |the |our )?(?:service|experience)/i;
/** A thing somebody can picture. */
const CONCRETE =
  /附近|周边|门店|网点|地址|配送|送达|收货|导航|路线|距离|天气|城市|派车|上车|司机|骑手|打卡|签到|扫码|二维码|条码|拍照|照片|头像|人脸|核验|身份|面签|视频|语音|通话|录音|搜索|翻译|客服|到货|降价|开播|物流|订单|取件|预约|挂号|就诊|验证码|口令|粘贴|邀请|好友|屏幕|共享|计步|摇一摇|停车|充电|站点|校园|景区|房源|职位|课程|比赛|航班|车次|\b(?:nearby|store|address|deliver|weather|city|route|scan|qr|photo|video|voice|call|search|order|price|driver|pick ?up|invite)\w*/i;

/** Whether a text that speaks of a permission says what it is for. */
export function purposeIn(raw: string): 'clear' | 'vague' | undefined {
  const text = inSimplified(raw);
  const says = statesPurpose(text) || FOR_YOU.test(text);
  if (says && CONCRETE.test(text)) return 'clear';
  if (VAGUE.test(text)) return 'vague';
  return says ? 'clear' : undefined;
}

/** Longest line of a page's text that is read as one message. */
const MAX_LINE = 240;

/** What the lines of a page's text say of the purpose of one permission. */
export function purposeToldIn(shown: string, permission: PermissionName): 'clear' | 'vague' | undefined {
  const purposes = shown.split('\n').flatMap((line) => {
    const text = line.trim().slice(0, MAX_LINE);
    return text.length >= 4 && permissionsIn(text).includes(permission) && asksPermission(text) ? [purposeIn(text)] : [];
  });
  return purposes.includes('clear') ? 'clear' : purposes.find((purpose) => purpose !== undefined);
}

const OPENING = '(?:开启|打开|授权|允许|同意|启用|授予|开放|勾选)';
const SERVED = '(?:使用|添加|新增|下单|继续|提供|进入|查看|选择|保存|提交|配送|服务|购买|预约|访问|浏览|登录|注册|参与|领取|完成|正常|操作|办理|查询|下一步|体验|点单|点餐|结算)';
const THING = '(?:权限|定位|位置|授权|摄像头|相机|麦克风|通知|通讯录)';
/** 开启定位后才能添加地址, 必须允许…方可使用, 请开启定位后重试. */
const REQUIRED = [
  new RegExp(`${OPENING}[^。；]{0,24}?(?:后|才|方|再|即可)[^。；]{0,8}?(?:${SERVED}|重试|重新)`),
  new RegExp(`(?:不|未|拒绝|没有|若不|如不|否则)[^。；]{0,12}?${OPENING}?[^。；]{0,16}?(?:将|则|就)?(?:无法|不能|不可|不予)[^。；]{0,6}?${SERVED}`),
  new RegExp(`(?:必须|务必|须|需要?先|应先|请先)(?:您|你|全部|同时|点击|前往|到|去|在设置中){0,3}${OPENING}[^。；]{0,24}?${THING}`),
  /\b(?:must|need to|have to) (?:allow|enable|turn on|grant)\b[^.]{0,60}\b(?:to|before|in order)\b/i,
];
/** 请开启定位: only asked for. */
const ASKED = new RegExp(`(?:请|需要?|点击|前往|立即|去)[^。；]{0,6}?${OPENING}[^。；]{0,16}?${THING}|\\bplease (?:allow|enable|turn on|grant)\\b`, 'i');
/** 未开启定位，无法添加地址; 定位失败，暂不能下单. */
const BLOCKED = [
  new RegExp(`(?:未|没有|无法|失败|拒绝|关闭|禁止|获取不到)[^。；]{0,24}?(?:无法|不能|暂不|不可|暂停)[^。；]{0,6}?${SERVED}`),
  /\b(?:cannot|can['’]t|unable to|not able to)\b[^.]{0,60}\bwithout\b|\b(?:denied|disabled|off|blocked)\b[^.]{0,40}\b(?:cannot|can['’]t|unable)\b/i,
];

/** Whether a text that speaks of a permission closes something without it; `asked`: it only asks for it. */
export function closesIn(raw: string): 'required' | 'blocked' | 'asked' | undefined {
  const text = inSimplified(raw);
  // 也可手动选择, 不影响其他功能: nothing is closed.
  if (OPEN_ANYWAY.test(text)) return undefined;
  if (BLOCKED.some((pattern) => pattern.test(text))) return 'blocked';
  if (REQUIRED.some((pattern) => pattern.test(text))) return 'required';
  return ASKED.test(text) ? 'asked' : undefined;
}

const OPEN_ANYWAY = /不影响|也可(?:以)?|或(?:者)?手动|手动(?:选择|输入|填写|添加)|仍(?:可|能)|可(?:以)?(?:选择)?(?:跳过|拒绝|暂不)|自愿|可选|\b(?:optional|you can (?:still|also)|manually|skip)\b/i;

const BY_HAND =
  /手动(?:输入|选择|填写|添加|搜索|定位|选取|修改)|(?:选择|切换|更换|修改|输入|搜索|填写|查找)(?:您的|你的|所在|其他|其它|当前|收货|详细|配送|服务|取餐|自提)?(?:城市|地区|省份|省市|区域|地址|小区|地点|位置|门店|学校|写字楼|街道)|(?:热门|全部)城市|城市列表|\b(?:enter|choose|select|change|search)[^.]{0,16}(?:city|address|location|store|postcode)\b/i;

/** A wall, or the purpose of positioning, not an offer. */
const CLOSED = /无法|不能|不可|未|失败|开启|打开|授权|用于|以便|获取|[为帮给][您你]|\b(?:cannot|unable|enable)\b/i;

/** Whether short words offer to name a place by hand. A sentence that only tells of it (无法选择门店) does not. */
export function offersByHand(raw: string): boolean {
  const text = inSimplified(raw);
  if (!BY_HAND.test(text)) return false;
  return /手动|manually/i.test(text) ? text.length <= 40 : text.length <= 24 && !CLOSED.test(text);
}
