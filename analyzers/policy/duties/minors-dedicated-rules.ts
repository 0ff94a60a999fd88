import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import type { Signal } from '../signals';

/** What a sentence below a heading on minors must speak of, where it does not name them itself: "This shop is for grown-ups" rules nothing. */
const MATTERS: readonly Signal[] = ['guardian', 'collect', 'delete', 'personal-data', 'consent', 'share'];

/** Rules of their own for minors' data: more than one sentence, or a document of its own. */
export const minorsDedicatedRules: Duty = {
  id: 'minors-dedicated-rules',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '31' }, { instrument: 'CHILDREN', article: '8' }],
  whenAbsent: 'review',
  judge(reading) {
    const documents = reading.all('minor-document').filter((s) => !s.isHeading);
    if (documents.length > 0) return answer('met', 0.9, quotesOf(reading, documents, 'minor-document'));
    const isOfMinors = (s: Sentence) => !s.isHeading && !s.signals.has('definition') && (s.signals.has('minor') || s.signals.has('child') || s.signals.has('guardian-consent') || s.signals.has('minor-guidance') || (reading.under(s, 'minor-heading') && MATTERS.some((signal) => s.signals.has(signal))));
    // Parts of one sentence that end in a semicolon count once.
    // "If you are a parent …" right after a sentence on children goes on with it.
    const goesOn = (s: Sentence) => s.signals.has('guardian') && s.index > 0 && isOfMinors(reading.sentences[s.index - 1]!);
    const parts = reading.sentences.filter((s) => (isOfMinors(s) || goesOn(s)) && s.text.length > 10);
    const rules = parts.filter((s) => !/[;；]$/.test(s.text));
    if (rules.length >= 2) {
      const plainest = ranked(rules, (s) => 2 * point(reading.under(s, 'minor-heading')) + point(s.signals.has('personal-data')) + point(s.signals.has('collect') || s.signals.has('delete')) + point(s.signals.has('we')) + 2 * point(s.opensList) - point(s.signals.has('law-name')) - 2 * point(s.signals.has('sensitive-term')) + point(s.signals.has('minor') || s.signals.has('child')));
      return answer('met', 0.9, plainest.slice(0, 3).map((s) => reading.quote(s)));
    }
    if (parts.length > 0) return answer('partial', 0.7, parts.map((s) => reading.quote(s)));
    return answer('absent', 0.95);
  },
};
