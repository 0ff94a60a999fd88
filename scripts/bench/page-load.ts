/**
 * What the extension costs a page: load event of a page with 50 requests, against an empty extension and against none, each
 * load of one beside a load of the others, in random order. Measured where answers come at once (loopback: every millisecond
 * of processor time shows) and where they take as long as on a network.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { median, pairedRatio, shuffled } from './statistics';

/** Loads of each browser; a few more are made first and thrown away. */
const LOADS = 40;
const WARM_UP = 4;
/** Answers take once to twice this. */
const LATENCY_MS = 20;

type Which = 'ours' | 'empty' | 'none';

export async function benchPageLoad(executable: string, extension: string, loads = LOADS): Promise<string[]> {
  const empty = emptyExtension();
  const browsers = { ours: await launch(executable, extension), empty: await launch(executable, empty), none: await launch(executable) };
  try {
    const lines: string[] = [`${loads} loads of each in random order`];
    for (const latency of [0, LATENCY_MS]) {
      const server = servePage(latency);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const times = await loadInTurn(browsers, `http://shop.test:${(server.address() as AddressInfo).port}/`, loads);
      server.close();
      lines.push(...linesOf(latency === 0 ? 'answers at once' : `answers after ${latency}–${2 * latency} ms`, times));
    }
    return lines;
  } finally {
    await Promise.all(Object.values(browsers).map((browser) => browser.close()));
    rmSync(empty, { recursive: true, force: true });
  }
}

async function loadInTurn(browsers: Record<Which, Browser>, url: string, loads: number): Promise<Record<Which, number[]>> {
  const times: Record<Which, number[]> = { ours: [], empty: [], none: [] };
  for (let i = 0; i < loads + WARM_UP; i++) {
    for (const which of shuffled<Which>(['ours', 'empty', 'none'])) {
      const ms = await load(browsers[which], url);
      if (i >= WARM_UP) times[which].push(ms);
    }
  }
  return times;
}

function linesOf(title: string, times: Record<Which, number[]>): string[] {
  const { ratio, low, high } = pairedRatio(times.ours, times.empty);
  const ms = (which: Which) => median(times[which]).toFixed(0);
  return [
    `${title}: ours ${ms('ours')} ms, empty extension ${ms('empty')} ms, none ${ms('none')} ms`,
    `${title}: ratio to the empty extension ${(median(times.ours) / median(times.empty)).toFixed(3)} of medians, ${ratio.toFixed(3)} in pairs (95 % ${low.toFixed(3)}–${high.toFixed(3)})`,
  ];
}

async function load(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(url, { waitUntil: 'load' });
    const ms = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return entry!.loadEventStart - entry!.startTime;
    });
    // Both browsers rest before the next load, so that work after the load event does not fall on the other.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    return ms;
  } finally {
    await page.close();
  }
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

function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-empty-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'empty', version: '1.0' }));
  return folder;
}
