/** The complaint that follows an unanswered or refused letter: what was found, what was asked, and that it is late. */
import { say } from '../../locales';
import type { EpochMs } from '../artifacts';
import type { Finding, FlowRecipient, SiteReport } from '../report';
import type { RuleContext } from '../rule';
import { overdueRightsRequest } from '../rules/overdue-rights-request';
import { visitForRequests, withFinding } from './case';
import type { Case } from './case';

/** The case's report with today's finding on overdue answers, and the rules to complain about. */
export function escalation(one: Case, now: EpochMs): { report: SiteReport; findings: string[] } {
  const late = overdueFinding(one, now);
  if (!late) return { report: one.report, findings: one.findings };
  return { report: withFinding(one.report, late), findings: [...new Set([...one.findings, late.rule])] };
}

/** The finding that an answer is overdue; undefined while it is not, or where the calendar leaves a doubt. */
export function overdueFinding(one: Case, now: EpochMs): Finding | undefined {
  const verdict = overdueRightsRequest.judge(contextOf(one, now));
  if (verdict.outcome !== 'violation') return undefined;
  const { id, category, severity, basis } = overdueRightsRequest;
  return { rule: id, outcome: 'violation', category, severity, basis, summary: say(`rules.${id}.${verdict.say ?? 'violation'}`, verdict.facts), evidence: verdict.evidence };
}

/** A context without pages and requests: the rule reads the person's own requests only. */
function contextOf(one: Case, now: EpochMs): RuleContext {
  const nobody = (): FlowRecipient => ({ domain: '', owner: '', country: '', party: 'first', reason: '', role: 'unknown' });
  return { visit: visitForRequests(one, now), flows: [], recipientOf: nobody, recipientOfHost: nobody, stageAt: () => 'before-choice' };
}
