/** All duties, in the order in which they are listed to people. One import and one entry a duty. */
import type { Duty } from '../duty';
import { rightAccessCopy } from './right-access-copy';
import { rightCorrection } from './right-correction';
import { rightDeletion } from './right-deletion';
import { accountCancellation } from './account-cancellation';
import { rightPortability } from './right-portability';
import { rightExplanation } from './right-explanation';
import { rightOfKin } from './right-of-kin';
import { responseTime } from './response-time';
import { complaintChannel } from './complaint-channel';
import { externalRemedy } from './external-remedy';
import { recipientsNamed } from './recipients-named';
import { recipientsDetail } from './recipients-detail';
import { sharingSeparateConsent } from './sharing-separate-consent';
import { sdkList } from './sdk-list';
import { entrustedProcessing } from './entrusted-processing';
import { businessTransfer } from './business-transfer';
import { publicDisclosure } from './public-disclosure';
import { overseasTransferDetail } from './overseas-transfer-detail';
import { overseasSeparateConsent } from './overseas-separate-consent';
import { sensitiveIdentified } from './sensitive-identified';
import { sensitiveNecessityImpact } from './sensitive-necessity-impact';
import { sensitiveSeparateConsent } from './sensitive-separate-consent';
import { minorsGuardianConsent } from './minors-guardian-consent';
import { minorsDedicatedRules } from './minors-dedicated-rules';
import { automatedDecisionOptOut } from './automated-decision-opt-out';
import { securityMeasures } from './security-measures';
import { breachNotice } from './breach-notice';
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
  rightAccessCopy,
  rightCorrection,
  rightDeletion,
  accountCancellation,
  rightPortability,
  rightExplanation,
  rightOfKin,
  responseTime,
  complaintChannel,
  externalRemedy,
  // others who receive the information
  recipientsNamed,
  recipientsDetail,
  sharingSeparateConsent,
  sdkList,
  entrustedProcessing,
  businessTransfer,
  publicDisclosure,
  overseasTransferDetail,
  overseasSeparateConsent,
  // sensitive information, children, automated decisions, safety
  sensitiveIdentified,
  sensitiveNecessityImpact,
  sensitiveSeparateConsent,
  minorsGuardianConsent,
  minorsDedicatedRules,
  automatedDecisionOptOut,
  securityMeasures,
  breachNotice,
];
