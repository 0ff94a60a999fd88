import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { isAboutOthers, sharesWithNobody, sharingStatements, speaksOfOthers } from '../sharing';

/** A consent of its own before data go to others; any other consent is half of it. */
export const sharingSeparateConsent: Duty = {
  id: 'sharing-separate-consent',
  kind: 'duty',
  category: 'shared-without-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '23' }, { instrument: 'CRITERIA', article: '五-1' }],
  whenAbsent: 'review',
  judge(reading) {
    const separate = reading.statements('asks-separately').filter((s) => isGiving(reading, s) && !isOtherMatter(reading, s));
    if (separate.length > 0) return answer('met', 0.85, quotesOf(reading, separate, 'asks-separately'));
    const consents = reading.all('share-consent').filter((s) => !s.isHeading && !s.signals.has('receives') && !s.signals.has('consent-waived') && isSharing(reading, s));
    if (consents.length > 0) {
      const plainest = ranked(consents, (s) => 2 * point(s.signals.has('share') || s.signals.has('shares') || s.signals.has('gives-others')) - 2 * point((s.signals.has('transfer') || s.signals.has('disclose')) && !s.signals.has('share')) - point(s.signals.has('permission')) + 2 * point(reading.under(s, 'share-heading')) + point(s.signals.has('explicit-consent')) - 3 * point(s.signals.has('use-is-consent')) - 2 * point(s.signals.has('minor') || s.signals.has('guardian')) + point(s.signals.has('personal-data')) + 2 * point(reading.preceding(s, 3).some((o) => o.opensList && o.signals.has('share'))) - 2 * point(s.signals.has('account') || s.signals.has('user-gives')) - point(s.signals.has('collect')));
      return answer('partial', 0.9, quotesOf(reading, plainest, 'share-consent'));
    }
    if (sharesWithNobody(reading) || givesToNobody(reading) || !speaksOfOthers(reading)) return answer('na', 0.7);
    return answer('absent', 0.75);
  },
};

/** Promises without condition to give data to nobody; tools that serve the operator itself are no sharing. */
function givesToNobody(reading: Reading): boolean {
  return reading.statements('shares-never').some((s) => !s.signals.has('exception') && !s.signals.has('consent') && !s.signals.has('condition') && !s.signals.has('sdk')) && sharingStatements(reading).length === 0;
}

/** Speaks of giving data to others, itself or with the sentence before it: "We share with nobody; should that change, …". */
function isGiving(reading: Reading, sentence: Sentence): boolean {
  const gives = (s: Sentence) => s.signals.has('share') || s.signals.has('gives-others') || s.signals.has('shares-never');
  return gives(sentence) || reading.under(sentence, 'share-heading') || reading.preceding(sentence, 1).some((s) => s.block === sentence.block && gives(s));
}

/** Sending abroad, publishing and sensitive data have duties of their own. */
function isOtherMatter(reading: Reading, sentence: Sentence): boolean {
  const opensOf = reading.preceding(sentence, 3).find((s) => s.opensList);
  if (!sentence.signals.has('share') && opensOf?.signals.has('disclose') && !opensOf.signals.has('share')) return true;
  return sentence.signals.has('abroad') || (sentence.signals.has('disclose') && !(sentence.signals.has('share') && sentence.signals.has('third-party'))) || sentence.signals.has('entrust') || sentence.signals.has('sensitive-term') || sentence.signals.has('merger');
}

function isSharing(reading: Reading, sentence: Sentence): boolean {
  return sentence.signals.has('share') || sentence.signals.has('shares') || sentence.signals.has('shares-never') || sentence.signals.has('org-named') || isAboutOthers(reading, sentence) || reading.preceding(sentence, 6).some((s) => s.opensList && (s.signals.has('share') || s.signals.has('disclose')));
}
