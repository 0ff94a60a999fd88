/** The dashboard in a real browser: every page, its actions and its bad input, in one visit; axe finds nothing on any page. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPack } from '../../../analyzers/evidence/check';
import type { ChromiumSession } from '../../../cli/browser/chromium';
import zh from '../../../locales/zh_CN/dashboard.json';
import { fillDashboard, measureScroll } from '../../../scripts/bench/dashboard';
import { badReport, cleanReport, hostileReport } from '../../components/samples';
import { loadScenes } from '../../scenes/scene';
import { downloaded } from '../downloads';
import { AXE, axeRun, objections } from '../axe';
import { walk } from '../keyboard';
import { lost } from '../reflow';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const scene = loadScenes().find(({ id }) => id === 'shop-tracks-before-choice')!;
const SCENE_SITE = 'qingmu-shop.test';

let stage: Stage;
let session: ChromiumSession;
let page: Page;

beforeAll(async () => {
  stage = await setStage('chromium');
  session = (await (await stage.environment({ watched: true })).launch()) as ChromiumSession;
  await session.ask({ type: 'settings', change: { lang: 'zh-CN', theme: 'light' } }, 20_000);
  page = await session.openExtensionPage('dashboard.html');
  await page.bringToFront();
  await page.setViewport({ width: 1280, height: 900 });
});

afterAll(async () => {
  await session?.close();
  await stage?.end();
});

const text = (from = page) => from.evaluate(() => document.body.innerText);
const says = (words: string, from = page) => from.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 15_000 }, words);
async function go(hash: string, words: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash);
  await says(words);
}
async function press(label: string): Promise<void> {
  const found = await page.waitForSelector(`::-p-xpath(//*[self::button or self::summary or self::a or self::label][starts-with(normalize-space(), "${label}")])`, { visible: true, timeout: 10_000 });
  await found!.click();
}
/** Nothing that axe finds, in light and dark, wide and narrow; the tab key comes to every control, and one sees where it is. */
async function accessible(name: string): Promise<void> {
  await page.evaluate(`window.axe || ${AXE}`).catch(() => undefined);
  for (const [theme, width] of [['light', 1280], ['dark', 360]] as const) {
    await page.setViewport({ width, height: 900 });
    await page.evaluate((one) => void (document.documentElement.dataset.theme = one), theme);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 250)));
    const found = objections((await page.evaluate(axeRun())) as AxeResults);
    expect(found, `${name} ${theme} ${width}`).toEqual([]);
  }
  // A screen of 320 pixels, one at 200 % with the letters spaced, and letters alone twice as large: nothing is lost.
  for (const how of [{ width: 320 }, { width: 640, spaced: true }, { width: 1280, letters: 2 }]) expect(await lost(page, how), `${name} ${JSON.stringify(how)}`).toEqual([]);
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluate(() => void (document.documentElement.dataset.theme = 'light'));
  const { missed, hidden } = await walk(page);
  expect({ name, missed, hidden }).toEqual({ name, missed: [], hidden: [] });
}
const stored = <T>(table: string): Promise<T[]> =>
  page.evaluate(
    (name) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open('mingshi');
        opening.onsuccess = () => {
          const asked = opening.result.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => (opening.result.close(), resolve(asked.result as T[]));
          asked.onerror = () => reject(asked.error);
        };
      }),
    table,
  );
async function put(table: string, rows: unknown[]): Promise<void> {
  await page.evaluate(
    (name, values) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('mingshi');
        opening.onsuccess = () => {
          const write = opening.result.transaction(name, 'readwrite');
          for (const value of values) write.objectStore(name).put(value);
          write.oncomplete = () => (opening.result.close(), resolve());
          write.onerror = () => reject(write.error);
        };
      }),
    table,
    rows,
  );
}
async function open(...files: string[]): Promise<void> {
  const picker = await page.waitForSelector<'input'>('input#picker' as 'input');
  await picker!.uploadFile(...(files as [string, ...string[]]));
  await page.waitForFunction((count) => document.querySelectorAll('.opened li').length >= count, { timeout: 20_000 }, files.length);
}

