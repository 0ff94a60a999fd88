/** What the person decided about findings: one decision for a site and a rule. */
import { decisionFrom, dismissalOf, type Decision } from '../analyzers/decision';
import type { SiteReport } from '../analyzers/report';
import type { Database } from './database';

/** Keeps a decision in place of an earlier one on the same matter; one that says nothing any more is dropped. */
export async function decide(db: Database, decision: Decision): Promise<void> {
  if (decision.choice === 'open' && decision.note.trim() === '') await db.decisions.delete([decision.site, decision.rule]);
  else await db.decisions.put(decision);
}

/** The decisions on a site's findings by rule; records that make no sense are left out. */
export async function decisionsOf(db: Database, site: string): Promise<Decision[]> {
  return sound(await db.decisions.where('site').equals(site).toArray());
}

/** Rules of a report's findings that the person set aside; none where the disk does not answer. */
export async function dismissedRules(db: Database, report: SiteReport): Promise<string[]> {
  const decisions = new Map((await decisionsOf(db, report.site).catch(() => [])).map((decision) => [decision.rule, decision]));
  return report.findings.filter((finding) => dismissalOf(finding, decisions, report.tool.rulesVersion)).map(({ rule }) => rule);
}

/** All decisions, the latest first. */
export async function allDecisions(db: Database): Promise<Decision[]> {
  return sound(await db.decisions.orderBy('at').reverse().toArray());
}

/** Takes the decisions back. */
export async function forgetDecisions(db: Database, matters: readonly Pick<Decision, 'site' | 'rule'>[]): Promise<void> {
  await db.decisions.bulkDelete(matters.map(({ site, rule }) => [site, rule]));
}

function sound(rows: unknown[]): Decision[] {
  return rows.flatMap((row) => decisionFrom(row) ?? []);
}
