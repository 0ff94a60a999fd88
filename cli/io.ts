/** What a command may write to, and in which language it speaks. The tests pass their own. */
import type { Lang } from '../analyzers/artifacts';

export interface Io {
  /** The command's result. With `--json` nothing else may be written here. */
  stdout(text: string): void;
  /** Progress, notices and errors. */
  stderr(text: string): void;
  /** The terminal that progress is written to; absent where it goes to a file or another program. */
  terminal?: { columns: number };
  /** Language of everything written for people. */
  lang: Lang;
}

/** Exit codes of every command. */
export const EXIT = {
  /** Done, whatever was found. */
  done: 0,
  /** Done, `--fail-on violation` was given and a violation was found. */
  found: 1,
  /** Bad arguments or unreadable input. */
  usage: 2,
  /** Browser or network failure. */
  environment: 3,
} as const;

/** A command: takes the arguments after its name, gives the exit code. */
export interface Command {
  run(argv: string[], io: Io): Promise<number>;
}

/** The language of the person at the terminal: Chinese unless the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`) names another language. */
export function languageOf(environment: Record<string, string | undefined>): Lang {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale === '' || /^(zh|C|POSIX)\b/i.test(locale) ? 'zh-CN' : 'en';
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
