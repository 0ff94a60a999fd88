/** `npm run bench:dashboard [-- sites]`: first picture, whole list, filter and scrolling of the dashboard with ten thousand sites. */
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../cli/browser/find';
import { ensureBuilt } from '../cli/build';
import { fillDashboard, measureScroll } from './bench/dashboard';

const count = Number(process.argv[2] ?? 10_000);
const ROUNDS = 5;

const extension = await ensureBuilt('chrome', () => console.error('building the extension'));
const executablePath = await findBrowser('chromium', { progress: () => undefined });
if (!executablePath) throw new Error('no Chromium found');
const browser = await puppeteer.launch({
  executablePath, pipe: true, enableExtensions: [extension],
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run', '--disable-background-networking', '--host-resolver-rules=MAP * 127.0.0.1:9'],
});
try {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'));
  const address = `chrome-extension://${new URL(worker.url()).host}/dashboard.html`;
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${address}#/data`);
  await page.waitForSelector('.kept dd');
  await fillDashboard(page, count, 50, Date.now());

  const [first, whole, filter, scroll]: [number[], number[], number[], number[]] = [[], [], [], []];
  let longest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto('about:blank');
    const begun = Date.now();
    await page.goto(`${address}#/sites`, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('[data-index="3"]');
    first.push(Date.now() - begun);
    await page.waitForFunction((rows) => document.querySelector('[role=table]')?.getAttribute('aria-rowcount') === String(rows + 1), { polling: 10 }, count);
    whole.push(Date.now() - begun);
    filter.push(
      await page.evaluate(async () => {
        const box = document.querySelector<HTMLInputElement>('input[type=search]')!;
        const at = performance.now();
        box.value = 'qingmu';
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const list = document.querySelector('[role=table]')!;
        const all = list.getAttribute('aria-rowcount');
        while (list.getAttribute('aria-rowcount') === all) await new Promise((go) => requestAnimationFrame(go));
        box.value = '';
        const took = performance.now() - at;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return took;
      }),
    );
    await new Promise((go) => setTimeout(go, 500));
    const figures = await measureScroll(page, 2_000);
    scroll.push(figures.perSecond);
    longest = Math.max(longest, figures.longest);
  }
  const middle = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  console.log(`${count} sites, median of ${ROUNDS}: first rows ${middle(first)} ms, whole list ${middle(whole)} ms, filter ${middle(filter).toFixed(0)} ms, scrolling ${middle(scroll).toFixed(0)} frames/s (longest pause ${longest.toFixed(0)} ms)`);
} finally {
  await browser.close();
}
