import { answer, type Duty, quotesOf } from '../duty';

/** The policy may change with no notice, or continued use after a change counts as acceptance. */
export const flagUnilateralChange: Duty = {
  id: 'flag-unilateral-change',
  kind: 'flag',
  category: 'no-consent',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'CRITERIA', article: '二-2' }],
  whenAbsent: 'violation',
  judge(reading) {
    const accepted = reading.statements('use-is-consent', 'continued-use').filter((s) =>
      s.signals.has('after-change') || reading.under(s, 'policy-change') || reading.preceding(s, 2).some((o) => o.signals.has('policy-change')));
    const silent = reading.statements('change-without-notice', 'policy-change').filter((s) => !s.signals.has('active-notice') || reading.negated(s, reading.hit(s, 'active-notice')!));
    // A right to change at any time is one-sided where nothing is said of telling the user.
    const about = reading.statements('policy-change').flatMap((s) => [s, ...reading.following(s, 3)]);
    const anyTime = about.some((s) => s.signals.has('active-notice')) ? [] : reading.statements('change-any-time', 'policy-change');
    const clauses = [...accepted, ...silent, ...anyTime];
    if (clauses.length > 0) return answer('present', 0.9, quotesOf(reading, clauses, 'use-is-consent', 'change-without-notice', 'change-any-time'));
    return answer('none', 0.92);
  },
};
