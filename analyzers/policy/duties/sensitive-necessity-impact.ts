import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { collectsSensitive, hasSensitive } from '../sensitive';

/** Why sensitive data are needed, and what they mean for the person or what happens on refusal. */
export const sensitiveNecessityImpact: Duty = {
  id: 'sensitive-necessity-impact',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '30' }],
  whenAbsent: 'review',
  judge(reading) {
    if (!hasSensitive(reading)) return answer('na', 0.8);
    const about: Sentence[] = [...new Set([...collectsSensitive(reading), ...reading.statements('sensitive-named'), ...reading.statements('sensitive-term')])];
    const purposeTables = new Set(reading.all('purpose').filter((s) => s.isHeader).map((s) => s.table));
    const needs = about.flatMap((s) => [s, ...openersOf(reading, s)]).filter((s) => s.signals.has('need-told') || (s.cells && purposeTables.has(s.table)));
    // "To process payments", in the list of purposes, tells why the card is asked for.
    if (about.some((s) => s.signals.has('payment-kind'))) needs.push(...reading.statements('payment-need'));
    const effects = about.flatMap((s) => [s, ...reading.following(s, 3)]).filter((s) => s.signals.has('refusal-effect'));
    if (needs.length > 0 && effects.length > 0) {
      const clear = (s: Sentence) => 3 * point(s.signals.has('sensitive-named')) + point(s.signals.has('sensitive-term')) + point(s.signals.has('collect')) - 2 * point(s.signals.has('sdk') || s.signals.has('policy')) + point(s.signals.has('need-told') && s.signals.has('refusal-effect')) + point(s.signals.has('sensitive-kind'));
      return answer('met', 0.85, [...quotesOf(reading, ranked(effects, clear).slice(0, 2), 'refusal-effect'), ...quotesOf(reading, ranked(needs, clear).slice(0, 1), 'need-told')]);
    }
    const plain = (s: Sentence) => 2 * point(s.signals.has('need-told')) - 2 * point(s.signals.has('negation') && !s.signals.has('refusal-effect')) + point(s.signals.has('sensitive-kind') || s.signals.has('sensitive-place')) + point(s.signals.has('collect')) + point(s.signals.has('user')) - 2 * point(s.signals.has('sdk') || s.signals.has('third-party') || s.signals.has('share') || s.signals.has('encrypt') || s.signals.has('policy') || s.signals.has('disclose'));
    const some = effects.length > 0 ? [...quotesOf(reading, ranked(effects, plain).slice(0, 2), 'refusal-effect'), ...quotesOf(reading, ranked(collectsSensitive(reading), plain).slice(0, 1), 'sensitive-kind')] : quotesOf(reading, ranked(needs, plain), 'need-told');
    if (some.length > 0) {
      const refused = reading.statements('refusal-effect').filter((s) => s.signals.has('personal-data'));
      return answer('partial', 0.6, [...some.slice(0, 1), ...quotesOf(reading, ranked(collectsSensitive(reading), plain).slice(0, 1), 'sensitive-kind'), ...quotesOf(reading, refused.slice(0, 1), 'refusal-effect'), ...some.slice(1)]);
    }
    // Not beside a sensitive kind, but said of the collected data as a whole.
    const elsewhere = reading.statements('refusal-effect');
    return elsewhere.length > 0 ? answer('partial', 0.5, [...quotesOf(reading, elsewhere.slice(0, 2), 'refusal-effect'), ...quotesOf(reading, collectsSensitive(reading).slice(0, 1), 'sensitive-kind')]) : answer('absent', 0.6);
  },
};

/** "To offer the training we collect: · basic data … · health data …": the line that opens the list tells why for each of its entries. */
function openersOf(reading: Reading, sentence: Sentence): readonly Sentence[] {
  if (sentence.kind !== 'list-item') return [];
  return reading.preceding(sentence, LIST_REACH).filter((s) => s.opensList && s.signals.has('collect'));
}

/** Entries a list may have before the one that names a sensitive kind. */
const LIST_REACH = 8;
