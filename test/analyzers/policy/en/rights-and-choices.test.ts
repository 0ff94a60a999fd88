import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../analyzers/policy/en/grammar';
import { labelInEnglish } from './judge-english';

/** Rights and choices in the words of shops, associations, surgeries and translators: label, then the text. */
const CASES: Record<string, [label: string, text: string][]> = {
  'right-access-copy': [
    ['met', 'Want to see what we hold on you? Drop a line to hello@brindle.example.'],
    ['met', 'Members may look at and download the records held about them under Profile > My data.'],
    ['met', 'The data subject shall be given, on written application to the address below, details of the data stored. Address: 12 Mill Lane, Leeds, LS1 4AP, United Kingdom.'],
    ['met', 'You can obtain information free of charge at any time about the data stored concerning your person by writing to datenschutz@hof.example.'],
    ['partial', 'Data subjects have a right of information about the stored data.'],
    ['partial', 'You are entitled to be told which of your data we keep.'],
    ['absent', 'Only trained staff have access to your records.'],
  ],
  'right-correction': [
    ['met', 'If something about you is wrong, let us know at care@plum.example and we will put it right.'],
    ['met', 'Details that are out of date can be changed by the user himself under Account > Details.'],
    ['met', 'Typos in your profile? Hit "Edit" on the profile page.'],
    ['met', 'Please tell reception if your address has changed so that our records stay accurate; call +44 20 7946 0103.'],
    ['partial', 'The data subject may demand that inaccurate data concerning him or her be rectified without delay.'],
    ['partial', 'You are entitled to have mistakes in your records put right.'],
    ['absent', 'We correct spelling errors in reviews before publishing them.'],
  ],
  'right-deletion': [
    ['met', 'Fed up? Mail bye@nimbus.example and we wipe everything we have on you.'],
    ['met', 'You can get rid of your saved searches under Settings > History > Clear all.'],
    ['met', 'Users wishing to have their records expunged should write to the registrar at registrar@uni.example.'],
    ['met', 'On request (privacy@oak.example) we erase all data that relate to you.'],
    ['partial', 'You may demand the deletion of the data stored about you.'],
    ['partial', 'Everyone concerned is entitled to erasure of his or her data.'],
    ['partial', 'You also have the right that we remove your data.'],
    ['absent', 'Abusive posts are removed by our team.'],
    ['partial', 'You have the right of access (Art. 15 GDPR), rectification (Art. 16), erasure (Art. 17), restriction of processing (Art. 18).'],
    ['partial', 'The data subject has the right to obtain: a) the updating or rectification of data; b) the erasure, anonymisation or blocking of data processed unlawfully.'],
    ['met', 'The data are kept on your phone only. They can be deleted by uninstalling the program.'],
  ],
  'account-cancellation': [
    ['met', 'Leaving us? Under Profile > Membership you can shut your account for good.'],
    ['met', 'To have your account shut down, drop us a line at support@tern.example.'],
    ['met', 'You can terminate your membership and delete the account by sending an e-mail to out@club.example.'],
    ['met', 'Log in, open "My account" and choose "Delete my account".'],
    ['partial', 'Users may have their account removed whenever they wish.'],
    ['partial', 'You are free to close the account at any time.'],
    ['absent', 'You log in to your account with your e-mail address.'],
    ['na', 'No sign-up is needed to use the calculator, and none is offered.'],
  ],
  'right-portability': [
    ['met', 'You may have the data handed over to you or to a third party in a common, machine-readable format.'],
    ['met', 'Take your data elsewhere: export everything as CSV from Settings.'],
    ['met', 'On demand we pass your data directly to a new provider of your choice.'],
    ['absent', 'We transfer data to our hosting provider.'],
  ],
  'right-explanation': [
    ['met', 'You can ask us how the automated score came about and what it means.'],
    ['met', 'Anyone refused by the system may demand that the reasons be set out.'],
    ['met', 'If anything in this policy is unclear you may ask us to explain it.'],
    ['absent', 'This policy explains how we use data.'],
    ['met', 'You are entitled to learn the logic applied where data are processed with electronic instruments.'],
  ],
  'right-of-kin': [
    ['met', 'After a member dies, the next of kin may ask us to close the profile.'],
    ['met', 'Should a user pass away, those left behind may request the data.'],
    ['met', 'Heirs can obtain the data of a late customer on presenting a certificate.'],
    ['absent', 'We ask for an emergency contact.'],
  ],
  'response-time': [
    ['met', 'Expect an answer inside ten working days.'],
    ['met', 'You will receive our reply no later than 15 days after your request reaches us.'],
    ['met', 'We aim to get back to everyone within 48 hours.'],
    ['met', 'Requests: completed in 7 days.'],
    ['partial', 'You will hear from us within four weeks.'],
    ['partial', 'We process your application without culpable delay.'],
    ['partial', 'Your query will be looked into as quickly as we can.'],
    ['partial', 'It may take us up to 30 days to deal with your request.'],
    ['absent', 'Your order arrives within 5 days.'],
    ['absent', 'Please respond to our e-mail within 48 hours.'],
  ],
  'complaint-channel': [
    ['met', 'Something to complain about? Write to gripes@heron.example.'],
    ['met', 'If you are not satisfied with how we treat your data, please raise it with our complaints team on +44 20 7946 0104.'],
    ['met', 'To report misuse of personal data, use abuse@rook.example.'],
    ['met', 'Objections and complaints are to be addressed to the data protection officer, dpo@werk.example.'],
    ['partial', 'For anything to do with this policy: mail@rook.example.'],
    ['absent', 'You may complain to the ICO.'],
  ],
  'external-remedy': [
    ['met', 'If our answer does not satisfy you, the Information Commissioner can look into the matter.'],
    ['met', 'Irrespective of other remedies, each data subject has the right of appeal to a supervisory authority.'],
    ['met', 'You can also turn to the regulator in your country.'],
    ['met', 'Legal recourse to the courts remains open to you.'],
    ['met', 'Complaints may likewise be brought before the competent data protection authority.'],
    ['absent', 'We hand data to the authorities when the law obliges us to.'],
  ],
  'consent-withdrawal': [
    ['met', 'Changed your mind? Withdraw your consent any time by mailing stop@lark.example.'],
    ['met', 'You may revoke a consent once given by an informal message to info@praxis.example.'],
    ['met', 'Permissions can be taken back in the settings of your phone.'],
    ['met', 'Consent is given freely and can be rescinded under Settings > Privacy.'],
    ['partial', 'A consent that has been granted may be revoked at any time with effect for the future.'],
    ['partial', 'You can change your mind about the consent you gave us.'],
    ['absent', 'By ticking the box you give your consent.'],
  ],
  'refusal-without-penalty': [
    ['met', 'Fields without a star may be left blank.'],
    ['met', 'Giving us your phone number is voluntary.'],
    ['met', 'You need not grant the camera permission to use the notes.'],
    ['partial', 'Without these details we cannot offer you the service.'],
    ['partial', 'If you withhold the data, some features may not work.'],
    ['absent', 'We need your address to deliver.'],
  ],
  'cookies-disclosed': [
    ['met', 'Small text files called cookies help the shop to remember your basket.'],
    ['met', 'This website places cookies so that it can count its visitors.'],
    ['partial', 'Our pages use cookies.'],
    ['absent', 'We log your IP address.'],
  ],
  'cookies-control': [
    ['met', 'Cookies can be switched off in the options of your browser.'],
    ['met', 'We use cookies. Your browser lets you stop them: look under Preferences > Privacy.'],
    ['met', 'You can change your choice at any time through the cookie banner.'],
    ['partial', 'Visitors are free to refuse cookies.'],
    ['absent', 'We use cookies to keep you logged in.'],
    ['na', 'We keep your name and e-mail address on our servers for as long as you are a customer.'],
  ],
  'change-notice': [
    ['met', 'Before a major change takes effect we will e-mail you and ask you to agree to it.'],
    ['partial', 'If we alter this policy in a way that matters, you will get an e-mail.'],
    ['partial', 'The newest version of this statement can always be found on this page.'],
    ['partial', 'Amendments are published on our website.'],
    ['absent', 'This policy was last updated in May 2024.'],
  ],
};

beforeAll(loadGrammar);

describe.each(Object.entries(CASES))('%s', (duty, cases) => {
  it.each(cases)('%s: %s', (label, text) => {
    expect(labelInEnglish(duty, ...text.split('\n'))).toBe(label);
  });
});
