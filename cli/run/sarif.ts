/** A run as SARIF 2.1.0, the form code hosts show beside the code: one result a suspicion. */
import { createHash } from 'node:crypto';
import { citation } from '../../analyzers/data/statutes';
import type { Lang } from '../../analyzers/artifacts';
import type { Finding, Severity } from '../../analyzers/report';
import { placeOf, proofOf } from '../audit/findings';
import type { AuditReport } from '../audit/verdict';
import { isKnown } from './baseline';
import type { Baseline } from './baseline';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { high: 'error', medium: 'warning', low: 'note' };

/** Suspected violations by their severity; what a person must look at as notes of kind `review`. */
export function toSarif(reports: readonly AuditReport[], { lang, version, baseline }: { lang: Lang; version: string; baseline?: Baseline }): string {
  const told = reports.flatMap((report) => report.findings.filter(({ outcome }) => outcome === 'violation' || outcome === 'review').map((finding) => ({ report, finding })));
  const rules = [...new Map(told.map(({ finding }) => [finding.rule, finding])).values()];
  const unseen = reports.filter(({ problem }) => problem);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'Mingshi', semanticVersion: version, language: lang,
          rules: rules.map((finding) => ({
            id: finding.rule,
            shortDescription: { text: finding.rule },
            fullDescription: { text: finding.basis.map((basis) => citation(basis, lang)).join(lang === 'en' ? '; ' : '；') || finding.rule },
            defaultConfiguration: { level: LEVELS[finding.severity] },
            properties: { tags: ['privacy', finding.category] },
          })),
        },
      },
      invocations: [{
        executionSuccessful: unseen.length === 0,
        toolExecutionNotifications: unseen.map(({ requested, problem }) => ({ level: 'error', message: { text: `${requested}: ${problem}` } })),
      }],
      results: told.map(({ report, finding }) => resultOf(finding, report, rules.findIndex(({ rule }) => rule === finding.rule), { lang, baseline })),
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(finding: Finding, report: AuditReport, ruleIndex: number, { lang, baseline }: { lang: Lang; baseline?: Baseline }): object {
  const proof = proofOf(finding);
  const isSuspicion = finding.outcome === 'violation';
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: isSuspicion ? 'fail' : 'review',
    // Only failures have a level (SARIF 3.27.10).
    level: isSuspicion ? LEVELS[finding.severity] : 'none',
    message: { text: proof ? `${finding.summary[lang]} — ${proof}` : finding.summary[lang] },
    locations: [{ physicalLocation: { artifactLocation: { uri: placeOf(finding, report) } }, logicalLocations: [{ name: report.site, kind: 'resource' }] }],
    // The same rule on the same page is the same matter in every run.
    partialFingerprints: { 'mingshi/v1': createHash('sha256').update(`${report.requested} ${finding.rule}`).digest('hex') },
    ...(baseline ? { baselineState: isKnown(baseline, report.requested, finding.rule) ? 'unchanged' : 'new' } : {}),
  };
}
