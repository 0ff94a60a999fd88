/** Collects what shows a page's function and each form's own: title, headings, buttons. */
import type { ServiceGuess } from '../artifacts';
import type { PageContext } from './context';
import { holds, isVisible, selectorOf, textOf } from './dom';
import type { FormReading } from './forms';
import { controlText } from './scan';
import type { ServiceSign } from './service';
import { guessFormService, guessService } from './service';
import { readsLikeButton, roleOf } from './wording';

/** Headings and buttons looked at. */
const MAX_HEADINGS = 20;
const MAX_BUTTONS = 60;

/** The page's function; each form gets its own where its heading or button names one. Pauses after each form. */
export function* readServices(context: PageContext, forms: readonly FormReading[], title: string): Generator<void, ServiceGuess | undefined> {
  const headings = context.scan.headings.slice(0, MAX_HEADINGS).filter(isVisible);
  const buttons = context.scan.controls.slice(0, MAX_BUTTONS).filter((control) => control.localName !== 'a' || readsLikeButton(controlText(control)));
  for (const reading of forms) {
    yield;
    const guess = guessFormService([
      ...headings.filter((heading) => holds(reading.zone, heading)).map((heading) => signOf(heading, 'heading')),
      ...buttons.filter((control) => holds(reading.zone, control) && SENDS.test(roleOf(controlText(control)))).map((control) => signOf(control, 'button')),
      { text: textOf(reading.zone, 24), place: () => reading.form.selector, from: 'heading' },
    ]);
    if (guess && reading.form.fields.length > 0) reading.form.service = guess;
  }
  return guessService([
    { text: title.slice(0, 60), place: () => 'title', from: 'title' },
    ...headings.map((heading) => signOf(heading, 'heading')),
    ...buttons.map((control) => signOf(control, 'button')),
    // Phone pages draw their heading without the element.
    ...(headings.length === 0 && context.scan.firstText ? [{ ...signOf(context.scan.firstText, 'heading') }] : []),
  ]);
}

const SENDS = /^(?:submit|accept|other)$/;

function signOf(element: Element, from: ServiceSign['from']): ServiceSign {
  return { text: from === 'button' ? controlText(element) : textOf(element, 61), place: () => selectorOf(element), from };
}
