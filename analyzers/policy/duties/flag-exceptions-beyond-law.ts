import { answer, type Duty, quotesOf } from '../duty';
import type { Reading, Sentence } from '../reading';

/** How many sentences a list of exceptions may reach: such lists have up to eleven entries, some of two sentences. */
const LIST_REACH = 16;

/** "For academic research" as one of the cases of sharing, without a word on consent. */
const isSharingCase = (reading: Reading, sentence: Sentence): boolean =>
  sentence.signals.has('exception-research') && !sentence.signals.has('consent') && !sentence.signals.has('shares-anonymous') && reading.under(sentence, 'share');

/** "We share with affiliates to offer services and to protect users": a case of sharing, not an exception from consent. */
const isGroupSharing = (sentence: Sentence): boolean => sentence.signals.has('affiliate') && sentence.signals.has('share');

/** "In these cases we disclose your data: … (f) other disclosure that we think fit": the operator alone decides. */
const isCatchAll = (reading: Reading, sentence: Sentence): boolean =>
  sentence.signals.has('exception-at-will') && reading.preceding(sentence, LIST_REACH).some((s) => s.opensList && (s.signals.has('share') || s.signals.has('disclose')));

/** "We may disclose your data for: · the protection of us, our group or our staff", with no word on consent. */
const isOwnNeed = (reading: Reading, sentence: Sentence): boolean =>
  sentence.kind === 'list-item' && sentence.signals.has('exception-beyond-law') && sentence.signals.has('we') && reading.preceding(sentence, LIST_REACH).some((s) => s.opensList && s.signals.has('disclose') && !s.signals.has('consent') && !s.signals.has('negation'));

/** "We may disclose your data (messages too) without your consent, if we believe …": one sentence is list and case. */
const givesWithoutConsent = (sentence: Sentence): boolean =>
  sentence.signals.has('exception-beyond-law') && sentence.signals.has('exception-list') && sentence.signals.has('disclose') && sentence.signals.has('negation');

/** "We give your data to nobody, unless: · we protect our rights": the operator alone decides when that is. */
const protectsItself = (reading: Reading, sentence: Sentence): boolean =>
  reading.preceding(sentence, 10).some((s) => (s.opensList || s.block === sentence.block) && s.signals.has('exception') && (s.signals.has('share') || s.signals.has('disclose') || s.signals.has('shares-never')));

const inExceptionList = (reading: Reading, sentence: Sentence): boolean =>
  [sentence, ...reading.preceding(sentence, LIST_REACH)].some((s) => s.signals.has('exception-list'));

/** A list of cases without consent goes beyond what the law allows. */
export const flagExceptionsBeyondLaw: Duty = {
  id: 'flag-exceptions-beyond-law',
  kind: 'flag',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '13' }],
  whenAbsent: 'violation',
  judge(reading) {
    const cases = [...reading.statements('exception-beyond-law'), ...reading.statements('exception-research')];
    const clauses = cases.filter((s) => (givesWithoutConsent(s) || (!s.signals.has('data-concrete') && (!s.signals.has('collect') || reading.under(s, 'share-heading')) && !s.signals.has('court'))) && !isGroupSharing(s) && (inExceptionList(reading, s) || isSharingCase(reading, s) || isCatchAll(reading, s) || isOwnNeed(reading, s)));
    clauses.push(...[...reading.statements('breach-found').filter((s) => !s.signals.has('share-consent') || s.signals.has('negation')), ...reading.statements('protects-itself').filter((s) => protectsItself(reading, s))].filter((s) => !clauses.includes(s)));
    if (clauses.length > 0) return answer('present', 0.85, quotesOf(reading, clauses, 'exception-beyond-law', 'exception-research', 'breach-found', 'protects-itself'));
    return answer('none', 0.85);
  },
};
