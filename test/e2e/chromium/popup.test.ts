/** The popup of a visited tab tells the verdict, and the complaint can be copied. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { ChromiumSession } from '../../../cli/browser/chromium';
import { loadScenes } from '../../scenes/scene';
import zhPopup from '../../../locales/zh_CN/popup.json';
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

it('throws nothing, neither in the popup nor in the background', () => {
  expect(session.events.filter(({ kind, where }) => where !== 'page' && (kind === 'exception' || kind === 'console-error'))).toEqual([]);
});
