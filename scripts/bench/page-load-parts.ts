/**
 * Where the cost of a page load comes from: the same page under builds of the extension that lack a part, and under
 * listeners that do nothing, all in random order. Beside the time to the load event it tells the processor time of all the
 * browser's processes, which other work on the machine moves much less.
 * `tsx scripts/bench/page-load-parts.ts [--loads N] [--only NAME,…] [--latency MS] [--after MS]`; what the extension does
 * in that time after the load event counts as its work, not as the page's delay.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'puppeteer-core';
import { findBrowser } from '../../cli/browser/find';
import { BODY_TYPES, folderOf, launch, listener, LISTENING, servePage } from './page-load';
import { processorMs } from './processes';
import { median, shuffled } from './statistics';

const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const WARM_UP = 3;

interface Manifest {
  background?: unknown;
  content_scripts?: { js: string[] }[];
  permissions?: string[];
  host_permissions?: string[];
}

/** The build with its manifest changed, and a worker of its own where one is given. */
function build(change: (manifest: Manifest) => void, worker?: string): (scratch: string) => string {
  return (scratch) => {
    const folder = mkdtempSync(join(scratch, 'build-'));
    cpSync(BUILD, folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    change(manifest);
    if (worker !== undefined) {
      manifest.background = { service_worker: 'bench.js' };
      writeFileSync(join(folder, 'bench.js'), worker);
    }
    writeFileSync(path, JSON.stringify(manifest));
    return folder;
  };
}

/** An extension that may listen to requests, with the code of its worker. */
const listening = (worker: string) => (scratch: string) => folderOf(scratch, 'listening', { permissions: ['webRequest'], host_permissions: ['<all_urls>'], worker });
const onSend = listener('onSendHeaders', ['requestHeaders', 'extraHeaders']);
const onAnswer = listener('onHeadersReceived', ['responseHeaders', 'extraHeaders']);
const onBodies = listener('onBeforeRequest', ['requestBody'], BODY_TYPES);
const without = (...names: string[]) => (manifest: Manifest) => {
  manifest.content_scripts = manifest.content_scripts?.filter(({ js }) => !names.some((name) => js[0]!.includes(name)));
};

/** Each makes its extension in a scratch folder and tells where. */
const VARIANTS: Record<string, (scratch: string) => string> = {
  empty: (scratch) => folderOf(scratch, 'empty', {}),
  // What the permission alone costs: Chromium then sends every request of the browser by way of its extensions' code.
  permission: listening(''),
  'listen-main': listening(listener('onBeforeRequest', [], ['main_frame'])),
  'listen-1': listening(listener('onBeforeRequest', [])),
  'listen-1-body': listening(listener('onBeforeRequest', ['requestBody'])),
  'listen-send': listening(onSend),
  'listen-2': listening(onSend + onAnswer),
  'listen-3': listening(listener('onBeforeRequest', ['requestBody']) + onSend + onAnswer),
  'listen-3-plain': listening(listener('onBeforeRequest', ['requestBody']) + listener('onSendHeaders', ['requestHeaders']) + listener('onHeadersReceived', ['responseHeaders'])),
  // Ours without its code: bodies where there can be one, the rest twice.
  'listen-ours': (scratch) => folderOf(scratch, 'listening', LISTENING),
  // What could be left out at most: answers to scripts, pictures and styles, with the cookies they set.
  'listen-less': listening(onBodies + onSend + listener('onHeadersReceived', ['responseHeaders', 'extraHeaders'], BODY_TYPES)),
  ours: build(() => undefined),
  'no-scripts': build((manifest) => delete manifest.content_scripts),
  'no-observer': build(without('observer', 'watch')),
  'no-hooks': build(without('hooks')),
  'scripts-only': build(() => undefined, ''),
  'hooks-only': build(without('observer', 'watch'), ''),
  'observer-only': build(without('hooks'), ''),
};

const { values } = parseArgs({ options: { loads: { type: 'string', default: '20' }, only: { type: 'string' }, latency: { type: 'string', default: '0' }, after: { type: 'string', default: '2000' } } });
const names = values.only?.split(',') ?? Object.keys(VARIANTS);
const scratch = mkdtempSync(join(tmpdir(), 'mingshi-parts-'));
const executable = await findBrowser('chromium', { progress: () => undefined });
if (!executable) throw new Error('no browser found');
const server = servePage(Number(values.latency));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://shop.test:${(server.address() as AddressInfo).port}/`;
const browsers = new Map<string, Browser>();
const figures = new Map(names.map((name) => [name, { wall: [] as number[], cpu: [] as number[], after: [] as number[] }]));
try {
  for (const name of names) {
    browsers.set(name, await launch(executable, VARIANTS[name]!(scratch)));
  }
  for (let i = 0; i < Number(values.loads) + WARM_UP; i++) {
    for (const name of shuffled(names)) {
      const one = await load(browsers.get(name)!);
      if (i < WARM_UP) continue;
      const all = figures.get(name)!;
      all.wall.push(one.wall);
      all.cpu.push(one.cpu);
      all.after.push(one.after);
    }
  }
} finally {
  await Promise.all([...browsers.values()].map((browser) => browser.close()));
  server.close();
  rmSync(scratch, { recursive: true, force: true });
}
const base = figures.get(names[0]!)!;
console.log(`${'variant'.padEnd(16)}  load ms  ratio   cpu ms  ratio   cpu ms after`);
for (const [name, { wall, cpu, after }] of figures) {
  console.log(`${name.padEnd(16)} ${median(wall).toFixed(0).padStart(8)} ${(median(wall) / median(base.wall)).toFixed(3).padStart(6)} ${mean(cpu).toFixed(0).padStart(8)} ${(mean(cpu) / mean(base.cpu)).toFixed(3).padStart(6)} ${mean(after).toFixed(0).padStart(14)}`);
}

async function load(browser: Browser): Promise<{ wall: number; cpu: number; after: number }> {
  const pid = browser.process()!.pid!;
  const page = await browser.newPage();
  try {
    const before = processorMs(pid);
    await page.goto(url, { waitUntil: 'load' });
    const loaded = processorMs(pid);
    const wall = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return entry!.loadEventStart - entry!.startTime;
    });
    await new Promise((resolve) => setTimeout(resolve, Number(values.after)));
    return { wall, cpu: loaded - before, after: processorMs(pid) - loaded };
  } finally {
    await page.close();
  }
}

/** Of processor times, which other work on the machine moves little; the count is coarse, so the middle value would be too. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
