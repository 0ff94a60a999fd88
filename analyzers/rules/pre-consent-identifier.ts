/** A persistent identifier reaches a third party, or is set by one, before the person has decided anything. */
import type { Exchange, StorageWrite } from '../artifacts';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { cookieItem, identifierCertainty, indexIdentifiers, isIdentifier, isKeptCookie, isKeptWrite, isNavigation, type IdentifierIndex } from '../traffic/certainty';
import { registrableDomain } from '../traffic/domains';
import { evidenceOf, isThirdParty, mayBeOwn, mayHaveConsentedBefore, nameAll, nothingFound, violation, type Sighting } from '../traffic/judging';
import { isExcepted } from '../traffic/recipients';
import { PERSISTENT_HOURS } from '../traffic/stored-value';

export const preConsentIdentifier: Rule = {
  id: 'pre-consent-identifier',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '13' }, { instrument: 'PIPL', article: '14' }, { instrument: 'CRITERIA', article: '三-1' }],
  judge,
};

/** What was seen before the choice, by what it proves. */
interface Seen {
  sure: Sighting[];
  doubtful: Sighting[];
  blocked: Sighting[];
  own: Sighting[];
}

function judge(context: RuleContext): Verdict {
  const { visit, stageAt } = context;
  const before = visit.exchanges.filter((exchange) => stageAt(exchange.at) === 'before-choice');
  const writes = visit.storage.filter((write) => stageAt(write.at) === 'before-choice' && !write.foundAtRest && isKeptWrite(write));
  if (before.length === 0 && writes.length === 0) return { outcome: 'not-applicable' };

  const seen = look(context, before);
  const ownWrites = writes.filter((write) => !foreignScript(context, write));
  if (seen.sure.length > 0) {
    const facts = { recipients: nameAll(seen.sure.map(({ recipient }) => recipient)), count: seen.sure.length };
    const evidence = [...evidenceOf(seen.sure), ...writes.slice(0, 5).map(writeEvidence)];
    if (mayHaveConsentedBefore(visit)) return { outcome: 'review', say: 'return-visit', evidence, facts };
    return violation(evidence, facts)!;
  }
  for (const say of ['doubtful', 'blocked'] as const) {
    const list = seen[say];
    if (list.length > 0) return { outcome: 'review', say, evidence: evidenceOf(list), facts: { recipients: nameAll(list.map(({ recipient }) => recipient)) } };
  }
  const foreign = writes.filter((write) => foreignScript(context, write));
  if (foreign.length > 0) {
    return { outcome: 'review', say: 'stored-only', evidence: foreign.slice(0, 5).map(writeEvidence), facts: { recipients: [...new Set(foreign.map((write) => write.scriptHost ?? ''))].slice(0, 5).join('; ') } };
  }
  if (seen.own.length > 0 || ownWrites.length > 0) {
    return { outcome: 'review', say: 'first-party', evidence: [...evidenceOf(seen.own).slice(0, 6), ...ownWrites.slice(0, 5).map(writeEvidence)], facts: { site: visit.site } };
  }
  return nothingFound(context, before);
}

function look(context: RuleContext, before: readonly Exchange[]): Seen {
  const index = indexIdentifiers(context.visit);
  const seen: Seen = { sure: [], doubtful: [], blocked: [], own: [] };
  for (const exchange of before) {
    const recipient = context.recipientOf(exchange);
    if (isExcepted(recipient)) continue;
    const { sure, doubtful, blocked } = itemsOf(exchange, index);
    if (!isThirdParty(recipient)) {
      if (sure.length > 0) seen.own.push({ exchange, recipient, items: sure });
      continue;
    }
    // A person following a link to another site takes it there themselves.
    if (isNavigation(exchange)) continue;
    const doubt = mayBeOwn(recipient, context.visit.site);
    if (sure.length > 0) (doubt ? seen.doubtful : seen.sure).push({ exchange, recipient, items: sure });
    if (doubtful.length > 0) seen.doubtful.push({ exchange, recipient, items: doubtful });
    if (blocked.length > 0) seen.blocked.push({ exchange, recipient, items: blocked });
  }
  return seen;
}

function itemsOf(exchange: Exchange, index: IdentifierIndex) {
  const sent = exchange.items.filter(isIdentifier);
  const sure = sent.filter((item) => identifierCertainty(item, index) === 'sure');
  return {
    sure: [...sure, ...exchange.setCookies.filter(isKeptCookie).map(cookieItem)],
    doubtful: sent.filter((item) => !sure.includes(item)),
    blocked: exchange.setCookies.filter((cookie) => cookie.isIdentifier && cookie.blocked && (cookie.lifetimeHours ?? 0) >= PERSISTENT_HOURS).map(cookieItem),
  };
}

/** Written by a script from another site. Such a script may be a library that sends nothing, hence no violation by itself. */
function foreignScript({ visit }: RuleContext, { scriptHost }: StorageWrite): boolean {
  return scriptHost !== undefined && registrableDomain(scriptHost) !== registrableDomain(visit.site);
}

function writeEvidence({ area, key, mask, at, scriptHost, lifetimeHours }: StorageWrite): Evidence {
  return { kind: 'storage', area, key, mask, at, scriptHost, lifetimeHours };
}
