import { answer, type Duty } from '../duty';
import { quotesOf } from '../right-with-way';

/** What close relatives may do with a dead user's data. */
export const rightOfKin: Duty = {
  id: 'right-of-kin',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '49' }],
  whenAbsent: 'review',
  judge(reading) {
    const stated = reading.all('right-kin').filter((s) => !s.signals.has('definition'));
    return stated.length > 0 ? answer('met', 0.95, quotesOf(reading, stated, 'right-kin')) : answer('absent', 0.97);
  },
};
