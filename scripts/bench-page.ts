/**
 * `npm run bench:page`: how right the page rules are over the scene library, and how right the page reader is over labelled pages.
 *
 * --pages DIR     pages as they were saved, served raw on loopback and read by the built extension in Chromium
 * --labels FILE   default: the labels of `scripts/bench/pages.json`, which name pages by file; `[{ "id", "consentText", "box", "ticked", "policyLink", "fields": [kind, …] }, …]`, ids are file names without extension
 * --skip-scenes   pages only
 * --errors        also prints where answer and label differ
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../cli/audit/environment';
import { printPages } from './bench/page-corpus';
import { mainThreadCost } from './bench/page-cost';
import { halfOf } from './bench/labelled';
import type { LabelledPage } from './bench/page-labels';
import { benchScenes } from './bench/page-scenes';

const { values } = parseArgs({ options: { pages: { type: 'string' }, labels: { type: 'string', default: join(import.meta.dirname, 'bench', 'pages.json') }, 'skip-scenes': { type: 'boolean' }, errors: { type: 'boolean' } } });
const io = { stdout: (text: string) => void process.stdout.write(text), stderr: (text: string) => void process.stderr.write(text), lang: 'zh-CN' as const };
const print = (title: string, lines: readonly string[]) => console.log([`\n${title}`, ...lines.map((line) => `  ${line}`)].join('\n'));

if (!values['skip-scenes']) print('Scenes: rule by rule', await benchScenes(io));
if (values.pages) {
  const environment = await prepare({ chromeArgs: ['--host-resolver-rules=MAP * 127.0.0.1, EXCLUDE localhost'], firefoxPrefs: [], headed: false }, io);
  const labels = JSON.parse(readFileSync(values.labels, 'utf8')) as LabelledPage[];
  const half = (id: string) => halfOf(id, (text) => createHash('sha256').update(text).digest('hex'));
  for (const [title, lines] of await printPages(environment, values.pages, labels, half, values.errors ?? false)) print(title, lines);
  print('Main thread, the five largest pages', await mainThreadCost(values.pages));
}
