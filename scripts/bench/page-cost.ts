/** Main-thread time our scripts take in a page, from the browser's own trace. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../cli/browser/find';
import { ROOT, ensureBuilt } from '../../cli/build';
import { servePages } from './page-server';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Microseconds by the clock, and of the processor. */
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string; scriptName?: string } };
}

const WATCH_MS = 5_000;
const BUSY_MS = 15_000;
const BUSY_NODES = 20_000;

/** A line for each of the five largest pages: time in our scripts in all, and the longest stretch in one go. */
export async function mainThreadCost(folder: string): Promise<string[]> {
  const executable = await findBrowser('chromium', { progress: () => undefined });
  if (!executable) return ['no browser found'];
  const extension = await ensureBuilt('chrome', () => undefined);
  const { pages, stop } = await servePages(folder);
  const scratch = mkdtempSync(join(tmpdir(), 'mingshi-trace-'));
  const browser = await puppeteer.launch({
    executablePath: executable, headless: true, pipe: true, enableExtensions: [extension.startsWith('/') ? extension : join(ROOT, extension)],
    args: ['--disable-gpu', '--no-first-run', '--host-resolver-rules=MAP * 127.0.0.1, EXCLUDE localhost', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const lines: string[] = [];
    for (const { id, url, bytes } of [...pages].sort((a, b) => b.bytes - a.bytes).slice(0, 5)) {
      const { total, longest } = await costOf(browser, url, WATCH_MS, join(scratch, `${id}.json`));
      lines.push(`${id.padEnd(28)} ${(bytes / 1024).toFixed(0).padStart(4)} kB  ${total.toFixed(1)} ms in all, longest ${longest.toFixed(1)} ms`);
    }
    const busy = await serveBusyPage();
    const { total, longest } = await costOf(browser, busy.url, BUSY_MS, join(scratch, 'busy.json'));
    busy.stop();
    lines.push(`${BUSY_NODES} nodes, a change every 50 ms, ${BUSY_MS / 1_000} s: ${total.toFixed(1)} ms in all (${((total / BUSY_MS) * 100).toFixed(1)} %), longest ${longest.toFixed(1)} ms`);
    return lines;
  } finally {
    await browser.close();
    stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function costOf(browser: Browser, url: string, watchMs: number, path: string): Promise<{ total: number; longest: number }> {
  const page = await browser.newPage();
  await page.tracing.start({ path, categories: ['devtools.timeline', 'v8'] });
  await page.goto(url, { waitUntil: 'load', timeout: 20_000 }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, watchMs));
  await page.tracing.stop();
  await page.close();
  return oursIn((JSON.parse(readFileSync(path, 'utf8')) as { traceEvents: TraceEvent[] }).traceEvents);
}

/** A large page that never rests: a list of goods whose prices change, with parts that come and go. */
async function serveBusyPage(): Promise<{ url: string; stop(): void }> {
  const rows = Array.from({ length: BUSY_NODES / 4 }, (_, i) => `<div class="item"><a href="#${i}">商品 ${i}</a><span>￥${i}</span><button>加入购物车</button></div>`).join('');
  const script = "let n = 0; setInterval(() => { const row = document.querySelectorAll('.item')[(n += 97) % 5000]; row.children[1].textContent = '￥' + n; const extra = document.createElement('p'); extra.textContent = '限时优惠 ' + n; row.append(extra); setTimeout(() => extra.remove(), 500); }, 50);";
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>商品</title>${rows}<script>${script}</script></html>`;
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://busy.page.test:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}

/** Milliseconds of processor time (of the clock, where the trace tells no other) of our content scripts' outermost calls; a call inside another of ours is not counted twice. */
function oursIn(events: readonly TraceEvent[]): { total: number; longest: number } {
  const ours = events
    .filter(({ name, ph, dur, args }) => ph === 'X' && dur && /^(EvaluateScript|FunctionCall|v8\.compile)$/.test(name) && /^chrome-extension:.*content-scripts/.test(args?.data?.url ?? args?.data?.scriptName ?? ''))
    .sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  let total = 0;
  let longest = 0;
  const ends = new Map<string, number>();
  for (const { pid, tid, ts, dur, tdur } of ours) {
    const thread = `${pid}/${tid}`;
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur!);
    total += (tdur ?? dur!) / 1_000;
    longest = Math.max(longest, (tdur ?? dur!) / 1_000);
  }
  return { total, longest };
}
