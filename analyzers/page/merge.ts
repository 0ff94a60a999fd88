/**
 * Joins two snapshots of one page: what the person has seen stays seen. A log-in dialog that is closed again, a banner that
 * was answered, are part of how the page asked, though the latest reading finds them no more.
 */
import type { PageSurface } from '../artifacts';
import { LIMITS } from '../artifacts';

/** Gone elements kept of each sort: a page may draw without end. */
const MAX_GONE = 20;

/**
 * The newer snapshot with what only the earlier one shows. Elements are matched by what they say, since frameworks put new
 * elements in the place of old ones; of two that match the visible one stands, else the newer.
 */
export function mergeSurfaces(earlier: PageSurface, newer: PageSurface): PageSurface {
  return {
    ...newer,
    textLength: Math.max(earlier.textLength, newer.textLength),
    policyLinks: join(earlier.policyLinks, newer.policyLinks, (link) => `${link.href} ${link.text} ${link.place}`, () => true),
    consentSurfaces: join(earlier.consentSurfaces, newer.consentSurfaces, (surface) => surface.text, (surface) => surface.visible),
    tickBoxes: join(earlier.tickBoxes, newer.tickBoxes, (box) => box.label, (box) => box.visible),
    forms: join(earlier.forms, newer.forms, (form) => `${form.action} ${form.fields.map((field) => field.kind + field.label).join()}`, (form) => form.visible),
    impliedNotices: join(earlier.impliedNotices, newer.impliedNotices, (notice) => notice.text, () => true),
    footer: { ...earlier.footer, ...newer.footer },
  };
}

function join<T>(earlier: T[], newer: T[], keyOf: (item: T) => string, wasSeen: (item: T) => boolean): T[] {
  const before = new Map(earlier.filter(wasSeen).map((item) => [keyOf(item), item]));
  const joined = newer.map((item) => {
    const old = before.get(keyOf(item));
    before.delete(keyOf(item));
    return old !== undefined && !wasSeen(item) ? old : item;
  });
  return [...joined, ...[...before.values()].slice(-MAX_GONE)].slice(0, LIMITS.elementsPerSurface);
}
