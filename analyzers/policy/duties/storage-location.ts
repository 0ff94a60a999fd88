import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';

/** Says where data is stored: mainland China, a named place or country. */
export const storageLocation: Duty = {
  id: 'storage-location',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '36' }, { instrument: 'PIPL', article: '40' }, { instrument: 'GB35273', article: '5.5' }],
  whenAbsent: 'review',
  judge(reading) {
    const placed = reading.statements('storage-place');
    const clear = placed.filter((s) => !(s.signals.has('abroad') && !s.signals.has('domestic') && !s.signals.has('abroad-denied')));
    if (clear.length > 0) return answer('met', 0.95, ranked(clear, (s) => 2 * point(s.signals.has('domestic')) + point(s.signals.has('personal-data')) - point(s.signals.has('negation') || s.signals.has('cookie'))).slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'storage-place'))));
    const vague = [...placed, ...reading.statements('storage-place-vague')];
    if (vague.length > 0) return answer('partial', 0.6, vague.slice(0, 2).map((s) => reading.quote(s, reading.hit(s, 'storage-place') ?? reading.hit(s, 'storage-place-vague'))));
    return answer('absent', 0.85);
  },
};
