/** The popup of a visited tab works in Firefox: messages are answered by promises, and the verdict is told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import zhPopup from '../../../locales/zh_CN/popup.json';
import zhReport from '../../../locales/zh_CN/report.json';
import type { AxeResults } from 'axe-core';
import { AXE, axeRun, objections } from '../axe';
import { walk } from '../keyboard';
import { inFront } from './hands';
import { visited } from './visited';
import type { Visited } from './visited';

const POPUP = 'popup.html?tab={tab}';

let visit: Visited;

beforeAll(async () => {
  visit = await visited();
});
afterAll(() => visit?.end());

it('tells every suspected violation in words', async () => {
  const { report, session } = visit;
  const wanted = report.findings.filter(({ outcome }) => outcome === 'violation').map(({ summary }) => summary['zh-CN']);
  expect(wanted.length).toBeGreaterThan(0);
  const text = await inFront(session, POPUP, 'main > *', (page) => page.run<string>(
    `for (let i = 0; i < 100 && !document.body.innerText.includes(${JSON.stringify(report.site)}); i++) await new Promise((go) => setTimeout(go, 100));
     return document.body.innerText;`,
  ));
  for (const sentence of wanted) expect(text).toContain(sentence);
});

it('sets a finding aside and leads to a passage of the policy', async () => {
  const said = await inFront(visit.session, POPUP, 'main > *', (page) => page.run<{ dismissed: string; shown: string }>(
    `const until = async (find) => { for (let i = 0; i < 150; i++) { const found = find(); if (found) return found; await new Promise((go) => setTimeout(go, 100)); } throw new Error('not there: ' + find); };
     const button = (part, label) => until(() => [...document.querySelectorAll(part + ' button, ' + part + ' summary')].find((one) => one.textContent.trim().startsWith(label)));
     (await button('.finding', ${JSON.stringify(zhReport.dismiss.open)})).click();
     (await button('.finding', ${JSON.stringify(zhReport.dismiss.reason.mended)})).click();
     const dismissed = (await until(() => document.querySelector('.dismissed'))).textContent;
     (await until(() => document.querySelector('[data-tab=policy]'))).click();
     (await button('.policy-told', ${JSON.stringify(zhReport.policy.line.collects)})).click();
     (await button('.policy-told', ${JSON.stringify(zhReport.show.passage)})).click();
     const shown = await until(() => document.querySelector('.policy-told .show-said')?.textContent);
     return { dismissed, shown };`,
  ));
  expect(said.dismissed).toContain(zhReport.dismiss.reason.mended);
  expect(said.shown).toBe(zhReport.show.opened);
});

it('shows who got what, what happened when and whether the policy changed, pauses and goes on', async () => {
  const { session, report } = visit;
  const said = await inFront(session, POPUP, 'main > *', (page) => page.run<Record<string, string>>(
    `const until = async (find) => { for (let i = 0; i < 150; i++) { const found = find(); if (found) return found; await new Promise((go) => setTimeout(go, 100)); } throw new Error('not there: ' + find); };
     const button = (part, label) => until(() => [...document.querySelectorAll(part + ' button, ' + part + ' summary')].find((one) => one.textContent.trim().startsWith(label)));
     const tab = async (name, part) => { (await until(() => document.querySelector('[data-tab=' + name + ']'))).click(); return (await until(() => document.querySelector(part))).textContent; };
     const told = { recipients: await tab('recipients', '.recipients'), timeline: await tab('timeline', '.timeline'), history: await tab('policy', '.policy-history') };
     document.querySelector('.menu').open = true;
     (await button('.menu', ${JSON.stringify(zhPopup.settings.sizes.larger)})).click();
     await until(() => document.documentElement.dataset.size === 'larger');
     told.colour = getComputedStyle(document.documentElement).getPropertyValue('color-scheme');
     (await button('.menu', ${JSON.stringify(zhPopup.settings.themes.dark)})).click();
     await until(() => document.documentElement.dataset.theme === 'dark');
     told.dark = getComputedStyle(document.body).backgroundColor;
     (await button('.menu', ${JSON.stringify(`在 ${report.site}`)})).click();
     told.paused = (await until(() => document.querySelector('.state'))).textContent;
     (await button('main', ${JSON.stringify(zhPopup.pause.resume)})).click();
     told.resumed = (await until(() => document.querySelector('.verdict, .state-unseen, .state-analysing'))).className;
     await browser.runtime.sendMessage({ type: 'settings', change: { theme: 'system', textSize: 'normal' } });
     return told;`,
  ));
  expect(said.recipients).toContain(report.flows[0]!.recipient.owner || report.flows[0]!.recipient.domain);
  expect(said.timeline).toContain(zhReport.stage['before-choice']);
  expect(said.history).toMatch(/第一次看到它以来没有变过/);
  expect(said.dark).toBe('rgb(18, 23, 22)');
  expect(said.paused).toContain(zhPopup.state['paused-here'].title);
});

it('can be used by everyone, by keyboard alone', async () => {
  await inFront(visit.session, POPUP, '.finding', async (page) => {
    for (const part of ['findings', 'recipients', 'policy', 'timeline']) {
      await page.evaluate((name) => document.querySelector<HTMLElement>(`[data-tab=${name}]`)!.click(), part);
      expect({ part, found: objections(await page.run<AxeResults>(`${AXE}; return await ${axeRun()};`)) }).toEqual({ part, found: [] });
    }
    const { reached, missed, hidden } = await walk(page);
    expect({ missed, hidden }).toEqual({ missed: [], hidden: [] });
    expect(reached.length).toBeGreaterThan(7);
  });
});

it('answers with a promise to each kind of question, and not at all to nonsense', async () => {
  const answers = await visit.session.inExtensionPage<unknown[]>(
    'popup.html',
    `return await Promise.all([{ type: 'settings' }, { type: 'tabs' }, { type: 'no-such-question' }, 7].map((message) => browser.runtime.sendMessage(message).then((a) => a === undefined ? null : a, (e) => 'refused')));`,
    20_000,
  );
  expect(answers[0]).toMatchObject({ pausedEverywhere: false });
  expect(Array.isArray(answers[1])).toBe(true);
  expect(answers.slice(2).every((answer) => answer === null || answer === 'refused')).toBe(true);
});
