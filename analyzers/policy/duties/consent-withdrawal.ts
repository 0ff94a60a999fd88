import { answer, clearest, type Duty, quotesOf, tellsWay } from '../duty';
import { generalRoutes } from '../routes';

/** Says that consent can be withdrawn or authorisation changed, and how. */
export const consentWithdrawal: Duty = {
  id: 'consent-withdrawal',
  kind: 'duty',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '15' }],
  whenAbsent: 'violation',
  judge(reading) {
    const named = reading.all('withdraw-consent').filter((s) => !s.signals.has('law-quote') && (s.signals.has('user') || s.isHeading || s.text.length < (s.language.wholeWords ? 180 : 60)));
    // What the operator shuts off for a user who broke the rules is no withdrawal.
    const switches = reading.statements('permission-off').filter((s) => (s.signals.has('permission') || s.signals.has('consent') || s.signals.has('collect') || ((s.signals.has('user') || (s.signals.has('way-menu') && !s.signals.has('we'))) && s.signals.has('browser-settings') && !s.signals.has('cookie'))) && !s.signals.has('sanction'));
    const withWay = named.filter((s) => s.signals.has('permission-off') || s.signals.has('cancel-account') || s.signals.has('delete') || tellsWay(reading, s, 3, 2) || (!s.isHeading && !s.signals.has('condition') && reading.under(s, 'rights-heading') && generalRoutes(reading).length > 0));
    const settings = switches.filter((s) => s.signals.has('browser-settings') || s.signals.has('way-menu') || s.signals.has('collect'));
    const best = clearest([...withWay, ...settings], { 'browser-settings': 1, 'withdraw-consent': 2, user: 1, 'way-menu': 2, 'permission-off': 1, 'cancel-account': 1, delete: 1, 'sensitive-term': -2, access: -2, 'data-concrete': -1, impaired: -1, 'earlier-processing': -2, correct: -1, cookie: -1, minor: -1, merger: -2, share: -1 });
    if (best.length > 0) return answer('met', 0.87, quotesOf(reading, best, 'withdraw-consent', 'permission-off'));
    const vague = [...named, ...switches, ...reading.statements('stop-marketing')];
    if (vague.length > 0) return answer('partial', 0.65, quotesOf(reading, vague.slice(0, 2), 'withdraw-consent', 'permission-off', 'stop-marketing'));
    return answer('absent', 0.82);
  },
};
