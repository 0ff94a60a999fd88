import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../analyzers/policy/en/grammar';
import { labelInEnglish } from './judge-english';

/**
 * Wordings that sound like a duty and are none, and wordings that discharge one without its usual words. Pairs where they
 * can be: what must be read, and its neighbour that must not.
 */
type Case = [label: string, difference: string, ...lines: string[]];

const CASES: Record<string, Case[]> = {
  'officer-contact': [
    ['met', 'who is in charge, asked and answered', 'Who is in charge of data protection? The bursar, bursar@lantern.test.'],
    ['met', 'a representative for data matters', 'Our nominated representative for all data privacy matters is Jane Roe, dpo@lantern.test.'],
    ['met', 'an officer and an address', 'Our Data Protection Officer: dpo@lantern.test.'],
    ['absent', 'no officer has been appointed', 'A data protection officer has not been appointed, as none is required.', 'E-mail: hello@lantern.test'],
  ],
  'storage-location': [
    ['met', 'on the device alone', 'Your notes are stored locally on your device.'],
    ['partial', 'on the device and in a cloud of unknown place', 'Photos are stored locally on your device and uploaded to our cloud storage.'],
    ['met', 'servers that are denied', 'Your notes are stored locally on your device.', 'Nothing is ever stored on our servers.'],
    ['partial', 'servers, not where', 'Your information will be stored on the servers of Lantern or its affiliates.'],
    ['partial', 'any other country', 'Your information may be processed in countries other than your own.'],
    ['absent', 'what the app looks at on the device is not kept there by the operator', 'With your permission we access information stored on your device.'],
  ],
  'retention-period': [
    ['met', 'a minimum', 'The bank preserves these data for a minimum of five (5) years.'],
    ['met', 'until a request is done', 'Your data will be deleted once your request has been processed.'],
    ['partial', 'until the purpose is gone', 'Your data are deleted as soon as the purpose of keeping them ceases to apply.'],
    ['met', 'the passive of cancelling', 'Once an account is cancelled, your information will be deleted.'],
    ['partial', 'for a while', 'Results are cached temporarily to make the site faster.'],
    ['partial', 'on one\'s own device until one deletes it', 'All entries are stored locally on your device.', 'You can delete your entries at any time by clearing the app data.'],
    ['absent', 'stored on the device, deleted by writing', 'The answers are stored on your device.', 'To have your account deleted, contact us.'],
  ],
  'right-deletion': [
    ['met', 'kept until deleted', 'The list is kept until you delete it in the app.'],
    ['met', 'data in the browser, cleared there', 'You can delete your data at any time by clearing your browser\'s site data.'],
    ['absent', 'cookies cleared in the browser', 'You can delete cookies in your browser settings.'],
  ],
  'right-access-copy': [
    ['met', 'the word of European law', 'To exercise your rights, write to privacy@lantern.test:', '- Right to information in accordance with Art. 15 GDPR'],
    ['met', 'lettered entries', 'You have the right to:', '(a) access your personal data;', 'You may exercise these rights by writing to privacy@lantern.test.'],
    ['met', 'a list of rights, the way below it', 'You have the right to:', '- Access — request a copy of your personal data.', 'For data requests, e-mail us at privacy@lantern.test.'],
    ['absent', 'access of the staff', '- Access to personal data is restricted to authorised personnel only'],
  ],
  'right-correction': [
    ['met', 'a word, a dash and what it means', 'You have the right to:', '- Rectify — correct inaccurate data.', 'For data requests, e-mail us at privacy@lantern.test.'],
  ],
  'consent-withdrawal': [
    ['partial', 'mails that one may stop', 'You may unsubscribe from our newsletter at any time.'],
    ['met', 'an entry under a numbered heading on rights', '# 5. Your privacy rights', '- Right to withdraw consent at any time', 'You may exercise these rights by e-mailing privacy@lantern.test.'],
    ['met', 'the collecting stopped in the device', 'Your device settings let you discontinue our ability to collect your location.'],
  ],
  'refusal-without-penalty': [
    ['met', 'giving is voluntary', 'Giving us your phone number is voluntary.'],
    ['absent', 'what was given by free will', 'We use the information that you voluntarily gave us.'],
    ['met', 'no consequences', 'You may decline this permission without any consequences for your access.'],
    ['absent', 'the right to restrict', 'Right to restrict processing: limit how we use your data.'],
    ['absent', 'what a provider does not do', 'The provider does not use your data to train its models.'],
    ['partial', 'what no longer works', 'If you do not provide this information, certain features may not be available.'],
  ],
  'account-cancellation': [
    ['na', 'no log-in at all', 'We do not operate a login or a server for your lists.'],
    ['absent', 'accounts and no way out', 'You register with your e-mail address to create an account.'],
  ],
  'disposal-after-retention': [
    ['met', 'no need any more', 'When we have no ongoing legitimate business need, we will delete or anonymise the information.'],
    ['met', 'removed then', 'The order is kept for a year; your information will then be removed.'],
    ['absent', 'nothing deleted', 'We have no ongoing need to ask you again.'],
  ],
  'policy-date': [
    ['met', 'in emphasis', '_June 2022_'],
    ['absent', 'the key of a setting', 'The setting june_2022 is kept.'],
  ],
  'handler-contact': [
    ['met', 'a town and its postcode', 'Write to us: Lantern Books, The Old Mill, Lewes BN7 1AA.'],
    ['met', 'an address against robots', 'Write to webmaster at lantern dot org.'],
    ['absent', 'a place', 'We met at lantern square.'],
  ],
  'handler-identity': [
    ['met', 'a person by name', 'The controller is Jane Roe, High Street 1, London.'],
    ['met', 'one who writes of herself', 'This policy tells how Jane Roe ("I", "me") collects data.'],
    ['partial', 'only a brand', 'Lantern ("we") respects your privacy.'],
  ],
  'external-remedy': [
    ['met', 'the right by its article', 'Right to lodge a complaint pursuant to Art. 77 GDPR'],
  ],
  'complaint-channel': [
    ['partial', 'questions, and a contact behind a link', 'If you have a question about this policy, please contact us.'],
  ],
  'right-explanation': [
    ['absent', 'what the operator explains', 'We ask for your consent in other cases for the purpose we explain at the time.'],
    ['met', 'asked for', 'You may ask us to explain the rules of processing.'],
    ['absent', 'what helps the operator', 'We reserve the right to publish a request in order to help us clarify it.'],
  ],
  'right-of-kin': [
    ['met', 'after a death', 'After a user\'s death the next of kin may request access to the data.'],
    ['absent', 'danger of death', 'If there is an imminent danger of death or injury, we may disclose information to the police.'],
  ],
  'public-disclosure': [
    ['absent', 'disclosed to somebody, not to everybody', 'We disclose your personal information in these cases:', '- with your consent, to a partner'],
    ['absent', 'what readers may not do', 'Readers do not have the right to re-publish it.'],
    ['partial', 'names on a page', 'We ask for your name and photo for posting on our website.'],
    ['met', 'praise shown after a yes', 'We obtain your consent before posting testimonials that carry your name.'],
    ['partial', 'what all can see', 'Notes you submit are publicly visible to other users.'],
    ['absent', 'public sources', 'We collect data that is publicly available from public sources.'],
  ],
  'minors-dedicated-rules': [
    ['partial', 'a minor', 'A minor must not use this service.'],
    ['absent', 'minor changes', 'Most changes are likely to be minor.', 'A minor change takes effect when it is posted.'],
  ],
  'recipients-named': [
    ['met', 'the maker of an interface', 'Your score is sent to the Quillbox API to write a summary.'],
    ['met', 'a name whose policy applies', 'We share your score with an AI service.', 'It is processed under Quillbox\'s own privacy policy.'],
    ['partial', 'kinds in a list that a line opens', 'We may share your information with:', '- Service providers who host our site'],
  ],
  'sdk-list': [
    ['partial', 'tools by name and purpose', 'We use the following third-party services:', '- Stripe: to take payments', '- Vercel: to host the site'],
    ['met', 'what each of them gets, too', 'We use the following third-party services:', '- Stripe: to take payments; it receives your name and card number', '- Vercel: to host the site'],
  ],
  'overseas-transfer-detail': [
    ['partial', 'where the providers work', 'Your data may be processed in countries where our providers operate.'],
    ['na', 'outside of control', 'Chats are stored outside of our control by the messenger.'],
  ],
  'overseas-separate-consent': [
    ['na', 'told where it applies', 'We inform users of recipients and, where applicable, transfers of personal data to third countries.'],
    ['partial', 'an entry of a list that is agreed to', '# Transfers', 'Your information may be transferred to countries other than your own.', '# Consent', 'By using the app you consent to:', '- the collection of your information', '- the transfer of your information'],
    ['absent', 'nothing on consent', 'Your information may be transferred to countries other than your own.'],
  ],
  'flag-exceptions-beyond-law': [
    ['present', 'whatever else is related', 'We may disclose your data, without your consent, for:', '- the delivery of orders', '- any other purpose relating to or reasonably necessary for the above'],
  ],
  'flag-unilateral-change': [
    ['present', 'bound by whatever it becomes', 'You agree to be bound by the privacy policy as amended from time to time.'],
    ['present', 'further use under the new text', 'Your further use of the services after a change to this policy will be subject to the updated policy.'],
    ['none', 'a word on versions', 'This page always shows the latest policy.'],
  ],
  'flag-liability-disclaimer': [
    ['none', 'what other sites write', 'We are not responsible for the privacy practices of those sites and encourage you to read their policies.'],
    ['present', 'what other people do', 'We are not responsible for any leak caused by third parties.'],
  ],
  'sensitive-identified': [
    ['na', 'proof of who asks', 'To exercise these rights, send us a request along with proof of identity.'],
    ['na', 'a place guessed from the address', 'We look up a geolocation from the IP address.'],
  ],
  'sensitive-necessity-impact': [
    ['partial', 'what a card is for, in the list of purposes', 'We collect your credit card number.', 'We use your information to process payments.'],
    ['absent', 'nothing on what it is for', 'We collect your credit card number.'],
  ],
  'sharing-separate-consent': [
    ['na', 'a promise to give to nobody, a tool of the operator', 'We never release your personal details to any outside company.', 'Our pages use Google Analytics.'],
    ['partial', 'a consent on which it rests', 'Crash data are transmitted to Google on the basis of your consent.'],
    ['absent', 'a choice of the product', 'We share your address with our payment provider, only if you choose to subscribe.'],
  ],
  'security-measures': [
    ['absent', 'what a provider is obliged to', 'We oblige our service provider to protect the data.'],
    ['absent', 'a copy that the user makes', 'Your data remain on your phone unless you make a backup of your own.'],
  ],
  'sensitive-separate-consent': [
    ['na', 'cards that the operator never has', 'We process payment information to take your order.', 'Card details are handled entirely by Stripe; we never see or store them.'],
    ['absent', 'cards that it has', 'We collect your credit card number to take your order.'],
  ],
  'cookies-disclosed': [
    ['na', 'an entry of what is not collected, after one that says more', 'The app does not collect, store or transmit:', '- Your answers — these never leave your device.', '- Cookies used for advertising.'],
  ],
};

beforeAll(loadGrammar);

describe.each(Object.entries(CASES))('%s', (duty, cases) => {
  it.each(cases)('%s: %s', (label, _difference, ...lines) => {
    expect(labelInEnglish(duty, ...lines)).toBe(label);
  });
});
