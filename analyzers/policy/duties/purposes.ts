import { answer, clarity, deniesCollecting, type Duty, quotesOf } from '../duty';
import { point, ranked } from '../ranking';
import type { Reading, Sentence } from '../reading';

/** How plainly a sentence tells a purpose of collecting: what else it deals with takes away from it. */
const isClear = clarity({ 'purpose-of-these': 4, 'purpose-told': 3, collect: 2, 'data-concrete': 2, 'user-gives': 1, we: 1, share: -3, delete: -3, withdraw: -2, access: -2, policy: -2, 'third-party': -1, negation: -2, consent: -1, 'switch-off': -3, correct: -2, cookie: -2, security: -2, 'retention-vague': -3, 'retention-term': -2, store: -1, exercise: -3, 'after-change': -3, authority: -2, 'no-liability': -3, 'reply-short': -3, 'reply-long': -3, 'way-email': -3 });

/** Folded characters above which a sentence tells several things. */
const LONG = 110;

/** Purposes function by function or per kind of data, for most of what is collected. */
export const purposes: Duty = {
  id: 'purposes',
  kind: 'duty',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '17' }, { instrument: 'NDSR', article: '21' }],
  whenAbsent: 'violation',
  judge(reading) {
    const tied = reading.statements('purpose', 'data-concrete').filter((s) => isOfCollecting(s) && !s.signals.has('incident') && !s.signals.has('denies-collecting'));
    const general: Sentence[] = reading.statements('purpose').filter((s) => (s.signals.has('personal-data') || s.signals.has('collect')) && !s.signals.has('incident') && !s.signals.has('authority') && !s.signals.has('denies-collecting'));
    // "…用于以下目的：" and the list that follows.
    const listed = general.filter((s) => s.opensList).flatMap((s) => reading.following(s, 4).filter((o) => o.kind === 'list-item' && !reading.denies(o)));
    general.push(...listed);
    const counted = new Set([...general, ...tied]);
    // "What we use your data for", and under it purpose after purpose.
    general.push(...reading.sentences.filter((s) => s.kind === 'list-item' && !s.isHeading && !s.signals.has('negation') && s.text.length > 5 && reading.under(s, 'use-heading') && !counted.has(s) && !reading.denies(s)));
    const best = ranked([...tied, ...general], (s) => isClear(s) + 2 * isItsPlace(reading, s) - point(s.text.length > LONG) - 2 * point(reading.opener(s)?.signals.has('policy') === true));
    // One sentence may tell several: "used to confirm your request, to call you back, to …".
    const several = general.filter((s) => s.signals.has('purpose-told') && s.text.split('、').length > 3).length;
    const sole = reading.statements('purpose-sole').filter((s) => !s.signals.has('third-party'));
    if (sole.length > 0 && tied.length + general.length < 4) return answer('met', 0.7, quotesOf(reading, [...sole, ...best], 'purpose-sole', 'purpose'));
    if (tied.length >= 2 || tied.length + general.length + 2 * several >= 4) {
      // The first function told (as a rule the account), beside the plainest statements.
      const first = tied.filter((s) => best.indexOf(s) < Math.max(3, best.length / 2)).slice(0, 1);
      return answer('met', 0.95, quotesOf(reading, [...best.slice(0, 1), ...first, ...best.slice(1)], 'purpose-told', 'purpose'));
    }
    const denials = deniesCollecting(reading);
    // What little is used after all decides more than the denial.
    if (denials.length > 0) return answer('met', 0.5, quotesOf(reading, [...best.filter((s) => s.signals.has('need-told')).slice(0, 1), ...denials], 'collects-nothing', 'purpose'));
    if (tied.length + general.length > 0) return answer('partial', 0.7, quotesOf(reading, best, 'purpose'));
    return answer('absent', 0.8);
  },
};

/** Says what data are for, not how to guard a password or what is shared. */
function isOfCollecting(sentence: Sentence): boolean {
  return (['collect', 'user-gives', 'automatic', 'purpose-told', 'use', 'permission', 'store'] as const).some((signal) => sentence.signals.has(signal)) || sentence.kind !== 'paragraph';
}

/** 1 under a heading on collecting or use, -1 under one on other matters: purposes of sharing, of cookies, of asking who writes are not those of the service. */
function isItsPlace(reading: Reading, sentence: Sentence): number {
  if (reading.under(sentence, 'share-heading', 'rights-heading', 'safety-heading', 'cookie', 'minor-heading')) return -1;
  return reading.under(sentence, 'use-heading', 'collect', 'purpose') ? 1 : 0;
}
