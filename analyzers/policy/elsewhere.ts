/**
 * What a policy leaves to another document. A children's policy that says "for cookies see part two of the Privacy Policy" has
 * handed that matter over: the other document cannot be seen here, and nothing may be held against the text for it.
 */
import { answer, type Duty, type DutyAnswer, quotesOf } from './duty';
import type { Reading, Sentence } from './reading';
import type { Signal } from './signals';

/** What a reference must speak of to answer a duty: every signal of one of the lists. */
const MATTERS: Readonly<Record<string, readonly (readonly Signal[])[]>> = {
  purposes: [['collect', 'purpose']],
  'data-categories': [['collect', 'personal-data', 'purpose']],
  'retention-period': [['store', 'retention-vague']],
  'cookies-control': [['cookie']],
  'consent-withdrawal': [['manage', 'user', 'exercise'], ['withdraw']],
  'refusal-without-penalty': [['refuse', 'collect']],
  'change-notice': [['policy-change', 'active-notice']],
  'recipients-named': [['share'], ['entrust']],
  'recipients-detail': [['share'], ['entrust']],
  'sdk-list': [['sdk']],
  'business-transfer': [['transfer']],
  'public-disclosure': [['disclose']],
  'sensitive-necessity-impact': [['refuse', 'collect']],
  'automated-decision-opt-out': [['personalise', 'refuse']],
  'security-measures': [['security']],
};

/** References that make a document a supplement to another, not one that names a document in passing. */
const LEAST_REFERENCES = 3;

/** How sure such an answer is: what stands in the other document is not known. */
const CONFIDENCE = 0.6;

/** The answer of a duty on a reading, what is left to another document counted as told there. */
export function judgeDuty(duty: Duty, reading: Reading): DutyAnswer {
  const own = lookAgain(duty, reading, duty.judge(reading));
  const matters = MATTERS[duty.id];
  if (!matters || (own.label !== 'absent' && own.label !== 'partial')) return own;
  const handed = references(reading).filter((s) => matters.some((signals) => signals.every((signal) => s.signals.has(signal))));
  return handed.length > 0 ? answer('met', CONFIDENCE, quotesOf(reading, handed, 'points-elsewhere')) : own;
}

/** How sure an answer is that only the loosest wording gives: a person must read it. */
const CAUGHT = 0.4;

/** Matters of their own, of which much is said in the same words. */
const ASIDE: readonly Signal[] = ['cookie', 'child', 'minor', 'guardian', 'denies-collecting', 'policy-change'];

/** Before a text is called silent, a last look with the loosest wording of its language; what is caught is addressed at least. */
function lookAgain(duty: Duty, reading: Reading, own: DutyAnswer): DutyAnswer {
  if (own.label !== 'absent' || duty.kind === 'flag') return own;
  const caught = reading.statements().filter((s) => !ASIDE.some((signal) => s.signals.has(signal)) && s.language.loose?.[duty.id]?.some((concepts) => concepts.every((concept) => concept.test(s.text))));
  return caught.length > 0 ? answer('partial', CAUGHT, caught.slice(0, 2).map((s) => reading.quote(s))) : own;
}

/** Sentences that refer to another privacy document of the same operator. */
function references(reading: Reading): readonly Sentence[] {
  const candidates = reading.all('points-elsewhere').filter((s) => !s.isHeading && !OTHERS.some((signal) => s.signals.has(signal)));
  if (candidates.length < LEAST_REFERENCES) return [];
  const own = ownNames(reading);
  const found = candidates.filter((s) => titlesIn(s.text).some((name) => !own.some((other) => other.includes(name) || name.includes(other))));
  return found.length >= LEAST_REFERENCES ? found : [];
}

/** Third parties' documents, and sentences that only introduce a document. */
const OTHERS: readonly Signal[] = ['recipient-policy', 'outside-link', 'brand', 'org-named'];

function titlesIn(text: string): string[] {
  return Array.from(text.matchAll(/《([^《》]{2,40})》/g), (match) => match[1]!);
}

/** What the document calls itself: by its title, or as "this 《…》" or "《…》 (below: this policy)". */
function ownNames(reading: Reading): string[] {
  const names = reading.sentences.slice(0, 60).flatMap((s) => Array.from(s.text.matchAll(/本《([^《》]{2,40})》|《([^《》]{2,40})》（(?:以下|下|或)/g), (match) => match[1] ?? match[2]!));
  const title = foldedTitle(reading);
  return title === '' ? names : [title, ...names];
}

function foldedTitle(reading: Reading): string {
  const folded = reading.sentences[0]?.language.fold(reading.document.title).text ?? '';
  return folded.replace(/[《》]/g, '');
}
