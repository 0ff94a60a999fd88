import { answer, clearest, type Duty, quotesOf } from '../duty';

/** How to refuse, clear or manage cookies. */
export const cookiesControl: Duty = {
  id: 'cookies-control',
  kind: 'duty',
  category: 'no-consent',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '15' }, { instrument: 'PIPL', article: '24' }],
  whenAbsent: 'review',
  judge(reading) {
    const mentions = reading.all('cookie').filter((s) => !reading.denies(s));
    if (mentions.length === 0) return answer('na', 0.93);
    const used = reading.statements('cookie').some((s) => !s.signals.has('cookie-none') && !s.signals.has('condition') && (s.signals.has('store') || s.signals.has('purpose')));
    if (reading.has('cookie-none') && !used) return answer('na', 0.7);
    const about = reading.sentences.filter((s) => !s.isHeading && (s.signals.has('cookie') || reading.under(s, 'cookie') || ((s.signals.has('delete') || s.signals.has('manage')) && s.signals.has('browser-settings') && reading.preceding(s, 1).some((o) => o.block === s.block && o.signals.has('cookie')))));
    const managed = about.filter((s) => s.signals.has('manage'));
    const how = managed.filter((s) => (s.signals.has('browser-settings') && !s.signals.has('collect') && !(s.signals.has('exception') && s.signals.has('store')) && (s.signals.has('cookie') || s.signals.has('refuse') || s.signals.has('switch-off') || s.signals.has('delete') || s.signals.has('way-menu'))) || (s.signals.has('cookie') && (s.signals.has('way-menu') || s.signals.has('way-step') || (s.signals.has('user') && !s.signals.has('exception') && !s.language.wholeWords))));
    const best = clearest(how, { 'browser-settings': 2, user: 1, refuse: 1, 'switch-off': 1, delete: 1, 'way-menu': 1, store: -1 });
    const elsewhere = mentions.filter((s) => s.signals.has('cookie-document'));
    best.push(...elsewhere);
    if (best.length > 0) return answer('met', 0.9, quotesOf(reading, best, 'manage', 'cookie-document'));
    if (managed.length > 0) return answer('partial', 0.6, quotesOf(reading, managed.slice(0, 2), 'manage'));
    return answer('absent', 0.75);
  },
};
