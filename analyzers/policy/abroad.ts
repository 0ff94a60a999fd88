import type { Reading, Sentence } from './reading';

/**
 * Sentences that declare that data go, or may go, abroad. A denial is none, nor is a promise for a case that is not there
 * yet ("should this become necessary, we will ask").
 */
export function transfersAbroad(reading: Reading): readonly Sentence[] {
  return reading.all('abroad-declared').filter((s) => {
    if (s.signals.has('abroad-denied') || s.signals.has('definition') || s.isHeading) return false;
    if (!s.signals.has('abroad-may') && reading.preceding(s, 3).some((before) => before.block === s.block && isNotYet(before))) return false;
    return !isNotYet(s);
  });
}

function isNotYet(sentence: Sentence): boolean {
  return sentence.signals.has('abroad-hypothetical') && !sentence.signals.has('abroad-business');
}
