/** Personal data goes to an owner outside mainland China, and the policy denies transfer abroad or says nothing of it. */
import type { DataKind, Visit } from '../artifacts';
import type { Rule, RuleContext, Verdict } from '../rule';
import { isAbroad } from '../traffic/abroad';
import { carried, evidenceOf, hasUnreadList, kindNames, kindsOf, nameAll, nothingFound, policyEvidence, policyUnready, silenceEvidence, violation, type Sighting } from '../traffic/judging';
import { isExcepted } from '../traffic/recipients';

export const undeclaredOverseasTransfer: Rule = {
  id: 'undeclared-overseas-transfer',
  category: 'shared-without-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '38' }, { instrument: 'PIPL', article: '39' }],
  judge,
};

const LEFT_OUT: ReadonlySet<DataKind> = new Set(['ip', 'search-or-page-content', 'typed-text']);

function judge(context: RuleContext): Verdict {
  const { visit, policy } = context;
  const abroad = visit.exchanges.filter((exchange) => isAbroad(context.recipientOf(exchange)));
  const found = carried(context, abroad, (item) => !LEFT_OUT.has(item.kind));
  // A captcha from abroad may be needed, and may be replaced by one from here: a person must weigh that.
  const sure = found.sure.filter(({ recipient }) => !isExcepted(recipient));
  const doubtful = [...found.doubtful, ...found.sure.filter(({ recipient }) => isExcepted(recipient))];
  if (sure.length === 0 && doubtful.length === 0) {
    const answer = nothingFound(context, abroad);
    return answer.outcome === 'pass' ? { outcome: 'not-applicable' } : answer;
  }
  const unready = policyUnready(context);
  if (unready || !policy) return unready ?? { outcome: 'error', say: 'policy-unread' };
  const facts = (list: readonly Sighting[]) => ({ recipients: nameAll(list.map(({ recipient }) => recipient)), kinds: kindNames(kindsOf(list)) });

  const { says, said } = policy.promises.abroad;
  if (says === 'told') return nothingFound(context, abroad);
  if (sure.length === 0) return { outcome: 'review', say: 'doubtful', evidence: evidenceOf(doubtful), facts: facts(doubtful) };
  const evidence = [...evidenceOf(sure), said ? policyEvidence(said) : silenceEvidence(policy)];
  if (says === 'near') return { outcome: 'review', say: 'near', evidence, facts: facts(sure) };
  if (!isForMainland(visit, context)) return { outcome: 'review', say: 'site-abroad', evidence, facts: facts(sure) };
  if (says === 'silent' && hasUnreadList(visit)) return { outcome: 'review', say: 'list-unread', evidence, facts: facts(sure) };
  return violation(evidence, facts(sure), says === 'denied' ? 'violation-denied' : undefined)!;
}

/**
 * A site made for people in mainland China: an ICP filing, a Chinese domain, or pages and policy in Chinese. A foreign site
 * that somebody visits collects abroad and transfers nothing out of China (PIPL 3).
 */
function isForMainland(visit: Visit, { policy }: RuleContext): boolean {
  if (/\.(?:cn|xn--fiqs8s)$/.test(visit.site) || visit.surfaces.some(({ footer }) => footer.icp !== undefined)) return true;
  return policy?.result.language === 'zh' || visit.surfaces.some(({ lang }) => /^zh(?!-(?:tw|hk|mo|hant))/i.test(lang));
}
