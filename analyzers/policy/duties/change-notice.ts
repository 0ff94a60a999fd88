import { answer, type Duty, quotesOf } from '../duty';

/** Tells actively of material changes and takes consent again (or cuts no rights without consent). */
export const changeNotice: Duty = {
  id: 'change-notice',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '二-2' }],
  whenAbsent: 'violation',
  judge(reading) {

    const about = reading.sentences.filter((s) => !s.isHeading && (s.signals.has('policy-change') || (s.signals.has('after-change') && reading.under(s, 'policy-change'))));
    const notices = about.filter((s) => s.signals.has('active-notice'));
    const consents = about.filter((s) => s.signals.has('consent-again'));
    if (notices.length > 0 && consents.length > 0) return answer('met', 0.8, [...quotesOf(reading, notices.slice(0, 2), 'active-notice'), ...quotesOf(reading, consents.slice(0, 1), 'consent-again')]);
    const one = [...notices, ...consents, ...about.filter((s) => s.signals.has('posts-version'))];
    if (one.length > 0) return answer('partial', 0.75, quotesOf(reading, one.slice(0, 2), 'active-notice', 'consent-again', 'posts-version'));
    return answer('absent', 0.75);
  },
};
