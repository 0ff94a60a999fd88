/** `mingshi judge RUN`: judges an audit's raw material again with the rules of today. No browser, no network. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FOR_BUILDS, readForBuilds } from '../audit/arguments';
import type { SiteRecord } from '../audit/record';
import { renderRun } from '../audit/report-file';
import { reportOf } from '../audit/verdict';
import type { AuditReport } from '../audit/verdict';
import { UsageError, begin, reportingUsage } from '../begin';
import { EXIT, messageOf } from '../io';
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
  const args = begin(argv, { name: 'judge', options: { out: 'value', ...FOR_BUILDS }, nothing: 'no-run' }, io);
  if (typeof args === 'number') return args;
  return reportingUsage(io, async () => {
    const json = args.flags.has('json');
    const out = args.values.get('out');
    if (out !== undefined && args.positional.some((path) => resolve(path) === resolve(out))) throw new UsageError(say(io, 'same-folder', { path: out }));
    const runs = args.positional.map((path) => openRun(path, io));
    const builds = readForBuilds(args, io.lang);
    const target = out === undefined ? undefined : new Results(openOut(out, io), io.lang);
    // Build servers want one file of all: only then are all results held at once.
    const kept = Object.values(builds).some(Boolean) ? new Results(undefined, io.lang) : undefined;
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
        const { report, record } = again;
        const rules = changedRules(before, report);
        const isSame = JSON.stringify(before) === JSON.stringify(report);
        counts[isSame ? 'same' : 'changed']++;
        lines.push(summaryOf(report));
        kept?.keepReport(report);
        if (target?.folder) {
          // A run like the one it was made from; only the evidence pack stays there, with its own times and checksums.
          const screenshots = picturesOf(record, join(run.path, before.folder ?? before.site));
          target.folder.write({ report, record, page: renderRun([{ report, screenshots }], io.lang), screenshots });
        }
        if (json) io.stdout(`${JSON.stringify(report)}\n`);
        else if (rules.length > 0) io.stdout(`${say(io, 'changed', { site: report.site, count: rules.length, rules: rules.join(', ') })}\n`);
        else io.stdout(`${say(io, isSame ? 'same' : 'reworded', { site: report.site })}\n`);
      }
    }
    await target?.finish(lines);
    await kept?.finishForBuilds({ ...builds, version: productVersion() });
    io.stderr(`${say(io, 'done', counts)}\n`);
    if (counts.judged === 0) return EXIT.usage;
    // What could not be seen then is no failure of judging now.
    return exitCodeOf(lines.map(({ requested, suspected }) => ({ requested, suspected })), args.values.has('fail-on'), builds.baseline);
  });
}

async function judgeAgain(path: string, before: AuditReport, io: Io): Promise<{ report: AuditReport; record: SiteRecord } | undefined> {
  try {
    // A run may come from anywhere: its names must not lead out of it, nor out of the folder that is written.
    const name = before.folder ?? before.site;
    if (basename(name) !== name || name.startsWith('.')) throw new Error(name);
    const packed = readFileSync(join(path, name, ARTIFACTS));
    const record = JSON.parse(gunzipSync(packed, { maxOutputLength: MOST_UNPACKED }).toString('utf8')) as SiteRecord;
    if (record.format !== 1 || !Array.isArray(record.sittings) || record.sittings.length === 0) throw new Error(`format ${String(record.format)}`);
    const report = await reportOf(record, productVersion());
    return { report: { ...report, ...(before.folder === undefined ? {} : { folder: before.folder }) }, record };
  } catch (error) {
    io.stderr(`${say(io, 'no-artifacts', { site: before.site, reason: messageOf(error) })}\n`);
    return undefined;
  }
}

/** The screenshots a record names, from the site's folder; those that are missing or were altered are left out. */
function picturesOf({ sittings }: SiteRecord, folder: string): { file: string; bytes: Uint8Array; takenAt: number }[] {
  return sittings.flatMap(({ shots }) => shots).flatMap(({ file, sha256, at }) => {
    try {
      const path = resolve(folder, file);
      const bytes = path.startsWith(resolve(folder) + sep) ? readFileSync(path) : undefined;
      return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? [{ file, bytes: new Uint8Array(bytes), takenAt: at }] : [];
    } catch {
      return [];
    }
  });
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
