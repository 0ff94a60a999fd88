/** What the policy says on sending data out of mainland China. */
import type { AbroadFact } from '../../report';
import { transfersAbroad } from '../abroad';
import type { Reading } from '../reading';
import { stated } from './statement';

const MOST = 4;

/** Statements on transfer abroad, in order of the text. Silence gives an empty list. */
export function readAbroad(reading: Reading): AbroadFact[] {
  const transfers = new Set(transfersAbroad(reading));
  const found: AbroadFact[] = [];
  for (const sentence of reading.all('abroad')) {
    if (found.length >= MOST) break;
    if (sentence.isHeading || sentence.signals.has('definition') || sentence.signals.has('law-quote')) continue;
    const says = transfers.has(sentence) ? 'transfers' : sentence.signals.has('abroad-denied') ? 'none' : sentence.signals.has('abroad-hypothetical') ? 'only-on-notice' : undefined;
    if (says && !found.some((other) => other.says === says)) found.push({ ...stated(reading, sentence, reading.hit(sentence, 'abroad')), says });
  }
  return found;
}
