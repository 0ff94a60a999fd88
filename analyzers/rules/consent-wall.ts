/** The person refused the policy, cookies or tracking, and the page locks what needs no personal data. */
import { say } from '../../locales';
import type { ConsentAct, ConsentTopic, EpochMs, Overlay, PageSurface, Text, Visit } from '../artifacts';
import { choiceOf } from '../page/choice';
import { elementEvidence, isOnSite, ownSurfaces, personalFields, sawTooLittle } from '../page/judging';
import { isWall } from '../page/walls';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const consentWall: Rule = {
  id: 'consent-wall',
  category: 'not-necessary',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '16' }, { instrument: 'CRITERIA', article: '四-2' }],
  judge,
};

/** Refusing these must cost nothing that works without them; a contract, a credit query or sensitive data may be needed. */
const FREE_TO_REFUSE: ReadonlySet<ConsentTopic> = new Set(['policy', 'cookies', 'marketing', 'sharing']);
/** A page that still lies under its question this long after the refusal is locked, not slow. */
const STILL_THERE_MS = 2_000;
/** A page that leaves this soon after a refusal answers it. */
const LEAVES_MS = 5_000;
/** Words of someone who only wants to go. */
const ONLY_LEAVES = /^(?:退出|离开|关闭)[^不拒]{0,6}$/;

interface Lock {
  evidence: Evidence;
  /** Why a person must decide; absent where nothing is doubtful. */
  doubt?: 'form-page' | 'leaves';
}

function judge({ visit }: RuleContext): Verdict {
  const pages = ownSurfaces(visit);
  const refusals = visit.acts.filter((act) => act.kind === 'refuse' && act.topics.some((topic) => FREE_TO_REFUSE.has(topic)));
  const locks = refusals.flatMap((refusal) => locksAfter(refusal, pages, visit));
  const clear = locks.filter(({ doubt }) => doubt === undefined);
  const facts = { refused: refusals[0]?.text ?? '' };
  if (clear.length > 0) {
    const [first, ...rest] = clear.map(({ evidence }) => evidence);
    return { outcome: 'violation', evidence: [first!, ...rest], facts };
  }
  if (locks.length > 0) return { outcome: 'review', say: locks[0]!.doubt, evidence: locks.map(({ evidence }) => evidence), facts };
  const announced = pages.flatMap(announcements);
  if (announced.length > 0 && refusals.length === 0) return { outcome: 'review', say: 'announced', evidence: announced };
  if (refusals.length > 0 || announced.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

function locksAfter(refusal: ConsentAct, pages: PageSurface[], visit: Visit): Lock[] {
  const note = (key: string, facts = {}): Text => say(`rules.consent-wall.evidence-${key}`, { refused: refusal.text, ...facts });
  const accepted = visit.acts.filter((act) => act.at > refusal.at && act.kind !== 'refuse').map((act) => act.at);
  /** Still the answer to this refusal: the person did not agree in between. */
  const holdsAt = (at: EpochMs) => at > refusal.at && !accepted.some((later) => later < at);
  const onPages = pages.flatMap((page): Lock[] => {
    const doubt = page.forms.some((form) => form.visible && personalFields(form).length > 0) ? 'form-page' as const : undefined;
    const walls = (page.walls ?? []).filter((wall) => wall.blocks && holdsAt(wall.at)).map((wall) => elementEvidence(page, wall, note('wall')));
    const covered = (page.overlays ?? []).filter((overlay) => isLocking(overlay, refusal, page) && holdsAt(overlay.lastAt)).map((overlay) => elementEvidence(page, overlay, note('covered')));
    return [...walls, ...covered].map((evidence) => ({ evidence, ...(doubt ? { doubt } : {}) }));
  });
  const left = (visit.jumps ?? [])
    .filter((jump) => jump.pressed === 'refuse' && jump.at >= refusal.at - 100 && jump.at - refusal.at <= LEAVES_MS && !isOnSite(jump.to, visit.site))
    .map((jump): Lock => ({
      evidence: { kind: 'page-element', url: jump.pageUrl, selector: jump.selector, text: jump.text || refusal.text, at: jump.at, note: note('left', { to: jump.to }) },
      ...(ONLY_LEAVES.test(refusal.text) ? { doubt: 'leaves' as const } : {}),
    }));
  return [...onPages, ...left];
}

/** The question itself still covers the page well after it was refused, or came back over it. */
function isLocking(overlay: Overlay, refusal: ConsentAct, page: PageSurface): boolean {
  if (overlay.holds !== 'consent' || overlay.cover < 0.5 || overlay.lastAt < refusal.at + STILL_THERE_MS) return false;
  const surface = page.consentSurfaces.find((one) => one.id === overlay.surfaceId);
  return surface !== undefined && surface.topics.some((topic) => refusal.topics.includes(topic));
}

/** Nobody refused yet, but the dialog over the page says what a refusal would cost. */
function announcements(page: PageSurface): Evidence[] {
  const blocking = new Set((page.overlays ?? []).filter((overlay) => overlay.cover >= 0.5).map((overlay) => overlay.surfaceId));
  return page.consentSurfaces
    .filter((surface) => blocking.has(surface.id) && choiceOf(surface, page) !== undefined && surface.topics.some((topic) => FREE_TO_REFUSE.has(topic)))
    .filter((surface) => surface.text.split(/(?<=[。！；.!;])/).some((sentence) => isWall(sentence)))
    .map((surface) => elementEvidence(page, surface));
}
