/** Main-thread time our scripts take in a page, from the browser's own trace. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../cli/browser/find';
import { ROOT, ensureBuilt } from '../../cli/build';
import { servePages } from './page-server';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Microseconds. */
  dur?: number;
  args?: { data?: { url?: string; scriptName?: string } };
}

const WATCH_MS = 5_000;

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
      const page = await browser.newPage();
      const path = join(scratch, `${id}.json`);
      await page.tracing.start({ path, categories: ['devtools.timeline', 'v8'] });
      await page.goto(url, { waitUntil: 'load', timeout: 20_000 }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
      await page.tracing.stop();
      await page.close();
      const { total, longest } = oursIn((JSON.parse(readFileSync(path, 'utf8')) as { traceEvents: TraceEvent[] }).traceEvents);
      lines.push(`${id.padEnd(28)} ${(bytes / 1024).toFixed(0).padStart(4)} kB  ${total.toFixed(1)} ms in all, longest ${longest.toFixed(1)} ms`);
    }
    return lines;
  } finally {
    await browser.close();
    stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Milliseconds of our content scripts' outermost calls; a call inside another of ours is not counted twice. */
function oursIn(events: readonly TraceEvent[]): { total: number; longest: number } {
  const ours = events
    .filter(({ name, ph, dur, args }) => ph === 'X' && dur && /^(EvaluateScript|FunctionCall|v8\.compile)$/.test(name) && /^chrome-extension:.*content-scripts/.test(args?.data?.url ?? args?.data?.scriptName ?? ''))
    .sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  let total = 0;
  let longest = 0;
  const ends = new Map<string, number>();
  for (const { pid, tid, ts, dur } of ours) {
    const thread = `${pid}/${tid}`;
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur!);
    total += dur! / 1_000;
    longest = Math.max(longest, dur! / 1_000);
  }
  return { total, longest };
}
