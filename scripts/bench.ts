/**
 * `npm run bench [-- --policies FOLDER] [--skip-browser] [--memory] [--page-load [--loads N]]`: the figures of the budgets, measured in
 * one run; with `--page-load` those of loading a page alone.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from '../cli/browser/find';
import { benchMemory } from './bench/memory';
import { benchPageLoad } from './bench/page-load';
import { benchPolicy } from './bench/policy';
import { benchTraffic } from './bench/traffic';

const { values } = parseArgs({ options: { policies: { type: 'string' }, 'skip-browser': { type: 'boolean' }, memory: { type: 'boolean' }, 'page-load': { type: 'boolean' }, loads: { type: 'string' } } });
const root = fileURLToPath(new URL('../', import.meta.url));

const print = (title: string, lines: string[]) => console.log([`\n${title}`, ...lines.map((line) => `  ${line}`)].join('\n'));

if (!values['page-load']) {
  print('Policy', benchPolicy(values.policies ?? join(root, 'test/scenes')));
  const traffic = benchTraffic();
  print('Traffic', Object.entries(traffic.perRequestMs).map(([name, ms]) => `${name}, ${traffic.bytes[name]} bytes: ${ms.toFixed(3)} ms a request`));
}
if (!values['skip-browser']) {
  const extension = join(root, '.output/chrome-mv3');
  const executable = await findBrowser('chromium', { progress: (line) => console.error(line) });
  print('Page load', executable ? await benchPageLoad(executable, extension, values.loads ? Number(values.loads) : undefined) : ['no browser found']);
  if (values.memory && executable) print('Memory of the background over 500 page loads', await benchMemory(executable, extension));
}
print('Builds', ['chrome-mv3', 'firefox-mv2'].map((name) => `${name}: ${(sizeOf(join(root, '.output', name)) / 1024).toFixed(0)} kB unpacked`));

function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  return stats.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stats.size;
}
