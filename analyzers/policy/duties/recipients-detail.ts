import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { detailBelow, isAboutOthers, namedRecipients, recipientKinds, recipientLists, sharesOnlyByException, sharesWithNobody, sharingStatements, speaksOfOthers } from '../sharing';

/** For recipients: purpose, kinds of data, and a contact or the recipient's own policy. */
export const recipientsDetail: Duty = {
  id: 'recipients-detail',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '23' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'review',
  judge(reading) {
    const lists = recipientLists(reading);
    const named = namedRecipients(reading);
    if (lists.length > 0) {
      const told = ranked(named.filter(tellsWhatOrWhy), (s) => point(s.signals.has('shares')) + point(s.signals.has('data-concrete')) + point(s.signals.has('sdk')));
      const rows = told.filter((s) => s.cells !== undefined || s.signals.has('sdk'));
      const line = detailBelow(reading, named.slice(0, 3));
      return answer('met', 0.85, [...(line ? [reading.quote(line)] : []), ...quotesOf(reading, rows.slice(0, 1), 'org-named'), ...quotesOf(reading, lists.slice(0, 2), 'share-list'), ...quotesOf(reading, told.slice(0, 1), 'org-named')]);
    }
    const policies = reading.all('recipient-policy').filter((s) => !s.isHeading && !s.signals.has('own-title') && !s.signals.has('outside-link') && !s.signals.has('no-liability') && !isOwnContact(s) && (s.cells || s.signals.has('provider') || isAboutOthers(reading, s) || reading.preceding(s, 4).some((o) => o.signals.has('sdk') && o.signals.has('org-named'))));
    const told = [...named, ...sharingStatements(reading), ...policies.flatMap((s) => reading.preceding(s, 8))].filter(tellsWhatOrWhy);
    if (policies.length > 0 && told.length > 0) {
      const plain = ranked(told, (s) => 2 * point(s.signals.has('data-concrete')) + point(s.signals.has('sdk')) + point(s.cells !== undefined) + point(s.signals.has('collect') || s.signals.has('shares')) - 2 * point(s.signals.has('policy') && !s.signals.has('recipient-policy')));
      const line = detailBelow(reading, plain.slice(0, 3));
      return answer('met', 0.8, [...quotesOf(reading, plain.slice(0, 1), 'data-concrete'), ...quotesOf(reading, line ? [line] : plain.slice(1, 2), 'data-concrete'), ...quotesOf(reading, ranked(policies, (s) => point(s.signals.has('sdk')) + point(s.cells !== undefined)), 'recipient-policy')]);
    }
    if (sharesWithNobody(reading) || !speaksOfOthers(reading)) return answer('na', 0.7);
    if (sharesOnlyByException(reading)) return answer('na', 0.5);
    // Partners listed with what they do, and nothing more.
    const helpers = reading.statements('provider').filter((s) => s.signals.has('need-told') && reading.under(s, 'share-heading'));
    const some = told.length > 0 ? [...told, ...helpers] : [...named, ...sharingStatements(reading)];
    if (some.length > 0) {
      const plainest = ranked(some, (s) => 2 * point(s.signals.has('data-concrete')) + point(s.signals.has('need-told')) - 2 * point(s.signals.has('policy')) - point(s.signals.has('consent')) - point(s.signals.has('user-gives')) + point(s.signals.has('shares')) + point(s.signals.has('recipient-kind')) + point(reading.under(s, 'share-heading')) - 2 * point(s.signals.has('no-liability')) - point(!s.signals.has('we')));
      const line = detailBelow(reading, plainest.slice(0, 3));
      const shown = line ? [plainest[0]!, line, ...plainest.slice(1)] : plainest;
      return answer('partial', 0.8, shown.slice(0, 3).map((s) => reading.quote(s, reading.hit(s, shareSignal(s)))));
    }
    // Who tells the kinds of recipients tells some of it.
    const kinds = recipientKinds(reading);
    if (kinds.length > 0) return answer('partial', 0.5, quotesOf(reading, kinds, 'recipient-kind'));
    return answer('absent', 0.7);
  },
};

/** "Example Ltd, registered at …, e-mail: …": the operator itself, not a recipient. */
function isOwnContact(sentence: Sentence): boolean {
  return sentence.cells === undefined && sentence.signals.has('handler-name') && sentence.signals.has('handler-role') && !sentence.signals.has('third-party') && !sentence.signals.has('sdk');
}

function tellsWhatOrWhy(sentence: Sentence): boolean {
  return sentence.signals.has('data-concrete') || sentence.signals.has('need-told') || sentence.signals.has('purpose') || (sentence.cells?.length ?? 0) >= 3;
}

function shareSignal(sentence: Sentence): Parameters<Reading['hit']>[1] {
  return sentence.signals.has('shares') ? 'shares' : 'org-named';
}
