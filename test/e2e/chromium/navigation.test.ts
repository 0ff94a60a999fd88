/** Requests and choices are kept with the right visit, whichever way the page takes: frames, workers, redirects, the page cache, a second tab. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Exchange, Visit } from '../../../analyzers/artifacts';
import type { SiteReport } from '../../../analyzers/report';
import { findBrowser } from '../../../cli/browser/find';
import { pause } from '../../../cli/browser/session';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const html = (body: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>小店</title>${body}<footer><a href="/privacy">隐私政策</a></footer></html>`;
const BANNER = '<div id="bar" role="dialog" style="position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px">我们使用 Cookie 统计访问并收集您的信息，是否同意？<button id="yes">同意</button><button id="no">拒绝</button></div>';
/** What a visitor's phone number looks like on the way out. */
const send = (to: string, phone: string) => `fetch('${to}', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ phone: '${phone}' }) })`;

const PAGES: Record<string, string> = {
  '/': html('<h1>小店</h1>'),
  '/privacy': html(`<h1>隐私政策</h1><p>${'本政策说明我们如何收集、使用和保护您的个人信息。'.repeat(20)}</p>`),
  '/slow': html(`${BANNER}<img src="/hang.png"><script>
    document.getElementById('yes').onclick = () => { document.getElementById('bar').remove(); ${send('http://tracker.test:PORT/slow', '13900000001')}; };</script>`),
  '/banner': html(`${BANNER}<script>document.getElementById('yes').onclick = () => document.getElementById('bar').remove();</script>`),
  '/tracks': html(`<h1>第二页</h1><button id="go">刷新</button><script>
    document.getElementById('go').onclick = () => ${send('http://tracker.test:PORT/tab', '13900000002')};
    addEventListener('pageshow', (event) => event.persisted && ${send('http://tracker.test:PORT/back', '13900000003')});</script>`),
  '/ways': html(`<h1>许多路</h1><img src="http://tracker.test:PORT/hop?tel=13900000004">
    <iframe src="http://login.shop.test:PORT/frame"></iframe><iframe src="http://widget.test:PORT/widget"></iframe><script>
    new Worker('/worker.js');
    navigator.serviceWorker.register('/sw.js');
    localStorage.visitor_mark = 'b7e2c0de-6a51-4f0b-9d3c-1f2e3d4c5b6a';
    setTimeout(() => { history.pushState({}, '', '/ways/item'); ${send('http://tracker.test:PORT/spa', '13900000007')}; }, 400);</script>`),
  '/fading/': html(`<style>
    #first, #second { position: fixed; left: 0; bottom: 0; width: 600px; padding: 20px; background: #fff; opacity: 0; transition: opacity .5s; } .on { opacity: 1 !important; }
    #settings { position: fixed; left: 20px; bottom: 20px; width: 120px; height: 40px; }</style>
    <main>${'<p>本店今日推荐：新茶上市。</p>'.repeat(6_000)}</main>
    <script>onload = () => setTimeout(() => {
      document.body.insertAdjacentHTML('beforeend', '<div id="first" role="dialog"><p>我们使用 Cookie 统计访问情况，是否同意？</p><button id="yes">全部接受</button><button id="settings">偏好设置</button></div>');
      const first = document.getElementById('first');
      first.getBoundingClientRect();
      first.className = 'on';
      document.getElementById('settings').onclick = () => {
        first.remove();
        document.body.insertAdjacentHTML('beforeend', '<div id="second" role="dialog" class="on"><p>Cookie 偏好</p><label><input type="checkbox"> 统计分析 Cookie</label><button>全部接受</button><button>全部拒绝</button><button>保存设置</button></div>');
      };
    }, 60)</script>`),
  '/ahead': html(`<h1>先取</h1><link rel="prefetch" href="http://tracker.test:PORT/prefetch?tel=13900000009"><link rel="preload" as="fetch" crossorigin href="http://tracker.test:PORT/preload?tel=13900000010">
    <script type="speculationrules">{ "prerender": [{ "source": "list", "urls": ["/guessed"], "eagerness": "immediate" }] }</script>
    <closed-field></closed-field><script>
    customElements.define('closed-field', class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode: 'closed' });
        root.innerHTML = '<label>手机号 <input name="mobile" style="width: 200px; height: 30px"></label>';
        root.querySelector('input').oninput = ({ target }) => target.value.length === 11 && fetch('http://tracker.test:PORT/closed', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ q: target.value }) });
      }
    });
    navigator.serviceWorker.register('/cache.js').then(() => navigator.serviceWorker.ready).then(() => setTimeout(() => fetch('/kept?tel=13900000012'), 600));</script>`),
  '/guessed': html(`<h1>猜中</h1><script>${send('http://tracker.test:PORT/guess', '13900000011')}</script>`),
  '/cache.js': 'addEventListener("install", () => skipWaiting()); addEventListener("activate", (event) => event.waitUntil(clients.claim())); addEventListener("fetch", (event) => new URL(event.request.url).pathname === "/kept" && event.respondWith(new Response("{}")));',
  '/flood': html(`<h1>泛滥</h1><script>
    for (let i = 0; i < 500; i++) navigator.sendBeacon('http://tracker.test:PORT/flood', 'tel=13900000013&n=' + i);
    ${send('http://tracker.test:PORT/before', '13900000014')};
    fetch('http://tracker.test:PORT/upload', { method: 'POST', mode: 'no-cors', body: new Uint8Array(50 * 1024 * 1024).fill(32).map((byte, i) => (i < 23 ? '{"phone":"13900000015"}'.charCodeAt(i) : byte)) });
    for (const name of ['mingshi:offer', 'mingshi:ready']) for (let i = 0; i < 300; i++) document.dispatchEvent(new CustomEvent(name, { detail: i % 2 ? 'm' + 'a1'.repeat(9) : '' }));
    const forged = [{ t: 'body', at: Date.now(), url: 'http://innocent.test/c', via: 'beacon', body: btoa('{"phone":"13900000016"}') }, { t: 'storage', at: Date.now(), area: 'local', key: 'uid', value: '7d793037-a076-4ba0-9f5d-5a8a2f1f0b6a', lifetimeHours: 9e9 }];
    for (let i = 0; i < 300; i++) document.dispatchEvent(new CustomEvent('m' + 'a1'.repeat(9), { detail: JSON.stringify(forged) }));
    window.postMessage({ type: 'bodies', bodies: forged }, '*');</script>`),
  '/frame': html('<form><label>手机号 <input name="mobile" id="mobile"></label><button>登录</button></form>'),
  '/widget': html(`<script>localStorage.setItem('widget_uid', '0f8fad5b-d9cb-469f-a165-70867728950e'); navigator.sendBeacon('http://tracker.test:PORT/blob', new Blob([JSON.stringify({ phone: '13900000008' })]));</script>`),
  '/worker.js': send('http://tracker.test:PORT/worker', '13900000005'),
  '/sw.js': `addEventListener('activate', (event) => event.waitUntil(${send('http://tracker.test:PORT/sw', '13900000006')}));`,
};

