/** The evidence pack of one audited site. */
import { basename } from 'node:path';
import { draftComplaint } from '../../analyzers/complaint/draft';
import { buildPack, zipPack } from '../../analyzers/evidence/pack';
import type { SiteAudit } from './audit-site';
import { renderRun } from './report-file';

/** The zipped pack with the complaint draft; undefined for a site that was not seen, where there is nothing to prove. */
export function packOf(audit: SiteAudit): Uint8Array | undefined {
  const { report, visit, screenshots } = audit;
  if (!visit) return undefined;
  const now = Date.now();
  const files = buildPack({
    report,
    visit,
    // The draft and the pack's page are for Chinese offices: always Chinese.
    reportHtml: renderRun([audit], 'zh-CN'),
    ...(audit.policyHtml === undefined ? {} : { policyHtml: audit.policyHtml }),
    policySources: audit.policySources,
    screenshots: screenshots.map(({ file, bytes }) => ({ file: basename(file), bytes })),
    complaintText: draftComplaint(report, { now }).text,
    tool: report.tool,
    now,
  });
  return zipPack(files, now);
}
