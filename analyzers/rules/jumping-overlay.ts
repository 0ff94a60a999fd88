/** Whatever a person does with an overlay, or a movement of the device, leads to another company's page. */
import { say } from '../../locales';
import type { Jump, Overlay, PageSurface } from '../artifacts';
import { elementEvidence, isOnSite, ownSurfaces, sawTooLittle } from '../page/judging';
import { isGoodClose } from '../page/overlays';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { mayBeOwn } from '../traffic/judging';

export const jumpingOverlay: Rule = {
  id: 'jumping-overlay',
  category: 'incidental',
  severity: 'medium',
  basis: [{ instrument: 'POPUP', article: '5' }],
  judge,
};

/** Share of its area from which nearly any touch of an overlay hits its link. */
const ANY_TOUCH = 0.9;

interface Found {
  evidence: Evidence;
  say: 'pressed' | 'shaken' | 'whole-area' | 'asks-motion' | 'may-be-own';
  to: string;
}

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const pages = ownSurfaces(visit);
  const overlays = pages.flatMap((page) => (page.overlays ?? []).filter((overlay) => !overlay.byPerson || overlay.link).map((overlay) => ({ page, overlay })));
  const found = [...(visit.jumps ?? []).flatMap((jump) => jumpFault(jump, pages, context)), ...overlays.flatMap(({ page, overlay }) => areaFault(page, overlay, context))];
  const clear = found.filter((one) => one.say !== 'asks-motion' && one.say !== 'may-be-own');
  if (clear.length > 0) {
    const [first, ...rest] = clear.map(({ evidence }) => evidence);
    return { outcome: 'violation', say: clear[0]!.say, evidence: [first!, ...rest], facts: { to: clear[0]!.to } };
  }
  if (found.length > 0) return { outcome: 'review', say: found[0]!.say, evidence: found.map(({ evidence }) => evidence), facts: { to: found[0]!.to } };
  if (overlays.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

/** The page left for another owner although the person pressed to close, or pressed nothing and only moved the device. */
function jumpFault(jump: Jump, pages: PageSurface[], context: RuleContext): Found[] {
  if (jump.overlayId === undefined || jump.pressed === 'refuse') return [];
  const strange = ownerOf(jump.to, context);
  const isMotion = jump.cause === 'motion';
  if (strange === 'own' || !(isMotion || (jump.cause === 'press' && (jump.pressed === 'close' || jump.pressed === 'blank')))) return [];
  const page = pages.find((one) => one.overlays?.some((overlay) => overlay.id === jump.overlayId));
  const overlay = page?.overlays?.find((one) => one.id === jump.overlayId);
  const note = say(`rules.jumping-overlay.evidence-${isMotion ? 'motion' : 'press'}`, { to: jump.to });
  const evidence: Evidence = { kind: 'page-element', url: jump.pageUrl, selector: overlay?.selector ?? jump.selector, text: overlay?.text || jump.text, at: jump.at, note };
  return [{ evidence, say: strange === 'doubtful' ? 'may-be-own' : isMotion ? 'shaken' : 'pressed', to: jump.to }];
}

/** All of it is one link out, and nothing on it closes; or its words ask for a movement, and what that does was not seen. */
function areaFault(page: PageSurface, overlay: Overlay, context: RuleContext): Found[] {
  const { link, close } = overlay;
  const strange = link ? ownerOf(link.href, context) : 'own';
  if (link && strange !== 'own' && link.share >= ANY_TOUCH && !(close && isGoodClose(close))) {
    return [{ evidence: elementEvidence(page, overlay, say('rules.jumping-overlay.evidence-area', { to: link.href, percent: Math.round(link.share * 100) })), say: strange === 'doubtful' ? 'may-be-own' : 'whole-area', to: link.href }];
  }
  return overlay.asksMotion ? [{ evidence: elementEvidence(page, overlay), say: 'asks-motion', to: '' }] : [];
}

/** Whose page an address is: the site's own, another owner's, or not sure. */
function ownerOf(address: string, { visit, recipientOfHost }: RuleContext): 'own' | 'other' | 'doubtful' {
  if (!/^https?:/.test(address) || isOnSite(address, visit.site)) return 'own';
  const recipient = recipientOfHost(new URL(address).hostname);
  if (recipient.party === 'first' || recipient.party === 'affiliate') return 'own';
  return mayBeOwn(recipient, visit.site) ? 'doubtful' : 'other';
}
