import { answer, clearest, type Duty } from '../duty';
import type { Reading, Sentence } from '../reading';
import { quotesOf } from '../right-with-way';
import { givesWay, wayNear } from '../routes';

/** Where personalised pushing, advertising or profiling is declared: how to switch it off or refuse it. */
export const automatedDecisionOptOut: Duty = {
  id: 'automated-decision-opt-out',
  kind: 'duty',
  category: 'no-consent',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '24' }, { instrument: 'ECOMMERCE', article: '18' }, { instrument: 'ALGORITHM', article: '17' }, { instrument: 'CRITERIA', article: '三-6' }],
  whenAbsent: 'review',
  judge(reading) {
    const off = reading.statements('profiling-off').filter((s) => s.signals.has('personalise') || s.signals.has('advertising') || s.signals.has('notify'));
    // "You may refuse the ads we push" denies nothing of the operator's.
    // … unless the text denies such ads: then a right to refuse them is only the law's.
    const isDenied = reading.statements('profiling-denied').length > 0;
    const declared = reading.statements('profiling').filter((s) => !s.signals.has('profiling-denied') && (s.signals.has('profiling-off') ? !isDenied : !reading.negated(s, reading.hit(s, 'profiling')!)));
    if (declared.length === 0) return answer('na', 0.85);
    // Under "personalised recommendations": "you may switch it off in the settings".
    const below = reading.statements('switch-off').filter((s) => reading.under(s, 'profiling') && s.signals.has('way-menu') && (s.signals.has('refuse') || s.signals.has('personalise')) && !s.signals.has('cookie'));
    // Who gets no more e-mails still gets the chosen content and advertising.
    const choosesMessages = declared.some((s) => s.signals.has('profiles-messages'));
    const offs = off.filter((s) => choosesMessages || !s.signals.has('messages-off'));
    const direct = [...offs.filter((s) => isOfProfiling(reading, s)), ...below].filter((s) => (givesWay(s) || s.signals.has('off-way')) && !s.signals.has('browser-setting'));
    if (direct.length > 0) return answer('met', 0.85, quotesOf(reading, clearest(direct, { personalise: 2, 'automated-decision': 1, 'off-way': -1 }), 'profiling-off'));
    const reached = offs.filter((s) => !s.signals.has('browser-setting') && wayNear(reading, s, 1) !== undefined);
    if (reached.length > 0) return answer('met', 0.75, quotesOf(reading, reached, 'profiling-off'));
    // "You may unsubscribe", beside what is sent: from what exactly is left open.
    const any = off.length > 0 ? off : reading.statements('profiling-off').filter((s) => s.signals.has('refuse'));
    if (any.length > 0) return answer('partial', 0.7, [...quotesOf(reading, any.slice(0, 2), 'profiling-off'), ...quotesOf(reading, declared.slice(0, 1), 'profiling')]);
    // Only the cookies or the permissions behind it can be refused.
    const behind = [...reading.statements('switch-off'), ...reading.statements('refuse')].filter((s) => s.signals.has('permission') || (s.signals.has('cookie') && (s.signals.has('switch-off') || s.signals.has('browser-settings'))));
    if (behind.length > 0) return answer('partial', 0.6, [...quotesOf(reading, declared.slice(0, 1), 'profiling'), ...quotesOf(reading, behind.slice(0, 2), 'switch-off')]);
    // "… if you agree to receive them": who does not agree gets none.
    const chosen = declared.filter((s) => s.signals.has('opt-in'));
    if (chosen.length > 0) return answer('partial', 0.5, quotesOf(reading, chosen, 'profiling'));
    return answer('absent', 0.6);
  },
};

/** "You may unsubscribe" refuses what is spoken of there: news of a game are no advertising. */
function isOfProfiling(reading: Reading, sentence: Sentence): boolean {
  const hit = reading.hit(sentence, 'profiling-off')!;
  return hit.end - hit.start > BARE || sentence.signals.has('profiling') || reading.preceding(sentence, 2).some((s) => s.signals.has('profiling'));
}

/** Folded characters of a word of refusal that names nothing. */
const BARE = 4;