it('says what to do while nothing is there', async () => {
  await says(zh.sites.none);
  await accessible('no sites');
  await go('#/review', zh.review['no-sites']);
  await go('#/pictures', zh.pictures.none);
});

it('opens results from disk, tells what it could not read, and runs nothing of them', async () => {
  await go('#/data', zh.data.open);
  const results = join(stage.folder, 'results.jsonl');
  writeFileSync(results, [badReport(), cleanReport(), hostileReport(), { site: 'x' }].map((one) => JSON.stringify(one)).join('\n'));
  const half = join(stage.folder, 'half.json');
  writeFileSync(half, JSON.stringify(badReport()).slice(0, 900));
  const pack = join(stage.folder, 'cut.zip');
  writeFileSync(pack, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
  const empty = join(stage.folder, 'empty.json');
  writeFileSync(empty, '');
  await open(results, half, pack, empty);
  const told = await page.$eval('.opened', (list) => list.textContent ?? '');
  for (const why of [zh.data.why['not-json'], zh.data.why.empty, '证据包不完好']) expect(told).toContain(why);
  expect(told).toContain('读入 3 个网站的结果；有 1 条读不出来（第一条在第 4 行');
  await accessible('data');
  await go('#/sites', 'yunshang-shop.cn');
  expect(await page.evaluate(() => document.querySelectorAll('[onmouseover], .windowed b').length)).toBe(0);
  await accessible('sites');
});

it('shows every part of a site', async () => {
  for (const part of ['findings', 'recipients', 'policy', 'timeline', 'versions', 'audit'] as const) {
    await go(`#/sites/yunshang-shop.cn/${part}`, zh.site.parts[part]);
    await page.waitForSelector('.part-body > :nth-child(2)');
    await accessible(part);
  }
  expect(await text()).toContain('三（四）');
  await go('#/sites/nowhere.test', zh.site['unknown-more']);
});

it('reviews by keyboard, least sure first, and a second dashboard sees it', async () => {
  await go('#/review', zh.review.note);
  await page.waitForSelector('.review-item .finding');
  await accessible('review');
  const title = () => page.$eval('.review-title', (heading) => heading.textContent);
  const first = await title();
  await page.keyboard.press('y');
  await page.waitForFunction((before) => document.querySelector('.review-title')?.textContent !== before, {}, first);
  await page.keyboard.press('n');
  await page.waitForSelector('dialog[open]');
  await accessible('why dismiss');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await says(zh.review.said.dismissed.split('：')[0]!);
  const decisions = await stored<{ choice: string; reason?: string; rulesVersion: string }>('decisions');
  expect(decisions.map(({ choice, reason }) => [choice, reason]).sort()).toEqual([['confirmed', undefined], ['dismissed', 'allowed']]);
  expect(decisions.every(({ rulesVersion }) => rulesVersion === badReport().tool.rulesVersion)).toBe(true);

  const second = await session.openExtensionPage('dashboard.html#/review?show=decided');
  await second.waitForSelector('.review-item');
  expect(await text(second)).toContain('共 2 项');
  await page.bringToFront();
  await page.keyboard.press('u');
  await says(zh.review.said.open.split('{')[0]!);
  // A tab behind another one draws no frames: it is asked by the clock.
  await second.waitForFunction(() => document.body.innerText.includes('共 1 项'), { timeout: 15_000, polling: 100 });
  await second.close();
});

it('says so when the disk is full, and loses nothing', async () => {
  const before = (await stored('decisions')).length;
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function () {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(window, { mend: () => (IDBObjectStore.prototype.put = put) });
  });
  try {
    await page.keyboard.press('y');
    await says(zh.review.said.failed);
  } finally {
    await page.evaluate('mend()');
  }
  expect((await stored('decisions')).length).toBe(before);
});

it('switches a rule to report only: it counts no more', async () => {
  await go('#/rules', zh.rules.title);
  await page.waitForSelector('.rule');
  await page.click('#rule-pre-ticked-consent > summary');
  await page.waitForSelector('#rule-pre-ticked-consent .law-text, #rule-pre-ticked-consent .law-none');
  await accessible('rules');
  await page.click('#rule-pre-ticked-consent input');
  await page.waitForSelector('#rule-pre-ticked-consent summary .tag');
  expect(await session.ask<{ reportOnly: string[] }>({ type: 'settings' }, 5_000)).toMatchObject({ reportOnly: ['pre-ticked-consent'] });
  await go('#/sites/yunshang-shop.cn', '疑似有 3 处问题');
  await session.ask({ type: 'settings', change: { reportOnly: [] } }, 5_000);
  await says('疑似有 4 处问题');
});

