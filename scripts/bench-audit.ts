/**
 * `npm run bench:audit [-- --only throughput|peers] [--scenes N]`: how fast the audit is and what it costs, beside a plain browser and
 * blacklight-collector. `-- --only kills [--sites N] [--kills N] [--concurrency N]`: whether a long run that is killed again and
 * again loses or repeats a site, or leaves anything behind.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { auditSite } from '../cli/audit/audit-site';
import type { SiteAudit } from '../cli/audit/audit-site';
import { prepare } from '../cli/audit/environment';
import { findBrowser } from '../cli/browser/find';
import { Results } from '../cli/run/results';
import { RunFolder } from '../cli/run/run-folder';
import { siteOf } from '../cli/audit/unseen';
import { startSceneServer } from '../test/scenes/server';
import { loadScenes } from '../test/scenes/scene';
import { runWithKills } from './bench/audit-kills';
import { memoryOf } from './bench/processes';
import { median, pairedRatio } from './bench/statistics';

const { values } = parseArgs({ options: { only: { type: 'string' }, scenes: { type: 'string' }, sites: { type: 'string' }, kills: { type: 'string' }, concurrency: { type: 'string' }, seed: { type: 'string' } } });
const root = fileURLToPath(new URL('../', import.meta.url));
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'mingshi-bench-'));
const print = (title: string, lines: string[]) => console.log([`\n${title}`, ...lines.map((line) => `  ${line}`)].join('\n'));
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;

/** Scenes without bad input, spread over the library. */
const library = loadScenes().filter(({ id }) => !id.startsWith('bad-input/'));
const choose = (count: number) => Array.from({ length: Math.min(count, library.length) }, (_, index) => library[Math.floor((index * library.length) / Math.min(count, library.length))]!);

const executable = await findBrowser('chromium', { progress: () => undefined });
if (!executable) throw new Error('no browser found');
const io = { stdout: () => undefined, stderr: (text: string) => void process.stderr.write(text), lang: 'zh-CN' as const };

