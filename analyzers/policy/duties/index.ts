/** All duties, in the order in which they are listed to people. One import and one entry a duty. */
import type { Duty } from '../duty';
import { policyDate } from './policy-date';
import { retentionPeriod } from './retention-period';
import { storageLocation } from './storage-location';

export const DUTIES: readonly Duty[] = [
  // notice: who, what, why, how long
  retentionPeriod,
  storageLocation,
  policyDate,
  // rights
  // others who receive the information
  // sensitive information, children, automated decisions, safety
];
