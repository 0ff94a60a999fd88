/** The person refused, and the same question came back in the same visit without their asking. */
import type { ConsentAct, ConsentSurface, EpochMs, PageSurface, Visit } from '../artifacts';
import { say } from '../../locales';
import { PERSONAL_TOPICS, choiceOf } from '../page/choice';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const repeatedPrompt: Rule = {
  id: 'repeated-prompt',
  category: 'no-consent',
  severity: 'medium',
  basis: [{ instrument: 'NDSR', article: '22' }, { instrument: 'CRITERIA', article: '三-2' }],
  judge,
};

/** What is still fading out when the person has answered is no new question. */
const FADING_MS = 300;

interface Again {
  page: PageSurface;
  surface: ConsentSurface;
  refusal: ConsentAct;
  at: EpochMs;
  same: boolean;
}

function judge({ visit }: RuleContext): Verdict {
  const pages = ownSurfaces(visit);
  const refusals = visit.acts.filter((act) => act.kind === 'refuse' && act.topics.some((topic) => PERSONAL_TOPICS.has(topic) || topic === 'other'));
  if (refusals.length === 0) return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
  const again = refusals.flatMap((refusal) => askedAgain(refusal, pages, visit));
  const sure = again.filter(({ same }) => same);
  const facts = ([first]: Again[]) => ({ refused: first!.refusal.text, seconds: Math.max(1, Math.round((first!.at - first!.refusal.at) / 1_000)), text: first!.surface.text.slice(0, 60) });
  if (sure.length > 0) {
    const [first, ...rest] = sure.map(evidenceOf);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: facts(sure) };
  }
  if (again.length > 0) return { outcome: 'review', evidence: again.map(evidenceOf), facts: facts(again) };
  return { outcome: 'pass' };
}

function askedAgain(refusal: ConsentAct, pages: PageSurface[], visit: Visit): Again[] {
  const changedMind = visit.acts.filter((act) => act.at > refusal.at && act.kind !== 'refuse').map((act) => act.at);
  const shownBefore = (surface: ConsentSurface) => surface.shown?.some(({ at }) => at <= refusal.at) ?? true;
  const refused = pages.flatMap((page) => page.consentSurfaces).filter((surface) => surface.id === refusal.surfaceId && shownBefore(surface)).map(({ text }) => text);
  return pages.flatMap((page) => page.consentSurfaces.flatMap((surface): Again[] => {
    if (!choiceOf(surface, page) || !surface.topics.some((topic) => refusal.topics.includes(topic))) return [];
    const same = refused.includes(surface.text);
    // The dialog that was refused and now says something else answers the refusal: a wall, if anything.
    if (!same && surface.id === refusal.surfaceId) return [];
    const showing = surface.shown?.find(({ at, byPerson }) => !byPerson && at > refusal.at + FADING_MS && !changedMind.some((later) => later < at));
    // A question in other words may be another question: 再想想？
    return showing ? [{ page, surface, refusal, at: showing.at, same }] : [];
  }));
}

function evidenceOf({ page, surface, refusal, at }: Again): Evidence {
  const time = (moment: EpochMs) => new Date(moment).toISOString();
  return { ...elementEvidence(page, surface, say('rules.repeated-prompt.evidence', { refused: refusal.text, refusedAt: time(refusal.at), at: time(at) })), at } as Evidence;
}
