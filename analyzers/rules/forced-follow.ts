/** Following an official account or joining a group is the condition of being served. */
import type { Gate, PageSurface } from '../artifacts';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const forcedFollow: Rule = {
  id: 'forced-follow',
  category: 'not-necessary',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '16' }, { instrument: 'NDSR', article: '22' }],
  judge,
};

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const gates = surfaces.flatMap((surface) => (surface.gates ?? []).filter((gate) => gate.kind === 'follow' && gate.visible).map((gate) => ({ surface, gate })));
  const evidence = (list: { surface: PageSurface; gate: Gate }[]) => list.map(({ surface, gate }) => elementEvidence(surface, gate));
  const forced = gates.filter(({ gate }) => gate.condition === 'stated' && gate.wayRound === undefined);
  const [first, ...rest] = evidence(forced);
  if (first) return { outcome: 'violation', evidence: [first, ...rest], facts: { text: forced[0]!.gate.text } };
  // A close mark may lead on, or back.
  const doubtful = gates.filter(({ gate }) => (gate.condition === 'implied' && gate.wayRound === undefined) || (gate.condition === 'stated' && gate.wayRound === 'close'));
  if (doubtful.length > 0) return { outcome: 'review', evidence: evidence(doubtful), facts: { text: doubtful[0]!.gate.text } };
  if (gates.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}
