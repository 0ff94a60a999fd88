import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import type { Signal } from '../signals';

const MEASURES: readonly Signal[] = [
  'measure-encryption', 'measure-access', 'measure-masking', 'measure-training', 'measure-certificate', 'measure-plan', 'measure-audit', 'measure-isolation', 'measure-staff-secrecy',
];

/** Two or more concrete measures that keep data safe. */
export const securityMeasures: Duty = {
  id: 'security-measures',
  kind: 'duty',
  category: 'incidental',
  severity: 'low',
  basis: [{ instrument: 'PIPL', article: '51' }],
  whenAbsent: 'review',
  judge(reading) {
    const found = new Map<Signal, Sentence>();
    for (const measure of MEASURES) {
      const [sentence] = ranked(reading.statements(measure).filter((s) => isProtective(s) || isPlainlyProtective(s) || reading.under(s, 'security', 'safety-heading')), (s) => -digression(reading, s));
      if (sentence) found.set(measure, sentence);
    }
    const proof = [...found].sort(([, a], [, b]) => digression(reading, a) - digression(reading, b)).map(([measure, sentence]) => reading.quote(sentence, reading.hit(sentence, measure)));
    if (found.size >= 2) return answer('met', 0.92, proof);
    const general = ranked([...reading.statements('safety-general'), ...reading.statements('security').filter((s) => s.kind !== 'table-row')].filter(statesMeasure), (s) => point(s.signals.has('security')) + 2 * point(s.signals.has('takes-measures')) + point(reading.under(s, 'security', 'safety-general')));
    const loose = MEASURES.flatMap((measure) => reading.statements(measure).filter((s) => !s.signals.has('storage-device')).slice(0, 1));
    if (found.size === 1 || general.length > 0 || loose.length > 0) return answer('partial', 0.85, [...proof, ...quotesOf(reading, general, 'safety-general'), ...loose.map((s) => reading.quote(s))]);
    return answer('absent', 0.9);
  },
};

/** Warnings, advice and data that are themselves encrypted prove less than what is done. */
function digression(reading: Reading, sentence: Sentence): number {
  return 2 * point(sentence.signals.has('negation') && !sentence.signals.has('takes-measures')) + point(reading.under(sentence, 'collect', 'share-heading') && !reading.under(sentence, 'safety-heading'));
}

/** Says that something is done, however generally: what a policy sets out to explain, what is asked about it and what others do is none. */
function statesMeasure(sentence: Sentence): boolean {
  return sentence.signals.has('takes-measures') || !(sentence.signals.has('policy') || sentence.signals.has('question-offer') || sentence.signals.has('no-liability') || sentence.signals.has('explain') || (sentence.signals.has('entrust-control') && sentence.signals.has('recipient-kind')));
}

/** In alphabetic languages a list of measures has no verb of protecting: "TLS, hashed passwords, audits". */
function isPlainlyProtective(sentence: Sentence): boolean {
  return sentence.language.wholeWords && (sentence.signals.has('measure-encryption') || (sentence.signals.has('measure-access') && !sentence.signals.has('user') && !sentence.signals.has('share'))) && !sentence.signals.has('delete') && !sentence.signals.has('collect');
}

/** The sentence speaks of keeping data safe, not of deletion, sharing or the like. */
function isProtective(sentence: Sentence): boolean {
  if (sentence.signals.has('safety-general') && !sentence.signals.has('delete')) return true;
  // "Passwords are stored encrypted" guards them, whether or not it says so.
  return sentence.signals.has('measure-encryption') && (sentence.signals.has('store') || sentence.signals.has('personal-data'));
}
