/** Which consent platform drew a banner: known by mark-up of its own, found and never pressed. */
import { CONSENT_PLATFORMS } from '../data/consent-platforms';

/** Platforms known from their own documentation or script, beside the generated table. */
const FURTHER: readonly (readonly [string, string])[] = [
  ['OneTrust', '#onetrust-consent-sdk'],
  ['Klaro', '.klaro'],
  ['Cookie Consent (Osano)', '.cc-window'],
  ['Didomi', '.didomi-popup-container'],
  ['Quantcast Choice', '.qc-cmp2-container'],
  ['Complianz', '.cmplz-cookiebanner'],
  ['Borlabs Cookie', '#BorlabsCookieBox'],
];

/** Name of the platform whose mark-up an element is, holds, or lies in; undefined when none is known. */
export function platformOf(element: Element): string | undefined {
  for (const [name, selector] of [...CONSENT_PLATFORMS, ...FURTHER]) {
    if (matches(element, selector)) return name;
  }
  const root = element.getRootNode?.();
  const host = root?.nodeType === 11 ? (root as ShadowRoot).host : null;
  return host ? platformOf(host) : undefined;
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.closest(selector) !== null || element.querySelector(selector) !== null;
  } catch {
    return false; // a selector this browser does not know
  }
}
