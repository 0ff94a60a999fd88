import { answer, type Duty, quotesOf } from '../duty';

/** Using, registering, logging in or browsing is declared to be consent. */
export const flagImpliedConsent: Duty = {
  id: 'flag-implied-consent',
  kind: 'flag',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'CRITERIA', article: '三-4' }],
  whenAbsent: 'violation',
  judge(reading) {
    const clauses = reading.statements('use-is-consent').filter((s) => {
      const hit = reading.hit(s, 'use-is-consent')!;
      if (reading.negated(s, hit) || (s.signals.has('active-consent') && !s.signals.has('use-or-continue')) || (s.signals.has('receives') && s.signals.has('third-party') && !s.language.wholeWords)) return false;
      // Continued use after a change is another clause: flag-unilateral-change.
      return !(s.signals.has('after-change') && s.signals.has('continued-use')) || s.signals.has('use-or-continue');
    });
    if (clauses.length > 0) return answer('present', 0.85, quotesOf(reading, clauses, 'use-is-consent'));
    return answer('none', 0.88);
  },
};
