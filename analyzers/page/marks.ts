/** Which short texts of a page are worth a second look by the readers of permissions, accounts and policy changes. */

export type Mark = 'permission' | 'account' | 'change';

/** Longer texts of one node are running text. */
const MAX_CHARS = 200;

/** Any of the marks: most texts of a page are done with after this one pass. */
const ANY =
  /权限|定位|位置|摄像|相机|拍照|扫码|麦克风|录音|语音|[剪粘][贴切]板|通讯录|通知|提醒|推送|传感器|屏幕|手动|城市|地址|注销|销户|账[号户]|帐[号户]|退出|个人|设置|隐私|安全|撤[回销]|导出|个性化|推荐|资料|手持|身份证|邮寄|寄[送至到]|快递|1\d{2}\*{4}\d{4}|更新|修订|变更|修改|调整|location|camera|microphone|notification|clipboard|permission|contacts|city|address|account|settings|log ?out|sign ?out|privacy|delete|updat|chang|revis/i;
const PERMISSION =
  /权限|定位|位置|摄像|相机|拍照|扫码|麦克风|录音|语音|[剪粘][贴切]板|通讯录|(?:开启|打开|允许|接收|订阅|授权)[^，。]{0,6}(?:通知|提醒|推送)|(?:通知|提醒|推送)[^，。]{0,4}(?:权限|开启|打开)|传感器|屏幕|手动|(?:选择|切换|输入|搜索|填写)[^，。]{0,6}(?:城市|地址|地区|小区|门店)|location|camera|microphone|notification|clipboard|permission|contacts|(?:enter|choose|select|change)[^.]{0,16}(?:city|address)/i;
const ACCOUNT =
  /注销|销户|账[号户]|帐[号户]|退出|个人(?:中心|资料|信息|设置)|设置|隐私|安全|撤[回销]|导出|个性化|推荐|资料|手持|身份证|邮寄|寄[送至到]|快递|1\d{2}\*{4}\d{4}|account|settings|log ?out|sign ?out|privacy|delete/i;
const CHANGE = /更新|修订|变更|修改|调整|updat|chang|revis/i;

/** Marks of one text, folded. */
export function marksOf(text: string): Mark[] {
  if (text.length > MAX_CHARS || !ANY.test(text)) return [];
  const marks: Mark[] = [];
  if (PERMISSION.test(text)) marks.push('permission');
  if (ACCOUNT.test(text)) marks.push('account');
  if (CHANGE.test(text)) marks.push('change');
  return marks;
}
