/**
 * From finding to action, on eight scenes in one browser: the visit, the choice, the draft, the pack and its check, the diary,
 * and, with the clock moved past the due day, the complaint that follows.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'puppeteer-core';
import { openPack } from '../../../analyzers/evidence/check';
import type { SiteReport } from '../../../analyzers/report';
import type { ChromiumSession } from '../../../cli/browser/chromium';
import { COVER, HIDDEN_PATTERNS, hidePersonal } from '../../../entrypoints/actions/hide-personal';
import zhCases from '../../../locales/zh_CN/cases.json';
import zhComplaint from '../../../locales/zh_CN/complaint.json';
import zhDashboard from '../../../locales/zh_CN/dashboard.json';
import zhLetters from '../../../locales/zh_CN/letters.json';
import zhPacks from '../../../locales/zh_CN/packs.json';
import zhPopup from '../../../locales/zh_CN/popup.json';
import { ACTION_SCENES } from '../action-scenes';
import { downloaded } from '../downloads';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const DAY = 86_400_000;

let stage: Stage;
let session: ChromiumSession;
let downloads: string;
const drafts = new Map<string, string>();
const sites: string[] = [];

beforeAll(async () => {
  stage = await setStage('chromium');
  allowNotifications(stage.extension);
  session = (await (await stage.environment({ watched: true })).launch()) as ChromiumSession;
  downloads = join(stage.folder, 'downloads');
  mkdirSync(downloads);
  const client = await session.chrome.target().createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await session.ask({ type: 'settings', change: { lang: 'zh-CN' } }, 20_000);
});

afterAll(async () => {
  await session?.close();
  await stage?.end();
});

/** No person is there to answer the browser's question: the copy of the extension has the permission from the start. */
function allowNotifications(folder: string): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[]; optional_permissions?: string[] };
  manifest.permissions.push('notifications');
  delete manifest.optional_permissions;
  writeFileSync(file, JSON.stringify(manifest));
}

async function press(page: Page, label: string, tag = 'button'): Promise<void> {
  const found = await page.waitForSelector(`::-p-xpath(//${tag}[contains(normalize-space(), "${label}")])`, { timeout: 15_000 });
  await found!.evaluate((element) => (element as HTMLElement).click());
}
const says = (page: Page, text: string): Promise<unknown> => page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 15_000 }, text);
const textOf = (page: Page): Promise<string> => page.$eval('textarea', (area) => area.value);

const packsSaved = (): string[] => readdirSync(downloads).filter((name) => name.endsWith('.zip'));

/** The newest pack, once so many were saved. */
const saved = async (count: number): Promise<Uint8Array> => new Uint8Array(readFileSync((await downloaded(downloads, '.zip', count)).at(-1)!));

describe.each(ACTION_SCENES.map((scene, index) => ({ id: scene.id, scene, index })))('$id', ({ id, scene, index }) => {
  it('is drafted, packed, checked and noted', async () => {
    // The visited tab comes to the front again: a page behind another one draws nothing, and takes no press.
    await session.page.bringToFront();
    await session.open(scene.url, 20_000);
    await session.quiet(800, 8_000);
    for (const step of scene.steps ?? []) await session.perform(step);
    // Scripts send what was typed when the field is left.
    await session.leaveField();
    await session.quiet(1_500, 8_000);
    const { report } = await session.ask<{ report: SiteReport }>({ type: 'visit', settle: true }, 60_000);
    const wanted = report.findings.filter(({ rule, outcome }) => outcome === 'violation' && scene.expect.violations.includes(rule));
    expect(wanted.map(({ rule }) => rule).sort()).toEqual([...scene.expect.violations].sort());
    sites.push(report.site);

    const popup = await session.openExtensionPage('popup.html?tab={tab}');
    await popup.bringToFront();
    try {
      await says(popup, report.site);
      if ((await popup.evaluate(() => document.body.innerText)).includes(zhPopup.welcome.title)) await press(popup, zhPopup.welcome.done);
      await press(popup, zhPopup.next.bad);
      await popup.waitForSelector('.choose');
      // What a page is for is said by the person, where a finding hangs on it.
      if (wanted.some(({ rule }) => ['nonessential-required-field', 'forced-membership', 'forced-location'].includes(rule))) {
        await press(popup, zhComplaint.ui.function.yes.split('{')[0]!);
        await says(popup, '你确认了');
      }
      await popup.waitForSelector('textarea');
      const draft = await textOf(popup);
      drafts.set(report.site, draft);
      for (const { summary } of wanted) expect(draft).toContain(summary['zh-CN'].replace(/[你您]自己|[你您]/g, '本人').slice(0, 12));
      expect(draft).toMatch(/^1\.1 .*【证据：/m);

      // The pack: a picture of the page on the first scene, what is inside, saved, checked.
      await popup.$eval('details.pack', (fold) => void ((fold as HTMLDetailsElement).open = true));
      await popup.waitForSelector('.pack-part', { timeout: 20_000 });
      if (index === 0 || id === 'bike-club-cancel-by-post') {
        await press(popup, index === 0 ? zhPacks.preview.capture : zhPacks.preview['capture-element'].split('{')[0]!);
        await popup.waitForSelector('.shot img', { timeout: 20_000 });
      }
      const before = packsSaved().length;
      await press(popup, zhPacks.preview.save);
      await says(popup, zhPacks.said.saved);
      const pack = openPack(await saved(before + 1));
      expect(pack.check).toMatchObject({ intact: true, altered: [], missing: [], added: [] });

      // A letter to the operator, sent today.
      await press(popup, zhComplaint.ui.way.write);
      await popup.waitForSelector('#letter-text');
      await popup.$$eval('.sent input[type=checkbox]', (boxes) => boxes.forEach((box) => (box as HTMLInputElement).click()));
      await press(popup, zhLetters.ui['keep-sent']);
      await says(popup, zhLetters.said.kept);
    } finally {
      await popup.close();
    }
  });
});

