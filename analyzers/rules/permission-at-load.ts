/** The page asks for a permission though the person has done nothing that would call for it. */
import type { PermissionCall, PermissionName, Visit } from '../artifacts';
import { isOnSite } from '../page/judging';
import { callEvidence, isByPerson, mayHaveMissedCalls, namePermissions, ownCalls, titleServes } from '../page/permission-judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const permissionAtLoad: Rule = {
  id: 'permission-at-load',
  category: 'not-necessary',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '6' }, { instrument: 'CRITERIA', article: '四-1' }],
  judge,
};

/** Permissions that a page can ask for by itself; the others browsers grant only after a press. */
const ASKABLE: ReadonlySet<PermissionName> = new Set(['location', 'camera', 'microphone', 'notification', 'clipboard-read', 'motion']);

type Sort = 'violation' | 'granted-before' | 'reached-by-link' | 'frame';

function judge({ visit }: RuleContext): Verdict {
  const unasked = visit.permissions.filter((call) => ASKABLE.has(call.permission) && !isByPerson(call));
  const sorted: Record<Sort, PermissionCall[]> = { violation: [], 'granted-before': [], 'reached-by-link': [], frame: [] };
  for (const call of unasked) sorted[sortOf(call, visit)].push(call);
  const facts = (calls: PermissionCall[]) => ({ permissions: namePermissions(calls.map((call) => call.permission)), count: calls.length });
  const evidence = (calls: PermissionCall[]) => calls.slice(0, 10).map((call) => callEvidence(call, visit));
  if (sorted.violation.length > 0) {
    const [first, ...rest] = evidence(sorted.violation);
    const isRepeated = sorted.violation.length > new Set(sorted.violation.map((call) => call.permission)).size;
    return { outcome: 'violation', evidence: [first!, ...rest], facts: facts(sorted.violation), ...(isRepeated ? { say: 'violation-repeated' } : {}) };
  }
  for (const say of ['reached-by-link', 'granted-before', 'frame'] as const) {
    if (sorted[say].length > 0) return { outcome: 'review', say, evidence: evidence(sorted[say]), facts: facts(sorted[say]) };
  }
  if (ownCalls(visit).length > 0) return { outcome: 'pass' };
  return mayHaveMissedCalls(visit) ? { outcome: 'error', say: 'unseen' } : { outcome: 'not-applicable' };
}

function sortOf(call: PermissionCall, visit: Visit): Sort {
  if (!isOnSite(call.pageUrl, visit.site)) return 'frame';
  // Nobody was asked: the browser had the answer from before.
  if (call.grantedBefore) return 'granted-before';
  // 扫码 pressed on the page before leads to a page titled so that opens the camera at once: that press was the action.
  return call.fromSite && titleServes(visit, call) ? 'reached-by-link' : 'violation';
}
