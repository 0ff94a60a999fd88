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
    const best = [...harmless, ...marked, ...reading.statements('optional-function').filter((s) => !s.signals.has('third-party') && !s.signals.has('cookie'))];
    if (best.length > 0) return answer('met', 0.85, quotesOf(reading, clearest(best, { refuse: 2, optional: 1, unaffected: 1, user: 1, 'personal-data': 1, policy: -2, 'after-change': -2, minor: -1, cookie: -1, 'third-party': -1, notify: -1 }), 'unaffected', 'optional', 'optional-function'));
    const impaired = reading.statements('impaired').filter((s) => !(s.language.wholeWords && (s.signals.has('child') || s.signals.has('minor')))).filter((s) => s.signals.has('refuse') || s.signals.has('withdraw') || s.signals.has('switch-off') || (s.signals.has('user') && (s.signals.has('condition') || !s.language.wholeWords)) || s.signals.has('permission'));
    if (impaired.length > 0) return answer('partial', 0.7, quotesOf(reading, clearest(impaired, { refuse: 2, condition: 1, user: 1 }).slice(0, 2), 'impaired'));
    const off = [...reading.statements('permission-off'), ...reading.statements('withdraw-consent').filter((s) => s.language.wholeWords), ...reading.statements('profiling-off')].filter((s) => s.signals.has('browser-settings') && !s.signals.has('cookie'));
    if (off.length > 0) return answer('partial', 0.4, quotesOf(reading, off, 'permission-off', 'profiling-off'));
    return answer('absent', 0.7);
  },
};
