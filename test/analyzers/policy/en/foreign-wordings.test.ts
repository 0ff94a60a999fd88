import { describe, expect, it } from 'vitest';
import { labelInEnglish } from './judge-english';

/**
 * Wordings of European and American policies, and of policies translated from Chinese, judged by what they mean under Chinese law.
 * Per duty: the label, what tells the case apart, and the lines of an invented policy.
 */
type Case = [label: string, difference: string, ...lines: string[]];

const CASES: Record<string, Case[]> = {
  'flag-implied-consent': [
    ['present', 'choosing to use as consent', 'If you choose to use this app, then you agree to the collection of information under this policy.'],
    ['present', 'said of users in the third person', 'Users are deemed to have accepted the rules related to visiting or using Lantern.'],
    ['present', 'use as consent, far from its verb', 'Through your continued use of Lantern, which is run under the laws of the State of Oregon, its rules and its terms of service as they stand, you send your data there and you consent to that transfer.'],
    ['present', 'by using our services you agree', 'By using our services, you agree to this policy.'],
    ['none', 'a tick in a box', 'By ticking the box you agree to this policy.'],
  ],
  'flag-unilateral-change': [
    ['present', 'continued use, without "your"', 'This policy may be updated. Continued use of the app means you accept the latest version.'],
    ['present', 'use after changes', 'Your continued use of the app after the changes take effect means that you accept them.'],
    ['none', 'a posted version', 'We will post changes to this policy on this page.'],
  ],
  'flag-exceptions-beyond-law': [
    ['present', 'the operator alone judges', 'We reserve the right to disclose information about you as we, in our sole discretion, deem necessary to protect our property.'],
    ['present', 'a belief of the operator, whatever the data', 'We may disclose your information (messages too) without your consent if we have reason to believe that this is necessary to bring legal action against somebody who harms our rights.'],
    ['present', 'a list that ends with what the operator thinks fit', 'In the following cases, we will disclose your personal information:', '1. as the law demands;', '2. other disclosures deemed appropriate by the platform.'],
    ['none', 'what the law demands', 'We disclose personal information without consent only where a statute demands it.'],
  ],
  'retention-period': [
    ['met', 'remains until deleted', 'Data remain on the computer until the owner deletes the profile.'],
    ['met', 'entries of a list under a heading on keeping', '# Data Retention', '- Reader records: 7 years after the last loan'],
    ['partial', 'so long as reasonable', 'We maintain your location only so long as is reasonable to provide the service.'],
    ['met', 'while one remains a customer', 'We retain your data while you remain a customer.'],
  ],
  'disposal-after-retention': [['met', 'and then erased', 'We keep your route for a while and then erase it.']],
  'storage-location': [['absent', 'cookies lie on every device', 'Cookies are small files that are stored on your device.']],
  'right-deletion': [
    ['met', 'an entry that begins with its name', '# Your Rights', '- Delete: Remove all data in the settings of the app'],
    ['met', 'off the list', 'If you wish to remove yourself from the database of Lantern, please e-mail hello@lantern.test.'],
    ['met', 'in the passive, with a way', 'Your posts can be deleted permanently by emailing a request to hello@lantern.test.'],
    ['partial', 'a request without a way', 'You may request deletion at any time.'],
  ],
  'right-access-copy': [
    ['met', 'a list of rights, and a contact for privacy requests', '# Rights', 'Users have the right to:', '- Access their personal data', '# Contact', 'For privacy-related inquiries, please contact dpo@lantern.test.'],
   ['partial', 'an entry in a list of rights', 'You have the right to:', '- Request access to your data']],
  'right-explanation': [['met', 'an explanation can be had', 'You will always be able to get an explanation of the decision.']],
  'account-cancellation': [['met', 'data and account in one breath', 'Sign in to your account to read.', 'If you want us to delete your information and your account, please write to hello@lantern.test.']],
  'response-time': [['partial', 'as soon as possible', 'We will delete your information as soon as possible.'], ['absent', 'of a child found by chance', 'If a child gave us data, we will delete them as soon as possible.']],
  'complaint-channel': [['met', 'many words between complaint and contact', 'If you have a concern, a complaint or a question for the Lantern Privacy Office or for the data protection officer of the region in which you live, please contact us by using our web form.']],
  'refusal-without-penalty': [
    ['absent', 'what the operator may also use', 'Lantern may also use the data to study its website.'],
    ['met', 'nobody need say who they are', 'You may, however, visit our site anonymously.'],
    ['absent', 'a list that is not limited to something is no promise', 'The data include but are not limited to the address of the device that you use to access the service.'],
  ],
  'cookies-control': [
    ['na', 'a store of the app on the device is no cookie', 'Your notes are kept in the local storage of the browser.'],
    ['met', 'settings of their browsers', 'Users can always change the settings of their browsers if they do not want cookies.'],
    ['absent', 'a browser is no setting, "not limited to" no control', 'With cookies we record data that are not limited to browser information and pages.'],
    ['met', 'the settings of the browser', 'You can refuse cookies in the settings of your browser.'],
  ],
  'automated-decision-opt-out': [
    ['partial', 'users may elect not to receive them', 'We send targeted marketing messages.', 'Users may elect not to receive solicitations.'],
    ['na', 'a right that the law gives', 'You have the right to object to the processing of your data for direct marketing and to profiling.'],
    ['na', 'a right against what is not done', 'You have the right to opt out of targeted advertising.', 'We do not engage in targeted advertising.'],
    ['met', 'a link to opt out', 'We show you targeted ads by Meta (opt-out).'],
  ],
  'sdk-list': [
    ['na', 'no such tools', 'No tracking tools or third-party analytics are used.'],
    ['partial', 'software by a third party', 'We use third party software that checks whether you are a robot.'],
   ['partial', 'a tool by name, nothing more', 'Google Analytics']],
  'sensitive-identified': [
    ['absent', 'a card that one is asked to enter', 'When ordering you may be asked to enter your name or credit card information.'],
    ['partial', 'special categories, which ones left open', 'We collect and process personal data and special categories of personal data.'],
  ],
  'sensitive-separate-consent': [['met', 'never without explicit consent', 'We will not collect your precise geolocation information without your explicit consent.']],
  'security-measures': [['absent', 'the name of an act', "We follow the Children's Online Privacy Protection Act and do not collect information from children."]],
  'handler-contact': [['partial', 'an invitation that names the developers', 'If your password has leaked, please contact the developers at once.']],
  'public-disclosure': [['absent', 'what users cannot do', 'Users cannot publicly share photos in this mode.']],
  'overseas-separate-consent': [['absent', 'a right to withdraw is no consent', 'You can withdraw consent at any time.', 'We transfer your data to other countries.']],
  'cookies-disclosed': [
    ['met', 'a purpose without "we"', 'The app uses few cookies for the management of sessions.'],
  ],
  'recipients-named': [['partial', 'providers of some kind', 'Your address is sent to these relay providers.']],
  'business-transfer': [
    ['partial', 'a sale of the business', "We may transfer information in connection with a sale of Lantern's business."],
  ],
  'entrusted-processing': [
    ['partial', 'data held by another on behalf of the operator', 'Your enquiry is held by Fernhill Archives PLC, on behalf of Lantern College.'],
  ],
  'collection-means': [
    ['met', 'at registration, and records of browsing', 'Your name may be collected at the time of registration.', 'We record your browsing: IP addresses, pages viewed.'],
  ],
};

describe('English wordings by their meaning under Chinese law', () => {
  for (const [duty, cases] of Object.entries(CASES)) {
    it.each(cases)(`${duty} is %s: %s`, (label, _difference, ...lines) => {
      expect(labelInEnglish(duty, ...lines)).toBe(label);
    });
  }
});
