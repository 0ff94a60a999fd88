/**
 * What a page, or one form of it, is for, as a guess with the words it rests on. Whether a field is needed hangs on it, so
 * the person may confirm or correct it: `confirmService`.
 */
import type { FormSurface, PageSurface, ServiceGuess } from '../artifacts';
import { inSimplified } from './simplified';
import { NOT_THE_SERVICE, SERVICE_WORDS } from './service-words';

/** A text that may show the function, with its place. */
export interface ServiceSign {
  text: string;
  /** Where it stands; asked for only where the sign becomes evidence. */
  place(): string;
  /** `button`: pressing leads there; `title` names the page; `heading` and `name` (of the form) tell what is done here. */
  from: 'title' | 'heading' | 'button';
}

/** Signs longer than this are running text. */
const MAX_SIGN = 60;
const WEIGHTS: Record<ServiceSign['from'], number> = { title: 3, heading: 3, button: 2 };
/** Functions that stand beside the one a page is for: every shop has a membership, a form and a message box. */
const SIDE: ReadonlySet<string> = new Set(['membership', 'contact', 'survey', 'coupon', 'real-name']);

/**
 * The function the signs name most. `shown` where title or heading names it and no other function is named as loudly; a
 * button alone, or two functions side by side, leave it a guess. Undefined without any sign.
 */
export function guessService(signs: readonly ServiceSign[]): ServiceGuess | undefined {
  const found = new Map<string, { weight: number; signs: ServiceSign[] }>();
  for (const sign of signs) {
    if (sign.text.length > MAX_SIGN || NOT_THE_SERVICE.test(sign.text)) continue;
    const words = inSimplified(sign.text);
    const named = SERVICE_WORDS.find(([, pattern]) => pattern.test(words))?.[0];
    if (!named) continue;
    const entry = found.get(named) ?? { weight: 0, signs: [] };
    // The same words in title and heading are said once.
    if (!entry.signs.some((one) => one.text === sign.text)) entry.weight += WEIGHTS[sign.from];
    entry.signs.push(sign);
    found.set(named, entry);
  }
  const ranked = [...found].sort(([a, x], [b, y]) => Number(SIDE.has(a)) - Number(SIDE.has(b)) || y.weight - x.weight);
  const [best, second] = ranked;
  if (!best) return undefined;
  const [service, { weight, signs: shownBy }] = best;
  const rival = second && !SIDE.has(second[0]) ? second[1].weight : 0;
  return {
    service,
    certainty: weight >= 3 && rival < weight ? 'shown' : 'guessed',
    evidence: shownBy.slice(0, 3).map(({ text, place }) => ({ text: text.slice(0, 80), selector: place() })),
  };
}

/** The function a form's own button names before its heading does: 开始点餐 under 完善资料 is ordering. */
export function guessFormService(signs: readonly ServiceSign[]): ServiceGuess | undefined {
  const byButton = guessService(signs.filter(({ from }) => from === 'button'));
  return byButton && !SIDE.has(byButton.service) ? byButton : guessService(signs);
}

/**
 * What a form serves: its own words where they name a function, else the page's. An order (提交订单) is of whatever the page
 * sells; a button that begins the service shows it as plainly as a title.
 */
export function functionOf(surface: PageSurface, form: FormSurface): ServiceGuess | undefined {
  const [page, own] = [surface.service, form.service];
  if (!own || page?.certainty === 'confirmed') return own?.certainty === 'confirmed' ? own : page;
  if (!page || SIDE.has(page.service)) return own.service === 'shopping' || SIDE.has(own.service) ? own : { ...own, certainty: own.certainty === 'guessed' ? 'shown' : own.certainty };
  if (page.service === own.service) return page.certainty === 'shown' ? page : { ...page, certainty: 'shown' };
  if (own.service === 'shopping') return page;
  return { ...own, certainty: 'guessed' };
}

/** The surface with the function the person named; its forms that guessed otherwise follow it. */
export function confirmService(surface: PageSurface, service: string): PageSurface {
  const confirmed: ServiceGuess = { service, certainty: 'confirmed', evidence: surface.service?.service === service ? surface.service.evidence : [] };
  return { ...surface, service: confirmed, forms: surface.forms.map((form) => (form.service && form.service.service !== service ? { ...form, service: confirmed } : form)) };
}
