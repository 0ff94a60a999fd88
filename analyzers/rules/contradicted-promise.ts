/** The policy flatly denies what traffic shows: 不收集位置, 不使用 Cookie, 不向第三方提供, 数据不出境. */
import type { DataItem, StorageWrite } from '../artifacts';
import type { Denial } from '../policy/promises';
import type { Evidence, FlowRecipient } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { cookieItem, isIdentifier, isKeptWrite } from '../traffic/certainty';
import { carried, evidenceOf, isThirdParty, nothingFound, policyEvidence, policyUnready, requestEvidence, violation, type Carried } from '../traffic/judging';
import { isAbroad } from '../traffic/abroad';
import { isExcepted } from '../traffic/recipients';

export const contradictedPromise: Rule = {
  id: 'contradicted-promise',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '7' }, { instrument: 'CRITERIA', article: '三-9' }],
  judge,
};

/** A denial beside what speaks against it. */
interface Case {
  denial: Denial;
  sure: Evidence[];
  doubtful: Evidence[];
}

function judge(context: RuleContext): Verdict {
  const { visit, policy } = context;
  if (visit.exchanges.length === 0) return { outcome: 'not-applicable' };
  const unready = policyUnready(context);
  if (unready || !policy) return unready ?? { outcome: 'error', say: 'policy-unread' };
  const { denials } = policy.promises;
  if (denials.length === 0) return { outcome: 'not-applicable' };

  const cases = denials.map((denial): Case => ({ denial, ...against(denial, context) }));
  const broken = cases.filter(({ sure, denial }) => sure.length > 0 && !denial.contradicted);
  if (broken.length > 0) return violation(broken.slice(0, 3).flatMap(({ denial, sure }) => [policyEvidence(denial), ...sure.slice(0, 6)]), { quote: broken[0]!.denial.quote })!;
  const unclear = cases.filter(({ sure, doubtful }) => sure.length > 0 || doubtful.length > 0);
  if (unclear.length > 0) {
    const [{ denial, sure }] = unclear as [Case];
    return {
      outcome: 'review', say: sure.length > 0 ? 'policy-contradicts-itself' : 'doubtful', facts: { quote: denial.quote },
      evidence: unclear.slice(0, 3).flatMap((one) => [policyEvidence(one.denial), ...[...one.sure, ...one.doubtful].slice(0, 6)]),
    };
  }
  return nothingFound(context, visit.exchanges);
}

function against(denial: Denial, context: RuleContext): Omit<Case, 'denial'> {
  const { visit, policy } = context;
  const all = visit.exchanges;
  const among = (item: DataItem) => !denial.kinds || denial.kinds.includes(item.kind);
  switch (denial.of) {
    case 'kinds':
      return asEvidence(carried(context, all, (item, recipient) => among(item) && (!isIdentifier(item) || isThirdParty(recipient))));
    case 'nothing': {
      // An identifier in a statistics request is personal data, but not what people read this sentence as: a person decides.
      const data = asEvidence(carried(context, all, (item) => !isIdentifier(item) && !BARE.has(item.kind)));
      const identifiers = asEvidence(carried(context, all, (item, recipient) => isIdentifier(item) && isThirdParty(recipient)));
      return { sure: data.sure, doubtful: [...data.doubtful, ...identifiers.sure, ...identifiers.doubtful] };
    }
    case 'cookies':
      return cookiesSeen(context);
    case 'sharing': {
      const { sure, doubtful } = carried(context, all, (item, recipient) => isThirdParty(recipient) && !BARE.has(item.kind) && among(item));
      // Whoever is named in the policy is told of, whatever else the policy says.
      const isNamed = ({ recipient }: { recipient: FlowRecipient }) => policy!.names(recipient);
      return { sure: evidenceOf(sure.filter((one) => !isNamed(one))), doubtful: evidenceOf([...doubtful, ...sure.filter(isNamed)]) };
    }
    case 'abroad':
      return asEvidence(carried(context, all, (item, recipient) => isAbroad(recipient) && !isExcepted(recipient) && !BARE.has(item.kind)));
  }
}

/** Every request shows an address, and search words may be what the person asked that very service for. */
const BARE: ReadonlySet<DataItem['kind']> = new Set(['ip', 'search-or-page-content', 'typed-text']);

function asEvidence({ sure, doubtful }: Carried): Omit<Case, 'denial'> {
  return { sure: evidenceOf(sure), doubtful: evidenceOf(doubtful) };
}

/** Cookies that identify and last are beyond doubt; a session cookie may come from a gateway the site does not think of. */
function cookiesSeen(context: RuleContext): Omit<Case, 'denial'> {
  const sure: Evidence[] = [];
  const doubtful: Evidence[] = [];
  for (const exchange of context.visit.exchanges) {
    const recipient = context.recipientOf(exchange);
    for (const cookie of exchange.setCookies) {
      if (cookie.blocked || cookie.lifetimeHours === 0) continue;
      const isPlain = cookie.isIdentifier && (cookie.lifetimeHours ?? 0) >= 24 && (recipient.party === 'first' || isThirdParty(recipient));
      (isPlain ? sure : doubtful).push(requestEvidence({ exchange, recipient, items: [cookieItem(cookie)] }));
    }
  }
  for (const write of context.visit.storage) {
    if (write.area === 'cookie' && write.lifetimeHours !== 0 && !write.foundAtRest) (isKeptWrite(write) ? sure : doubtful).push(writeEvidence(write));
  }
  return { sure: sure.slice(0, 8), doubtful: doubtful.slice(0, 8) };
}

function writeEvidence({ area, key, mask, at, scriptHost, lifetimeHours }: StorageWrite): Evidence {
  return { kind: 'storage', area, key, mask, at, scriptHost, lifetimeHours };
}
