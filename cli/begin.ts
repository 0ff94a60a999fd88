/** What every judging command begins with: its help, its common options, and a word where there is nothing to judge. */
import { translate } from '../locales/cli';
import { ArgsError, parseArgs } from './args';
import type { OptionKind, ParsedArgs } from './args';
import { EXIT } from './io';
import type { Io } from './io';

/** Options of every command that judges. */
export const JUDGING = { json: 'flag', 'fail-on': 'value' } as const satisfies Record<string, OptionKind>;

/** An argument that is understood but cannot be used; the message says what and how to mend. */
export class UsageError extends Error {}

export interface Beginning {
  /** Name of the command, as it is typed; its texts stand below `cli.<name>`. */
  name: string;
  options: Record<string, OptionKind>;
  /** Key of what is said when nothing to judge was named; absent where that is no mistake. */
  nothing?: string;
}

/**
 * Reads a command's arguments.
 * @returns the arguments, or the exit code where the command ends here.
 * @throws ArgsError
 */
export function begin(argv: string[], { name, options, nothing }: Beginning, io: Io): ParsedArgs | number {
  const args = parseArgs(argv, { ...JUDGING, ...options });
  if (args.flags.has('help')) {
    io.stdout(`${translate(io.lang, `cli.${name}.help`)}\n`);
    return EXIT.done;
  }
  const failOn = args.values.get('fail-on');
  if (failOn !== undefined && failOn !== 'violation') throw new ArgsError('bad-value', '--fail-on', 'violation');
  if (nothing !== undefined && args.positional.length === 0) {
    io.stderr(`${translate(io.lang, `cli.${name}.${nothing}`)}\n${translate(io.lang, 'cli.args.see-help', { command: name })}\n`);
    return EXIT.usage;
  }
  return args;
}

/** Runs a command's work and turns a `UsageError` into its message and exit code. */
export async function reportingUsage(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`${error.message}\n`);
    return EXIT.usage;
  }
}

/** A whole number within bounds. @throws ArgsError */
export function readNumber(args: ParsedArgs, name: string, byDefault: number, least: number, most: number): number {
  const text = args.values.get(name);
  if (text === undefined) return byDefault;
  const number = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || number < least || number > most || (Number.isInteger(least) && least > 0 && !Number.isInteger(number))) throw new ArgsError('bad-value', `--${name}`, `${least}–${most}`);
  return number;
}

/** One of several words. @throws ArgsError */
export function readWord<W extends string>(args: ParsedArgs, name: string, words: readonly W[], byDefault: W): W {
  const text = args.values.get(name) ?? byDefault;
  if (!(words as readonly string[]).includes(text)) throw new ArgsError('bad-value', `--${name}`, words.join(' | '));
  return text as W;
}
