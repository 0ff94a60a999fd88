import { answer, type Duty } from '../duty';
import { quotesOf } from '../right-with-way';

/** A term for answering requests or complaints: at most 15 working days (认定方法 六-3). */
export const responseTime: Duty = {
  id: 'response-time',
  kind: 'duty',
  category: 'no-deletion-or-complaint',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '50' }, { instrument: 'CRITERIA', article: '六-3' }],
  // The law sets the limit itself (15 working days where none is promised), so silence breaks nothing yet.
  whenAbsent: 'review',
  judge(reading) {
    const short = reading.statements('reply-short');
    if (short.length > 0) return answer('met', 0.93, quotesOf(reading, short, 'reply-short'));
    const long = reading.statements('reply-long');
    if (long.length > 0) return answer('partial', 0.92, quotesOf(reading, long, 'reply-long'));
    const vague = reading.statements('reply-vague').filter((s) => !s.signals.has('breach-case') && !reading.negated(s, reading.hit(s, 'reply-vague')!));
    if (vague.length > 0) return answer('partial', 0.85, quotesOf(reading, vague, 'reply-vague'));
    return answer('absent', 0.85);
  },
};
