import type { Reading, Sentence } from './reading';

/**
 * Sentences that say that a sensitive kind of data is collected or asked for. Denials, definitions and what only others
 * see or do are none.
 */
export function collectsSensitive(reading: Reading): readonly Sentence[] {
  // A place that the text calls rough, or guessed from the network address, is not a track.
  const isRough = reading.has('coarse-place');
  // Whoever takes the payment has the card, not the operator.
  const othersPay = reading.has('payment-elsewhere');
  const places = reading.statements('sensitive-place').filter((s) => !isRough || s.signals.has('exact-place'));
  return [...reading.statements('sensitive-kind'), ...places].filter((s) => {
    const hit = reading.hit(s, 'sensitive-kind') ?? reading.hit(s, 'sensitive-place')!;
    // "We will not take your exact place without your explicit consent" takes it with that consent.
    if (s.signals.has('sensitive-denied') || (reading.negated(s, hit) && !s.signals.has('explicit-consent'))) return false;
    if (othersPay && s.signals.has('payment-kind') && !s.signals.has('sensitive-place')) return false;
    // A finger that unlocks the app on the device is a guard, not a collection.
    if (s.signals.has('safety-general') && !s.signals.has('collect')) return false;
    return s.signals.has('collect') || s.signals.has('use') || s.signals.has('store') || s.signals.has('permission') || s.signals.has('sensitive-named') || s.cells !== undefined || isCollectedItem(reading, s);
  });
}

/** Entries of lists under a heading on collecting; one of few letters is a title, which states nothing, unless it names coordinates. */
function isCollectedItem(reading: Reading, sentence: Sentence): boolean {
  return sentence.kind === 'list-item' && (sentence.text.length > 20 || (!sentence.isHeading && sentence.signals.has('exact-place'))) && !sentence.signals.has('negation') && reading.under(sentence, 'collect');
}

/** Whether the duties on sensitive data apply: such kinds are collected, or the text itself calls some of its data sensitive. */
export function hasSensitive(reading: Reading): boolean {
  return collectsSensitive(reading).length > 0 || reading.statements('sensitive-named').length > 0;
}
