/**
 * What the extension costs a page: load event of a page with 50 requests, against an empty extension, against none, and
 * against one that has our listeners for requests and does nothing in them (what the browser takes for telling of them). Each load
 * of one stands beside a load of the others, in random order. Measured where answers come at once (loopback: every millisecond of
 * processor time shows) and where they take as long as on a network.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { processorMs } from './processes';
import { median, pairedRatio, shuffled } from './statistics';

/** Loads of each browser; a few more are made first and thrown away. */
const LOADS = 40;
const WARM_UP = 3;
/** Answers take once to twice this. */
const LATENCY_MS = 20;
/** A browser rests once it has used less processor time than one tick in this long; after the limit it is not waited for. */
const REST_MS = 60;
const REST_LIMIT_MS = 1_500;

const WHICH = ['ours', 'listening', 'empty', 'none'] as const;
type Which = (typeof WHICH)[number];

/** Milliseconds to the load event, and of processor time of all the browser's processes until then. */
interface Load {
  wall: number;
  processor: number;
}

export async function benchPageLoad(executable: string, extension: string, loads = LOADS): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'mingshi-page-load-'));
  const folders: Record<Which, string | undefined> = { ours: extension, listening: folderOf(scratch, 'listening', LISTENING), empty: folderOf(scratch, 'empty', {}), none: undefined };
  const browsers = new Map<Which, Browser>();
  try {
    for (const which of WHICH) browsers.set(which, await launch(executable, folders[which]));
    const lines: string[] = [`${loads} loads of each, in random order within each round; ratios are of pairs, with 95 % intervals`];
    for (const latency of [0, LATENCY_MS]) {
      const server = servePage(latency);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const all = await loadInTurn(browsers, `http://shop.test:${(server.address() as AddressInfo).port}/`, loads);
      server.close();
      lines.push(...linesOf(latency === 0 ? 'answers at once' : `answers after ${latency}–${2 * latency} ms`, all));
    }
    return lines;
  } finally {
    await Promise.all([...browsers.values()].map((browser) => browser.close()));
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function loadInTurn(browsers: ReadonlyMap<Which, Browser>, url: string, loads: number): Promise<Record<Which, Load[]>> {
  const all: Record<Which, Load[]> = { ours: [], listening: [], empty: [], none: [] };
  for (let i = 0; i < loads + WARM_UP; i++) {
    for (const which of shuffled(WHICH)) {
      const one = await load(browsers.get(which)!, url);
      if (i >= WARM_UP) all[which].push(one);
    }
  }
  return all;
}

function linesOf(title: string, all: Record<Which, Load[]>): string[] {
  const ratio = (what: keyof Load, of: Which, to: Which) => {
    const { ratio: middle, low, high } = pairedRatio(all[of].map((one) => one[what]), all[to].map((one) => one[what]));
    return `${middle.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  };
  const ms = (what: keyof Load) => WHICH.map((which) => `${which} ${median(all[which].map((one) => one[what])).toFixed(0)}`).join(', ');
  return [
    `${title}`,
    `  load event, median ms: ${ms('wall')}`,
    `  ours to the empty extension ${ratio('wall', 'ours', 'empty')}; to none ${ratio('wall', 'ours', 'none')}`,
    `  of it the browser's own, for telling of requests: ${ratio('wall', 'listening', 'empty')}; our code beyond that: ${ratio('wall', 'ours', 'listening')}`,
    `  processor time, median ms: ${ms('processor')}; ours to the empty extension ${ratio('processor', 'ours', 'empty')}, listening to it ${ratio('processor', 'listening', 'empty')}, ours to listening ${ratio('processor', 'ours', 'listening')}`,
  ];
}

/** One load. The page is closed at once, and the browser comes to rest, so that its work after the load event does not fall on the next. */
async function load(browser: Browser, url: string): Promise<Load> {
  const pid = browser.process()!.pid!;
  const page = await browser.newPage();
  const before = processorMs(pid);
  await page.goto(url, { waitUntil: 'load' });
  const processor = processorMs(pid) - before;
  const wall = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry!.loadEventStart - entry!.startTime;
  });
  await page.close();
  const end = Date.now() + REST_LIMIT_MS;
  for (let last = processorMs(pid), now = Number.NaN; Date.now() < end; last = now) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    now = processorMs(pid);
    if (now - last <= 10) break;
  }
  return { wall, processor };
}

