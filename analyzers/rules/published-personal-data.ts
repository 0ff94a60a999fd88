/** Identity-card or phone numbers of private persons stand in full on a public page. */
import type { PublishedData } from '../artifacts';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const publishedPersonalData: Rule = {
  id: 'published-personal-data',
  category: 'shared-without-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '25' }, { instrument: 'PIPL', article: '10' }],
  judge,
};

/** One number may be its owner's own notice; a list of phones without a word on whose they are, a directory. */
const MANY_PHONES = 2;

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const found = surfaces.flatMap((surface) => (surface.published ?? []).map((data) => ({ surface, data })));
  const sure = found.filter(({ data }) => isClear(data));
  const facts = (list: typeof found) => ({ ids: sum(list, 'id-number'), phones: sum(list, 'phone') });
  const [first, ...rest] = sure.map(({ surface, data }) => elementEvidence(surface, data));
  if (first) {
    const { ids, phones } = facts(sure);
    return { outcome: 'violation', say: phones === 0 ? 'violation-ids' : ids === 0 ? 'violation-phones' : 'violation', evidence: [first, ...rest], facts: { ids, phones } };
  }
  const doubtful = found.filter(({ data }) => data.kind === 'id-number' || data.about === 'private' || data.count > MANY_PHONES);
  if (doubtful.length > 0) return { outcome: 'review', evidence: doubtful.map(({ surface, data }) => elementEvidence(surface, data)), facts: facts(doubtful) };
  if (found.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

/** An identity number serves no business; phones do, unless the words around speak of private persons. */
function isClear({ kind, count, about }: PublishedData): boolean {
  return about === 'private' && (kind === 'id-number' || count >= MANY_PHONES);
}

function sum(list: readonly { data: PublishedData }[], kind: PublishedData['kind']): number {
  return list.filter(({ data }) => data.kind === kind).reduce((total, { data }) => total + data.count, 0);
}
