/** The shape of a conduct rule: one file in `rules/`, its file name is its id. */
import type { Exchange, Text, Visit } from './artifacts';
import type { Promises } from './policy/promises';
import type { Basis, CategoryCode, Evidence, Flow, FlowRecipient, PolicyResult, Severity, Stage } from './report';

/** Everything a rule may look at. Built once a visit; rules only read. */
export interface RuleContext {
  visit: Visit;
  /** The judged policy with its text and that of linked lists; undefined when no policy could be read. */
  policy?: PolicyContext;
  flows: Flow[];
  /** Recipient of a request, with party and reason. */
  recipientOf(exchange: Exchange): FlowRecipient;
  /** Recipient behind a host, such as that of a script. */
  recipientOfHost(host: string): FlowRecipient;
  /** Consent stage of a moment in this visit. */
  stageAt(at: number): Stage;
}

export interface PolicyContext {
  url: string;
  sha256: string;
  /** Text of the policy and its linked lists, joined. */
  text: string;
  result: PolicyResult;
  /** True when the recipient's company, product or domain stands in the policy or a linked list. */
  names(recipient: FlowRecipient): boolean;
  /** What policy and linked documents declare and deny; read when first asked for. */
  readonly promises: Promises;
}

/** Values for the placeholders of a sentence; a `Text` where they differ by language. */
type Facts = Record<string, string | number | Text>;

/**
 * A rule's answer. `say` picks the sentence `rules.<id>.<say>` of the locale files (default: the outcome's name) and
 * `facts` fill its placeholders; `severity` where this case weighs otherwise than the rule. A violation without evidence does not type-check.
 */
export type Verdict =
  | { outcome: 'violation'; evidence: [Evidence, ...Evidence[]]; say?: string; facts?: Facts; severity?: Severity }
  | { outcome: 'review'; evidence: Evidence[]; say?: string; facts?: Facts }
  | { outcome: 'pass' | 'not-applicable'; say?: string; facts?: Facts }
  | { outcome: 'error'; say: string; facts?: Facts };

export interface Rule {
  id: string;
  category: CategoryCode;
  severity: Severity;
  /** Statutes first, then departmental rules, then 认定方法. */
  basis: Basis[];
  judge(context: RuleContext): Verdict;
}
