/** A kind of personal data is taken that the policy and its linked lists do not list. */
import type { DataItem, DataKind } from '../artifacts';
import type { FlowRecipient } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { isIdentifier } from '../traffic/certainty';
import { carried, evidenceOf, hasUnreadList, isThirdParty, kindNames, kindsOf, nothingFound, policyEvidence, policyUnready, silenceEvidence, violation, type Sighting } from '../traffic/judging';

export const undisclosedDataKind: Rule = {
  id: 'undisclosed-data-kind',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '三-9' }],
  judge,
};

/** Free text and search words are what the person uses the service with; every request shows an address; a password is part of any account. */
const LEFT_OUT: ReadonlySet<DataKind> = new Set(['typed-text', 'search-or-page-content', 'ip', 'password']);

/** Identifiers of the site itself keep it running; those of others must be told of. */
function counts(item: DataItem, recipient: FlowRecipient): boolean {
  return !LEFT_OUT.has(item.kind) && (!isIdentifier(item) || isThirdParty(recipient));
}

function judge(context: RuleContext): Verdict {
  const { visit, policy } = context;
  const { sure, doubtful } = carried(context, visit.exchanges, counts);
  if (sure.length === 0 && doubtful.length === 0) {
    const answer = nothingFound(context, visit.exchanges);
    return answer.outcome === 'pass' ? { outcome: 'not-applicable' } : answer;
  }
  const unready = policyUnready(context);
  if (unready || !policy) return unready ?? { outcome: 'error', say: 'policy-unread' };
  const { promises } = policy;
  const facts = (list: readonly Sighting[]) => ({ kinds: kindNames(kindsOf(list)) });

  const unlisted = only(sure, (kind) => !promises.declares(kind));
  const unmentioned = only(unlisted, (kind) => !promises.mentions(kind));
  if (unmentioned.length > 0) {
    const evidence = [...evidenceOf(unmentioned), silenceEvidence(policy)];
    if (hasUnreadList(visit)) return { outcome: 'review', say: 'list-unread', evidence, facts: facts(unmentioned) };
    return violation(evidence, facts(unmentioned))!;
  }
  if (unlisted.length > 0) {
    const words = kindsOf(unlisted).flatMap((kind) => promises.mentions(kind) ?? []);
    return { outcome: 'review', say: 'mentioned', evidence: [...evidenceOf(unlisted), ...words.slice(0, 3).map(policyEvidence)], facts: facts(unlisted) };
  }
  const unclear = only(doubtful, (kind) => !promises.mentions(kind));
  if (unclear.length > 0) return { outcome: 'review', say: 'doubtful', evidence: evidenceOf(unclear), facts: facts(unclear) };
  return nothingFound(context, visit.exchanges);
}

/** Sightings cut down to the items of some kinds. */
function only(sightings: readonly Sighting[], wanted: (kind: DataKind) => boolean): Sighting[] {
  return sightings.flatMap((sighting) => {
    const items = sighting.items.filter(({ kind }) => wanted(kind));
    return items.length > 0 ? [{ ...sighting, items }] : [];
  });
}
