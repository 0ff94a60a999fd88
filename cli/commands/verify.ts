/** `mingshi verify PACK`: whether an evidence pack is as it was made, and what was altered if not. */
import { readFile, stat } from 'node:fs/promises';
import { openPack } from '../../analyzers/evidence/check';
import type { OpenedPack } from '../../analyzers/evidence/check';
import { compareReports } from '../../analyzers/evidence/compare';
import type { Comparison } from '../../analyzers/evidence/compare';
import type { Finding } from '../../analyzers/report';
import '../../locales/action';
import { translate } from '../../locales/cli';
import { ArgsError, parseArgs } from '../args';
import { EXIT } from '../io';
import type { Io } from '../io';

/** Bytes of a pack that are read; packs are some megabytes. */
const MAX_PACK_BYTES = 512 * 1024 * 1024;

/** Checks one pack. Exit code 0 means checked, whatever came out (`--fail-on violation`: 1 when not intact), 2 unreadable or no pack. */
export async function run(argv: string[], io: Io): Promise<number> {
  const say = (key: string, params: Record<string, string | number> = {}): string => `${translate(io.lang, `report.verify.${key}`, params)}\n`;
  const args = parseArgs(argv, { json: 'flag', 'fail-on': 'value', before: 'value' });
  if (args.flags.has('help')) {
    io.stdout(`${translate(io.lang, 'cli.verify.help')}\n`);
    return EXIT.done;
  }
  const json = args.flags.has('json');
  const failOn = args.values.get('fail-on');
  if (failOn !== undefined && failOn !== 'violation') throw new ArgsError('bad-value', '--fail-on', 'violation');
  const paths = args.positional;
  if (paths.length !== 1) {
    io.stderr(say('usage'));
    return EXIT.usage;
  }
  const file = paths[0]!;
  const opened = await open(file, io);
  const earlierFile = args.values.get('before');
  const earlier = earlierFile === undefined ? undefined : await open(earlierFile, io);
  if (!opened || (earlierFile !== undefined && !earlier)) return EXIT.usage;
  const { check } = opened;
  const comparison = earlier?.report && opened.report ? compareReports(earlier.report, opened.report) : undefined;
  if (json) io.stdout(`${JSON.stringify({ file, ...check, ...(earlier ? { before: { file: earlierFile, ...earlier.check }, ...(comparison ? { comparison: rulesIn(comparison) } : {}) } : {}) })}\n`);
  if (check.problem) {
    (json ? io.stderr : io.stdout)(say(`problem.${check.problem}`));
    return EXIT.usage;
  }
  if (!json) {
    io.stdout(say(check.intact ? 'intact' : 'broken'));
    for (const kind of ['altered', 'missing', 'added'] as const) for (const path of check[kind]) io.stdout(say(kind, { path: printable(path) }));
    io.stdout(say('seal', { seal: check.seal ?? '' }));
    if (earlier && !earlier.check.intact) io.stdout(say('before-broken', { file: printable(earlierFile!) }));
    if (earlier) io.stdout(comparison ? told(comparison, io) : say('no-comparison'));
  }
  return failOn && !check.intact ? EXIT.found : EXIT.done;
}

/** Opens a pack file; undefined, and said why, where it cannot be read. */
async function open(file: string, io: Io): Promise<OpenedPack | undefined> {
  try {
    if ((await stat(file)).size > MAX_PACK_BYTES) throw new Error(translate(io.lang, 'report.verify.problem.too-large'));
    return openPack(new Uint8Array(await readFile(file)));
  } catch (error) {
    io.stderr(`${translate(io.lang, 'report.verify.unreadable', { file, reason: error instanceof Error ? error.message : String(error) })}\n`);
    return undefined;
  }
}

/** A comparison by rule, for programs. */
function rulesIn({ fixed, still, fresh, unclear, warnings }: Comparison): object {
  const rules = (findings: Finding[]): string[] => findings.map(({ rule }) => rule);
  return { fixed: rules(fixed), still: rules(still), new: rules(fresh), unclear: rules(unclear), warnings };
}

/** A comparison in words. */
function told(comparison: Comparison, io: Io): string {
  const say = (key: string): string => translate(io.lang, `packs.compare.${key}`);
  const groups = (['fresh', 'still', 'unclear', 'fixed'] as const).flatMap((name) => [
    `${say(name)} (${comparison[name].length})`,
    ...comparison[name].map(({ summary }) => `  ${printable(summary[io.lang])}`),
  ]);
  return `${[say('title'), ...comparison.warnings.map((warning) => say(`warning.${warning}`)), ...groups].join('\n')}\n`;
}

/** Names come from the pack: nothing that moves a terminal's cursor. */
function printable(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}]/gu, '?');
}