it('packs hold the pictures that were taken, one with the element framed', async () => {
  const packs = readdirSync(downloads).map((name) => openPack(new Uint8Array(readFileSync(join(downloads, name)))));
  const pictures = packs.flatMap(({ files }) => files.filter(({ path }) => path.startsWith('screenshots/')));
  expect(pictures.map(({ path }) => path).sort()).toEqual(['screenshots/page-1.png', 'screenshots/unreasonable-deletion-condition-1.png']);
  for (const { bytes } of pictures) expect(bytes).toBeGreaterThan(2_000);
  expect(await session.shows('mingshi-mark')).toBe(false);
});

it('a saved pack is intact in the dashboard, holds the policy as received, and a file that was altered is named', async () => {
  const whole = join(downloads, packsSaved().find((name) => name.includes('qingmu-shop'))!);
  const files = unzipSync(readFileSync(whole));
  expect(Object.keys(files)).toContain('policy/policy.html.txt');
  const altered = join(stage.folder, 'altered.zip');
  writeFileSync(altered, zipSync({ ...files, 'complaint.txt': strToU8('<script>alert(1)</script>') }));
  const dashboard = await session.openExtensionPage('dashboard.html#/packs');
  const input = await dashboard.waitForSelector('.packs input[type=file]');
  await input!.uploadFile(whole);
  await says(dashboard, zhPacks.view.intact);
  await input!.uploadFile(altered);
  await says(dashboard, zhPacks.view.broken);
  expect(await dashboard.$$eval('.pack-changes li', (items) => items.map((item) => item.textContent?.trim()))).toEqual([`${zhPacks.view.altered} complaint.txt`]);
  await dashboard.close();
});

it('once the day is past, each case is overdue and its complaint is written from what is known', async () => {
  const dashboard = await session.openExtensionPage('dashboard.html#/cases');
  const errors: string[] = [];
  dashboard.on('pageerror', (error) => void errors.push(String(error)));
  await dashboard.evaluateOnNewDocument((ms: number) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + ms;
  }, 40 * DAY);
  await dashboard.reload();
  await dashboard.waitForSelector('.case-line', { timeout: 20_000 });
  const lines = await dashboard.$$eval('.case-line', (all) => all.map((line) => ({ href: line.getAttribute('href')!, text: (line as HTMLElement).innerText })));
  expect(lines).toHaveLength(ACTION_SCENES.length);
  for (const { text } of lines) expect(text).toContain(zhCases.state.overdue);
  expect(lines.map(({ text }) => text.split('\n')[0]!.trim()).sort()).toEqual([...sites].sort());

  for (const { href } of lines) {
    await dashboard.evaluate((hash) => void (location.hash = hash), href);
    await dashboard.waitForSelector('.case-late', { timeout: 15_000 });
    await press(dashboard, zhCases.action.complain);
    await dashboard.waitForSelector('textarea', { timeout: 15_000 });
    const text = await textOf(dashboard);
    expect(text).toContain(zhComplaint.heading.history);
    expect(text).toMatch(/最迟应在 \d{4}-\d\d-\d\d 答复，至今没有记录到答复/);
    expect(text).toContain('《个人信息保护法》第五十条');
  }
  await press(dashboard, zhComplaint.ui.diary.sent);
  await says(dashboard, zhCases.state.complained);
  expect(errors).toEqual([]);
  await dashboard.close();
});

