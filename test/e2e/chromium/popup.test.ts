/** The popup of a visited tab tells the verdict, and the complaint can be copied. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { ChromiumSession } from '../../../cli/browser/chromium';
import { loadScenes } from '../../scenes/scene';
import zhPopup from '../../../locales/zh_CN/popup.json';
import zhReport from '../../../locales/zh_CN/report.json';
import type { SiteReport } from '../../../analyzers/report';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const scene = loadScenes().find(({ id }) => id === 'shop-tracks-before-choice')!;

let stage: Stage;
let session: ChromiumSession;
let report: SiteReport;
let popup: Page;

beforeAll(async () => {
  stage = await setStage('chromium');
  session = (await (await stage.environment({ watched: true })).launch()) as ChromiumSession;
  await session.open(scene.url, 20_000);
  await session.quiet(1_500, 10_000);
  // The interface may be in any language; what is compared is Chinese.
  await session.ask({ type: 'settings', change: { lang: 'zh-CN' } }, 20_000);
  ({ report } = await session.ask<{ report: SiteReport }>({ type: 'visit', settle: true }, 60_000));
  popup = await session.openExtensionPage('popup.html?tab={tab}');
  await popup.bringToFront();
});

afterAll(async () => {
  await session?.close();
  await stage?.end();
});

const shown = () => popup.evaluate(() => document.body.innerText);

async function press(label: string): Promise<void> {
  const button = await popup.waitForSelector(`::-p-xpath(//button[normalize-space()="${label}"])`, { visible: true, timeout: 10_000 });
  await button!.click();
}

it('shows the site and every suspected violation in words', async () => {
  const violations = report.findings.filter(({ outcome }) => outcome === 'violation');
  expect(violations.map(({ rule }) => rule)).toEqual(expect.arrayContaining(scene.expect.violations));
  await popup.waitForFunction((site) => document.body.innerText.includes(site), { timeout: 20_000 }, report.site);
  if ((await shown()).includes(zhPopup.welcome.title)) await press(zhPopup.welcome.done);
  await popup.waitForFunction((text) => document.body.innerText.includes(text), { timeout: 20_000 }, violations[0]!.summary['zh-CN']);
  const text = await shown();
  for (const { summary } of violations) expect(text).toContain(summary['zh-CN']);
});

it('copies the complaint draft as it stands', async () => {
  await press(zhPopup.next.bad);
  const draft = await popup.waitForSelector('textarea', { visible: true, timeout: 10_000 });
  const text = await draft!.evaluate((area) => area.value);
  expect(text).toContain(report.site);
  expect(text).toContain('疑似');
  await press(zhPopup.complaint.copy);
  await popup.waitForFunction((said) => document.querySelector('[role=status]')?.textContent?.includes(said), { timeout: 10_000 }, zhPopup.complaint.said.copied);

  // Pasted elsewhere by keyboard, as the person would.
  const elsewhere = await session.chrome.newPage();
  await elsewhere.setContent('<textarea autofocus></textarea>');
  await elsewhere.focus('textarea');
  await elsewhere.keyboard.down('Control');
  await elsewhere.keyboard.press('v');
  await elsewhere.keyboard.up('Control');
  expect(await elsewhere.$eval('textarea', (area) => area.value)).toBe(text);
  await elsewhere.close();
});

const card = (rule: string) => `[data-rule="${rule}"]`;

/** Presses a button or opens a fold in a part of the popup, by how its words begin. */
async function pressIn(part: string, label: string): Promise<void> {
  const found = await popup.waitForSelector(`${part} ::-p-xpath(.//*[self::button or self::summary][starts-with(normalize-space(), "${label}")])`, { visible: true, timeout: 10_000 });
  await found!.click();
}

/** Waits for words in a part of the popup; what stands there instead is said when they do not come. */
async function until(part: string, words: string): Promise<void> {
  const there = popup.waitForFunction((selector, text) => document.querySelector(selector)?.textContent?.includes(text), { timeout: 20_000, polling: 200 }, part, words); // hidden pages draw no frames
  await there.catch(async () => expect(await popup.evaluate((selector) => document.querySelector(selector)?.textContent, part)).toContain(words));
}

/** Whether something of ours lies over a page. */
const isMarked = (page: Page) => page.evaluate(() => [...document.documentElement.children].some((element) => element.localName === 'div' && getComputedStyle(element).pointerEvents === 'none' && getComputedStyle(element).position === 'fixed'));

it('sets a finding aside with a reason, keeps that, and brings it back', async () => {
  await press(`‹ ${zhPopup.complaint.back}`);
  const rule = report.findings.find(({ outcome }) => outcome === 'violation')!.rule;
  await pressIn(card(rule), zhReport.dismiss.open);
  await pressIn(card(rule), zhReport.dismiss.reason.mended);
  await until('.dismissed', '1');
  expect(await popup.$(card(rule))).toBeNull();
  await popup.reload();
  await until('.dismissed', '1');
  await pressIn('.dismissed', '你标为');
  await pressIn('.dismissed', zhReport.dismiss.restore);
  await popup.waitForSelector(card(rule));
});

it('keeps text size and colours, pauses here and goes on', async () => {
  await pressIn('.menu', zhPopup.settings.title);
  await pressIn('.menu', zhPopup.settings.sizes.large);
  await pressIn('.menu', zhPopup.settings.themes.dark);
  await popup.reload();
  await popup.waitForSelector('.verdict');
  expect(await popup.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({ size: 'large', theme: 'dark' });
  await pressIn('.menu', zhPopup.settings.title);
  await pressIn('.menu', `在 ${report.site}`);
  await until('main', zhPopup.state['paused-here'].title);
  await pressIn('main', zhPopup.pause.resume);
  await popup.waitForSelector('.verdict, .state-unseen, .state-analysing');
});

it('shows where a proof stands: the element on the page, the passage in the policy', async () => {
  const asks = loadScenes().find(({ id }) => id === 'hotpot-order-wants-birthday')!;
  await session.open(asks.url, 20_000);
  const asked = await session.ask<{ report: SiteReport }>({ type: 'visit', settle: true }, 60_000);
  const policyUrl = 'url' in asked.report.policy ? asked.report.policy.url : '';
  await popup.bringToFront();
  const rule = 'nonessential-required-field';
  await pressIn(card(rule), '证据');
  await pressIn(card(rule), zhReport.show.element);
  await until(`${card(rule)} .show-said`, zhReport.show.shown);
  expect(await isMarked(session.page)).toBe(true);

  await popup.bringToFront();
  await pressIn('.tab-list', zhPopup.tabs.policy);
  await pressIn('.policy', zhReport.policy.line.collects);
  await pressIn('.policy-told', zhReport.show.passage);
  await until('.policy-told .show-said', zhReport.show.opened);
  const policy = (await session.chrome.pages()).find((page) => page.url() === policyUrl)!;
  expect(await isMarked(policy)).toBe(true);
  await policy.close();

  // What the page is for: the person's word holds for what is read of it later too.
  await popup.bringToFront();
  await pressIn('.tab-list', zhPopup.tabs.findings);
  await pressIn(card(rule), zhReport.function.yes);
  await until(card(rule), '你说过');
});

it('throws nothing, neither in the popup nor in the background', () => {
  expect(session.events.filter(({ kind, where }) => where !== 'page' && (kind === 'exception' || kind === 'console-error'))).toEqual([]);
});
