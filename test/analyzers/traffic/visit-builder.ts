/** Builds visits and rule contexts for tests from the parts that matter. */
import { LIMITS, type CookieSet, type DataItem, type Exchange, type PolicyDocument, type Visit } from '../../../analyzers/artifacts';
import type { PolicyResult } from '../../../analyzers/report';
import type { PolicyContext, RuleContext } from '../../../analyzers/rule';
import { promisesOf } from '../../../analyzers/policy/promises';
import { buildFlows, namesRecipient } from '../../../analyzers/traffic/flows';
import { documentOf } from '../policy/document';

export const T0 = 1_700_000_000_000;

export function visitOf(part: Partial<Visit>): Visit {
  return {
    id: 'v1', site: 'shop.example.cn', url: 'https://shop.example.cn/', startedAt: T0, browser: 'test', surfaces: [], acts: [], permissions: [], exchanges: [], storage: [], probes: [],
    policy: { status: 'pending' }, home: { seen: true, hasPolicyLink: true }, problems: [], ...part,
  };
}

/**
 * @param policyText text of a policy that was read, lines as `documentOf` takes them; without it the visit's own outcome stands.
 * @param language language the policy counts as
 */
export function contextOf(part: Partial<Visit>, policyText?: string, language: PolicyDocument['language'] = 'zh'): RuleContext {
  const visit = visitOf(part);
  const policy = policyText === undefined ? undefined : policyOf(policyText, language);
  return { visit, policy, ...buildFlows(visit, policy) };
}

function policyOf(text: string, language: PolicyDocument['language']): PolicyContext {
  const result: PolicyResult = {
    id: 'p', language: 'zh', title: '隐私政策', sha256: 'aa', rulesVersion: 'test', duties: {},
    facts: { handler: [], contacts: [], dataKinds: [], recipients: [], retention: [], regions: [], date: '' },
  };
  const document = { ...documentOf(text), language, source: { ...documentOf(text).source, sha256: 'aa' } };
  return { url: 'https://shop.example.cn/privacy', sha256: 'aa', text, result, names: (recipient) => namesRecipient(text, recipient), promises: promisesOf(document, []) };
}

let count = 0;
export function exchange(host: string, at: number, items: DataItem[] = [], change: Partial<Exchange> = {}): Exchange {
  return {
    id: `x${count++}`, at: T0 + at, url: `https://${host}/c`.slice(0, LIMITS.urlChars), host, method: 'POST', type: 'xhr', pageUrl: 'https://shop.example.cn/', items, setCookies: [], bodyBytes: 10,
    body: 'read', seenBy: 'web-request', ...change,
  };
}

export function item(kind: DataItem['kind'], change: Partial<DataItem> = {}): DataItem {
  return { kind, form: 'plain', where: 'body', path: 'body > json > value', mask: '***', digest: `${kind}-1`, foundBy: 'needle', ...change };
}

export function cookie(change: Partial<CookieSet> = {}): CookieSet {
  return { name: 'vid', domain: 'stats.test', lifetimeHours: 8_760, mask: '9f86…(32)', digest: 'cookie-1', isIdentifier: true, blocked: false, ...change };
}
