/** What the person typed (phone, e-mail, id number, name, card) goes to a third party, plain or hashed. */
import type { ConsentAct, DataItem, DataKind, Exchange } from '../artifacts';
import type { FlowRecipient } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { namesRecipient } from '../traffic/flows';
import { evidenceOf, isThirdParty, mayBeOwn, nameAll, nothingFound, violation, type Sighting } from '../traffic/judging';

export const typedDataToThirdParty: Rule = {
  id: 'typed-data-to-third-party',
  category: 'shared-without-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '23' }, { instrument: 'CSL', article: '44' }],
  judge,
};

const KINDS: ReadonlySet<DataKind> = new Set(['phone', 'email', 'id-number', 'name', 'bank-card']);

function isTyped(item: DataItem): boolean {
  return item.foundBy === 'needle' && KINDS.has(item.kind);
}

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const carrying = visit.exchanges.filter((exchange) => exchange.items.some(isTyped));
  const firstAt = Math.min(...carrying.map((exchange) => exchange.at));
  const sightings = carrying
    .map((exchange): Sighting => ({ exchange, recipient: context.recipientOf(exchange), items: exchange.items.filter(isTyped) }))
    .filter(({ recipient }) => isOtherHandler(recipient));
  const sorted: Record<'violation' | 'consented' | 'login' | 'own', Sighting[]> = { violation: [], consented: [], login: [], own: [] };
  for (const sighting of sightings) sorted[classify(sighting, context)].push(sighting);

  const facts = (list: Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), count: list.length });
  if (sorted.violation.length > 0) {
    const hashed = sorted.violation.every(({ items }) => items.every((item) => item.form === 'hashed'));
    return violation(evidenceOf(sorted.violation), facts(sorted.violation), hashed ? 'violation-hashed' : undefined)!;
  }
  for (const say of ['own', 'login', 'consented'] as const) {
    if (sorted[say].length > 0) return { outcome: 'review', say, evidence: evidenceOf(sorted[say]), facts: facts(sorted[say]) };
  }
  const answer = nothingFound(context, visit.exchanges.filter((exchange) => exchange.at >= firstAt));
  return answer.outcome === 'pass' && carrying.length === 0 ? { outcome: 'not-applicable' } : answer;
}

/** A company that the policy merely calls an affiliate is another handler all the same (PIPL 23). */
function isOtherHandler(recipient: FlowRecipient): boolean {
  return isThirdParty(recipient) || (recipient.party === 'affiliate' && recipient.reason === 'policy-names-affiliate');
}

function classify({ exchange, recipient }: Sighting, context: RuleContext): 'violation' | 'consented' | 'login' | 'own' {
  if (mayBeOwn(recipient, context.visit.site)) return 'own';
  // Logging in with another company's account means giving one's data to that company.
  if (recipient.role === 'social-login') return 'login';
  return context.visit.acts.some((act) => allowsAlone(act, exchange, recipient, context)) ? 'consented' : 'violation';
}

/** An act before sending that is about sharing only, while the policy or the words beside the act name the recipient. */
function allowsAlone(act: ConsentAct, exchange: Exchange, recipient: FlowRecipient, { visit, policy }: RuleContext): boolean {
  if (act.at > exchange.at || (act.kind !== 'accept' && act.kind !== 'tick-and-submit')) return false;
  if (act.topics.length !== 1 || act.topics[0] !== 'sharing') return false;
  if (policy?.names(recipient)) return true;
  const words = visit.surfaces.flatMap((surface) => [...surface.tickBoxes.map((box) => box.label), ...surface.consentSurfaces.map((consent) => consent.text)]);
  return [act.text, ...words].some((text) => namesRecipient(text, recipient));
}
