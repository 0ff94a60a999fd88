/** Screenshots as evidence: each belongs to the finding it was taken for, or to the visit as a whole. */
import type { EpochMs } from '../artifacts';
import type { SiteReport } from '../report';
import { sha256Hex } from './digest';

export interface TakenScreenshot {
  file: string;
  bytes: Uint8Array;
  at: EpochMs;
  /** Rule of the finding whose element is marked in it. */
  rule?: string;
}

/** The report with each screenshot among the evidence of its finding. */
export function withScreenshots(report: SiteReport, taken: readonly TakenScreenshot[]): SiteReport {
  if (taken.length === 0) return report;
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const own = taken.filter(({ rule }) => rule === finding.rule);
      const added = own.map(({ file, bytes, at }) => ({ kind: 'screenshot' as const, file: `screenshots/${file}`, sha256: sha256Hex(bytes), at }));
      return added.length === 0 ? finding : { ...finding, evidence: [...finding.evidence, ...added] };
    }),
  };
}
