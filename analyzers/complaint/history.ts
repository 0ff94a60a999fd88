/** What was asked of the operator before, told in a complaint: when, what, by when an answer was due, and what came. */
import type { Lang, RightsRequest } from '../artifacts';
import { translate } from '../../locales/views';
import type { Redactor } from './personal';
import { oneLine } from './plain';
import type { CountedDay } from './working-days';

export interface ContactRecord {
  kind: RightsRequest['kind'];
  /** Days in Beijing, YYYY-MM-DD. */
  sentOn: string;
  /** How it was sent, or what shows that it was, in the person's words. */
  way?: string;
  due: CountedDay;
  /** The operator had promised this time itself. */
  promised?: boolean;
  answeredOn?: string;
  /** What was answered, in the person's words. */
  answer?: string;
  /** Day up to which no answer is on record. */
  asOf: string;
}

/** One line a request. */
export function historyLines(records: readonly ContactRecord[], lang: Lang, redactor: Redactor): string[] {
  const tell = (key: string, params: Record<string, string | number> = {}): string => translate(lang, `complaint.history.${key}`, params);
  return records.map((record) => {
    const sent = tell('sent', {
      day: record.sentOn,
      request: tell(`kind.${record.kind}`),
      way: record.way ? tell('way', { way: oneLine(record.way, 80, redactor) }) : '',
    });
    const due = tell(record.promised ? 'due-promised' : 'due', { day: record.due.day }) + (record.due.certain ? '' : tell('due-uncertain'));
    const answer = record.answeredOn
      ? tell('answered', { day: record.answeredOn, answer: record.answer ? tell('answer', { answer: oneLine(record.answer, 200, redactor) }) : '' })
      : tell('unanswered', { day: record.asOf });
    return sent + due + answer;
  });
}
