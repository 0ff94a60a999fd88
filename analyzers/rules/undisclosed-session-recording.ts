/** What the person does on the page (pointer, input, changes of the page) is recorded and uploaded, and the policy says nothing of it. */
import type { Exchange, RecordingSign } from '../artifacts';
import type { FlowRecipient } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';
import { hasUnreadList, isIncomplete, nameAll, nothingFound, policyEvidence, policyUnready, recordingEvidence, silenceEvidence, violation } from '../traffic/judging';
import { isExcepted } from '../traffic/recipients';

export const undisclosedSessionRecording: Rule = {
  id: 'undisclosed-session-recording',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'PIPL', article: '17' }],
  judge,
};

/** Recorded events from which a recording is beyond doubt: an opening snapshot and what follows, or seconds of pointer movement. */
const SURE_EVENTS: Record<RecordingSign['form'], number> = { replay: 5, pointer: 30, input: 10 };

interface Upload {
  exchange: Exchange;
  sign: RecordingSign;
  recipient: FlowRecipient;
}

function judge(context: RuleContext): Verdict {
  const { visit, policy } = context;
  const uploads = visit.exchanges.flatMap((exchange): Upload[] => (exchange.recording ? [{ exchange, sign: exchange.recording, recipient: context.recipientOf(exchange) }] : []));
  // Sliders of captchas and anti-fraud look at how the pointer moves to tell people from machines.
  const counted = uploads.filter(({ recipient }) => !isExcepted(recipient));
  if (counted.length === 0) {
    if (uploads.length > 0) return { outcome: 'pass' };
    if (isIncomplete(visit)) return { outcome: 'error', say: 'incomplete' };
    const answer = nothingFound(context, visit.exchanges);
    return answer.outcome === 'pass' ? { outcome: 'not-applicable' } : answer;
  }
  const unready = policyUnready(context);
  if (unready || !policy) return unready ?? { outcome: 'error', say: 'policy-unread' };
  const { says, said } = policy.promises.recording;
  if (says === 'told') return { outcome: 'pass' };
  const evidence = [...counted.slice(0, 6).map(({ exchange, recipient, sign }) => recordingEvidence(exchange, recipient, sign)), said ? policyEvidence(said) : silenceEvidence(policy)];
  const facts = { recipients: nameAll(counted.map(({ recipient }) => recipient)), count: counted.length };
  if (!counted.some((upload) => isPlain(upload, counted))) return { outcome: 'review', say: 'doubtful', evidence, facts };
  if (says === 'near') return { outcome: 'review', say: 'near', evidence, facts };
  if (hasUnreadList(visit)) return { outcome: 'review', say: 'list-unread', evidence, facts };
  return violation(evidence, facts)!;
}

/**
 * A replay is one whoever gets it. Pointer and input batches of the site itself may be a drawing board, a game or a shared
 * document: those are for a person.
 */
function isPlain({ sign, recipient }: Upload, all: readonly Upload[]): boolean {
  const events = all.filter((other) => other.sign.form === sign.form && other.recipient.domain === recipient.domain).reduce((sum, other) => sum + other.sign.events, 0);
  return events >= SURE_EVENTS[sign.form] && (sign.form === 'replay' || recipient.party === 'third');
}
