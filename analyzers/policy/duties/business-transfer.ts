import { answer, type Duty } from '../duty';
import type { Sentence } from '../reading';
import { quotesOf } from '../right-with-way';

/** On merger, division or bankruptcy: the successor is named to the user, or bound to the policy or to new consent. */
export const businessTransfer: Duty = {
  id: 'business-transfer',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '22' }],
  whenAbsent: 'review',
  judge(reading) {
    const cases = [...reading.all('merger'), ...reading.all('successor')].filter((s) => !s.isHeading && !s.signals.has('definition'));
    for (const sentence of cases) {
      const bound = [sentence, ...reading.following(sentence, 3)].find((s) => s.signals.has('merger-safeguard') && (s === sentence || !s.signals.has('affiliate')));
      if (bound) return answer('met', 0.92, [...quotesOf(reading, [bound], 'merger-safeguard'), ...quotesOf(reading, [sentence], caseSignal(sentence))]);
    }
    if (cases.length > 0) return answer('partial', 0.8, cases.slice(0, 3).map((s) => reading.quote(s, reading.hit(s, caseSignal(s)))));
    return answer('absent', 0.93);
  },
};

function caseSignal(sentence: Sentence): 'merger' | 'successor' {
  return sentence.signals.has('merger') ? 'merger' : 'successor';
}
