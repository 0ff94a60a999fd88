/** The common form of the duties on one right: named with a way to use it, only named, or not named. */
import { answer, type DutyAnswer } from './duty';
import type { Reading, Sentence } from './reading';
import { generalRoutes, givesWay, wayNear } from './routes';
import type { Signal } from './signals';

/** Expected share of right answers per label. */
export interface LabelConfidence {
  met: number;
  partial: number;
  absent: number;
}

/**
 * @param signal the sentence names the right
 * @param reach how many sentences after the one that names the right may give the way
 */
export function judgeRight(reading: Reading, signal: Signal, confidence: LabelConfidence, reach = 4): DutyAnswer {
  const named = reading.all(signal).filter((s) => !s.signals.has('definition') && !s.signals.has('law-quote'));
  if (named.length === 0) return answer('absent', confidence.absent);
  // The plainest sentence first: one that gives the way itself, then one followed by a way, then any.
  const direct = named.filter((s) => !s.isHeading && givesWay(s));
  if (direct.length > 0) return answer('met', confidence.met, quotesOf(reading, direct, signal));
  for (const sentence of named) {
    const way = wayNear(reading, sentence, reach);
    if (way) return answer('met', confidence.met, quotesOf(reading, [sentence, way], signal));
  }
  const routes = generalRoutes(reading);
  if (routes.length > 0) return answer('met', confidence.met, [...quotesOf(reading, named.slice(0, 2), signal), ...quotesOf(reading, routes.slice(0, 1), 'exercise')]);
  return answer('partial', confidence.partial, quotesOf(reading, named, signal));
}

/** Quotes around the signal in each sentence. */
export function quotesOf(reading: Reading, sentences: readonly Sentence[], signal: Signal): ReturnType<Reading['quote']>[] {
  return sentences.slice(0, 3).map((s) => reading.quote(s, reading.hit(s, signal)));
}
