/** A site's latest report in a few words: what lists, filters and pictures of thousands of sites need without reading the reports. */
import { bySeverity } from './data/categories';
import { CATEGORY_ORDER } from './report';
import type { EpochMs } from './artifacts';
import type { Finding, Party, SiteReport } from './report';

export interface Overview {
  site: string;
  /** The report it was made of. */
  visitId: string;
  /** When that visit began. */
  at: EpochMs;
  /** The report came out of a file (command line, evidence pack) instead of a visit of this browser. */
  fromFile: boolean;
  operator: string;
  /** `read`, or why the policy could not be read. */
  policy: string;
  /** Rules whose findings are suspected violations, the gravest first. */
  suspected: string[];
  /** Rules a person must decide on, the least sure first. */
  doubtful: string[];
  /** How sure each of `doubtful`, then each of `suspected` is, in hundredths. */
  sureness: number[];
  passed: number;
  /** Rules that could not be looked at. */
  unseen: number;
  /** Who else got data; at most `MAX_RECIPIENTS`. */
  recipients: OverviewRecipient[];
  /** Suspected violations of the last visits in the order of `CATEGORY_ORDER`, the oldest visit first; at most `MAX_HISTORY`. */
  history: { visitId: string; at: EpochMs; counts: number[] }[];
  rulesVersion: string;
}

export interface OverviewRecipient {
  owner: string;
  country: string;
  party: Party;
  /** It got data before the person chose. */
  early: boolean;
}

/** Names kept of one report, owners once each. */
export const MAX_RECIPIENTS = 60;
export const MAX_HISTORY = 24;
/** A conduct rule has no confidence of its own: it accuses on evidence, and doubts where evidence is in doubt. */
const CONDUCT_SURENESS = { violation: 95, review: 50 } as const;

/** The overview of a report. `before` is the site's overview up to now: its history goes on, and a newer visit in it stays the latest. */
export function overviewOf(report: SiteReport, visitId: string, fromFile: boolean, before?: Overview): Overview {
  const at = Date.parse(report.startedAt) || 0;
  const history = [...(before?.history ?? []).filter((one) => one.visitId !== visitId), { visitId, at, counts: countsOf(report.findings) }]
    .sort((a, b) => a.at - b.at)
    .slice(-MAX_HISTORY);
  if (before && before.visitId !== visitId && before.at > at) return { ...before, history };

  const sureness = (finding: Finding): number => surenessOf(finding, report);
  const suspected = report.findings.filter(({ outcome }) => outcome === 'violation').sort(bySeverity);
  const doubtful = report.findings.filter(({ outcome }) => outcome === 'review').sort((a, b) => sureness(a) - sureness(b) || bySeverity(a, b));
  const count = (outcome: Finding['outcome']): number => report.findings.filter((finding) => finding.outcome === outcome).length;
  return {
    site: report.site,
    visitId,
    at,
    fromFile,
    operator: report.operator.name,
    policy: 'duties' in report.policy ? 'read' : (report.policy.reason ?? 'failed'),
    suspected: suspected.map(({ rule }) => rule),
    doubtful: doubtful.map(({ rule }) => rule),
    sureness: [...doubtful, ...suspected].map(sureness),
    passed: count('pass'),
    unseen: count('error'),
    recipients: recipientsOf(report),
    history,
    rulesVersion: report.tool.rulesVersion,
  };
}

/** How sure a finding is, in hundredths. */
export function surenessOf(finding: Finding, report: SiteReport): number {
  const duty = 'duties' in report.policy ? report.policy.duties[finding.rule] : undefined;
  return Math.round(100 * (duty?.confidence ?? CONDUCT_SURENESS[finding.outcome === 'violation' ? 'violation' : 'review'] / 100));
}

/** Suspected violations by category, in the order of `CATEGORY_ORDER`. */
function countsOf(findings: readonly Finding[]): number[] {
  return CATEGORY_ORDER.map((code) => findings.filter(({ outcome, category }) => outcome === 'violation' && category === code).length);
}

function recipientsOf(report: SiteReport): OverviewRecipient[] {
  const owners = new Map<string, OverviewRecipient>();
  for (const { recipient, stage } of report.flows) {
    if (recipient.party === 'first') continue;
    const owner = recipient.owner || recipient.domain;
    const known = owners.get(owner);
    const early = stage === 'before-choice';
    if (known) known.early ||= early;
    else if (owners.size < MAX_RECIPIENTS) owners.set(owner, { owner, country: recipient.country, party: recipient.party, early });
  }
  return [...owners.values()];
}
