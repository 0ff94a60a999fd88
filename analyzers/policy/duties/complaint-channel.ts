import { answer, type Duty } from '../duty';
import { point, ranked } from '../ranking';
import { quotesOf } from '../right-with-way';
import { givesWay, wayNear } from '../routes';
import type { Reading, Sentence } from '../reading';

/** A contact said to be for complaints or reports; a general contact is half of it. */
export const complaintChannel: Duty = {
  id: 'complaint-channel',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'medium',
  basis: [{ instrument: 'NDSR', article: '20' }, { instrument: 'CSL', article: '51' }, { instrument: 'CRITERIA', article: '六-5' }],
  whenAbsent: 'violation',
  judge(reading) {
    // What is collected when somebody complains proves less than where to complain.
    const complaints = [...reading.all('complaint-offer')].filter(isToOperator).sort((a, b) => digression(a) - digression(b));
    const direct = complaints.filter((s) => !s.isHeading && givesWay(s));
    if (direct.length > 0) return answer('met', 0.93, quotesOf(reading, direct, 'complaint-offer'));
    const contact = contacts(reading);
    const reached = complaints.filter((s) => ((s.opensList || s.isHeading || s.text.endsWith('?')) && wayNear(reading, s, 3) !== undefined) || (contact.length > 0 && s.signals.has('complaint-contact')));
    if (reached.length > 0) return answer('met', 0.85, quotesOf(reading, reached, 'complaint-offer'));
    // Where questions about the policy are asked for, rather than what concerns one right or children.
    const general = [...ranked([...complaints.filter((s) => s.signals.has('question-offer') || givesWay(s)), ...contact], (s) => 2 * point(s.signals.has('question-offer')) + point(s.signals.has('policy')) + point(s.signals.has('contact-offer')) + point(givesContact(s)) - 2 * point(s.signals.has('minor') || s.signals.has('child')) - 2 * point(s.signals.has('delete') || s.signals.has('correct') || s.signals.has('access') || s.signals.has('collect')))];
    if (general.length > 0) return answer('partial', 0.85, general.slice(0, 3).map((s) => reading.quote(s, s.hits[0])));
    // "If you have questions, contact us": a contact there is, though the text does not show it.
    const offers = reading.statements('question-offer', 'contact-offer').filter((s) => s.signals.has('contact-word') || s.signals.has('policy'));
    if (offers.length > 0) return answer('partial', 0.6, quotesOf(reading, offers, 'question-offer'));
    return answer('absent', 0.9);
  },
};

/** A complaint to an authority or a court is a remedy outside, not a channel of the operator; so is a change of channels. */
function isToOperator(sentence: Sentence): boolean {
  if (sentence.signals.has('after-change')) return false;
  // "When you complain, we collect …" offers nothing.
  if (sentence.signals.has('collect') && !givesWay(sentence) && !sentence.opensList) return false;
  return !sentence.signals.has('external-remedy') || sentence.signals.has('way-service') || sentence.signals.has('way-email');
}

function givesContact(sentence: Sentence): boolean {
  return (['way-email', 'way-phone', 'way-address', 'way-service', 'way-form'] as const).some((way) => sentence.signals.has(way));
}

function contacts(reading: Reading): readonly Sentence[] {
  const asked = reading.statements('question-offer').filter((s) => givesContact(s) || s.signals.has('contact-anyhow') || reading.following(s, s.opensList ? 8 : 1).some((other) => other.signals.has('way-email') || other.signals.has('way-phone')));
  const bare = reading.sentences.filter((s) => !s.isHeading && (s.signals.has('way-email') || s.signals.has('way-phone')));
  return [...asked, ...bare];
}

/** What is collected from those who complain, or an appeal against one automated decision, stands further from the channel itself. */
function digression(sentence: Sentence): number {
  return 2 * point(sentence.signals.has('cancel-account') || sentence.signals.has('cancel-mention')) - point(sentence.signals.has('question-offer')) + 2 * point(sentence.signals.has('collect') || sentence.signals.has('user-gives')) + point(sentence.signals.has('automated-decision')) + point(sentence.signals.has('minor') || sentence.signals.has('child'));
}
