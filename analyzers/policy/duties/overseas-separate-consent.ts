import { answer, type Duty } from '../duty';
import { transfersAbroad } from '../abroad';
import { quotesOf } from '../right-with-way';

/** A consent of its own before transfer abroad. */
export const overseasSeparateConsent: Duty = {
  id: 'overseas-separate-consent',
  kind: 'duty',
  category: 'shared-without-consent',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '39' }, { instrument: 'CROSS-BORDER', article: '10' }],
  whenAbsent: 'review',
  judge(reading) {
    const declared = transfersAbroad(reading);
    if (declared.length === 0) return answer('na', 0.93);
    const around = declared.flatMap((s) => [s, ...reading.following(s, 5), ...reading.preceding(s, 3)]);
    const separate = around.filter((s) => s.signals.has('separate-consent') || s.signals.has('asks-separately'));
    if (separate.length > 0) return answer('met', 0.85, quotesOf(reading, separate, 'asks-separately'));
    // A word on sharing for some other end, near by, is no consent to sending abroad.
    const plain = around.filter((s) => s.signals.has('consent') && !s.signals.has('withdraw-consent') && (s.signals.has('abroad') || s.signals.has('share-consent') || !(s.signals.has('share') && s.signals.has('third-party'))));
    // "By using the app you consent to: · the transfer of your information": agreed to in a list.
    plain.push(...reading.all('transfer').filter((s) => s.kind === 'list-item' && reading.preceding(s, 8).some((o) => o.opensList && o.signals.has('consent'))));
    if (plain.length > 0) return answer('partial', 0.8, quotesOf(reading, plain, 'consent'));
    return answer('absent', 0.75);
  },
};
