/** Reads command-line arguments against a table of known options; everything unknown is an error, never ignored. */

/** `flag` takes no value, `value` takes one, `list` may be given many times. */
export type OptionKind = 'flag' | 'value' | 'list';

export interface ParsedArgs {
  /** Arguments that are no options, in order. */
  positional: string[];
  flags: Set<string>;
  values: Map<string, string>;
  lists: Map<string, string[]>;
}

/** A mistake in the arguments: `code` is a key below `cli.args`, `name` the option it is about. */
export class ArgsError extends Error {
  constructor(readonly code: 'unknown-option' | 'missing-value' | 'unexpected-value' | 'bad-value', override readonly name: string, readonly detail = '') {
    super(`${code}: ${name}`);
  }
}

/**
 * Parses `argv` (`--name value`, `--name=value`, `-h`, `--` ends the options).
 * @param options Known long options without dashes, with their kind. `help` is always known.
 * @throws ArgsError
 */
export function parseArgs(argv: string[], options: Record<string, OptionKind>): ParsedArgs {
  const parsed: ParsedArgs = { positional: [], flags: new Set(), values: new Map(), lists: new Map() };
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--') {
      parsed.positional.push(...argv.slice(i + 1));
      break;
    }
    if (argument === '-h') {
      parsed.flags.add('help');
      continue;
    }
    if (!argument.startsWith('-') || argument === '-') {
      parsed.positional.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = argument.slice(2, equals < 0 ? undefined : equals);
    const kind = name === 'help' ? 'flag' : Object.hasOwn(options, name) && argument.startsWith('--') ? options[name] : undefined;
    if (!kind) throw new ArgsError('unknown-option', equals < 0 ? argument : argument.slice(0, equals));
    if (kind === 'flag') {
      if (equals >= 0) throw new ArgsError('unexpected-value', `--${name}`);
      parsed.flags.add(name);
      continue;
    }
    const value = equals >= 0 ? argument.slice(equals + 1) : argv[++i];
    // A value that looks like an option is a forgotten value; one that really starts with dashes can be given as --name=value.
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--'))) throw new ArgsError('missing-value', `--${name}`);
    if (kind === 'value') parsed.values.set(name, value);
    else parsed.lists.set(name, [...(parsed.lists.get(name) ?? []), value]);
  }
  return parsed;
}
