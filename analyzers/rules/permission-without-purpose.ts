/** A permission is asked for and the page does not say what for. */
import type { PermissionCall, Visit } from '../artifacts';
import { callEvidence, mayHaveMissedCalls, namePermissions, ownCalls, purposeOf, surfaceOfCall } from '../page/permission-judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const permissionWithoutPurpose: Rule = {
  id: 'permission-without-purpose',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '二-3' }],
  judge,
};

type Sort = 'none' | 'vague' | 'named' | 'title' | 'granted-before' | 'clear' | 'unread';

/** Camera and microphone of one call serve one thing: what is told of one is told of both. */
const ONE_CALL_MS = 50;

function judge({ visit }: RuleContext): Verdict {
  const calls = ownCalls(visit);
  const sorted = new Map<Sort, PermissionCall[]>();
  for (const call of calls) {
    const sort = sortOf(call, calls, visit);
    sorted.set(sort, [...(sorted.get(sort) ?? []), call]);
  }
  const facts = (list: PermissionCall[]) => ({ permissions: namePermissions(list.map((call) => call.permission)) });
  const evidence = (list: PermissionCall[]) => list.slice(0, 10).map((call) => callEvidence(call, visit));
  const silent = sorted.get('none');
  if (silent) {
    const [first, ...rest] = evidence(silent);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: facts(silent) };
  }
  for (const sort of ['vague', 'named', 'title', 'granted-before'] as const) {
    const list = sorted.get(sort);
    if (list) return { outcome: 'review', say: sort === 'title' ? 'by-title' : sort, evidence: evidence(list), facts: facts(list) };
  }
  const unread = sorted.get('unread');
  if (unread) return { outcome: 'error', say: 'unread', facts: facts(unread) };
  if (calls.length > 0) return { outcome: 'pass' };
  return mayHaveMissedCalls(visit) ? { outcome: 'error', say: 'unseen' } : { outcome: 'not-applicable' };
}

function sortOf(call: PermissionCall, calls: PermissionCall[], visit: Visit): Sort {
  const together = calls.filter((other) => other.pageUrl === call.pageUrl && Math.abs(other.at - call.at) <= ONE_CALL_MS);
  const purposes = together.map((other) => purposeOf(visit, other));
  if (purposes.includes('clear')) return 'clear';
  if (call.grantedBefore) return 'granted-before';
  const surface = surfaceOfCall(visit, call);
  if (!surface || surface.truncated) return 'unread';
  return (['vague', 'named', 'title'] as const).find((purpose) => purposes.includes(purpose)) ?? 'none';
}