/** Chromium with one extension or none, every host name on loopback. */
export function launch(executable: string, extension?: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath: executable, headless: true, pipe: true, ...(extension === undefined ? {} : { enableExtensions: [extension] }),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--host-resolver-rules=MAP * 127.0.0.1, EXCLUDE localhost', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/**
 * A shop page with 50 requests: scripts, pictures and fetches with bodies, on the site and on three other hosts. `latencyMs`
 * is what every answer waits, as on a network: between once and twice that, the same for the same address.
 */
export function servePage(latencyMs = 0) {
  return createServer((request, response) => {
    if (latencyMs === 0) answer(request, response);
    else setTimeout(answer, latencyMs * (1 + ([...request.url!].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 11) / 10), request, response);
  });
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url!, 'http://shop.test');
  const port = (request.socket.address() as AddressInfo).port;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('access-control-allow-origin', '*');
  if (pathname === '/') return void response.setHeader('content-type', 'text/html; charset=utf-8').end(pageHtml(port));
  if (pathname.endsWith('.js')) return void response.setHeader('content-type', 'text/javascript').end('window.n=(window.n||0)+1;');
  if (pathname.endsWith('.gif')) return void response.setHeader('content-type', 'image/gif').end(Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64'));
  response.setHeader('content-type', 'application/json').end('{}');
}

function pageHtml(port: number): string {
  const hosts = ['shop.test', 'a.tracker.test', 'b.tracker.test', 'cdn.test'].map((host) => `http://${host}:${port}`);
  const each = (n: number, make: (host: string, i: number) => string) => Array.from({ length: n }, (_, i) => make(hosts[i % hosts.length]!, i)).join('\n');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>测试商店</title>${each(15, (host, i) => `<script src="${host}/s${i}.js"></script>`)}</head>
<body><h1>测试商店</h1>${each(100, (_, i) => `<p>第 ${i} 件商品，<a href="/p${i}">查看</a></p>`)}
<form><label>手机号 <input name="phone"></label><label><input type="checkbox"> 同意《隐私政策》</label><button>登录</button></form>
${each(20, (host, i) => `<img src="${host}/i${i}.gif" alt="">`)}
<script>for (let i = 0; i < 14; i++) { localStorage.setItem('k' + i, 'v'); fetch(${JSON.stringify(hosts)}[i % 4] + '/c' + i, { method: 'POST', mode: 'no-cors', body: JSON.stringify({ i, items: Array(60).fill('商品') }) }); }</script>
<footer><a href="/privacy">隐私政策</a></footer></body></html>`;
}

/** An extension of a name, with what its manifest has besides and the code of its worker. */
export function folderOf(scratch: string, name: string, { worker, ...manifest }: { worker?: string } & Record<string, unknown>): string {
  const folder = mkdtempSync(join(scratch, `${name}-`));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, name, version: '1.0', ...manifest, ...(worker === undefined ? {} : { background: { service_worker: 'bench.js' } }) }));
  if (worker !== undefined) writeFileSync(join(folder, 'bench.js'), worker);
  return folder;
}

const URLS = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/** Code that listens to one event of webRequest, of some kinds of request or all, and does nothing. */
export function listener(event: string, spec: readonly string[], types?: readonly string[]): string {
  return `chrome.webRequest.${event}.addListener(() => {}, ${JSON.stringify({ urls: URLS, types })}, ${JSON.stringify(spec)});`;
}

/** Kinds of request that can carry a body. */
export const BODY_TYPES = ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'websocket', 'other'];

/** Our permission and our listeners (`entrypoints/background/requests.ts`), without any of our code. */
export const LISTENING = {
  permissions: ['webRequest'], host_permissions: ['<all_urls>'],
  worker: listener('onBeforeRequest', ['requestBody'], BODY_TYPES) + listener('onSendHeaders', ['requestHeaders', 'extraHeaders']) + listener('onHeadersReceived', ['responseHeaders', 'extraHeaders']) + `chrome.webRequest.onErrorOccurred.addListener(() => {}, ${JSON.stringify({ urls: URLS })});`,
};
