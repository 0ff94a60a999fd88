/**
 * Which accusations English may make by itself. Others go to a person (`mostAccusing`), however sure the reading is.
 */

/** How the accusations (`absent`, `present`) of a duty fared. */
interface Count {
  answers: number;
  wrong: number;
  /** Wrong ones where the text met the duty, at least in part, or had no such clause. */
  hard: number;
}

/**
 * Counted on 2026-12-01 on 35 labelled policies: 22 whose errors had been read (as answered then), and 13 of small developers,
 * labelled by the author of the rules before they were judged (as first answered, what was mended later included). To be
 * counted anew when policies are labelled; only duties whose silence, or whose clause, is a suspicion by law.
 */
const COUNTED: Readonly<Record<string, Count>> = {
  'account-cancellation': { answers: 12, wrong: 2, hard: 0 },
  'collection-means': { answers: 3, wrong: 2, hard: 2 },
  'complaint-channel': { answers: 9, wrong: 1, hard: 1 },
  'consent-withdrawal': { answers: 25, wrong: 1, hard: 1 },
  'disposal-after-retention': { answers: 22, wrong: 4, hard: 4 },
  'flag-all-or-nothing': { answers: 1, wrong: 0, hard: 0 },
  'flag-exceptions-beyond-law': { answers: 10, wrong: 0, hard: 0 },
  'flag-implied-consent': { answers: 7, wrong: 0, hard: 0 },
  'flag-liability-disclaimer': { answers: 6, wrong: 0, hard: 0 },
  'flag-open-ended-collection': { answers: 7, wrong: 1, hard: 1 },
  'flag-unilateral-change': { answers: 5, wrong: 0, hard: 0 },
  'handler-contact': { answers: 2, wrong: 1, hard: 1 },
  purposes: { answers: 2, wrong: 2, hard: 2 },
  'retention-period': { answers: 16, wrong: 2, hard: 2 },
  'right-access-copy': { answers: 21, wrong: 1, hard: 1 },
  'right-correction': { answers: 23, wrong: 0, hard: 0 },
  'right-deletion': { answers: 16, wrong: 3, hard: 3 },
};

/** What proves the accusations of a duty: so many, so few wrong, and none of them hard. */
const LEAST_ANSWERS = 20;
const MOST_WRONG = 0.05;

/** The duties whose accusations have been proven. */
export function provenDuties(counted: Readonly<Record<string, Count>> = COUNTED): ReadonlySet<string> {
  return new Set(Object.keys(counted).filter((duty) => isProven(counted[duty]!)));
}

function isProven({ answers, wrong, hard }: Count): boolean {
  return answers >= LEAST_ANSWERS && wrong / answers <= MOST_WRONG && hard === 0;
}
