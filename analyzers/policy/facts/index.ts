/** Values a policy states: who, how to reach them, what is collected, who receives it, how long, where, since when, and what a person can do. */
import type { PolicyDocument } from '../../artifacts';
import type { PolicyFacts } from '../../report';
import type { Reading } from '../reading';
import { readAbroad } from './abroad';
import { readContacts } from './contacts';
import { readDataKinds } from './data-kinds';
import { readDates } from './dates';
import { readHandlers } from './handler';
import { readPersonalisation } from './personalisation';
import { readRecipients } from './recipients';
import { readRegions } from './regions';
import { readResponseTimes } from './response-times';
import { readRetention } from './retention';
import { readRights } from './rights';

/**
 * Facts of one policy. Empty lists mean that nothing was found, never that nothing is there.
 * @param _document The policy; the reading holds it too.
 */
export function readFacts(_document: PolicyDocument, reading: Reading): PolicyFacts {
  const handlers = readHandlers(reading);
  const handler = handlers.map(({ name }) => name);
  const retentionPeriods = readRetention(reading);
  const dates = readDates(reading);
  const personalisation = readPersonalisation(reading);
  return {
    handler,
    contacts: readContacts(reading, handler),
    dataKinds: readDataKinds(reading),
    recipients: readRecipients(reading, handler),
    retention: retentionPeriods.map(({ text }) => text),
    regions: readRegions(reading),
    date: dates[0]?.date ?? '',
    handlers,
    retentionPeriods,
    abroad: readAbroad(reading),
    dates,
    rights: readRights(reading),
    ...(personalisation ? { personalisation } : {}),
    responseTimes: readResponseTimes(reading),
  };
}
