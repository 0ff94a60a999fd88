import { answer, clearest, type Duty, quotesOf } from '../duty';

/** Tells actively of material changes and takes consent again (or cuts no rights without consent). */
export const changeNotice: Duty = {
  id: 'change-notice',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '二-2' }],
  // The duty to tell arises with a change; a policy that is silent on it has broken nothing yet.
  whenAbsent: 'review',
  judge(reading) {
    const near = new Set(reading.statements('policy-change').flatMap((s) => [s, ...reading.following(s, 3)]));
    // A successor's change of what is done is another matter.
    const about = reading.sentences.filter((s) => !s.isHeading && (near.has(s) || reading.under(s, 'policy-change')) && !s.signals.has('successor') && !s.signals.has('merger') && !s.signals.has('sdk'));
    const notices = clearest(about.filter((s) => s.signals.has('active-notice')), { 'after-change': 1, 'policy-change': 1, collect: -1 });
    const consents = [...reading.statements('fewer-rights').filter((s) => s.signals.has('consent')), ...about.filter((s) => s.signals.has('consent-again') && !s.signals.has('use-is-consent') && !(s.signals.has('share') && !s.signals.has('policy-change')))];
    if (notices.length > 0 && consents.length > 0) return answer('met', 0.8, [...quotesOf(reading, notices.slice(0, 2), 'active-notice'), ...quotesOf(reading, consents.slice(0, 1), 'fewer-rights', 'consent-again')]);
    const one = [...notices, ...consents, ...about.filter((s) => s.signals.has('posts-version'))];
    if (one.length > 0) return answer('partial', 0.75, quotesOf(reading, one.slice(0, 2), 'active-notice', 'fewer-rights', 'consent-again', 'posts-version'));
    return answer('absent', 0.75);
  },
};
