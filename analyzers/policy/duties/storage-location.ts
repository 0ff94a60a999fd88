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
    // What lies on the person's own device lies in a known place, unless more of it lies on servers elsewhere.
    const servers = reading.statements('storage-server').filter((s) => !s.signals.has('cookie') && !s.signals.has('negation'));
    // What we may look at on the device is not kept there by us.
    const own = reading.statements('storage-device').filter((s) => !(s.signals.has('access') && s.signals.has('we')));
    if (own.length > 0 && servers.length === 0) return answer('met', 0.9, ranked(own, (s) => point(s.signals.has('personal-data')) - point(s.signals.has('negation'))).slice(0, 3).map((s) => reading.quote(s, reading.hit(s, 'storage-device'))));
    if (own.length > 0) return answer('partial', 0.6, [...servers.slice(0, 2), ...own.slice(0, 1)].map((s) => reading.quote(s, reading.hit(s, 'storage-server') ?? reading.hit(s, 'storage-device'))));
    const vague = [...placed, ...reading.statements('storage-place-vague'), ...servers];
    if (vague.length > 0) return answer('partial', 0.6, vague.slice(0, 2).map((s) => reading.quote(s, reading.hit(s, 'storage-place') ?? reading.hit(s, 'storage-place-vague') ?? reading.hit(s, 'storage-server'))));
    return answer('absent', 0.85);
  },
};
