/** What the permission rules share: which calls are the site's own, what stood beside them, how they become evidence. */
import { say } from '../../locales';
import type { PageSurface, PermissionCall, PermissionName, PermissionNotice, Text, Visit } from '../artifacts';
import type { Evidence } from '../report';
import { isOnSite, ownSurfaces, sawTooLittle } from './judging';
import { permissionsIn, purposeIn, serves } from './permission-words';

/** Calls by pages of the site itself; a frame of another company asks for itself. */
export function ownCalls(visit: Visit): PermissionCall[] {
  return visit.permissions.filter((call) => isOnSite(call.pageUrl, visit.site)).sort((a, b) => a.at - b.at);
}

/** Whether the person's own action led to the call. */
export function isByPerson(call: PermissionCall): boolean {
  return call.afterUserAction || call.pressed !== undefined;
}

/** The page a call was made on, as it was read; undefined when it was not. */
export function surfaceOfCall(visit: Visit, call: PermissionCall): PageSurface | undefined {
  return ownSurfaces(visit).findLast((surface) => surface.url === call.pageUrl);
}

/** Visible sentences of the call's page on its permission. */
export function noticesFor(visit: Visit, call: PermissionCall): PermissionNotice[] {
  return (surfaceOfCall(visit, call)?.permissionNotices ?? []).filter((notice) => notice.visible && notice.permissions.includes(call.permission));
}

/** Whether the page's title names what the permission serves (扫码点餐 for the camera). */
export function titleServes(visit: Visit, call: PermissionCall): boolean {
  const title = surfaceOfCall(visit, call)?.title ?? '';
  return title.length <= 80 && serves(title, call.permission);
}

/** How the purpose of a call was told; `named`: only the permission itself is named, `title`: only the page's title speaks of it. */
export function purposeOf(visit: Visit, call: PermissionCall): 'clear' | 'vague' | 'named' | 'title' | 'none' {
  const notices = noticesFor(visit, call);
  const { pressed } = call;
  if (call.told === 'clear' || notices.some((notice) => notice.purpose === 'clear')) return 'clear';
  const around = pressed && permissionsIn(pressed.around).includes(call.permission) ? purposeIn(pressed.around) : undefined;
  if (pressed && (serves(pressed.text, call.permission) || around === 'clear')) return 'clear';
  if (around === 'vague' || call.told === 'vague' || notices.some((notice) => notice.purpose === 'vague')) return 'vague';
  if (pressed && permissionsIn(pressed.text).includes(call.permission)) return 'named';
  return titleServes(visit, call) ? 'title' : 'none';
}

/** Names of permissions for a sentence, each once. */
export function namePermissions(permissions: readonly PermissionName[]): Text {
  const names = [...new Set(permissions)].map((permission) => say(`judge.permission.${permission}`));
  return { 'zh-CN': names.map((name) => name['zh-CN']).join('、'), en: names.map((name) => name.en).join(', ') };
}

/** Evidence of a call: when it was made after which press, and the answer where it is known. */
export function callEvidence(call: PermissionCall, visit: Visit): Evidence {
  const permission = namePermissions([call.permission]);
  const seconds = Math.max(0, Math.round((call.at - visit.startedAt) / 100) / 10);
  const how = call.pressed?.text ? 'pressed' : isByPerson(call) ? 'acted' : 'unasked';
  const note = say(`judge.permission-call.${how}`, { permission, seconds, control: call.pressed?.text ?? '', answer: say(`judge.permission-answer.${call.answer ?? 'unknown'}`) });
  return { kind: 'page-element', url: call.pageUrl, selector: call.pressed?.selector ?? 'html', text: call.permission, at: call.at, note };
}

/** Whether calls may have escaped us: the part that hears them was not there, or no page was read. */
export function mayHaveMissedCalls(visit: Visit): boolean {
  return visit.problems.some((problem) => problem.kind === 'hook-missing' || problem.kind === 'worker-restarted') || sawTooLittle(visit, ownSurfaces(visit));
}
