/** What the words of an account page lead to, and which sentences set conditions for having an account removed. */
import type { AccountEntry } from '../artifacts';
import { dense } from './dom';

/** Longer texts are no entry. */
export const MAX_ENTRY_CHARS = 24;

const LEADS: readonly [AccountEntry['leads'], RegExp][] = [
  ['cancel', /注销(?!登[录陆]|公告|公司|企业|登记|证|户口)|销户|(?:永久)?(?:删除|关闭|停用)(?:我的|本|该)?(?:账|帐)[号户]|\b(?:delete|close|deactivate|cancel) (?:my |your |this )?account\b/i],
  ['export', /(?:导出|下载|获取)(?:我的)?(?:个人)?(?:信息|数据|资料)(?:副本)?|个人信息(?:查阅|副本|导出|下载|查询)|(?:查阅|复制)(?:我的)?个人信息|\b(?:export|download) (?:my |your )?data\b/i],
  ['withdraw', /撤[回销](?:我的|隐私)?(?:同意|授权)|(?:隐私|第三方)?授权管理|(?:取消|解除|关闭)(?:隐私|我的)?授权|\b(?:withdraw|revoke)\b/i],
  ['personalisation', /个性化|(?:推荐|广告|内容推送)(?:设置|管理|开关|偏好)|\bpersonali[sz]/i],
  ['delete', /(?:删除|清除|清空)(?:我的)?(?:个人)?(?:信息|数据|资料|浏览记录|历史记录|足迹)|\b(?:delete|erase) (?:my |your )?(?:data|history)\b/i],
  ['area', /(?:账|帐)[号户](?:与|和|及|\/)?(?:安全|设置|管理|绑定|信息|中心)|安全(?:中心|设置)|(?:账|帐)[号户]安全|隐私(?:设置|中心|管理|安全|与安全|保护中心)|^(?:更多|系统|通用|应用)?设置$|个人(?:中心|设置|信息管理)|^更多$|\baccount (?:settings|security)\b|^(?:settings|security|privacy (?:settings|center|centre))$/i],
  ['correct', /(?:修改|编辑|更正|完善|变更)(?:个人|我的|基本)?(?:资料|信息|头像|昵称|手机号?)|^(?:个人|我的|基本)(?:资料|信息)$|\bedit profile\b|^(?:my )?profile$/i],
];

/** What a short text on an account page leads to; undefined for anything else. */
export function leadsTo(raw: string): AccountEntry['leads'] | undefined {
  const text = dense(raw);
  if (text.length === 0 || text.length > MAX_ENTRY_CHARS) return undefined;
  return LEADS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Names of pages of one's own account. */
const AREA_NAME =
  /(?:个人|用户|会员|账号|账户|帐号|帐户)(?:中心|主页|设置|管理|信息)|(?:账|帐)[号户](?:与|和|及)?安全|安全(?:中心|设置)|^我的(?:账[号户]|帐[号户]|资料|设置|主页)?$|^(?:系统|通用|更多|消息|通知|推送|提醒)?设置$|隐私(?:设置|中心|管理)|个人资料|\b(?:my|your) account\b|\baccount (?:settings|center|centre|security)\b|^(?:settings|profile|my profile)$/i;

/** Whether a heading or title is the name of an account page. */
export function namesAccountArea(raw: string): boolean {
  const text = dense(raw.slice(0, 40)).replace(/^[\s·|\-—<‹←]{1,6}|[\s·|\-—>›→]{1,6}$/g, '');
  return text.length <= 20 && AREA_NAME.test(text);
}

const LOG_OUT = /^(?:安全)?(?:退出|登出)(?:登[录陆]|当前账[号户]|账[号户]|系统)?$|^(?:安全)?注销(?:登[录陆]|系统)$|^切换(?:账|帐)[号户]$|^(?:log|sign) ?out$/i;

/** Whether a short text ends the session: only someone logged in sees it. A bare 注销 is as likely the account's end. */
export function logsOut(raw: string): boolean {
  return LOG_OUT.test(dense(raw));
}

/** Whether a heading or title names the procedure by which an account is removed. */
export function namesRemoval(raw: string): boolean {
  const text = dense(raw);
  return text.length <= 30 && /(?:注销|销户|永久删除|删除)(?:我的)?(?:账|帐)[号户]|(?:账|帐)[号户](?:的)?注销|^(?:申请)?(?:注销|销户)(?:申请|须知|流程|说明|条件|材料)?$|删除个人信息|\b(?:delete|close|deactivate) (?:your |my )?account\b|\baccount (?:deletion|closure|cancellation)\b/i.test(text);
}
