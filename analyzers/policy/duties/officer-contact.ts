import { answer, type Duty, quotesOf } from '../duty';

/** Names a person or team in charge of personal information and how to reach them. */
export const officerContact: Duty = {
  id: 'officer-contact',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '52' }],
  whenAbsent: 'review',
  judge(reading) {
    const officers = reading.all('officer').filter((s) => !s.signals.has('law-quote') && !s.signals.has('provider') && !(s.signals.has('complain') && s.signals.has('authority')));
    const reachable = officers.filter((s) => !s.signals.has('officer-weak')).filter((s) =>
      [s, ...reading.following(s, 3), ...reading.preceding(s, 1)].some((o) => o.signals.has('way-email') || o.signals.has('way-phone') || o.signals.has('way-address') || (o.signals.has('way-service') && o.signals.has('contact-word') && o.text.length <= CONTACT_LINE)));
    if (reachable.length > 0) return answer('met', 0.85, quotesOf(reading, reachable, 'officer'));
    if (officers.length > 0) return answer('partial', 0.7, quotesOf(reading, officers, 'officer'));
    return answer('absent', 0.9);
  },
};

/** Folded characters of a line that only tells how to reach the one named above it. */
const CONTACT_LINE = 50;
