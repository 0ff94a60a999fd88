import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { namedRecipients, recipientKinds, recipientLists, sharesOnlyByException, sharesWithNobody, speaksOfOthers } from '../sharing';

/** At least one concrete recipient: a company, a service, or a list of them. */
export const recipientsNamed: Duty = {
  id: 'recipients-named',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '23' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'review',
  judge(reading) {
    const named = namedRecipients(reading);
    const lists = recipientLists(reading);
    if (named.length > 0) {
      const plainest = ranked(named, (s) => point(s.signals.has('shares')) + point(s.signals.has('sdk')) + point(s.cells !== undefined) + point(reading.under(s, 'share-heading')) + 2 * point(s.hits.filter((hit) => hit.signal === 'org-named').length > 1) + 2 * point(s.signals.has('handler-name') || s.signals.has('org-suffix')) - point(s.isHeading) - point(s.signals.has('social-service')) + 2 * point(s.signals.has('partner-named')) - point(s.signals.has('user-gives') && s.signals.has('account')));
      return answer('met', 0.92, [...quotesOf(reading, plainest.slice(0, 2), 'org-named'), ...quotesOf(reading, lists.slice(0, 1), 'share-list'), ...quotesOf(reading, plainest.slice(2), 'org-named')]);
    }
    if (lists.length > 0) return answer('met', 0.85, quotesOf(reading, lists, 'share-list'));
    if (sharesWithNobody(reading) || !speaksOfOthers(reading)) return answer('na', 0.7);
    if (sharesOnlyByException(reading)) return answer('na', 0.5);
    const kinds = recipientKinds(reading);
    if (kinds.length > 0) return answer('partial', 0.85, quotesOf(reading, ranked(kinds, (s) => Math.min(4, kindsIn(s)) + point(reading.under(s, 'share-heading')) - 2 * point(s.signals.has('no-liability')) - point(s.signals.has('authority') || s.signals.has('law-name')) + 2 * point(s.signals.has('provider') || s.signals.has('affiliate') || s.signals.has('partner')) - 2 * point(s.signals.has('share-consent'))), 'recipient-kind'));
    return answer('absent', 0.7);
  },
};

/** How many different kinds of recipients the sentence names. */
function kindsIn(sentence: Sentence): number {
  return new Set(sentence.hits.filter((hit) => hit.signal === 'recipient-kind').map((hit) => sentence.text.slice(hit.start, hit.end))).size;
}
