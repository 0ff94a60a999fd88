/** All conduct rules. A test proves that every file of this folder is listed, documented, translated and has fixtures. */
import type { Rule } from '../rule';
import { bundledConsent } from './bundled-consent';
import { cleartextSensitiveData } from './cleartext-sensitive-data';
import { collectionAfterRefusal } from './collection-after-refusal';
import { deadPolicyLink } from './dead-policy-link';
import { impliedConsentNotice } from './implied-consent-notice';
import { missingPolicy } from './missing-policy';
import { missingRefusal } from './missing-refusal';
import { preConsentIdentifier } from './pre-consent-identifier';
import { preConsentSharing } from './pre-consent-sharing';
import { preTickedConsent } from './pre-ticked-consent';
import { sensitiveFieldWithoutNotice } from './sensitive-field-without-notice';
import { typedDataToThirdParty } from './typed-data-to-third-party';
import { undisclosedRecipient } from './undisclosed-recipient';
import { unequalChoice } from './unequal-choice';

export const RULES: readonly Rule[] = [
  bundledConsent,
  cleartextSensitiveData,
  collectionAfterRefusal,
  deadPolicyLink,
  impliedConsentNotice,
  missingPolicy,
  missingRefusal,
  preConsentIdentifier,
  preConsentSharing,
  preTickedConsent,
  sensitiveFieldWithoutNotice,
  typedDataToThirdParty,
  undisclosedRecipient,
  unequalChoice,
];
