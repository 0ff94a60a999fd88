import { answer, type Duty } from '../duty';
import { quotesOf } from '../right-with-way';

/** Tells the persons concerned after an incident. */
export const breachNotice: Duty = {
  id: 'breach-notice',
  kind: 'duty',
  category: 'incidental',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '57' }, { instrument: 'CSL', article: '44' }],
  whenAbsent: 'review',
  judge(reading) {
    const cases = reading.all('breach-case');
    const told = cases.flatMap((s) => [s, ...reading.following(s, s.isHeading ? 4 : 2)]).filter((s) => !s.isHeading && s.signals.has('breach-told'));
    const unique = [...new Set(told)];
    if (unique.length > 0) return answer('met', 0.92, quotesOf(reading, unique, 'breach-told'));
    const handled = cases.filter((s) => !s.isHeading && s.signals.has('breach-handled') && !s.signals.has('collect'));
    const plans = [...handled, ...reading.statements('measure-plan')];
    if (plans.length > 0) return answer('partial', 0.75, plans.slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'breach-handled') ?? reading.hit(s, 'measure-plan'))));
    return answer('absent', 0.93);
  },
};
