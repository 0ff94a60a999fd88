/** The complaint categories: official phrases and the order in which people see them. */
import type { Text } from '../artifacts';
import { CATEGORY_ORDER } from '../report';
import type { CategoryCode, Finding, Severity } from '../report';
import { say } from '../../locales/views';

const WEIGHT: Record<Severity, number> = { high: 3, medium: 2, low: 1 };

/** The category's official phrase (one of six, word for word) or, for `incidental`, the collective phrase for the rest. */
export function categoryName(code: CategoryCode): Text {
  return say(`report.category.${code}.name`);
}

/** What the category means, in plain words for someone who knows no law. */
export function categoryPlain(code: CategoryCode): Text {
  return say(`report.category.${code}.plain`);
}

/** What a finding rests on: what the network did tells more than what a page asked, and that more than what a text says. */
function witness({ evidence }: Finding): number {
  const kinds = evidence.map(({ kind }) => kind);
  if (kinds.includes('request') || kinds.includes('storage')) return 0;
  return kinds.includes('page-element') ? 1 : 2;
}

/** Sorts findings: graver ones first, then by their witness (network, page, policy), then by the order of categories. Stable. */
export function bySeverity(a: Finding, b: Finding): number {
  return WEIGHT[b.severity] - WEIGHT[a.severity] || witness(a) - witness(b) || CATEGORY_ORDER.indexOf(a.category) - CATEGORY_ORDER.indexOf(b.category);
}

/** Findings by category in display order, graver first inside; categories without findings are left out. */
export function byCategory(findings: readonly Finding[]): { category: CategoryCode; findings: Finding[] }[] {
  return CATEGORY_ORDER.map((category) => ({
    category,
    findings: findings.filter((finding) => finding.category === category).sort(bySeverity),
  })).filter((group) => group.findings.length > 0);
}

/** Categories of some findings for a complaint: the gravest first, each once; `incidental` only where nothing else is left. */
export function complaintCategories(findings: readonly Finding[]): CategoryCode[] {
  const codes = [...new Set([...findings].sort(bySeverity).map((finding) => finding.category))];
  const official = codes.filter((code) => code !== 'incidental');
  return official.length > 0 ? official : codes;
}
