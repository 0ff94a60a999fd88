import type { Duty } from '../duty';
import { judgeRight } from '../right-with-way';

/** Deleting one's data, and how. */
export const rightDeletion: Duty = {
  id: 'right-deletion',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '47' }, { instrument: 'NDSR', article: '21' }, { instrument: 'CRITERIA', article: '六-1' }],
  whenAbsent: 'violation',
  judge: (reading) => judgeRight(reading, 'right-delete', { met: 0.9, partial: 0.6, absent: 0.9 }),
};
