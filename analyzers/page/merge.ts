/**
 * Joins two snapshots of one page: what the person has seen stays seen. A log-in dialog that is closed again, a banner that
 * was answered, are part of how the page asked, though the latest reading finds them no more.
 */
import type { FormSurface, PageSurface } from '../artifacts';
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
    forms: join(earlier.forms, newer.forms.map((form) => stillRequired(form, earlier)), (form) => `${form.action} ${form.fields.map((field) => field.kind + field.label).join()}`, (form) => form.visible),
    impliedNotices: join(earlier.impliedNotices, newer.impliedNotices, (notice) => notice.text, () => true),
    ...accountParts(earlier, newer),
    ...joined('gates', earlier, newer, (gate) => gate.kind + gate.text),
    ...joined('faceSteps', earlier, newer, (step) => step.kind + step.text),
    ...joined('published', earlier, newer, (data) => data.kind + data.text),
    footer: { ...earlier.footer, ...newer.footer },
  };
}

/** An optional list of both snapshots under its own name; nothing where neither has it. */
function joined<K extends 'gates' | 'faceSteps' | 'published', T extends NonNullable<PageSurface[K]>[number]>(name: K, earlier: PageSurface, newer: PageSurface, keyOf: (item: T) => string): Partial<PageSurface> {
  const [before, now] = [(earlier[name] ?? []) as T[], (newer[name] ?? []) as T[]];
  if (before.length + now.length === 0) return {};
  return { [name]: join(before, now, keyOf, (item) => !('visible' in item) || item.visible !== false).slice(0, LIMITS.signsPerSurface) };
}

/** A field that once was refused empty stays one that must be filled, though the message is gone. */
function stillRequired(form: FormSurface, earlier: PageSurface): FormSurface {
  const refused = new Set(earlier.forms.flatMap((one) => one.fields.filter((field) => field.requiredBy === 'refusal').map((field) => field.kind + field.label)));
  if (refused.size === 0) return form;
  return { ...form, fields: form.fields.map((field) => (!field.required && refused.has(field.kind + field.label) ? { ...field, required: true, requiredBy: 'refusal' } : field)) };
}

/** Notices, ways and terms that were seen once were shown. */
function accountParts(earlier: PageSurface, newer: PageSurface): Partial<PageSurface> {
  const notices = join(earlier.permissionNotices ?? [], newer.permissionNotices ?? [], (notice) => notice.text, (notice) => notice.visible);
  const changes = join(earlier.changeNotices ?? [], newer.changeNotices ?? [], (notice) => notice.text, (notice) => notice.visible);
  const account = newer.account ?? earlier.account;
  const signedIn = newer.signedIn ?? earlier.signedIn;
  const removal = newer.removal ?? earlier.removal;
  const placeByHand = newer.placeByHand ?? earlier.placeByHand;
  return {
    ...(notices.length > 0 ? { permissionNotices: notices } : {}),
    ...(changes.length > 0 ? { changeNotices: changes } : {}),
    ...(placeByHand ? { placeByHand } : {}),
    ...(signedIn ? { signedIn } : {}),
    ...(account ? { account: { ...account, entries: join(earlier.account?.entries ?? [], account.entries, (entry) => entry.text, (entry) => entry.visible) } } : {}),
    ...(removal ? { removal: { ...removal, terms: join(earlier.removal?.terms ?? [], removal.terms, (term) => term.text, (term) => term.visible) } } : {}),
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
