/** `mingshi judge RUN`: judges an audit's raw material again with the rules of today. No browser, no network. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SiteRecord } from '../audit/record';
import { reportOf } from '../audit/verdict';
import type { AuditReport } from '../audit/verdict';
import { UsageError, begin, messageOf, reportingUsage } from '../begin';
import { EXIT } from '../io';
import type { Io } from '../io';
import { productVersion } from '../product-version';
import { translate } from '../../locales/cli';
import { openOut, openRun } from '../run/open-run';
import { Results, exitCodeOf } from '../run/results';
import { ARTIFACTS } from '../run/run-folder';
import { summaryOf } from '../audit/summary-row';
import type { SummaryLine } from '../audit/summary-row';

/** Bytes one site's raw material may unpack to. */
const MOST_UNPACKED = 512 * 1024 * 1024;

export async function run(argv: string[], io: Io): Promise<number> {
  const args = begin(argv, { name: 'judge', options: { out: 'value' }, nothing: 'no-run' }, io);
  if (typeof args === 'number') return args;
  return reportingUsage(io, async () => {
    const json = args.flags.has('json');
    const out = args.values.get('out');
    if (out !== undefined && args.positional.some((path) => resolve(path) === resolve(out))) throw new UsageError(say(io, 'same-folder', { path: out }));
    const runs = args.positional.map((path) => openRun(path, io));
    const target = out === undefined ? undefined : new Results(openOut(out, io), io.lang);
    const counts = { judged: 0, same: 0, changed: 0, failed: 0 };
    const lines: SummaryLine[] = [];
    for (const run of runs) {
      for await (const before of run.reports<AuditReport>()) {
        const again = await judgeAgain(run.path, before, io);
        if (!again) {
          counts.failed++;
          continue;
        }
        counts.judged++;
        const rules = changedRules(before, again);
        counts[JSON.stringify(before) === JSON.stringify(again) ? 'same' : 'changed']++;
        lines.push(summaryOf(again));
        target?.folder?.write({ report: again, screenshots: [] });
        if (json) io.stdout(`${JSON.stringify(again)}\n`);
        else if (rules.length > 0) io.stdout(`${say(io, 'changed', { site: again.site, count: rules.length, rules: rules.join(', ') })}\n`);
        else io.stdout(`${say(io, 'same', { site: again.site })}\n`);
      }
    }
    await target?.finish(lines);
    io.stderr(`${say(io, 'done', counts)}\n`);
    if (counts.judged === 0) return EXIT.usage;
    // What could not be seen then is no failure of judging now.
    return exitCodeOf(lines.map(({ requested, suspected }) => ({ requested, suspected })), args.values.has('fail-on'));
  });
}

async function judgeAgain(path: string, before: AuditReport, io: Io): Promise<AuditReport | undefined> {
  try {
    const packed = readFileSync(join(path, before.folder ?? before.site, ARTIFACTS));
    const record = JSON.parse(gunzipSync(packed, { maxOutputLength: MOST_UNPACKED }).toString('utf8')) as SiteRecord;
    if (record.format !== 1 || !Array.isArray(record.sittings) || record.sittings.length === 0) throw new Error(`format ${String(record.format)}`);
    const report = await reportOf(record, productVersion());
    return { ...report, ...(before.folder === undefined ? {} : { folder: before.folder }) };
  } catch (error) {
    io.stderr(`${say(io, 'no-artifacts', { site: before.site, reason: messageOf(error) })}\n`);
    return undefined;
  }
}

/** Rules that answer otherwise than before. */
function changedRules(before: AuditReport, again: AuditReport): string[] {
  const old = new Map(before.findings.map((finding) => [finding.rule, finding.outcome]));
  const now = new Map(again.findings.map((finding) => [finding.rule, finding.outcome]));
  return [...new Set([...old.keys(), ...now.keys()])].filter((rule) => old.get(rule) !== now.get(rule));
}

function say(io: Io, key: string, facts: Record<string, string | number>): string {
  return translate(io.lang, `cli.judge.${key}`, facts);
}