/** Paragraphs of a text, a line each. */
function blocksOf(words: string): object[] {
  let start = 0;
  return words.split('\n').map((line) => {
    const block = { kind: 'paragraph', level: 0, start, end: start + line.length };
    start += line.length + 1;
    return block;
  });
}

it('compares two versions of a policy clause by clause, a megabyte of text included', async () => {
  const version = (sha256: string, seen: number, words: string) => ({
    sha256, site: 'yunshang-shop.cn', url: 'https://www.yunshang-shop.cn/privacy', firstSeen: seen, lastSeen: seen,
    document: {
      url: 'https://www.yunshang-shop.cn/privacy', finalUrl: 'https://www.yunshang-shop.cn/privacy', title: '云裳商城隐私政策', language: 'zh', text: words,
      blocks: blocksOf(words),
      links: [], source: { mediaType: 'text/html', charset: 'utf-8', bytes: words.length, sha256 }, fetchedAt: seen,
    },
  });
  const long = Array.from({ length: 12_000 }, (_, index) => `第${index}条 我们为了提供商品配送服务而收集您的收货地址和联系电话，编号${index}，用于完成订单并告知您物流进度，不用于其他目的。`).join('\n');
  await put('policies', [
    version('a'.repeat(64), Date.UTC(2026, 8, 1), `云裳商城隐私政策\n我们将在您注销账号后保存您的个人信息三年。\n${long}`),
    version('b'.repeat(64), Date.UTC(2026, 9, 1), `云裳商城隐私政策\n我们将在实现目的所需的时间内保存您的个人信息。\n${long}`),
  ]);
  await go('#/sites/yunshang-shop.cn/versions', zh.versions.facts);
  await page.waitForSelector('.clause', { timeout: 30_000 });
  expect(await page.$eval('.clause-before', (one) => one.textContent)).toContain('三年');
  expect(await page.$eval('.clause-after ins', (one) => one.textContent?.length ?? 0)).toBeGreaterThan(0);
  // What the change means: the facts and duties on both sides, and whether anybody was told.
  await page.waitForSelector('.fact-changes', { timeout: 30_000 });
  const panels = await page.$$eval('.version-facts .panel', (all) => all.map((one) => one.textContent ?? ''));
  expect(panels[0]).toMatch(/保存期限3 年→改为.*实现目的所需的时间/);
  expect(panels[1]).toMatch(/→|该说的还是说了/);
  expect(panels[2]).toContain(zh.versions['notice-unknown']);
  await accessible('versions');
  const untold = { ...badReport().findings[0]!, rule: 'unannounced-policy-change', outcome: 'violation', summary: { 'zh-CN': '疑似没有提醒。', en: 'Suspected of telling nobody.' }, evidence: [{ kind: 'policy-text', url: 'https://www.yunshang-shop.cn/privacy', sha256: 'b'.repeat(64), quote: '实现目的所需的时间' }] };
  await put('reports', [{ visitId: 'later', site: 'yunshang-shop.cn', at: Date.UTC(2026, 9, 2), report: badReport({ findings: [untold as never] }) }]);
  await go('#/sites/yunshang-shop.cn/policy', zh.site.parts.policy);
  await go('#/sites/yunshang-shop.cn/versions', zh.versions['notice-none'].replace('{text}', '疑似没有提醒。'));
});

it('shows a damaged record as such, and the rest as before', async () => {
  await put('reports', [{ visitId: 'broken', site: 'broken.test', at: 1, report: { site: 'broken.test', findings: 'none' } }]);
  await put('overviews', [{ site: 'broken.test', visitId: 'broken', at: 1, fromFile: false, operator: '', policy: 'read', suspected: [], doubtful: [], sureness: [], passed: 0, unseen: 0, recipients: [], history: [{ visitId: 'broken', at: 1, counts: [] }], rulesVersion: '' }]);
  await go('#/sites/broken.test', zh.site.damaged);
  await accessible('damaged');
  await press(zh.site['delete-record']);
  await says('yunshang-shop.cn');
  expect((await stored<{ site: string }>('reports')).some(({ site }) => site === 'broken.test')).toBe(false);
});

