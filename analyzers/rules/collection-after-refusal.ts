/** After the person has refused, identifiers or personal data still go to recipients the service does not need. */
import type { ConsentAct } from '../artifacts';
import type { Rule, RuleContext, Verdict } from '../rule';
import { certaintyOf, cookieItem, indexIdentifiers, isKeptCookie, isNavigation } from '../traffic/certainty';
import { evidenceOf, isThirdParty, mayBeOwn, nameAll, nothingFound, violation, type Sighting } from '../traffic/judging';

export const collectionAfterRefusal: Rule = {
  id: 'collection-after-refusal',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'NDSR', article: '22' }, { instrument: 'CRITERIA', article: '三-2' }],
  judge,
};

/** Requests that were under way at the click may start a little after it. */
const UNDER_WAY_MS = 300;

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const refusals = visit.acts.filter((act) => act.kind === 'refuse');
  if (refusals.length === 0) return { outcome: 'not-applicable' };
  const index = indexIdentifiers(visit);
  const after = visit.exchanges.filter(
    (exchange) => context.stageAt(exchange.at - UNDER_WAY_MS) === 'after-refuse' && context.stageAt(exchange.at) === 'after-refuse' && isThirdParty(context.recipientOf(exchange)) && !isNavigation(exchange),
  );
  const sure: Sighting[] = [];
  const doubtful: Sighting[] = [];
  for (const exchange of after) {
    const recipient = context.recipientOf(exchange);
    const certain = [...exchange.items.filter((item) => certaintyOf(item, visit, index) === 'sure'), ...exchange.setCookies.filter(isKeptCookie).map(cookieItem)];
    const rest = exchange.items.filter((item) => !certain.includes(item));
    const clear = !mayBeOwn(recipient, visit.site) && refusals.some((act) => act.at <= exchange.at && coversTracking(act));
    if (certain.length > 0) (clear ? sure : doubtful).push({ exchange, recipient, items: certain });
    if (rest.length > 0) doubtful.push({ exchange, recipient, items: rest });
  }
  const facts = (list: Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), count: list.length });
  const found = violation(evidenceOf(sure), facts(sure));
  if (found) return found;
  if (doubtful.length > 0) return { outcome: 'review', say: 'doubtful', evidence: evidenceOf(doubtful), facts: facts(doubtful) };
  return nothingFound(context, after);
}

/** A refusal of marketing messages or of a credit query alone says nothing about the rest. */
function coversTracking({ topics }: ConsentAct): boolean {
  return topics.length === 0 || topics.some((topic) => topic === 'policy' || topic === 'cookies' || topic === 'sharing' || topic === 'agreement' || topic === 'other');
}
