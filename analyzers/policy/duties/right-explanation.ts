import { answer, type Duty } from '../duty';
import { quotesOf } from '../right-with-way';

/** May ask for an explanation of the rules or of an automated decision. */
export const rightExplanation: Duty = {
  id: 'right-explanation',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '48' }, { instrument: 'PIPL', article: '24' }],
  whenAbsent: 'review',
  judge(reading) {
    const offered = reading.statements('right-explain');
    return offered.length > 0 ? answer('met', 0.9, quotesOf(reading, offered, 'right-explain')) : answer('absent', 0.92);
  },
};
