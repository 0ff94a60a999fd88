/** What the readers of one page share: the scan, and how many fields and boxes stand under each element. */
import { ancestorsOf, holds, parentOf, textOf } from './dom';
import type { Scan } from './scan';

export interface PageContext {
  scan: Scan;
  /** Fields (radio groups included) under an element. */
  fieldsIn(element: Element): number;
  /** Tick boxes under an element. */
  boxesIn(element: Element): number;
  formsIn(element: Element): number;
  /** Prompts (请选择…) under an element. */
  promptsIn(element: Element): number;
  /** Text length under an element; 0 for one that was not scanned. */
  lengthOf(element: Element): number;
}

export function contextOf(scan: Scan): PageContext {
  const fields = countsOf([...scan.fields, ...scan.radios]);
  const boxes = countsOf(scan.boxes);
  const forms = countsOf(scan.forms);
  const prompts = countsOf(scan.prompts);
  return {
    scan,
    fieldsIn: (element) => fields.get(element) ?? 0,
    boxesIn: (element) => boxes.get(element) ?? 0,
    formsIn: (element) => forms.get(element) ?? 0,
    promptsIn: (element) => prompts.get(element) ?? 0,
    lengthOf: (element) => scan.textLength.get(element) ?? 0,
  };
}

/** How many of `elements` each of their ancestors (and each itself) holds. */
function countsOf(elements: Element[]): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const element of elements) {
    for (const node of [element, ...ancestorsOf(element)]) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return counts;
}

/** Body and html hold everything: no reader takes them for a part of the page. */
export function isPage(element: Element): boolean {
  return element.localName === 'body' || element.localName === 'html';
}

/**
 * The surroundings that belong to a form: upward while no other form joins and the text stays short. Agreement lines and
 * buttons often stand right beside the form element.
 */
export function zoneOf(form: Element, context: PageContext): Element {
  let zone = form;
  const own = context.fieldsIn(form);
  for (let level = 0; level < 5; level++) {
    const parent = parentOf(zone);
    if (!parent || parent.localName === 'html') break;
    if (context.lengthOf(parent) > Math.max(600, context.lengthOf(form) + 500)) break;
    if (context.formsIn(parent) > Math.max(1, context.formsIn(form)) || context.fieldsIn(parent) > own) break;
    zone = parent;
  }
  return zone;
}

/** Text of an element without its controls' text. */
export function textWithout(element: Element, controls: Element[], limit: number): string {
  const inside = new Set(controls);
  return textOf(element, limit, (node) => inside.has(node));
}

export { holds };
