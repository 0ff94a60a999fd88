/** Logging in, registering or browsing on is declared to be consent, and there is no box and no button to agree with. */
import type { ConsentTopic, FormSurface, PageSurface } from '../artifacts';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const impliedConsentNotice: Rule = {
  id: 'implied-consent-notice',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'CRITERIA', article: '三-4' }],
  judge,
};

interface Notice {
  surface: PageSurface;
  text: string;
  selector: string;
  topics: ConsentTopic[];
  /** The page offers an express way to agree beside it: a box to tick, a button to accept. */
  express: boolean;
}

function judge({ visit }: RuleContext): Verdict {
  const surfaces = ownSurfaces(visit);
  const notices = surfaces.flatMap(noticesOf);
  const silent = notices.filter((notice) => !notice.express);
  const clear = silent.filter(({ topics }) => topics.some((topic) => PERSONAL.has(topic)));
  const evidence = (list: Notice[]) => list.map((notice) => elementEvidence(notice.surface, notice));
  if (clear.length > 0) {
    const [first, ...rest] = evidence(clear);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: { text: clear[0]!.text } };
  }
  if (silent.length > 0) {
    const say = silent.some(({ topics }) => topics.includes('agreement')) ? 'agreement-only' : 'no-document';
    return { outcome: 'review', say, evidence: evidence(silent), facts: { text: silent[0]!.text } };
  }
  const declared = surfaces.flatMap(declaredOf);
  if (declared.length > 0) return { outcome: 'review', say: 'declared', evidence: evidence(declared), facts: { text: declared[0]!.text } };
  if (notices.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, surfaces) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

/** What concerns personal data; consent to a mere agreement is a matter of contract. */
const PERSONAL: ReadonlySet<ConsentTopic> = new Set(['policy', 'cookies', 'marketing', 'sharing', 'credit-query', 'sensitive']);

function noticesOf(surface: PageSurface): Notice[] {
  const asked = hasAgreeingSurface(surface);
  const inForms = surface.forms
    .filter((form) => form.visible)
    .flatMap((form) => form.notices.filter((notice) => notice.impliesConsent).map((notice) => ({ ...notice, surface, express: asked || hasExpressAct(form, surface) })));
  const alone = surface.impliedNotices.map((notice) => ({ ...notice, surface, express: asked || answersIn(surface, notice.surfaceId) || hasBox(surface, undefined) }));
  return [...inForms, ...alone];
}

/** The page speaks for the person: 我已阅读并同意, as plain text. */
const SPEAKS_FOR_YOU = /^[\s·•*]*(?:我|本人)?已(?:经)?(?:认真|仔细|充分)?阅读(?:、理解)?(?:并|且)?(?:同意|接受)|^i have read and (?:agree|accept)/i;

/** Such a line in a form with no box in sight and no agreeing button. A box may be drawn in a way nobody can read: a person looks. */
function declaredOf(surface: PageSurface): Notice[] {
  if (surface.tickBoxes.some((box) => box.visible) || hasAgreeingSurface(surface)) return [];
  return surface.forms
    .filter((form) => form.visible && !form.controls.some((control) => control.role === 'accept'))
    .flatMap((form) => form.notices)
    .filter((notice) => !notice.impliesConsent && SPEAKS_FOR_YOU.test(notice.text) && notice.topics.some((topic) => PERSONAL.has(topic)))
    .map((notice) => ({ ...notice, surface, express: false }));
}

function hasExpressAct(form: FormSurface, surface: PageSurface): boolean {
  return form.controls.some((control) => control.role === 'accept') || hasBox(surface, form.id);
}

/** A visible consent box of the form, or one that belongs to no form. */
function hasBox(surface: PageSurface, formId: string | undefined): boolean {
  return surface.tickBoxes.some((box) => box.visible && !box.optional && (box.formId === undefined || box.formId === formId) && box.topics.some((topic) => topic !== 'marketing'));
}

/** A banner or dialog of the page that asks about the same matter with a button to agree. */
function hasAgreeingSurface(surface: PageSurface): boolean {
  return surface.consentSurfaces.some((one) => one.visible && one.asksConsent && one.controls.some((control) => control.role === 'accept') && one.topics.some((topic) => PERSONAL.has(topic)));
}

/** The notice's own banner has a button: 我知道了 under such a text stands for acceptance. */
function answersIn(surface: PageSurface, id: string | undefined): boolean {
  const own = surface.consentSurfaces.find((one) => one.id === id);
  return own !== undefined && own.controls.some((control) => control.role === 'accept' || control.role === 'acknowledge');
}
