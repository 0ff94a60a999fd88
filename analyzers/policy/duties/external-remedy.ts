import { answer, type Duty } from '../duty';
import { quotesOf } from '../right-with-way';

/** Complaining to an authority, or going to court. */
export const externalRemedy: Duty = {
  id: 'external-remedy',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '50' }, { instrument: 'PIPL', article: '65' }],
  whenAbsent: 'review',
  judge(reading) {
    const stated = reading.all('external-remedy').filter((s) => !s.signals.has('definition'));
    return stated.length > 0 ? answer('met', 0.9, quotesOf(reading, stated, 'external-remedy')) : answer('absent', 0.92);
  },
};
