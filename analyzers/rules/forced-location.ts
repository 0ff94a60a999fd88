/** After precise location was refused, something that a typed address would serve is closed. */
import type { PageSurface, PermissionCall, PermissionNotice, Visit } from '../artifacts';
import { elementEvidence, ownSurfaces } from '../page/judging';
import { callEvidence, mayHaveMissedCalls, ownCalls } from '../page/permission-judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const forcedLocation: Rule = {
  id: 'forced-location',
  category: 'not-necessary',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '16' }, { instrument: 'CRITERIA', article: '四-2' }],
  judge,
};

type Wall = { surface: PageSurface; notice: PermissionNotice };

/** Functions for which a place in words is as good as a position. */
const TYPABLE = /地址|收货|配送|外卖|送餐|快递|上门|门店|自提|网点|城市|天气|小区|房源|楼盘|酒店|民宿|预约|挂号|点餐|下单|购物|商品|搜索|招聘|职位|团购|\b(?:address|deliver\w*|city|store|weather|order|shop\w*|hotel|search)\b/i;
/** Functions that live on the position itself. */
const NEEDS_POSITION = /导航|打卡|考勤|签到|轨迹|附近的人|跑步|骑行|测速|救援|报警|路况|实时位置|位置共享|防走失|开锁|寻车|\b(?:navigation|tracking|check-?in|sos|rescue)\b/i;

/** A page is given this long to show its way round after a refusal. */
const ANSWERED_MS = 1_000;

function judge({ visit }: RuleContext): Verdict {
  const calls = ownCalls(visit).filter((call) => call.permission === 'location');
  const refusals = calls.flatMap((call) => {
    const at = refusedAt(call, visit);
    return at === undefined ? [] : [{ call, at }];
  });
  const [refusal] = refusals;
  if (!refusal) {
    if (calls.length > 0) return { outcome: 'not-applicable', say: 'not-refused' };
    return mayHaveMissedCalls(visit) ? { outcome: 'error', say: 'unseen' } : { outcome: 'not-applicable' };
  }
  const since = refusal.at + ANSWERED_MS;
  const surfaces = ownSurfaces(visit).filter((surface) => surface.at >= since);
  if (surfaces.length === 0 || surfaces.some((surface) => surface.truncated)) return { outcome: 'error', say: 'unread' };
  const walls = surfaces.flatMap((surface) => wallsOn(surface, since).map((notice) => ({ surface, notice })));
  // 选择门店 that only asks for the position once more is no way by hand.
  const isByHand = ({ placeByHand }: PageSurface) => placeByHand !== undefined && !calls.some((call) => call.pressed?.selector === placeByHand.selector);
  const standing = walls.filter(({ surface }) => !isByHand(surface) && !NEEDS_POSITION.test(functionOf(surface)));
  const firm = standing.filter(({ notice }) => notice.closes !== 'asked');
  const clear = firm.filter((wall) => TYPABLE.test(`${functionOf(wall.surface)} ${wall.notice.text}`) && !NEEDS_POSITION.test(wall.notice.text));
  const evidence = (list: Wall[]) => list.slice(0, 5).map(({ surface, notice }) => elementEvidence(surface, notice));
  if (clear.length > 0) {
    const [first, ...rest] = evidence(clear);
    return { outcome: 'violation', evidence: [first!, ...rest, callEvidence(refusal.call, visit)], facts: { text: clear[0]!.notice.text.slice(0, 80) } };
  }
  const [doubtful] = firm.length > 0 ? firm : standing;
  if (doubtful) {
    return { outcome: 'review', say: firm.length > 0 ? 'function-unclear' : 'asked-again', evidence: evidence(standing), facts: { text: doubtful.notice.text.slice(0, 80) } };
  }
  return { outcome: 'pass' };
}

/** When location was refused: by the browser's answer, or by the page's own words after the call. */
function refusedAt(call: PermissionCall, visit: Visit): number | undefined {
  if (call.answer === 'denied') return call.answeredAt ?? call.at;
  if (call.answer === 'granted') return undefined;
  const told = ownSurfaces(visit).flatMap((surface) => surface.permissionNotices ?? []).find(
    (notice) => notice.visible && notice.at >= call.at && notice.permissions.includes('location') && /拒绝|未授权|没有授权|未开启|定位失败|\b(?:denied|refused|declined)\b/i.test(notice.text),
  );
  return told ? call.at : undefined;
}

function wallsOn(surface: PageSurface, since: number): PermissionNotice[] {
  return (surface.permissionNotices ?? []).filter((notice) => notice.visible && notice.closes !== undefined && notice.at >= since && notice.permissions.includes('location'));
}

function functionOf(surface: PageSurface): string {
  return `${surface.title.slice(0, 80)} ${surface.forms.flatMap((form) => form.controls.map((control) => control.text)).join(' ').slice(0, 200)}`;
}
