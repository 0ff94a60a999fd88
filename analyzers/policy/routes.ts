/** How a person reaches a right: a menu path, a page, an address, a service, or the contact section. */
import type { Reading, Sentence } from './reading';
import type { Signal } from './signals';

const WAYS: readonly Signal[] = ['way-menu', 'way-email', 'way-phone', 'way-address', 'way-service', 'way-form', 'way-section', 'way-step'];

/** Whether the sentence itself gives a way to act. */
export function givesWay(sentence: Sentence): boolean {
  return WAYS.some((way) => sentence.signals.has(way));
}

/**
 * The sentence that gives the way to what `sentence` speaks of: itself, or one of the `reach` sentences after it in its
 * section. A list that it opens ("in these ways:") is read to its end.
 */
export function wayNear(reading: Reading, sentence: Sentence, reach: number): Sentence | undefined {
  if (givesWay(sentence)) return sentence;
  if (sentence.opensList) {
    // Numbered steps may have been taken for headings, so sections are no bound here.
    const steps = reading.sentences.slice(sentence.index + 1, sentence.index + 6);
    const step = steps.find(givesWay);
    if (step) return step;
  }
  const after = reading.following(sentence, sentence.opensList || sentence.isHeading ? Math.max(reach, 12) : reach).find(givesWay);
  return after ?? wayInParagraph(reading, sentence);
}

/** Sentences that a paragraph is searched for, each way. */
const PARAGRAPH = 12;

/** "(1) access; (2) correct; … All by writing to us": one paragraph lists the rights and tells the way once, before or after them. */
function wayInParagraph(reading: Reading, sentence: Sentence): Sentence | undefined {
  const isHere = (other: Sentence) => other.block === sentence.block && givesWay(other);
  return reading.following(sentence, PARAGRAPH).find(isHere) ?? [...reading.preceding(sentence, PARAGRAPH)].reverse().find((other) => isHere(other) && other.signals.has('user'));
}

/** The sentences that tell, once for all rights, how requests are handed in. */
export function generalRoutes(reading: Reading): readonly Sentence[] {
  // "To exercise these rights please contact us" leads to the contact that the text gives.
  const contact = hasContact(reading);
  const stated = reading.statements('exercise').filter((s) => givesWay(s) || (contact && s.signals.has('contact-offer') && s.signals.has('contact-word')));
  if (stated.length > 0) return stated;
  const opened = reading.all('exercise').filter((s) => s.opensList || s.isHeading || (s.language.wholeWords && s.signals.has('contact-offer'))).map((s) => wayNear(reading, s, 3));
  if (opened.some((s) => s !== undefined)) return opened.filter((s): s is Sentence => s !== undefined && !s.isHeading);
  // "To exercise a right, refer to this contact", right below the contact.
  return reading.statements('exercise').filter((s) => s.language.wholeWords && s.signals.has('contact-offer')).flatMap((s) => reading.preceding(s, 2).filter(givesWay));
}

/** Whether the text gives any contact that can be used. */
export function hasContact(reading: Reading): boolean {
  return (['way-email', 'way-phone', 'way-address', 'way-service', 'way-form'] as const).some((way) => reading.has(way));
}
