/** Makes sure that the browsers named on the command line (default: both) and a Chinese font are there. Exit code 3 when one is missing. */
import { findBrowser } from '../cli/browser/find';
import type { BrowserKind } from '../cli/browser/find';
import { ensureChineseFont } from '../cli/browser/install';
import type { Progress } from '../cli/browser/install';
import { EXIT, languageOf } from '../cli/io';
import { translate } from '../locales/cli';

const lang = languageOf(process.env);
const say = (key: string, facts = {}) => console.error(translate(lang, `cli.setup.${key}`, facts));
const progress: Progress = (code, facts) => say(code, facts);

const asked = process.argv.slice(2).filter((name): name is BrowserKind => name === 'chromium' || name === 'firefox');
for (const kind of asked.length > 0 ? asked : (['chromium', 'firefox'] as const)) {
  const path = await findBrowser(kind, { progress });
  if (path) say('ready', { name: kind, path });
  else {
    say(`no-${kind}`);
    process.exitCode = EXIT.environment;
  }
}
if (!(await ensureChineseFont(progress))) say('no-font');
