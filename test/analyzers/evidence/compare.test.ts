import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../analyzers/evidence/compare';
import type { Finding, Outcome } from '../../../analyzers/report';
import { BAD_FINDINGS, START, badReport } from '../../components/samples';

const finding = (rule: string, outcome: Outcome): Finding => ({ ...BAD_FINDINGS[0]!, rule, outcome, evidence: outcome === 'violation' ? BAD_FINDINGS[0]!.evidence : [] });
const report = (outcomes: Record<string, Outcome>, over = {}) => badReport({ findings: Object.entries(outcomes).map(([rule, outcome]) => finding(rule, outcome)), ...over });
const rules = (findings: Finding[]) => findings.map(({ rule }) => rule);
const LATER = { startedAt: new Date(START + 9e6).toISOString() };

describe('before and after', () => {
  it('tells fixed, still there and new, and calls nothing fixed that was not looked at', () => {
    const before = report({ a: 'violation', b: 'violation', c: 'pass', d: 'violation', e: 'violation', f: 'review', g: 'violation' });
    const after = report({ a: 'pass', b: 'violation', c: 'violation', d: 'error', e: 'not-applicable', f: 'violation' }, LATER);
    const result = compareReports(before, after);
    expect(rules(result.fixed)).toEqual(['a']);
    expect(rules(result.still)).toEqual(['b']);
    expect(rules(result.fresh)).toEqual(['c', 'f']);
    expect(rules(result.unclear)).toEqual(['d', 'e', 'g']);
    expect(result.warnings).toEqual([]);
  });

  it('warns of another site, other rules and the wrong order', () => {
    const tool = { ...badReport().tool, rulesVersion: '2025.01' };
    expect(compareReports(report({}, LATER), report({}, { site: 'b.cn', tool })).warnings).toEqual(['other-site', 'other-rules', 'wrong-order']);
    expect(compareReports(report({}), report({})).warnings).toEqual(['same-visit']);
  });
});
