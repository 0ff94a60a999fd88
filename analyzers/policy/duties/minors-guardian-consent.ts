import { answer, type Duty } from '../duty';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';

/** Children's data only with a guardian's consent; minors in general, or mere guidance, are half of it. */
export const minorsGuardianConsent: Duty = {
  id: 'minors-guardian-consent',
  kind: 'duty',
  category: 'no-consent',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '31' }, { instrument: 'CHILDREN', article: '9' }],
  whenAbsent: 'review',
  judge(reading) {
    const consents = reading.all('guardian-consent').filter((s) => !s.isHeading);
    const ofChildren = consents.filter((s) => s.signals.has('child') || childrenAround(reading, s));
    if (ofChildren.length > 0) return answer('met', 0.85, quotesOf(reading, ofChildren, 'guardian-consent'));
    const guided = reading.all('minor-guidance').filter((s) => !s.isHeading);
    const some = [...consents, ...guided];
    const barred = reading.statements('minor-barred');
    if (some.length > 0) return answer('partial', 0.85, [...barred.slice(0, consents.length > 0 ? 0 : 1), ...some].slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'guardian-consent') ?? reading.hit(s, 'minor-guidance') ?? reading.hit(s, 'minor-barred'))));
    // "We do not knowingly collect from children": a limit, though no word on consent.
    const limited = reading.statements('minor-barred').filter((s) => !s.signals.has('child') || s.signals.has('denies-collecting'));
    if (limited.length > 0) return answer('partial', 0.6, quotesOf(reading, limited, 'minor-barred'));
    return answer('absent', 0.85);
  },
};

/** The sentences beside it speak of children rather than of all minors. */
function childrenAround(reading: Reading, sentence: Sentence): boolean {
  return [...reading.preceding(sentence, 2), ...reading.following(sentence, 2)].some((s) => s.signals.has('child') && !s.isHeading);
}
