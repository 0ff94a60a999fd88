/** An account page was visited, and neither it, the parts of the account it leads to, nor the policy offers to cancel the account. */
import { say } from '../../locales';
import type { AccountArea, AccountEntry, PageSurface, PolicyFailureReason, Visit } from '../artifacts';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const noAccountDeletionRoute: Rule = {
  id: 'no-account-deletion-route',
  category: 'no-deletion-or-complaint',
  severity: 'high',
  basis: [{ instrument: 'NDSR', article: '23' }, { instrument: 'NDSR', article: '24' }, { instrument: 'ECOMMERCE', article: '24' }, { instrument: 'CRITERIA', article: '六-1' }],
  judge,
};

type AccountPage = { surface: PageSurface; account: AccountArea };

/** A document that is not there offers nothing; one that could not be looked at may. */
const OFFERS_NOTHING: ReadonlySet<PolicyFailureReason> = new Set(['no-link', 'http-error', 'empty', 'no-rules', 'redirect-loop', 'self-link']);

function judge(context: RuleContext): Verdict {
  const { visit } = context;
  const surfaces = ownSurfaces(visit);
  const pages = surfaces.flatMap((surface): AccountPage[] => (surface.account ? [{ surface, account: surface.account }] : []));
  if (pages.length === 0) return surfaces.length === 0 ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
  const entries = pages.flatMap(({ account }) => account.entries);
  const isOffered = entries.some((entry) => entry.leads === 'cancel' && entry.visible) || surfaces.some((surface) => surface.removal?.heading !== undefined);
  if (isOffered) return { outcome: 'pass' };

  const inPolicy = policyRoute(context);
  if (inPolicy === 'met') return { outcome: 'pass', say: 'in-policy' };
  if (inPolicy === 'pending' || inPolicy === 'unread') return { outcome: 'error', say: `policy-${inPolicy}` };
  if (sawTooLittle(visit, surfaces)) return { outcome: 'error', say: 'unread' };
  const evidence = evidenceOf(pages, context);
  if (inPolicy === 'partial') return { outcome: 'review', say: 'policy-vague', evidence };
  const unopened = entries.filter((entry) => entry.visible && mayHold(entry) && !wasOpened(entry, visit));
  if (unopened.length > 0) return { outcome: 'review', say: 'unopened', evidence, facts: { entries: [...new Set(unopened.map((entry) => entry.text))].slice(0, 5).join('、') } };
  const hidden = entries.find((entry) => entry.leads === 'cancel');
  return { outcome: 'violation', evidence, ...(hidden ? { say: 'violation-hidden', facts: { text: hidden.text } } : {}) };
}

function policyRoute({ visit, policy }: RuleContext): 'met' | 'partial' | 'absent' | 'pending' | 'unread' {
  if (policy) {
    const label = policy.result.duties['account-cancellation']?.label;
    return label === 'met' || label === 'partial' ? label : label === 'absent' ? 'absent' : 'unread';
  }
  if (visit.policy.status !== 'failed') return 'pending';
  const { reason, httpStatus } = visit.policy;
  // 404 and 410 are gone; other errors may pass.
  return OFFERS_NOTHING.has(reason) && (reason !== 'http-error' || httpStatus === 404 || httpStatus === 410) ? 'absent' : 'unread';
}

/** Parts of the account behind which a way to cancel may stand. */
function mayHold({ leads, text }: AccountEntry): boolean {
  return leads === 'area' || (leads === 'correct' && /资料|信息|profile/i.test(text)) || leads === 'delete' || leads === 'withdraw';
}

function wasOpened({ href }: AccountEntry, visit: Visit): boolean {
  const bare = (address: string) => address.replace(/\?[^#]*/, '').replace(/\/$/, '').replace(/\.html?$/, '');
  return href !== undefined && visit.surfaces.some((surface) => bare(surface.url) === bare(href));
}

function evidenceOf(pages: AccountPage[], { policy }: RuleContext): [Evidence, ...Evidence[]] {
  const [first, ...rest] = pages.slice(-4).map(({ surface, account }) => elementEvidence(surface, account.evidence, say('rules.no-account-deletion-route.evidence')));
  const read = policy ? [{ kind: 'policy-text' as const, url: policy.url, sha256: policy.sha256, note: say('judge.whole-text-read', { characters: policy.text.length }) }] : [];
  return [first!, ...rest, ...read];
}
