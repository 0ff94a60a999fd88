import { describe, expect, it } from 'vitest';
import { labelInEnglish } from './judge-english';

/**
 * Wordings of small developers, of open-source projects and of programs that keep everything on the device: they name no
 * company and few rights, but say where data lie, how they go, and where to write.
 */
type Case = [label: string, difference: string, ...lines: string[]];

const CASES: Record<string, Case[]> = {
  'handler-contact': [
    ['met', 'the tracker of a project', '# Contact', 'For privacy questions, open an issue in this repository.'],
    ['met', 'the address of the tracker', 'Please contact us through https://github.com/lantern/reader/issues.'],
    ['partial', 'addresses that stand on other pages', 'Changes follow what is received at the contact addresses of the sites.'],
  ],
  'recipients-named': [
    ['met', 'names below the policies of third parties', 'The app uses third party services that may collect information.', 'Link to the privacy policy of third party service providers used by the app', '- Google Play Services'],
    ['partial', 'who may gather by themselves', 'The network provider may process ordinary connection information.'],
    ['na', 'where faults are reported is no recipient', 'We share data with nobody.', 'Please report problems to us as GitHub issues.'],
    ['partial', 'a kind of code', 'The app may use third-party code or libraries that may collect cookies.'],
    ['partial', 'a service of the user\'s choice', 'Data is sent to another service only when the owner explicitly enables that service.'],
    ['partial', 'a kind as an entry below the heading', '# How we share', 'We may share information about you in these ways.', '- With third parties, where a court demands it.'],
    ['partial', 'left out of a denial', 'We do not sell or transfer your data to outside parties. This does not include trusted third parties who assist us.'],
    ['met', 'a host, not a tracker', 'Crash reports are shared with GitHub, which stores them.'],
  ],
  'sharing-separate-consent': [
    ['partial', 'sent only at the user\'s own act', 'Your text is sent to a third party only when you explicitly submit it.'],
    ['met', 'a permission for each kind', 'Before sending data to other companies we ask. Text, voice and pictures shared with them have separate permissions.'],
  ],
  'storage-location': [
    ['met', 'where data is sent to', 'By using the app you are transferring your personal information to the United States.'],
    ['met', 'stays on the device', 'All notes stay on your device.'],
    ['met', 'only locally', 'Your records are stored locally and never leave the phone.'],
    ['met', 'the storage of the browser', 'API keys remain in chrome.storage.local.'],
    ['met', 'the private storage of the app', 'All data is stored in the app\'s private storage.'],
    ['absent', 'cookies only', 'We use cookies. Cookies are files that are stored on your computer.'],
  ],
  'retention-period': [
    ['met', 'until uninstalled', 'Uninstalling the app removes all local data.'],
    ['met', 'removed with the app, in the passive', 'All local data is removed when the app is uninstalled.'],
    ['met', 'until cleared', 'Keys remain in the browser until storage is cleared.'],
    ['absent', 'an app that is uninstalled and keeps', 'If you uninstall the app, we keep collecting nothing new.'],
  ],
  'disposal-after-retention': [
    ['met', 'gone with the app', 'All local data is removed when the app is uninstalled.'],
    ['absent', 'a wish of the user only', 'You may delete a note.'],
  ],
  'right-access-copy': [['met', 'an entry of a list of controls', '# Your control', '- View records: view all blocked records on the main screen']],
  'right-deletion': [
    ['met', 'an entry of a list of controls', '# Your control', '- Delete records: delete blocked records one by one in settings'],
    ['met', 'by removing the program', '# Your Rights', '- Delete: Remove all data by uninstalling the extension'],
  ],
  'right-correction': [['absent', 'completing an order corrects nothing', 'We use your data to process and complete your transactions.']],
  'right-portability': [['met', 'an export on request', 'You may request an export of the data we hold about you.']],
  'account-cancellation': [
    ['na', 'starting with the computer', 'The setting to launch at login is kept on your device.'],
    ['na', 'no account system', 'There is no account system: no registration or sign-in required.'],
    ['na', 'the accounts of others', 'The extension reads the login state of the chosen platform.'],
    ['absent', 'an account of its own', 'You log in with your phone number.'],
  ],
  'sdk-list': [
    ['met', 'a heading for each, its purpose and data below', '# Third-Party Services', '## 1. Stripe', '- Purpose: secure payment', '- Data collected: billing information, card number'],
    ['na', 'the version of a system', 'The permission is required on Android SDK 37 and later.'],
    ['na', 'tools denied in a list', '- No ads, no analytics, or any other third-party tracking components'],
    ['partial', 'an SDK', 'The app contains an SDK for messages.'],
  ],
  'sensitive-identified': [
    ['na', 'below a heading that denies', '# What we do NOT collect', '- What you read: we cannot see it.', '- Bank card data: for card payments it is processed by a payment company.'],
    ['na', 'a face that unlocks the app on the device', 'When you open the diary, the app may use Face ID or the passcode for on-device authentication.'],
    ['absent', 'a face that is collected', 'We collect your face image to check your identity.'],
  ],
  'public-disclosure': [['absent', 'drafts are no personal information', 'The extension does not automatically publish content.']],
  'security-measures': [['absent', 'an address is no encryption', 'Welcome to https://lantern.test, our site.']],
  'change-notice': [['partial', 'told in the release notes', 'Any changes to this policy will be described in the release notes.']],
  'flag-implied-consent': [['none', 'only the version after a change', 'Continued use of the bot means you accept the latest version.']],
  purposes: [
    ['met', 'beside each kind', '# What we collect', '- Telegram ID — for identification in the bot', '- email address — for contact and notices', '- browser type — for showing pages as they should be'],
    ['met', 'the only uses, each a function', 'This information is used solely to provide sign-in and cross-device sync.'],
    ['met', 'the only uses, named', 'Data is used only to adapt articles and to fill in forms.'],
    ['met', 'a list below "How we use your data"', '# How We Use Your Data', '- Call history: show what was blocked', '- Caller names: put labels on numbers', '- Upkeep of the list of numbers', '- Reports of faults'],
  ],
  'cookies-control': [['na', 'none employed', 'No cookies or tracking mechanisms are employed.']],
  'data-categories': [['met', 'nothing is collected', 'The app does not collect any personal information.']],
  'collection-means': [
    ['partial', 'read from an account', 'The app may read the profile, body measurements and workouts of the watch.'],
    ['partial', 'in the passive', 'We store information submitted by the users.'],
    ['met', 'given, and through cookies', 'We store information submitted by the users and obtain data through cookies.'],
  ],
  'flag-all-or-nothing': [
    ['none', 'a part of the service', 'If you do not agree to this policy, you cannot use certain features of the app.'],
    ['none', 'a guardian who disagrees', 'If your guardian does not agree to this policy, please stop using the app.'],
    ['present', 'the whole service', 'If you do not agree to this policy, please stop using the app.'],
  ],
};

describe.each(Object.entries(CASES))('%s in the words of small developers', (id, cases) => {
  it.each(cases)('%s: %s', (label, _difference, ...lines) => expect(labelInEnglish(id, ...lines)).toBe(label));
});
