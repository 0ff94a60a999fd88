/**
 * From the popup's start to the painted verdict, with 10,000 sites stored: with the background awake, and after it was killed
 * (it then takes up its visits first). The popup stands in a tab of its own, so that nothing of the browser's toolbar is measured.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from './page-load';
import { median } from './statistics';
import { syntheticReport } from './synthetic-sites';

export interface PopupFigures {
  sites: number;
  /** Milliseconds, one a round. */
  awake: number[];
  killed: number[];
}

const CHUNK = 500;
const BUDGET_MS = 150;

export async function benchPopup(executable: string, extension: string, { sites = 10_000, rounds = 20 } = {}): Promise<PopupFigures> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url?.startsWith('/privacy') ? POLICY : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launch(executable, extension);
  try {
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension://'), { timeout: 30_000 });
    const root = `chrome-extension://${new URL(worker.url()).host}`;
    const site = await browser.newPage();
    await site.goto(`http://shop.test:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' });
    const messenger = await browser.newPage();
    await messenger.goto(`${root}/popup.html`);
    const tab = (await messenger.evaluate(`chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.startsWith('http://shop.test')).id)`)) as number;
    // The extension makes its tables when it first judges a visit.
    await messenger.evaluate(`new Promise((done) => chrome.runtime.sendMessage({ type: 'visit', tabId: ${tab}, settle: true }, done)).then(() => 1)`);
    await fill(messenger, sites);
    await messenger.evaluate(`chrome.storage.local.set({ welcomed: true })`);
    await messenger.evaluate(`new Promise((done) => chrome.runtime.sendMessage({ type: 'visit', tabId: ${tab}, settle: true }, done)).then(() => 1)`);
    await messenger.close();
    const address = `${root}/popup.html?tab=${tab}`;
    const figures: PopupFigures = { sites, awake: [], killed: [] };
    await paintedAfter(browser, address); // the first one fills the browser's caches of code
    for (let round = 0; round < rounds; round++) {
      figures.awake.push(await paintedAfter(browser, address));
      await kill(browser);
      figures.killed.push(await paintedAfter(browser, address));
    }
    return figures;
  } finally {
    await browser.close();
    server.close();
  }
}

export function popupLines({ sites, awake, killed }: PopupFigures): string[] {
  const line = (name: string, times: number[]) => `${name}: median ${median(times).toFixed(0)} ms, slowest of ${times.length} ${Math.max(...times).toFixed(0)} ms`;
  return [`popup to painted verdict with ${sites} sites stored (budget ${BUDGET_MS} ms)`, line('background awake', awake), line('background killed before', killed)];
}

/** Opens the popup and tells when the browser painted the verdict, counted from the start of its loading. */
async function paintedAfter(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(address, { waitUntil: 'load' });
    await page.bringToFront();
    const ms = await page.evaluate(
      `new Promise((done) => new PerformanceObserver((list) => {
        const painted = list.getEntries().find((entry) => entry.identifier === 'verdict');
        if (painted) done(painted.renderTime || painted.startTime);
      }).observe({ type: 'element', buffered: true }))`,
    );
    return ms as number;
  } finally {
    await page.close();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function kill(browser: Browser): Promise<void> {
  const target = browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension://'));
  await (await target?.worker())?.close();
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** Fills the extension's own tables. Findings that are fine are left out: the popup never reads the reports of others, and gigabytes would only take time. */
async function fill(page: Page, sites: number): Promise<void> {
  const until = Date.now();
  for (let from = 0; from < sites; from += CHUNK) {
    const reports = Array.from({ length: Math.min(CHUNK, sites - from) }, (_, index) => {
      const report = syntheticReport(from + index, until);
      return { ...report, findings: report.findings.filter(({ outcome }) => outcome === 'violation' || outcome === 'review').slice(0, 10) };
    });
    await page.evaluate(
      `(async (reports) => {
        const db = await new Promise((done, fail) => Object.assign(indexedDB.open('mingshi'), { onsuccess: (event) => done(event.target.result), onerror: fail }));
        const work = db.transaction(['sites', 'reports', 'visits'], 'readwrite');
        for (const report of reports) {
          const at = Date.parse(report.startedAt);
          work.objectStore('sites').put({ site: report.site, lastVisit: at, homeSeen: true, homeHasPolicyLink: true });
          work.objectStore('reports').put({ visitId: report.site, site: report.site, at, report });
          work.objectStore('visits').put({ id: report.site, site: report.site, url: report.url, startedAt: at, endedAt: at + 60000, browser: '', surfaces: [], acts: [], permissions: [], storage: [], probes: [], policy: { status: 'pending' }, home: { seen: true, hasPolicyLink: true }, problems: [], tabId: -1 });
        }
        await new Promise((done, fail) => Object.assign(work, { oncomplete: done, onerror: fail }));
        db.close();
      })(${JSON.stringify(reports)})`,
    );
  }
}

const PAGE = `<!doctype html><html lang="zh-CN"><title>青木家居</title><h1>青木家居商城</h1><form><label>手机号 <input name="phone" type="tel"></label><label>生日 <input name="birthday" required></label>
<button>注册</button></form><p>${'本店销售家具、灯具与布艺。'.repeat(40)}</p><footer>杭州青木家居有限公司 浙ICP备20260001号 <a href="/privacy.html">隐私政策</a></footer>
<script>for (let i = 0; i < 40; i++) fetch('/api?i=' + i); localStorage.uid = '9f86d081884c7d659a2feaa0c55ad015';</script></html>`;

const POLICY = `<!doctype html><html lang="zh-CN"><title>隐私政策</title><h1>青木家居隐私政策</h1><p>更新日期：2026年1月5日</p>
${['我们是杭州青木家居有限公司，联系邮箱 privacy@shop.test。', '为了完成订单和配送，我们会收集您的姓名、手机号和收货地址。', '我们与快递公司共享收货人姓名、电话和地址，用于配送商品。', '订单信息自交易完成之日起保存三年，之后删除或匿名化。', '您的个人信息存储在中华人民共和国境内。', '您可以在“我的—账户资料”中查询、更正个人信息，在“我的—设置—注销账号”中注销账号。', '您可以随时撤回同意；我们将在十五个工作日内答复您的请求。', '未满十四周岁的儿童使用本商城应取得监护人同意。', '本政策变更时，我们会以弹窗方式通知您并重新取得同意。']
  .flatMap((sentence, index) => [`<h2>第${index + 1}条</h2>`, `<p>${sentence.repeat(12)}</p>`])
  .join('')}</html>`;
