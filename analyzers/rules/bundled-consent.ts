/** One act of consent covers the privacy policy and, in the same breath, marketing, sharing, a credit query or sensitive data. */
import type { FormSurface, PageSurface } from '../artifacts';
import type { AskedFor } from '../page/asked-for';
import { askedFor } from '../page/asked-for';
import { elementEvidence, ownSurfaces, sawTooLittle } from '../page/judging';
import type { Rule, RuleContext, Verdict } from '../rule';

export const bundledConsent: Rule = {
  id: 'bundled-consent',
  category: 'no-consent',
  severity: 'high',
  basis: [{ instrument: 'PIPL', article: '14' }, { instrument: 'NDSR', article: '22' }, { instrument: 'CONSUMER-REG', article: '23' }],
  judge,
};

/** One act: a box to tick, an agreeing button of a form under its notice, or the agreeing button of a banner or dialog. */
interface Act {
  page: PageSurface;
  kind: 'box' | 'button' | 'surface';
  text: string;
  selector: string;
  asked: AskedFor;
}

type Grade = 'violation' | 'documents' | 'no-policy' | 'told-in-dialog' | 'pass';

function judge({ visit }: RuleContext): Verdict {
  const pages = ownSurfaces(visit);
  const acts = pages.flatMap(actsOf).map((act) => ({ act, grade: gradeOf(act) }));
  const clear = acts.filter(({ grade }) => grade === 'violation');
  const evidence = (list: typeof acts) => list.map(({ act }) => elementEvidence(act.page, act));
  if (clear.length > 0) {
    const [first, ...rest] = evidence(clear);
    return { outcome: 'violation', evidence: [first!, ...rest], facts: factsOf(clear[0]!.act), ...sentenceFor(clear[0]!.act) };
  }
  const doubtful = acts.filter(({ grade }) => grade !== 'pass').sort((a, b) => ORDER.indexOf(a.grade) - ORDER.indexOf(b.grade));
  if (doubtful.length > 0) return { outcome: 'review', say: doubtful[0]!.grade, evidence: evidence(doubtful), facts: factsOf(doubtful[0]!.act) };
  if (acts.length > 0) return { outcome: 'pass' };
  return sawTooLittle(visit, pages) ? { outcome: 'error', say: 'unread' } : { outcome: 'not-applicable' };
}

/** Graver doubts first. */
const ORDER: readonly Grade[] = ['no-policy', 'told-in-dialog', 'documents'];

function gradeOf({ asked, kind }: Act): Grade {
  const topics = new Set(asked.extras.map((extra) => extra.topic));
  if (topics.size > 0 && asked.policy) {
    // A dialog tells at length what is done with data; only a document made for consent is sure to be agreed to with it.
    return kind !== 'surface' || asked.extras.some((extra) => extra.how === 'document') ? 'violation' : 'told-in-dialog';
  }
  if (topics.size > 1 || (topics.size > 0 && asked.agreement)) return kind === 'surface' && asked.extras.every((extra) => extra.how === 'clause') ? 'pass' : 'no-policy';
  return asked.policy && asked.agreement && kind !== 'surface' ? 'documents' : 'pass';
}

function actsOf(page: PageSurface): Act[] {
  const boxes = page.tickBoxes
    // Who leaves a free box empty has agreed to nothing in it.
    .filter((box) => box.visible && !(box.optional && !box.checkedNow))
    .map((box): Act => ({ page, kind: 'box', text: box.label, selector: box.selector, asked: askedOf(box.label, page.forms.find(({ id }) => id === box.formId)) }));
  const buttons = page.forms
    .filter((form) => form.visible && form.controls.some((control) => control.role === 'accept') && !page.tickBoxes.some((box) => box.visible && (box.formId === form.id || box.formId === undefined)))
    .flatMap((form) => form.notices.map((notice): Act => ({ page, kind: 'button', text: notice.text, selector: notice.selector, asked: askedOf(notice.text, form) })));
  const surfaces = page.consentSurfaces
    // Where kinds of use can be switched, or boxes stand inside, one button does not cover them all.
    .filter((surface) => surface.visible && surface.asksConsent && (surface.switches ?? 0) === 0 && surface.controls.some((control) => control.role === 'accept' && control.visible !== false) && !surface.controls.some((control) => control.role === 'settings'))
    .map((surface): Act => ({ page, kind: 'surface', text: surface.text, selector: surface.selector, asked: askedFor(surface.text) }));
  return [...boxes, ...buttons, ...surfaces].filter(({ asked }) => asked.policy || asked.agreement || asked.extras.length > 0);
}

/** Who subscribes to a newsletter asks for what is elsewhere an extra. */
function askedOf(text: string, form: FormSurface | undefined): AskedFor {
  const asked = askedFor(text);
  return form?.purpose === 'newsletter' ? { ...asked, extras: asked.extras.filter(({ topic }) => topic !== 'marketing') } : asked;
}

function factsOf({ text, asked }: Act): Record<string, string> {
  return { text: text.slice(0, 80), words: asked.extras.map((extra) => extra.words).join(' / ').slice(0, 120) };
}

/** The sentence that names what is bundled; the general one where several things are. */
function sentenceFor({ asked }: Act): { say?: string } {
  const [topic, ...more] = new Set(asked.extras.map((extra) => extra.topic));
  return topic && more.length === 0 ? { say: `violation-${topic}` } : {};
}
