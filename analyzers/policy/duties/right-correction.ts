import type { Duty } from '../duty';
import { judgeRight } from '../right-with-way';

/** Correcting or completing one's data, and how. */
export const rightCorrection: Duty = {
  id: 'right-correction',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '46' }, { instrument: 'NDSR', article: '21' }, { instrument: 'CRITERIA', article: '六-1' }],
  whenAbsent: 'violation',
  judge: (reading) => judgeRight(reading, 'right-correct', { met: 0.92, partial: 0.6, absent: 0.9 }),
};
