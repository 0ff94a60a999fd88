/** The policy, or the link to it, is too small, too pale or too tight to read, or stands there as pictures only. */
import { say } from '../../locales';
import type { Looks, PageSurface, PolicyLink, Text } from '../artifacts';
import { elementEvidence, ownSurfaces, policyLinksOf, sawTooLittle } from '../page/judging';
import { MIN_CONTRAST, MIN_FONT_PX, faultsOf } from '../page/presentation';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const illegiblePolicy: Rule = {
  id: 'illegible-policy',
  category: 'rules-not-published',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '一-4' }],
  judge,
};

/** More than half of the measured text below a limit is a policy one cannot read; a tenth is worth a look. */
const MOST = 0.5;
const SOME = 0.1;
/** Less text measured than this tells nothing of a policy. */
const MIN_MEASURED = 200;

interface Found {
  evidence: Evidence;
  say: 'text' | 'pictures' | 'link' | 'parts' | 'one-page';
  facts: Record<string, string | number | Text>;
}

function judge({ visit }: RuleContext): Verdict {
  const pages = ownSurfaces(visit);
  const texts = pages.flatMap(textFault);
  const links = linkFaults(pages);
  const found = [...texts, ...links];
  const clear = found.filter((one) => one.say !== 'parts' && one.say !== 'one-page');
  if (clear.length > 0) {
    const [first, ...rest] = clear.map(({ evidence }) => evidence);
    return { outcome: 'violation', say: clear[0]!.say, evidence: [first!, ...rest], facts: clear[0]!.facts };
  }
  if (found.length > 0) return { outcome: 'review', say: found[0]!.say, evidence: found.map(({ evidence }) => evidence), facts: found[0]!.facts };
  if (pages.some((page) => (page.presentation?.measured ?? 0) >= MIN_MEASURED)) return { outcome: 'pass' };
  if (policyLinksOf(pages).some(({ link }) => link.looks)) return { outcome: 'pass', say: 'link-only' };
  return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

function textFault(page: PageSurface): Found[] {
  const { presentation } = page;
  if (!presentation) return [];
  if (presentation.pictures && presentation.measured < MIN_MEASURED) {
    const { count, selector } = presentation.pictures;
    return [{ say: 'pictures', facts: { count }, evidence: elementEvidence(page, { selector, text: page.title }) }];
  }
  const share = Math.max(presentation.small, presentation.pale, presentation.tight);
  if (!presentation.worst || presentation.measured < MIN_MEASURED || share < SOME) return [];
  const { worst } = presentation;
  return [{ say: share > MOST ? 'text' : 'parts', facts: { percent: Math.round(share * 100), measure: measureOf(worst) }, evidence: elementEvidence(page, worst, say('rules.illegible-policy.evidence', { measure: measureOf(worst) })) }];
}

/** A link counts as hard to read where no other visible one on its page is better. */
function linkFaults(pages: PageSurface[]): Found[] {
  const measured = pages.map((page) => ({ page, links: page.policyLinks.filter((link) => link.looks && link.visible && (link.names === 'policy' || link.names === 'combined')) })).filter(({ links }) => links.length > 0);
  const bad = measured.filter(({ links }) => links.every((link) => isHardToRead(link.looks!)));
  const kind = bad.length === measured.length ? 'link' : 'one-page';
  return bad.map(({ page, links }): Found => {
    const link = links[0] as PolicyLink & { looks: Looks };
    return { say: kind, facts: { text: link.text, measure: measureOf(link.looks) }, evidence: elementEvidence(page, link, say('rules.illegible-policy.evidence', { measure: measureOf(link.looks) })) };
  });
}

/** The line height of a single link says nothing. */
function isHardToRead(looks: Looks): boolean {
  return faultsOf({ ...looks, lineHeight: undefined }).length > 0;
}

/** What was measured, against its limit: "字只有 9 像素高（不到 10）". */
function measureOf(looks: Looks): Text {
  const faults = faultsOf(looks);
  const told = [
    ...(faults.includes('small') ? [say('rules.illegible-policy.measure.small', { size: looks.fontSize, least: MIN_FONT_PX })] : []),
    ...(faults.includes('pale') ? [say('rules.illegible-policy.measure.pale', { contrast: looks.contrast?.toFixed(1) ?? '', least: MIN_CONTRAST })] : []),
    ...(faults.includes('tight') ? [say('rules.illegible-policy.measure.tight', { height: looks.lineHeight?.toFixed(2) ?? '' })] : []),
  ];
  return { 'zh-CN': told.map((one) => one['zh-CN']).join('，'), en: told.map(({ en }) => en).join(', ') };
}
