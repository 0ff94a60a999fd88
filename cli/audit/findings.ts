/** Findings as continuous integration and comparisons look at them. */
import type { Finding, SiteReport } from '../../analyzers/report';

export function violationsOf({ findings }: Pick<SiteReport, 'findings'>): Finding[] {
  return findings.filter(({ outcome }) => outcome === 'violation');
}

/** Where on the site a finding was seen: the address of its first piece of evidence that has one, else the page. */
export function placeOf(finding: Finding, report: Pick<SiteReport, 'url'>): string {
  for (const item of finding.evidence) if (item.kind === 'page-element' || item.kind === 'policy-text') return item.url;
  return report.url;
}

/** The proof in one line: a quote, the words of an element, a request. */
export function proofOf(finding: Finding): string {
  for (const item of finding.evidence) {
    if (item.kind === 'policy-text' && item.quote) return item.quote;
    if (item.kind === 'page-element') return item.text;
    if (item.kind === 'request') return `${item.recipient} ${item.url}`;
    if (item.kind === 'storage') return `${item.area} ${item.key}`;
  }
  return '';
}
