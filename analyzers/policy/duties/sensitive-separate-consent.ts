import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { collectsSensitive, hasSensitive } from '../sensitive';

/** A consent of its own for sensitive kinds; plain consent is half of it. */
export const sensitiveSeparateConsent: Duty = {
  id: 'sensitive-separate-consent',
  kind: 'duty',
  category: 'no-consent',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '29' }, { instrument: 'NDSR', article: '22' }],
  whenAbsent: 'review',
  judge(reading) {
    if (!hasSensitive(reading)) return answer('na', 0.8);
    const kinds = [...new Set([...collectsSensitive(reading), ...reading.statements('sensitive-term')])];
    // "It is sensitive, and a leak may harm you. We ask for your separate consent.": one paragraph, several sentences.
    const about = [...new Set([...kinds, ...kinds.flatMap((s) => reading.following(s, 3).filter((o) => o.block === s.block && o.signals.has('asks-separately')))])].filter((s) => !isOtherMatter(s));
    // The consent of a guardian, asked for expressly, to data of children: a sensitive kind of their own.
    about.push(...reading.statements('guardian-consent', 'explicit-consent').filter((s) => s.signals.has('child') && s.signals.has('collect') && !s.signals.has('law-allows') && !s.signals.has('share') && !s.signals.has('public-mention')));
    const separate = about.filter((s) => s.signals.has('asks-separately') || (s.signals.has('explicit-consent') && !s.signals.has('other-use')));
    if (separate.length > 0) {
      return answer('met', 0.75, separate.slice(0, 3).map((s) => reading.quote(s, reading.telling(s, 'asks-separately') ?? reading.telling(s, 'explicit-consent'))));
    }
    const plain = [...about, ...reading.statements('permission'), ...reading.statements('collect').filter((s) => !isGiving(s))].filter((s) => s.signals.has('consent') && !s.signals.has('consent-waived') && !s.signals.has('cookie') && !s.signals.has('policy-change') && !s.signals.has('law-allows'));
    const plainest = ranked(plain, (s) => 2 * point(s.signals.has('sensitive-kind') || s.signals.has('sensitive-place') || s.signals.has('sensitive-term')) + point(s.signals.has('collect')) + 2 * point(s.signals.has('permission')) - 4 * point(s.signals.has('named-document')) - 2 * point(s.signals.has('minor') || s.signals.has('guardian') || s.signals.has('use-is-consent') || s.signals.has('negation') || s.cells !== undefined || reading.under(s, 'rights-heading', 'share-heading') || s.signals.has('delete')));
    if (plain.length > 0) return answer('partial', 0.75, [...quotesOf(reading, plainest.slice(0, 2), 'consent'), ...quotesOf(reading, collectsSensitive(reading).slice(0, 1), 'sensitive-kind')]);
    return answer('absent', 0.6);
  },
};

/** Consent to what others are given. */
function isGiving(sentence: Sentence): boolean {
  return sentence.signals.has('share') && sentence.signals.has('third-party');
}

/** Consent to publishing, to sending abroad or to sharing is another matter. */
function isOtherMatter(sentence: Sentence): boolean {
  return sentence.signals.has('public-mention') || sentence.signals.has('abroad') || sentence.signals.has('share') || sentence.signals.has('transfer');
}
