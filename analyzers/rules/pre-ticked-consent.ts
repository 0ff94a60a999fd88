/** A consent box is ticked when the page loads, or ticked by a script instead of the person. */
import type { ConsentTopic, PageSurface, TickBox, Visit } from '../artifacts';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const preTickedConsent: Rule = {
  id: 'pre-ticked-consent',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'CRITERIA', article: '三-4' }],
  judge,
};

type Sight = { surface: PageSurface; box: TickBox };

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const boxes = surfaces.flatMap((surface) => surface.tickBoxes.filter((box) => box.visible).map((box) => ({ surface, box })));
  const ticked = boxes.filter((sight) => isPreTicked(sight.box) && !boxes.some((earlier) => remembersTick(earlier, sight, visit)));
  const clear = ticked.filter((sight) => isClear(sight.box) && !isOwnSetting(sight));
  if (clear.length > 0) {
    const [first, ...rest] = clear.map(evidenceOf);
    const byScript = clear.every(({ box }) => !box.checkedAtLoad);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: { label: clear[0]!.box.label }, ...(byScript ? { say: 'violation-by-script' } : {}) };
  }
  const [doubtful] = ticked;
  if (doubtful) {
    return { outcome: 'review', say: doubtOf(doubtful), evidence: ticked.map(evidenceOf), facts: { label: doubtful.box.label } };
  }
  if (boxes.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

function isPreTicked(box: TickBox): boolean {
  return box.checkedAtLoad || (box.checkedNow && box.changedBy === 'script');
}

/**
 * The person ticked the same box on an earlier page of this visit: the site only remembers it. That they did shows in the
 * box itself, or, where the page was left before it was read again, in what they sent from that page.
 */
function remembersTick(earlier: Sight, sight: Sight, visit: Visit): boolean {
  const { box, surface } = earlier;
  if (earlier === sight || surface.at > sight.surface.at || box.label !== sight.box.label || box.checkedAtLoad) return false;
  if (box.changedBy === 'user' && box.checkedNow) return true;
  return visit.acts.some((act) => act.kind === 'tick-and-submit' && act.pageUrl === surface.url && act.at <= sight.surface.at && box.topics.some((topic) => act.topics.includes(topic)));
}

/** Topics that are consent to the handling of personal data; an agreement alone is a contract. */
const PERSONAL: ReadonlySet<ConsentTopic> = new Set(['policy', 'marketing', 'sharing', 'credit-query', 'sensitive']);

function isClear(box: TickBox): boolean {
  return box.made !== 'drawn' && box.topics.some((topic) => PERSONAL.has(topic));
}

/**
 * To someone logged in a switch shows what they chose before, as likely as what was chosen for them: on the pages of their
 * account, and wherever it stands alone. A box in a form is yet to be sent.
 */
function isOwnSetting({ surface, box }: Sight): boolean {
  return surface.account !== undefined || (surface.signedIn === true && box.formId === undefined);
}

function doubtOf(sight: Sight): string {
  const { box } = sight;
  if (isOwnSetting(sight) && box.made !== 'drawn') return 'own-setting';
  if (box.made === 'drawn' && box.topics.some((topic) => PERSONAL.has(topic))) return 'drawn';
  // Switches for kinds of cookies show what was chosen on an earlier visit, too.
  if (box.topics.includes('cookies')) return 'cookie-switch';
  if (!box.topics.includes('agreement')) return 'unclear';
  return 'agreement-only';
}

function evidenceOf({ surface, box }: Sight) {
  return elementEvidence(surface, { selector: box.selector, text: box.label });
}
