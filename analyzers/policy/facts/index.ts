/** Values a policy states: who, how to reach them, what is collected, who receives it, how long, where, since when. */
import type { PolicyDocument } from '../../artifacts';
import type { PolicyFacts } from '../../report';
import type { Reading } from '../reading';
import { readContacts } from './contacts';
import { readDataKinds } from './data-kinds';
import { readDate } from './date';
import { readHandler } from './handler';
import { readRecipients } from './recipients';
import { readRegions } from './regions';
import { readRetention } from './retention';

/**
 * Facts of one policy. Empty lists mean that nothing was found, never that nothing is there.
 * @param _document The policy; the reading holds it too.
 */
export function readFacts(_document: PolicyDocument, reading: Reading): PolicyFacts {
  const handler = readHandler(reading);
  return {
    handler,
    contacts: readContacts(reading),
    dataKinds: readDataKinds(reading),
    recipients: readRecipients(reading, handler),
    retention: readRetention(reading),
    regions: readRegions(reading),
    date: readDate(reading),
  };
}
