/** The result for a site that could not be looked at: every rule answers `error` and says why, none accuses or acquits. */
import { getDomain } from 'tldts';
import type { EpochMs, Lang, PolicyFailureReason, Visit } from '../../analyzers/artifacts';
import { judgeVisit } from '../../analyzers/judge';
import type { SiteReport } from '../../analyzers/report';
import { failureText } from './failure';
import type { AuditFailure } from './failure';

export interface Unseen {
  url: string;
  at: EpochMs;
  browser: string;
  version: string;
  lang: Lang;
  failure: AuditFailure;
}

/** Reasons of the policy's failure by the audit's; where the page itself was not seen, nobody looked for a policy. */
const POLICY_REASON: Record<string, PolicyFailureReason> = { network: 'network', 'no-answer': 'timeout', 'slow-load': 'timeout', 'no-end': 'timeout' };

/** A report of the public form in which nothing is judged. */
export function unseenReport({ url, at, browser, version, lang, failure }: Unseen): SiteReport {
  const visit: Visit = {
    id: `unseen-${at}`,
    site: siteOf(url),
    url,
    startedAt: at,
    endedAt: at,
    browser,
    surfaces: [],
    acts: [],
    permissions: [],
    exchanges: [],
    storage: [],
    probes: [],
    policy: { status: 'failed', reason: POLICY_REASON[failure.code] ?? 'interrupted', url },
    home: { seen: false, hasPolicyLink: false },
    problems: [{ at, kind: 'page-unreadable', detail: failure.code }],
  };
  const summary = failureText(failure);
  const report = judgeVisit(visit, { version, lang });
  return {
    ...report,
    policy: { url, error: summary[lang], reason: 'unseen' },
    findings: report.findings.map((finding) => ({ ...finding, outcome: 'error', summary, evidence: [] })),
  };
}

/** Registrable domain of an address, or its host where there is none (an IP address, a single name). */
export function siteOf(url: string): string {
  return getDomain(url) ?? new URL(url).hostname;
}