let stage: Stage;
let server: Server;
let browser: Browser;
let messenger: Page;
let port: number;
const at = (path: string, host = 'shop.test') => `http://${host}:${port}${path}`;

beforeAll(async () => {
  stage = await setStage('chromium');
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/hang.png') return void setTimeout(() => response.end(), 2_500);
    if (path.startsWith('/hop')) return void response.writeHead(302, { location: `http://second.test:${port}${path.replace('/hop', '/landed')}` }).end();
    response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.end((PAGES[path.replace(/\?.*|\d+$/, '')] ?? '').replaceAll('PORT', String(port)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium', { progress: () => undefined }), headless: true, pipe: true, enableExtensions: [stage.extension], ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--host-resolver-rules=MAP * 127.0.0.1,EXCLUDE localhost',
      `--unsafely-treat-insecure-origin-as-secure=http://shop.test:${port}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension://'));
  messenger = await browser.newPage();
  await messenger.goto(`chrome-extension://${new URL(target.url()).host}/manifest.json`);
  // A page opened before the background listens would load unseen.
  for (let tries = 0; tries < 50 && !(await messenger.evaluate('chrome.runtime.sendMessage({ type: "settings" }).then(() => true, () => false)')); tries++) await pause(200);
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  await stage?.end();
});

/** The visit of the tab that shows an address, judged. */
async function visitOf(url: string): Promise<{ visit: Visit; report: SiteReport }> {
  return (await messenger.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: '${url.replace(/:\d+/, '')}*' });
    return chrome.runtime.sendMessage({ type: 'visit', tabId: tab.id, settle: true });
  })()`)) as { visit: Visit; report: SiteReport };
}

const requestsTo = ({ exchanges }: Visit, path: string): Exchange[] => exchanges.filter(({ url }) => new URL(url).pathname === path);
const kindsIn = (exchanges: readonly Exchange[]) => new Set(exchanges.flatMap(({ items }) => items.map(({ kind }) => kind)));

it('takes a choice made while the page still loads as one made before what it set off', async () => {
  const page = await browser.newPage();
  await page.goto(at('/slow'), { waitUntil: 'domcontentloaded' });
  await page.click('#yes');
  await page.waitForFunction('document.readyState === "complete"');
  await pause(1_000);
  const { visit, report } = await visitOf(at('/slow'));
  expect(kindsIn(requestsTo(visit, '/slow').filter(({ host }) => host === 'tracker.test'))).toContain('phone');
  expect(visit.acts.map(({ kind }) => kind)).toEqual(['accept']);
  expect(report.findings.filter(({ rule, outcome }) => rule === 'pre-consent-sharing' && outcome === 'violation')).toEqual([]);
  await page.close();
});

it('lets a choice made in one tab hold in another, and goes on with a visit out of the page cache', async () => {
  const first = await browser.newPage();
  const second = await browser.newPage();
  await first.goto(at('/banner'));
  await second.goto(at('/tracks'));
  await pause(800);
  await first.bringToFront();
  await first.click('#yes');
  await pause(500);
  await second.bringToFront();
  await second.click('#go');
  await pause(300);
  await second.goto(at('/', 'elsewhere.test'));
  await pause(500);
  await second.goBack();
  await pause(1_500);
  const { visit, report } = await visitOf(at('/tracks'));
  expect(visit.site).toBe('shop.test');
  expect(visit.acts.map(({ kind }) => kind)).toContain('accept');
  expect(kindsIn(requestsTo(visit, '/tab'))).toContain('phone');
  expect(kindsIn(requestsTo(visit, '/back'))).toContain('phone');
  expect(visit.exchanges.some(({ host }) => host === 'elsewhere.test')).toBe(false);
  expect(report.flows.filter(({ recipient }) => recipient.domain === 'tracker.test').map(({ stage: when }) => when)).toEqual(['after-accept']);
  await Promise.all([first.close(), second.close()]);
});

it('sees what leaves by redirects, frames, workers and without a navigation', async () => {
  const page = await browser.newPage();
  await page.goto(at('/ways'));
  const frame = page.frames().find((one) => one.url().includes('/frame'))!;
  await frame.type('#mobile', '13912345678');
  await frame.evaluate(() => fetch('/login?m=13912345678'));
  await pause(3_500);
  const { visit } = await visitOf(at('/ways'));
  for (const path of ['/worker', '/sw', '/spa', '/blob', '/hop', '/landed']) expect(kindsIn(requestsTo(visit, path)), path).toContain('phone');
  expect(requestsTo(visit, '/landed')[0]!.host).toBe('second.test');
  expect(requestsTo(visit, '/login').flatMap(({ items }) => items).some(({ kind, foundBy }) => kind === 'phone' && foundBy === 'needle')).toBe(true);
  expect(visit.typed?.map(({ fieldKind }) => fieldKind)).toContain('phone');
  // Written without a function that can be watched, and by a frame of another site.
  expect(visit.storage.find(({ key }) => key === 'visitor_mark')).toMatchObject({ area: 'local', isIdentifier: true, foundAtRest: true });
  expect(visit.storage.find(({ key }) => key === 'widget_uid')).toMatchObject({ area: 'local', isIdentifier: true });
  await page.close();
});

it('keeps the layer a person answers while it still fades in, on a slow machine too', async () => {
  const page = await browser.newPage();
  const machine = await page.createCDPSession();
  const moments = [150, 320, 600];
  for (const [index, slowness] of [1, 6].entries()) {
    await machine.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    for (const moment of moments) {
      await page.goto(at(`/fading/${index}${moment}`));
      await page.waitForFunction(`performance.now() - performance.getEntriesByType('navigation')[0].loadEventEnd >= ${moment}`, { polling: 10 });
      await page.mouse.click(60, (await page.evaluate('innerHeight')) as number - 40);
      await page.waitForSelector('#second');
      // Long enough for the page to be read, which takes the slow machine its time.
      await pause(slowness * 300 + 300);
    }
  }
  await machine.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const { visit, report } = await visitOf(at('/fading/'));
  const firstLayers = visit.surfaces.filter(({ consentSurfaces }) => consentSurfaces.some(({ visible, controls }) => visible && controls.some(({ role }) => role === 'settings')));
  expect(firstLayers.map(({ url }) => url.replace(/.*\//, ''))).toEqual([0, 1].flatMap((index) => moments.map((moment) => `${index}${moment}`)));
  expect(report.findings.find(({ rule }) => rule === 'unequal-choice')?.outcome).toBe('review');
  expect(report.findings.find(({ rule }) => rule === 'missing-refusal')?.outcome).toBe('pass');
  await page.close();
});

it('sees what is fetched ahead, and what is typed into a closed shadow root; what a worker answers itself never left', async () => {
  const page = await browser.newPage();
  await page.goto(at('/ahead'));
  await pause(600);
  const field = (await page.evaluate('(() => { const { x, y } = document.querySelector("closed-field").getBoundingClientRect(); return [x + 120, y + 16]; })()')) as [number, number];
  await page.mouse.click(...field);
  await page.keyboard.type('13912345678');
  await pause(2_500);
  const { visit, report } = await visitOf(at('/ahead'));
  for (const path of ['/prefetch', '/preload']) expect(kindsIn(requestsTo(visit, path)), path).toContain('phone');
  expect(requestsTo(visit, '/closed').flatMap(({ items }) => items.map(({ kind, foundBy }) => [kind, foundBy]))).toContainEqual(['phone', 'needle']);
  expect(requestsTo(visit, '/kept')).toEqual([]);
  // A page that nobody went to: what it sends is known for what it is.
  expect(requestsTo(visit, '/guess').every(({ speculative }) => speculative === true)).toBe(true);
  expect(report.findings.find(({ rule }) => rule === 'data-sent-before-submit')?.outcome).toBe('violation');
  await page.close();
});

it('stays whole when a page floods beacons, uploads 50 MB and forges what the extension tells itself', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(at('/flood'));
  await pause(1_000);
  const { visit, report } = await visitOf(at('/flood'));
  expect(kindsIn(requestsTo(visit, '/before'))).toContain('phone');
  expect(requestsTo(visit, '/flood').length).toBeGreaterThan(100);
  expect(visit.exchanges.length).toBeLessThanOrEqual(3_000);
  const [upload] = requestsTo(visit, '/upload');
  expect(upload).toMatchObject({ body: 'cut' });
  expect(upload!.bodyBytes).toBeLessThanOrEqual(64 * 1024);
  expect(kindsIn([upload!])).toContain('phone');
  // Nothing that was forged is believed.
  expect(visit.exchanges.some(({ host }) => host === 'innocent.test')).toBe(false);
  expect(visit.storage.some(({ key }) => key === 'uid')).toBe(false);
  // Nobody typed those numbers: whose they are is for a person to say.
  expect(report.findings.find(({ rule }) => rule === 'pre-consent-sharing')?.outcome).toBe('review');
  expect(errors).toEqual([]);
  await page.close();
});
