/** What kept an audit from seeing a site, and how it is said. */
import type { Text } from '../../analyzers/artifacts';
import { say } from '../../locales/cli';

export interface AuditFailure {
  /** Whose matter it is, for the exit code: `steps` is our input, `skipped` our own decision, the rest the surroundings. */
  kind: 'steps' | 'browser' | 'page' | 'skipped';
  /** Key below `cli.audit.failure`. */
  code: string;
  facts: Record<string, string | number>;
}

/** The failure as one sentence in each language. */
export function failureText(failure: AuditFailure): Text {
  return say(`cli.audit.failure.${failure.code}`, failure.facts);
}

/** Names browsers give to failures of the network, and ours. Chromium's come first, then Firefox's. */
const NETWORK: readonly [RegExp, string][] = [
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|dnsNotFound/i, 'dns'],
  [/ERR_CONNECTION_REFUSED|connectionFailure/i, 'refused'],
  [/ERR_CERT_|ERR_SSL_|ERR_BAD_SSL|nssFailure|nssBadCert|insecure certificate/i, 'tls'],
  [/ERR_TOO_MANY_REDIRECTS|redirectLoop/i, 'redirects'],
  [/ERR_INVALID_AUTH_CREDENTIALS|ERR_UNEXPECTED_PROXY_AUTH/i, 'auth'],
];

/** The failure that a browser's message about the network tells of. */
export function networkFailure(detail: string): AuditFailure {
  const code = NETWORK.find(([words]) => words.test(detail))?.[1] ?? 'network';
  return { kind: 'page', code, facts: { reason: detail } };
}

/** The failure that the status of the page's own answer tells of; undefined for an answer that is a page. */
export function statusFailure(status: number | undefined): AuditFailure | undefined {
  if (status === undefined || status < 400) return undefined;
  return { kind: 'page', code: status === 401 || status === 407 ? 'auth' : 'http-status', facts: { reason: `HTTP ${status}`, status } };
}

/** Failures that may be gone a moment later. A name that does not exist, a wrong certificate or a file will still be so. */
const PASSING: ReadonlySet<string> = new Set(['no-start', 'driver', 'no-end', 'crashed', 'network', 'refused', 'no-answer', 'no-visit']);

/** Whether it is worth trying again. */
export function mayPass(failure: AuditFailure): boolean {
  return PASSING.has(failure.code) || (failure.code === 'http-status' && [429, 500, 502, 503, 504].includes(Number(failure.facts.status)));
}

/** Whose matter a failure is, by its code. */
export function isMatterOf(code: string): AuditFailure['kind'] {
  if (code.startsWith('step.')) return 'steps';
  return code === 'robots' ? 'skipped' : code === 'no-start' || code === 'driver' || code === 'no-end' ? 'browser' : 'page';
}
