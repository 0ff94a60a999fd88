/** All duties, in the order in which they are listed to people. One import and one entry a duty. */
import type { Duty } from '../duty';
import { changeNotice } from './change-notice';
import { collectionMeans } from './collection-means';
import { consentWithdrawal } from './consent-withdrawal';
import { cookiesControl } from './cookies-control';
import { cookiesDisclosed } from './cookies-disclosed';
import { dataCategories } from './data-categories';
import { disposalAfterRetention } from './disposal-after-retention';
import { flagAllOrNothing } from './flag-all-or-nothing';
import { flagExceptionsBeyondLaw } from './flag-exceptions-beyond-law';
import { flagImpliedConsent } from './flag-implied-consent';
import { flagLiabilityDisclaimer } from './flag-liability-disclaimer';
import { flagOpenEndedCollection } from './flag-open-ended-collection';
import { flagUnilateralChange } from './flag-unilateral-change';
import { handlerContact } from './handler-contact';
import { handlerIdentity } from './handler-identity';
import { officerContact } from './officer-contact';
import { policyDate } from './policy-date';
import { purposes } from './purposes';
import { refusalWithoutPenalty } from './refusal-without-penalty';
import { retentionPeriod } from './retention-period';
import { storageLocation } from './storage-location';

export const DUTIES: readonly Duty[] = [
  // notice: who, what, why, how long
  handlerIdentity,
  handlerContact,
  officerContact,
  purposes,
  dataCategories,
  collectionMeans,
  retentionPeriod,
  disposalAfterRetention,
  storageLocation,
  policyDate,
  cookiesDisclosed,
  cookiesControl,
  // consent
  consentWithdrawal,
  refusalWithoutPenalty,
  changeNotice,
  // one-sided clauses
  flagImpliedConsent,
  flagUnilateralChange,
  flagAllOrNothing,
  flagOpenEndedCollection,
  flagExceptionsBeyondLaw,
  flagLiabilityDisclaimer,
  // rights
  // others who receive the information
  // sensitive information, children, automated decisions, safety
];
