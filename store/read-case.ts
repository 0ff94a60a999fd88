/** A case from a file of unknown origin, checked field by field. */
import { CASE_LIMITS } from '../analyzers/complaint/case';
import type { Case, CaseStep } from '../analyzers/complaint/case';
import { LETTER_KINDS } from '../analyzers/complaint/letter';
import { isDay } from '../analyzers/complaint/working-days';
import { channels } from '../analyzers/data/channels';
import { readReport } from '../analyzers/evidence/read-report';

const STEPS: ReadonlySet<unknown> = new Set<CaseStep['kind']>(['sent', 'answered', 'retested', 'complained', 'replied', 'closed', 'reopened']);
const REQUESTS: ReadonlySet<unknown> = new Set(['access', 'copy', 'correction', 'deletion', 'cancellation', 'withdrawal', 'transfer', 'explanation', 'complaint']);

/** The case in parsed JSON, or undefined where it is none. */
export function readCase(value: unknown): Case | undefined {
  if (!isRecord(value)) return undefined;
  const { id, site, createdAt, changedAt, letter, promised, report, findings, complaint, steps, remind, reminded } = value;
  const read = readReport(report);
  const isCase =
    isText(id, 80) && isText(site, 300) && isMoment(createdAt) && isMoment(changedAt) && read !== undefined && isText(complaint, CASE_LIMITS.text) && typeof remind === 'boolean' &&
    Array.isArray(findings) && findings.length <= CASE_LIMITS.findings && findings.every((rule) => isText(rule, 80)) &&
    Array.isArray(steps) && steps.length <= CASE_LIMITS.steps && steps.every(isStep) && (letter === undefined || isLetter(letter)) && (promised === undefined || isPromise(promised)) &&
    (reminded === undefined || isDay(reminded));
  return isCase ? { ...(value as unknown as Case), report: read } : undefined;
}

function isStep(value: unknown): boolean {
  if (!isRecord(value) || !STEPS.has(value.kind) || !isDay(value.on) || !isMoment(value.at)) return false;
  const { note, channel, outcome } = value;
  return (
    (note === undefined || isText(note, CASE_LIMITS.note)) && (channel === undefined || channels().some(({ id }) => id === channel)) &&
    (outcome === undefined || (isRecord(outcome) && ['fixed', 'still', 'fresh'].every((list) => Array.isArray(outcome[list]) && (outcome[list] as unknown[]).every((rule) => isText(rule, 80)))))
  );
}

function isLetter(value: unknown): boolean {
  return isRecord(value) && (LETTER_KINDS as readonly unknown[]).includes(value.kind) && REQUESTS.has(value.request) && isText(value.text, CASE_LIMITS.text);
}

function isPromise(value: unknown): boolean {
  return isRecord(value) && typeof value.days === 'number' && value.days > 0 && value.days <= 10_000 && (value.unit === 'working' || value.unit === 'calendar');
}

function isMoment(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e15;
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
