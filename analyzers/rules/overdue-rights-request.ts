/** The person asked the site for something about their own data and got no answer in the time the site promised, or in 15 working days. */
import { say } from '../../locales';
import type { RightsRequest, Visit } from '../artifacts';
import { dueDay } from '../complaint/due-day';
import { addDays, dayInBeijing, isDay } from '../complaint/working-days';
import type { CountedDay } from '../complaint/working-days';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const overdueRightsRequest: Rule = {
  id: 'overdue-rights-request',
  category: 'no-deletion-or-complaint',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '50' }, { instrument: 'CRITERIA', article: '六-3' }, { instrument: 'CRITERIA', article: '六-5' }],
  judge,
};

/** Days by which an unpublished holiday calendar can move the date: the longest holiday with its neighbours. */
const DOUBT_DAYS = 10;

type Late = { request: RightsRequest; due: CountedDay; today: string };

function judge({ visit }: RuleContext): Verdict {
  const requests = (visit.rightsRequests ?? []).slice(0, 50);
  if (requests.length === 0) return { outcome: 'not-applicable' };
  const sound = requests.filter((request) => isDay(request.sentOn) && (request.answeredOn === undefined || isDay(request.answeredOn)));
  if (sound.length === 0) return { outcome: 'error', say: 'unreadable' };
  const late = sound.flatMap((request) => lateness(request, visit) ?? []);
  const certain = late.filter(({ due, today, request }) => due.certain || (request.answeredOn ?? today) > addDays(due.day, DOUBT_DAYS));
  const [worst] = [...certain].sort((a, b) => a.due.day.localeCompare(b.due.day));
  const facts = ({ request, due }: Late) => ({ request: say(`judge.request.${request.kind}`), sent: request.sentOn, due: due.day, answered: request.answeredOn ?? '' });
  if (worst) {
    const [first, ...rest] = certain.map(evidenceOf);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: facts(worst), ...(worst.request.answeredOn ? { say: 'violation-late-answer' } : {}) };
  }
  if (late[0]) return { outcome: 'review', evidence: late.map(evidenceOf), facts: facts(late[0]) };
  return { outcome: 'pass', ...(sound.some((request) => !request.answeredOn) ? { say: 'waiting' } : {}) };
}

/** Set when the answer is, or came, later than it was due. `today` is the day of the visit. */
function lateness(request: RightsRequest, visit: Visit): Late | undefined {
  const today = dayInBeijing(visit.endedAt ?? visit.startedAt);
  const due = dueDay(request);
  return (request.answeredOn ?? today) > due.day ? { request, due, today } : undefined;
}

function evidenceOf({ request, due }: Late): Evidence {
  const note = say(`rules.overdue-rights-request.${request.answeredOn ? 'evidence-late' : 'evidence-open'}`, {
    request: say(`judge.request.${request.kind}`), sent: request.sentOn, due: due.day, answered: request.answeredOn ?? '',
  });
  return { kind: 'record', at: Date.parse(`${request.sentOn}T00:00:00+08:00`), note, ...(request.proof ? { proof: request.proof.slice(0, 80) } : {}) };
}
