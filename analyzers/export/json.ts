/** Reports and decisions for programs: the public form of the command line with what the person decided beside it. */
import type { Decision, DismissReason } from '../decision';
import { redactReport } from '../evidence/redact';
import type { ExportedSite } from './table';

/** One site as one line of JSON: the form of `results.jsonl`, with `decisions` and `tags` where there are any. Can be opened again. */
export function siteLine({ report, decisions, tags }: Pick<ExportedSite, 'report' | 'decisions' | 'tags'>): string {
  return `${JSON.stringify({ ...redactReport(report), ...(decisions.length > 0 ? { decisions } : {}), ...(tags.length > 0 ? { tags } : {}) })}\n`;
}

/** What a reason for dismissing says of the rule: a fault that was mended was one; what is beside the point is no label for it. */
const LABELS: Record<DismissReason, 'right' | 'wrong' | 'aside'> = { 'not-so': 'wrong', allowed: 'wrong', mended: 'right', 'not-relevant': 'aside', other: 'wrong' };

/**
 * A decision as a label for whoever measures or improves the rules: what the rules said under which version, what a person
 * says. Undecided ones are no labels.
 */
export function labelLine({ site, rule, outcome, choice, reason, note, rulesVersion, at }: Decision): string {
  if (choice === 'open') return '';
  const label = choice === 'confirmed' ? 'right' : LABELS[reason ?? 'other'];
  return `${JSON.stringify({ site, rule, judged: outcome, label, ...(reason ? { reason } : {}), ...(note ? { note } : {}), rulesVersion, decidedAt: new Date(at).toISOString() })}\n`;
}
