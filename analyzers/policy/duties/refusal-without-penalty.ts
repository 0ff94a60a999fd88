import { answer, clearest, type Duty, quotesOf } from '../duty';

/** Refusing what is not necessary leaves basic functions usable, or items are marked necessary or optional. */
export const refusalWithoutPenalty: Duty = {
  id: 'refusal-without-penalty',
  kind: 'duty',
  category: 'not-necessary',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '16' }],
  whenAbsent: 'review',
  judge(reading) {
    const harmless = reading.statements('unaffected').filter((s) => s.signals.has('refuse') || s.signals.has('switch-off') || s.signals.has('withdraw') || s.signals.has('use'));
    const marked = reading.statements('optional').filter((s) => !(s.signals.has('impaired') && !s.signals.has('unaffected')) && (s.signals.has('personal-data') || s.signals.has('data-concrete') || s.signals.has('account')));
    const best = [...harmless, ...marked];
    if (best.length > 0) return answer('met', 0.85, quotesOf(reading, best, 'unaffected', 'optional'));
    const impaired = reading.statements('impaired').filter((s) => s.signals.has('refuse') || s.signals.has('withdraw') || s.signals.has('switch-off') || s.signals.has('user'));
    if (impaired.length > 0) return answer('partial', 0.7, quotesOf(reading, clearest(impaired, { refuse: 2, condition: 1, user: 1 }).slice(0, 2), 'impaired'));
    return answer('absent', 0.7);
  },
};
