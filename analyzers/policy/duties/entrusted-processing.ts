import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import { quotesOf } from '../right-with-way';
import { isAboutOthers, namedRecipients, sharesWithNobody, sharingStatements } from '../sharing';

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
      .filter((s) => !s.signals.has('definition') && !s.signals.has('merger') && !reading.negated(s, reading.hit(s, 'entrust-control')!) && (s.signals.has('provider') || s.signals.has('third-party') || s.signals.has('entrust') || isAboutOthers(reading, s) || reading.preceding(s, 2).some((o) => o.block === s.block && (o.signals.has('provider') || o.signals.has('shares')))));
    if (bound.length > 0) return answer('met', 0.87, quotesOf(reading, ranked(bound, (s) => point(s.signals.has('provider')) + point(s.signals.has('entrust')) - 2 * point(s.signals.has('merger-safeguard') && s.signals.has('gives-others')) - 2 * point(s.signals.has('successor'))), 'entrust-control'));
    if (never.length > 0 || sharesWithNobody(reading)) return answer('na', 0.7);
    const mentions = [...reading.statements('entrust'), ...sharingStatements(reading).filter((s) => s.signals.has('recipient-kind') && (s.signals.has('third-party') || s.signals.has('provider'))), ...reading.statements('provider').filter((s) => !s.signals.has('access-provider')), ...namedRecipients(reading), ...reading.statements('third-party-service')].filter((s) => !s.signals.has('tools-denied'));
    if (mentions.length > 0) return answer('partial', 0.75, mentions.slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'provider') ?? reading.hit(s, 'shares') ?? s.hits[0])));
    return answer('absent', 0.7);
  },
};
