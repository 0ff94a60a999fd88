/** What the person typed (phone, e-mail, id number, name, card) goes to a third party, plain or hashed. */
import type { ConsentAct, ConsentTopic, DataItem, DataKind, Exchange } from '../artifacts';
import type { FlowRecipient } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { namesRecipient } from '../traffic/flows';
import { evidenceOf, isThirdParty, kindNames, kindsOf, mayBeOwn, nameAll, nothingFound, violation, type Sighting } from '../traffic/judging';

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

type Sort = 'violation' | 'consented' | 'login' | 'affiliate' | 'own';

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const carrying = visit.exchanges.filter((exchange) => exchange.items.some(isTyped));
  const firstAt = Math.min(...carrying.map((exchange) => exchange.at));
  const sightings = carrying
    .map((exchange): Sighting => ({ exchange, recipient: context.recipientOf(exchange), items: exchange.items.filter(isTyped) }))
    .filter(({ recipient }) => isOtherHandler(recipient));
  const sorted: Record<Sort, Sighting[]> = { violation: [], consented: [], login: [], affiliate: [], own: [] };
  for (const sighting of sightings) sorted[classify(sighting, context)].push(sighting);

  const facts = (list: Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), kinds: kindNames(kindsOf(list)), count: list.length });
  if (sorted.violation.length > 0) {
    const hashed = sorted.violation.every(({ items }) => items.every((item) => item.form === 'hashed'));
    return violation(evidenceOf(sorted.violation), facts(sorted.violation), hashed ? 'violation-hashed' : undefined)!;
  }
  for (const say of ['affiliate', 'own', 'login', 'consented'] as const) {
    if (sorted[say].length > 0) return { outcome: 'review', say, evidence: evidenceOf(sorted[say]), facts: facts(sorted[say]) };
  }
  const answer = nothingFound(context, visit.exchanges.filter((exchange) => exchange.at >= firstAt));
  return answer.outcome === 'pass' && carrying.length === 0 ? { outcome: 'not-applicable' } : answer;
}

/** A company that the policy merely calls an affiliate is another handler all the same (PIPL 23). */
function isOtherHandler(recipient: FlowRecipient): boolean {
  return isThirdParty(recipient) || (recipient.party === 'affiliate' && recipient.reason === 'policy-names-affiliate');
}

function classify({ exchange, recipient }: Sighting, context: RuleContext): Sort {
  if (mayBeOwn(recipient, context.visit.site)) return 'own';
  // Logging in with another company's account means giving one's data to that company.
  if (recipient.role === 'social-login') return 'login';
  if (context.visit.acts.some((act) => allowsAlone(act, exchange, recipient, context))) return 'consented';
  // Named by name as of the same owner: another handler, but whether it may have the data depends on what it does with it.
  return recipient.party === 'affiliate' ? 'affiliate' : 'violation';
}

/**
 * An act before sending that is about giving the data away and nothing else, while the policy or the words beside the act
 * name the recipient.
 */
function allowsAlone(act: ConsentAct, exchange: Exchange, recipient: FlowRecipient, { visit, policy }: RuleContext): boolean {
  if (act.at > exchange.at || (act.kind !== 'accept' && act.kind !== 'tick-and-submit')) return false;
  const boxes = visit.surfaces.flatMap((surface) => surface.tickBoxes);
  const ticked = boxes.filter((box) => box.changedBy === 'user' && isAlone(box.topics) && GIVING.test(box.label));
  if (!isAlone(act.topics) || (!act.topics.includes('sharing') && ticked.length === 0)) return false;
  if (policy?.names(recipient)) return true;
  const words = [...boxes.map((box) => box.label), ...visit.surfaces.flatMap((surface) => surface.consentSurfaces.map((consent) => consent.text))];
  return [act.text, ...words].some((text) => namesRecipient(text, recipient));
}

function isAlone(topics: readonly ConsentTopic[]): boolean {
  return topics.length === 1 && (topics[0] === 'sharing' || topics[0] === 'other');
}

/** A box that allows giving what was filled in to someone named beside it. */
const GIVING = /(提供|共享|分享|转交|转给|发送|推送|同步|披露|告知|交)(给|予|至)|向.{1,40}(提供|共享|分享|发送|披露|转交)|(share|provide|send|pass|disclose).{1,60}\b(with|to)\b/i;
