/** The policy says something else than on the visit before, and no page told of it. */
import { say } from '../../locales';
import type { EarlierPolicy, PageSurface, PolicyDocument, Visit } from '../artifacts';
import { ownSurfaces, sawTooLittle } from '../page/judging';
import { tellsOfChange } from '../page/change-notices';
import { comparePolicies } from '../policy/change';
import type { ClauseChange, PolicyChange } from '../policy/change';
import { dayInBeijing } from '../complaint/working-days';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const unannouncedPolicyChange: Rule = {
  id: 'unannounced-policy-change',
  category: 'purpose-not-stated',
  severity: 'medium',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'PIPL', article: '17' }, { instrument: 'CRITERIA', article: '二-2' }],
  judge,
};

/** Clauses shown as proof, each as it was and as it is. */
const MAX_SHOWN = 3;

function judge({ visit }: RuleContext): Verdict {
  const { earlierPolicy, policy } = visit;
  if (policy.status === 'pending') return { outcome: 'error', say: 'pending' };
  if (policy.status === 'failed' || earlierPolicy === undefined || earlierPolicy === 'none') return { outcome: 'not-applicable' };
  if (earlierPolicy === 'same') return { outcome: 'pass' };
  const change = comparePolicies(earlierPolicy.document, policy.document);
  if (change.count === 0) return { outcome: 'pass' };

  const surfaces = ownSurfaces(visit);
  const notice = noticeOn(surfaces);
  if (notice !== undefined) return { outcome: 'pass', say: 'announced', facts: { text: notice.slice(0, 80) } };
  const weighty = change.clauses.filter((clause) => clause.weight === 'duty');
  const shown = (weighty.length > 0 ? weighty : change.clauses).slice(0, MAX_SHOWN);
  const evidence = shown.flatMap((clause) => evidenceOf(clause, earlierPolicy, policy.document));
  const facts = { seen: dayInBeijing(earlierPolicy.lastSeen), count: weighty.length > 0 ? weighty.length : change.count, text: exampleOf(shown[0]!) };
  if (weighty.length === 0) return { outcome: 'review', say: 'wording', evidence, facts };
  const pages = surfaces.filter((surface) => !isPolicyPage(surface, policy.document));
  if (pages.length === 0) return { outcome: 'review', say: 'only-policy-seen', evidence, facts };
  if (asksAnew(visit, pages)) return { outcome: 'review', say: 'asked-again', evidence, facts };
  if (sawTooLittle(visit, pages)) return { outcome: 'error', say: 'unread' };
  const [first, ...rest] = evidence;
  return { outcome: 'violation', evidence: [first!, ...rest], facts, ...(keepsDate(change) ? { say: 'violation-same-date', severity: 'high' as const } : {}) };
}

/** Words on a page, in a banner or in a dialog that tell of the change. */
function noticeOn(surfaces: PageSurface[]): string | undefined {
  const notices = surfaces.flatMap((surface) => (surface.changeNotices ?? []).filter((notice) => notice.visible).map((notice) => notice.text));
  const dialogs = surfaces.flatMap((surface) => surface.consentSurfaces.filter((one) => one.visible && tellsOfChange(one.text)).map((one) => one.text));
  return [...notices, ...dialogs][0];
}

function isPolicyPage(surface: PageSurface, document: PolicyDocument): boolean {
  const bare = (address: string) => (address.split(/[?#]/)[0] ?? '').replace(/\/$/, '');
  return surface.looksLikePolicy || bare(surface.url) === bare(document.finalUrl);
}

/** A page asks for consent to the policy though the person was here before: that puts the new text before them without saying so. */
function asksAnew(visit: Visit, pages: PageSurface[]): boolean {
  const asks = pages.some((page) => page.consentSurfaces.some((one) => one.visible && one.asksConsent && one.topics.includes('policy')));
  return asks || visit.acts.some((act) => act.kind === 'accept' && act.topics.includes('policy'));
}

/** Both texts give themselves the same date. */
function keepsDate({ dates }: PolicyChange): boolean {
  return dates.before !== '' && dates.before === dates.after;
}

function exampleOf({ before, after }: ClauseChange): string {
  return (after ?? before)!.text.slice(0, 60);
}

function evidenceOf(clause: ClauseChange, earlier: EarlierPolicy, now: PolicyDocument): Evidence[] {
  const quote = (document: PolicyDocument, passage: NonNullable<ClauseChange['before']>, which: 'before' | 'after'): Evidence => ({
    kind: 'policy-text', url: document.finalUrl, sha256: document.source.sha256, quote: passage.text.slice(0, 300), start: passage.start, end: Math.min(passage.end, passage.start + 300),
    note: say(`rules.unannounced-policy-change.${which}`),
  });
  return [...(clause.before ? [quote(earlier.document, clause.before, 'before')] : []), ...(clause.after ? [quote(now, clause.after, 'after')] : [])];
}
