/** What kept an audit from seeing a site, and how it is said. */
import type { Text } from '../../analyzers/artifacts';
import { say } from '../../locales/cli';

export interface AuditFailure {
  /** Whose matter it is, for the exit code: `steps` is our input, the rest the surroundings. */
  kind: 'steps' | 'browser' | 'page';
  /** Key below `cli.audit.failure`. */
  code: string;
  facts: Record<string, string | number>;
}

/** The failure as one sentence in each language. */
export function failureText(failure: AuditFailure): Text {
  return say(`cli.audit.failure.${failure.code}`, failure.facts);
}
