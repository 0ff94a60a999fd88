import { answer, type Duty, quotesOf } from '../duty';

/** The list of what the operator itself collects is left open. */
export const flagOpenEndedCollection: Duty = {
  id: 'flag-open-ended-collection',
  kind: 'flag',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '6' }, { instrument: 'CRITERIA', article: '二-1' }],
  whenAbsent: 'violation',
  judge(reading) {
    const clauses = reading.statements('open-ended-data').filter((s) => {
      if (s.signals.has('third-party') || s.signals.has('sdk') || (s.signals.has('share') && !s.signals.has('user-gives')) || s.signals.has('sensitive-term')) return false;
      // Rights to see, correct or delete "other information", and what the user may add by choice, leave no list open.
      if ((s.signals.has('correct') || s.signals.has('right-access') || s.signals.has('delete') || s.signals.has('may-add')) && !s.signals.has('points-elsewhere')) return false;
      // Only said of data that are guarded, or would be asked for with a consent of their own.
      if (s.signals.has('measure-encryption') || (s.signals.has('condition') && s.signals.has('consent-again'))) return false;
      if (s.signals.has('contact-word') && s.signals.has('way-section')) return false;
      if (s.signals.has('open-ended-denied') || s.signals.has('cookie-none')) return false;
      if (s.signals.has('combined-data') || s.signals.has('access-reply') || s.signals.has('policy-change')) return false;
      if (reading.negated(s, reading.hit(s, 'open-ended-data')!)) return false;
      const listed = reading.under(s, 'collect') || reading.preceding(s, 3).some((o) => o.signals.has('collect') && o.signals.has('we'));
      return listed || s.signals.has('collect') || s.signals.has('user-gives') || s.signals.has('data-concrete');
    });
    if (clauses.length > 0) return answer('present', 0.75, quotesOf(reading, clauses, 'open-ended-data'));
    return answer('none', 0.82);
  },
};
