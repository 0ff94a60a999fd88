/**
 * Five questions of a new user, answered in the popup that the toolbar opens, with at most two presses each after opening it.
 * Then the same popup by keyboard alone.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChromiumSession } from '../../../cli/browser/chromium';
import zhPopup from '../../../locales/zh_CN/popup.json';
import { walk } from '../keyboard';
import { loadScenes } from '../../scenes/scene';
import { setStage } from '../stage';
import type { Stage } from '../stage';

const SOLD = loadScenes().find(({ id }) => id === 'renovation-quote-sold')!;

/** Puts an older version beside the policy that was read: without its last sentence, seen a month ago. */
const AGED = `
  const database = await new Promise((done) => { const opening = indexedDB.open('mingshi'); opening.onsuccess = () => done(opening.result); });
  const table = database.transaction('policies', 'readwrite').objectStore('policies');
  const rows = await new Promise((done) => { const all = table.getAll(); all.onsuccess = () => done(all.result); });
  for (const row of rows) {
    const at = row.firstSeen - 30 * 86400000;
    const blocks = row.document.blocks.slice(0, -3);
    const sha256 = 'a' + row.sha256.slice(1);
    const document = { ...row.document, blocks, text: row.document.text.slice(0, blocks.at(-1).end), source: { ...row.document.source, sha256 } };
    await new Promise((done) => { table.put({ ...row, sha256, firstSeen: at, lastSeen: at, document }).onsuccess = done; });
  }
  database.close();`;

let stage: Stage;
let session: ChromiumSession;
let popup: Page;

beforeAll(async () => {
  stage = await setStage('chromium');
  session = (await (await stage.environment({ watched: true })).launch()) as ChromiumSession;
  await session.ask({ type: 'settings', change: { lang: 'zh-CN' } }, 20_000);
  await session.inExtension(`await chrome.storage.local.set({ welcomed: true })`, 5_000);
});

afterAll(async () => {
  await session?.close();
  await stage?.end();
});

async function visit({ url, steps }: typeof SOLD): Promise<void> {
  await session.page.bringToFront();
  await session.open(url, 20_000);
  await session.quiet(800, 8_000);
  for (const step of steps ?? []) await session.perform(step);
  await session.leaveField();
  await session.ask({ type: 'visit', settle: true }, 60_000);
  await session.page.bringToFront();
}

/** Presses the button of the toolbar. */
async function openPopup(): Promise<number> {
  const started = performance.now();
  const opened = session.chrome.waitForTarget((target) => target.url().endsWith('/popup.html'), { timeout: 20_000 });
  await (await session.chrome.extensions()).get(session.extensionId)!.triggerAction(session.page);
  popup = (await (await opened).asPage())!;
  await popup.waitForSelector('.verdict', { timeout: 20_000 });
  return performance.now() - started;
}

interface Answer {
  presses: number;
  ms: number;
  text: string;
}

/** Presses each of these in turn, then waits until the words are painted in the part that answers. */
async function answer(part: string, words: RegExp, ...presses: string[]): Promise<Answer> {
  const started = performance.now();
  for (const selector of presses) await (await popup.waitForSelector(selector, { visible: true, timeout: 5_000 }))!.click();
  const text = await popup.waitForFunction(
    (selector, pattern) => {
      const found = document.querySelector<HTMLElement>(selector);
      const box = found?.getBoundingClientRect();
      // In the part of the popup that is in sight, not somewhere below.
      return found && box!.top < innerHeight && new RegExp(pattern).test(found.innerText) ? found.innerText : undefined;
    },
    { timeout: 10_000 },
    part,
    words.source,
  );
  await popup.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { presses: presses.length, ms: Math.round(performance.now() - started), text: ((await text.jsonValue()) as string).replace(/\s+/g, ' ') };
}

const button = (label: string): string => `::-p-xpath(//button[starts-with(normalize-space(), "${label}")])`;

it('answers each of the five questions with two presses at most', async ({ annotate }) => {
  await visit(SOLD);
  const opened = await openPopup();
  await annotate(`popup open after ${Math.round(opened)} ms`);
  const told: Record<string, Answer> = {
    'what does this site do wrong': await answer('.verdict', /疑似有 \d+ 处问题/),
    'who got my phone number': await answer('.recipients', /手机号/, '[data-tab=recipients]'),
    'how do I delete my account': await answer('.answer-delete', /注销|删除|没有/),
  };
  expect(told['who got my phone number']!.text).toMatch(/疑似违规.*手机号/);
  await popup.evaluate(() => scrollTo(0, 0));
  told['complain'] = await answer('.complaint, main', new RegExp(zhPopup.complaint.said.copied), button(zhPopup.next.bad), button(zhPopup.complaint.copy));
  await popup.close();

  // The policy was another one last month.
  await session.inExtensionPage('dashboard.html#/data', AGED, 20_000);
  await session.page.bringToFront();
  await openPopup();
  told['did the policy change'] = await answer('.policy-history', /这份政策改过/, '[data-tab=policy]');
  for (const [question, { presses, ms, text }] of Object.entries(told)) {
    await annotate(`${question}: ${presses} presses, ${ms} ms: ${text.slice(0, 120)}`);
    expect(presses, question).toBeLessThanOrEqual(2);
  }
  await (await popup.waitForSelector(button(zhPopup.versions)))!.click();
  const dashboard = await session.chrome.waitForTarget((target) => target.url().includes('dashboard.html'), { timeout: 10_000 });
  const versions = (await dashboard.asPage())!;
  await versions.waitForSelector('.clause', { timeout: 20_000 });
  await versions.close();
}, 120_000);

it('is used by keyboard alone', async () => {
  await session.page.bringToFront();
  await openPopup();
  for (const part of ['findings', 'recipients', 'policy', 'timeline']) {
    const { reached, missed, hidden } = await walk(popup);
    expect({ part, missed, hidden }).toEqual({ part, missed: [], hidden: [] });
    expect(reached.length).toBeGreaterThan(7);
    await popup.focus('[role=tab][aria-selected=true]');
    await popup.keyboard.press('ArrowRight');
    await popup.waitForFunction((before) => document.querySelector('[role=tab][aria-selected=true]')?.getAttribute('data-tab') !== before, {}, part);
  }

  // The menu opens by Enter, keeps what is chosen, and Escape closes it and gives the focus back.
  await popup.focus('.menu > summary');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.menu-list', { visible: true });
  expect((await walk(popup)).missed).toEqual([]);
  await popup.focus('.menu > summary');
  if (!(await popup.$('.menu[open]'))) await popup.keyboard.press('Enter');
  await popup.focus('.menu-item');
  await popup.keyboard.press('Escape');
  expect(await popup.evaluate(() => [document.querySelector<HTMLDetailsElement>('.menu')!.open, document.activeElement?.localName])).toEqual([false, 'summary']);

  // Reasons for "not a problem": the focus goes in, Escape brings it back.
  await popup.focus('.dismiss button');
  await popup.keyboard.press('Enter');
  await popup.waitForFunction(() => document.activeElement?.closest('.dismiss-reasons'));
  await popup.keyboard.press('Escape');
  await popup.waitForFunction(() => document.activeElement?.closest('.dismiss') && !document.querySelector('.dismiss-reasons'));

  // The draft takes the focus to its beginning; going back brings it to the button that opened it.
  await popup.focus('.next .button-main');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('textarea', { visible: true });
  expect((await walk(popup)).missed).toEqual([]);
  await popup.click(button(`‹ ${zhPopup.complaint.back}`));
  await popup.waitForFunction(() => document.activeElement?.matches('.next .button-main'));
}, 60_000);
