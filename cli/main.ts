/** The `mingshi` command: finds the command by its name and runs it. */
import { translate } from '../locales/cli';
import { ArgsError } from './args';
import type { Lang } from '../analyzers/artifacts';
import { EXIT, languageOf } from './io';
import type { Command, Io } from './io';

/** Commands by name; each is the file of that name in `commands/`, loaded only when asked for: `analyze` must not wait for a browser driver. */
const COMMANDS: readonly string[] = ['analyze', 'audit', 'demo', 'diff', 'har', 'judge', 'verify', 'worker'];

/**
 * Runs one command line.
 * @param argv Arguments after the program's name.
 * @param io Where to write; its language yields to `--lang`.
 * @returns The exit code, see `EXIT`.
 */
export async function main(argv: string[], io: Io): Promise<number> {
  const lang = chosenLanguage(argv) ?? io.lang;
  if (lang === 'invalid') {
    io.stderr(`${translate(io.lang, 'cli.args.bad-value', { name: '--lang', detail: 'zh-CN | en' })}\n`);
    return EXIT.usage;
  }
  const spoken: Io = { ...io, lang };
  const say = (key: string, params = {}) => `${translate(lang, `cli.${key}`, params)}\n`;
  const rest = withoutLanguage(argv);
  const name = rest[0];
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? spoken.stderr : spoken.stdout)(say('help'));
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (!COMMANDS.includes(name)) {
    spoken.stderr(say('unknown-command', { name, commands: COMMANDS.join(', ') }));
    return EXIT.usage;
  }
  try {
    const command = (await import(`./commands/${name}.ts`)) as Command;
    return await command.run(rest.slice(1), spoken);
  } catch (error) {
    if (!(error instanceof ArgsError)) throw error;
    spoken.stderr(say(`args.${error.code}`, { name: error.name, detail: error.detail }) + say('args.see-help', { command: name }));
    return EXIT.usage;
  }
}

/** Where `--lang` stands: index and number of arguments it takes. */
function languageAt(argv: string[]): { index: number; length: 1 | 2; value: string } | undefined {
  const end = argv.indexOf('--');
  const index = argv.findIndex((a, i) => (end < 0 || i < end) && (a === '--lang' || a.startsWith('--lang=')));
  if (index < 0) return undefined;
  const argument = argv[index] ?? '';
  return argument === '--lang' ? { index, length: 2, value: argv[index + 1] ?? '' } : { index, length: 1, value: argument.slice(7) };
}

function chosenLanguage(argv: string[]): Lang | 'invalid' | undefined {
  const at = languageAt(argv);
  if (!at) return undefined;
  if (/^zh(-CN)?$/i.test(at.value)) return 'zh-CN';
  return /^en$/i.test(at.value) ? 'en' : 'invalid';
}

function withoutLanguage(argv: string[]): string[] {
  const at = languageAt(argv);
  return at ? [...argv.slice(0, at.index), ...argv.slice(at.index + at.length)] : argv;
}

/** Runs on this process's arguments, streams and locale; used by `bin/mingshi.mjs`. */
export async function runFromProcess(): Promise<void> {
  const io: Io = {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    lang: languageOf(process.env),
    ...(process.stderr.isTTY ? { terminal: { columns: process.stderr.columns ?? 80 } } : {}),
  };
  process.exitCode = await main(process.argv.slice(2), io);
}
