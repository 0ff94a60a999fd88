/** The common form of the duties on one right: named with a way to use it, only named, or not named. */
import { answer, type DutyAnswer } from './duty';
import { point, ranked } from './ranking';
import type { Reading, Sentence } from './reading';
import { generalRoutes, givesWay, hasContact, wayNear } from './routes';
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
  const named = reading.all(signal).filter((s) => !s.signals.has('definition') && !s.signals.has('law-quote') && !isOfCookies(s) && !(s.signals.has('no-right') && !givesWay(s)) && !deniesFirst(reading, s, signal) && !(s.signals.has('policy-change') && !s.signals.has('exercise')));
  if (named.length === 0) return answer('absent', confidence.absent);
  const plainest = ranked(named, (s) => weight(reading, s, signal));
  if (plainest.some((s) => !s.isHeading && givesWay(s))) return answer('met', confidence.met, quotesOf(reading, plainest, signal));
  for (const sentence of plainest) {
    const way = wayNear(reading, sentence, reach);
    if (way) return answer('met', confidence.met, [...quotesOf(reading, plainest.slice(0, 2), signal), reading.quote(way)]);
  }
  // "… by contacting us" is a way where the text gives a contact.
  const byContact = plainest.filter((s) => s.signals.has('contact-word'));
  if (byContact.length > 0 && hasContact(reading)) return answer('met', confidence.met, quotesOf(reading, byContact, signal));
  const routes = generalRoutes(reading);
  if (routes.length > 0) {
    return answer('met', confidence.met, [...quotesOf(reading, plainest.slice(0, 2), signal), ...quotesOf(reading, routes.slice(0, 1), 'exercise')]);
  }
  return answer('partial', confidence.partial, quotesOf(reading, plainest, signal));
}

/** "We will not access or collect …" gives no access; "an export holds your records and is not uploaded" gives one. */
function deniesFirst(reading: Reading, sentence: Sentence, signal: Signal): boolean {
  const denial = reading.hit(sentence, 'denies-collecting');
  return denial !== undefined && denial.start < reading.hit(sentence, signal)!.end;
}

/** "Delete all cookies (or what the browser keeps) in its menu" deals with the browser, not with a right against the operator. */
function isOfCookies(sentence: Sentence): boolean {
  return sentence.signals.has('browser-setting') && sentence.signals.has('browser-settings') && !sentence.signals.has('account') && !sentence.signals.has('end-of-retention') && (sentence.signals.has('cookie') || !(sentence.signals.has('exercise') || (sentence.language.wholeWords && sentence.signals.has('personal-data'))));
}

/** Quotes around the signal in each sentence. */
export function quotesOf(reading: Reading, sentences: readonly Sentence[], signal: Signal): ReturnType<Reading['quote']>[] {
  return [...new Set(sentences)].slice(0, 3).map((s) => reading.quote(s, reading.telling(s, signal)));
}

const RIGHTS: readonly Signal[] = ['right-access', 'right-correct', 'right-delete', 'right-port'];

/** Best proof: under a heading on the right, with a way in it, not said of what is collected or of permissions. */
function weight(reading: Reading, sentence: Sentence, signal: Signal): number {
  return (
    2 * point(reading.under(sentence, signal)) +
    point(reading.under(sentence, 'rights-heading')) +
    point(sentence.signals.has('exercise') || RIGHTS.filter((right) => sentence.signals.has(right)).length > 2) +
    2 * point(!sentence.isHeading && givesWay(sentence)) -
    2 * point(sentence.isHeading) +
    point(sentence.signals.has('way-menu')) -
    2 * point(sentence.signals.has('collect')) -
    2 * point(sentence.signals.has('permission')) -
    2 * point(sentence.signals.has('guardian') || sentence.signals.has('kin') || sentence.signals.has('minor')) -
    point(sentence.signals.has('negation')) -
    point(sentence.signals.has('retention-term'))
  );
}
