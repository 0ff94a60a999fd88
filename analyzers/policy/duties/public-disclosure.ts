import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';

/** Data are made public only with consent or by law, or never. */
export const publicDisclosure: Duty = {
  id: 'public-disclosure',
  kind: 'duty',
  category: 'shared-without-consent',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '25' }],
  whenAbsent: 'review',
  judge(reading) {
    const never = reading.statements('public-never');
    const withConsent = reading.statements('public-consent').filter((s) => !s.signals.has('consent-waived') && !s.signals.has('receives') && !s.signals.has('use-is-consent') && !s.signals.has('policy-change') && !reading.preceding(s, 8).some((o) => o.opensList && o.signals.has('no-liability')));
    // "Public disclosure" in so many words first; what users publish themselves last.
    const told = ranked([...withConsent, ...never], (s) => 2 * point(s.signals.has('public-plain')) + point(reading.under(s, 'share-heading')) - 2 * point(s.signals.has('minor') || s.signals.has('child')) - point(s.signals.has('exception')) + point(s.signals.has('we')) - 3 * point(s.signals.has('way-menu') || s.signals.has('access')));
    const listed = consentInList(reading);
    if (listed.length > 0 && listed.some((s) => s.signals.has('public-mention')) && !listed.some(namesOtherGiving)) return answer('met', 0.93, listed.map((s) => reading.quote(s)));
    if (told.length > 0) return answer('met', 0.9, told.slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'public-consent') ?? reading.hit(s, 'public-never'))));
    if (listed.length > 0) return answer('met', 0.9, listed.map((s) => reading.quote(s)));
    const mentions = [...reading.statements('public-mention'), ...reading.statements('public-plain')].filter((s) => (s.signals.has('we') || (s.language.wholeWords && s.signals.has('public-plain'))) && !s.signals.has('law-quote'));
    if (mentions.length > 0) return answer('partial', 0.6, quotesOf(reading, mentions, 'public-mention'));
    const made = reading.statements('made-public');
    if (made.length > 0) return answer('partial', 0.6, quotesOf(reading, made, 'made-public'));
    return answer('absent', 0.85);
  },
};

/** A heading over sharing, handing over and publishing together. */
function namesOtherGiving(sentence: Sentence): boolean {
  return sentence.signals.has('share') || sentence.signals.has('transfer');
}

/** "We disclose only in these cases:" followed by "1. with your consent". */
function consentInList(reading: Reading): Sentence[] {
  for (const opener of ranked(reading.all('disclose'), (s) => 2 * point(s.signals.has('public-plain')) - point(namesOtherGiving(s)))) {
    if (!opener.opensList && !(opener.isHeading && opener.signals.has('public-plain'))) continue;
    // Who may see a user's page is the user's own setting.
    if (opener.signals.has('consent-waived') || opener.signals.has('way-menu')) continue;
    const item = reading.following(opener, 6).find((s) => s.signals.has('share-consent') && !s.signals.has('consent-waived'));
    // A line that opens the list brings its first entries with it; a heading says nothing by itself.
    // "Disclose", of an alphabet, is most often to somebody; what is meant must be said of the public.
    if (item && opener.language.wholeWords && ![opener, item].some((s) => s.signals.has('public-mention') || s.signals.has('public-plain'))) continue;
    if (item) return opener.isHeading ? [item, opener] : [opener, item];
  }
  return [];
}
