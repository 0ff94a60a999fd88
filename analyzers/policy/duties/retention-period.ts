import { answer, deniesCollecting, DOUBTFUL, type Duty, quotesOf } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';

/** Rows with a length of time in tables whose header speaks of keeping. */
function periodRows(reading: Reading): Sentence[] {
  const tables = new Set(reading.all('store').filter((s) => s.isHeader).map((s) => s.table));
  return reading.all('time-length').filter((s) => s.kind === 'table-row' && !s.isHeader && tables.has(s.table));
}

/** Under a heading on keeping: "Orders three years, logs six months." */
function periodsBelow(reading: Reading): readonly Sentence[] {
  return reading.statements('time-length', 'kept-thing').filter((s) => reading.under(s, 'store') && !s.signals.has('respond') && !s.signals.has('notify'));
}

/** "We keep: · accounts: as long as they are in use · deleted accounts: 90 days": the verb stands once, over the list. */
function periodsListed(reading: Reading): readonly Sentence[] {
  const openers = reading.statements('store').filter((s) => s.opensList && s.signals.has('personal-data') && reading.under(s, 'store'));
  return openers.flatMap((s) => reading.following(s, 6).filter((o) => !o.isHeading && !o.opensList && (o.signals.has('time-length') || o.signals.has('while-active'))));
}

/** A concrete period, or a concrete event that ends keeping. */
export const retentionPeriod: Duty = {
  id: 'retention-period',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'PIPL', article: '19' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'violation',
  judge(reading) {
    // The days in which a request is answered are no period of keeping.
    const kept = reading.statements('retention-term').filter((s) => !(s.signals.has('reply-short') || s.signals.has('reply-long')) || s.signals.has('store') || (s.language.wholeWords && s.signals.has('delete')));
    const isPreamble = (s: Sentence): boolean => s.signals.has('policy') && !s.signals.has('time-length') && !s.signals.has('store');
    const terms = ranked([...(kept.every(isPreamble) ? kept : kept.filter((s) => !isPreamble(s))), ...periodRows(reading), ...periodsBelow(reading), ...periodsListed(reading)], (s) => 2 * point(s.signals.has('time-length')) + point(s.signals.has('store')) - point(s.signals.has('delete')));
    // "We answer within a reasonable time" keeps nothing.
    const vague = reading.statements('retention-vague').filter((s) => !(s.signals.has('respond') && !s.signals.has('store')));
    // The period, and beside it the general clause that it stands under.
    if (terms.length > 0) return answer('met', 0.9, [...terms.slice(0, 2).map((s) => reading.quote(s, reading.hit(s, 'retention-term') ?? reading.hit(s, 'time-length') ?? reading.hit(s, 'while-active'))), ...[...vague.slice(0, 1), ...terms.slice(2)].map((s) => reading.quote(s, reading.hit(s, 'retention-vague') ?? reading.hit(s, 'time-length')))]);
    // No period, but the account can be cancelled and its data cleared.
    const cleared = reading.statements('cancel-clears').filter((s) => s.signals.has('personal-data'));
    if (vague.length === 0 && cleared.length > 0) return answer('partial', 0.5, quotesOf(reading, cleared.slice(0, 1), 'cancel-clears'));
    // What lies on one's own device stays until one deletes it there.
    const own = reading.statements('storage-device');
    const deletable = reading.statements('right-delete').filter((s) => !s.signals.has('contact-word'));
    if (vague.length === 0 && own.length > 0 && deletable.length > 0) return answer('partial', 0.5, [...own.slice(0, 1).map((s) => reading.quote(s, reading.hit(s, 'storage-device'))), ...quotesOf(reading, deletable.slice(0, 1), 'right-delete')]);
    if (vague.length > 0) return answer('partial', 0.8, vague.slice(0, 2).map((s) => reading.quote(s, reading.hit(s, 'retention-vague'))));
    return answer('absent', deniesCollecting(reading).length > 0 ? DOUBTFUL : 0.85);
  },
};
