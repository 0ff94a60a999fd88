import type { Reading, Sentence } from '../reading';
import { answer, clearest, type Duty, quotesOf } from '../duty';

/** Says that cookies or like technology are used and for what. */
export const cookiesDisclosed: Duty = {
  id: 'cookies-disclosed',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '17' }],
  whenAbsent: 'review',
  judge(reading) {
    const denied = reading.all('cookie').filter((s) => reading.denies(s));
    const none = [...reading.statements('cookie-none'), ...denied];
    const mentions = reading.all('cookie').filter((s) => !s.signals.has('cookie-none') && !denied.includes(s));
    const used = mentions.filter((s) => !s.isHeading && (s.signals.has('purpose') || s.signals.has('cookie-purpose') || s.signals.has('store') || s.signals.has('named-document') || purposeBefore(reading, s)));
    // Under "cookies and local storage": what the like technology is for.
    used.push(...reading.statements('purpose').filter((s) => reading.under(s, 'cookie') && s.signals.has('store') && !s.signals.has('cookie') && !s.signals.has('negation')));
    if (none.length > 0 && !used.some((s) => s.signals.has('we') && s.signals.has('purpose') && !s.signals.has('condition'))) return answer('na', 0.7);
    if (used.length > 0) return answer('met', 0.93, quotesOf(reading, clearest(used, { purpose: 2, 'cookie-purpose': 2, we: 2, use: 1, manage: -2, 'browser-settings': -1, negation: -2, definition: -2 }), 'cookie'));
    if (mentions.length > 0) return answer('partial', 0.6, quotesOf(reading, mentions.slice(0, 1), 'cookie'));
    return answer('absent', 0.9);
  },
};

/** "To remember your log-in, … We use cookies to collect …": the purpose stands in the sentence before, in one paragraph. */
function purposeBefore(reading: Reading, sentence: Sentence): boolean {
  return sentence.signals.has('we') && reading.preceding(sentence, 1).some((s) => s.block === sentence.block && s.signals.has('purpose'));
}
