import { answer, type Duty } from '../duty';
import { transfersAbroad } from '../abroad';
import type { Sentence } from '../reading';
import { quotesOf } from '../right-with-way';

/** Where transfer abroad is declared: recipient, purpose and kinds of data, or the legal route. */
export const overseasTransferDetail: Duty = {
  id: 'overseas-transfer-detail',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '39' }, { instrument: 'CROSS-BORDER', article: '10' }],
  whenAbsent: 'review',
  judge(reading) {
    const declared = transfersAbroad(reading);
    if (declared.length === 0) return answer('na', 0.93);
    const around = declared.flatMap((s) => [s, ...reading.following(s, 4)]);
    const told = around.filter((s) => s.signals.has('abroad-route') || s.signals.has('abroad-told') || namesRecipient(s));
    if (told.length > 0) return answer('met', 0.75, [...told.slice(0, 2).map((s) => reading.quote(s, reading.hit(s, 'abroad-route') ?? reading.hit(s, 'abroad-told'))), ...quotesOf(reading, declared.slice(0, 1), 'abroad')]);
    return answer('partial', 0.75, quotesOf(reading, declared, 'abroad'));
  },
};

/** "Our providers (Google, …) stand abroad, so your data may be sent there": who gets which data, and for what. */
function namesRecipient(sentence: Sentence): boolean {
  return sentence.signals.has('abroad') && sentence.signals.has('personal-data') && sentence.signals.has('org-named') && !sentence.signals.has('handler-name');
}
