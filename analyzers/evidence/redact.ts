/** What leaves the machine in a pack: page addresses without their query, page texts with personal values masked. */
import { Redactor } from '../complaint/personal';
import type { MaskedItem } from '../complaint/personal';
import { plainAddress } from '../complaint/plain';
import type { Evidence, SiteReport } from '../report';

/**
 * A report fit to be handed on. Requests are redacted where they are recorded; page addresses are cut and page texts masked
 * here. A policy's words stay: an operator's own contact is evidence.
 * @param shown ids of masked values that the person wants to stand in full
 */
export function redactReport(report: SiteReport, shown?: ReadonlySet<string>): SiteReport {
  return redacted(report, new Redactor(shown));
}

/** The personal values that `redactReport` masks, for the person to switch. */
export function maskedIn(report: SiteReport): MaskedItem[] {
  const redactor = new Redactor();
  redacted(report, redactor);
  return redactor.found;
}

function redacted(report: SiteReport, redactor: Redactor): SiteReport {
  const texts = <T extends Record<string, string>>(text: T): T => Object.fromEntries(Object.entries(text).map(([lang, one]) => [lang, redactor.mask(one)])) as T;
  const evidenceOf = (evidence: Evidence): Evidence =>
    evidence.kind === 'page-element'
      ? { ...evidence, url: plainAddress(evidence.url, 2_048), text: redactor.mask(evidence.text), ...(evidence.note ? { note: texts(evidence.note) } : {}) }
      : evidence.kind === 'request' && evidence.pageUrl !== undefined
        ? { ...evidence, pageUrl: plainAddress(evidence.pageUrl, 2_048) }
        : evidence;
  return {
    ...report,
    url: plainAddress(report.url, 2_048),
    acts: report.acts.map((act) => ({ ...act, pageUrl: plainAddress(act.pageUrl, 2_048), text: redactor.mask(act.text) })),
    findings: report.findings.map((finding) => ({ ...finding, summary: texts(finding.summary), evidence: finding.evidence.map(evidenceOf) })),
  };
}