it('covers what is personal in a page while it is pictured: filled fields, numbers in pieces, masked ones, typed words', async () => {
  await session.page.bringToFront();
  const cover = async (html: string, needles: string[] = []): Promise<number> => {
    await session.page.evaluate((content) => {
      document.querySelectorAll('mingshi-cover').forEach((one) => one.remove());
      document.body.replaceChildren();
      document.body.insertAdjacentHTML('afterbegin', content);
      const host = document.querySelector('#shadow');
      host?.attachShadow({ mode: 'open' }).append(...host.childNodes);
    }, html);
    return session.page.evaluate(hidePersonal, COVER, HIDDEN_PATTERNS.map(({ source, flags }): [string, string] => [source, flags]), needles);
  };
  expect(await cover('<p>客服 400-800-1234，共 20260508 份</p><input value=""><input type="submit" value="提交">')).toBe(0);
  expect(await cover('<p>电话 13905740518 或 li.lei@mail.example.cn</p>')).toBeGreaterThanOrEqual(2);
  for (const one of ['<p><b>139</b><i> 0574</i><u> 0518</u></p>', '<p>138****0001 已登录</p>', '<input value="x">', '<textarea>x</textarea>', '<div contenteditable>x</div>', '<div id="shadow"><input value="x"></div>']) {
    expect(await cover(one), one).toBeGreaterThanOrEqual(1);
  }
  expect(await cover('<p>何小满，您好</p>')).toBe(0);
  expect(await cover('<p>何小满，您好</p>', ['何小满'])).toBe(1);
});

it('reminds of a due case by a notification that leads to it', async () => {
  const diary = await session.openExtensionPage('dashboard.html#/rules');
  // A letter of two months ago, and the alarm that comes twice a day rung now.
  const id = (await diary.evaluate(`(async () => {
    const db = await new Promise((done) => { const asked = indexedDB.open('mingshi'); asked.onsuccess = () => done(asked.result); });
    const cases = db.transaction('cases', 'readwrite').objectStore('cases');
    const one = await new Promise((done) => { const asked = cases.getAll(); asked.onsuccess = () => done(asked.result.find(({ steps }) => steps.length === 1)); });
    const sent = new Date(Date.now() - 60 * ${DAY}).toISOString().slice(0, 10);
    await new Promise((done) => (cases.put({ ...one, remind: true, steps: one.steps.map((step) => ({ ...step, on: sent })) }).onsuccess = done));
    await chrome.alarms.create('cases', { when: Date.now() });
    return one.id;
  })()`)) as string;
  const shown = (): Promise<string[]> => diary.evaluate('chrome.notifications.getAll().then(Object.keys)') as Promise<string[]>;
  await vi.waitUntil(async () => (await shown()).length > 0, { timeout: 10_000, interval: 100 });
  expect(await shown()).toEqual([`case-${id}`]);
  const opened = session.chrome.waitForTarget((target) => target.url().endsWith(`/dashboard.html#/cases/${id}`), { timeout: 10_000 });
  const worker = await (await session.chrome.waitForTarget((target) => target.type() === 'service_worker')).worker();
  await worker!.evaluate(`chrome.notifications.onClicked.dispatch('case-${id}')`);
  await (await (await opened).page())!.close();
  // Told once: the next alarm is silent.
  await diary.evaluate(`chrome.notifications.clear('case-${id}').then(() => chrome.alarms.create('cases', { when: Date.now() }))`);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await shown()).toEqual([]);
  await diary.close();
});

it('gives all data as a file, forgets everything with what is in memory, and takes the file in again', async () => {
  const dashboard = await session.openExtensionPage('dashboard.html#/data');
  await press(dashboard, zhCases.data.export);
  const file = (await downloaded(downloads, '.json'))[0]!;
  const keys = (): Promise<string[]> => dashboard.evaluate('chrome.storage.session.get(null).then(Object.keys)') as Promise<string[]>;
  expect((await keys()).some((key) => key.startsWith('policy-source-'))).toBe(true);

  await press(dashboard, zhDashboard.data['forget-all']);
  await dashboard.waitForSelector('dialog[open], [role=dialog], [role=alertdialog]');
  await press(dashboard, zhDashboard.data['forget-all'], 'dialog//button');
  await says(dashboard, zhDashboard.data['forgot-all']);
  expect(await keys()).toEqual(['visits']);
  expect(await session.ask({ type: 'tab-state' }, 10_000)).toMatchObject({ state: 'unseen' });
  await dashboard.evaluate(() => void (location.hash = '#/sites'));
  await dashboard.waitForFunction(() => document.querySelector('main') && document.querySelectorAll('.site-site a').length === 0);

  await dashboard.evaluate(() => void (location.hash = '#/data'));
  const picker = await dashboard.waitForSelector('input[type=file][accept*=json]:not([multiple])');
  await picker!.uploadFile(file);
  await dashboard.waitForFunction((start) => document.body.innerText.includes(start), { timeout: 15_000 }, zhCases.data.done.split('{')[0]!);
  await dashboard.evaluate(() => void (location.hash = '#/sites'));
  await dashboard.waitForFunction((count) => document.querySelectorAll('.site-site a').length === count, { timeout: 15_000 }, sites.length);
  await dashboard.evaluate(() => void (location.hash = '#/cases'));
  await dashboard.waitForFunction((count) => document.querySelectorAll('.case-line').length === count, { timeout: 15_000 }, sites.length);
  await dashboard.close();
});

it('throws nothing, neither in a page of its own nor in the background', () => {
  expect(session.events.filter(({ kind, where }) => where !== 'page' && (kind === 'exception' || kind === 'console-error'))).toEqual([]);
});
