/** Who receives data: companies, services and software kits, from tables, labelled lists and running text. */
import type { Recipient } from '../../report';
import type { Reading } from '../reading';
import { recipientsOfLabels } from './recipient-labels';
import { recipientsOfSentences } from './recipient-sentences';
import { recipientsOfTables } from './recipient-tables';

const MOST = 200;

/**
 * Recipients in order of tables, lists, text; each once.
 * @param handler Names of the operator, which is no recipient.
 */
export function readRecipients(reading: Reading, handler: readonly string[]): Recipient[] {
  const found = new Map<string, Recipient>();
  const add = (recipient: Recipient) => {
    const key = recipient.name.replace(/\s+/g, '').toLowerCase();
    const known = found.get(key);
    if (!known) {
      if (found.size < MOST && !handler.includes(recipient.name)) found.set(key, recipient);
      return;
    }
    for (const field of ['purpose', 'data', 'contact'] as const) known[field] ||= recipient[field];
    if (recipient.policyUrl) known.policyUrl ??= recipient.policyUrl;
  };
  recipientsOfTables(reading).forEach(add);
  recipientsOfLabels(reading).forEach(add);
  recipientsOfSentences(reading, [...found.values()], handler).forEach(add);
  return [...found.values()];
}
