import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { generalRoutes, givesWay, hasContact, wayNear } from '../routes';

/** Cancelling the account, and how. Needs no answer where the service has no accounts. */
export const accountCancellation: Duty = {
  id: 'account-cancellation',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'high',
  basis: [
    { instrument: 'ECOMMERCE', article: '24' }, { instrument: 'NDSR', article: '21' }, { instrument: 'NDSR', article: '24' },
    { instrument: 'CRITERIA', article: '六-1' },
  ],
  whenAbsent: 'violation',
  judge(reading) {
    const offered = reading.all('right-cancel').filter((s) => !s.signals.has('definition') && !s.signals.has('no-account'));
    const direct = offered.filter((s) => !s.isHeading && givesWay(s));
    const byContact = hasContact(reading) ? offered.filter((s) => s.signals.has('contact-word')) : [];
    const reached = direct.length > 0 ? direct : [...offered.filter((s) => leadsSomewhere(reading, s)), ...byContact];
    // "You may have your account deleted. To exercise these rights, write to …"
    if (reached.length === 0 && generalRoutes(reading).length > 0) reached.push(...offered.filter((s) => !s.isHeading && !s.signals.has('condition') && !s.signals.has('retention-term') && reading.under(s, 'rights-heading')));
    const documents = offered.filter((s) => s.signals.has('named-document'));
    if (reached.length > 0 || documents.length > 0) {
      const burden = [...reached, ...documents].every((s) => s.signals.has('cancel-burden'));
      if (burden) return answer('partial', 0.6, quotesOf(reading, reached, 'cancel-burden'));
      const way = reached[0] && wayNear(reading, reached[0], 2);
      const plainest = ranked(reached, (s) => 2 * point(s.signals.has('way-menu') || s.signals.has('way-phone')) - point(s.isHeading) - 2 * point(s.signals.has('correct') && s.signals.has('access')) - point(s.signals.has('retention-term')));
      return answer('met', 0.9, quotesOf(reading, [...plainest, ...documents, ...(way ? [way] : [])], 'cancel-mention'));
    }
    // What is said of cancelling under "should there ever be accounts" is said of no account.
    const future = new Set(reading.all('no-account').filter((s) => s.signals.has('cancel-mention')).map((s) => s.section));
    const mentioned = ranked([...offered, ...reading.statements('cancel-mention').filter((s) => !s.signals.has('no-account'))].filter((s) => !future.has(s.section)), (s) => point(offered.includes(s)) + point(s.signals.has('delete')) - point(s.signals.has('correct') || s.signals.has('access') || s.isHeading));
    if (mentioned.length > 0) return answer('partial', 0.7, quotesOf(reading, mentioned, 'cancel-mention'));
    // Accounts of other services, and those that children must not open, show no account here.
    const accounts = reading.statements('has-account').filter((s) => !s.signals.has('receives') && (!s.signals.has('social-service') || s.signals.has('own-account')) && !s.signals.has('child') && !s.signals.has('minor'));
    const without = reading.all('no-account').some((s) => !s.signals.has('condition'));
    if (without || accounts.length === 0) return answer('na', 0.75);
    return answer('absent', 0.85);
  },
};

/** A way stands close by, and not in what is told of the time after cancelling. */
function leadsSomewhere(reading: Reading, sentence: Sentence): boolean {
  const way = wayNear(reading, sentence, 2);
  return way !== undefined && (way === sentence || !way.signals.has('retention-term'));
}
