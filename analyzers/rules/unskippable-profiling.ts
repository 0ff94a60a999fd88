/** A questionnaire on the person (职业, 年级, 兴趣 …) stands before a service and cannot be passed. */
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const unskippableProfiling: Rule = {
  id: 'unskippable-profiling',
  category: 'no-consent',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'PIPL', article: '24' }],
  judge,
};

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const asked = surfaces.flatMap((surface) => (surface.gates ?? []).filter((gate) => gate.kind === 'profiling' && gate.visible).map((gate) => ({ surface, gate })));
  const locked = asked.filter(({ gate }) => gate.wayRound === undefined);
  const sure = locked.filter(({ gate }) => gate.condition === 'stated');
  const facts = (list: typeof asked) => ({ asks: [...new Set(list.flatMap(({ gate }) => gate.asks ?? []))].join('、') });
  const [first, ...rest] = sure.map(({ surface, gate }) => elementEvidence(surface, gate));
  if (first) return { outcome: 'violation', evidence: [first, ...rest], facts: facts(sure) };
  const doubtful = asked.filter(({ gate }) => gate.wayRound === undefined || gate.wayRound === 'close');
  if (doubtful.length > 0) return { outcome: 'review', evidence: doubtful.map(({ surface, gate }) => elementEvidence(surface, gate)), facts: facts(doubtful) };
  if (asked.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}
