/** `mingshi verify PACK`: whether an evidence pack is as it was made, and what was altered if not. */
import { readFile, stat } from 'node:fs/promises';
import { checkPack } from '../../analyzers/evidence/check';
import { translate } from '../../locales/cli';
import { ArgsError, parseArgs } from '../args';
import { EXIT } from '../io';
import type { Io } from '../io';

/** Bytes of a pack that are read; packs are some megabytes. */
const MAX_PACK_BYTES = 512 * 1024 * 1024;

/** Checks one pack. Exit code 0 means checked, whatever came out (`--fail-on violation`: 1 when not intact), 2 unreadable or no pack. */
export async function run(argv: string[], io: Io): Promise<number> {
  const say = (key: string, params: Record<string, string | number> = {}): string => `${translate(io.lang, `report.verify.${key}`, params)}\n`;
  const args = parseArgs(argv, { json: 'flag', 'fail-on': 'value' });
  if (args.flags.has('help')) {
    io.stdout(say('usage'));
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
  let bytes: Uint8Array;
  try {
    if ((await stat(file)).size > MAX_PACK_BYTES) throw new Error(translate(io.lang, 'report.verify.problem.too-large'));
    bytes = new Uint8Array(await readFile(file));
  } catch (error) {
    io.stderr(say('unreadable', { file, reason: error instanceof Error ? error.message : String(error) }));
    return EXIT.usage;
  }
  const check = checkPack(bytes);
  if (json) io.stdout(`${JSON.stringify({ file, ...check })}\n`);
  if (check.problem) {
    (json ? io.stderr : io.stdout)(say(`problem.${check.problem}`));
    return EXIT.usage;
  }
  if (!json) {
    io.stdout(say(check.intact ? 'intact' : 'broken'));
    for (const kind of ['altered', 'missing', 'added'] as const) for (const path of check[kind]) io.stdout(say(kind, { path: printable(path) }));
    io.stdout(say('seal', { seal: check.seal ?? '' }));
  }
  return failOn && !check.intact ? EXIT.found : EXIT.done;
}

/** Names come from the pack: nothing that moves a terminal's cursor. */
function printable(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}]/gu, '?');
}
