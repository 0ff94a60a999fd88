/** What the page rules share: which surfaces belong to the site that is judged, and how an element becomes evidence. */
import type { FieldKind, FormSurface, PageSurface, PolicyLink, Text, Visit } from '../artifacts';
import type { Evidence } from '../report';

/**
 * Surfaces of the site itself, oldest first. A frame of another company (an advertisement, a pay desk) is its own site:
 * what it asks is not the visited site's doing.
 */
export function ownSurfaces(visit: Visit): PageSurface[] {
  return visit.surfaces.filter((surface) => isOnSite(surface.url, visit.site)).sort((a, b) => a.at - b.at);
}

/** Whether an address lies on the site: its registrable domain or a host below it. */
export function isOnSite(address: string, site: string): boolean {
  try {
    const { hostname } = new URL(address);
    return hostname === site || hostname.endsWith(`.${site}`);
  } catch {
    return false;
  }
}

/** Evidence that points at an element of a page. */
export function elementEvidence(surface: PageSurface, element: { selector: string; text: string }, note?: Text): Evidence {
  return { kind: 'page-element', url: surface.url, selector: element.selector, text: element.text, at: surface.at, ...(note ? { note } : {}) };
}

/** Whether the page could not be looked at whole, so that nothing follows from what is not seen. */
export function sawTooLittle(visit: Visit, surfaces: PageSurface[]): boolean {
  return surfaces.length === 0 || surfaces.some((surface) => surface.truncated) || visit.problems.some((problem) => problem.kind === 'page-unreadable');
}

/** Kinds that say nothing of a person by themselves. */
const IMPERSONAL: ReadonlySet<FieldKind> = new Set(['captcha', 'search', 'message', 'other', 'password', 'sms-code']);

/** The visible fields of a form that ask for personal data; a password or code counts with the account it belongs to. */
export function personalFields(form: FormSurface): FormSurface['fields'] {
  if (form.purpose === 'search') return [];
  return form.fields.filter((field) => field.visible && !IMPERSONAL.has(field.kind));
}

/** Links to a document that may hold the policy: named so, or named together with an agreement. */
export function policyLinksOf(surfaces: readonly PageSurface[]): { surface: PageSurface; link: PolicyLink }[] {
  return surfaces.flatMap((surface) => surface.policyLinks.filter((link) => link.names === 'policy' || link.names === 'combined').map((link) => ({ surface, link })));
}
