import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { isAboutOthers, isUsersOwn, namedRecipients, recipientKinds, sharesWithNobody, sharingStatements } from '../sharing';

/** Those who process for the operator are bound by agreement, secrecy, instructions or supervision. */
export const entrustedProcessing: Duty = {
  id: 'entrusted-processing',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '21' }],
  whenAbsent: 'review',
  judge(reading) {
    const never = reading.statements('entrust-never');
    const bound = reading
      .all('entrust-control')
      .filter((s) => !s.signals.has('definition') && !s.signals.has('merger') && !(s.signals.has('affiliate') && !isOfProcessors(s)) && !reading.negated(s, reading.hit(s, 'entrust-control')!) && (isOfProcessors(s) || isAboutOthers(reading, s) || goesOnFromOthers(reading, s)));
    if (bound.length > 0) return answer('met', 0.87, quotesOf(reading, ranked(bound, weight), 'entrust-control'));
    if (never.length > 0 || sharesWithNobody(reading)) return answer('na', 0.7);
    const mentions = [...reading.statements('entrust'), ...sharingStatements(reading).filter((s) => s.signals.has('recipient-kind') && (s.signals.has('third-party') || s.signals.has('provider'))), ...reading.statements('provider').filter((s) => !s.signals.has('access-provider')), ...namedRecipients(reading), ...reading.statements('third-party-service')].filter((s) => !s.signals.has('tools-denied') && !isUsersOwn(reading, s));
    if (mentions.length > 0) return answer('partial', 0.75, ranked(mentions, (s) => 2 * point(s.signals.has('entrust')) + 2 * point(s.signals.has('provider')) + point(s.signals.has('shares')) - 2 * point(s.signals.has('merger') || s.signals.has('abroad') || s.isHeading)).slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'provider') ?? reading.hit(s, 'shares') ?? s.hits[0])));
    const partners = recipientKinds(reading).filter((s) => s.signals.has('partner'));
    if (partners.length > 0) return answer('partial', 0.5, quotesOf(reading, partners, 'recipient-kind'));
    return answer('absent', 0.7);
  },
};

function isOfProcessors(sentence: Sentence): boolean {
  return sentence.signals.has('provider') || sentence.signals.has('third-party') || sentence.signals.has('entrust');
}

/** "These companies must …", right after the sentence that tells who they are. */
function goesOnFromOthers(reading: Reading, sentence: Sentence): boolean {
  return reading.preceding(sentence, 2).some((before) => (before.block === sentence.block || sentence.signals.has('org-suffix')) && (before.signals.has('provider') || before.signals.has('shares') || before.signals.has('sdk')));
}

/** Best proof: said of those who process; what binds a successor is another matter. */
function weight(sentence: Sentence): number {
  return point(sentence.signals.has('provider')) + point(sentence.signals.has('entrust')) - 2 * point(sentence.signals.has('merger-safeguard') && sentence.signals.has('gives-others')) - 2 * point(sentence.signals.has('successor'));
}
