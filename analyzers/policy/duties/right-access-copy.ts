import type { Duty } from '../duty';
import { judgeRight } from '../right-with-way';

/** Access to one's data or a copy of them, and how. */
export const rightAccessCopy: Duty = {
  id: 'right-access-copy',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '45' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'violation',
  judge: (reading) => judgeRight(reading, 'right-access', { met: 0.92, partial: 0.6, absent: 0.9 }),
};
