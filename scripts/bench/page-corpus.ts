/** The page reader over saved pages, against what a person says they ask. */
import type { Environment } from '../../cli/audit/environment';
import type { VisitAnswer } from '../../cli/browser/session';
import { answersOf, compare, QUESTIONS, rates, sum } from './page-labels';
import type { LabelledPage } from './page-labels';
import { servePages } from './page-server';

/** Pages read in one browser before it is started anew. */
const PAGES_A_BROWSER = 12;
const LOAD_MS = 15_000;
const ANSWER_MS = 20_000;

/** Reads each labelled page in Chromium; gives a titled block of lines for each half. */
export async function printPages(
  environment: Environment, folder: string, labels: readonly LabelledPage[], half: (id: string) => string, errors: boolean,
): Promise<[title: string, lines: string[]][]> {
  const { pages, stop } = await servePages(folder);
  const answers = new Map<string, LabelledPage>();
  try {
    const wanted = pages.filter(({ id }) => labels.some((label) => label.id === id));
    for (let at = 0; at < wanted.length; at += PAGES_A_BROWSER) {
      const session = await environment.launch();
      try {
        for (const { id, url } of wanted.slice(at, at + PAGES_A_BROWSER)) {
          await session.open(url, LOAD_MS);
          await session.quiet(800, 6_000);
          const answer = await session.ask<VisitAnswer>({ type: 'visit', settle: true, url }, ANSWER_MS);
          answers.set(id, answersOf(id, 'error' in answer ? [] : answer.visit.surfaces));
        }
      } finally {
        await session.close();
      }
    }
  } finally {
    stop();
  }
  return ['A', 'B'].map((which) => {
    const own = labels.filter(({ id }) => half(id) === which);
    const rows = own.map((label) => ({ label, answer: answers.get(label.id) ?? answersOf(label.id, []) }));
    const compared = rows.map(({ label, answer }) => compare(label, answer));
    const lines = QUESTIONS.map((question) => `${question.padEnd(12)} ${rates(sum(compared.map((one) => one[question])))}`);
    const wrong = !errors ? [] : rows.flatMap(({ label, answer }, i) =>
      QUESTIONS.filter((question) => compared[i]![question].wrong + compared[i]![question].missed > 0)
        .map((question) => `${label.id}  ${question}: labelled ${String(label[question])}, read ${String(answer[question])}`));
    return [`Pages, half ${which} (${own.length})`, [...lines, ...wrong]];
  });
}
