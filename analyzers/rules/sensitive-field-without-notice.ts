/** A form asks for sensitive personal data and nothing beside the field says what for. */
import { say } from '../../locales';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { FieldSight } from '../page/sensitive-fields';
import { nameFields, sensitiveSights } from '../page/sensitive-fields';
import type { Rule, RuleContext, Verdict } from '../rule';

export const sensitiveFieldWithoutNotice: Rule = {
  id: 'sensitive-field-without-notice',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '30' }, { instrument: 'CRITERIA', article: '二-3' }],
  judge,
};

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const sensitive = sensitiveSights(surfaces);
  const silent = sensitive.filter(({ field }) => field.purposeText === undefined);
  const clear = silent.filter(({ grade }) => grade === 'clear');
  const note = say('rules.sensitive-field-without-notice.evidence');
  const evidence = (list: FieldSight[]) => list.map(({ surface, field }) => elementEvidence(surface, { selector: field.selector, text: field.label }, note));
  if (clear.length > 0) {
    const [first, ...rest] = evidence(clear);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: { fields: nameFields(clear) } };
  }
  const [doubtful] = silent;
  if (doubtful) return { outcome: 'review', say: doubtful.grade, evidence: evidence(silent), facts: { fields: nameFields(silent) } };
  if (sensitive.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}
