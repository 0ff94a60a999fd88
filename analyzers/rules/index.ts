/** All conduct rules. A test proves that every file of this folder is listed, documented, translated and has fixtures. */
import type { Rule } from '../rule';
import { batchPermissions } from './batch-permissions';
import { bundledConsent } from './bundled-consent';
import { buriedPolicy } from './buried-policy';
import { childWithoutGuardian } from './child-without-guardian';
import { cleartextSensitiveData } from './cleartext-sensitive-data';
import { collectionAfterRefusal } from './collection-after-refusal';
import { collectionAfterWithdrawal } from './collection-after-withdrawal';
import { consentWall } from './consent-wall';
import { contradictedPromise } from './contradicted-promise';
import { dataSentBeforeSubmit } from './data-sent-before-submit';
import { deadPolicyLink } from './dead-policy-link';
import { excessiveUploadFrequency } from './excessive-upload-frequency';
import { faceOnlyVerification } from './face-only-verification';
import { faceWithoutNotice } from './face-without-notice';
import { forcedFollow } from './forced-follow';
import { forcedLocation } from './forced-location';
import { forcedMembership } from './forced-membership';
import { illegiblePolicy } from './illegible-policy';
import { impliedConsentNotice } from './implied-consent-notice';
import { jumpingOverlay } from './jumping-overlay';
import { missingPolicy } from './missing-policy';
import { missingRefusal } from './missing-refusal';
import { noAccountDeletionRoute } from './no-account-deletion-route';
import { noSimplifiedChinesePolicy } from './no-simplified-chinese-policy';
import { nonessentialRequiredField } from './nonessential-required-field';
import { overdueRightsRequest } from './overdue-rights-request';
import { permissionAtLoad } from './permission-at-load';
import { permissionWithoutPurpose } from './permission-without-purpose';
import { personalDataInReferer } from './personal-data-in-referer';
import { preConsentIdentifier } from './pre-consent-identifier';
import { preConsentSharing } from './pre-consent-sharing';
import { preTickedConsent } from './pre-ticked-consent';
import { publishedPersonalData } from './published-personal-data';
import { repeatedPrompt } from './repeated-prompt';
import { sensitiveFieldWithoutNotice } from './sensitive-field-without-notice';
import { sensitiveFieldWithoutSeparateConsent } from './sensitive-field-without-separate-consent';
import { silentAccountCreation } from './silent-account-creation';
import { typedDataToThirdParty } from './typed-data-to-third-party';
import { unannouncedPolicyChange } from './unannounced-policy-change';
import { uncloseableOverlay } from './uncloseable-overlay';
import { undeclaredOverseasTransfer } from './undeclared-overseas-transfer';
import { undisclosedDataKind } from './undisclosed-data-kind';
import { undisclosedFingerprinting } from './undisclosed-fingerprinting';
import { undisclosedRecipient } from './undisclosed-recipient';
import { undisclosedSessionRecording } from './undisclosed-session-recording';
import { unequalChoice } from './unequal-choice';
import { unmaskedResponseData } from './unmasked-response-data';
import { unreasonableDeletionCondition } from './unreasonable-deletion-condition';
import { unskippableProfiling } from './unskippable-profiling';

export const RULES: readonly Rule[] = [
  batchPermissions,
  bundledConsent,
  buriedPolicy,
  childWithoutGuardian,
  cleartextSensitiveData,
  collectionAfterRefusal,
  collectionAfterWithdrawal,
  consentWall,
  contradictedPromise,
  dataSentBeforeSubmit,
  deadPolicyLink,
  excessiveUploadFrequency,
  faceOnlyVerification,
  faceWithoutNotice,
  forcedFollow,
  forcedLocation,
  forcedMembership,
  illegiblePolicy,
  impliedConsentNotice,
  jumpingOverlay,
  missingPolicy,
  missingRefusal,
  noAccountDeletionRoute,
  noSimplifiedChinesePolicy,
  nonessentialRequiredField,
  overdueRightsRequest,
  permissionAtLoad,
  permissionWithoutPurpose,
  personalDataInReferer,
  preConsentIdentifier,
  preConsentSharing,
  preTickedConsent,
  publishedPersonalData,
  repeatedPrompt,
  sensitiveFieldWithoutNotice,
  sensitiveFieldWithoutSeparateConsent,
  silentAccountCreation,
  typedDataToThirdParty,
  unannouncedPolicyChange,
  uncloseableOverlay,
  undeclaredOverseasTransfer,
  undisclosedDataKind,
  undisclosedFingerprinting,
  undisclosedRecipient,
  undisclosedSessionRecording,
  unequalChoice,
  unmaskedResponseData,
  unreasonableDeletionCondition,
  unskippableProfiling,
];
