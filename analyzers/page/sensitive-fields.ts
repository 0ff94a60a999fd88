/** Which fields ask for sensitive personal data (PIPL 28), and how sure that is. */
import type { FieldKind, FormField, FormSurface, PageSurface } from '../artifacts';

export interface FieldSight {
  surface: PageSurface;
  form: FormSurface;
  field: FormField;
}

/** `clear`: sensitive by law; the others are for a person to weigh, each for its own reason. */
export type SensitiveGrade = 'clear' | 'payment' | 'named-by-page' | 'wide' | 'maybe-child' | 'none';

/** Every visible field of the surfaces with the grade of its sensitivity, where it has one. */
export function sensitiveSights(surfaces: readonly PageSurface[]): (FieldSight & { grade: SensitiveGrade })[] {
  return surfaces
    .flatMap((surface) => surface.forms.flatMap((form) => form.fields.filter((field) => field.visible).map((field) => ({ surface, form, field }))))
    .map((sight) => ({ ...sight, grade: gradeOf(sight) }))
    .filter(({ grade }) => grade !== 'none');
}

/** The labels of fields as a list to read. */
export function nameFields(sights: readonly FieldSight[]): string {
  return [...new Set(sights.map(({ field }) => field.label.replace(/[*＊:：?？\s]+/g, ' ').trim()))].join('、');
}

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
/** A licence of a business shows no person by itself. */
const OF_BUSINESS = /营业执照|企业|公司|机构|法人证书|许可证/;
/** A page or button that says 实名认证 says, if briefly, what the identity is for. */
const NAMES_PURPOSE = /实名|认证|核验|身份验证|开户|绑卡|绑定银行卡|提现|支付|付款|verif|identity check|payment|checkout/i;

function gradeOf({ surface, form, field }: FieldSight): SensitiveGrade {
  if (MAYBE_CHILDS.has(field.kind)) return childGrade(form, field, surface);
  if (!SENSITIVE.has(field.kind)) return 'none';
  if (field.kind === 'id-photo' && OF_BUSINESS.test(field.label)) return 'none';
  // Name, size and department of a visit are near health, not it; 当前位置 may be a city.
  if (field.kind === 'health' && !ILLNESS.test(field.label)) return 'wide';
  if (field.kind === 'precise-location' && !POSITION.test(field.label)) return 'wide';
  if (field.kind === 'bank-card' && form.purpose === 'order') return 'payment';
  const words = [surface.title, ...form.controls.filter((control) => control.role === 'submit' || control.role === 'other').map((control) => control.text)].join(' ');
  if (field.kind !== 'health' && NAMES_PURPOSE.test(words)) return 'named-by-page';
  return 'clear';
}

function childGrade(form: FormSurface, field: FormField, surface: PageSurface): SensitiveGrade {
  if (GROWN_UP.test(field.label) && !CHILD.test(field.label)) return 'none';
  if (CHILD.test(field.label) || form.fields.some((other) => other.kind === 'child-name' || other.kind === 'child-birthday' || other.kind === 'child-school')) return 'clear';
  const words = form.fields.map((other) => other.label).join(' ');
  if (CHILD.test(words) && field.kind !== 'birthday') return 'maybe-child';
  // A page that speaks to children asks them; how old who answers is, it does not tell.
  if (surface.children?.addressed && field.kind === 'age') return 'maybe-child';
  return field.kind === 'grade' && PUPIL.test(words) ? 'maybe-child' : 'none';
}
