/** Something lies over the page that nobody opened and that cannot be closed in time by anything seen and hit. */
import { say } from '../../locales';
import type { Overlay, PageSurface } from '../artifacts';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import { MIN_CLOSE_CONTRAST, MIN_CLOSE_PX, isGoodClose } from '../page/overlays';
import type { Rule, RuleContext, Verdict } from '../rule';

export const uncloseableOverlay: Rule = {
  id: 'uncloseable-overlay',
  category: 'incidental',
  severity: 'medium',
  basis: [{ instrument: 'POPUP', article: '5' }],
  judge,
};

/** It must be closable within this time (rule catalogue, after the notices of 工信部 on pop-ups). */
const WITHIN_MS = 5_000;
/** It covers the page when it takes this share of the view. */
const COVERS = 0.5;

type Fault = 'none' | 'late' | 'small' | 'pale' | 'covered' | 'leads-away';
type Answer = Fault | 'pass' | 'frame' | 'system' | 'notice' | 'maybe' | 'too-short';

interface Sight {
  page: PageSurface;
  overlay: Overlay;
  answer: Answer;
}

function judge({ visit }: RuleContext): Verdict {
  const pages = ownSurfaces(visit);
  const sights = pages.flatMap((page) => (page.overlays ?? []).filter((overlay) => overlay.cover >= COVERS).map((overlay): Sight => ({ page, overlay, answer: answerOf(overlay) })));
  const faults = sights.filter(({ answer }) => FAULTS.has(answer));
  if (faults.length > 0) {
    const [first, ...rest] = faults.map(evidenceOf);
    return { outcome: 'violation', say: faults[0]!.answer, evidence: [first!, ...rest], facts: factsOf(faults[0]!) };
  }
  const doubtful = sights.filter(({ answer }) => answer !== 'pass' && answer !== 'too-short');
  if (doubtful.length > 0) return { outcome: 'review', say: doubtful[0]!.answer, evidence: doubtful.map(evidenceOf), facts: factsOf(doubtful[0]!) };
  if (sights.some(({ answer }) => answer === 'too-short')) return { outcome: 'error', say: 'too-short' };
  if (sights.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

const FAULTS: ReadonlySet<Answer> = new Set(['none', 'late', 'small', 'pale', 'covered', 'leads-away']);

function answerOf(overlay: Overlay): Answer {
  // Consent is answered, fields are filled in, a wait ends: other rules look at those.
  if (overlay.byPerson || overlay.holds === 'consent' || overlay.holds === 'fields' || overlay.holds === 'wait') return 'pass';
  const { close, firstAt } = overlay;
  if (close && isGoodClose(close)) return close.at - firstAt <= WITHIN_MS || overlay.holds !== 'offer' ? 'pass' : 'late';
  const until = overlay.goneAt ?? overlay.lastAt;
  if (until - firstAt < WITHIN_MS) return overlay.goneAt === undefined ? 'too-short' : 'pass';
  if (overlay.holds === 'frame' || overlay.holds === 'system') return overlay.holds;
  if ((overlay.otherAnswers ?? []).length > 0) return 'maybe';
  if (overlay.holds === 'notice') return 'notice';
  if (!close) return 'none';
  if (close.leadsTo !== undefined) return 'leads-away';
  if (!close.hittable) return 'covered';
  return Math.min(close.width, close.height) < MIN_CLOSE_PX ? 'small' : 'pale';
}

function factsOf({ overlay }: Sight): Record<string, string | number> {
  const { close } = overlay;
  return {
    text: overlay.text.slice(0, 60), percent: Math.round(overlay.cover * 100), seconds: Math.round(((close?.at ?? overlay.lastAt) - overlay.firstAt) / 1_000), limit: WITHIN_MS / 1_000,
    size: close ? `${close.width}×${close.height}` : '', least: MIN_CLOSE_PX, contrast: close?.contrast?.toFixed(1) ?? '', leastContrast: MIN_CLOSE_CONTRAST, to: close?.leadsTo ?? '',
  };
}

function evidenceOf(sight: Sight) {
  const { page, overlay } = sight;
  const at = overlay.close ? { selector: overlay.close.selector, text: overlay.close.text || overlay.text } : overlay;
  return elementEvidence(page, FAULTS.has(sight.answer) && sight.answer !== 'none' ? at : overlay, say('rules.uncloseable-overlay.evidence', factsOf(sight)));
}