try {
  const is = (part: string) => values.only === undefined || values.only === part;
  if (is('throughput')) await benchThroughput(Number(values.scenes ?? 24));
  if (is('peers')) await benchPeers(10);
  if (values.only === 'kills') {
    const outcome = await runWithKills(choose(10), { root, folder, sites: Number(values.sites ?? 500), kills: Number(values.kills ?? 10), concurrency: Number(values.concurrency ?? 2), seed: Number(values.seed ?? 1), tell: console.error });
    print(`${values.sites ?? 500} sites, ${values.kills ?? 10} kills`, outcome.lines);
    if (!outcome.isRight) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Sites a minute and memory of the whole program at 1, 2 and 4 browsers, and where the time of a site goes. */
async function benchThroughput(count: number): Promise<void> {
  const scenes = choose(count);
  const server = await startSceneServer({ scenes });
  try {
    const lines: string[] = [];
    for (const concurrency of [1, 2, 4]) {
      const out = join(folder, `throughput-${concurrency}`);
      const child = spawn(process.execPath, ['bin/mingshi.mjs', 'audit', ...scenes.map(({ url }) => url), '--out', out, '--json', '--concurrency', String(concurrency), ...server.chromeArgs().map((argument) => `--chrome-arg=${argument}`)], { cwd: root, stdio: 'ignore' });
      let most = 0;
      const looking = setInterval(() => (most = Math.max(most, memoryOf(child.pid!))), 500);
      const since = Date.now();
      const code = await new Promise((resolve) => child.once('exit', resolve));
      clearInterval(looking);
      const ms = Date.now() - since;
      lines.push(`${concurrency} at once: ${((scenes.length / ms) * 60_000).toFixed(1)} sites a minute, at most ${(most / 2 ** 20).toFixed(0)} MB in all, exit ${String(code)}`);
    }
    print(`Throughput over ${scenes.length} scenes`, lines);
    const environment = await prepare({ chromeArgs: server.chromeArgs(), firefoxPrefs: [], headed: false }, io);
    const stages: Record<string, number[]> = {};
    const results = new Results(new RunFolder(join(folder, 'stages')), 'zh-CN');
    for (const { url } of scenes.slice(0, 12)) {
      const since = Date.now();
      const audit = await auditSite({ url, steps: [] }, { launch: environment.launch, version: environment.version, lang: 'zh-CN', timeoutMs: 30_000, screenshots: true, robots: true });
      const writing = Date.now();
      results.keep(audit);
      for (const [name, ms] of Object.entries({ ...audit.stages, write: Date.now() - writing, 'in all': Date.now() - since })) (stages[name] ??= []).push(ms);
    }
    print('A site by stage, median of 12', Object.entries(stages).map(([name, list]) => `${name}: ${median(list).toFixed(0)} ms`));
  } finally {
    await server.stop();
  }
}

/** The same scenes by a plain browser, by us, and by blacklight-collector, in turn. */
async function benchPeers(count: number): Promise<void> {
  const scenes = choose(count);
  const server = await startSceneServer({ scenes });
  const peer = await installPeer();
  const environment = await prepare({ chromeArgs: server.chromeArgs(), firefoxPrefs: [], headed: false }, io);
  const times: Record<'plain' | 'ours' | 'peer', number[]> = { plain: [], ours: [], peer: [] };
  const found = { ours: { thirdParties: 0, cookies: 0, flows: 0, suspicions: 0 }, peer: { thirdParties: 0, cookies: 0, trackers: 0, failed: 0 }, plain: { thirdParties: 0, cookies: 0 } };
  const results = new Results(new RunFolder(join(folder, 'peers')), 'zh-CN');
  try {
    for (const [index, { url }] of scenes.entries()) {
      const timed = async (name: keyof typeof times, work: () => Promise<void>) => {
        const since = Date.now();
        await work();
        times[name].push(Date.now() - since);
      };
      await timed('plain', async () => {
        const seen = await plainLoad(url, server.chromeArgs());
        found.plain.thirdParties += seen.thirdParties;
        found.plain.cookies += seen.cookies;
      });
      await timed('ours', async () => {
        const audit = await auditSite({ url, steps: [] }, { launch: environment.launch, version: environment.version, lang: 'zh-CN', timeoutMs: 30_000, screenshots: true });
        results.keep(audit);
        add(audit);
      });
      if (!peer) continue;
      await timed('peer', async () => {
        const { stdout } = await run(process.execPath, [join(root, 'scripts/bench/audit-peer.mjs'), peer, url, executable!, join(folder, `peer-${index}`), JSON.stringify(server.chromeArgs())], { timeout: 120_000 }).catch(() => ({ stdout: '' }));
        const result = JSON.parse(stdout.trim().split('\n').at(-1) || '{"status":"failed"}') as { status: string; thirdParties?: string[]; cookies?: number; trackers?: number };
        if (result.status !== 'success') found.peer.failed++;
        found.peer.thirdParties += result.thirdParties?.length ?? 0;
        found.peer.cookies += result.cookies ?? 0;
        found.peer.trackers += result.trackers ?? 0;
      });
    }
  } finally {
    await server.stop();
  }
  const line = (name: keyof typeof times) => {
    const list = times[name];
    if (list.length === 0) return `${name}: not measured`;
    const { ratio, low, high } = pairedRatio(list, times.plain);
    return `${name}: median ${seconds(median(list))}, ${ratio.toFixed(2)} × plain (95 % ${low.toFixed(2)}–${high.toFixed(2)})`;
  };
  print(`Side by side on ${scenes.length} scenes: a browser started, the page loaded, the network idle for half a second, the browser ended`, [
    line('plain'), line('ours'), line('peer'),
    `found by the plain browser: ${JSON.stringify(found.plain)}`, `found by us: ${JSON.stringify(found.ours)}`, `found by blacklight-collector: ${JSON.stringify(found.peer)}`,
  ]);

  function add({ visit, report }: SiteAudit): void {
    const site = report.site;
    found.ours.thirdParties += new Set((visit?.exchanges ?? []).map(({ host }) => host).filter((host) => siteOf(`https://${host}/`) !== site)).size;
    found.ours.cookies += new Set([...(visit?.storage ?? []).filter(({ area }) => area === 'cookie').map(({ key }) => key), ...(visit?.exchanges ?? []).flatMap(({ setCookies }) => setCookies.map(({ name, domain }) => `${domain} ${name}`))]).size;
    found.ours.flows += report.flows.length;
    found.ours.suspicions += report.findings.filter(({ outcome }) => outcome === 'violation').length;
  }
}

async function plainLoad(url: string, args: string[]): Promise<{ thirdParties: number; cookies: number }> {
  const browser = await puppeteer.launch({ executablePath: executable!, headless: true, pipe: true, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', ...args] });
  try {
    const page = (await browser.pages())[0]!;
    const hosts = new Set<string>();
    page.on('request', (request) => {
      if (URL.canParse(request.url())) hosts.add(new URL(request.url()).hostname);
    });
    await page.goto(url, { waitUntil: 'networkidle0', timeout: 30_000 });
    const site = siteOf(url);
    return { thirdParties: [...hosts].filter((host) => siteOf(`https://${host}/`) !== site).length, cookies: (await browser.cookies()).length };
  } finally {
    await browser.close();
  }
}

/** blacklight-collector as a tool in a folder of its own; it is no part of the project. */
async function installPeer(): Promise<string | undefined> {
  const place = mkdtempSync(join(folder, 'blacklight-'));
  writeFileSync(join(place, 'package.json'), '{"private":true}');
  try {
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '@themarkup/blacklight-collector@3.11.0'], { cwd: place, env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' }, timeout: 300_000 });
    return place;
  } catch (error) {
    console.error(`blacklight-collector could not be installed: ${String(error).split('\n')[0]}`);
    return undefined;
  }
}
