/** A form makes people fill in what the page's function does not need, and gives no reason. */
import type { FieldKind, FormField, FormSurface, PageSurface, ServiceGuess, Text } from '../artifacts';
import { say } from '../../locales';
import type { ServiceType } from '../data/necessary-information';
import { serviceType } from '../data/necessary-information';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import { functionOf } from '../page/service';
import { nameFields } from '../page/sensitive-fields';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const nonessentialRequiredField: Rule = {
  id: 'nonessential-required-field',
  category: 'not-necessary',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '6' }, { instrument: 'PIPL', article: '16' }, { instrument: 'NECESSARY', article: '4' }],
  judge,
};

/** What a service seldom needs and people do not like to give. Names, phones, addresses and accounts are weighed only where the function is confirmed. */
const TELLING: ReadonlySet<FieldKind> = new Set([
  'birthday', 'age', 'gender', 'marital-status', 'id-number', 'id-photo', 'passport', 'bank-card', 'income', 'occupation', 'education', 'ethnicity', 'religion', 'health', 'face-photo', 'contacts',
  'emergency-contact', 'child-name', 'child-birthday', 'child-school', 'wechat', 'qq', 'precise-location',
]);
const PLAIN: ReadonlySet<FieldKind> = new Set(['name', 'phone', 'email', 'address', 'school', 'grade', 'plate']);
/** Forms about a person's account or another matter, where the page's function says nothing of the fields. */
const NOT_WEIGHED: ReadonlySet<FormSurface['purpose']> = new Set(['search', 'survey', 'newsletter']);
/** 先生/女士 is how to address someone. */
const ADDRESSING = /称[呼谓]|先生|女士/;
/** A reason that serves the seller, or says nothing: it tells why, not that the function needs it. */
const WEAK_REASON = /优惠|福利|惊喜|礼[品包物]|活动|营销|推荐|权益|积分|更好|体验|完善|了解(?:您|你)|画像|分析/;

interface Sight {
  surface: PageSurface;
  form: FormSurface;
  field: FormField;
  guess?: ServiceGuess;
  type?: ServiceType;
}

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const required = surfaces.flatMap((surface) => surface.forms.filter((form) => form.visible && !NOT_WEIGHED.has(form.purpose)).flatMap((form) => form.fields.filter((field) => field.required && field.visible).map((field): Sight => {
    const guess = functionOf(surface, form);
    const type = guess && serviceType(guess.service);
    return { surface, form, field, ...(guess ? { guess } : {}), ...(type ? { type } : {}) };
  })));
  if (required.length === 0) return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
  const sure = required.filter(isClear);
  const [first, ...rest] = sure.map(evidenceOf);
  if (first) return { outcome: 'violation', evidence: [first, ...rest], facts: { fields: nameFields(sure), service: nameOf(sure[0]!) } };
  const doubtful = required.filter(isDoubtful);
  if (doubtful.length === 0) return { outcome: 'pass' };
  const one = doubtful[0]!;
  return { outcome: 'review', ...(one.type ? {} : { say: 'unknown-function' }), evidence: doubtful.map(evidenceOf), facts: { fields: nameFields(doubtful), service: nameOf(one) } };
}

/** Beyond doubt: the page shows what it is for and the kind is foreign to it, or the person said what the page is for. */
function isClear({ form, field, guess, type }: Sight): boolean {
  if (!guess || !type || field.purposeText !== undefined || isAddressing(field)) return false;
  if (guess.certainty === 'confirmed') return !type.needs.includes(field.kind) && (TELLING.has(field.kind) || PLAIN.has(field.kind));
  // Opening an account is a matter of its own; what it needs is for a person to weigh.
  return guess.certainty === 'shown' && type.unneeded.includes(field.kind) && (form.purpose !== 'registration' || form.service?.service === guess.service);
}

function isDoubtful({ field, guess, type }: Sight): boolean {
  if (isAddressing(field) || type?.needs.includes(field.kind)) return false;
  if (field.purposeText !== undefined && !WEAK_REASON.test(field.purposeText)) return false;
  // A portrait or a picture to work on is the matter itself where nothing else is known of the page.
  if (field.kind === 'face-photo' && !type) return false;
  return TELLING.has(field.kind) || (guess?.certainty === 'confirmed' && PLAIN.has(field.kind));
}

function isAddressing(field: FormField): boolean {
  return field.kind === 'gender' && ADDRESSING.test(field.label);
}

function nameOf({ type }: Sight): Text {
  return type?.name ?? { 'zh-CN': '', en: '' };
}

function evidenceOf({ surface, field, guess, type }: Sight): Evidence {
  const shown = guess?.evidence[0]?.text;
  const note = type && shown ? say('rules.nonessential-required-field.evidence', { service: type.name, words: shown }) : undefined;
  return elementEvidence(surface, { selector: field.selector, text: field.label }, note);
}
