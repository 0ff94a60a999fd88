/** A form asks for sensitive personal data and nothing beside the field says what for. */
import { say } from '../../locales';
import type { FieldKind, FormField, FormSurface, PageSurface } from '../artifacts';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const sensitiveFieldWithoutNotice: Rule = {
  id: 'sensitive-field-without-notice',
  category: 'purpose-not-stated',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '30' }, { instrument: 'CRITERIA', article: '二-3' }],
  judge,
};

type Sight = { surface: PageSurface; form: FormSurface; field: FormField };

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const sights = surfaces.flatMap((surface) => surface.forms.flatMap((form) => form.fields.filter((field) => field.visible).map((field) => ({ surface, form, field }))));
  const sensitive = sights.map((sight) => ({ ...sight, grade: gradeOf(sight) })).filter(({ grade }) => grade !== 'none');
  const silent = sensitive.filter(({ field }) => field.purposeText === undefined);
  const clear = silent.filter(({ grade }) => grade === 'clear');
  const note = say('rules.sensitive-field-without-notice.evidence');
  const evidence = (list: Sight[]) => list.map(({ surface, field }) => elementEvidence(surface, { selector: field.selector, text: field.label }, note));
  const fields = (list: Sight[]) => [...new Set(list.map(({ field }) => field.label.replace(/[*＊:：?？\s]+/g, ' ').trim()))].join('、');
  if (clear.length > 0) {
    const [first, ...rest] = evidence(clear);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: { fields: fields(clear) } };
  }
  const [doubtful] = silent;
  if (doubtful) return { outcome: 'review', say: doubtful.grade, evidence: evidence(silent), facts: { fields: fields(silent) } };
  if (sensitive.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

/** `clear`: sensitive by law; the others are for a person to weigh, each for its own reason. */
type Grade = 'clear' | 'payment' | 'named-by-page' | 'wide' | 'maybe-child' | 'none';

/** PIPL 28: biometric data, specific identity, health, finance accounts, whereabouts; and all data of those under 14. */
const SENSITIVE: ReadonlySet<FieldKind> = new Set(['id-number', 'id-photo', 'passport', 'bank-card', 'face-photo', 'health', 'precise-location', 'child-birthday', 'child-school']);
/** A child's data where the words say that it is a child's. */
const MAYBE_CHILDS: ReadonlySet<FieldKind> = new Set(['age', 'birthday', 'grade', 'school']);
const CHILD = /孩子|小孩|宝宝|宝贝|儿童|幼儿|小朋友|子女|幼儿园|小学|初中|学龄|少儿|\b(?:child|kid|toddler|primary school|kindergarten)/i;
const PUPIL = /学生|学员|考生|家长|监护人|年级|\b(?:student|pupil|parent|guardian)/i;
/** A grown-up's own age beside a child's. */
const GROWN_UP = /家长|父母|父亲|母亲|监护人|本人|\b(?:parent|guardian|your)\b/i;
const ILLNESS = /病|症|过敏|用药|服药|怀孕|孕|诊断|手术|健康状况|allerg|medical|disease|symptom|diagnos|medication|pregnan/i;
const POSITION = /定位|经纬度|经度|纬度|latitude|longitude|geolocation/i;
/** A page or button that says 实名认证 says, if briefly, what the identity is for. */
const NAMES_PURPOSE = /实名|认证|核验|身份验证|开户|绑卡|绑定银行卡|提现|支付|付款|verif|identity check|payment|checkout/i;

function gradeOf({ surface, form, field }: Sight): Grade {
  if (MAYBE_CHILDS.has(field.kind)) return childGrade(form, field);
  if (!SENSITIVE.has(field.kind)) return 'none';
  // Name, size and department of a visit are near health, not it; 当前位置 may be a city.
  if (field.kind === 'health' && !ILLNESS.test(field.label)) return 'wide';
  if (field.kind === 'precise-location' && !POSITION.test(field.label)) return 'wide';
  if (field.kind === 'bank-card' && form.purpose === 'order') return 'payment';
  const words = [surface.title, ...form.controls.filter((control) => control.role === 'submit' || control.role === 'other').map((control) => control.text)].join(' ');
  if (field.kind !== 'health' && NAMES_PURPOSE.test(words)) return 'named-by-page';
  return 'clear';
}

function childGrade(form: FormSurface, field: FormField): Grade {
  if (GROWN_UP.test(field.label) && !CHILD.test(field.label)) return 'none';
  if (CHILD.test(field.label) || form.fields.some((other) => other.kind === 'child-name' || other.kind === 'child-birthday' || other.kind === 'child-school')) return 'clear';
  const words = form.fields.map((other) => other.label).join(' ');
  if (CHILD.test(words) && field.kind !== 'birthday') return 'maybe-child';
  return field.kind === 'grade' && PUPIL.test(words) ? 'maybe-child' : 'none';
}
