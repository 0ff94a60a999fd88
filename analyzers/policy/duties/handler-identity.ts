import { answer, type Duty, quotesOf } from '../duty';
import { point, ranked } from '../ranking';
import type { Signal } from '../signals';

/** A name in a sentence about these is somebody else's. */
const OTHERS: readonly Signal[] = ['sdk', 'third-party', 'provider', 'entrust'];

/** Full registered name of the legal person (or person) that handles the information. */
export const handlerIdentity: Duty = {
  id: 'handler-identity',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '17' }],
  whenAbsent: 'violation',
  judge(reading) {
    const last = reading.sentences.length - 1;
    const named = reading.all('handler-name').filter((s) => s.kind !== 'table-row' && !s.signals.has('placeholder') && !OTHERS.some((signal) => s.signals.has(signal)));
    // A name is the operator's when the sentence says so, or where it stands: at the head, at the foot, or beside the contacts.
    const own = ranked(named, (s) => -2 * point(s.signals.has('user-gives') || s.signals.has('collect') || s.signals.has('need-told')) + point(s.index < 12)).filter((s) => s.signals.has('handler-role') && !s.signals.has('disclose') && !s.signals.has('share') && !reading.under(s, 'share', 'third-party', 'sdk'));
    const placed = named.filter((s) => s.index < 12 || s.index > last - 12 || reading.under(s, 'contact-word'));
    const self = reading.all('handler-self').filter((s) => s.kind !== 'table-row' && !s.signals.has('sdk') && !reading.under(s, 'share', 'sdk'));
    const best = [...self, ...own, ...placed];
    if (best.length > 0) return answer('met', 0.93, quotesOf(reading, best, 'handler-name'));
    // Brands are named where the text begins, or where it says what it applies to.
    const opening = reading.sentences.filter((s) => s.kind !== 'table-row' && (s.signals.has('we') || s.signals.has('brand') || s.signals.has('handler-role') || (s.index < 3 && s.signals.has('user'))));
    const brand = ranked(opening, (s) => 3 * point(s.signals.has('brand') && s.signals.has('handler-role')) + Math.max(0, 5 - s.index) + point(s.signals.has('brand')) + point(s.signals.has('we')) - 2 * point(s.isHeading) - 4 * point(OTHERS.some((signal) => s.signals.has(signal)) || s.signals.has('share') || s.signals.has('after-change')));
    if (brand.length > 0) return answer('partial', 0.75, quotesOf(reading, brand.slice(0, 2), 'brand', 'we'));
    return answer('absent', 0.7);
  },
};