it('exports a workbook, and values that no spreadsheet runs', async () => {
  const folder = join(stage.folder, 'downloads');
  mkdirSync(folder);
  const client = await session.chrome.target().createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await go('#/sites', 'yunshang-shop.cn');
  for (const format of ['xlsx', 'csv', 'json', 'print'] as const) {
    await press(zh.export.all);
    await press(zh.export.as[format]);
    await says(zh.export.done.replace('{count}', '3').split('{')[0]!);
  }
  const read = async (ending: string) => readFileSync((await downloaded(folder, ending))[0]!);
  const book = unzipSync(new Uint8Array(await read('.xlsx')));
  expect(strFromU8(book['xl/worksheets/sheet1.xml']!)).toContain('yunshang-shop.cn');
  expect(Object.keys(book).filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(4);
  expect((await read('.csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect((await read('.jsonl')).toString().trim().split('\n')).toHaveLength(3);
  expect((await read('.html')).toString()).toContain("default-src 'none'");
});

it('keeps a visit of this browser, and goes on with it', async () => {
  await session.open(scene.url, 20_000);
  await session.quiet(1_500, 10_000);
  await session.ask({ type: 'visit', settle: true }, 60_000);
  await page.bringToFront();
  await go('#/sites', SCENE_SITE);
  await go(`#/sites/${SCENE_SITE}`, '疑似有');
  expect(await page.$$eval('.finding-violation', (all) => all.map((one) => one.getAttribute('data-rule')))).toEqual(expect.arrayContaining(scene.expect.violations));

  // Its evidence is packed from here too; of sites opened from a file there is none.
  await press(zh.site.export);
  await press(zh.export.as.packs);
  await says(zh.export.done.replace('{count}', '1').split('{')[0]!);
  const pack = openPack(new Uint8Array(readFileSync((await downloaded(join(stage.folder, 'downloads'), '.zip', 1))[0]!)));
  expect({ intact: pack.check.intact, site: pack.report?.site }).toEqual({ intact: true, site: SCENE_SITE });
  await go('#/sites/yunshang-shop.cn', zh.site.export);
  await press(zh.site.export);
  await press(zh.export.as.packs);
  await says(zh.export['no-visit'].replace('{damaged}', '1').split('：')[0]!);
});

it('lists 10,000 sites, draws few of them, finds one, and is used by keyboard', async () => {
  await fillDashboard(page, 10_000, 5, Date.now());
  await page.evaluate(() => void (location.hash = '#/sites'));
  await page.reload();
  await page.waitForFunction(() => Number(document.querySelector('[role=table]')?.getAttribute('aria-rowcount')) > 10_000, { timeout: 60_000 });
  const figures = await measureScroll(page, 1_000);
  expect(figures.rows).toBeLessThan(80);
  expect(figures.frames).toBeGreaterThan(5); // how many a second is for the bench on a quiet machine
  await page.evaluate(() => window.scrollTo(0, 0));
  await accessible('10,000 sites');
  await page.keyboard.press('/');
  await page.keyboard.type('qingmu-4321');
  await page.waitForFunction(() => document.querySelector('[role=table]')?.getAttribute('aria-rowcount') === '2');
  await page.keyboard.press('Tab');
  await page.focus('[data-index="0"] a');
  await page.keyboard.press('x');
  await says(zh.export.chosen.replace('{count}', '1'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash.startsWith('#/sites/qingmu-4321.test'));
  await go('#/pictures', zh.pictures.owners);
  await page.waitForSelector('.picture svg');
  await accessible('pictures');
}, 180_000);

it('throws nothing, neither in its pages nor in the background', () => {
  expect(session.events.filter(({ kind, where }) => where !== 'page' && (kind === 'exception' || kind === 'console-error'))).toEqual([]);
});
