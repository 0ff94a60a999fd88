/** Labelled pages: what a careful reader sees a page ask, and how near the page reader comes. */
import type { FieldKind, PageSurface } from '../../analyzers/artifacts';

/** What a page asks, by a person who read its source. */
export interface LabelledPage {
  /** File name without its extension. */
  id: string;
  /** A sentence that asks for, or declares, consent to rules or agreements. */
  consentText: boolean;
  /** A box of its own for such a sentence. */
  box: boolean;
  /** That box is ticked as the page is served. */
  ticked: boolean;
  /** A link whose words name a privacy policy, or one that holds it together with an agreement. */
  policyLink: boolean;
  /** Fields a person can fill in, by kind; `other` and `search` are left out. Absent where the source does not tell what they ask. */
  fields?: FieldKind[];
}

/** Right, wrong and missed answers on one question. */
export interface Tally {
  found: number;
  wrong: number;
  missed: number;
}

export const QUESTIONS = ['consentText', 'box', 'ticked', 'policyLink', 'fields'] as const;
export type Question = (typeof QUESTIONS)[number];

/** Kinds that say nothing of a person: not counted. */
const UNCOUNTED: ReadonlySet<FieldKind> = new Set(['other', 'search']);

/** The page reader's answers in the form of the labels. */
export function answersOf(id: string, surfaces: readonly PageSurface[]): LabelledPage {
  const surface = surfaces.at(-1);
  const boxes = surface?.tickBoxes.filter((box) => box.visible && box.topics.length > 0) ?? [];
  const notices = surface?.forms.flatMap((form) => form.notices).filter((notice) => notice.topics.length > 0) ?? [];
  return {
    id,
    consentText: boxes.length > 0 || (surface?.forms.some((form) => form.controls.some((control) => control.role === 'accept')) ?? false) || notices.length > 0 || (surface?.impliedNotices.length ?? 0) > 0 || (surface?.consentSurfaces.some((one) => one.asksConsent) ?? false),
    box: boxes.length > 0,
    ticked: boxes.some((box) => box.checkedAtLoad),
    policyLink: surface?.policyLinks.some((link) => link.names === 'policy' || link.names === 'combined') ?? false,
    fields: surface?.forms.flatMap((form) => form.fields.filter((field) => field.visible).map((field) => field.kind)).filter((kind) => !UNCOUNTED.has(kind)) ?? [],
  };
}

/** Sets answers beside labels, question by question; fields are compared as a bag of kinds. */
export function compare(label: LabelledPage, answer: LabelledPage): Record<Question, Tally> {
  const yesNo = (question: Exclude<Question, 'fields'>): Tally => ({
    found: Number(label[question] && answer[question]), wrong: Number(!label[question] && answer[question]), missed: Number(label[question] && !answer[question]),
  });
  const left = label.fields ? [...(answer.fields ?? [])] : [];
  let found = 0;
  for (const kind of label.fields ?? []) {
    const at = left.indexOf(kind);
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  return {
    consentText: yesNo('consentText'), box: yesNo('box'), ticked: yesNo('ticked'), policyLink: yesNo('policyLink'),
    fields: { found, wrong: left.length, missed: (label.fields?.length ?? 0) - found },
  };
}

/** Adds up tallies. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, one) => ({ found: all.found + one.found, wrong: all.wrong + one.wrong, missed: all.missed + one.missed }), { found: 0, wrong: 0, missed: 0 });
}

/** Precision and recall as text; a dash where nothing could be right. */
export function rates({ found, wrong, missed }: Tally): string {
  const share = (part: number, whole: number) => (whole === 0 ? '    –' : `${((part / whole) * 100).toFixed(1)} %`);
  return `precision ${share(found, found + wrong)}  recall ${share(found, found + missed)}  (${found} found, ${wrong} wrong, ${missed} missed)`;
}
