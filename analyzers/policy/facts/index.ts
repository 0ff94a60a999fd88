/** Values a policy states: who, how to reach them, what is collected, who receives it, how long, where, since when, and what a person can do. */
import type { PolicyDocument } from '../../artifacts';
import type { PolicyFacts } from '../../report';
import type { Reading } from '../reading';
import { atOnce, type Stepwise } from '../slices';
import { readAbroad } from './abroad';
import { readContacts } from './contacts';
import { readDataKinds } from './data-kinds';
import { readDates } from './dates';
import { readHandlers } from './handler';
import { readPersonalisation } from './personalisation';
import { readPurposes } from './purposes';
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
  return atOnce(factSteps(reading));
}

/** Like `readFacts`, one kind of fact a step. */
export function* factSteps(reading: Reading): Stepwise<PolicyFacts> {
  const handlers = readHandlers(reading);
  const handler = handlers.map(({ name }) => name);
  yield undefined;
  const contacts = readContacts(reading, handler);
  yield undefined;
  const dataKinds = readDataKinds(reading);
  yield undefined;
  const recipients = readRecipients(reading, handler);
  yield undefined;
  const retentionPeriods = readRetention(reading);
  yield undefined;
  const regions = readRegions(reading);
  const dates = readDates(reading);
  yield undefined;
  const abroad = readAbroad(reading);
  const rights = readRights(reading);
  yield undefined;
  const personalisation = readPersonalisation(reading);
  const responseTimes = readResponseTimes(reading);
  yield undefined;
  const purposes = readPurposes(reading);
  return {
    handler,
    contacts,
    dataKinds,
    recipients,
    retention: retentionPeriods.map(({ text }) => text),
    regions,
    date: dates[0]?.date ?? '',
    handlers,
    retentionPeriods,
    abroad,
    dates,
    rights,
    ...(personalisation ? { personalisation } : {}),
    responseTimes,
    purposes,
  };
}
