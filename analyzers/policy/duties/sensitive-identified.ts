import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { hasSensitive } from '../sensitive';

/** Says which of the collected kinds are sensitive. */
export const sensitiveIdentified: Duty = {
  id: 'sensitive-identified',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '28' }, { instrument: 'PIPL', article: '30' }],
  whenAbsent: 'review',
  judge(reading) {
    const named = reading.statements('sensitive-named');
    const listed = reading.statements('sensitive-term').filter((s) => goesOnWithKinds(reading, s));
    if (named.length > 0) return answer('met', 0.9, quotesOf(reading, named, 'sensitive-named'));
    if (listed.length > 0) return answer('met', 0.8, listed.slice(0, 2).flatMap((s) => [reading.quote(s), ...reading.following(s, 1).map((next) => reading.quote(next))]));
    const marked = reading.all('sensitive-marked').filter((s) => !s.isHeading);
    if (marked.length > 0) return answer('met', 0.75, quotesOf(reading, marked, 'sensitive-marked'));
    const used = reading.all('sensitive-term').filter((s) => !s.isHeading);
    if (!hasSensitive(reading)) return answer('na', 0.8);
    if (used.length > 0) return answer('partial', 0.8, quotesOf(reading, ranked(used, (s) => 2 * point(s.signals.has('definition')) + point(s.signals.has('sensitive-kind')) - point(s.signals.has('consent')) - point(s.signals.has('share'))), 'sensitive-term'));
    return answer('absent', 0.7);
  },
};

/** "… may be sensitive. Including id numbers, face data …": the list stands in the next sentence. */
function goesOnWithKinds(reading: Reading, sentence: Sentence): boolean {
  return reading.following(sentence, 1).some((s) => s.signals.has('goes-on-listing') && s.signals.has('sensitive-kind')) || (sentence.opensList && sentence.signals.has('we') && reading.following(sentence, 2).some((s) => s.kind === 'list-item' && s.signals.has('sensitive-kind')));
}
