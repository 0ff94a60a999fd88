import { describe, expect, it } from 'vitest';
import { labelInEnglish } from './judge-english';

/** Per duty: the label, what tells the case apart, and the lines of an invented policy. */
type Case = [label: string, difference: string, ...lines: string[]];

const CASES: Record<string, Case[]> = {
  'handler-identity': [
    ['met', 'a registered name beside "we"', 'Suzhou Lantern Books Co., Ltd. ("Lantern", "we") runs this shop.'],
    ['met', 'a foreign company as controller', 'The data controller is Northgate Kettles GmbH, Hauptstrasse 5, Bremen.'],
    ['met', 'a university', 'This site is operated by Riverside University, which handles your personal information.'],
    ['partial', 'only the brand', 'Lantern respects your privacy. We explain here how our website uses data.'],
    ['partial', 'the word "limited" names nobody', 'We use your data for limited purposes, including but not limited to delivery.'],
  ],
  'handler-contact': [
    ['met', 'an e-mail address', 'Write to us at hello@lantern.test.'],
    ['met', 'a postal address', 'You can contact us at 12 Orchard Road, Bristol.'],
    ['partial', 'an invitation without any address', 'If you have questions, please contact us.'],
  ],
  'officer-contact': [
    ['met', 'an officer with an address', 'Our data protection officer can be reached at dpo@lantern.test.'],
    ['partial', 'an officer whom nobody can reach', 'We have appointed a data protection officer.'],
    ['absent', 'a law enforcement officer is none', 'We may show records to a police officer. Write to hello@lantern.test.'],
  ],
  purposes: [
    ['met', 'a purpose for each kind', 'We collect your phone number to confirm orders.', 'We collect your address to deliver parcels.'],
    ['partial', 'one purpose for everything', 'We use your information to improve our services.'],
    ['absent', 'no purpose', 'We value your privacy.'],
  ],
  'data-categories': [
    ['met', 'concrete kinds', 'We collect your name, phone number, IP address and device model.'],
    ['partial', 'only general words', 'We collect information about you.'],
  ],
  'collection-means': [
    ['met', 'given and automatic', 'You give us your name and e-mail address when you register.', 'Our server automatically records your IP address.'],
    ['partial', 'only what the user gives', 'We collect the name that you provide.'],
  ],
  'retention-period': [
    ['met', 'a number of years', 'We keep order records for three years after delivery.'],
    ['met', 'an event', 'We retain your data until you delete your account.'],
    ['met', 'as long as there is an account', 'We store your profile for as long as you have an account.'],
    ['partial', 'as long as necessary', 'We keep your information only as long as necessary for these purposes.'],
    ['absent', 'a time limit for answers is none', 'We answer your requests within 10 days.'],
    ['absent', 'nothing', 'We collect your name.'],
  ],
  'disposal-after-retention': [
    ['met', 'deletes when the period is over', 'After that period we delete or anonymise your data.'],
    ['partial', 'disposes of it somehow', 'When the data are no longer needed we handle them in accordance with the law.'],
    ['absent', 'only a right to ask for deletion', 'You may ask us to delete your data.'],
  ],
  'storage-location': [
    ['met', 'a country', 'We store personal information on servers in mainland China.'],
    ['met', 'a region abroad', 'Your data is hosted in data centers located in Ireland.'],
    ['absent', 'a country without storage', 'We serve customers in China.'],
  ],
  'policy-date': [
    ['met', 'month, day and year', 'Last updated: March 3, 2026'],
    ['met', 'day first', 'Effective 15 June 2026.'],
    ['partial', 'only a version', 'Version 2.1'],
    ['absent', 'no date', 'We collect your name.'],
  ],
  'cookies-disclosed': [
    ['met', 'used, and for what', 'We use cookies to remember your language.'],
    ['na', 'none used', 'We do not use cookies.'],
    ['met', 'only some sorts are denied', 'We do not use cookies for advertising. We use cookies to keep you signed in.'],
    ['absent', 'no word', 'We collect your name.'],
  ],
  'cookies-control': [
    ['met', 'by the browser', 'We use cookies. You can block them in your browser settings.', 'You may delete cookies in your browser.'],
    ['absent', 'used, no control', 'We use cookies to count visits.'],
    ['na', 'no cookies', 'We collect your name.'],
  ],
  'consent-withdrawal': [
    ['met', 'with a way', 'You may withdraw your consent at any time under Settings > Privacy.'],
    ['met', 'a right with an address', 'You have the right to withdraw your consent by writing to privacy@lantern.test.'],
    ['partial', 'without a way', 'You may withdraw your consent at any time.'],
    ['absent', 'nothing', 'We ask for your consent.'],
  ],
  'refusal-without-penalty': [
    ['met', 'the rest still works', 'If you decline to give your birthday you can still use the shop.'],
    ['met', 'marked as optional', 'Your nickname is optional information.'],
    ['partial', 'only a threat', 'If you do not provide this information, you may not be able to use our services.'],
    ['absent', 'nothing', 'We collect your name.'],
  ],
  'change-notice': [
    ['met', 'notice and consent', 'If we change this policy materially, we will notify you by e-mail and ask for your consent again.'],
    ['partial', 'notice alone', 'If we change this policy, we will notify you by e-mail.'],
    ['partial', 'only puts the new text up', 'We may update this policy. We will notify you by posting the new version on this page.'],
    ['absent', 'nothing', 'We collect your name.'],
  ],
  'flag-implied-consent': [
    ['present', 'use', 'By using our services, you agree to this Privacy Policy.'],
    ['present', 'browsing means it', 'Browsing this site means that you accept these terms.'],
    ['present', 'translated wording', 'When you use any of our products, it means that you agree to the entire policy.'],
    ['none', 'a tick', 'By ticking the box when you register, you agree to this policy.'],
    ['none', 'a denial', 'Using the site does not mean that you agree to marketing.'],
    ['none', 'only continued use after a change', 'By continuing to use the site after we update this policy, you accept the changes.'],
    ['none', 'consent asked for a feature', 'When you use voice search we ask whether you consent to recording.'],
    ['none', 'users who agreed', 'You may use the map if you agree to share your location.'],
  ],
  'flag-unilateral-change': [
    ['present', 'continued use', 'Your continued use of the site after changes to this policy constitutes acceptance of the changes.'],
    ['present', 'without notice', 'We may change this policy at any time without prior notice.'],
    ['none', 'with notice', 'We may change this policy from time to time and will tell you by e-mail.'],
    ['none', 'a denial', 'We never change this policy without notifying you by e-mail.'],
  ],
  'flag-all-or-nothing': [
    ['present', 'must stop', 'If you do not agree to this policy, please stop using our services.'],
    ['present', 'must not use', 'If you do not agree with any part of this policy, you must not use the site.'],
    ['none', 'only one permission', 'If you do not agree to share your location, you cannot use the map.'],
    ['none', 'nothing of the sort', 'If you do not agree, you can still read every page.'],
  ],
  'flag-open-ended-collection': [
    ['present', 'not limited to', 'We collect information including but not limited to your name and phone number.'],
    ['present', 'other necessary information', 'We collect your name, address and other necessary information.'],
    ['none', 'a closed list', 'We collect your name, phone number and address.'],
    ['none', 'such as', 'We collect contact details such as your name and phone number.'],
    ['none', 'what the user chooses to add', 'We collect your name and any other information you choose to provide.'],
    ['none', 'a right to other information', 'You may ask us to correct your name and other personal information.'],
    ['none', 'open purposes', 'We use your name for purposes including but not limited to delivery.'],
  ],
  'flag-exceptions-beyond-law': [
    ['present', 'stable operation in a list of exceptions', 'We may use your information without your consent in the following cases: national security; necessary for maintaining the safe and stable operation of our service; academic research.'],
    ['none', 'only cases of the law', 'We may use your information without your consent in the following cases: to perform a contract with you; to respond to a public health emergency.'],
    ['none', 'no consent is asked of nobody', 'We ask for your consent first. Backups are necessary for the safe and stable operation of our service.'],
  ],
  'flag-liability-disclaimer': [
    ['present', 'leaks', 'We are not responsible for any leak or loss of your information.'],
    ['present', 'third parties in general', 'We accept no liability for the acts of third parties.'],
    ['none', 'no system is perfect', 'We cannot guarantee that your data will be absolutely safe.'],
    ['none', 'force majeure', 'We are not liable for loss caused by force majeure.'],
  ],
  'right-access-copy': [
    ['met', 'with an address', 'You may access your personal data by writing to privacy@lantern.test.'],
    ['met', 'in a list under an opening', 'To exercise your rights write to privacy@lantern.test. You have the right to:', '- access your personal data;', '- delete your personal data.'],
    ['met', 'a menu with dashes', 'You can query your avatar and nickname through "My - Settings - Personal information".'],
    ['partial', 'named only', 'You have the right to access your personal information.'],
    ['absent', 'pages are visited', 'You can access our services without giving any personal information.'],
    ['absent', 'others look at it', 'Only trained staff can access your personal information.'],
  ],
  'right-correction': [
    ['met', 'in the settings', 'You can update your personal information in your account settings.'],
    ['partial', 'named only', 'You have the right to correct your personal information.'],
    ['absent', 'the operator corrects faults', 'We correct faults in our software.'],
  ],
  'right-deletion': [
    ['met', 'with a menu', 'You can delete your data under Settings > Privacy > Delete my data.'],
    ['partial', 'named only', 'You have the right to have your personal data erased.'],
    ['absent', 'the operator deletes', 'We delete your data after three years.'],
  ],
  'account-cancellation': [
    ['met', 'with a menu', 'You can delete your account under Settings > Account > Close account.'],
    ['partial', 'without a way', 'You can create an account. You may delete your account.'],
    ['absent', 'accounts that never end', 'You need to register an account to order.'],
    ['na', 'no accounts', 'There are no accounts on this site.'],
  ],
  'right-portability': [
    ['met', 'to another handler', 'You may ask us to transfer your data to another provider.'],
    ['met', 'a copy', 'You can obtain a copy of your personal data.'],
    ['absent', 'the operator transfers', 'We transfer data to our warehouse.'],
  ],
  'right-explanation': [
    ['met', 'may ask', 'You may ask us to explain how we handle personal information.'],
    ['absent', 'the policy explains', 'This policy explains how we use personal information.'],
  ],
  'right-of-kin': [
    ['met', 'relatives', 'The close relatives of a deceased user may request a copy of the data.'],
    ['absent', 'nothing', 'We collect your name.'],
  ],
  'response-time': [
    ['met', 'ten working days', 'We answer requests within 10 working days.'],
    ['met', 'in words', 'We will respond to your complaint within fifteen (15) days.'],
    ['partial', 'thirty days', 'We will respond to your request within 30 days.'],
    ['partial', 'a month', 'We respond to all legitimate requests within one month.'],
    ['partial', 'promptly', 'We will promptly respond to your request.'],
    ['absent', 'a term of keeping', 'We delete logs within 10 days.'],
  ],
  'complaint-channel': [
    ['met', 'complaints by mail', 'Send questions, opinions and complaints to care@lantern.test.'],
    ['partial', 'questions only', 'If you have questions, e-mail care@lantern.test.'],
    ['partial', 'complaints to an authority only', 'Write to care@lantern.test. You may lodge a complaint with the supervisory authority.'],
  ],
  'external-remedy': [
    ['met', 'an authority', 'You have the right to lodge a complaint with your local data protection authority.'],
    ['met', 'a court', 'You may bring a lawsuit before a court.'],
    ['absent', 'disclosure to authorities', 'We may report crimes and give records to the police or a court.'],
  ],
  'recipients-named': [
    ['met', 'a company by name', 'We share your address with Blue Fern Couriers Co., Ltd. so that it can deliver.'],
    ['met', 'a known service', 'We share your order number with Stripe to take payment.'],
    ['partial', 'kinds only', 'We share your data with our partners and affiliates.'],
    ['na', 'nobody', 'We do not share your personal information with any third party.'],
    ['na', 'nobody, and a promise should that change', 'We do not share your data with any other company. Before we ever share it with another company, we will ask you.'],
  ],
  'sharing-separate-consent': [
    ['met', 'separate', 'We share data with partners only after we have asked for your separate consent.'],
    ['partial', 'plain', 'We do not share your data with third parties without your consent. We share data with partners.'],
    ['absent', 'none', 'We share your data with our partners and affiliates.'],
  ],
  'sdk-list': [
    ['na', 'no sign of any', 'We collect your name.'],
    ['na', 'denied', 'We use no third-party plug-ins.'],
    ['partial', 'mentioned', 'Our app contains third-party SDKs.'],
    ['met', 'a list elsewhere', 'Our app contains SDKs; see the list of third-party SDKs.'],
  ],
  'entrusted-processing': [
    ['met', 'under contract', 'Service providers who process data on our behalf are bound by contract to keep it confidential.'],
    ['met', 'on instruction', 'Our vendors may process data only in accordance with our instructions.'],
    ['partial', 'mentioned', 'We use service providers to send e-mails.'],
  ],
  'business-transfer': [
    ['met', 'bound to the policy', 'In a merger we will require the successor to comply with this policy.'],
    ['partial', 'the case only', 'Your data may be transferred as part of a merger or sale of assets.'],
    ['absent', 'nothing', 'We collect your name.'],
  ],
  'public-disclosure': [
    ['met', 'with consent', 'We publicly disclose personal information only with your explicit consent.'],
    ['met', 'never', 'We never make your personal information public.'],
    ['absent', 'nothing', 'We collect your name.'],
  ],
  'overseas-transfer-detail': [
    ['partial', 'declared', 'Your data may be transferred to other countries.'],
    ['met', 'with the route', 'We transfer personal data outside China under the standard contract.'],
    ['na', 'denied', 'We store data in China and do not transfer it abroad.'],
    ['na', 'silent', 'We collect your name.'],
    ['na', 'only should it become necessary', 'If it ever becomes necessary to transfer data abroad, we will ask you first.'],
  ],
  'overseas-separate-consent': [
    ['met', 'separate', 'We transfer data abroad only with your separate consent.'],
    ['absent', 'none', 'Your data may be transferred to other countries.'],
  ],
  'sensitive-identified': [
    ['met', 'said of a kind', 'We collect your ID number, which is sensitive personal information.'],
    ['absent', 'never called so', 'We collect your passport number and bank account number.'],
    ['na', 'none collected', 'We collect your nickname.'],
    ['na', 'denied', 'We do not collect your ID number or fingerprints.'],
  ],
  'sensitive-separate-consent': [
    ['met', 'separate', 'We collect your ID number only with your separate consent.'],
    ['partial', 'plain', 'We collect your ID number with your consent.'],
    ['absent', 'none', 'We collect your passport number.'],
  ],
  'minors-guardian-consent': [
    ['met', 'children under 14', 'Children under 14 may use the app only with the consent of a parent or guardian.'],
    ['partial', 'minors under 18', 'If you are under 18, use the app with the consent of your guardian.'],
    ['absent', 'nothing', 'We collect your name.'],
  ],
  'minors-dedicated-rules': [
    ['met', 'a section', '# Children', 'We collect no data from children under 14 without a guardian.', 'A guardian may ask us to delete the data.'],
    ['met', 'a document', 'See our Children\'s Privacy Policy.'],
    ['partial', 'one sentence', 'Our site is not directed to children.'],
  ],
  'automated-decision-opt-out': [
    ['met', 'with a switch', 'We show you personalised ads. You can turn off personalised ads under Settings > Ads.'],
    ['partial', 'without a way', 'We send you personalised marketing messages. You may opt out of marketing.'],
    ['partial', 'only of e-mails', 'We show you personalised ads. You can opt out of promotional e-mails by the link in each of them.'],
    ['na', 'the same for everybody', 'We send you marketing messages. You may opt out of them by the link in each message.'],
    ['absent', 'no refusal', 'We show you personalised ads based on your interests.'],
    ['na', 'denied', 'We do not show personalised ads.'],
    ['na', 'never for marketing', 'We use your address for delivery only, and never for marketing.'],
  ],
  'security-measures': [
    ['met', 'two measures', 'We protect your data by encryption and restrict access to staff who need it.'],
    ['partial', 'general words', 'We take reasonable security measures to protect your data.'],
    ['absent', 'nothing', 'We collect your name.'],
  ],
  'breach-notice': [
    ['met', 'tells the persons', 'If a data breach occurs, we will notify you by e-mail.'],
    ['partial', 'only a plan', 'We have an incident response plan for any data breach.'],
    ['absent', 'a breach of terms', 'We may suspend you for any breach of our terms and notify you.'],
  ],
};

describe.each(Object.entries(CASES))('%s in English', (id, cases) => {
  it.each(cases)('%s: %s', (label, _difference, ...lines) => {
    expect(labelInEnglish(id, ...lines)).toBe(label);
  });
});
