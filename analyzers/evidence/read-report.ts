/** A report from a file of unknown origin: its form is checked field by field, and what no view can show is refused. */
import { CATEGORY_ORDER } from '../report';
import type { Basis, Evidence, Finding, SiteReport } from '../report';
import { instruments } from '../data/statutes';
import type { Text } from '../artifacts';

/** More than any report has. */
const MOST = { findings: 400, evidence: 2_000, flows: 5_000 } as const;

const OUTCOMES = new Set(['violation', 'review', 'pass', 'not-applicable', 'error']);
const SEVERITIES = new Set(['high', 'medium', 'low']);
const EVIDENCE = new Set(['policy-text', 'request', 'storage', 'page-element', 'screenshot', 'record']);
const STAGES = new Set(['before-choice', 'after-accept', 'after-refuse', 'after-withdraw']);

/** The report in parsed JSON, or undefined where it is none. */
export function readReport(value: unknown): SiteReport | undefined {
  if (!isRecord(value)) return undefined;
  const { site, url, startedAt, tool, policy, flows, findings, operator, acts } = value;
  const known = instrumentIds();
  const isReport =
    isText(site) && isText(url) && isText(startedAt) && !Number.isNaN(Date.parse(startedAt)) &&
    isRecord(tool) && isText(tool.version) && isText(tool.rulesVersion) && isText(tool.browser) &&
    isRecord(operator) && isText(operator.name) && isText(operator.icp) && isText(operator.police) &&
    isPolicy(policy) && isList(flows, MOST.flows, isFlow) && isList(findings, MOST.findings, (one) => isFinding(one, known)) &&
    isList(acts, MOST.flows, (one) => isRecord(one) && Number.isFinite(one.at) && isText(one.kind) && isText(one.text) && isText(one.pageUrl) && Array.isArray(one.topics));
  // Promise beside practice is shown only of reports made here.
  return isReport ? { ...(value as unknown as SiteReport), practice: undefined } : undefined;
}

function isFinding(value: unknown, known: ReadonlySet<string>): value is Finding {
  return (
    isRecord(value) && isText(value.rule) && /^[\w-]{1,80}$/.test(value.rule) && OUTCOMES.has(value.outcome as string) && SEVERITIES.has(value.severity as string) &&
    (CATEGORY_ORDER as readonly unknown[]).includes(value.category) && isBilingual(value.summary) && isList(value.basis, 40, (basis) => isBasis(basis, known)) && isList(value.evidence, MOST.evidence, isEvidence)
  );
}

function isBasis(value: unknown, known: ReadonlySet<string>): value is Basis {
  return isRecord(value) && known.has(value.instrument as string) && isText(value.article) && value.article.length <= 20;
}

function isEvidence(value: unknown): value is Evidence {
  if (!isRecord(value) || !EVIDENCE.has(value.kind as string)) return false;
  if (value.note !== undefined && !isBilingual(value.note)) return false;
  switch (value.kind) {
    case 'policy-text':
      return isText(value.url) && isText(value.sha256) && (value.quote === undefined || isText(value.quote));
    case 'request':
      return isText(value.requestId) && isText(value.url) && isText(value.recipient) && Number.isFinite(value.at) && isList(value.items, 200, isItem);
    case 'storage':
      return isText(value.area) && isText(value.key) && isText(value.mask) && Number.isFinite(value.at) && (value.lifetimeHours === null || Number.isFinite(value.lifetimeHours));
    case 'page-element':
      return isText(value.url) && isText(value.selector) && isText(value.text) && Number.isFinite(value.at);
    case 'record':
      return isBilingual(value.note) && Number.isFinite(value.at) && (value.proof === undefined || isText(value.proof));
    default:
      return isText(value.file) && isText(value.sha256) && Number.isFinite(value.at);
  }
}

function isItem(value: unknown): boolean {
  return isRecord(value) && [value.kind, value.form, value.where, value.path, value.mask, value.digest].every(isText);
}

function isFlow(value: unknown): boolean {
  return (
    isRecord(value) && isRecord(value.recipient) && [value.recipient.domain, value.recipient.owner, value.recipient.country, value.recipient.party, value.recipient.role].every(isText) &&
    STAGES.has(value.stage as string) && isList(value.kinds, 50, isText) && isList(value.requests, MOST.flows, isText) && Number.isFinite(value.count) && isText(value.firstAt)
  );
}

function isPolicy(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if ('error' in value) return isText(value.error) && (value.url === undefined || isText(value.url)) && (value.reason === undefined || isText(value.reason));
  return [value.id, value.language, value.title, value.sha256, value.url].every(isText) && isRecord(value.duties) && isRecord(value.facts) && ['handler', 'contacts', 'recipients', 'dataKinds', 'retention', 'regions'].every((list) => Array.isArray((value.facts as Record<string, unknown>)[list]));
}

function instrumentIds(): ReadonlySet<string> {
  return new Set(instruments().map(({ id }) => id));
}

function isBilingual(value: unknown): value is Text {
  return isRecord(value) && isText(value['zh-CN']) && isText(value.en);
}

function isList(value: unknown, most: number, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isOne);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 20_000;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
