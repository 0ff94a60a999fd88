/** A face is taken without the notice the law prescribes, or without a consent to it alone. */
import type { FaceNoticeItem, FaceStep, PageSurface } from '../artifacts';
import { say, type Params } from '../../locales';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const faceWithoutNotice: Rule = {
  id: 'face-without-notice',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'FACE', article: '5' }, { instrument: 'FACE', article: '6' }, { instrument: 'PIPL', article: '29' }, { instrument: 'PIPL', article: '30' }],
  judge,
};

/** In the order of 人脸办法 5; who runs the site counts as told wherever the page names it. */
const ITEMS: readonly FaceNoticeItem[] = ['handler', 'purpose', 'retention', 'necessity', 'rights'];

interface Sight {
  surface: PageSurface;
  step: FaceStep;
  missing: FaceNoticeItem[];
}

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const sights = surfaces.flatMap((surface) => (surface.faceSteps ?? []).filter((step) => step.visible).map((step): Sight => ({ surface, step, missing: ITEMS.filter((item) => !step.told.includes(item)) })));
  if (sights.length === 0) return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
  const bare = sights.filter(({ missing, step }) => missing.length > 0 || !hasConsent(step, visit.acts));
  const [worst] = bare.sort((a, b) => b.missing.length - a.missing.length);
  if (!worst) return { outcome: 'pass' };
  const evidence = bare.map(({ surface, step }) => elementEvidence(surface, step));
  const facts: Params = { missing: listOf(worst.missing) };
  const [first, ...rest] = evidence;
  // A document on faces alone that nobody has read may hold what the page does not.
  if (worst.step.rules) return hasConsent(worst.step, visit.acts) ? { outcome: 'review', say: 'linked', evidence, facts } : { outcome: 'review', say: 'linked-no-consent', evidence, facts };
  // One item may be said in words not understood; without purpose and storage, or with most missing, there is no notice.
  const silent = worst.missing.length >= 3 || (worst.missing.includes('purpose') && worst.missing.includes('retention'));
  if (silent && first) return { outcome: 'violation', say: hasConsent(worst.step, visit.acts) ? 'violation' : 'violation-no-consent', evidence: [first, ...rest], facts };
  if (worst.missing.length === 0 && first) return { outcome: 'violation', say: 'violation-consent', evidence: [first, ...rest] };
  return { outcome: 'review', evidence, facts };
}

function hasConsent(step: FaceStep, acts: readonly { kind: string; topics: string[]; text: string }[]): boolean {
  return step.consent || acts.some((act) => act.kind !== 'refuse' && act.topics.includes('sensitive') && !act.topics.includes('policy'));
}

function listOf(items: readonly FaceNoticeItem[]) {
  const texts = items.map((item) => say(`rules.face-without-notice.item.${item}`));
  return { 'zh-CN': texts.map((text) => text['zh-CN']).join('、'), en: texts.map((text) => text.en).join(', ') };
}
