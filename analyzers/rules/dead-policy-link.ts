/** There is a link to a privacy policy, and it leads to nothing: an error, an empty page, a text without a single rule. */
import { say } from '../../locales';
import type { PolicyFailureReason, PolicyOutcome, Text, Visit } from '../artifacts';
import { elementEvidence, policyLinksOf } from '../page/judging';
import { namesPolicyPlainly } from '../policy/link-words';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const deadPolicyLink: Rule = {
  id: 'dead-policy-link',
  category: 'rules-not-published',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '7' }, { instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '一-1' }],
  judge,
};

type Failed = Extract<PolicyOutcome, { status: 'failed' }>;

/** Not found, and gone for good (RFC 9110, 15.5.5 and 15.5.11). Other 4xx may be meant for us alone, 5xx may pass. */
const GONE: ReadonlySet<number> = new Set([404, 410]);

/** Failures that are the document's own. All others mean that we could not look. */
const DEAD: ReadonlySet<PolicyFailureReason> = new Set(['redirect-loop', 'empty', 'no-rules', 'self-link']);

function judge({ visit }: RuleContext): Verdict {
  const { policy } = visit;
  if (policy.status === 'read') return { outcome: 'pass' };
  if (policy.status === 'pending') return { outcome: 'error', say: 'pending' };
  const { reason } = policy;
  if (reason === 'no-link') return { outcome: 'not-applicable' };
  if (reason === 'http-error') return judgeStatus(policy, visit);
  if (reason === 'other-document') return { outcome: 'review', say: 'other-document', evidence: evidenceOf(policy, visit) };
  if (!DEAD.has(reason)) return { outcome: 'error', say: reason };
  // 关于隐私 may be a page of its own kind.
  if (!isPlain(policy, visit)) return { outcome: 'review', say: 'other-document', evidence: evidenceOf(policy, visit) };
  // A link without an address (#, javascript:) may open the text by script, here or in a dialog: not ours to know.
  if (reason === 'self-link' && !hasAddress(visit)) return { outcome: 'review', say: 'script-link', evidence: evidenceOf(policy, visit) };
  return { outcome: 'violation', say: reason, evidence: evidenceOf(policy, visit) };
}

function judgeStatus(policy: Failed, visit: Visit): Verdict {
  const status = policy.httpStatus ?? 0;
  const facts = { status };
  if (GONE.has(status) && isPlain(policy, visit)) return { outcome: 'violation', evidence: evidenceOf(policy, visit), facts };
  if (status >= 500) return { outcome: 'error', say: 'server-error', facts };
  return { outcome: 'review', say: 'refused', evidence: evidenceOf(policy, visit), facts };
}

/** Whether a link to the document calls it a policy beyond doubt. */
function isPlain({ url }: Failed, visit: Visit): boolean {
  const links = policyLinksOf(visit.surfaces).filter(({ link }) => link.href === url);
  return links.length === 0 || links.some(({ link }) => namesPolicyPlainly(link.text));
}

function hasAddress(visit: Visit): boolean {
  return policyLinksOf(visit.surfaces).some(({ link }) => link.href !== '');
}

/** The link as it stands on the page, with what came back. */
function evidenceOf(policy: Failed, visit: Visit): [Evidence, ...Evidence[]] {
  const note = cameBack(policy);
  const links = policyLinksOf(visit.surfaces);
  const found = links.find(({ link }) => link.href !== '' && link.href === policy.url) ?? links.find(({ link }) => link.visible) ?? links[0];
  if (found) return [elementEvidence(found.surface, { selector: found.link.selector, text: found.link.text }, note)];
  return [{ kind: 'page-element', url: policy.url ?? visit.url, selector: 'a', text: policy.url ?? '', at: visit.startedAt, note }];
}

function cameBack({ reason, url, httpStatus }: Failed): Text {
  return say(`rules.dead-policy-link.evidence-${reason}`, { url: url ?? '', status: httpStatus ?? '' });
}
