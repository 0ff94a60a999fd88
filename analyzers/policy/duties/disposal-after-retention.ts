import { answer, clearest, deniesCollecting, DOUBTFUL, type Duty, quotesOf } from '../duty';
import type { Reading, Sentence } from '../reading';

const onlyDenied = (reading: Reading, sentence: Sentence): boolean =>
  sentence.hits.filter((hit) => hit.signal === 'delete' || hit.signal === 'anonymise').every((hit) => reading.negated(sentence, hit));

/** Of a child's data found by chance, or of the account itself ("after your account is deleted, we stop serving you"). */
function isOtherDeletion(sentence: Sentence): boolean {
  if ((sentence.signals.has('minor') || sentence.signals.has('child')) && sentence.signals.has('condition') && !sentence.signals.has('store')) return true;
  const accounts = sentence.hits.filter((hit) => hit.signal === 'cancel-account');
  return sentence.hits.filter((hit) => hit.signal === 'delete' || hit.signal === 'anonymise').every((hit) => accounts.some((account) => account.start <= hit.start && hit.end <= account.end));
}

/** Deletes or anonymises at the end of the period, or when the service stops. */
export const disposalAfterRetention: Duty = {
  id: 'disposal-after-retention',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '47' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'violation',
  judge(reading) {
    const disposing = [...reading.statements('delete'), ...reading.statements('anonymise')].filter((s) => !s.signals.has('cookie') && !s.signals.has('no-account'));
    // Deletion after the account is gone counts too; there the section or the sentence before speaks of cancelling.
    const ends = (s: Sentence): boolean =>
      s.signals.has('end-of-retention') || s.signals.has('retention-term') || reading.under(s, 'cancel-account') || reading.preceding(s, 1).some((o) => o.signals.has('cancel-account'));
    const atEnd = disposing.filter((s) => ends(s) && !onlyDenied(reading, s) && !(isOtherDeletion(s) && !(s.language.wholeWords && s.signals.has('time-length'))));
    if (atEnd.length > 0) return answer('met', 0.9, quotesOf(reading, clearest(atEnd, { 'end-of-retention': 2, store: 1, anonymise: 1, exercise: -2, user: -1, respond: -1, condition: -1 }), 'delete', 'anonymise'));
    const cleared = reading.statements('cleared-in-turn');
    if (cleared.length > 0) return answer('met', 0.75, quotesOf(reading, cleared, 'cleared-in-turn'));
    const vague = [...reading.statements('dispose-vague').filter((s) => s.signals.has('store') || s.signals.has('personal-data')), ...reading.statements('cancel-clears')];
    if (vague.length > 0) return answer('partial', 0.6, quotesOf(reading, vague.slice(0, 2), 'dispose-vague', 'cancel-clears'));
    return answer('absent', deniesCollecting(reading).length > 0 ? DOUBTFUL : 0.85);
  },
};
