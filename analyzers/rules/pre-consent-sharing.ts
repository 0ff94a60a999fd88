/** Personal data other than network and device identifiers goes to a third party before the person has decided anything. */
import type { Rule, RuleContext, Verdict } from '../rule';
import { dataCertainty, isIdentifier, isNavigation } from '../traffic/certainty';
import { evidenceOf, isThirdParty, mayBeOwn, mayHaveConsentedBefore, nameAll, nothingFound, violation, type Sighting } from '../traffic/judging';

export const preConsentSharing: Rule = {
  id: 'pre-consent-sharing',
  category: 'shared-without-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '23' }, { instrument: 'CRITERIA', article: '五-1' }],
  judge,
};

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const before = visit.exchanges.filter((exchange) => context.stageAt(exchange.at) === 'before-choice' && isThirdParty(context.recipientOf(exchange)) && !isNavigation(exchange));
  const sure: Sighting[] = [];
  const doubtful: Sighting[] = [];
  for (const exchange of before) {
    const recipient = context.recipientOf(exchange);
    const data = exchange.items.filter((item) => !isIdentifier(item) && item.kind !== 'ip');
    const certain = mayBeOwn(recipient, visit.site) ? [] : data.filter((item) => dataCertainty(item, visit) === 'sure');
    const rest = data.filter((item) => !certain.includes(item));
    if (certain.length > 0) sure.push({ exchange, recipient, items: certain });
    if (rest.length > 0) doubtful.push({ exchange, recipient, items: rest });
  }
  const facts = (list: Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), count: list.length });
  if (sure.length > 0) {
    if (mayHaveConsentedBefore(visit)) return { outcome: 'review', say: 'return-visit', evidence: evidenceOf(sure), facts: facts(sure) };
    return violation(evidenceOf(sure), facts(sure))!;
  }
  if (doubtful.length > 0) return { outcome: 'review', say: 'doubtful', evidence: evidenceOf(doubtful), facts: facts(doubtful) };
  const answer = nothingFound(context, before);
  return answer.outcome === 'pass' && before.length === 0 ? { outcome: 'not-applicable' } : answer;
}
