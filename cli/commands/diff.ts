/** `mingshi diff OLD NEW`: what two runs over the same sites say differently. */
import { begin, reportingUsage } from '../begin';
import { UsageError } from '../begin';
import type { AuditReport } from '../audit/verdict';
import { EXIT } from '../io';
import type { Io } from '../io';
import { translate } from '../../locales/cli';
import { differenceOf } from '../run/difference';
import type { Change, SiteDifference } from '../run/difference';
import { openRun } from '../run/open-run';

const ORDER: readonly Change[] = ['new', 'still', 'unclear', 'fixed'];

export async function run(argv: string[], io: Io): Promise<number> {
  const args = begin(argv, { name: 'diff', options: {}, nothing: 'two-runs' }, io);
  if (typeof args === 'number') return args;
  return reportingUsage(io, async () => {
    const [older, newer, ...rest] = args.positional;
    if (older === undefined || newer === undefined || rest.length > 0) throw new UsageError(translate(io.lang, 'cli.diff.two-runs'));
    const sites = await compare(older, newer, io);
    const counts: Record<Change, number> = { fixed: 0, new: 0, still: 0, unclear: 0 };
    for (const { changes } of sites) for (const { change } of changes) counts[change]++;
    if (args.flags.has('json')) io.stdout(`${JSON.stringify({ before: older, now: newer, counts, sites })}\n`);
    else {
      for (const site of sites) io.stdout(describe(site, io));
      io.stdout(`${translate(io.lang, 'cli.diff.done', { sites: sites.length, ...counts })}\n`);
    }
    return args.values.has('fail-on') && counts.new > 0 ? EXIT.found : EXIT.done;
  });
}

/** Sites of both runs, those with changes first, in the order of the newer one. */
async function compare(older: string, newer: string, io: Io): Promise<SiteDifference[]> {
  const before = new Map<string, AuditReport>();
  for await (const report of openRun(older, io).reports<AuditReport>()) before.set(report.requested ?? report.url, report);
  const sites: SiteDifference[] = [];
  const seen = new Set<string>();
  for await (const report of openRun(newer, io).reports<AuditReport>()) {
    const requested = report.requested ?? report.url;
    if (seen.has(requested)) continue;
    seen.add(requested);
    sites.push(differenceOf(before.get(requested), report));
  }
  for (const [requested, report] of before) if (!seen.has(requested)) sites.push(differenceOf(report, undefined));
  return sites.sort((a, b) => Number(b.changes.length > 0) - Number(a.changes.length > 0));
}

function describe({ requested, only, problem, changes }: SiteDifference, io: Io): string {
  const say = (key: string) => translate(io.lang, `cli.diff.${key}`);
  const lines = [...changes]
    .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change))
    .map(({ rule, change, now, summary }) => `  ${say(change)}${change === 'still' && now === 'review' ? say('review') : ''}  ${rule}  ${summary[io.lang].replace(/\p{Cc}+/gu, ' ')}\n`);
  if (only) lines.push(`  ${say(only === 'now' ? 'added' : 'missing')}\n`);
  if (problem) lines.push(`  ${problem}\n`);
  return `${requested}\n${lines.join('') || `  ${say('none')}\n`}`;
}
