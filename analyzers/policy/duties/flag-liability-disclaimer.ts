import { answer, type Duty, quotesOf } from '../duty';

/** Disclaims liability for leaks, loss or the acts of third parties in general terms. */
export const flagLiabilityDisclaimer: Duty = {
  id: 'flag-liability-disclaimer',
  kind: 'flag',
  category: 'incidental',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '69' }, { instrument: 'CONSUMER', article: '26' }],
  whenAbsent: 'violation',
  judge(reading) {
    const clauses = reading.statements('no-liability').filter((s) => !s.signals.has('own-fault') && !(s.signals.has('no-warranty') && !s.signals.has('incident')));
    if (clauses.length > 0) return answer('present', 0.75, quotesOf(reading, clauses, 'no-liability'));
    return answer('none', 0.9);
  },
};
