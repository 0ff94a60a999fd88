/** What leaves the machine in a pack: page addresses without their query, where sites put what people typed. */
import { plainAddress } from '../complaint/plain';
import type { Evidence, SiteReport } from '../report';

/** A report fit to be handed on. Requests are redacted where they are recorded; page addresses are cut here. */
export function redactReport(report: SiteReport): SiteReport {
  return {
    ...report,
    url: plainAddress(report.url, 2_048),
    acts: report.acts.map((act) => ({ ...act, pageUrl: plainAddress(act.pageUrl, 2_048) })),
    findings: report.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map(redactEvidence) })),
  };
}

function redactEvidence(evidence: Evidence): Evidence {
  return evidence.kind === 'page-element' ? { ...evidence, url: plainAddress(evidence.url, 2_048) } : evidence;
}
