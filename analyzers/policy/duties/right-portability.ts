import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import { quotesOf } from '../right-with-way';

/** Moving one's data to another handler, or getting a copy to move. */
export const rightPortability: Duty = {
  id: 'right-portability',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '45' }, { instrument: 'NDSR', article: '25' }],
  whenAbsent: 'review',
  judge(reading) {
    const offered = reading.all('right-port').filter((s) => !s.signals.has('definition') && !s.signals.has('merger'));
    return offered.length > 0 ? answer('met', 0.88, quotesOf(reading, ranked(offered, (s) => point(!s.isHeading) + point(s.signals.has('port') || s.signals.has('condition')) - 2 * point(s.signals.has('correct') && s.signals.has('delete'))), 'right-port')) : answer('absent', 0.92);
  },
};
