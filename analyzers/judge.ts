/**
 * From a visit to a report: the one place where the three witnesses meet. Pure: the extension, the command line and the
 * tests call it with the same artifacts and get the same report.
 */
import { hasText, say } from '../locales';
import type { Lang, Text, Visit } from './artifacts';
import { analyzePolicy } from './policy/analyze';
import { DUTIES } from './policy/duties';
import { promisesOf } from './policy/promises';
import type { Duty } from './policy/duty';
import type { DutyResult, Evidence, Finding, PolicyError, PolicyResult, SiteReport } from './report';
import type { PolicyContext, Rule, RuleContext, Verdict } from './rule';
import { RULES } from './rules';
import { buildFlows, namesRecipient } from './traffic/flows';
import { promisePractice } from './traffic/promise-practice';
import { RULES_VERSION } from './version';

/**
 * Confidence from which a duty's accusation is shown as a suspected violation; below it a person must look.
 * A duty's confidence is the share of such answers that were right on labelled policies it was not tuned on.
 */
export const ACCUSE_CONFIDENCE = 0.8;

export interface JudgeOptions {
  /** Version of the product, for the report. */
  version: string;
  /** Language of the one-sentence reasons in the policy's result. */
  lang: Lang;
  /** The policy's result where it was judged before: judging the same text twice is wasted time. */
  policyResult?: PolicyResult;
}

/** Judges all that was seen of one site. Never throws: a rule that fails is an `error` finding of its own. */
export function judgeVisit(visit: Visit, options: JudgeOptions): SiteReport {
  const policy = readPolicy(visit, options);
  const { flows, recipientOf, recipientOfHost, stageAt } = buildFlows(visit, policy);
  const context: RuleContext = { visit, policy, flows, recipientOf, recipientOfHost, stageAt };
  return {
    site: visit.site,
    url: visit.url,
    startedAt: new Date(visit.startedAt).toISOString(),
    tool: { version: options.version, rulesVersion: RULES_VERSION, browser: visit.browser },
    policy: policy ? { ...policy.result, url: policy.url } : policyError(visit, options.lang),
    flows,
    findings: [...RULES.map((rule) => judgeRule(rule, context)), ...DUTIES.map((duty) => judgeDuty(duty, visit, policy))],
    operator: operatorOf(visit, policy),
    acts: visit.acts,
    ...practiceOf(context),
  };
}

function readPolicy(visit: Visit, options: JudgeOptions): PolicyContext | undefined {
  if (visit.policy.status !== 'read') return undefined;
  const { document, linked } = visit.policy;
  const result = options.policyResult?.sha256 === document.source.sha256 ? options.policyResult : analyzePolicy(document, { id: visit.site, lang: options.lang, linked });
  const text = [document, ...linked].map((part) => part.text).join('\n');
  return {
    url: document.finalUrl,
    sha256: document.source.sha256,
    text,
    result,
    names: (recipient) => namesRecipient(text, recipient),
    get promises() {
      return promisesOf(document, linked);
    },
  };
}

function policyError(visit: Visit, lang: Lang): PolicyError {
  if (visit.policy.status !== 'failed') return { error: say('judge.policy.pending')[lang], reason: 'pending' };
  const { reason, url, httpStatus } = visit.policy;
  return { url, error: say(`judge.policy.${reason}`, { status: httpStatus ?? '' })[lang], reason };
}

/** A table that fails leaves the findings as they are. */
function practiceOf(context: RuleContext): Pick<SiteReport, 'practice'> {
  try {
    return { practice: promisePractice(context) };
  } catch {
    return {};
  }
}

function judgeRule(rule: Rule, context: RuleContext): Finding {
  const { verdict, failure } = attempt(() => rule.judge(context));
  const head = { rule: rule.id, category: rule.category, severity: rule.severity, basis: rule.basis };
  if (!verdict) return { ...head, outcome: 'error', summary: say('judge.rule-failed', { reason: failure }), evidence: [] };
  return { ...head, ...('severity' in verdict && verdict.severity ? { severity: verdict.severity } : {}), outcome: verdict.outcome, summary: sentence(rule.id, verdict), evidence: 'evidence' in verdict ? verdict.evidence : [] };
}

function attempt(judge: () => Verdict): { verdict?: Verdict; failure: string } {
  try {
    return { verdict: judge(), failure: '' };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** The sentence of a verdict: the rule's own where it has one, else the common one for the outcome. */
function sentence(id: string, verdict: Verdict): Text {
  const own = `rules.${id}.${verdict.say ?? verdict.outcome}`;
  return hasText(own) ? say(own, verdict.facts) : say(`judge.outcome.${verdict.outcome}`, verdict.facts);
}

function judgeDuty(duty: Duty, visit: Visit, policy: PolicyContext | undefined): Finding {
  const head = { rule: duty.id, category: duty.category, severity: duty.severity, basis: duty.basis };
  const answer = policy?.result.duties[duty.id];
  if (!policy || !answer) return { ...head, outcome: 'error', summary: say('judge.policy.unread'), evidence: [] };
  const outcome = outcomeOf(duty, answer);
  const evidence = outcome === 'violation' || outcome === 'review' ? dutyEvidence(answer, policy, visit) : [];
  return { ...head, outcome, summary: dutySentence(duty.id, answer.label, outcome), evidence };
}

function dutySentence(id: string, label: string, outcome: Finding['outcome']): Text {
  const own = `duties.${id}.${label}`;
  return say(hasText(own) ? own : `judge.outcome.${outcome}`);
}

/** A vague clause is for a person to weigh; only silence where the law demands words, or a clause it forbids, is a suspicion. */
export function outcomeOf(duty: Duty, { label, confidence }: DutyResult): Finding['outcome'] {
  switch (label) {
    case 'met':
    case 'none':
      return 'pass';
    case 'na':
      return 'not-applicable';
    case 'partial':
      return 'review';
    case 'present':
      return confidence >= ACCUSE_CONFIDENCE ? 'violation' : 'review';
    case 'absent':
      return duty.whenAbsent === 'violation' && confidence >= ACCUSE_CONFIDENCE ? 'violation' : 'review';
  }
}

/** Quotes where there are any; for silence, the whole text that was read, named by address and digest. */
function dutyEvidence(answer: DutyResult, policy: PolicyContext, visit: Visit): Evidence[] {
  const source = { kind: 'policy-text' as const, url: policy.url, sha256: policy.sha256 };
  if (answer.quotes.length === 0) return [{ ...source, note: say('judge.whole-text-read', { characters: policy.text.length }) }];
  // A quote may come from a document that the policy links as a part of itself.
  const parts = visit.policy.status === 'read' ? [visit.policy.document, ...visit.policy.linked] : [];
  return answer.quotes.map((quote) => {
    const part = parts.find(({ text }) => text.includes(quote));
    if (!part) return { ...source, quote };
    const start = part.text.indexOf(quote);
    return { ...source, url: part === parts[0] ? source.url : part.finalUrl, sha256: part.source.sha256, quote, start, end: start + quote.length };
  });
}

function operatorOf(visit: Visit, policy: PolicyContext | undefined): SiteReport['operator'] {
  const footers = visit.surfaces.map((surface) => surface.footer);
  const first = (pick: (footer: (typeof footers)[number]) => string | undefined) => footers.map(pick).find(Boolean) ?? '';
  return { name: policy?.result.facts.handler[0] ?? first((f) => f.operator), icp: first((f) => f.icp), police: first((f) => f.police) };
}
