/** A third party gets personal data or identifiers and stands nowhere in the policy or its linked lists. */
import type { Visit } from '../artifacts';
import type { Rule, RuleContext, Verdict } from '../rule';
import { certaintyOf, cookieItem, indexIdentifiers, isKeptCookie, isNavigation } from '../traffic/certainty';
import { evidenceOf, hasUnreadList, isThirdParty, mayBeOwn, nameAll, nothingFound, violation, type Sighting } from '../traffic/judging';

export const undisclosedRecipient: Rule = {
  id: 'undisclosed-recipient',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'PIPL', article: '23' }, { instrument: 'NDSR', article: '21' }, { instrument: 'CRITERIA', article: '二-1' }],
  judge,
};

function judge(context: RuleContext): Verdict {
  const { visit, policy } = context;
  const third = visit.exchanges.filter((exchange) => isThirdParty(context.recipientOf(exchange)) && !isNavigation(exchange));
  const { sure, doubtful } = look(context, third);
  if (sure.length === 0 && doubtful.length === 0) {
    const answer = nothingFound(context, third);
    return answer.outcome === 'pass' ? { outcome: 'not-applicable' } : answer;
  }
  if (!policy) return { outcome: 'error', say: visit.policy.status === 'pending' ? 'policy-pending' : 'policy-unread' };

  const unnamed = (list: Sighting[]) => list.filter(({ recipient }) => !policy.names(recipient));
  const facts = (list: Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)) });
  const missing = unnamed(sure);
  if (missing.length > 0) {
    const evidence = [...evidenceOf(missing), { kind: 'policy-text' as const, url: policy.url, sha256: policy.sha256 }];
    if (hasUnreadList(visit)) return { outcome: 'review', say: 'list-unread', evidence, facts: facts(missing) };
    return violation(evidence, facts(missing))!;
  }
  const unclear = unnamed(doubtful);
  if (unclear.length > 0) return { outcome: 'review', say: 'doubtful', evidence: evidenceOf(unclear), facts: facts(unclear) };
  return nothingFound(context, third);
}

function look(context: RuleContext, third: Visit['exchanges']): { sure: Sighting[]; doubtful: Sighting[] } {
  const index = indexIdentifiers(context.visit);
  const sure: Sighting[] = [];
  const doubtful: Sighting[] = [];
  for (const exchange of third) {
    const recipient = context.recipientOf(exchange);
    const certain = [...exchange.items.filter((item) => certaintyOf(item, context.visit, index) === 'sure'), ...exchange.setCookies.filter(isKeptCookie).map(cookieItem)];
    const rest = exchange.items.filter((item) => !certain.includes(item));
    const own = mayBeOwn(recipient, context.visit.site);
    if (certain.length > 0) (own ? doubtful : sure).push({ exchange, recipient, items: certain });
    if (rest.length > 0) doubtful.push({ exchange, recipient, items: rest });
  }
  return { sure, doubtful };
}
