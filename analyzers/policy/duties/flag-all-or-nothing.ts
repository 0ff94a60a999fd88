import { answer, type Duty, quotesOf } from '../duty';

/** Whoever does not agree to the policy must stop using, or cannot use, the service at all. */
export const flagAllOrNothing: Duty = {
  id: 'flag-all-or-nothing',
  kind: 'flag',
  category: 'not-necessary',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '16' }, { instrument: 'CRITERIA', article: '三-9' }],
  whenAbsent: 'violation',
  judge(reading) {
    // A guardian who disagrees speaks for a child; where something stays usable it is not all or nothing.
    const clauses = reading.statements('disagree-stop', 'disagree-whole').filter((s) => !s.signals.has('guardian-refuses') && !s.signals.has('partly-usable') && !(s.signals.has('guardian-consent') && !s.signals.has('refuse')) && !s.signals.has('unaffected') && !(s.signals.has('after-change') && s.signals.has('may-stop')));
    if (clauses.length > 0) return answer('present', 0.88, quotesOf(reading, clauses, 'disagree-stop'));
    return answer('none', 0.92);
  },
};
