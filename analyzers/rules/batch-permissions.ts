/** Several permissions are asked for at once, and the page makes them the condition of its use. */
import type { PermissionCall, PermissionNotice, Visit } from '../artifacts';
import { elementEvidence } from '../page/judging';
import { callEvidence, mayHaveMissedCalls, namePermissions, ownCalls, purposeOf, surfaceOfCall } from '../page/permission-judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const batchPermissions: Rule = {
  id: 'batch-permissions',
  category: 'not-necessary',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '16' }, { instrument: 'CRITERIA', article: '四-6' }],
  judge,
};

/** Calls that follow one another within this, with no press of the person between them, are one request. */
const TOGETHER_MS = 10_000;
/** Camera and microphone of one call. */
const ONE_CALL_MS = 50;

function judge({ visit }: RuleContext): Verdict {
  const calls = ownCalls(visit);
  const batches = batchesOf(calls).filter((batch) => kindsIn(batch) >= 2);
  const facts = (batch: PermissionCall[]) => ({ permissions: namePermissions(batch.map((call) => call.permission)) });
  for (const batch of batches) {
    const condition = conditionOf(batch, visit);
    if (!condition) continue;
    const surface = surfaceOfCall(visit, batch[0]!)!;
    return { outcome: 'violation', evidence: [elementEvidence(surface, condition), ...batch.map((call) => callEvidence(call, visit))], facts: { ...facts(batch), text: condition.text.slice(0, 80) } };
  }
  // A press that calls for all of them, each with its purpose, is no condition: a video call, a form with place and photo.
  const [doubtful] = batches.filter((batch) => batch.some((call) => purposeOf(visit, call) !== 'clear' || !(call.afterUserAction || call.pressed)));
  if (doubtful) return { outcome: 'review', evidence: doubtful.map((call) => callEvidence(call, visit)), facts: facts(doubtful) };
  if (calls.length > 0) return { outcome: 'pass' };
  return mayHaveMissedCalls(visit) ? { outcome: 'error', say: 'unseen' } : { outcome: 'not-applicable' };
}

/** Runs of calls on one page that no press of the person divides. */
function batchesOf(calls: PermissionCall[]): PermissionCall[][] {
  const batches: PermissionCall[][] = [];
  for (const call of calls) {
    if (call.grantedBefore) continue;
    const batch = batches.at(-1);
    const last = batch?.at(-1);
    const joins = batch && last && last.pageUrl === call.pageUrl && call.at - last.at <= TOGETHER_MS && samePress(batch[0]!, call);
    if (batch && joins) batch.push(call);
    else batches.push([call]);
  }
  return batches;
}

function samePress(first: PermissionCall, next: PermissionCall): boolean {
  if (!next.pressed) return !next.afterUserAction || first.afterUserAction;
  return first.pressed?.selector === next.pressed.selector && first.pressed.text === next.pressed.text;
}

/** Different permissions of a batch; camera and microphone of one call are one. */
function kindsIn(batch: PermissionCall[]): number {
  const kinds = new Set(batch.map((call) => call.permission));
  const camera = batch.find((call) => call.permission === 'camera');
  const isVideo = camera !== undefined && batch.some((call) => call.permission === 'microphone' && Math.abs(call.at - camera.at) <= ONE_CALL_MS);
  return kinds.size - (isVideo ? 1 : 0);
}

/** The page's words that make the batch a condition: they name two of its permissions, or permissions in general. */
function conditionOf(batch: PermissionCall[], visit: Visit): PermissionNotice | undefined {
  const kinds = new Set(batch.map((call) => call.permission));
  const notices = surfaceOfCall(visit, batch[0]!)?.permissionNotices ?? [];
  return notices.find((notice) => {
    if (!notice.visible || (notice.closes !== 'required' && notice.closes !== 'blocked')) return false;
    const named = notice.permissions.filter((permission) => kinds.has(permission)).length;
    return named >= 2 || (named >= 1 && /(?:以上|以下|全部|所有|上述|下列|这些|相关|各项)[^，。；]{0,6}权限|\b(?:all|these|following) permissions\b/i.test(notice.text));
  });
}
