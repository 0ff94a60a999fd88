/** What axe objects to on a page. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';

/** Source of axe, to be run in a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Hundreds of findings are alike: the first of a group speak for the rest. */
const ALIKE = '.finding ~ .finding ~ .finding ~ .finding ~ .finding ~ .finding';

/** Words that give a promise of axe's results for the whole page, or for some of its rules only. */
export function axeRun(only?: readonly string[]): string {
  return `axe.run({ exclude: [${JSON.stringify(ALIKE)}] }, ${JSON.stringify({ resultTypes: ['violations'], runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: TAGS } })})`;
}

/** Each objection with the elements it is about. */
export function objections({ violations }: Pick<AxeResults, 'violations'>): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.slice(0, 200)}`).join(' | ')}`);
}
