/** The policy is more than four clicks from the home page. Only the auditor mode looks that far. */
import { say } from '../../locales';
import { ownSurfaces } from '../page/judging';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const buriedPolicy: Rule = {
  id: 'buried-policy',
  category: 'rules-not-published',
  severity: 'medium',
  basis: [{ instrument: 'NDSR', article: '21' }, { instrument: 'CRITERIA', article: '一-3' }],
  judge,
};

/** 认定方法 一-3: more than four clicks from the main screen are hard to reach. */
export const MAX_CLICKS = 4;

function judge({ visit }: RuleContext): Verdict {
  if (visit.home.seen && visit.home.hasPolicyLink) return { outcome: 'pass' };
  const { reach } = visit;
  if (!reach) return { outcome: 'not-applicable' };
  const facts = { clicks: reach.clicks ?? 0, limit: MAX_CLICKS, pages: reach.pages };
  if (reach.clicks !== undefined && reach.clicks <= MAX_CLICKS) return { outcome: 'pass', facts };
  // A policy nobody found is another rule's matter.
  if (reach.clicks === undefined) return { outcome: 'not-applicable', say: 'not-found', facts };
  const path = reach.path.map(({ text }) => `“${text}”`).join(' → ');
  const last = reach.path.at(-1)!;
  const evidence: Evidence = { kind: 'page-element', url: last.url, selector: 'a', text: last.text, at: ownSurfaces(visit).at(-1)?.at ?? visit.startedAt, note: say('rules.buried-policy.evidence', { path }) };
  // A shorter way may lie where nobody looked.
  if (reach.searched < MAX_CLICKS) return { outcome: 'review', say: 'not-all', evidence: [evidence], facts };
  return { outcome: 'violation', evidence: [evidence], facts };
}
