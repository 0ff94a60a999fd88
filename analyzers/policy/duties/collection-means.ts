import { answer, clarity, deniesCollecting, type Duty, quotesOf } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence, Span } from '../reading';

const CLEAR = { 'data-concrete': 3, collect: 2, account: 1, we: 1, user: 1, policy: -3, share: -2, consent: -1, negation: -2, delete: -2, access: -2, 'third-party': -1 } as const;

/** The clearest first; one under a heading on other matters (cookies, sharing, rights) tells of collecting only in passing. */
function byClarity(reading: Reading, sentences: readonly Sentence[], alsoClear: Parameters<typeof clarity>[0] = {}): Sentence[] {
  const clear = clarity({ ...CLEAR, ...alsoClear });
  return ranked(sentences, (s) => clear(s) + 2 * point(reading.under(s, 'collect')) - 3 * point(reading.under(s, 'share-heading', 'rights-heading', 'cookie', 'safety-heading', 'minor-heading')));
}

/**
 * Best proof first: the sentence that tells both ways, then the titles over what is given and what comes by itself, then the clearest
 * statement of each.
 */
function proofOfBoth(reading: Reading, given: readonly Sentence[], own: readonly Sentence[]): Span[] {
  const told = byClarity(reading, reading.all('means-told').filter((s) => (s.signals.has('we') || s.signals.has('user')) && !s.signals.has('share') && !s.signals.has('gives-others'))).slice(0, 1);
  const title = (ways: readonly Sentence[], other?: Sentence) => ways.filter((s) => s !== other && s.text.length <= TITLE && s.cells === undefined && !s.signals.has('data-concrete') && (reading.under(s, 'collect') || s.signals.has('collect'))).slice(0, 1);
  const givenTitle = title(given);
  const ownTitle = title(own, givenTitle[0]);
  const titles = givenTitle.length > 0 && ownTitle.length > 0 ? [...givenTitle, ...ownTitle] : [];
  const both = byClarity(reading, given.filter((s) => own.includes(s) && s.signals.has('we') && (s.isHeading || s.signals.has('collect'))));
  const byItself = byClarity(reading, own, { 'by-itself': 3 });
  return [
    ...quotesOf(reading, told, 'means-told'), ...titles.map((s) => reading.quote(s)), ...quotesOf(reading, titles.length > 0 ? byItself.slice(0, 1) : [], 'by-itself', 'automatic', 'from-others'),
    ...quotesOf(reading, both.slice(0, 1), 'user-gives'), ...quotesOf(reading, byClarity(reading, given).slice(0, 1), 'user-gives'), ...quotesOf(reading, byItself.slice(0, 1), 'by-itself', 'automatic', 'from-others'), ...quotesOf(reading, byClarity(reading, own.filter((s) => s.signals.has('from-others') && s.signals.has('receives'))).slice(0, 1), 'from-others'), ...quotesOf(reading, byItself, 'by-itself', 'automatic', 'from-others'),
  ];
}

/** Folded characters of a title such as "what you give us". */
const TITLE = 24;

/** Says which data the user gives and which is collected by itself or from others. */
export const collectionMeans: Duty = {
  id: 'collection-means',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'violation',
  judge(reading) {
    const isDone = (s: Sentence) => !reading.denies(s) && (!s.signals.has('denies-collecting') || s.signals.has('condition') || s.signals.has('exception') || s.signals.has('consent'));
    const given = reading.all('user-gives').filter(isDone).filter((s) => s.signals.has('personal-data') || s.signals.has('data-concrete'));
    const automatic = reading.all('automatic').filter(isDone).filter((s) => s.signals.has('collect') || s.signals.has('store') || s.signals.has('cookie') || s.signals.has('data-concrete') || s.signals.has('by-itself') || s.isHeading || (s.kind === 'list-item' && reading.under(s, 'collect')));
    const others = reading.all('from-others');
    const own = [...automatic, ...others];
    if (given.length > 0 && own.length > 0) return answer('met', 0.9, proofOfBoth(reading, given, own));
    const denials = deniesCollecting(reading);
    if (denials.length > 0) return answer('met', 0.5, quotesOf(reading, denials, 'collects-nothing'));
    const one = [...given, ...own];
    if (one.length > 0) return answer('partial', 0.7, quotesOf(reading, byClarity(reading, one).slice(0, 2), 'user-gives', 'automatic', 'from-others'));
    return answer('absent', 0.8);
  },
};
