/** All conduct rules. A test proves that every file of this folder is listed, documented, translated and has fixtures. */
import type { Rule } from '../rule';
import { batchPermissions } from './batch-permissions';
import { bundledConsent } from './bundled-consent';
import { cleartextSensitiveData } from './cleartext-sensitive-data';
import { collectionAfterRefusal } from './collection-after-refusal';
import { collectionAfterWithdrawal } from './collection-after-withdrawal';
import { consentWall } from './consent-wall';
import { contradictedPromise } from './contradicted-promise';
import { dataSentBeforeSubmit } from './data-sent-before-submit';
import { deadPolicyLink } from './dead-policy-link';
import { excessiveUploadFrequency } from './excessive-upload-frequency';
import { forcedLocation } from './forced-location';
import { impliedConsentNotice } from './implied-consent-notice';
import { jumpingOverlay } from './jumping-overlay';
import { missingPolicy } from './missing-policy';
import { missingRefusal } from './missing-refusal';
import { permissionAtLoad } from './permission-at-load';
import { permissionWithoutPurpose } from './permission-without-purpose';
import { personalDataInReferer } from './personal-data-in-referer';
import { preConsentIdentifier } from './pre-consent-identifier';
import { preConsentSharing } from './pre-consent-sharing';
import { preTickedConsent } from './pre-ticked-consent';
import { repeatedPrompt } from './repeated-prompt';
import { sensitiveFieldWithoutNotice } from './sensitive-field-without-notice';
import { typedDataToThirdParty } from './typed-data-to-third-party';
import { uncloseableOverlay } from './uncloseable-overlay';
import { undeclaredOverseasTransfer } from './undeclared-overseas-transfer';
import { undisclosedDataKind } from './undisclosed-data-kind';
import { undisclosedFingerprinting } from './undisclosed-fingerprinting';
import { undisclosedRecipient } from './undisclosed-recipient';
import { undisclosedSessionRecording } from './undisclosed-session-recording';
import { unequalChoice } from './unequal-choice';
import { unmaskedResponseData } from './unmasked-response-data';

export const RULES: readonly Rule[] = [
  batchPermissions,
  bundledConsent,
  cleartextSensitiveData,
  collectionAfterRefusal,
  collectionAfterWithdrawal,
  consentWall,
  contradictedPromise,
  dataSentBeforeSubmit,
  deadPolicyLink,
  excessiveUploadFrequency,
  forcedLocation,
  impliedConsentNotice,
  jumpingOverlay,
  missingPolicy,
  missingRefusal,
  permissionAtLoad,
  permissionWithoutPurpose,
  personalDataInReferer,
  preConsentIdentifier,
  preConsentSharing,
  preTickedConsent,
  repeatedPrompt,
  sensitiveFieldWithoutNotice,
  typedDataToThirdParty,
  uncloseableOverlay,
  undeclaredOverseasTransfer,
  undisclosedDataKind,
  undisclosedFingerprinting,
  undisclosedRecipient,
  undisclosedSessionRecording,
  unequalChoice,
  unmaskedResponseData,
];
