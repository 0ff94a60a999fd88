/** A form asks for sensitive personal data and has no consent act for it alone. */
import { serviceType } from '../data/necessary-information';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import { functionOf } from '../page/service';
import type { FieldSight } from '../page/sensitive-fields';
import { nameFields, sensitiveSights } from '../page/sensitive-fields';
import type { Visit } from '../artifacts';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const sensitiveFieldWithoutSeparateConsent: Rule = {
  id: 'sensitive-field-without-separate-consent',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '29' }],
  judge,
};

/** How the form asks for consent to its sensitive fields, the best it does. */
type Asking = 'own' | 'necessary' | 'shared' | 'lawful' | 'none';

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const sensitive = sensitiveSights(surfaces);
  if (sensitive.length === 0) return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
  const asked = sensitive.map((sight) => ({ ...sight, asking: askingOf(sight, visit) }));
  const missing = asked.filter(({ asking, grade, field }) => asking === 'none' && (grade === 'clear' || (grade === 'named-by-page' && field.kind !== 'bank-card')) && !isFreeChoice(field.label));
  if (missing.length > 0) {
    const [first, ...rest] = evidenceOf(missing);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: { fields: nameFields(missing) } };
  }
  const doubtful = asked.filter(({ asking }) => asking === 'none' || asking === 'shared' || asking === 'lawful');
  const [one] = doubtful;
  if (!one) return { outcome: 'pass', ...(asked.every(({ asking }) => asking === 'own') ? {} : { say: 'necessary' }) };
  const say = one.asking === 'none' ? 'doubtful' : one.asking;
  return { outcome: 'review', say, evidence: evidenceOf(doubtful), facts: { fields: nameFields(doubtful) } };
}

function evidenceOf(sights: FieldSight[]): Evidence[] {
  return sights.map(({ surface, field }) => elementEvidence(surface, { selector: field.selector, text: field.label }));
}

function isFreeChoice(label: string): boolean {
  return /选填|可选|可不填|非必填|optional/i.test(label);
}

/** Consent that names the data itself: 单独同意, 敏感个人信息, an authorisation for the face or the card. */
const OF_ITS_OWN = /单独(?:地)?(?:同意|授权)|敏感(?:个人)?信息|(?:同意|授权)[^。；]{0,30}(?:身份证|证件|银行卡|人脸|面部|照片|健康|病情|病史|定位|位置|孩子|儿童)|(?:身份证|证件|银行卡|人脸|面部|健康|病情|位置|儿童|孩子)[^。；]{0,24}(?:授权书|同意书|处理规则|告知书)|separate(?:ly)? consent|sensitive/i;
const WHOLE_POLICY = /《[^》]{0,20}(?:隐私|用户协议|服务协议|会员协议)[^》]{0,12}》|privacy policy|terms/i;
/** PIPL 13(1)2 and 3: what the contract or the law makes necessary needs no consent. */
const BY_LAW = /(?:根据|依据|按照|依照|依)[^。；]{0,30}(?:法》|法律|法规|条例|规定|办法|实名制)|实名制|法定/;
const BY_CONTRACT = /(?:所|是|为)[^。；]{0,12}必[需要]|必需|订立|履行[^。；]{0,8}合同/;

function askingOf({ surface, form, field }: FieldSight, visit: Visit): Asking {
  const boxes = surface.tickBoxes.filter((box) => box.visible && (box.formId === undefined || box.formId === form.id));
  const own = boxes.filter((box) => OF_ITS_OWN.test(box.label));
  const notices = form.notices.filter((notice) => OF_ITS_OWN.test(notice.text));
  if (own.some((box) => !WHOLE_POLICY.test(box.label))) return 'own';
  // The button itself says 同意, and the line beside it names the data.
  if (notices.some((notice) => !WHOLE_POLICY.test(notice.text)) && form.controls.some((control) => control.role === 'accept')) return 'own';
  if (visit.acts.some((act) => act.kind !== 'refuse' && act.topics.includes('sensitive') && !act.topics.includes('policy'))) return 'own';
  if (surface.consentSurfaces.some((one) => one.topics.includes('sensitive') && one.controls.some((control) => control.role === 'accept'))) return 'own';
  if (own.length > 0 || visit.acts.some((act) => act.kind !== 'refuse' && act.topics.includes('sensitive'))) return 'shared';
  const purpose = field.purposeText ?? '';
  const service = serviceType(functionOf(surface, form)?.service ?? '');
  if (purpose && service?.needs.includes(field.kind) && BY_CONTRACT.test(purpose)) return 'necessary';
  if (BY_LAW.test(purpose) || BY_CONTRACT.test(purpose)) return 'lawful';
  return 'none';
}
