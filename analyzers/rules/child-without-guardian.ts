/** A child under fourteen can give data of its own, and nothing asks for a parent or guardian. */
import { say } from '../../locales';
import type { FormField, FormSurface, PageSurface } from '../artifacts';
import { ageIn } from '../page/choices';
import { elementEvidence, ownSurfaces, personalFields, sawTooLittle } from '../page/judging';
import type { Evidence } from '../report';
import type { Rule, RuleContext, Verdict } from '../rule';

export const childWithoutGuardian: Rule = {
  id: 'child-without-guardian',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '31' }, { instrument: 'CHILDREN', article: '9' }],
  judge,
};

/** PIPL 28, 31: under fourteen. */
const CHILD_AGE = 14;

/** How a form lets a child in: by an age it offers, by words to children, by years of birth left open. */
type Way = 'age' | 'addressed' | 'open-year';

interface Sight {
  surface: PageSurface;
  form: FormSurface;
  field: FormField;
  way: Way;
}

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const year = new Date(visit.startedAt).getUTCFullYear();
  const sights = surfaces.flatMap((surface) => surface.forms.filter((form) => form.visible && collects(form)).flatMap((form) => waysIn(surface, form, year)));
  if (sights.length === 0) return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
  const unasked = sights.filter(({ surface, form }) => !speaksOfGuardian(surface, form));
  const sure = unasked.filter(({ way }) => way !== 'open-year');
  const [first, ...rest] = sure.map(evidenceOf);
  if (first) return { outcome: 'violation', evidence: [first, ...rest], facts: { fields: namesOf(sure) } };
  const [open] = unasked;
  if (open) return { outcome: 'review', say: 'open-year', evidence: unasked.map(evidenceOf), facts: { fields: namesOf(unasked) } };
  // A parent speaks for the child; whether it is asked to agree is another matter.
  const silent = sights.filter(({ surface, form, way }) => way !== 'open-year' && !asksGuardian(surface, form));
  return silent.length > 0 ? { outcome: 'review', evidence: silent.map(evidenceOf), facts: { fields: namesOf(silent) } } : { outcome: 'pass' };
}

/** Searches, filters and a bare log-in collect nothing of the child. */
function collects(form: FormSurface): boolean {
  return form.purpose !== 'search' && personalFields(form).some((field) => field.kind !== 'username');
}

function waysIn(surface: PageSurface, form: FormSurface, year: number): Sight[] {
  const fields = form.fields.filter((field) => field.visible);
  const ages = fields.filter((field) => ((field.choices?.youngest ?? CHILD_AGE) < CHILD_AGE && field.kind !== 'education') || (AGE_KINDS.has(field.kind) && isChildLabel(field.label)));
  if (ages.length > 0) return ages.map((field) => ({ surface, form, field, way: 'age' }));
  const asked = fields.filter((field) => AGE_KINDS.has(field.kind) || CHILD_KINDS.has(field.kind) || field.kind === 'name' || field.kind === 'phone');
  if (surface.children?.addressed && TO_CHILDREN.test(surface.children.addressed.text) && asked[0]) return [{ surface, form, field: asked[0], way: 'addressed' }];
  // Years of birth written out up to a child's: any adult form with a free date field is left alone.
  return fields.filter((field) => field.choices?.latestYear !== undefined && field.choices.latestYear > year - CHILD_AGE && field.choices.latestYear <= year + 1).map((field) => ({ surface, form, field, way: 'open-year' }));
}

const AGE_KINDS: ReadonlySet<string> = new Set(['age', 'birthday', 'grade', 'child-birthday']);
const CHILD_KINDS: ReadonlySet<string> = new Set(['child-name', 'child-birthday', 'child-school']);
/** Words that only someone who speaks to children, or runs a place for them, uses. */
const TO_CHILDREN = /小朋友|小同学|小学生|小(?:选手|会员|玩家|读者|记者|画家|主人)|少儿(?:社区|频道|乐园)|儿童(?:乐园|社区|频道|版|画|故事|游戏)|宝贝们|几岁|你多大|\bkids?\b|for children/i;

function isChildLabel(label: string): boolean {
  const age = ageIn(label);
  return age !== undefined && age < CHILD_AGE && !/满|以上|不(?:得|能|接受)/.test(label);
}

const GUARDIAN = /监护人|家长|父母|父亲|母亲|爸爸|妈妈|爸妈|guardian|parent/i;

function speaksOfGuardian(surface: PageSurface, form: FormSurface): boolean {
  if (surface.children?.guardian) return true;
  return [...form.fields.map((field) => field.label), ...surface.tickBoxes.map((box) => box.label), ...form.notices.map((notice) => notice.text), ...surface.consentSurfaces.map((one) => one.text)].some((text) => GUARDIAN.test(text)) || form.fields.some((field) => CHILD_KINDS.has(field.kind) || /孩子|宝宝|子女/.test(field.label));
}

/** A box, button or step that has a guardian agree. */
function asksGuardian(surface: PageSurface, form: FormSurface): boolean {
  const agreed = /监护人|家长|父母|儿童|guardian|parent/i;
  return surface.tickBoxes.some((box) => box.visible && agreed.test(box.label)) || form.notices.some((notice) => agreed.test(notice.text)) || form.controls.some((control) => control.role === 'accept' && agreed.test(control.text)) || surface.consentSurfaces.some((one) => agreed.test(one.text)) || /监护人|同意/.test(surface.children?.guardian?.text ?? '');
}

function namesOf(sights: readonly Sight[]): string {
  return [...new Set(sights.map(({ field }) => field.label.replace(/[*＊:：\s]+/g, ' ').trim()))].join('、');
}

function evidenceOf({ surface, field, way }: Sight): Evidence {
  const age = way === 'age' ? field.choices?.youngest : undefined;
  return elementEvidence(surface, { selector: field.selector, text: field.label }, age === undefined ? undefined : say('rules.child-without-guardian.evidence-age', { age }));
}
