/** Personalised content and advertising: whether it is declared, and how to switch it off. */
import type { PersonalisationFact } from '../../report';
import type { Reading, Sentence } from '../reading';
import { givesWay, wayNear } from '../routes';
import { stated } from './statement';

/** Undefined where the policy does not speak of it. */
export function readPersonalisation(reading: Reading): PersonalisationFact | undefined {
  const profiling = reading.statements('profiling');
  const declared = profiling.filter((s) => !s.signals.has('profiling-denied') && (s.signals.has('profiling-off') || !reading.negated(s, reading.hit(s, 'profiling')!)));
  const sentence = declared.find((s) => s.signals.has('personalise')) ?? declared[0];
  if (sentence) {
    const off = wayOff(reading);
    return { ...stated(reading, sentence, reading.hit(sentence, 'profiling')), says: 'used', ...(off ? { off: stated(reading, off, reading.hit(off, 'profiling-off')) } : {}) };
  }
  const denied = reading.statements('profiling-denied')[0];
  return denied ? { ...stated(reading, denied, reading.hit(denied, 'profiling-denied')), says: 'none' } : undefined;
}

/** The sentence that says how to refuse; one with a way of its own first. Settings of the browser switch off nothing of the operator's. */
function wayOff(reading: Reading): Sentence | undefined {
  const off = reading.statements('profiling-off').filter((s) => !s.signals.has('browser-setting') && (s.signals.has('personalise') || s.signals.has('advertising') || s.signals.has('notify')));
  return off.find((s) => givesWay(s) || s.signals.has('off-way')) ?? off.find((s) => wayNear(reading, s, 1) !== undefined);
}
