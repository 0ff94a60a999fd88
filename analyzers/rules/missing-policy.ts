/** The page collects personal data and neither it nor the site's home page links to a privacy policy. */
import { say } from '../../locales';
import type { PageSurface, Text, Visit } from '../artifacts';
import { elementEvidence, ownSurfaces, personalFields, policyLinksOf, sawTooLittle } from '../page/judging';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { cookieItem, identifierCertainty, indexIdentifiers, isIdentifier, isKeptCookie, isNavigation } from '../traffic/certainty';
import { evidenceOf, isThirdParty, mayBeOwn } from '../traffic/judging';

export const missingPolicy: Rule = {
  id: 'missing-policy',
  category: 'rules-not-published',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '7' }, { instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '一-1' }],
  judge,
};

/** A cookie kept for a day or longer serves to know the browser again (rule table: ≥ 24 h). */
const PERSISTENT_HOURS = 24;

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const surfaces = ownSurfaces(visit);
  if (isPolicyThere(visit)) return { outcome: 'pass' };
  if (sawTooLittle(visit, surfaces)) return { outcome: 'error', say: 'unread' };
  const home = visit.surfaces.find(({ isHome }) => isHome);
  const note = home ? say('rules.missing-policy.evidence-form-home', { home: home.url.split(/[?#]/)[0]! }) : say('rules.missing-policy.evidence-form');
  const asking = surfaces.flatMap((surface) => formEvidence(surface, note));
  const given = givenEvidence(context);
  const kept = [...given, ...identifierEvidence(visit)];
  if (asking.length === 0 && kept.length === 0) return { outcome: 'not-applicable' };
  if (visit.policy.status === 'pending') return { outcome: 'error', say: 'pending' };

  const [first, ...rest] = asking;
  const evidence = asking.length > 0 ? asking : kept;
  // An agreement, or a notice on cookies or children alone, may hold the rules.
  if (visit.surfaces.some((surface) => surface.policyLinks.length > 0)) return { outcome: 'review', say: 'other-document', evidence };
  // Rules printed on the page itself are badly placed, but published.
  if (surfaces.some((surface) => (surface.ownRules ?? 0) > 0)) return { outcome: 'review', say: 'rules-in-page', evidence };
  if (!visit.home.seen) return { outcome: 'review', say: 'home-unseen', evidence };
  const [firstGiven, ...restGiven] = given;
  if (!first && firstGiven) return { outcome: 'violation', say: 'violation-identifiers', evidence: [firstGiven, ...restGiven] };
  if (!first) return { outcome: 'review', say: 'identifiers', evidence };
  return { outcome: 'violation', evidence: [first, ...rest] };
}

/** A policy was read, a link to one was seen (whether it works is another rule's matter), or a page is one. */
function isPolicyThere(visit: Visit): boolean {
  const { policy } = visit;
  return (
    policy.status === 'read' || (policy.status === 'failed' && policy.reason !== 'no-link') || visit.home.hasPolicyLink ||
    policyLinksOf(visit.surfaces).length > 0 || visit.surfaces.some((surface) => surface.looksLikePolicy)
  );
}

function formEvidence(surface: PageSurface, note: Text): Evidence[] {
  return surface.forms
    .filter((form) => form.visible && (personalFields(form).length > 0 || (form.purpose === 'login' && form.fields.some((field) => field.kind === 'password' && field.visible))))
    .map((form) => elementEvidence(surface, { selector: form.selector, text: form.fields.filter((field) => field.visible && field.label).map((field) => field.label).join('、').slice(0, 200) }, note));
}

/** Requests in which another company certainly got or set a lasting identifier. */
function givenEvidence(context: RuleContext): Evidence[] {
  const { visit } = context;
  const index = indexIdentifiers(visit);
  const sightings = visit.exchanges.flatMap((exchange) => {
    const recipient = context.recipientOf(exchange);
    if (!isThirdParty(recipient) || isNavigation(exchange) || mayBeOwn(recipient, visit.site)) return [];
    const items = [...exchange.items.filter((item) => isIdentifier(item) && identifierCertainty(item, index) === 'sure'), ...exchange.setCookies.filter(isKeptCookie).map(cookieItem)];
    return items.length > 0 ? [{ exchange, recipient, items }] : [];
  });
  return evidenceOf(sightings).slice(0, 5);
}

function identifierEvidence(visit: Visit): Evidence[] {
  return visit.storage
    .filter((write) => write.isIdentifier && (write.lifetimeHours ?? 0) >= PERSISTENT_HOURS)
    .slice(0, 5)
    .map(({ area, key, mask, at, scriptHost, lifetimeHours }) => ({ kind: 'storage', area, key, mask, at, lifetimeHours, ...(scriptHost ? { scriptHost } : {}) }));
}
