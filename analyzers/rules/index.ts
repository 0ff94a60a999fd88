/** All conduct rules. A test proves that every file of this folder is listed, documented, translated and has fixtures. */
import type { Rule } from '../rule';
import { cleartextSensitiveData } from './cleartext-sensitive-data';
import { collectionAfterRefusal } from './collection-after-refusal';
import { deadPolicyLink } from './dead-policy-link';
import { impliedConsentNotice } from './implied-consent-notice';
import { missingPolicy } from './missing-policy';
import { preConsentIdentifier } from './pre-consent-identifier';
import { preConsentSharing } from './pre-consent-sharing';
import { preTickedConsent } from './pre-ticked-consent';
import { sensitiveFieldWithoutNotice } from './sensitive-field-without-notice';
import { typedDataToThirdParty } from './typed-data-to-third-party';
import { undisclosedRecipient } from './undisclosed-recipient';

export const RULES: readonly Rule[] = [
  cleartextSensitiveData,
  collectionAfterRefusal,
  deadPolicyLink,
  impliedConsentNotice,
  missingPolicy,
  preConsentIdentifier,
  preConsentSharing,
  preTickedConsent,
  sensitiveFieldWithoutNotice,
  typedDataToThirdParty,
  undisclosedRecipient,
];
