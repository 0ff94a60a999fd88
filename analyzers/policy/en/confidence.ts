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
 * Counted on 2026-12-01 on 24 policies that nobody had seen, three sets of eight, each as it was answered before its errors
 * were read; only duties whose silence, or whose clause, is a suspicion by law. To be counted anew when policies are labelled.
 * An earlier count on 35 policies, most of them read before, had proved `right-correction` by 23 right accusations of 23: of
 * the six that followed on unseen ones one was wrong. What has been read proves nothing, so it is not counted any more.
 */
const COUNTED: Readonly<Record<string, Count>> = {
  'account-cancellation': { answers: 9, wrong: 2, hard: 1 },
  'complaint-channel': { answers: 3, wrong: 3, hard: 3 },
  'consent-withdrawal': { answers: 11, wrong: 6, hard: 6 },
  'disposal-after-retention': { answers: 12, wrong: 7, hard: 7 },
  'flag-all-or-nothing': { answers: 3, wrong: 0, hard: 0 },
  'flag-exceptions-beyond-law': { answers: 6, wrong: 0, hard: 0 },
  'flag-implied-consent': { answers: 8, wrong: 0, hard: 0 },
  'flag-liability-disclaimer': { answers: 5, wrong: 0, hard: 0 },
  'flag-open-ended-collection': { answers: 4, wrong: 0, hard: 0 },
  'flag-unilateral-change': { answers: 6, wrong: 0, hard: 0 },
  'handler-contact': { answers: 2, wrong: 2, hard: 2 },
  'retention-period': { answers: 8, wrong: 5, hard: 5 },
  'right-access-copy': { answers: 9, wrong: 2, hard: 2 },
  'right-correction': { answers: 6, wrong: 1, hard: 1 },
  'right-deletion': { answers: 6, wrong: 1, hard: 1 },
};

/** What proves accusations: so many, so few wrong, and none of them hard. */
const LEAST_ANSWERS = 20;
const MOST_WRONG = 0.03;

/**
 * The duties whose accusations have been proven. One-sided clauses are counted together: each is proved by the clause that is
 * quoted, never by silence, and stands in too few policies to be counted alone; one that has been taken wrongly is out.
 */
export function provenDuties(counted: Readonly<Record<string, Count>> = COUNTED): ReadonlySet<string> {
  const clauses = Object.entries(counted).filter(([duty, { wrong }]) => duty.startsWith('flag-') && wrong === 0);
  const together = clauses.reduce<Count>((sum, [, { answers }]) => ({ ...sum, answers: sum.answers + answers }), { answers: 0, wrong: 0, hard: 0 });
  const alone = Object.keys(counted).filter((duty) => isProven(counted[duty]!));
  return new Set([...alone, ...(isProven(together) ? clauses.map(([duty]) => duty) : [])]);
}

function isProven({ answers, wrong, hard }: Count): boolean {
  return answers >= LEAST_ANSWERS && wrong / answers <= MOST_WRONG && hard === 0;
}
